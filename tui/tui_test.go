package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"talks/catalog"
)

const (
	istio     = "Istio Ambient Mesh Present and Future"
	kubeSkoop = "KubeSkoop: An automated diagnostic system for container network issues"
)

func TestFindAndRead(t *testing.T) {
	d := driveSeed(t, 120, 36)
	d.typed("/kubesk")
	d.selects(kubeSkoop)
	d.keys("enter")
	d.shows("KubeSkoop: An automated diagnostic system", "capabilities implementation")
	d.lacks("│", "Istio Ambient")
	d.keys("esc")
	d.shows("/ kubesk", "│")
}

func TestFoundByAbstract(t *testing.T) {
	d := driveSeed(t, 120, 36)
	d.typed("/ebpf")
	d.selects(kubeSkoop)
	// Once in the passage below the title, once in the text.
	d.highlights("eBPF", "eBPF")
}

func TestHighlightsWholeCharacters(t *testing.T) {
	d := drive(t, Options{Catalog: catalogOf(catalog.Talk{Title: "云原生 Größe der Daten 大会", Abstract: "关于大会。"})}, 80, 24)
	d.typed("/大会")
	if got := strings.Join(d.highlighted(), "|"); !strings.HasPrefix(got, "大会") || strings.Trim(got, "大会|") != "" {
		t.Errorf("highlighted: %q", got)
	}
	d.keys("ctrl+u")
	d.typed("dat")
	if got := strings.Join(d.highlighted(), "|"); !strings.HasPrefix(got, "Dat") || strings.Trim(got, "Daten|") != "" {
		t.Errorf("highlighted: %q", got)
	}
}

// One step at a time: search in the text, reader, query; never out.
func TestEscGoesOneStepBack(t *testing.T) {
	d := driveSeed(t, 120, 36)
	d.typed("/mesh")
	d.keys("enter", "/")
	d.typed("a")
	steps := []struct {
		at   mode
		says string
	}{
		{inReader, "matches"},
		{inList, "/ mesh"},
		{inList, "/ to find"},
		{inList, "1 of 19"},
	}
	d.keys("enter") // keeps the search in the text
	for i, step := range steps {
		d.keys("esc")
		if d.m.mode() != step.at {
			t.Errorf("after %d esc: at %b, want %b", i+1, d.m.mode(), step.at)
		}
		d.shows(step.says)
	}
	if d.was(tea.QuitMsg{}) {
		t.Error("esc quits")
	}
}

// While words are typed, the cursor is on what they find best. Where nothing but
// conditions or nothing at all is asked, it is on the talk that was chosen.
func TestCursorStaysOnAChosenTalk(t *testing.T) {
	d := driveSeed(t, 120, 36)
	d.typed("/kubernetes")
	best := d.selected()
	d.keys("down", "down")
	chosen := d.selected()
	if chosen == best {
		t.Fatal("the cursor does not move")
	}
	d.run(d.m.ask(d.m.query() + " is:slides"))
	d.selects(chosen)
	d.keys("ctrl+u")
	d.selects(chosen)
	d.typed("kubernetes")
	d.selects(best)
	d.typed(" network")
	d.selects(kubeSkoop)
	d.keys("ctrl+u")
	d.typed("fluidtable")
	d.selects("FluidTable")
	d.keys("ctrl+u")
	d.selects(chosen)
	d.typed("kubesk")
	d.keys("esc", "esc") // out of the query with the talk that it found
	d.selects(kubeSkoop)
}

func TestNoHits(t *testing.T) {
	d := driveSeed(t, 120, 36)
	d.typed("/zzqxj")
	d.shows("no talk", "zzqxj", "no hits")
	d.keys("enter", "n", "down", "tab", "G")
	d.keys("esc", "esc")
	d.shows("1 of 19")
}

// The selected row shows why it was found, below the facts if it is in the text,
// and in them if it is there.
func TestReasonIsNotCutOff(t *testing.T) {
	slot := catalog.Slot{Track: "A long track about nothing at all", Room: "K.1.105"}
	people := []catalog.Person{{Name: "Ann Other"}, {Name: "Zoë van Dyk"}}
	for _, c := range []struct{ query, title, facts, quote string }{
		{"crane", "cloud with «Crane»", "K.1.105  Ann Other +1 · A long track about …", ""},
		{"costs crane", "cloud with «Crane»", "K.1.105  Ann Other +1 · A long track about …", ""},
		{"zoe costs", "cloud with Crane", "K.1.105  «Zoë» van Dyk +1 · A long track abou…", ""},
		{"finance costs", "cloud with Crane", "K.1.105  Ann Other +1 · A long track about …", "…«costs» are cut. So says van of the «finance»…"},
		{"zoe finance", "cloud with Crane", "K.1.105  «Zoë» van Dyk +1 · A long track abou…", "…So says van of the «finance» department,…"},
		{"zoe dyk finance", "cloud with Crane", "K.1.105  «Zoë» van «Dyk» +1 · A long track abou…", ""},
		{"nothing", "cloud with Crane", "K.1.105  A long track about «nothing» at all", ""},
		{"k.1.105", "cloud with Crane", "«K».«1».«105»  Ann Other +1 · A long track about …", ""},
		{"room:k.1.105", "cloud with Crane", "K.1.105  Ann Other +1 · A long track about …", ""},
	} {
		d := drive(t, Options{Catalog: catalogOf(catalog.Talk{
			Title: "How costs are cut in all the corners of the cloud with Crane", Speakers: people, Slot: slot,
			Abstract: "Here costs are cut. So says van of the finance department, room 105.",
		})}, 48, 12)
		d.keys("/")
		d.typed(c.query)
		rows := strings.Split(d.marked(), "\n")
		for i, want := range []string{c.title, c.facts, c.quote} {
			if got := strings.TrimPrefix(rows[3+i], " ┃ "); got != want {
				t.Errorf("%q: below the title stands %q, want %q", c.query, got, want)
			}
		}
	}
}

// The terminal's cursor stands on the selected row, as those need who do not see
// the screen.
func TestCursorStandsOnTheSelectedRow(t *testing.T) {
	for _, size := range []struct{ width, height int }{{200, 50}, {80, 24}, {40, 12}, {20, 5}} {
		d := drive(t, Options{Catalog: weekend()}, size.width, size.height)
		for _, key := range []string{"", "j", "j", "S", "S", "G", "k", "pgup", "g"} {
			if key != "" {
				d.keys(key)
			}
			v := d.m.View()
			if v.Cursor == nil {
				t.Fatalf("%v after %q: no cursor", size, key)
			}
			on := ansi.Strip(strings.Split(v.Content, "\n")[v.Cursor.Y])
			if want := d.m.current().Title; !strings.Contains(on, "┃ "+want) {
				t.Errorf("%v after %q: the cursor stands on %q, want %q", size, key, on, want)
			}
		}
		if d.keys("/"); d.m.View().Cursor.Y != promptRow {
			t.Errorf("%v: the cursor has left the prompt", size)
		}
	}
}
