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

func pagerOf(abstract string, width, height int) *Pager {
	p := New()
	p.SetSize(width, height, text.WcWidth)
	p.Show(NewContent(&catalog.Talk{ID: "t", Title: "Title", Abstract: abstract}, Setting{Dot: " · "}))
	return p
}

// screen is what the pager shows.
func screen(p *Pager, width, height int) []string {
	theme, glyphs := style.Theme{}, style.NewGlyphs(true)
	rows := make([]string, height)
	for i := range rows {
		row := text.NewRow(width+Gutter, text.WcWidth)
		p.Draw(row, i, &theme, &glyphs)
		rows[i] = strings.TrimRight(row.String(), " ")
	}
	return rows
}

func TestScrollsToItsEnds(t *testing.T) {
	p := pagerOf(strings.Repeat("word ", 100), 20, 5) // 27 lines
	p.ScrollBy(-3)
	if p.Top() != 0 {
		t.Errorf("above the top: %d", p.Top())
	}
	p.ScrollBy(1000)
	if seen, all := p.Read(); seen != all || p.Fits() {
		t.Errorf("at the end %d of %d bytes, fits %t", seen, all, p.Fits())
	}
	if last := screen(p, 20, 5)[4]; last != "  word word word word" {
		t.Errorf("the last line is %q", last)
	}
	p.SetSize(20, 100, text.WcWidth)
	if p.Top() != 0 || !p.Fits() {
		t.Errorf("in a window that has room: top %d", p.Top())
	}
}

func TestWalks(t *testing.T) {
	p := pagerOf("kube "+strings.Repeat("word ", 100)+"kube", 20, 6)
	p.SetMatches(p.Content().Search("KUBE"))
	if current, count := p.Match(); current != 0 || count != 2 {
		t.Errorf("match %d of %d", current, count)
	}
	for _, want := range []int{1, 2, 1} {
		p.Walk(1)
		if current, _ := p.Match(); current != want {
			t.Errorf("match %d, want %d", current, want)
		}
		shown := strings.Join(screen(p, 20, 6), "\n")
		if !strings.Contains(shown, "▸") || !strings.Contains(shown, "kube") {
			t.Errorf("match %d is not in sight:\n%s", want, shown)
		}
	}
	p.Walk(-1)
	if current, _ := p.Match(); current != 2 {
		t.Errorf("backwards match %d, want 2", current)
	}
}

// Backwards from the top goes to the last match, from below to the one above.
// Who has scrolled away walks on from there; a match that is far away comes
// with what follows it.
func TestWalksFromWhatIsShown(t *testing.T) {
	p := pagerOf(strings.Repeat(strings.Repeat("word ", 100)+"kube ", 6), 20, 9)
	p.SetMatches(p.Content().Search("kube"))
	current := func() int { n, _ := p.Match(); return n }
	p.Walk(1)
	p.ScrollTo(p.lineOf(p.matches[3].Start) - 2)
	if p.Walk(1); current() != 4 {
		t.Errorf("match %d is next on the screen, want 4", current())
	}
	if p.Walk(1); current() != 5 || p.lineOf(p.matches[4].Start) != p.Top()+3 {
		t.Errorf("match %d on line %d of the window, want 5 on 3", current(), p.lineOf(p.matches[4].Start)-p.Top())
	}
	p.ScrollTo(0)
	if p.Walk(-1); current() != 6 {
		t.Errorf("match %d is before the top, want 6", current())
	}
}

// What was found stays in sight in a smaller window.
func TestKeepsTheMatchInSight(t *testing.T) {
	p := pagerOf(strings.Repeat("word ", 300)+"kube "+strings.Repeat("word ", 300), 60, 30)
	p.SetMatches(p.Content().Search("kube"))
	p.Reveal()
	for _, size := range [][2]int{{60, 8}, {20, 8}, {20, 3}, {60, 30}} {
		p.SetSize(size[0], size[1], text.WcWidth)
		if got := strings.Join(screen(p, size[0], size[1]), "\n"); !strings.Contains(got, "kube") {
			t.Errorf("%v:\n%s", size, got)
		}
	}
}

// A match over the end of a line is highlighted on both.
func TestHighlightsOverALineEnd(t *testing.T) {
	p := pagerOf("aaaa bbbb cccc", 9, 6)
	p.SetMatches(p.Content().Search("bbbb cccc"))
	theme, glyphs := style.Theme{Match: text.Paint{On: "<", Off: ">"}}, style.NewGlyphs(true)
	var got []string
	for i := 2; i < 4; i++ {
		row := text.NewRow(11, text.WcWidth)
		p.Draw(row, i, &theme, &glyphs)
		got = append(got, strings.TrimSpace(row.String()))
	}
	if got[0] != "aaaa <bbbb>" || got[1] != "<cccc>" {
		t.Errorf("%q", got)
	}
}

func TestSpansStandInTheContent(t *testing.T) {
	talk := &catalog.Talk{
		ID: "t", Title: "会议 talk", Abstract: "The text.",
		Speakers: []catalog.Person{{Name: "Ada"}, {Name: "Grace"}},
		Slot:     catalog.Slot{Track: "Go", Room: "K.1"},
	}
	d := NewContent(talk, Setting{Dot: " · "})
	for _, test := range []struct {
		span search.Span
		want string
	}{
		{search.Span{Field: catalog.Title, Start: 0, End: 6}, "会议"},
		{search.Span{Field: catalog.Speakers, Start: 5, End: 10}, "Grace"},
		{search.Span{Field: catalog.Track, Start: 0, End: 2}, "Go"},
		{search.Span{Field: catalog.Room, Start: 0, End: 3}, "K.1"},
		{search.Span{Field: catalog.Abstract, Start: 4, End: 8}, "text"},
	} {
		m := d.Ranges([]search.Span{test.span})
		if len(m) != 1 || d.text[m[0].Start:m[0].End] != test.want {
			t.Errorf("%+v stands at %v, want %q", test.span, m, test.want)
		}
	}
}

func TestSearchIgnoresCaseNotLetters(t *testing.T) {
	p := pagerOf("Größe (a+b) GRÖSSE größe", 40, 6)
	for words, want := range map[string]int{"größe": 3, "GROSSE": 3, "(A+B)": 1, "nowhere": 0, "": 0, ".": 0} {
		if got := len(p.Content().Search(words)); got != want {
			t.Errorf("%q is found %d times, want %d", words, got, want)
		}
	}
	p = pagerOf("Straße œuvre", 40, 6)
	for words, want := range map[string][]string{"s": {"S", "ß"}, "as": {"aß"}, "ss": {"ß"}, "se": {"ße"}, "o": {"œ"}, "eu": {"œu"}} {
		var got []string
		for _, r := range p.Content().Search(words) {
			got = append(got, p.content.text[r.Start:r.End])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
	p = pagerOf("aaaa ΣΊΣΥΦΟΣ Zoe\u0301 und Zoé \uff2b", 40, 6)
	for words, want := range map[string][]string{
		"AA": {"aa", "aa"}, "σίσυφος": {"ΣΊΣΥΦΟΣ"}, "ς": {"Σ", "Σ", "Σ"}, "zoe": {"Zoe\u0301", "Zoé"}, "Zoé u": {"Zoe\u0301 u"}, "k": {"\uff2b"},
	} {
		var got []string
		for _, r := range p.Content().Search(words) {
			got = append(got, p.content.text[r.Start:r.End])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}

func TestLinkLabel(t *testing.T) {
	for want, l := range map[string]catalog.Link{
		"":                  {},
		"Home":              {Title: "Home", URL: "https://example.org"},
		"recording":         {Kind: catalog.LinkRecording},
		"recording: AV1":    {Title: "AV1", Kind: catalog.LinkRecording},
		"Slides, as PDF":    {Title: "Slides, as PDF", Kind: catalog.LinkSlides},
		"feedback: Rate it": {Title: "Rate it", Kind: catalog.LinkFeedback},
	} {
		if got := LinkLabel(l); got != want {
			t.Errorf("%+v is called %q, want %q", l, got, want)
		}
	}
}

func TestItemsHang(t *testing.T) {
	p := pagerOf("- one two three\n  - four five", 11, 10)
	want := []string{"  - one two", "    three", "    - four", "      five"}
	if got := screen(p, 11, 10)[2:6]; !slices.Equal(got, want) {
		t.Errorf("drawn %q, want %q", got, want)
	}
}
