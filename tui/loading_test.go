package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
)

func TestFirstFrameWaitsForNothing(t *testing.T) {
	m := New(Options{Catalog: seedCatalog(t)})
	d := &driver{t: t, m: m}
	d.shows("oschina · 19 talks", "1 of 19", istio, "Recently, developers around the world")
}

func TestStaleResultsAreDropped(t *testing.T) {
	d := driveSeed(t, 120, 36)
	d.hold = true
	d.typed("/istio")
	d.keys("ctrl+u")
	d.typed("volcano")
	d.release(true) // the latest answers first
	if got := d.selected(); !strings.Contains(got, "Volcano") {
		t.Errorf("on top is %q", got)
	}
	if d.m.pending {
		t.Error("still waiting")
	}
}

// Enter typed faster than the search means the talk that was asked for.
func TestEnterBeforeTheHitsCome(t *testing.T) {
	d := driveSeed(t, 80, 12)
	d.hold = true
	d.typed("/kubesk")
	d.keys("enter", "G") // and what comes after it is for the reader
	d.release(false)
	d.isIn(inReader)
	d.shows("/ find in the text", "capabilities implementation", "100%")
}

func TestQueryBeforeTheIndex(t *testing.T) {
	d := &driver{t: t, m: New(Options{Catalog: seedCatalog(t), Query: "kubesk"}), hold: true}
	d.run(d.m.Init())
	d.send(tea.WindowSizeMsg{Width: 120, Height: 36})
	d.shows("indexing…", "/ kubesk")
	d.release(false)
	d.shows("1 of ")
	d.selects(kubeSkoop)
}

func TestProblemsAreTold(t *testing.T) {
	c := gather(catalog.Document{
		Talks:    []catalog.Talk{{Title: "A"}},
		Problems: []catalog.Problem{{File: "a.txt", Line: 7, What: "a title without an abstract"}, {File: "nosuch.xml", What: "no such file"}},
	})
	d := drive(t, Options{Catalog: c}, 80, 24)
	d.shows("nosuch.xml: no such file, and 1 more: talks check")
	d.keys("j")
	d.lacks("nosuch")
}

// What has been said stays until a key when more is loaded.
func TestLoadedCatalogKeepsTheNotice(t *testing.T) {
	problem := catalog.Document{Problems: []catalog.Problem{{File: "nosuch.xml", What: "no such file"}}}
	first := gather(problem, catalog.Document{Talks: []catalog.Talk{{Title: "A"}}})
	more := gather(problem, catalog.Document{Talks: []catalog.Talk{{Title: "A"}, {Title: "B"}}})
	d := drive(t, Options{Catalog: first, Progress: "1 of 2 files"}, 80, 24)
	d.send(LoadedMsg{Catalog: more, Progress: "still reading"})
	d.shows("nosuch.xml: no such file", "2 talks")
	d.keys("j")
	d.lacks("nosuch")
	d.send(LoadedMsg{Catalog: more})
	d.lacks("nosuch") // it has been said
}

func TestLoadedCatalogKeepsTheCursor(t *testing.T) {
	d := drive(t, Options{Catalog: catalogOf(catalog.Talk{Title: "A"}, catalog.Talk{Title: "B"}), Progress: "1 of 2 files"}, 80, 24)
	d.shows("1 of 2 files")
	d.keys("j")
	d.send(LoadedMsg{Catalog: catalogOf(catalog.Talk{Title: "0"}, catalog.Talk{Title: "A"}, catalog.Talk{Title: "B"})})
	d.lacks("files")
	d.shows("3 of 3")
	d.selects("B")
	d.typed("/0")
	d.selects("0")
}

// Before the terminal is ours it turns enter into a line feed.
func TestEnterTypedAhead(t *testing.T) {
	d := &driver{t: t, m: New(Options{Catalog: seedCatalog(t)}), hold: true}
	d.run(d.m.Init())
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.typed("/kubesk")
	d.keys("ctrl+j")
	d.release(false)
	d.isIn(inReader)
	d.shows(kubeSkoop)
}

// Nothing is said about a query while there is more to come.
func TestNoVerdictWhileLoading(t *testing.T) {
	d := drive(t, Options{Catalog: catalogOf(catalog.Talk{Title: "A"}), Progress: "1 of 2 files"}, 80, 24)
	d.typed("/beta")
	d.lacks("no talk")
	d.keys("enter") // waits for it
	d.send(LoadedMsg{Catalog: catalogOf(catalog.Talk{Title: "A"}, catalog.Talk{Title: "Beta"})})
	d.isIn(inReader)
}
