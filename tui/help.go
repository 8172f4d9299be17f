package tui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"talks/catalog/search/query"
	"talks/tui/text"
)

// A keyLine is a line of the help: keys and what they do.
type keyLine struct{ keys, help string }

// lines returns the keys of a place for the help. Bindings with the same help
// that follow one another share a line.
func (k keymap) lines(at place, ascii bool) []keyLine {
	var out []keyLine
	for _, c := range k {
		if c.places&at == 0 {
			continue
		}
		h := c.binding.Help()
		keys := h.Key
		if ascii {
			keys = arrowWords(keys)
		}
		if n := len(out); n > 0 && out[n-1].help == h.Desc {
			out[n-1].keys += " " + keys
			continue
		}
		out = append(out, keyLine{keys: keys, help: h.Desc})
	}
	return out
}

// hints returns what the status line offers at a place, the most useful
// first: the first key of each binding.
func (k keymap) hints(at place, ascii bool) []keyLine {
	var offered keymap
	for _, c := range k {
		if c.places&at != 0 && c.hint&at != 0 {
			offered = append(offered, c)
		}
	}
	slices.SortStableFunc(offered, func(a, b command) int { return cmp.Compare(a.rank, b.rank) })
	var out []keyLine
	for _, c := range offered {
		key, help := keyName(c.binding.Keys()[0]), c.binding.Help().Desc
		if ascii {
			key = arrowWords(key)
		}
		if n := len(out); n > 0 && out[n-1].help == help {
			out[n-1].keys += " " + key
			continue
		}
		out = append(out, keyLine{keys: key, help: help})
	}
	return out
}

func arrowWords(keys string) string {
	return strings.NewReplacer("↑", "up", "↓", "down", "←", "left", "→", "right").Replace(keys)
}

// A section is a part of the help: the keys of one place.
type section struct {
	title string
	lines []keyLine
}

// chapters are the sections of the help that are about keys.
var chapters = []struct {
	title string
	at    place
}{
	{"In the list", inList},
	{"While typing a query", inPrompt},
	{"In the reader", inReader},
	{"In the detail beside the list", inDetail},
	{"While typing a search in the text", inFind},
	{"While choosing a filter or a link", inPick},
	{"In this help", inHelp},
}

// sections lists every key, place by place. The README prints it too.
func (k keymap) sections(ascii bool) []section {
	out := make([]section, len(chapters))
	for i, c := range chapters {
		out[i] = section{title: c.title, lines: k.lines(c.at, ascii)}
	}
	return out
}

// helpLine is a line of the help screen.
type helpLine struct {
	keys, text string
	heading    bool
}

func (m *Model) helpLines() []helpLine {
	var out []helpLine
	for i, s := range m.keys.sections(m.glyphs.ASCII) {
		if i > 0 {
			out = append(out, helpLine{})
		}
		out = append(out, helpLine{text: s.title, heading: true})
		for _, l := range s.lines {
			out = append(out, helpLine{keys: l.keys, text: l.help})
		}
	}
	out = append(out, helpLine{}, helpLine{text: "Mouse", heading: true})
	for _, l := range [][2]string{
		{"wheel", "scrolls what is under it"},
		{"click", "selects a talk"},
		{"double click", "opens it"},
		{"shift+drag", "selects text, as the terminal does it"},
	} {
		out = append(out, helpLine{keys: l[0], text: l[1]})
	}
	out = append(out, helpLine{}, helpLine{text: "What a query can say", heading: true})
	for _, row := range query.Syntax() {
		out = append(out, helpLine{keys: row.Notation, text: row.Meaning})
	}
	return m.wrapHelp(out)
}

// chapterOf is the line of the help that the keys of a place begin at.
func (m *Model) chapterOf(at place) int {
	lines := m.helpLines()
	for _, c := range chapters {
		if c.at == at {
			return slices.IndexFunc(lines, func(l helpLine) bool { return l.heading && l.text == c.title })
		}
	}
	return 0
}

// wrapHelp gives what is explained at length as many lines as it needs.
func (m *Model) wrapHelp(lines []helpLine) []helpLine {
	room := max(m.width-helpMargin-m.keyColumn()-1, 1)
	var out []helpLine
	for _, l := range lines {
		if l.heading {
			out = append(out, l)
			continue
		}
		for i, part := range text.Wrap(l.text, room, m.method) {
			next := helpLine{text: l.text[part.Start:part.End]}
			if i == 0 {
				next.keys = l.keys
			}
			out = append(out, next)
		}
	}
	return out
}

// keyColumn is the room for keys in the help.
func (m *Model) keyColumn() int { return min(keyColumn, m.width*2/5) }

// helpEnd is the last line that the help can be scrolled to.
func (m *Model) helpEnd() int { return max(len(m.helpLines())-(m.height-2), 0) }

// keyColumn is the most room that keys take in the help, and helpMargin the
// room left of them, in cells.
const (
	keyColumn  = 28
	helpMargin = 3
)

func (m *Model) helpRows() []string {
	lines := m.helpLines()
	rows := make([]string, 0, m.height)
	head := text.NewRow(m.width, m.method)
	head.Blank(1).Add("talks", m.theme.Name).Add("  help", m.theme.Faint)
	rows = append(rows, head.String())
	for y := 1; y < m.height-1; y++ {
		row := text.NewRow(m.width, m.method)
		if n := m.helpTop + y - 1; n < len(lines) {
			m.drawHelp(row, lines[n])
		}
		rows = append(rows, row.String())
	}
	return append(rows, m.helpStatus())
}

// helpStatus offers the keys of the help, and says how far it is read.
func (m *Model) helpStatus() string {
	row := text.NewRow(m.width, m.method)
	row.Blank(1)
	read := ""
	if end := m.helpEnd(); end > 0 {
		read = fmt.Sprintf("%d%%", 100*m.helpTop/end)
	}
	m.addHints(row, m.width-2-len(read)-1)
	addRight(row, read, m.theme.Faint, m.method)
	return row.String()
}

func (m *Model) drawHelp(row *text.Row, line helpLine) {
	row.Blank(1)
	if line.heading {
		row.Add(line.text, m.theme.Heading)
		return
	}
	column := m.keyColumn()
	row.Blank(helpMargin-1).AddTruncated(line.keys, column-1, m.glyphs.Ellipsis, m.theme.Key, nil)
	row.Blank(row.Left()-(m.width-helpMargin-column)).AddTruncated(line.text, row.Left()-1, m.glyphs.Ellipsis, m.theme.Plain, nil)
}
