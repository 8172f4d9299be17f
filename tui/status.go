package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/tui/text"
)

// problemNotice says which problem a load met: if there are several the first
// that concerns a whole file, which may be missing, and where to see the others.
func problemNotice(c *catalog.Catalog) string {
	if len(c.Problems) == 0 {
		return ""
	}
	whole := slices.IndexFunc(c.Problems, func(p catalog.Problem) bool { return p.Line == 0 })
	first := c.Problems[max(whole, 0)]
	first.File = first.File[strings.LastIndexAny(first.File, `/\`)+1:] // the row is short
	notice := first.String()
	if more := len(c.Problems) - 1; more > 0 {
		notice = fmt.Sprintf("%s, and %d more: talks check", notice, more)
	}
	return notice
}

// leastTextPrompt is the width of a window, in cells, from which there is room
// for more beside a search in the text.
const leastTextPrompt = 40

// statusLine is the last row of every screen: a notice or the keys that help
// here, and how much has been read. While a search in the text is typed, it is
// its prompt.
func (m *Model) statusLine() (string, *tea.Cursor) {
	mode := m.mode()
	row := m.newRow().Blank(1)
	room, read := m.statusRoom(mode)
	var cursor *tea.Cursor
	switch {
	case mode&inStatus != 0:
		cursor = m.drawTextPrompt(row, mode, room)
	case m.notice != "":
		row.AddTruncated(m.notice, room, m.glyphs.Ellipsis, m.theme.Notice, nil)
	case m.saysVerdict(mode):
		row.AddTruncated(m.verdictStatus(), room, m.glyphs.Ellipsis, m.theme.Notice, nil)
	default:
		m.addHints(row, mode, room)
	}
	return row.AddRight(read, m.theme.Faint).String(), cursor
}

// mostTrouble is the most rows that a notice takes.
const mostTrouble = 4

// complain says what went wrong, in as many rows as it takes.
func (m *Model) complain(err error) { m.notice, m.trouble = err.Error(), err.Error() }

// troubleRows are the last rows of the screen while they say what went wrong, and one
// row is too short for it.
func (m *Model) troubleRows() []string {
	if m.notice == "" || m.notice != m.trouble || m.cells(m.notice) < m.width-1 || m.mode()&inStatus != 0 {
		return nil
	}
	var rows []string
	lines := text.Wrap(m.notice, m.width-2, m.method)
	for _, l := range lines[:min(len(lines), mostTrouble, m.height-1)] {
		rows = append(rows, m.newRow().Blank(1).Add(m.notice[l.Start:l.End], m.theme.Notice).String())
	}
	return rows
}

// drawTextPrompt draws what is typed in the status line, for a search in the text or
// a jump.
func (m *Model) drawTextPrompt(row *text.Row, mode mode, room int) *tea.Cursor {
	sign, example := textPromptSign(mode)
	row.Add(sign, m.theme.Key)
	room -= 1 + len(sign)
	column := m.textPrompt.Draw(row, max(room, 1), m.theme.Plain, m.method)
	if m.textPrompt.Value() == "" {
		row.AddTruncated(example, max(room, 0), m.glyphs.Ellipsis, m.theme.Faint, nil)
	}
	return barCursor(1+len(sign)+column, m.height-1)
}

// textPromptSign is what stands before what is typed in the status line, and an
// example of what can be.
func textPromptSign(mode mode) (sign, example string) {
	if mode == inJump {
		return "@ ", jumpExample
	}
	return "/", ""
}

// statusRoom is how many cells the status line has for what is said or offered, and
// what is said beside that of how much has been read.
func (m *Model) statusRoom(mode mode) (room int, read string) {
	room, read = m.width-1, m.progressOf(mode)
	beside := room - m.cells(read) - 3
	switch {
	case read == "":
		return room, read
	case mode&inStatus != 0 && m.width < leastTextPrompt, m.cells(m.notice) > beside:
		return room, "" // what is typed or said matters more
	}
	return beside, read
}

func (m *Model) saysVerdict(mode mode) bool {
	return mode&(inList|inPrompt) != 0 && m.verdictStatus() != ""
}

// A button is the cells of a row that a hint takes; a click there does it.
type button struct {
	from, to int
	do       action
}

// addHints draws as many of the hints for a mode as there is room for.
func (m *Model) addHints(row *text.Row, mode mode, room int) (buttons []button) {
	dot := ""
	for _, hint := range m.keys.Hints(mode, m, m.glyphs.ASCII) {
		help := hint.Shortcuts[0].Help()
		need := m.cells(dot + strings.Join(hint.Keys, " ") + " " + help)
		if need > room {
			continue
		}
		room -= need
		row.Add(dot, m.theme.Faint)
		for i, s := range hint.Shortcuts {
			from := row.Column()
			row.Add(hint.Keys[i], m.theme.Key)
			buttons = append(buttons, button{from, row.Column(), s.Do})
			row.Add(" ", m.theme.Key)
		}
		from := row.Column()
		row.Add(help, m.theme.Faint)
		buttons = append(buttons, button{from, row.Column(), hint.Shortcuts[0].Do})
		dot = m.glyphs.Dot
	}
	return buttons
}

// hintAt is what the status line offers at a cell of the window, nil for nothing.
func (m *Model) hintAt(x, y int) action {
	mode := m.mode()
	if y != m.height-1 || m.layout().Small || m.notice != "" || mode&inStatus != 0 || m.saysVerdict(mode) {
		return nil
	}
	room, _ := m.statusRoom(mode)
	for _, b := range m.addHints(m.newRow().Blank(1), mode, room) {
		if x >= b.from && x < b.to {
			return b.do
		}
	}
	return nil
}

// progressOf is how much has been read of the text that a mode shows, "" where
// it is all in sight: "text 62%", with the matches in a talk "match 1/4 · 62%".
func (m *Model) progressOf(mode mode) string {
	switch {
	case mode == inHelp:
		return percent(m.help.Read())
	case mode == inPicker, mode == inNote, m.hits() == 0, m.layout().Detail.H == 0:
		return ""
	}
	read := ""
	if !m.pager.Fits() {
		read = percent(m.pager.Read())
	}
	switch current, count := m.pager.Match(); {
	case count == 0 && read != "":
		return "text " + read
	case count == 0:
		return ""
	case current == 0:
		return text.Join(catalog.Count(count, "match", "matches"), read, m.glyphs.Dot)
	default:
		return text.Join(fmt.Sprintf("match %d/%d", current, count), read, m.glyphs.Dot)
	}
}

// percent is a part in percent of the whole, "" of nothing.
func percent(part, whole int) string {
	if whole == 0 {
		return ""
	}
	return fmt.Sprintf("%d%%", 100*part/whole)
}
