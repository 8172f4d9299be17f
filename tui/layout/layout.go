package tui

// The window sizes at which the layout changes, in cells.
const (
	minWidth, minHeight = 20, 5 // below: one line that says so
	sideBySide          = 100   // list and detail beside one another
	stacked             = 24    // list above detail
	longestLine         = 80    // of running text
	roomy               = 10    // rows from which the reader leaves one blank
	airy                = 16    // rows from which there is a gap below the prompt
)

// rowLines is the number of screen rows that a talk takes in the list.
const rowLines = 2

// A rect is a part of the window: its left upper cell and its size.
type rect struct{ x, y, w, h int }

func (r rect) holds(x, y int) bool {
	return x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h
}

// A layout says where everything stands, between the head and the status line.
// A part that is not shown has no height.
type layout struct {
	small  bool // no room for anything
	list   rect
	border rect // between list and detail: a column or a row
	detail rect
}

// arrange divides a window. gap is the number of rows that it would like between
// the prompt and the list, listed says that there is a talk in the list.
func arrange(w, h int, reading bool, gap int, listed bool) layout {
	switch {
	case w < minWidth || h < minHeight:
		return layout{small: true}
	case reading:
		return arrangeReader(w, h)
	}
	const head = 2 // heading and prompt
	if listed && h-head-1-gap < rowLines {
		gap = 0 // a talk is worth more than a word about it
	}
	gap = min(gap, h-head-1)
	body := rect{x: 0, y: head + gap, w: w, h: h - head - 1 - gap}
	var l layout
	switch {
	case w >= sideBySide:
		l.list = rect{x: 0, y: body.y, w: max(w*2/5, w-1-longestLine-2*margin), h: body.h}
		l.border = rect{x: l.list.w, y: body.y, w: 1, h: body.h}
		x := l.list.w + 1
		l.detail = rect{x: x, y: body.y, w: w - x, h: body.h}
	case h >= stacked:
		l.list = rect{x: 0, y: body.y, w: w, h: body.h * 2 / 5}
		l.border = rect{x: 0, y: body.y + l.list.h, w: w, h: 1}
		y := l.border.y + 1
		l.detail = rect{x: 0, y: y, w: w, h: h - 1 - y}
	default:
		l.list = body
	}
	return l
}

func arrangeReader(w, h int) layout {
	y := 1
	if h >= roomy {
		y = 2
	}
	column := min(w, longestLine+2*margin)
	return layout{detail: rect{x: (w - column) / 2, y: y, w: column, h: h - 1 - y}}
}

// margin is the blank room on either side of running text.
const margin = 2

// textWidth is the length of a line of running text in a pane.
func textWidth(pane rect) int { return max(min(pane.w-2*margin, longestLine), 1) }
