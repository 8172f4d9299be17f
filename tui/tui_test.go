package tui

import (
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"talks/catalog"
	"talks/tui/text"
)

const (
	istio     = "Istio Ambient Mesh Present and Future"
	kubeSkoop = "KubeSkoop: An automated diagnostic system for container network issues"
)

func TestFirstFrameWaitsForNothing(t *testing.T) {
	m := New(Options{Catalog: seedCatalog(t)})
	d := &driver{t: t, m: m}
	d.shows("oschina · 19 talks", "1 of 19", istio, "Recently, developers around the world")
}

func TestFindAndRead(t *testing.T) {
	d := drive(t, Options{Catalog: seedCatalog(t)}, 120, 36)
	d.typed("/kubesk")
	if got := d.selected(); got != kubeSkoop {
		t.Errorf("on top is %q", got)
	}
	d.keys("enter")
	d.shows("KubeSkoop: An automated diagnostic system", "capabilities implementation")
	d.lacks("│", "Istio Ambient")
	d.keys("esc")
	d.shows("/ kubesk", "│")
}

func TestFoundByAbstract(t *testing.T) {
	d := drive(t, Options{Catalog: seedCatalog(t)}, 120, 36)
	d.typed("/ebpf")
	if got := d.selected(); got != kubeSkoop {
		t.Errorf("on top is %q", got)
	}
	// Once in the passage below the title, once in the text.
	if got, want := d.lit(), []string{"eBPF", "eBPF"}; !reflect.DeepEqual(got, want) {
		t.Errorf("lit: %q, want %q", got, want)
	}
}

// Where the match is further down than the detail reaches, the detail goes there.
func TestMatchComesIntoSight(t *testing.T) {
	d := drive(t, Options{Catalog: seedCatalog(t)}, 80, 24)
	d.typed("/ebpf")
	if got, want := d.lit(), []string{"eBPF", "eBPF"}; !reflect.DeepEqual(got, want) {
		t.Errorf("lit: %q, want %q", got, want)
	}
	d.keys("enter") // the reader starts at the top; n goes there
	d.shows(kubeSkoop)
	d.keys("n")
	if !strings.Contains(d.marked(), "⟦eBPF⟧") {
		t.Errorf("the match is not in sight:\n%s", d.marked())
	}
	d.shows("match 1/1", "▸")
}

func TestLightsTheRightSigns(t *testing.T) {
	d := drive(t, Options{Catalog: catalogOf(catalog.Talk{Title: "云原生 Größe der Daten 大会", Abstract: "关于大会。"})}, 80, 24)
	d.typed("/大会")
	if got := strings.Join(d.lit(), "|"); !strings.HasPrefix(got, "大会") || strings.Trim(got, "大会|") != "" {
		t.Errorf("lit: %q", got)
	}
	d.keys("ctrl+u")
	d.typed("dat")
	if got := strings.Join(d.lit(), "|"); !strings.HasPrefix(got, "Dat") || strings.Trim(got, "Daten|") != "" {
		t.Errorf("lit: %q", got)
	}
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
	d := drive(t, Options{Catalog: seedCatalog(t)}, 80, 24)
	d.keys("enter", "/")
	d.typed("ZTUNNEL")
	if got, want := d.lit(), []string{"ztunnel"}; !reflect.DeepEqual(got, want) {
		t.Errorf("lit while typing: %q, want %q", got, want)
	}
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

// One step at a time: search in the text, reader, prompt, query; never out.
func TestEscGoesOneStepBack(t *testing.T) {
	d := drive(t, Options{Catalog: seedCatalog(t)}, 120, 36)
	d.typed("/mesh")
	d.keys("enter", "/")
	d.typed("a")
	steps := []struct {
		at   place
		says string
	}{
		{inReader, "matches"},
		{inPrompt, "/ mesh"},
		{inList, "/ mesh"},
		{inList, "/ to find"},
		{inList, "1 of 19"},
	}
	d.keys("enter") // keeps the search in the text
	for i, step := range steps {
		d.keys("esc")
		if d.m.place() != step.at {
			t.Errorf("after %d esc: at %b, want %b", i+1, d.m.place(), step.at)
		}
		d.shows(step.says)
	}
	if d.was(tea.QuitMsg{}) {
		t.Error("esc quits")
	}
}

func TestCursorStaysOnAChosenTalk(t *testing.T) {
	d := drive(t, Options{Catalog: seedCatalog(t)}, 120, 36)
	d.typed("/kubernetes")
	best := d.selected()
	d.keys("down", "down")
	chosen := d.selected()
	if chosen == best {
		t.Fatal("the cursor does not move")
	}
	d.keys("backspace")
	if got := d.selected(); got != chosen {
		t.Errorf("the cursor left %q, which is still there, for %q", chosen, got)
	}
	d.keys("ctrl+u")
	if got := d.selected(); got != chosen {
		t.Errorf("the cursor left %q for %q when the query was emptied", chosen, got)
	}
	d.typed("fluidtable")
	if got := d.selected(); !strings.HasPrefix(got, "FluidTable") {
		t.Errorf("the chosen talk is gone, on top should be the best hit, not %q", got)
	}
	d.keys("ctrl+u")
	if got := d.selected(); got != istio {
		t.Errorf("nobody chose %q", got)
	}
}

func TestStaleResultsAreDropped(t *testing.T) {
	d := drive(t, Options{Catalog: seedCatalog(t)}, 120, 36)
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
	d := drive(t, Options{Catalog: seedCatalog(t)}, 80, 12)
	d.hold = true
	d.typed("/kubesk")
	d.keys("enter", "G") // and what comes after it is for the reader
	d.release(false)
	if d.m.place() != inReader {
		t.Fatal("the reader is not open")
	}
	d.shows("/ find in the text", "capabilities implementation", "100%")
}

func TestQueryBeforeTheIndex(t *testing.T) {
	d := &driver{t: t, m: New(Options{Catalog: seedCatalog(t), Query: "kubesk"}), hold: true}
	d.run(d.m.Init())
	d.send(tea.WindowSizeMsg{Width: 120, Height: 36})
	d.shows("indexing…", "/ kubesk")
	d.release(false)
	d.shows("1 of ")
	if got := d.selected(); got != kubeSkoop {
		t.Errorf("on top is %q", got)
	}
}

func TestNoHits(t *testing.T) {
	d := drive(t, Options{Catalog: seedCatalog(t)}, 120, 36)
	d.typed("/zzqxj")
	d.shows("no talk", "zzqxj", "no hits")
	d.keys("enter", "n", "down", "tab", "G")
	d.keys("esc", "esc")
	d.shows("1 of 19")
}

func TestReaderTurnsPages(t *testing.T) {
	d := drive(t, Options{Catalog: seedCatalog(t)}, 80, 24)
	d.keys("enter")
	d.shows("1 of 19")
	d.keys("K")
	d.shows("this is the first talk")
	d.keys("J")
	d.shows("2 of 19", "KubeSkoop")
	d.keys("right", "left", "left")
	d.shows("1 of 19", "Ambient")
	d.keys("esc", "G", "enter", "J")
	d.shows("this is the last talk", "19 of 19")
}

// Past the title, the heading has it.
func TestReaderKeepsTheTitle(t *testing.T) {
	d := drive(t, Options{Catalog: seedCatalog(t)}, 60, 12)
	d.keys("enter")
	d.shows("oschina")
	d.keys("space")
	d.lacks("oschina")
	if row := d.rows()[0]; !strings.Contains(row, istio) {
		t.Errorf("the heading is %q", row)
	}
}

func TestSizesChooseTheLayout(t *testing.T) {
	tests := []struct {
		w, h                 int
		side, stacked, small bool
	}{
		{100, 24, true, false, false},
		{250, 5, true, false, false},
		{99, 24, false, true, false},
		{99, 23, false, false, false},
		{20, 5, false, false, false},
		{19, 5, false, false, true},
		{20, 4, false, false, true},
	}
	for _, test := range tests {
		l := arrange(test.w, test.h, false, 0)
		if side := l.border.w == 1 && l.border.h > 0; side != test.side || (l.border.h == 1 && l.border.w == test.w) != test.stacked || l.small != test.small {
			t.Errorf("%dx%d: %+v", test.w, test.h, l)
		}
	}
}

func TestResizeKeepsTheReadersPlace(t *testing.T) {
	d := drive(t, Options{Catalog: seedCatalog(t)}, 80, 10)
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

func TestMouse(t *testing.T) {
	d := drive(t, Options{Catalog: seedCatalog(t)}, 120, 36)
	click := func(x, y int) { d.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}) }
	click(10, 5) // the second line of the second talk
	if got := d.selected(); got != kubeSkoop {
		t.Errorf("a click selects %q", got)
	}
	d.clock = d.clock.Add(time.Second)
	click(10, 4)
	if d.m.reading {
		t.Error("two slow clicks open a talk")
	}
	d.clock = d.clock.Add(100 * time.Millisecond)
	click(10, 4)
	if !d.m.reading {
		t.Error("a double click does not open a talk")
	}
	d.keys("esc")

	d.send(tea.MouseWheelMsg{X: 100, Y: 10, Button: tea.MouseWheelDown})
	if d.m.pager.Top() != 0 { // the whole text is in sight
		t.Errorf("the text scrolled to %d", d.m.pager.Top())
	}
	for range 5 {
		d.send(tea.MouseWheelMsg{X: 10, Y: 10, Button: tea.MouseWheelDown})
	}
	if first, _ := d.m.list.Visible(); first != 3 { // 19 talks, 16 fit
		t.Errorf("the list begins at %d", first)
	}
	click(100, 10)
	if d.m.place() != inDetail {
		t.Error("a click into the detail does not go there")
	}
	click(5, promptRow)
	if d.m.place() != inPrompt {
		t.Error("a click into the prompt does not go there")
	}
}

func TestMouseModeIsTheUsersChoice(t *testing.T) {
	if v := New(Options{}).View(); v.MouseMode != tea.MouseModeCellMotion {
		t.Error("no mouse")
	}
	if v := New(Options{NoMouse: true}).View(); v.MouseMode != tea.MouseModeNone {
		t.Error("a mouse in spite of NoMouse")
	}
}

func TestWheelFloodIsThinned(t *testing.T) {
	now := time.Unix(0, 0)
	filter := Filter(func() time.Time { return now })
	passed := 0
	for range 100 {
		if filter(nil, tea.MouseWheelMsg{}) != nil {
			passed++
		}
		if filter(nil, tea.KeyPressMsg{}) == nil {
			t.Fatal("a key is lost")
		}
		now = now.Add(time.Millisecond)
	}
	if passed != 7 { // at 0, 16, … 96 ms
		t.Errorf("%d of 100 wheel messages pass", passed)
	}
}

func TestTerminalMeasuresClusters(t *testing.T) {
	d := drive(t, Options{Catalog: catalogOf(catalog.Talk{Title: "👨\u200d👩\u200d👧 family"})}, 80, 24)
	d.lacks("👧")
	d.send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeNotRecognized})
	if d.m.method != text.WcWidth {
		t.Error("believes a terminal that does not know the mode")
	}
	d.send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset})
	d.shows("👨\u200d👩\u200d👧 family")
}

func TestThemeFollowsTheTerminal(t *testing.T) {
	d := drive(t, Options{Catalog: seedCatalog(t)}, 80, 24)
	dark := d.m.View().Content
	d.send(tea.BackgroundColorMsg{}) // no colour at all: stay with the guess
	d.send(tea.BackgroundColorMsg{Color: ansi.IndexedColor(15)})
	if d.m.View().Content == dark {
		t.Error("a light background changes nothing")
	}
	d.send(tea.BackgroundColorMsg{Color: ansi.IndexedColor(0)})
	if d.m.View().Content != dark {
		t.Error("a dark background does not bring the dark theme back")
	}
}

func TestProblemsAreTold(t *testing.T) {
	c := catalog.New(catalog.Document{
		Talks:    []catalog.Talk{{Title: "A"}},
		Problems: []catalog.Problem{{What: "x"}, {What: "y"}},
	})
	d := drive(t, Options{Catalog: c}, 80, 24)
	d.shows("2 problems, talks check shows them")
	d.keys("j")
	d.lacks("problems")
}

func TestLoadedCatalogKeepsTheCursor(t *testing.T) {
	d := drive(t, Options{Catalog: catalogOf(catalog.Talk{Title: "A"}, catalog.Talk{Title: "B"}), Progress: "1 of 2 files"}, 80, 24)
	d.shows("1 of 2 files")
	d.keys("j")
	d.send(Loaded{Catalog: catalogOf(catalog.Talk{Title: "0"}, catalog.Talk{Title: "A"}, catalog.Talk{Title: "B"})})
	d.lacks("files")
	d.shows("3 of 3")
	if got := d.selected(); got != "B" {
		t.Errorf("the cursor is on %q", got)
	}
	d.typed("/0")
	if got := d.selected(); got != "0" {
		t.Errorf("the new talk is not found, but %q", got)
	}
}

func TestSuspendAndLeave(t *testing.T) {
	d := drive(t, Options{Catalog: seedCatalog(t)}, 80, 24)
	for k, want := range map[string]tea.Msg{"ctrl+z": tea.SuspendMsg{}, "ctrl+c": tea.InterruptMsg{}, "q": tea.QuitMsg{}} {
		d.said = nil
		d.keys(k)
		if !d.was(want) {
			t.Errorf("%s does not answer %T", k, want)
		}
	}
	d.typed("/q")
	d.shows("/ q")
	d.said = nil
	d.send(tea.ResumeMsg{})
	if !d.was(tea.RawMsg{}) {
		t.Error("after a suspension nobody asks again for cluster measuring")
	}
}

func TestPaste(t *testing.T) {
	d := drive(t, Options{Catalog: seedCatalog(t)}, 80, 24)
	d.send(tea.PasteMsg{Content: "ignored in the list"})
	d.keys("/")
	d.send(tea.PasteMsg{Content: "mesh\n\tprivate\u202e\x07 key"})
	d.shows("/ mesh  private key")
	if got := d.selected(); !strings.HasPrefix(got, "Private key") {
		t.Errorf("on top is %q", got)
	}
}

// Letters of another keyboard count by their place, but not where one types.
func TestKeyboardThatIsNotLatin(t *testing.T) {
	d := drive(t, Options{Catalog: seedCatalog(t)}, 80, 24)
	d.send(tea.KeyPressMsg{Code: 'о', Text: "о", BaseCode: 'j'})
	d.shows("2 of 19")
	d.keys("/")
	d.send(tea.KeyPressMsg{Code: 'о', Text: "о", BaseCode: 'j'})
	d.shows("/ о")
}

func TestLongTextIsWrappedBesideTheScreen(t *testing.T) {
	body := strings.Repeat("kube words of a long talk. ", 20_000) + "the end"
	d := drive(t, Options{Catalog: catalogOf(catalog.Talk{Title: "Long", Abstract: body})}, 120, 36)
	d.hold = true
	d.send(tea.WindowSizeMsg{Width: 130, Height: 36})
	d.send(tea.WindowSizeMsg{Width: 131, Height: 36})
	if len(d.held) != 1 {
		t.Errorf("%d wrappings at once", len(d.held))
	}
	d.shows("wrapping…", "kube words")
	d.release(false)
	d.lacks("wrapping")
	d.hold = true
	d.keys("enter", "G") // before the end is known
	d.lacks("the end")
	d.release(false)
	d.shows("the end", "100%")
}
