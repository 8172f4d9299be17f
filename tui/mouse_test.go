package tui

import (
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
