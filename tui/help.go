package tui

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talks/catalog/search/query"
	"talks/tui/text"
)

// A helpLine is a line of the help: keys and what they do, or a heading.
type helpLine struct {
	keys, text string
	heading    bool
}

// lines returns the keys of a mode for the help.
func (k keymap) lines(mode mode, ascii bool) []helpLine {
	shown := slices.DeleteFunc(slices.Clone(k), func(s shortcut) bool { return s.modes&mode == 0 })
	var out []helpLine
	for _, group := range shown.grouped() {
		keys := make([]string, len(group))
		for i, s := range group {
			keys[i] = spelled(s.binding.Help().Key, ascii)
		}
		out = append(out, helpLine{keys: strings.Join(keys, " "), text: group[0].help()})
	}
	return out
}

// hints returns what the status line offers in a mode, the most useful first.
func (k keymap) hints(mode mode) []keymap {
	var offered keymap
	for i := range k { // each frame comes by: no copies of those that are not offered
		if k[i].modes&k[i].hint&mode != 0 {
			offered = append(offered, k[i])
		}
	}
	slices.SortStableFunc(offered, func(a, b shortcut) int { return cmp.Compare(a.rank, b.rank) })
	return offered.grouped()
}

// grouped returns the shortcuts with the same help that follow one another together.
func (k keymap) grouped() (groups []keymap) {
	for _, s := range k {
		if n := len(groups); n > 0 && groups[n-1][0].help() == s.help() {
			groups[n-1] = append(groups[n-1], s)
		} else {
			groups = append(groups, keymap{s})
		}
	}
	return groups
}

// spelled writes keys with letters only if no arrows can be drawn.
func spelled(keys string, ascii bool) string {
	if !ascii {
		return keys
	}
	return strings.NewReplacer("↑", "up", "↓", "down", "←", "left", "→", "right").Replace(keys)
}

// A section is a part of the help.
type section struct {
	title string
	mode  mode // whose keys it lists; 0: something else
	lines []helpLine
}

// sections lists every key, mode by mode. The README prints it too.
func (k keymap) sections(ascii bool) []section {
	sections := []section{
		{title: "In the list", mode: inList},
		{title: "While typing a query", mode: inPrompt},
		{title: "In the reader", mode: inReader},
		{title: "In the detail beside the list", mode: inDetail},
		{title: "While typing a search in the text", mode: inTextSearch},
		{title: "While typing a time to go to", mode: inJump},
		{title: "While choosing from a box", mode: inPicker},
		{title: "In this help", mode: inHelp},
	}
	for i, s := range sections {
		sections[i].lines = k.lines(s.mode, ascii)
		if s.mode&(inList|inText) != 0 {
			sections[i].lines = append(sections[i].lines,
				helpLine{keys: "5j 12G", text: "a number before a key: so many times, or that one"},
				helpLine{keys: "abc", text: "letters typed quickly, or pasted: find them"})
		}
	}
	return sections
}

// helpSections is all of the help.
func (m *Model) helpSections() []section {
	mouse := section{title: "Mouse", lines: []helpLine{
		{keys: "wheel", text: "scrolls what is under it"},
		{keys: "click", text: "selects a talk, follows a link, does what the last row offers"},
		{keys: "double click", text: "opens it"},
		{keys: "shift+drag", text: "selects text, as the terminal does it"},
	}}
	syntax := section{title: "What a query can say"}
	for _, row := range query.Syntax() {
		syntax.lines = append(syntax.lines, helpLine{keys: row.Notation, text: row.Meaning})
	}
	return append(m.keys.sections(m.glyphs.ASCII), mouse, syntax)
}

// helpLines wraps the help to the window. It also returns the line that the
// section of a mode begins at.
func (m *Model) helpLines(of mode) (lines []helpLine, start int) {
	room := max(m.width-helpMargin-m.keyColumn()-1, 1)
	for i, s := range m.helpSections() {
		if i > 0 {
			lines = append(lines, helpLine{})
		}
		if s.mode == of {
			start = len(lines)
		}
		lines = append(lines, helpLine{text: s.title, heading: true})
		for _, l := range s.lines {
			for _, part := range text.Wrap(l.text, room, m.method) {
				lines = append(lines, helpLine{keys: l.keys, text: l.text[part.Start:part.End]})
				l.keys = ""
			}
		}
	}
	return lines, start
}

// The most room that keys take in the help, and the room left of them, in cells.
const (
	keyColumn  = 28
	helpMargin = 3
)

// keyColumn is the room for keys in the help.
func (m *Model) keyColumn() int { return min(keyColumn, m.width*2/5) }

// showHelp opens the help at the keys of the current mode.
func (m *Model) showHelp() tea.Cmd {
	_, m.helpTop = m.helpLines(m.mode())
	m.helpOpen = true
	return m.scrollHelp(0)
}

// scrollHelp moves the help by some lines, as far as there are any.
func (m *Model) scrollHelp(lines int) tea.Cmd {
	m.helpTop = min(max(m.helpTop+lines, 0), m.helpEnd())
	return nil
}

func (m *Model) scrollHelpPage(by int) tea.Cmd { return m.scrollHelp(by * max(m.height-2, 1)) }

// helpEnd is the last line that the help can be scrolled to.
func (m *Model) helpEnd() int {
	lines, _ := m.helpLines(0)
	return max(len(lines)-(m.height-2), 0)
}

func (m *Model) helpRows() []string {
	rows := make([]string, 0, m.height)
	head := m.newRow().Blank(1).Add("talks", m.theme.Name).Add("  help", m.theme.Faint)
	rows = append(rows, head.String())
	lines, _ := m.helpLines(0)
	for _, line := range lines[m.helpTop:min(m.helpTop+m.height-2, len(lines))] {
		rows = append(rows, m.helpRow(line))
	}
	return m.fill(rows, m.height-1)
}

func (m *Model) helpRow(line helpLine) string {
	row := m.newRow().Blank(1)
	if line.heading {
		return row.Add(line.text, m.theme.Heading).String()
	}
	column := m.keyColumn()
	row.BlankTo(helpMargin).AddTruncated(line.keys, column-1, m.glyphs.Ellipsis, m.theme.Key, nil)
	row.BlankTo(helpMargin+column).AddTruncated(line.text, row.Left()-1, m.glyphs.Ellipsis, m.theme.Plain, nil)
	return row.String()
}
