package tui

import (
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
)

// saturday is a small schedule, with a talk that others run beside and whose text
// has addresses in it.
func saturday() *catalog.Catalog {
	brussels := time.FixedZone("CET", 3600)
	ada, grace := catalog.Person{Name: "Ada Lovelace", Biography: "Ada wrote programs (https://example.org/ada)."}, catalog.Person{Name: "Grace Hopper"}
	talk := func(title, room, start string, minutes int, by ...catalog.Person) catalog.Talk {
		at, _ := time.Parse("15:04", start)
		at = time.Date(2026, 1, 31, at.Hour(), at.Minute(), 0, 0, brussels)
		return catalog.Talk{
			Title: title, Abstract: "About " + strings.ToLower(title) + ".", Speakers: by, Conference: "Conf 2026", Language: "en",
			Slot: catalog.Slot{Start: at, Duration: time.Duration(minutes) * time.Minute, Room: room},
		}
	}
	grid := talk("Rust meets the grid", "AW1.126", "13:40", 20, ada, grace)
	grid.Abstract = "The energy transition needs demand response (https://openadr.example/), and modern tooling (https://example.org/2020-11-26-tooling).\n\nRead on at https://code.example/projects/openleadr/openleadr-rs/tree/main/docs and come."
	grid.Links = []catalog.Link{
		{Title: "Page", URL: "https://conf.example/2026/schedule/event/rust-meets-the-grid-building-openleadr-rs-for-real-world-demand-response/"},
		{Title: "Cards", URL: "https://conf.example/grid.pdf", Kind: catalog.LinkSlides},
	}
	return catalogOf(
		talk("Opening", "Janson (the large one)", "09:30", 20), grid,
		talk("Before the grid", "AW1.126", "13:00", 30), talk("After the grid", "AW1.126", "14:00", 30, grace),
		talk("Introducing the client library", "UB2.147", "13:38", 50), talk("Printers on containers", "UD6.215", "13:40", 15),
		talk("Free your firmware", "K.1.105", "13:50", 50, ada), talk("A", "R1", "13:40", 5), talk("B", "R2", "13:40", 5),
		talk("C", "R3", "13:40", 5), talk("D", "R4", "13:40", 5), talk("E", "R5", "13:37", 10),
	)
}

// driveGrid starts a browser on the talk of saturday that others run beside.
func driveGrid(t *testing.T, o Options, w, h int) *driver {
	o.Catalog = saturday()
	d := drive(t, o, w, h)
	for range o.Catalog.Talks {
		if d.selected() != "Rust meets the grid" {
			d.keys("down")
		}
	}
	return d
}

// chooses fails unless the line that tab has chosen holds a text.
func (d *driver) chooses(want string) {
	d.t.Helper()
	i := slices.IndexFunc(d.rows(), func(row string) bool { return strings.Contains(row, "▸") })
	if i < 0 || !strings.Contains(d.rows()[i], want) {
		d.t.Errorf("%q is not chosen:\n%s", want, d.screen())
	}
}

func TestSurroundings(t *testing.T) {
	d := driveGrid(t, Options{}, 120, 60)
	d.shows(
		"At the same time", "13:38  UB2.147  Introducing the client library", "13:40  UD6.215  Printers on containers", "all 8 at 13:40",
		"Before and after in AW1.126", "13:00  Before the grid", "14:00  After the grid",
		"Also by Ada Lovelace", "Sat 13:50  K.1.105  Free your firmware", "Also by Grace Hopper",
	)
	d.lacks("Conf 2026", " en ")
}

// Tab goes through what leads elsewhere, enter goes there, and esc comes back to
// where one was, step by step.
func TestThereAndBack(t *testing.T) {
	for _, reader := range []bool{true, false} {
		d := driveGrid(t, Options{}, 120, 60)
		in := inDetail
		d.keys("tab")
		if reader {
			in = inReader
			d.keys("esc", "enter")
		}
		d.keys("tab")
		d.chooses("Introducing the client library")
		d.keys("tab", "enter")
		d.shows("About printers on containers.")
		d.selects("Rust meets the grid") // the list stays as it is
		d.keys("tab", "enter")
		d.shows("About introducing the client library.")
		d.keys("esc")
		d.shows("About printers on containers.")
		d.chooses("Introducing the client library")
		d.keys("esc")
		d.shows("The energy transition")
		d.chooses("Printers on containers")
		d.isIn(in)
		d.keys("shift+tab", "shift+tab")
		d.isIn(inList)
		d.shows("The energy transition")
		d.selects("Rust meets the grid")
	}
}

// The next talk of the list, another query and a click in the list end a visit.
func TestVisitsEnd(t *testing.T) {
	for name, end := range map[string]func(d *driver){
		"next talk": func(d *driver) { d.keys("K", "J") },
		"query":     func(d *driver) { d.typed("/x"); d.keys("esc"); d.m.ask("grid"); d.m.ask("") },
		"click":     func(d *driver) { d.send(tea.MouseClickMsg{X: 10, Y: 4, Button: tea.MouseLeft}) },
		"prompt":    func(d *driver) { d.send(tea.MouseClickMsg{X: 10, Y: 1, Button: tea.MouseLeft}) },
	} {
		d := driveGrid(t, Options{}, 120, 36)
		d.keys("tab", "tab", "enter")
		d.shows("About introducing")
		end(d)
		d.lacks("About introducing")
		if n := len(d.m.visits); n > 0 {
			t.Errorf("%s: %d visits go on", name, n)
		}
	}
	d := driveGrid(t, Options{}, 120, 36)
	d.keys("tab", "tab", "enter", "enter", "tab", "enter") // on to the reader, and further from there
	d.isIn(inReader)
	d.keys("esc", "esc") // the visit in the reader, the reader
	d.isIn(inDetail)
	d.shows("About introducing", "esc one step back")
}

// The rest of what runs at the same time is a query away.
func TestTheRestIsListed(t *testing.T) {
	d := driveGrid(t, Options{}, 120, 60)
	d.keys("enter", "tab", "tab", "tab", "tab", "tab", "tab", "tab")
	d.chooses("all 8 at 13:40")
	d.keys("enter")
	d.isIn(inList)
	d.asks("time:13:40 day:sat")
	d.shows("of 8")
}

// What is still being read does not move what the user reads.
func TestMoreTalksKeepThePlace(t *testing.T) {
	for _, keys := range [][]string{{"enter"}, {"tab"}} {
		var some catalog.Catalog
		for _, talk := range saturday().Talks {
			if len(talk.Title) > 1 {
				some.Talks = append(some.Talks, talk)
			}
		}
		d := drive(t, Options{Catalog: &some}, 120, 30)
		for d.selected() != "Rust meets the grid" {
			d.keys("down")
		}
		d.keys(append(keys, "tab", "tab", "tab", "tab", "tab")...)
		d.chooses("After the grid")
		top := d.m.pager.Top()
		d.send(LoadedMsg{Catalog: saturday()})
		d.shows("UD6.215")
		d.chooses("After the grid")
		if got := d.m.pager.Top(); got != top {
			t.Errorf("%s: the text stood at line %d, now at %d", keys, top, got)
		}
	}
}

func TestSlidesThatAreNowhere(t *testing.T) {
	d := driveSeed(t, 80, 24)
	d.keys("j", "o")
	d.shows(" slides: not in this file")
	d.lacks("  slides\n")
}

func TestLinksByNumber(t *testing.T) {
	tests := []struct {
		keys   string
		opened string
	}{
		{"o 1", "https://openadr.example/"},
		{"o 3", "https://code.example/projects/openleadr/openleadr-rs/tree/main/docs"},
		{"o c a r d s enter", "https://conf.example/grid.pdf"},
		{"o 9 esc", ""},
		{"enter shift+tab o 2", "https://example.org/2020-11-26-tooling"},
		{"enter " + strings.Repeat("tab ", 12) + "enter", "https://openadr.example/"},
	}
	for _, test := range tests {
		b := &browser{}
		d := driveGrid(t, Options{Follow: b.open}, 120, 36)
		d.keys(strings.Fields(test.keys)...)
		if got := strings.Join(b.opened, " "); got != test.opened {
			t.Errorf("%s: opened %q, want %q", test.keys, got, test.opened)
		}
	}
}

// A number that another one begins with waits for the rest, or for enter.
func TestLinksByNumberOfSeveralDigits(t *testing.T) {
	talk := catalog.Talk{Title: "T", Abstract: "x"}
	for _, letter := range "abcdefghijklm" {
		talk.Links = append(talk.Links, catalog.Link{URL: "https://example.org/" + string(letter)})
	}
	for keys, want := range map[string]string{"o 2": "b", "o 1 2": "l", "o 1 enter": "a", "o 1 backspace 3": "c"} {
		b := &browser{}
		d := drive(t, Options{Catalog: catalogOf(talk), Follow: b.open}, 120, 36)
		d.keys(strings.Fields(keys)...)
		if got := strings.Join(b.opened, " "); got != "https://example.org/"+want {
			t.Errorf("%s: opened %q, want …%s", keys, got, want)
		}
	}
}

// A click follows what it hits: a line, or a number in the text.
func TestClicksFollow(t *testing.T) {
	b := &browser{}
	d := driveGrid(t, Options{Follow: b.open}, 120, 60)
	click := func(on string) {
		t.Helper()
		for y, row := range d.rows() {
			if before, _, found := strings.Cut(row, on); found {
				d.send(tea.MouseClickMsg{X: d.m.cells(before) + 1, Y: y, Button: tea.MouseLeft})
				return
			}
		}
		t.Fatalf("%q is not on the screen:\n%s", on, d.screen())
	}
	click("[1],")
	click("[2].")
	click("code.example/projects")
	want := []string{"https://openadr.example/", "https://example.org/2020-11-26-tooling", "https://code.example/projects/openleadr/openleadr-rs/tree/main/docs"}
	if !slices.Equal(b.opened, want) {
		t.Errorf("opened %q, want %q", b.opened, want)
	}
	click("energy transition") // leads nowhere
	click("UD6.215  Printers")
	d.shows("About printers on containers.")
	d.keys("esc", "enter")
	click("UD6.215  Printers")
	d.isIn(inReader)
	d.shows("About printers on containers.", "esc: back to Rust meets the grid")
}
