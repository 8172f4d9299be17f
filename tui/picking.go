package tui

import (
	tea "charm.land/bubbletea/v2"

	"talks/tui/pick"
	"talks/tui/text"
)

// picking says what the picker is open for.
type picking uint8

const (
	notPicking picking = iota
	pickingFacets
	pickingLinks
)

// The window sizes below which the picker takes all of it, in cells.
const (
	pickBelowWidth  = 60
	pickBelowHeight = 12
)

// startPick opens the picker over what is on the screen.
func (m *Model) startPick(what picking, title, empty string, groups []pick.Group) {
	m.picking = what
	m.pressed = press{}
	m.picker.Open(title, empty, groups)
	m.resize()
}

// takePick does what the row under the cursor is for.
func (m *Model) takePick() tea.Cmd {
	group, row, ok := m.picker.Chosen()
	if !ok {
		return nil
	}
	what := m.picking
	m.closePick()
	if what == pickingLinks {
		return m.openLink(m.links[row])
	}
	return m.narrowTo(group, row)
}

func (m *Model) closePick() {
	m.picking = notPicking
	m.pressed = press{}
	m.count.awaited = false
	m.stopCounting()
}

func (m *Model) pickUp() tea.Cmd       { return m.movePick(-1) }
func (m *Model) pickDown() tea.Cmd     { return m.movePick(1) }
func (m *Model) pickPageUp() tea.Cmd   { return m.movePick(-m.picker.Fits()) }
func (m *Model) pickPageDown() tea.Cmd { return m.movePick(m.picker.Fits()) }
func (m *Model) pickTop() tea.Cmd      { return m.movePick(-m.picker.Len()) }
func (m *Model) pickEnd() tea.Cmd      { return m.movePick(m.picker.Len()) }

func (m *Model) movePick(rows int) tea.Cmd {
	m.picker.MoveBy(rows)
	return nil
}

func (m *Model) nextGroup() tea.Cmd     { return m.turnPick(1) }
func (m *Model) previousGroup() tea.Cmd { return m.turnPick(-1) }

func (m *Model) turnPick(by int) tea.Cmd {
	m.picker.Turn(by)
	return nil
}

func (m *Model) emptyPick() tea.Cmd {
	m.picker.Clear()
	return nil
}

// clickPick selects the group or the row under the mouse; a second click takes
// the row.
func (m *Model) clickPick(mouse tea.Mouse) tea.Cmd {
	line := mouse.Y - m.pickHead()
	if by, ok := m.picker.TabAt(mouse.X, line); ok {
		m.pressed = press{}
		return m.turnPick(by)
	}
	row, ok := m.picker.At(line)
	if !ok {
		return nil
	}
	m.picker.MoveTo(row)
	if m.doubled(row) {
		return m.takePick()
	}
	return nil
}

// pickHead is the number of rows that stay above the picker.
func (m *Model) pickHead() int {
	switch {
	case m.width < pickBelowWidth || m.height < pickBelowHeight:
		return 0
	case m.reading:
		return m.layout().detail.y
	}
	return promptRow + 1
}

// pickRows draws the picker between what stays above it and the status line.
func (m *Model) pickRows() ([]string, *tea.Cursor) {
	rows := make([]string, 0, m.height)
	head := m.pickHead()
	switch {
	case head == 0:
	case m.reading:
		rows = append(rows, m.readerHeading())
	default:
		prompt, _ := m.promptLine()
		rows = append(rows, m.heading(), prompt)
	}
	for len(rows) < head {
		rows = append(rows, text.NewRow(m.width, m.method).String())
	}
	picker, x, y := m.picker.View(&m.theme, &m.glyphs)
	rows = append(rows, picker...)
	return append(rows, m.hintLine()), barCursor(x, head+y)
}

// hintLine is a status line with a notice or the keys that help here.
func (m *Model) hintLine() string {
	row := text.NewRow(m.width, m.method)
	row.Blank(1)
	if m.notice != "" {
		row.AddTruncated(m.notice, m.width-2, m.glyphs.Ellipsis, m.theme.Notice, nil)
	} else {
		m.addHints(row, m.width-2)
	}
	return row.String()
}
