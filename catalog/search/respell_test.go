package search

import (
	"context"
	"testing"
)

// What is suggested is spelt as in the catalog, and finds what it says.
func TestSuggestionsAreSpelt(t *testing.T) {
	ix := build(fixture())
	for _, c := range []struct{ query, want string }{
		{"kuberntes giraffe", "kubernetes"},
		{"kbrnts okapi", "kubernetes"},
		{"kubernets giraffe", "kubernetes"}, // of the same stem
		{"kuberntes hardwear giraffe", "kubernetes"},
		{"privte-protectoin giraffe", "private-protection"},
		{"kube giraffe", "kube"}, // half a word is no slip
		{"cluster giraffe", "cluster"},
		{"loadbalancing giraffe", "loadbalancing"}, // two words of the catalog
		{"kube edge giraffe", "kube edge"},
		{"speaker:muler giraffe", "speaker:muller"},
		{"track:govenment giraffe", "track:government"},
		{`"private key" protectoin giraffe`, `"private key" protection`},
		{"braking changes giraffe", "braking changes"},
		{"the kuberntes giraffe", "kubernetes"}, // without what does not count
		{"how do i manage devices giraffe", "manage devices"},
		{"ambmsh giraffe", "ambmsh"},                       // letters of a title, no word
		{"private key zebra giraffe okapi", "private key"}, // all to blame at once
		{"https://giraffe.com/okapi/ambient-mesh", "ambient-mesh"},
		{"🚀 mesh giraffe", "🚀 mesh"},
		{`"key private"`, "key private"},
		{`track:"devroom go"`, "track:devroom track:go"},
		{"keys$", "keys"},
		{"mesh ^prezent", "mesh present"},
	} {
		r := find(t, ix, c.query)
		s := r.Suggestions(context.Background())
		if len(s) == 0 || s[0].Query != c.want {
			t.Errorf("%q suggests %v, want %q first", c.query, s, c.want)
		}
		seen := make(map[string]bool)
		for _, s := range s {
			if n := find(t, ix, s.Query).Complete(); n != s.Count {
				t.Errorf("%q suggests %q with %d talks, it finds %d", c.query, s.Query, s.Count, n)
			}
			if seen[s.Query] {
				t.Errorf("%q suggests %q twice", c.query, s.Query)
			}
			seen[s.Query] = true
		}
	}
}
