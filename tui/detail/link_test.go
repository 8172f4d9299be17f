package detail

import (
	"slices"
	"strings"
	"testing"

	"talks/catalog"
	"talks/catalog/search"
	"talks/tui/style"
	"talks/tui/text"
)

// A number stands for each address of a text, and the addresses stand below.
func TestNumbersStandForAddresses(t *testing.T) {
	long := "https://example.org/" + strings.Repeat("long/", 8) + "end"
	tests := map[string]struct{ text, want string }{
		"none":                {"no link, http or https", "no link, http or https"},
		"in brackets":         {"modern tooling (https://heptapod.net/), new", "modern tooling[1], new\n\nLinks  o\n[1] heptapod.net"},
		"blanks in brackets":  {"Maps ( https://a.org/maps ) is", "Maps[1] is\n\nLinks  o\n[1] a.org/maps"},
		"brackets around":     {"(GitHub (https://a.org/b)) is", "(GitHub[1]) is\n\nLinks  o\n[1] a.org/b"},
		"more in brackets":    {"Rust (see https://a.org, too)", "Rust (see a.org[1], too)\n\nLinks  o\n[1] a.org"},
		"short":               {"- https://a.org/b/", "- a.org/b[1]\n\nLinks  o\n[1] a.org/b"},
		"long":                {"at " + long + ".", "at example.org[1].\n\nLinks  o\n[1] " + long[8:]},
		"twice":               {"a (https://a.org) b (http://a.org/) c (https://b.org)", "a[1] b[1] c[2]\n\nLinks  o, or o and the number\n[1] a.org\n[2] b.org"},
		"brackets of its own": {"see https://a.org/B_(c).", "see a.org/B_(c)[1].\n\nLinks  o\n[1] a.org/B_(c)"},
		"brackets in a row":   {"Ada (https://a.org/)(chair)", "Ada[1](chair)\n\nLinks  o\n[1] a.org"},
		"end of a sentence":   {"Is it https://a.org/?", "Is it a.org[1]?\n\nLinks  o\n[1] a.org"},
		"East Asian":          {"见https://a.org/b。请", "见a.org/b[1]。请\n\nLinks  o\n[1] a.org/b"},
		"letters":             {"https://a.org/Köln", "a.org/Köln[1]\n\nLinks  o\n[1] a.org/Köln"},
		"another scheme":      {"git+https://a.org ftp://a.org", "git+https://a.org ftp://a.org"},
		"nothing behind":      {"https:// and http://.", "https:// and http://."},
	}
	for name, test := range tests {
		c := NewContent(&catalog.Talk{Title: "T", Abstract: test.text}, Setting{})
		if want := "T\n\n" + test.want; c.text != want {
			t.Errorf("%s: %q, want %q", name, c.text, want)
		}
	}
}

// A link that both the text and the file give stands there once, as the file calls it.
func TestLinksOfTheFileFollowThoseOfTheText(t *testing.T) {
	c := NewContent(&catalog.Talk{
		Title: "T", Abstract: "cards (https://a.org/cards)",
		Links: []catalog.Link{{Title: "Page", URL: "https://a.org"}, {URL: "https://a.org/cards", Kind: catalog.LinkSlides}},
	}, Setting{})
	if want := "\n[1] slides  a.org/cards\n[2] Page  a.org"; !strings.HasSuffix(c.text, want) {
		t.Errorf("%q, want %q at its end", c.text, want)
	}
}

// What is found of a text is highlighted where its letters are shown: those of an
// address that a number stands for in the list of links.
func TestSpansFallOnTheirLetters(t *testing.T) {
	abstract := "fostering modern tooling (https://heptapod.net/), see https://example.org/a/very/long/path/to/the/source/of/it and rust"
	c := NewContent(&catalog.Talk{Title: "T", Abstract: abstract}, Setting{})
	for word, want := range map[string][]string{
		"modern":            {"modern"},
		"rust":              {"rust"},
		"heptapod":          {"heptapod"},
		"example":           {"example"},
		"source":            {"source"},
		"example.org/a":     {"example.org", "/a"},
		"tooling (https://": {"tooling"},
		"net/), see":        {"see", "net"}, // the one in the text, the other below
	} {
		start := strings.Index(abstract, word)
		var got []string
		for _, r := range c.Ranges([]search.Span{{Field: catalog.Abstract, Start: start, End: start + len(word)}}) {
			got = append(got, strings.Trim(c.text[r.Start:r.End], ", "))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is found in %q, want %q", word, got, want)
		}
	}
}

// Whatever the text, each of its bytes is shown at most once, as itself, and no
// letter is lost but those of schemes and the brackets around addresses.
func FuzzContent(f *testing.F) {
	for _, s := range []string{
		"plain", "a (https://b.org/), c https://d.org/" + strings.Repeat("e/", 30) + ".", "(https://a.org)(https://a.org)",
		"会议https://会.jp/ http://a.org/(b)c)。", "http http:// https://https://a.org/?q=[1]", "( https://a.org ) https://a.org/.", "http://0  http://0 ", "a (http://a.org/b) (https://a.org/b/)",
	} {
		f.Add(s, 20)
	}
	f.Fuzz(func(t *testing.T, s string, width int) {
		s = strings.ToValidUTF8(s, "")
		c := NewContent(&catalog.Talk{Title: "T", Abstract: s, Links: []catalog.Link{{URL: s}}}, Setting{})
		shown := 0
		for i := range len(s) {
			ranges := c.Ranges([]search.Span{{Field: catalog.Abstract, Start: i, End: i + 1}})
			shown += len(ranges)
			for _, r := range ranges {
				if len(ranges) > 1 || c.text[r.Start:r.End] != s[i:i+1] {
					t.Fatalf("byte %d of %q is shown as %v of %q", i, s, ranges, c.text)
				}
			}
		}
		spare := 0
		for _, m := range mentions(s) {
			spare += m.cut.End - m.cut.Start - (m.End - m.Start) + len("https://") + len(s[m.Start:m.End]) - len(strings.TrimRight(s[m.Start:m.End], "/"))
		}
		if lost := len(s) - shown; lost > spare {
			t.Errorf("%d bytes of %q are lost, at most %d may be: %q", lost, s, spare, c.text)
		}
		p := New()
		p.SetSize(1+(width&0x7fffffff)%100, 10, text.WcWidth)
		p.Show(c)
		end := -1
		for _, l := range p.lines {
			if l.Start < end || l.End > len(c.text) {
				t.Fatalf("line %v follows one that ends at %d", l, end)
			}
			end = l.End
		}
	})
}

// A terminal gets the addresses of links, and of nothing else.
func TestHyperlinks(t *testing.T) {
	p := New()
	p.SetSize(60, 20, text.WcWidth)
	p.Hyperlinks = true
	p.Show(NewContent(&catalog.Talk{Title: "T", Abstract: "see this (https://a.org/x\u009b;y)", Links: []catalog.Link{
		{Title: "Mail", URL: "mailto:ada@a.org"}, {Title: "Shell", URL: "file:///bin/sh"}, {Title: "Script", URL: "javascript:alert(1)"},
	}}, Setting{}))
	var targets []string
	for i := range p.height {
		row := text.NewRow(64, text.WcWidth)
		p.Draw(row, i, &style.Theme{}, &style.Glyphs{})
		for _, piece := range strings.Split(row.String(), "\x1b]8;;")[1:] {
			if target, _, _ := strings.Cut(piece, "\x1b\\"); target != "" {
				targets = append(targets, target)
			}
		}
	}
	if got, want := slices.Compact(targets), []string{"https://a.org/x", "mailto:ada@a.org"}; !slices.Equal(got, want) {
		t.Errorf("leads to %q, want %q", got, want)
	}
}

func FuzzHyperlink(f *testing.F) {
	for _, s := range []string{"https://a.org/\x1b]8;;x\a", "mailto:a\x9c@b", "geo:1,2\u009b", "https://user@a.org/ü?q=\"'`$(x)#y", "mailto:%1b", "https://%1b/"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		address := hyperlink(s)
		if strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r > '~' }) {
			t.Errorf("%q leads to %q", s, address)
		}
		if scheme, _, _ := strings.Cut(address, ":"); address != "" && !slices.Contains([]string{"http", "https", "mailto", "geo"}, scheme) {
			t.Errorf("%q leads to %q", s, address)
		}
	})
}
