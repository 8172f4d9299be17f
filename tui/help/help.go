// Package help is a text of keys and what they do, in sections, that can be scrolled.
// It draws itself.
package help

import (
	"talks/tui/keymap"
	"talks/tui/style"
	"talks/tui/text"
)

// A Section is a part of the help.
type Section struct {
	Title string
	Mode  keymap.Mode // whose keys it lists; 0: something else
	Lines []keymap.Line
}

// A line is one row of the help.
type line struct {
	keymap.Line
	isTitle bool
}

// Help is the sections in a window, the line on top of which is top.
type Help struct {
	sections      []Section
	lines         []line
	top           int
	width, height int
	method        text.Method
}

// The most room that keys take, and the room left of them, in cells.
const (
	mostKeys = 28
	margin   = 3
)

// Show shows sections, from the one for the keys of a mode on.
func (h *Help) Show(sections []Section, of keymap.Mode) {
	h.sections = sections
	h.wrap(of)
	h.ScrollBy(0)
}

// SetSize says how many cells and rows the window has, and how text is measured.
func (h *Help) SetSize(width, height int, method text.Method) {
	if h.width != width || h.height != height || h.method != method {
		h.width, h.height, h.method = width, height, method
		top := h.top
		h.wrap(0)
		h.top = top
		h.ScrollBy(0)
	}
}

// wrap fits the text to the window, with the section of a mode on top.
func (h *Help) wrap(of keymap.Mode) {
	h.lines, h.top = nil, 0
	room := max(h.width-margin-h.keyColumn()-1, 1)
	for i, s := range h.sections {
		if i > 0 {
			h.lines = append(h.lines, line{})
		}
		if s.Mode == of && of != 0 {
			h.top = len(h.lines)
		}
		h.lines = append(h.lines, line{keymap.Line{Text: s.Title}, true})
		for _, l := range s.Lines {
			for _, part := range text.Wrap(l.Text, room, h.method) {
				h.lines = append(h.lines, line{Line: keymap.Line{Keys: l.Keys, Text: l.Text[part.Start:part.End]}})
				l.Keys = ""
			}
		}
	}
}

// keyColumn is the room for keys.
func (h *Help) keyColumn() int { return min(mostKeys, h.width*2/5) }

// ScrollBy moves the text by some lines, as far as there are any.
func (h *Help) ScrollBy(lines int) {
	_, end := h.Read()
	h.top = min(max(h.top+lines, 0), end)
}

// Read is the line on top, and the last that can be there.
func (h *Help) Read() (top, end int) { return h.top, max(len(h.lines)-h.height, 0) }

// Rows draws the lines in the window, as many as there are.
func (h *Help) Rows(theme *style.Theme, glyphs *style.Glyphs) []string {
	var rows []string
	for _, l := range h.lines[h.top:min(h.top+max(h.height, 0), len(h.lines))] {
		row := text.NewRow(h.width, h.method).Blank(1)
		if l.isTitle {
			rows = append(rows, row.Add(l.Text, theme.Heading).String())
			continue
		}
		column := h.keyColumn()
		row.BlankTo(margin).AddTruncated(l.Keys, column-1, glyphs.Ellipsis, theme.Key, nil)
		row.BlankTo(margin+column).AddTruncated(l.Text, row.Left()-1, glyphs.Ellipsis, theme.Plain, nil)
		rows = append(rows, row.String())
	}
	return rows
}
