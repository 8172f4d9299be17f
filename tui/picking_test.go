package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/catalog/search/facts"
	"talks/tui/jobs"
)

// conference is a small programme with everything that facets and links need.
func conference() *catalog.Catalog {
	tracks := []string{"Go devroom", "Go devroom", "Main track", "Go devroom", "Rust", "大会"}
	talks := make([]catalog.Talk, len(tracks))
	for i, track := range tracks {
		talks[i] = catalog.Talk{
			Title:    fmt.Sprintf("Talk %d about %s", i+1, []string{"kube", "mesh"}[i%2]),
			Abstract: "What is said.",
			Speakers: []catalog.Person{{Name: []string{"Ada Lovelace", "Grace Hopper", "Ada Lovelace"}[i%3]}, {Name: "Alan Turing"}},
			Slot: catalog.Slot{
				Track: track, Room: []string{"K.1.105", "Janson"}[i%2],
				Start: time.Date(2026, 1, 31+i/4, 10, 0, 0, 0, time.UTC),
			},
			Language: []string{"en", "en", "fr"}[i%3],
			Source:   catalog.Source{File: "fosdem-2026.xml"},
		}
	}
	talks[0].Links = []catalog.Link{
		{Title: "Cards", URL: "https://example.org/slides.pdf", Kind: catalog.LinkSlides},
		{URL: "https://example.org/video", Kind: catalog.LinkRecording},
		{Title: "Mail", URL: "mailto:ada@example.org"},
	}
	talks[1].Links = []catalog.Link{{Title: "Page", URL: "HTTPS://example.org/a b?q=$(touch x);y"}}
	talks[2].Links = []catalog.Link{{Title: "Run me", URL: "file:///bin/sh"}}
	return catalogOf(talks...)
}

func TestFilterNarrowsTheQuery(t *testing.T) {
	tests := []struct {
		keys []string
		want string
	}{
		{[]string{"t", "enter"}, "day:2026-01-31 "},
		{[]string{"t", "tab", "tab", "enter"}, `track:"Go devroom" `},
		{[]string{"t", "tab", "tab", "down", "enter"}, `track:"Main track" `},
		{[]string{"t", "l", "o", "v", "enter"}, `speaker:"Ada Lovelace" `},
		{[]string{"t", "a", "f", "t", "e", "r", "enter"}, "after"}, // no talk is then
		{[]string{"t", "shift+tab", "enter"}, "lang:en "},
		{[]string{"/", "k", "esc", "t", "g", "o", "enter"}, `k track:"Go devroom" `},
		{[]string{"tab", "t", "大", "enter"}, `track:"大会" `},
		{[]string{"t", "s", "a", "t", "space", "ctrl+u", "g", "o", "space", "enter"}, `day:2026-01-31 track:"Go devroom" `},
		{[]string{"t", "space", "down", "space", "enter"}, "day:2026-01-31 | day:2026-02-01 "},
		{[]string{"t", "space", "space", "enter"}, ""},
		{[]string{"t", "z", "z", "enter"}, "zz"}, // nothing to choose
		{[]string{"t", "space", "esc"}, ""},
		// What is chosen can be swapped, and taken back.
		{[]string{"t", "g", "o", "enter", "t", "r", "u", "s", "t", "enter"}, `track:"Go devroom" | track:"Rust" `},
		{[]string{"t", "g", "o", "enter", "t", "g", "o", "space", "ctrl+u", "r", "u", "s", "t", "space", "enter"}, `track:"Rust" `},
		{[]string{"t", "g", "o", "enter", "t", "g", "o", "space", "enter"}, ""},
		{[]string{"t", "g", "o", "enter", "t", "g", "o", "enter"}, `track:"Go devroom" `},
		// What is typed next is parted from it.
		{[]string{"t", "g", "o", "enter", "/", "k"}, `track:"Go devroom" k`},
		{[]string{"/", "!", "t", "r", "a", "c", "k", ":", "r", "u", "s", "t", "esc", "t", "g", "o", "enter"}, `!track:rust track:"Go devroom" `},
	}
	for _, test := range tests {
		t.Run(strings.Join(test.keys, " "), func(t *testing.T) {
			d := drive(t, Options{Catalog: conference()}, 120, 36)
			d.keys(test.keys...)
			if got := d.m.query(); got != test.want {
				t.Errorf("the query is %s, want %s", got, test.want)
			}
			if d.m.mode() == inPicker && test.want != "" {
				t.Error("the picker is still open")
			}
		})
	}
}

// The counts are those of the hits with what is ticked, but each group's without
// what is ticked of itself.
func TestFilterCounts(t *testing.T) {
	d := drive(t, Options{Catalog: conference()}, 100, 48)
	d.keys("t")
	d.shows("1 of 15", "[ ] Saturday 31 January 2026", "4 │", "[ ] 10:00", "[ ] Go devroom", "enter choose")
	d.keys("tab", "tab", "space")
	d.shows("[x] Go devroom", "enter apply (3 talks)")
	count := func(label, want string) {
		t.Helper()
		for _, row := range d.rows() {
			if _, after, ok := strings.Cut(row, "] "+label); ok {
				if got := strings.Fields(after)[0]; got != want {
					t.Errorf("%s has %s, want %s", label, got, want)
				}
				return
			}
		}
		t.Errorf("no %s:\n%s", label, d.screen())
	}
	count("Saturday 31 January 2026", "3")
	count("Sunday 1 February 2026", "0") // offered before
	count("Main track", "1")
	count("Go devroom", "3")
	d.keys("tab", "tab", "tab", "tab", "down", "space") // Sunday
	d.shows("enter apply (0 talks)")
	count("Go devroom", "0")
	count("Saturday 31 January 2026", "3")
	d.keys("esc")
	d.asks("")

	d.typed("/mesh")
	d.keys("esc", "t")
	d.shows("/ mesh", "[ ] Go devroom")
	d.lacks("Main track")
	d.keys("esc", "/", "ctrl+u")
	d.typed("zzqxj")
	d.keys("esc", "t")
	d.shows("nothing to filter by")
	d.keys("space", "tab", "enter", "esc")
}

// More than a query has room for is not ticked.
func TestFilterIsFull(t *testing.T) {
	talks := make([]catalog.Talk, 20)
	for i := range talks {
		talks[i] = catalog.Talk{Title: "A", Slot: catalog.Slot{Track: fmt.Sprintf("Track %02d", i)}}
	}
	d := drive(t, Options{Catalog: catalogOf(talks...)}, 80, 30)
	d.keys("t")
	for range 18 {
		d.keys("space", "down")
	}
	d.keys("up", "space")
	d.shows("a query has no room for more", "apply (16 talks)")
	d.keys("enter")
	if d.m.hits() != 16 {
		t.Errorf("%d hits", d.m.hits())
	}
}

func TestCountingTakesItsTime(t *testing.T) {
	d := drive(t, Options{Catalog: conference()}, 80, 24)
	d.hold = true
	d.keys("t")
	d.shows("counting…")
	d.keys("l", "o") // are for what is to come
	d.release(false)
	d.lacks("counting")
	d.shows("> lo", "speakers", "Ada Lovelace")

	// A tick shows at once, its count when it is there.
	d.hold = true
	d.keys("space")
	d.shows("[x] Ada Lovelace", "enter choose")
	d.keys("backspace", "backspace", "tab", "space")
	d.release(true)
	d.shows("[x] morning", "enter apply (4 talks)")

	// A count that nobody waits for any more is not shown.
	d.keys("esc")
	d.hold = true
	d.keys("t", "enter", "esc", "t", "esc")
	stale := d.held
	d.held, d.hold = nil, false
	for _, c := range stale {
		if msg := c(); msg != nil {
			t.Errorf("a cancelled count answers %T", msg)
		}
	}
	d.send(jobs.CountedMsg{Stamp: d.m.filtering.stamp, Facets: []facts.Facet{{Key: "lang"}}})
	if d.m.mode() == inPicker || d.m.query() != "" {
		t.Error("an answer opens the picker, or keys outlive it")
	}
}

// Talks that come under an open box are counted.
func TestFilterFollowsTheCatalog(t *testing.T) {
	d := drive(t, Options{Catalog: conference()}, 80, 24)
	d.keys("t", "m", "a", "i", "n")
	d.send(LoadedMsg{Catalog: catalogOf(
		catalog.Talk{Title: "New", Slot: catalog.Slot{Track: "Domain names"}},
		catalog.Talk{Title: "Old", Slot: catalog.Slot{Track: "Main track"}},
	)})
	d.shows("  [ ] Domain names", "┃ [ ] Main track")

	before := &driver{t: t, m: New(Options{Catalog: conference()}), hold: true}
	before.run(before.m.Init())
	before.keys("t")
	before.shows("counting…")
	before.release(false)
	before.shows("Saturday")
}

func TestPickerInASmallWindow(t *testing.T) {
	d := drive(t, Options{Catalog: conference()}, 20, 5)
	d.keys("t", "tab", "l", "o")
	want := " filter\n lo\n┃ [ ] Ada Lovel…  4\n\n enter choose, apply\n"
	if got := d.screen(); got != want {
		t.Errorf("the screen is\n%swant\n%s", got, want)
	}
	d.send(tea.WindowSizeMsg{Width: 19, Height: 5})
	d.shows("window too small")
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.shows("╭─ filter ", "1 of 1", "speakers")
}

func TestMouseInThePicker(t *testing.T) {
	d := drive(t, Options{Catalog: conference()}, 80, 24)
	d.keys("t")
	click := func(y int) {
		d.clock = d.clock.Add(time.Second)
		d.send(tea.MouseClickMsg{X: 30, Y: y, Button: tea.MouseLeft})
	}
	at := func(label string) int {
		return slices.IndexFunc(d.rows(), func(row string) bool { return strings.Contains(row, label) })
	}
	click(at("Sunday"))
	d.shows("┃ [x] Sunday", "apply (2 talks)")
	click(at("times")) // a heading
	d.shows("┃ [ ] morning")
	click(0)
	d.send(tea.MouseWheelMsg{X: 30, Y: 8, Button: tea.MouseWheelDown})
	d.lacks("] Saturday")
	click(at("Go devroom"))
	d.shows("[x] Go devroom")
	d.send(tea.MouseClickMsg{X: 20, Y: at("enter apply"), Button: tea.MouseLeft})
	d.asks(`day:2026-02-01 track:"Go devroom" `)

	d.keys("esc", "t")
	y := at("Saturday")
	click(y)
	d.send(tea.MouseClickMsg{X: 30, Y: y, Button: tea.MouseLeft})
	d.asks("day:2026-01-31 ")
}

func TestPasteIntoThePicker(t *testing.T) {
	d := drive(t, Options{Catalog: conference()}, 80, 24)
	d.keys("t")
	d.send(tea.PasteMsg{Content: "main\n"})
	d.keys("backspace", "enter")
	if got := d.m.query(); got != `track:"Main track" ` {
		t.Errorf("the query is %s", got)
	}

	d.keys("esc", "esc", "t")
	d.send(tea.PasteMsg{Content: "zzzz"}) // at once, and yet no word that began with t
	d.keys("enter")
	d.asks("zzzz")
}
