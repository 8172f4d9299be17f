package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talks/tui/detail"
	"talks/tui/list"
	"talks/tui/text"
)

// promptRow is the row of the prompt on the list screen.
const promptRow = 1

// promptMargin is the room left of the query: a blank, a slash, a blank.
const promptMargin = 3

// View draws the window: exactly as many rows as it has, each exactly as wide.
func (m *Model) View() tea.View {
	rows, cursor := m.rows()
	v := tea.NewView(strings.Join(rows, "\n"))
	v.AltScreen = true
	v.ReportFocus = true
	v.WindowTitle = "talks"
	v.KeyboardEnhancements.ReportAlternateKeys = true
	v.Cursor = cursor
	if m.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}

func (m *Model) rows() ([]string, *tea.Cursor) {
	l := m.layout()
	switch {
	case l.small:
		return m.smallRows(), nil
	case m.helping:
		return m.helpRows(), nil
	case m.picking != notPicking:
		return m.pickRows()
	}
	rows := make([]string, 0, m.height)
	var cursor *tea.Cursor
	if m.reading {
		rows = append(rows, m.readerHeading())
	} else {
		var prompt string
		prompt, cursor = m.promptLine()
		rows = append(rows, m.heading(), prompt)
		rows = append(rows, m.verdictRows()[:l.list.y-len(rows)]...)
	}
	for y := len(rows); y < l.status; y++ {
		rows = append(rows, m.bodyRow(l, y))
	}
	status, finder := m.statusLine(l)
	if finder != nil {
		cursor = finder
	}
	return append(rows, status), cursor
}

// smallRows says that the window is too small, in whatever room there is.
func (m *Model) smallRows() []string {
	rows := make([]string, max(m.height, 1))
	for i := range rows {
		row := text.NewRow(m.width, m.method)
		if i == 0 {
			row.Add("window too small", m.theme.Plain)
		}
		rows[i] = row.String()
	}
	return rows
}

// bodyRow draws row y of the window between the head and the status line.
func (m *Model) bodyRow(l layout, y int) string {
	row := text.NewRow(m.width, m.method)
	if l.list.holds(0, y) {
		m.drawList(row, l.list, y)
	}
	if l.border.holds(l.border.x, y) {
		row.Blank(row.Left() - (m.width - l.border.x))
		sign := m.borderSign(l)
		row.Add(strings.Repeat(sign, l.border.w), m.theme.Faint)
	}
	if l.detail.holds(l.detail.x, y) {
		row.Blank(row.Left() - (m.width - l.detail.x))
		m.drawDetail(row, l.detail, y)
	}
	return row.String()
}

// drawDetail draws a line of the talk. Beside the list its title stays on top.
func (m *Model) drawDetail(row *text.Row, pane rect, y int) {
	if y == pane.y && !m.reading && m.pager.Top() > 0 {
		row.Blank(detail.Gutter)
		title := m.talk(m.list.Cursor()).Title
		row.AddTruncated(title, min(row.Left()-1, textWidth(pane)), m.glyphs.Ellipsis, m.theme.Title, nil)
		return
	}
	m.pager.Draw(row, y-pane.y, &m.theme, &m.glyphs)
}

// borderSign is heavier while the detail has the focus.
func (m *Model) borderSign(l layout) string {
	strong := m.place() == inDetail
	switch {
	case l.border.h == 1 && strong:
		return m.glyphs.Strong
	case l.border.h == 1:
		return m.glyphs.Rule
	case strong:
		return m.glyphs.Focused
	}
	return m.glyphs.Border
}

func (m *Model) drawList(row *text.Row, pane rect, y int) {
	first, last := m.list.Visible()
	i := first + (y-pane.y)/list.Lines
	if i >= last || y-pane.y >= m.list.Fits()*list.Lines {
		return
	}
	m.drawItem(row, m.item(i, pane.w), (y-pane.y)%list.Lines, i == m.list.Cursor(), pane.w)
}

// headingGap parts the two ends of the heading; one cell of it is the margin.
const headingGap = 4

// heading says what is loaded, and where in it the cursor is.
func (m *Model) heading() string {
	row := text.NewRow(m.width, m.method)
	where := m.whereabouts()
	row.Blank(1).Add("talks", m.theme.Name).Blank(2)
	about := talkCount(len(m.catalog.Talks))
	if m.catalog.Name != "" {
		about = m.catalog.Name + m.glyphs.Dot + about
	}
	if m.progress != "" {
		about += m.glyphs.Dot + m.progress
	}
	row.AddTruncated(about, row.Left()-text.Width(where, m.method)-headingGap, m.glyphs.Ellipsis, m.theme.Faint, nil)
	addRight(row, where, m.theme.Faint, m.method)
	return row.String()
}

// whereabouts is "3 of 19", and what may still change it.
func (m *Model) whereabouts() string {
	where := "no hits"
	if m.hits() > 0 {
		where = fmt.Sprintf("%d of %d", m.list.Cursor()+1, m.hits())
	}
	switch {
	case m.query() != "" && m.building && m.index != nil && !m.complete:
		where = "titles only" + m.glyphs.Dot + where
	case m.query() != "" && m.building:
		where = "indexing" + m.glyphs.Ellipsis + m.glyphs.Dot + where
	}
	if m.sorting != byDefault {
		where = "by " + m.sorting.String() + m.glyphs.Dot + where
	}
	return where
}

func talkCount(n int) string {
	if n == 1 {
		return "1 talk"
	}
	return fmt.Sprintf("%d talks", n)
}

// addRight draws s at the right end of a row, one blank from the edge.
func addRight(row *text.Row, s string, paint text.Paint, method text.Method) {
	row.Blank(row.Left()-text.Width(s, method)-1).Add(s, paint)
}

// promptLine draws the query; the cursor stands in it while it is typed.
func (m *Model) promptLine() (string, *tea.Cursor) {
	row := text.NewRow(m.width, m.method)
	typing := m.focus == onPrompt
	row.Blank(1)
	switch {
	case typing:
		row.Add("/ ", m.theme.Key)
		column := m.prompt.Draw(row, m.width-promptMargin-1, m.theme.Plain, m.method)
		return row.String(), barCursor(promptMargin+column, promptRow)
	case m.query() != "":
		row.Add("/ ", m.theme.Faint)
		m.prompt.Draw(row, m.width-promptMargin-1, m.theme.Plain, m.method)
	default:
		row.Add("/ to find by title or by any word", m.theme.Faint)
	}
	return row.String(), nil
}

func barCursor(x, y int) *tea.Cursor {
	c := tea.NewCursor(x, y)
	c.Shape = tea.CursorBar
	c.Blink = false
	return c
}

// readerHeading is the title while it is out of sight, else where the talk is
// from.
func (m *Model) readerHeading() string {
	row := text.NewRow(m.width, m.method)
	where := fmt.Sprintf("%d of %d", m.list.Cursor()+1, m.hits())
	room := m.width - 1 - text.Width(where, m.method) - 3
	row.Blank(1)
	if m.pager.Top() > 0 {
		row.AddTruncated(m.talk(m.list.Cursor()).Title, room, m.glyphs.Ellipsis, m.theme.Title, nil)
	} else {
		row.Add("talks", m.theme.Name).Blank(2)
		row.AddTruncated(m.catalog.Name, room-7, m.glyphs.Ellipsis, m.theme.Faint, nil)
	}
	addRight(row, where, m.theme.Faint, m.method)
	return row.String()
}
