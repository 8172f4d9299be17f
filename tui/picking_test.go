package tui

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/catalog/search"
	"talks/catalog/search/query"
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

func TestFacetsNarrowTheQuery(t *testing.T) {
	tests := []struct {
		keys []string
		want string
	}{
		{[]string{"t", "enter"}, `track:"Go devroom"`},
		{[]string{"t", "down", "enter"}, `track:"Main track"`},
		{[]string{"t", "tab", "enter"}, `speaker:"Alan Turing"`},
		{[]string{"t", "tab", "l", "o", "v", "enter"}, `speaker:"Ada Lovelace"`},
		{[]string{"t", "tab", "tab", "end", "enter"}, `room:"K.1.105"`},
		{[]string{"t", "right", "right", "right", "enter"}, "day:2026-01-31"},
		{[]string{"t", "shift+tab", "left", "enter"}, "lang:en"},
		{[]string{"t", "left", "enter"}, "source:fosdem-2026.xml"},
		{[]string{"/", "k", "esc", "t", "enter"}, `k track:"Go devroom"`},
		{[]string{"tab", "t", "大", "enter"}, `track:"大会"`},
		{[]string{"t", "z", "z", "enter", "esc"}, ""}, // nothing to choose
		{[]string{"t", "esc"}, ""},
	}
	for _, test := range tests {
		t.Run(strings.Join(test.keys, " "), func(t *testing.T) {
			d := drive(t, Options{Catalog: conference()}, 120, 36)
			d.keys(test.keys...)
			if got := d.m.query(); got != test.want {
				t.Errorf("the query is %s, want %s", got, test.want)
			}
			if d.m.mode() == inPicker {
				t.Error("the picker is still open")
			}
		})
	}
}

// The counts are those of the hits, not of the catalog.
func TestFacetsCountHits(t *testing.T) {
	d := drive(t, Options{Catalog: conference()}, 80, 24)
	d.keys("t")
	d.shows("[tracks] speakers  rooms  days  times  languages  sources", "1 of 4", "Go devroom  3")
	d.keys("esc")
	d.typed("/mesh")
	d.keys("esc", "t")
	d.shows("/ mesh", "Go devroom  2")
	d.lacks("Main track")
	d.keys("tab", "tab", "tab")
	d.shows("2026-01-31 Saturday  2", "2026-02-01 Sunday    1")
	d.keys("esc", "/", "ctrl+u")
	d.typed("zzqxj")
	d.keys("esc", "t")
	d.shows("nothing to filter by")
}

func TestCountingTakesItsTime(t *testing.T) {
	d := drive(t, Options{Catalog: conference()}, 80, 24)
	d.hold = true
	d.keys("t")
	d.shows("counting…")
	d.keys("tab", "l", "o") // are for what is to come
	d.release(false)
	d.lacks("counting")
	d.shows("[speakers]", "narrow lo", "Ada Lovelace  4")

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
	d.send(countedMsg{stamp: d.m.counting.stamp, facets: []search.Facet{{Key: "lang"}}})
	if d.m.mode() == inPicker || d.m.query() != "" {
		t.Error("an answer opens the picker, or keys outlive it")
	}
}

// Hits that change under an open picker are counted anew.
func TestFacetsFollowTheHits(t *testing.T) {
	d := drive(t, Options{Catalog: conference()}, 80, 24)
	d.keys("t", "down")
	d.send(LoadedMsg{Catalog: catalogOf(
		catalog.Talk{Title: "New", Slot: catalog.Slot{Track: "Added"}},
		catalog.Talk{Title: "Old", Slot: catalog.Slot{Track: "Main track"}},
	)})
	d.shows("filter by  tracks", "Added       1", "┃ Main track  1")
	d.lacks("Go devroom", "speakers")

	before := &driver{t: t, m: New(Options{Catalog: conference()}), hold: true}
	before.run(before.m.Init())
	before.keys("t")
	before.shows("counting…")
	before.release(false)
	before.shows("Go devroom")
}

func TestPickerInASmallWindow(t *testing.T) {
	d := drive(t, Options{Catalog: conference()}, 20, 5)
	d.keys("t", "tab")
	want := " … [speakers] room…\n\n ┃ Alan Turing   6\n   Ada Lovelace  4\n enter choose\n"
	if got := d.screen(); got != want {
		t.Errorf("the screen is\n%swant\n%s", got, want)
	}
	d.send(tea.WindowSizeMsg{Width: 19, Height: 5})
	d.shows("window too small")
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.shows("1 of 6", "[speakers]")
}

func TestMouseInThePicker(t *testing.T) {
	d := drive(t, Options{Catalog: conference()}, 80, 24)
	d.keys("t")
	click := func(y int) { d.send(tea.MouseClickMsg{X: 10, Y: y, Button: tea.MouseLeft}) }
	click(6) // heading, prompt, tabs, typing, a blank: the second row
	d.shows("2 of 4", "┃ Main track")
	click(4)
	d.shows("2 of 4")
	d.send(tea.MouseWheelMsg{X: 3, Y: 3, Button: tea.MouseWheelDown})
	d.shows("2 of 4") // all are in sight
	d.clock = d.clock.Add(100 * time.Millisecond)
	click(7)
	click(7)
	if got := d.m.query(); got != `track:"Rust"` {
		t.Errorf("a double click asks for %q", got)
	}
}

func TestClickOnATab(t *testing.T) {
	d := drive(t, Options{Catalog: conference()}, 80, 24)
	d.keys("t")
	for _, step := range []struct {
		x, y int
		want string
	}{
		{30, 2, " tracks  speakers [rooms] days  "},
		{36, 2, " tracks  speakers [rooms] days  "},
		{37, 2, " tracks  speakers  rooms [days] "}, // nothing has moved
		{30, 3, " rooms [days] "},
		{3, 2, " rooms [days] "},
		{79, 2, " rooms [days] "},
		{12, 2, "[tracks] speakers  rooms "},
	} {
		d.send(tea.MouseClickMsg{X: step.x, Y: step.y, Button: tea.MouseLeft})
		if got := d.rows()[2]; !strings.Contains(got, step.want) {
			t.Errorf("after a click at %d,%d: %q, want %q", step.x, step.y, got, step.want)
		}
	}
}

func TestPasteIntoThePicker(t *testing.T) {
	d := drive(t, Options{Catalog: conference()}, 80, 24)
	d.keys("t")
	d.send(tea.PasteMsg{Content: "main\n"})
	d.keys("backspace", "enter")
	if got := d.m.query(); got != `track:"Main track"` {
		t.Errorf("the query is %s", got)
	}
}

// What is written into the query is what the facets of the results say.
func TestFacetGroups(t *testing.T) {
	c := conference()
	r, err := search.Build(c.Talks).Search(context.Background(), query.Parse(""))
	if err != nil {
		t.Fatal(err)
	}
	list := r.Facets(context.Background())
	groups := facetGroups(list)
	for i, g := range groups {
		if g.Name == "" || len(g.Items) != len(list[i].Values) {
			t.Errorf("group %d: %+v", i, g)
		}
	}
}

func TestGoldenPicker(t *testing.T) {
	for _, size := range [][2]int{{120, 36}, {80, 24}, {40, 12}} {
		d := drive(t, Options{Catalog: conference()}, size[0], size[1])
		d.keys("t", "down")
		d.typed("r")
		checkGolden(t, fmt.Sprintf("facets-%dx%d", size[0], size[1]), d.marked())
	}
	d := drive(t, Options{Catalog: conference(), ASCII: true}, 80, 24)
	d.keys("enter", "o")
	checkGolden(t, "links-ascii-80x24", d.marked())
}
