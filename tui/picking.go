package tui

import (
	tea "charm.land/bubbletea/v2"

	"talks/tui/layout"
	"talks/tui/picker"
	"talks/tui/text"
)

// picking is what the picker is open for.
type picking uint8

const (
	notPicking picking = iota
	pickingFilter
	pickingLink
	pickingMark
	pickingPlan
)

// The window sizes below which the picker takes all of it, in cells.
const (
	pickerBelowWidth  = 60
	pickerBelowHeight = 12
)

// openPicker opens the picker over what is on the screen; action is what enter does.
func (m *Model) openPicker(what picking, title, action, empty string, groups []picker.Group) {
	m.picking = what
	m.clicked = click{}
	m.picker.Show(title, action, what == pickingFilter, empty, groups)
	m.resize()
}

func (m *Model) closePicker() {
	m.picking = notPicking
	m.clicked = click{}
	m.filtering.awaited = false
	m.stopCounting()
}

// choose does what the item under the cursor is for, or what is ticked.
func (m *Model) choose() tea.Cmd {
	if word := m.unmatched(); word != "" {
		m.closePicker()
		return m.find(word)
	}
	group, item, ok := m.picker.Item()
	switch {
	case m.picking == pickingFilter:
		return m.applyFilter()
	case !ok:
		return nil
	case m.picking == pickingPlan:
		return m.choosePlanned(m.planned[group][item])
	case m.picking == pickingMark:
		m.closePicker()
		return m.chooseMark(item)
	}
	m.closePicker()
	return m.followLink(m.links[item])
}

func (m *Model) movePicker(by int) tea.Cmd {
	m.picker.MoveBy(by)
	return nil
}

func (m *Model) movePickerPage(by int) tea.Cmd { return m.movePicker(by * m.picker.Fits()) }

// turnPicker goes to the next group, or the one before.
func (m *Model) turnPicker(by int) tea.Cmd {
	m.picker.Turn(by)
	return nil
}

// clickPicker does what is under the mouse: ticks an item, or selects it where one
// alone can be chosen; a second click chooses it.
func (m *Model) clickPicker(mouse tea.Mouse) tea.Cmd {
	box := m.box()
	x, y := mouse.X-box.X, mouse.Y-box.Y
	if m.picker.OnAction(x, y) {
		return m.choose()
	}
	item, heading, ok := m.picker.At(x, y)
	if !ok {
		return nil
	}
	m.picker.MoveTo(item)
	switch {
	case heading:
		return nil
	case m.doubled(item):
		return m.choose()
	case m.picking == pickingFilter:
		return m.tick()
	}
	return nil
}

// leastBoxHeight is the number of rows that a box may take though little is in sight
// below it.
const leastBoxHeight = 10

// boxRoom is the part of the window that the picker may take, all of a small one;
// else it is a box with a frame. The filter leaves the talk beside the list in sight.
func (m *Model) boxRoom() (room layout.Rect, framed bool) {
	l := m.layout()
	switch {
	case m.width < pickerBelowWidth || m.height < pickerBelowHeight:
		return layout.Rect{W: m.width, H: m.height - 1}, false
	case m.readerOpen:
		room = layout.Rect{Y: l.Detail.Y, W: m.width}
	case m.picking == pickingFilter && m.width >= layout.SideBySide:
		room = layout.Rect{X: 1, Y: l.List.Y, W: l.Border.X} // the frame stands on the border
	default:
		room = layout.Rect{Y: l.List.Y, W: m.width}
	}
	below := m.height - 1 - room.Y
	room.H = max(below*3/4, min(below, leastBoxHeight))
	return room, true
}

// box is the part of the window that the picker takes.
func (m *Model) box() layout.Rect {
	room, _ := m.boxRoom()
	w, h := m.picker.Size()
	return layout.Rect{X: room.X + (room.W-w)/2, Y: room.Y, W: w, H: h}
}

// drawPicker draws the picker over the rows of the screen.
func (m *Model) drawPicker(rows []string) *tea.Cursor {
	box := m.box()
	drawn, x, y := m.picker.View(&m.theme, &m.glyphs)
	for i, row := range drawn {
		rows[box.Y+i] = text.Overlay(rows[box.Y+i], row, box.X, m.method)
	}
	return barCursor(box.X+x, box.Y+y)
}
