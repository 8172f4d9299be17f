package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

func TestMouse(t *testing.T) {
	d := driveSeed(t, 120, 36)
	click := func(x, y int) { d.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}) }
	click(10, 5) // the second line of the second talk
	d.selects(kubeSkoop)
	d.clock = d.clock.Add(time.Second)
	click(10, 4)
	if d.m.readerOpen {
		t.Error("two slow clicks open a talk")
	}
	d.clock = d.clock.Add(100 * time.Millisecond)
	click(10, 4)
	if !d.m.readerOpen {
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
	if first, _, _ := d.m.list.At(0); first != 3 { // 19 talks, 16 fit
		t.Errorf("the list begins at %d", first)
	}
	click(100, 10)
	d.isIn(inDetail)
	click(5, promptRow)
	d.isIn(inPrompt)
}

// A click on a heading goes to the first talk below it; two of them open nothing.
func TestClickOnAHeading(t *testing.T) {
	d := drive(t, Options{Catalog: twoDays()}, 120, 36)
	for range 2 {
		d.send(tea.MouseClickMsg{X: 3, Y: 6, Button: tea.MouseLeft})
	}
	d.selects("A compiler that")
	d.isIn(inList)
	d.keys("G")
	first, _, _ := d.m.list.At(0)
	d.send(tea.MouseClickMsg{X: 3, Y: 3, Button: tea.MouseLeft}) // that on top
	if got := d.m.list.Cursor(); got != first {
		t.Errorf("the cursor is on %d, want %d", got, first)
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
	filter := ThinWheel(func() time.Time { return now })
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

// at is the cell of the first place on the screen that holds a text.
func (d *driver) at(text string) (x, y int) {
	d.t.Helper()
	for y, row := range d.rows() {
		if before, _, found := strings.Cut(row, text); found {
			return d.m.cells(before), y
		}
	}
	d.t.Fatalf("the screen does not show %q:\n%s", text, d.screen())
	return 0, 0
}

// clickOn clicks on the last cell of the first place that holds a text.
func (d *driver) clickOn(text string) {
	d.t.Helper()
	x, y := d.at(text)
	d.clock = d.clock.Add(time.Second)
	d.send(tea.MouseClickMsg{X: x + d.m.cells(text) - 1, Y: y, Button: tea.MouseLeft})
}

// A click on what the last row offers does it, on the words as on the key.
func TestClickOnHints(t *testing.T) {
	tests := []struct {
		before []string
		on     string
		want   mode
	}{
		{nil, "enter open", inReader},
		{nil, "/ find", inPrompt},
		{nil, "? help", inHelp},
		{nil, "t filter", inPicker},
		{nil, "tab to the detail", inDetail},
		{[]string{"/"}, "↓", inPrompt},
		{[]string{"/"}, "esc back to the list", inList},
		{[]string{"enter"}, "q back to the list", inList},
		{[]string{"enter"}, "/ find in the text", inTextSearch},
		{[]string{"?"}, "esc close", inList},
		{[]string{"x"}, "x is no key here", inList}, // a message is no button
		{nil, "oschina", inList},
	}
	for _, test := range tests {
		d := driveSeed(t, 120, 36)
		d.keys(test.before...)
		d.clickOn(test.on)
		if got := d.m.mode(); got != test.want {
			t.Errorf("%q, a click on %q: mode %b, want %b", test.before, test.on, got, test.want)
		}
	}
	d := driveSeed(t, 120, 36)
	d.keys("enter")
	d.clickOn("· J")
	d.shows("2 of 19")
	d.clickOn("J K")
	d.shows("1 of 19")
	d.keys("esc")
	d.clickOn("q quit")
	if !d.was(tea.QuitMsg{}) {
		t.Error("a click on quit does not quit")
	}
}

// A click on what is typed puts the cursor there.
func TestClickOnThePrompt(t *testing.T) {
	d := driveSeed(t, 120, 36)
	d.typed("/大会 mesh")
	d.keys("esc")
	for _, at := range []struct{ on, query string }{
		{" / 大", "x大会 mesh"}, {"x大会 ", "x大会x mesh"}, {" mesh", "x大会x mesxh"}, {"1 of", "x大会x mesxh"},
	} {
		d.clickOn(at.on)
		if at.on != "1 of" {
			d.keys("x")
		}
		d.asks(at.query)
	}
	d.send(tea.MouseClickMsg{X: 100, Y: promptRow, Button: tea.MouseLeft})
	d.keys("y")
	d.asks("x大会x mesxhy")

	d = driveSeed(t, 120, 36)
	d.keys("enter", "/", "m", "s", "h")
	d.clickOn("/m")
	d.keys("e")
	d.shows("/emsh")
}
