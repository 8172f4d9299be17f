package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/tui/text"
)

// problemNotice says how many problems a load met, and where to see them.
func problemNotice(c *catalog.Catalog) string {
	switch n := len(c.Problems); n {
	case 0:
		return ""
	case 1:
		return "1 problem, talks check shows it"
	default:
		return fmt.Sprintf("%d problems, talks check shows them", n)
	}
}

// leastFinder is the width of a window, in cells, from which there is room for
// more beside a search in the text.
const leastFinder = 40

// statusLine is the last row: a notice or the keys that help here, and how
// far the talk is read. While a search in the text is typed, it is its prompt.
func (m *Model) statusLine(l layout) (string, *tea.Cursor) {
	row := text.NewRow(m.width, m.method)
	room, seen := m.width-1, m.progressInText()
	beside := room - text.Width(seen, m.method) - 3
	switch {
	case l.detail.h == 0, m.finding && m.width < leastFinder, m.notice != "" && text.Width(m.notice, m.method) > beside:
		seen = "" // what is typed or said matters more
	case seen != "":
		room = beside
	}
	row.Blank(1)
	var cursor *tea.Cursor
	switch {
	case m.finding:
		row.Add("/", m.theme.Key)
		column := m.finder.Draw(row, max(room-2, 1), m.theme.Plain, m.method)
		cursor = barCursor(2+column, l.status)
	case m.notice != "":
		row.AddTruncated(m.notice, room, m.glyphs.Ellipsis, m.theme.Notice, nil)
	default:
		m.addHints(row, room)
	}
	addRight(row, seen, m.theme.Faint, m.method)
	return row.String(), cursor
}

// addHints draws as many hints as there is room for.
func (m *Model) addHints(row *text.Row, room int) {
	sep := ""
	for _, line := range m.keys.hints(m.place(), m.glyphs.ASCII) {
		need := text.Width(sep+line.keys+" "+line.help, m.method)
		if need > room || !m.useful(line.help) {
			continue
		}
		room -= need
		row.Add(sep, m.theme.Faint).Add(line.keys, m.theme.Key).Add(" "+line.help, m.theme.Faint)
		sep = m.glyphs.Dot
	}
}

// useful says that what a key does would change anything.
func (m *Model) useful(help string) bool {
	switch help {
	case openHelp, moveHelp:
		return m.hits() > 0
	case matchHelp:
		_, count, _ := m.pager.Match()
		return count > 0
	case linkHelp:
		return m.hits() > 0 && len(m.talk(m.list.Cursor()).Links) > 0
	case groupHelp:
		return m.picker.Groups() > 1
	}
	return true
}

// progressInText is "match 1/4 · 62%", or "match 1/4+" where there may be more.
func (m *Model) progressInText() string {
	seen, plus := "", ""
	current, count, more := m.pager.Match()
	if more {
		plus = "+"
	}
	switch {
	case count == 0:
	case current == 0 && count == 1 && !more:
		seen = "1 match"
	case current == 0:
		seen = fmt.Sprintf("%d%s matches", count, plus)
	default:
		seen = fmt.Sprintf("match %d/%d%s", current, count, plus)
	}
	switch {
	case m.hits() == 0:
		return ""
	case m.pager.Wrapping():
		return join(seen, "wrapping"+m.glyphs.Ellipsis, m.glyphs.Dot)
	case !m.pager.Fits():
		return join(seen, fmt.Sprintf("%d%%", m.pager.Percent()), m.glyphs.Dot)
	}
	return seen
}

// join puts a dot between two texts where there are two.
func join(a, b, dot string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + dot + b
}
