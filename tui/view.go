package tui

import (
	"cmp"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/tui/detail"
	"talks/tui/layout"
	"talks/tui/order"
	"talks/tui/row"
	"talks/tui/text"
	"talks/tui/verdict"
)

// promptRow is the row of the prompt on the list screen.
const promptRow = 1

// promptMargin is the room left of the query: a blank, a slash, a blank.
const promptMargin = 3

// View draws the window: exactly as many rows as it has, each exactly as wide.
func (m *Model) View() tea.View {
	window := layout.Rect{W: m.width, H: m.height}
	if m.isStale() && !m.late && m.framed == window {
		return m.frame
	}
	rows, cursor := m.screen()
	v := tea.NewView(strings.Join(rows, "\n"))
	v.AltScreen = true
	v.ReportFocus = true
	v.WindowTitle = "talks"
	v.KeyboardEnhancements.ReportAlternateKeys = true
	v.Cursor = cursor
	if m.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	m.frame, m.framed = v, window
	return v
}

// screen is the rows of the window, and where the cursor stands in them.
func (m *Model) screen() (rows []string, cursor *tea.Cursor) {
	switch l := m.layout(); {
	case l.Small:
		return m.smallScreen(), nil
	case m.helpOpen:
		rows = append(rows, m.newRow().Blank(1).Add("talks", m.theme.Name).Add("  help", m.theme.Faint).String())
		rows = m.fill(append(rows, m.help.Rows(&m.theme, &m.glyphs)...), m.height-1)
	case m.noting != nil:
		rows, cursor = m.noteRows()
	default:
		rows, cursor = m.talkRows(l)
		if m.offered != nil {
			cursor = m.drawPicker(rows)
		}
		if cursor == nil {
			cursor = m.selectedRow(l)
		}
	}
	status, statusCursor := m.statusLine()
	if statusCursor != nil {
		cursor = statusCursor
	}
	rows = append(rows, status)
	trouble := m.troubleRows()
	copy(rows[len(rows)-len(trouble):], trouble)
	return rows, cursor
}

// selectedRow is a cursor on the row of the list, or the line of the text, that is
// selected: screen readers and braille displays follow the cursor. It is nil where
// nothing is selected.
func (m *Model) selectedRow(l layout.Layout) *tea.Cursor {
	switch m.mode() {
	case inList:
		for y := range l.List.H {
			if i, line, ok := m.list.At(y); ok && i == m.list.Cursor() && line == 0 && !m.isStale() {
				return barCursor(l.List.X+row.BarColumn, l.List.Y+y)
			}
		}
	case inReader, inDetail:
		if y, ok := m.pager.Pointed(); ok {
			return barCursor(l.Detail.X, l.Detail.Y+y)
		}
	}
	return nil
}

// smallScreen says that the window is too small, in whatever room there is.
func (m *Model) smallScreen() []string {
	rows := []string{m.newRow().Add("window too small", m.theme.Plain).String()}
	return m.fill(rows, m.height)
}

// fill adds blank rows up to a number of them.
func (w *window) fill(rows []string, n int) []string {
	for len(rows) < n {
		rows = append(rows, w.newRow().String())
	}
	return rows
}

// noteRows draws the note that is written.
func (m *Model) noteRows() (rows []string, cursor *tea.Cursor) {
	head := m.newRow().Blank(1).Add("note", m.theme.Name).Blank(2)
	rows = append(rows, head.AddTruncated(m.noting.Title, head.Left()-1, m.glyphs.Ellipsis, m.theme.Title, nil).String())
	for len(rows) < m.height-1 {
		row := m.newRow().Blank(1)
		m.note.Draw(row, len(rows)-1)
		rows = append(rows, row.String())
	}
	x, y := m.note.Cursor()
	return rows, barCursor(min(x+1, m.width-1), y+1)
}

// talkRows draws the list and the detail, or the reader.
func (m *Model) talkRows(l layout.Layout) (rows []string, cursor *tea.Cursor) {
	rows, cursor = m.head()
	if m.isStale() {
		return m.fill(rows, m.height-1), cursor
	}
	if !m.readerOpen {
		banner := m.fill(m.banner(), l.List.Y-len(rows))
		rows = append(rows, banner[:l.List.Y-len(rows)]...)
	}
	for y := len(rows); y < m.height-1; y++ {
		row := m.newRow()
		if l.List.Holds(0, y) {
			m.drawList(row, l.List, y)
		}
		if l.Border.Holds(l.Border.X, y) {
			row.BlankTo(l.Border.X).Add(strings.Repeat(m.borderGlyph(l), l.Border.W), m.theme.Faint)
		}
		if l.Detail.Holds(l.Detail.X, y) {
			m.drawDetail(row.BlankTo(l.Detail.X), l.Detail, y)
		}
		rows = append(rows, row.String())
	}
	return rows, cursor
}

// head is the first rows of the screen.
func (m *Model) head() (rows []string, cursor *tea.Cursor) {
	if m.readerOpen {
		return []string{m.readerHeading()}, nil
	}
	prompt, cursor := m.promptLine()
	return []string{m.heading(), prompt}, cursor
}

// drawDetail draws a line of the talk. Beside the list its title stays on top.
func (m *Model) drawDetail(row *text.Row, pane layout.Rect, y int) {
	if t := m.shown(); y == pane.Y && !m.readerOpen && m.pager.Top() > 0 {
		row.Blank(detail.Gutter)
		row.AddTruncated(t.Title, min(row.Left()-1, layout.TextWidth(pane)), m.glyphs.Ellipsis, m.theme.Title, nil)
		return
	}
	m.pager.Draw(row, y-pane.Y, &m.theme, &m.glyphs)
}

// borderGlyph is heavier while the detail has the focus.
func (m *Model) borderGlyph(l layout.Layout) string {
	strong := m.mode() == inDetail
	switch {
	case l.Border.H == 1 && strong:
		return m.glyphs.Strong
	case l.Border.H == 1:
		return m.glyphs.Rule
	case strong:
		return m.glyphs.Focused
	}
	return m.glyphs.Border
}

// headingGap parts the two ends of the heading; one cell of it is the margin.
const headingGap = 4

// heading says what is loaded, and where in it the cursor is.
func (m *Model) heading() string {
	about := catalog.Count(len(m.catalog.Talks), "talk", "talks")
	if m.catalog.Name != "" {
		about = m.catalog.Name + m.glyphs.Dot + about
	}
	if m.marked > 0 {
		about += m.glyphs.Dot + catalog.Count(m.marked, "marked", "marked")
	}
	if hidden := len(m.catalog.Talks) - len(m.visible); hidden > 0 {
		about += m.glyphs.Dot + catalog.Count(hidden, "hidden", "hidden")
	}
	about = text.Join(about, m.progress, m.glyphs.Dot)
	position := "no hits"
	if m.hits() > 0 {
		position = m.position()
	}
	switch {
	case m.isStale():
		position = "searching" + m.glyphs.Ellipsis
	case m.query() != "" && m.building && m.engine != nil && !m.complete:
		position = "titles only" + m.glyphs.Dot + position
	case m.query() != "" && m.building:
		position = "indexing" + m.glyphs.Ellipsis + m.glyphs.Dot + position
	}
	if m.sorting != order.Default {
		position = "by " + m.sorting.String() + m.glyphs.Dot + position
	}
	row := m.newRow().Blank(1).Add("talks", m.theme.Name).Blank(2)
	if more := text.Join(position, m.completeHits(), m.glyphs.Dot); m.cells(more) <= row.Left()-headingGap {
		position = more
	}
	row.AddTruncated(about, row.Left()-m.cells(position)-headingGap, m.glyphs.Ellipsis, m.theme.Faint, nil)
	return row.AddRight(position, m.theme.Faint).String()
}

// position is that of the cursor in the list or, on a visit, where esc goes back to.
func (m *Model) position() string {
	return cmp.Or(m.wayBack(m.width/2), fmt.Sprintf("%d of %d", m.list.Cursor()+1, m.hits()))
}

// completeHits is how many of the hits have all words of the query, "" where all
// have, or where the banner says that none has.
func (m *Model) completeHits() string {
	if m.results == nil || m.results.Weak {
		return ""
	}
	switch n := m.results.Complete(); n {
	case m.hits():
		return ""
	case 1:
		return "1 has all words"
	default:
		return fmt.Sprintf("%d have all words", n)
	}
}

// readerHeading is the title while it is out of sight, else where the talk is
// from.
func (m *Model) readerHeading() string {
	position := m.position()
	row := m.newRow().Blank(1)
	about, paint := m.shown().Title, m.theme.Title
	if m.pager.Top() == 0 {
		row.Add("talks", m.theme.Name).Blank(2)
		about, paint = m.catalog.Name, m.theme.Faint
	}
	row.AddTruncated(about, row.Left()-m.cells(position)-headingGap+1, m.glyphs.Ellipsis, paint, nil)
	return row.AddRight(position, m.theme.Faint).String()
}

// promptLine draws the query; the cursor stands in it while it is typed.
func (m *Model) promptLine() (string, *tea.Cursor) {
	row := m.newRow().Blank(1)
	if m.focus != onPrompt && m.query() == "" {
		return row.Add("/ to find by title or by any word", m.theme.Faint).String(), nil
	}
	slash := m.theme.Faint
	if m.focus == onPrompt {
		slash = m.theme.Key
	}
	column := m.prompt.Draw(row.Add("/ ", slash), m.width-promptMargin-1, m.theme.Plain, m.method)
	if m.focus != onPrompt {
		return row.String(), nil
	}
	return row.String(), barCursor(promptMargin+column, promptRow)
}

func barCursor(x, y int) *tea.Cursor {
	c := tea.NewCursor(x, y)
	c.Shape = tea.CursorBar
	c.Blink = false
	return c
}

// gap is the number of rows between the prompt and the list. No verdict moves the
// list: it has one row, or where there is no list as many as it needs; what does
// not fit there is in the status line.
func (m *Model) gap() int {
	switch {
	case m.hits() == 0 && m.verdict.Dead:
		return 2
	case m.height >= layout.Airy:
		return 1
	}
	return 0
}

// banner says what of the query does not count and, if it is dead, what no talk
// has and, if there is no hit at all, what to ask instead.
func (m *Model) banner() []string {
	var rows []string
	add := func(line string, paint text.Paint) {
		to := m.newRow().Blank(row.Indent)
		rows = append(rows, to.AddTruncated(line, to.Left()-1, m.glyphs.Ellipsis, paint, nil).String())
	}
	saying := m.saying()
	if line := m.verdict.Line(saying); line != "" {
		add(line, m.theme.Notice)
	}
	if m.verdict.Dead && m.hits() == 0 {
		add(saying.AdviceLine(), m.theme.Plain)
	}
	return rows
}

// verdictStatus is what the status line says of the query: what to ask instead or,
// where no row below the prompt says it, what is wrong; "" for nothing.
func (m *Model) verdictStatus() string {
	switch {
	case m.hits() == 0:
		return ""
	case m.verdict.Dead && len(m.advice) > 0:
		return m.saying().AdviceLine()
	case m.gap() == 0:
		return m.verdict.Line(m.saying())
	}
	return ""
}

// saying is where the verdict is said.
func (m *Model) saying() verdict.Setting {
	return verdict.Setting{
		Width: m.width - row.Indent - 1, Method: m.method, Glyphs: &m.glyphs, Listed: m.hits() > 0, Read: m.focus == onDetail,
		Empty: [...]string{onPrompt: "^u", onList: "esc", onDetail: "esc twice"}[m.focus], Advice: m.advice,
	}
}
