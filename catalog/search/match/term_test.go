package match

import "testing"

// A term matches the words of a row the better, the further left they stand;
// what stands after "" it does not match.
func TestOrderOfTrust(t *testing.T) {
	for _, row := range [][]string{
		{"kube", "kubes", "kubectl", "kubernetes", "", "cube", "rust"},
		{"kubernetes", "kuberntes", "ubernetes", "", "rust", "uber"},
		{"kbrnts", "kubernetes", "", "carpenters"},
		{"landschaft", "landschaften", "weltlandschaft", "weltlandschaften", ""},
		{"k8s", "kubernetes", "", "kubernetic", "keepalives"},
		{"k9s", "kingfishers", "", "kubernetes"}, // no known one
		{"i18n", "internationalization", "", "interoperabilization"},
		{"e2e", "endtoend", "", "edge", "eagle"},
		{"sha1", "sha1sum", "", "share", "sha2", "sha256"},
		{"share", "shared", "sharre", "", "sha1re"},
		{"fosdem2025", "fosdme2025", "", "fosdem2026", "fosdem"},
		{"fosdme", "fosdem", "", "fosdem2026"},
		{"ipv6", "", "ipv4", "ip"},
		{"k3s", "k3sup", "", "k3", "kubernetes"},
		{"colour", "color", "", "collar"},
		{"decentralised", "decentralized", "decentralisation", "", "socialised"},
		{"braking", "brake", "breaking", ""},
		{"protection", "protections", "protectoin", "protekion", "", "pottery"},
		{"meditation", "meditations", "medtation", "dedication", "", "meridian"},
		{"tiny", "tinyemu", "", "tine"},
	} {
		last, over := 2.0, false
		for _, w := range row {
			if w == "" {
				over = true
				continue
			}
			term := NewTerm(row[0], true)
			q := term.Near(w)
			if q == 0 {
				q, _ = term.Far(w, []rune(w))
			}
			if over && q > 0 || !over && (q == 0 || q > last) {
				t.Errorf("%s: %s has quality %v after %v", row[0], w, q, last)
			}
			last = q
		}
	}
}

func TestSlips(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"kube", "kube", 0}, {"kube", "kub", 1}, {"kube", "kubes", 1}, {"kube", "cube", 1}, {"kube", "kbue", 1},
		{"kube", "ukbe", 1}, {"müll", "mull", 1}, {"kube", "cuba", 2}, {"kube", "rust", 3}, {"kube", "kubernetes", 3},
	} {
		if got := Slips(c.a, c.b, 2); got != c.want {
			t.Errorf("%s, %s: %d slips, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestLay(t *testing.T) {
	title := []string{"ambient", "mesh", "present", "and", "future"}
	for letters, want := range map[string][]Letter{
		"amf":    {{0, 0}, {1, 0}, {4, 0}},
		"ambmsh": {{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 2}, {1, 3}},
		"xyz":    nil,
	} {
		got := LaidLetters(letters, title)
		if len(got) != len(want) || (Lay(letters, title) > 0) != (want != nil) {
			t.Errorf("%s lies on %v, want %v", letters, got, want)
			continue
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("%s lies on %v, want %v", letters, got, want)
				break
			}
		}
	}
}
