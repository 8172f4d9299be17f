// Package layout divides the window into its parts.
package layout

import "talks/tui/row"

// The window sizes at which the layout changes, in cells.
const (
	MinWidth    = 20  // below, or
	MinHeight   = 5   // below this: one line that says so
	SideBySide  = 100 // list and detail beside one another
	Stacked     = 24  // list above detail
	longestLine = 80  // of running text
	Roomy       = 10  // rows from which the reader leaves one blank
	Airy        = 16  // rows from which there is a gap below the prompt
)

// A Rect is a part of the window: its left upper cell and its size.
type Rect struct{ X, Y, W, H int }

// Holds reports whether a cell of the window is in the part.
func (r Rect) Holds(x, y int) bool {
	return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H
}

// A Layout says where everything stands, between the head and the status line.
// A part that is not shown has no height.
type Layout struct {
	Small  bool // no room for anything
	List   Rect
	Border Rect // between list and detail: a column or a row
	Detail Rect
}

// Arrange divides a window. gap is the number of rows that it would like between
// the prompt and the list, listed says that there is a talk in the list.
func Arrange(w, h int, reading bool, gap int, listed bool) Layout {
	switch {
	case w < MinWidth || h < MinHeight:
		return Layout{Small: true}
	case reading:
		return arrangeReader(w, h)
	}
	const head = 2 // heading and prompt
	if listed && h-head-1-gap < row.Lines {
		gap = 0 // a talk is worth more than a word about it
	}
	gap = min(gap, h-head-1)
	body := Rect{X: 0, Y: head + gap, W: w, H: h - head - 1 - gap}
	var l Layout
	switch {
	case w >= SideBySide:
		l.List = Rect{X: 0, Y: body.Y, W: max(w*2/5, w-1-longestLine-2*margin), H: body.H}
		l.Border = Rect{X: l.List.W, Y: body.Y, W: 1, H: body.H}
		x := l.List.W + 1
		l.Detail = Rect{X: x, Y: body.Y, W: w - x, H: body.H}
	case h >= Stacked:
		l.List = Rect{X: 0, Y: body.Y, W: w, H: body.H * 2 / 5}
		l.Border = Rect{X: 0, Y: body.Y + l.List.H, W: w, H: 1}
		y := l.Border.Y + 1
		l.Detail = Rect{X: 0, Y: y, W: w, H: h - 1 - y}
	default:
		l.List = body
	}
	return l
}

func arrangeReader(w, h int) Layout {
	y := 1
	if h >= Roomy {
		y = 2
	}
	column := min(w, longestLine+2*margin)
	return Layout{Detail: Rect{X: (w - column) / 2, Y: y, W: column, H: h - 1 - y}}
}

// margin is the blank room on either side of running text.
const margin = 2

// TextWidth is the length of a line of running text in a pane.
func TextWidth(pane Rect) int { return max(min(pane.W-2*margin, longestLine), 1) }
