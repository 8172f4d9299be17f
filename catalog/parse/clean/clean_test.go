package clean

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	tests := map[string][2]string{
		"plain":              {"plain text, ®, 会议", "plain text, ®, 会议"},
		"line ends":          {"a\r\nb\rc\nd\u0085e\u2028f\u2029g", "a\nb\nc\nd\ne\nf\ng"},
		"tabs":               {"a\tb\tc\n\td", "a   b   c\n    d"},
		"escape":             {"a\x1b[2Jb", "a\ufffd[2Jb"},
		"clipboard":          {"\x1b]52;c;eA==\x07x", "\ufffd]52;c;eA==x"},
		"c1":                 {"a\u009b2Jb\u0090c", "a\ufffd2Jb\ufffdc"},
		"nul, bell, delete":  {"a\x00b\x07c\x7fd", "abcd"},
		"invalid":            {"a\xffb\xc3", "a\ufffdb\ufffd"},
		"bidi override":      {"a\u202eb\u2066c\u200fd", "abcd"},
		"soft hyphen, bom":   {"a\u00adb\ufeffc\u200bd", "abcd"},
		"emoji family":       {"👨\u200d👩\u200d👧 ❤\ufe0f", "👨\u200d👩\u200d👧 ❤\ufe0f"},
		"some marks":         {"e\u0301\u0302", "e\u0301\u0302"},
		"too many marks":     {"e" + strings.Repeat("\u0301", 50) + "f", "e" + strings.Repeat("\u0301", 6) + "f"},
		"fillers":            {"a\u3164\u115f\u1160\uffa0\u034f\u17b4\u180e\U0001d173\U00013430\U0001bca0b", "ab"},
		"joiners of nothing": {"\u200d\ufe0f\u180b x\u200d \u200cy\n\u200d", "  x\u200d y\n"[1:]},
		"a run of joiners":   {"a" + strings.Repeat("\u200d", 999) + "b", "a" + strings.Repeat("\u200d", 32) + "b"},
		"a run of emoji":     {strings.Repeat("👩\u200d", 20) + "b", strings.Repeat("👩\u200d", 16) + "👩" + strings.Repeat("👩\u200d", 3) + "b"},
		"tones of skin":      {"👩" + strings.Repeat("\U0001f3fd", 99) + "👩", "👩" + strings.Repeat("\U0001f3fd", 32) + "👩"},
		"spacing marks":      {"க" + strings.Repeat("\u0bbe", 99) + "க", "க" + strings.Repeat("\u0bbe", 32) + "க"},
		"hangul":             {strings.Repeat("\u1112\u1161\u11ab", 50), strings.Repeat("\u1112\u1161\u11ab", 50)},
		"a run of hangul":    {strings.Repeat("\u1112", 99) + "\u1161", strings.Repeat("\u1112", 33) + "\u1161"},
		"arabic signs":       {strings.Repeat("\u0600", 99) + "1", strings.Repeat("\u0600", 33) + "1"},
		"narrow kana":        {strings.Repeat("ｶﾞ", 50), strings.Repeat("ｶﾞ", 50)},
		"a family":           {"👨🏻\u200d👩🏻\u200d👧🏻\u200d👦🏻 می\u200cخواهم", "👨🏻\u200d👩🏻\u200d👧🏻\u200d👦🏻 می\u200cخواهم"},
		"marks, joiners":     {"e" + strings.Repeat("\u0301\u200d", 9), "e" + strings.Repeat("\u0301\u200d", 6) + "\u200d\u200d\u200d"},
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
	for _, s := range []string{"", "a\tb", "\u200d\U0001f469\u200d\U0001f469\u0600\u1112\u1112", "\r\x00\n", "\x1b\x9b", "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "\u200d\u0301\xff"} {
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
