package tui

import (
	tea "charm.land/bubbletea/v2"

	"talks/tui/picker"
)

// picking is what the picker is open for.
type picking uint8

const (
	notPicking picking = iota
	pickingFilter
	pickingLink
)

// The window sizes below which the picker takes all of it, in cells.
const (
	pickerBelowWidth  = 60
	pickerBelowHeight = 12
)

// openPicker opens the picker over what is on the screen.
func (m *Model) openPicker(what picking, title, empty string, groups []picker.Group) {
	m.picking = what
	m.clicked = click{}
	m.picker.Show(title, empty, groups)
	m.resize()
}

func (m *Model) closePicker() {
	m.picking = notPicking
	m.clicked = click{}
	m.counting.awaited = false
	m.stopCounting()
}

// choose does what the item under the cursor is for.
func (m *Model) choose() tea.Cmd {
	group, item, ok := m.picker.Chosen()
	if !ok {
		return nil
	}
	what := m.picking
	m.closePicker()
	if what == pickingLink {
		return m.followLink(m.links[item])
	}
	return m.narrowTo(group, item)
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

// clickPicker selects the group or the item under the mouse; a second click
// chooses the item.
func (m *Model) clickPicker(mouse tea.Mouse) tea.Cmd {
	line := mouse.Y - m.pickerTop()
	if by, ok := m.picker.TabAt(mouse.X, line); ok {
		m.clicked = click{}
		return m.turnPicker(by)
	}
	item, ok := m.picker.At(line)
	if !ok {
		return nil
	}
	m.picker.MoveTo(item)
	if m.doubled(item) {
		return m.choose()
	}
	return nil
}

// pickerTop is the number of rows that stay above the picker.
func (m *Model) pickerTop() int {
	switch {
	case m.width < pickerBelowWidth || m.height < pickerBelowHeight:
		return 0
	case m.readerOpen:
		return m.layout().detail.y
	}
	return promptRow + 1
}

// pickerRows draws the picker below what stays above it.
func (m *Model) pickerRows() (rows []string, cursor *tea.Cursor) {
	top := m.pickerTop()
	if top > 0 {
		rows, _ = m.head()
	}
	drawn, x, y := m.picker.View(&m.theme, &m.glyphs)
	return append(m.fill(rows, top), drawn...), barCursor(x, top+y)
}
