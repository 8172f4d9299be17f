package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"talks/catalog"
	"talks/tui/layout"
	"talks/tui/style"
	"talks/tui/text"
)

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
		l := layout.Arrange(test.w, test.h, false, 0, true)
		if side := l.Border.W == 1 && l.Border.H > 0; side != test.side || (l.Border.H == 1 && l.Border.W == test.w) != test.stacked || l.Small != test.small {
			t.Errorf("%dx%d: %+v", test.w, test.h, l)
		}
	}
}

// The list gets what the text does not need.
func TestWideWindow(t *testing.T) {
	for w, want := range map[int]int{100: 40, 141: 56, 200: 115} {
		if l := layout.Arrange(w, 50, false, 1, true); l.List.W != want || l.Detail.W != w-want-1 {
			t.Errorf("%d columns: %+v", w, l)
		}
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
	d := driveSeed(t, 80, 24)
	unknown := d.m.View().Content
	d.send(tea.BackgroundColorMsg{}) // a bad answer: no colour at all
	if d.m.View().Content != unknown {
		t.Error("a bad answer changes the colours")
	}
	d.send(tea.BackgroundColorMsg{Color: ansi.IndexedColor(15)})
	light := d.m.View().Content
	d.send(tea.BackgroundColorMsg{Color: ansi.IndexedColor(0)})
	dark := d.m.View().Content
	if light == dark || light == unknown || dark == unknown {
		t.Error("light, dark and unknown look the same")
	}
	d.m.colours = style.Sixteen
	d.m.repaint()
	if sixteen := d.m.View().Content; sixteen == dark || strings.Contains(sixteen, "38;2;") {
		t.Error("sixteen colours are not the terminal's own")
	}
}

func TestSuspendAndLeave(t *testing.T) {
	d := driveSeed(t, 80, 24)
	for k, want := range map[string]tea.Msg{"ctrl+z": tea.SuspendMsg{}, "ctrl+c": tea.QuitMsg{}, "q": tea.QuitMsg{}} {
		d.said = nil
		d.keys(k)
		if !d.was(want) {
			t.Errorf("%s does not answer %T", k, want)
		}
	}
	if !d.m.Interrupted() {
		t.Error("^c does not count as an interruption")
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
	d := driveSeed(t, 80, 24)
	d.keys("/")
	d.send(tea.PasteMsg{Content: "mesh\n\tprivate\u202e\x07 key"})
	d.shows("/ mesh  private key")
	d.selects("Private key")
	d.keys("enter")
	d.send(tea.PasteMsg{Content: "KubeSkoop:\nan automated\n"}) // into the reader: instead
	d.asks("KubeSkoop: an automated")
	d.isIn(inPrompt)
	d.selects(kubeSkoop)

	d.keys("esc", "5")
	d.send(tea.PasteMsg{Content: "mesh"})
	d.lacks("5…")
}

// Letters of another keyboard count by their position, but not where one types.
func TestKeyboardThatIsNotLatin(t *testing.T) {
	d := driveSeed(t, 80, 24)
	d.send(tea.KeyPressMsg{Code: 'о', Text: "о", BaseCode: 'j'})
	d.shows("2 of 19")
	d.send(tea.KeyPressMsg{Code: 'п', Text: "П", BaseCode: 'g', Mod: tea.ModShift})
	d.shows("19 of 19")
	d.keys("/")
	d.send(tea.KeyPressMsg{Code: 'о', Text: "о", BaseCode: 'j'})
	d.shows("/ о")
}
