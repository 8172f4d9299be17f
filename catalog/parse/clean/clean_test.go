package clean

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	tests := map[string][2]string{
		"plain":             {"plain text, ®, 会议", "plain text, ®, 会议"},
		"line ends":         {"a\r\nb\rc\nd\u0085e\u2028f\u2029g", "a\nb\nc\nd\ne\nf\ng"},
		"tabs":              {"a\tb\tc\n\td", "a   b   c\n    d"},
		"escape":            {"a\x1b[2Jb", "a\ufffd[2Jb"},
		"clipboard":         {"\x1b]52;c;eA==\x07x", "\ufffd]52;c;eA==x"},
		"c1":                {"a\u009b2Jb\u0090c", "a\ufffd2Jb\ufffdc"},
		"nul, bell, delete": {"a\x00b\x07c\x7fd", "abcd"},
		"invalid":           {"a\xffb\xc3", "a\ufffdb\ufffd"},
		"bidi override":     {"a\u202eb\u2066c\u200fd", "abcd"},
		"soft hyphen, bom":  {"a\u00adb\ufeffc\u200bd", "abcd"},
		"emoji family":      {"👨\u200d👩\u200d👧 ❤\ufe0f", "👨\u200d👩\u200d👧 ❤\ufe0f"},
		"some marks":        {"e\u0301\u0302", "e\u0301\u0302"},
		"too many marks":    {"e" + strings.Repeat("\u0301", 50) + "f", "e" + strings.Repeat("\u0301", 6) + "f"},
		"marks, joiners":    {"e" + strings.Repeat("\u0301\u200d", 9), "e" + strings.Repeat("\u0301\u200d", 6) + "\u200d\u200d\u200d"},
	}
	for name, test := range tests {
		if got := Text(test[0]); got != test[1] {
			t.Errorf("%s: %q, want %q", name, got, test[1])
		}
	}
}

func TestCleanLine(t *testing.T) {
	for in, want := range map[string]string{
		" a  b ": "a  b", "a\n b\r\nc": "a b c", "\u3000x\u3000": "x", "\n": "",
	} {
		if got := Line(in); got != want {
			t.Errorf("Line(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"", "a\tb", "\r\x00\n", "\x1b\x9b", "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "\u200d\u0301\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Text(s)
		if !utf8.ValidString(got) {
			t.Errorf("invalid UTF-8: %q", got)
		}
		if again := Text(got); again != got {
			t.Errorf("Text(%q) = %q, but again %q", s, got, again)
		}
		for _, r := range got {
			if r != '\n' && (r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0) {
				t.Errorf("control character %U in %q", r, got)
			}
		}
	})
}

// BenchmarkText measures texts of several scripts, and one with a mark.
func BenchmarkText(b *testing.B) {
	for name, s := range map[string]string{
		"ascii": "plain text of words ", "german": "für Größen und Maße ", "quotes": "it’s “quoted” – twice ",
		"han": "云原生技术与可观测性", "marks": "e\u0301te\u0301 ", "thai": "ภาษาไทย ",
	} {
		b.Run(name, func(b *testing.B) {
			s := strings.Repeat(s, 100)
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				if Text(s) == "" {
					b.Fatal("nothing left")
				}
			}
		})
	}
}
