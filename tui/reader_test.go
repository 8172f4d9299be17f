package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
)

// Where the match is further down than the detail reaches, the detail goes there.
func TestMatchComesIntoSight(t *testing.T) {
	d := driveSeed(t, 80, 24)
	d.typed("/ebpf")
	d.highlights("eBPF", "eBPF")
	d.keys("enter") // the reader starts at the top; n goes there
	d.shows(kubeSkoop)
	d.keys("n")
	if !strings.Contains(d.marked(), "⟦eBPF⟧") {
		t.Errorf("the match is not in sight:\n%s", d.marked())
	}
	d.shows("match 1/1", "▸")
}

func TestWalkThroughMatches(t *testing.T) {
	body := "kube here. " + strings.Repeat("filler words stand here. ", 100) + "kube there. " + strings.Repeat("more words. ", 100) + "kube at last"
	d := drive(t, Options{Catalog: catalogOf(catalog.Talk{Title: "A talk", Abstract: body})}, 80, 24)
	d.typed("/kube")
	d.keys("enter")
	d.shows("3 matches")
	for _, want := range []string{"match 1/3", "match 2/3", "match 3/3", "match 1/3"} {
		d.keys("n")
		d.shows(want)
	}
	d.keys("N")
	d.shows("match 3/3", "100%")
	if !strings.Contains(d.marked(), "⟦kube⟧ at last") {
		t.Errorf("the third match is not in sight:\n%s", d.marked())
	}
}

func TestFindInText(t *testing.T) {
	d := driveSeed(t, 80, 24)
	d.keys("enter", "/")
	d.typed("ZTUNNEL")
	d.highlights("ztunnel")
	d.keys("enter")
	d.shows("match 1/1")
	d.keys("esc")
	d.lacks("match")
	d.shows("ztunnel")
	d.keys("esc")
	d.shows("/ to find")

	d.keys("enter", "/")
	d.typed("nowhere")
	d.keys("enter")
	d.shows("not in this talk: nowhere")
}

// What is typed or said has the whole status line where it needs it.
func TestStatusLineInASmallWindow(t *testing.T) {
	d := drive(t, Options{Catalog: seedCatalog(t), Query: "mesh"}, 20, 8)
	status := func() string { return d.rows()[7] }
	d.keys("enter", "/")
	d.typed("abcdefghijk")
	if got := status(); got != " /abcdefghijk" {
		t.Errorf("while typing: %q", got)
	}
	d.keys("enter")
	if got := status(); got != " not in this talk: …" {
		t.Errorf("when it is not there: %q", got)
	}
	d.keys("n")
	if got := status(); !strings.Contains(got, "match 1/") {
		t.Errorf("on a match: %q", got)
	}
}

func TestReaderTurnsPages(t *testing.T) {
	d := driveSeed(t, 80, 24)
	d.keys("enter")
	d.shows("1 of 19")
	d.keys("K")
	d.shows("this is the first talk")
	d.keys("J")
	d.shows("2 of 19", "KubeSkoop")
	d.keys("J", "K", "K")
	d.shows("1 of 19", "Ambient")
	d.keys("esc", "G", "enter", "J")
	d.shows("this is the last talk", "19 of 19")
}

// Past the title, the heading has it.
func TestReaderKeepsTheTitle(t *testing.T) {
	d := driveSeed(t, 60, 12)
	d.keys("enter")
	d.shows("oschina")
	d.keys("space")
	d.lacks("oschina")
	if row := d.rows()[0]; !strings.Contains(row, istio) {
		t.Errorf("the heading is %q", row)
	}
}

func TestResizeKeepsWhatIsRead(t *testing.T) {
	d := driveSeed(t, 80, 10)
	d.keys("enter", "d", "d")
	before := d.rows()[2]
	for range 5 {
		d.send(tea.WindowSizeMsg{Width: 40, Height: 12})
		d.shows(strings.Join(strings.Fields(before)[:3], " "))
		d.send(tea.WindowSizeMsg{Width: 80, Height: 10})
	}
	if got := d.rows()[2]; got != before || before == "" {
		t.Errorf("on top was %q, now is %q", before, got)
	}
}

// Where the detail has no room beside the list, tab goes to the reader and back.
func TestTabGoesThereAndBack(t *testing.T) {
	d := driveSeed(t, 60, 20)
	d.keys("tab")
	d.isIn(inReader)
	d.keys("tab")
	d.isIn(inList)
}
