package tui

import (
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
)

func paste(d *driver, s string) {
	d.keys("/")
	d.send(tea.PasteMsg{Content: s})
}

func TestLongQueryIsRemarkedOn(t *testing.T) {
	for _, w := range []int{120, 80, 60} {
		d := driveSeed(t, w, 24)
		paste(d, strings.Repeat("kubernetes ", 16))
		d.lacks("too long")
		paste(d, "mesh")
		d.shows("   the query is too long: only its first 16 words count")
		d.lacks("no talk")
		if got := d.selected(); !strings.HasPrefix(d.rows()[3], " ┃ ") || got == "" {
			t.Errorf("%d columns: no list below the remark:\n%s", w, d.screen())
		}
		d.keys("ctrl+u")
		d.lacks("too long")
	}
}

// In a small window a remark takes no row from the talks: the status line says it.
func TestRemarkLeavesRoomForATalk(t *testing.T) {
	d := driveSeed(t, 40, 5)
	paste(d, strings.Repeat("kubernetes ", 17))
	d.shows(" ┃ ", "\n the query is too long:")
	d.keys("ctrl+u")
	d.lacks("too long")
}

// A verdict that comes and goes moves nothing: the list begins on one row.
func TestVerdictDoesNotMoveTheList(t *testing.T) {
	for size, want := range map[[2]int]int{{120, 36}: 3, {80, 24}: 3, {80, 16}: 3, {80, 15}: 2, {40, 12}: 2} {
		d := driveSeed(t, size[0], size[1])
		d.keys("/")
		for _, r := range "kubernetes zig" {
			d.typed(string(r))
			if got := d.m.layout().List.Y; got != want || d.m.hits() == 0 {
				t.Errorf("%v: at %q the list begins on row %d, want %d", size, d.m.query(), got, want)
			}
		}
	}
}

// A dead query that is too long besides: the advice stays below what it
// answers, and can be clicked there.
func TestAdviceBelowARemark(t *testing.T) {
	d := driveSeed(t, 120, 36)
	paste(d, strings.Repeat("kubernetes ", 15)+"qqqxj zig")
	rows := d.rows()
	for y, want := range map[int]string{2: "   the query is too long", 35: " tab: did you mean "} {
		if !strings.HasPrefix(rows[y], want) {
			t.Errorf("row %d is %q, want %q", y, rows[y], want)
		}
	}
	before := d.m.query()
	d.send(tea.MouseClickMsg{X: 25, Y: 2, Button: tea.MouseLeft})
	if d.m.query() != before {
		t.Error("a click on the remark takes a suggestion")
	}
	d.keys("/")
	d.send(tea.MouseClickMsg{X: 25, Y: 35, Button: tea.MouseLeft})
	if got := d.m.query(); got == before || strings.Contains(got, "qqqxj") {
		t.Errorf("after a click on the advice the query is %q", got)
	}
}

// A phrase or a choice is one thing to lack, however many words it has.
func TestLackNamesTerms(t *testing.T) {
	d := driveSeed(t, 120, 36)
	d.typed(`/"no such thing" zig | nim`)
	d.shows(`no talk has all of: "no such thing", zig | nim`)
}

func TestUnknownValues(t *testing.T) {
	d := driveSeed(t, 120, 36)
	d.typed("/is:")
	d.lacks("no such")
	d.typed("foo")
	d.shows("   is:foo: no such thing · there are is:slides, is:video, is:links, is:abstract", "1 of 19")
	d.lacks("no talk")
	d.keys("ctrl+u")
	d.typed("mesh day:foo")
	d.shows("   day:foo: no such day here · no talk here has a day\n   enter, tab: did you mean mesh (")
	d.keys("tab")
	d.asks("mesh")
	d.lacks("no such")
}

func TestMistypedFieldWord(t *testing.T) {
	d := driveSeed(t, 120, 36)
	d.typed("/trakc:kubeskoop")
	d.shows("   no field trakc: · did you mean track:?")
	d.keys("ctrl+u")
	d.typed("titul:\"automated diagnostic\" zzqxj")
	d.shows("   no field titul: · did you mean title:? · closest:")
	d.lacks("no talk")
}

// near has a talk with both words of "demo scapy", two that have the rarer one or
// the other in the title, and more that have only the other in the text.
func near() *catalog.Catalog {
	talks := []catalog.Talk{
		{Title: "Things of many kinds", Abstract: "It forges packets, a demo of scapy is given. " + strings.Repeat("And so on. ", 20)},
		{Title: "Scapy"},
	}
	for range 12 {
		talks = append(talks, catalog.Talk{Title: "Talk number " + strconv.Itoa(len(talks)), Abstract: "With a demo."})
	}
	return catalogOf(talks...)
}

// A rule parts the closest from those that have all words. It is no talk: the
// cursor passes over it, a click on it is one on the talk below.
func TestRuleAboveNearMisses(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		d := drive(t, Options{Catalog: near(), ASCII: ascii}, 120, 30)
		d.typed("/demo scapy packets")
		rows := d.rows()
		rule := "── closest, not all words ──────"
		if ascii {
			rule = "-- closest, not all words ------"
		}
		if !strings.HasPrefix(rows[5], " "+rule) {
			t.Fatalf("no rule below the first talk:\n%s", d.screen())
		}
		d.lacks("no talk", "without:")
		d.keys("down")
		d.selects("Scapy")
		d.keys("up")
		d.send(tea.MouseClickMsg{X: 5, Y: 5, Button: tea.MouseLeft})
		d.selects("Scapy")
		d.send(tea.MouseClickMsg{X: 5, Y: 9, Button: tea.MouseLeft})
		d.selects("Talk number 2")
		d.keys("G")
		d.shows(" " + d.m.glyphs.Bar + " Talk number ")
		d.keys("g", "S", "S") // by title: no talk is parted from others
		d.lacks("closest")
		d.shows("without: demo, packets", "without: scapy, packets"+d.m.glyphs.Dot)
	}
}

// While the rule is out of sight above, it stands on top; the heading says how
// many talks are before it.
func TestRuleOutOfSight(t *testing.T) {
	c := near()
	for range 5 {
		c.Talks = append(c.Talks, &catalog.Talk{ID: strconv.Itoa(len(c.Talks)), Title: "Demo of packets with scapy"})
	}
	d := drive(t, Options{Catalog: c}, 120, 14)
	d.typed("/demo scapy packets")
	if rows := d.rows(); !strings.HasSuffix(rows[0], "1 of 10 · 6 have all words") {
		t.Errorf("6 of 10 are not said to have all words:\n%s", d.screen())
	}
	d.send(tea.WindowSizeMsg{Width: 120, Height: 8})
	d.keys("esc", "G")
	if rows := d.rows(); !strings.HasPrefix(rows[2], " ── closest") || !strings.HasPrefix(d.selected(), "Talk number ") {
		t.Errorf("the rule is not above the list:\n%s", d.screen())
	}
	d.send(tea.WindowSizeMsg{Width: 120, Height: 6}) // no room for a rule
	d.shows("without: scapy")
	d.send(tea.WindowSizeMsg{Width: 30, Height: 16})
	d.lacks("have all")
}

// A near miss above a talk that has all words says what it lacks.
func TestNearMissAbove(t *testing.T) {
	c := catalogOf(
		catalog.Talk{Title: "One thing of many", Abstract: "A demo. " + strings.Repeat("It forges packets. ", 10) + "Beside scapy."},
		catalog.Talk{Title: "Scapy"},
		catalog.Talk{Title: "What is left out", Abstract: "The demo of a demo."},
		catalog.Talk{Title: "What is put in", Abstract: "A demo."},
		catalog.Talk{Title: "Where it stands", Abstract: "A demo."},
	)
	d := drive(t, Options{Catalog: c}, 100, 30)
	d.typed("/demo scapy")
	d.shows(" ┃ Scapy", "┃ without: demo  ", "── closest, not all words ─")
	d.lacks("no talk", "without: scapy")
	d.m.Update(tea.WindowSizeMsg{Width: 20, Height: 24})
	d.lacks("without")
}

// However narrow the window, the word to blame and that there are near misses
// are said.
func TestLackFits(t *testing.T) {
	for _, test := range []struct {
		query string
		w     int
		want  string
	}{
		{"kubernetes network zig", 120, "no talk has all of: kubernetes, network, zig · to blame: zig · closest:"},
		{"kubernetes network zig", 64, "no talk has all of: kubernetes, … · to blame: zig · closest:"},
		{"kubernetes network zig", 60, "no talk has all of: kubernet… · to blame: zig · closest:"},
		{"kubernetes network zig", 40, "to blame: zig · closest:"},
		{"trakc:kubernetes", 80, "no field trakc: · did you mean track:? · closest:"},
		{"trakc:kubernetes", 48, "no field trakc: · did you mean t… · closest:"},
		{"trakc:kubernetes", 20, "no field trakc:…"},
	} {
		d := driveSeed(t, test.w, 24)
		d.typed("/" + test.query)
		if got := d.rows()[2]; got != "   "+test.want {
			t.Errorf("%q in %d columns: %q, want %q", test.query, test.w, got, test.want)
		}
	}
}

// The key that is named empties the query from where the user is.
func TestNamesTheKeyThatEmptiesTheQuery(t *testing.T) {
	d := driveSeed(t, 80, 24)
	d.typed("/zqxjk")
	d.shows("^u empties the query")
	d.keys("esc")
	d.shows("esc empties the query")
	d.keys("esc")
	d.shows("19 talks", "/ to find")
}
