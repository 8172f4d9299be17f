package text

import "strings"

// A Row builds one row of the screen, exactly as wide as it was made:
// whatever is added is cut to the room that is left, and String fills up with
// blanks.
type Row struct {
	b      strings.Builder
	width  int
	column int // where the next text begins, in cells
	method Method
	fill   Paint // of blanks
}

// NewRow starts a row of width cells.
func NewRow(width int, m Method) *Row {
	r := &Row{width: max(width, 0), method: m}
	r.b.Grow(r.width + r.width/2)
	return r
}

// Column is where the next text begins, in cells.
func (r *Row) Column() int { return r.column }

// Fill sets the paint of the blanks that are added from now on.
func (r *Row) Fill(p Paint) *Row {
	r.fill = p
	return r
}

// Left is the number of cells still free.
func (r *Row) Left() int { return r.width - r.column }

// Add draws s in paint p.
func (r *Row) Add(s string, p Paint) *Row {
	return r.AddHighlighted(s, Range{0, len(s)}, p, nil)
}

// AddHighlighted draws s[line.Start:line.End] with its highlights, which are
// ranges of s in order, without overlap.
func (r *Row) AddHighlighted(s string, line Range, base Paint, highlights []Highlight) *Row {
	size, cells := Cut(s[line.Start:line.End], r.Left(), r.method)
	line.End = line.Start + size
	r.column += cells
	writeHighlighted(&r.b, s, line, base, highlights, r.method)
	return r
}

// AddTruncated draws s with its highlights in at most width cells; where it
// does not fit, it ends with the tail.
func (r *Row) AddTruncated(s string, width int, tail string, base Paint, highlights []Highlight) *Row {
	return r.AddRest(s, 0, width, tail, base, highlights)
}

// AddRest is AddTruncated from a byte of s on.
func (r *Row) AddRest(s string, from, width int, tail string, base Paint, highlights []Highlight) *Row {
	width = min(width, r.Left())
	end, _ := Cut(s[from:], width, r.method)
	if from+end == len(s) {
		return r.AddHighlighted(s, Range{from, len(s)}, base, highlights)
	}
	room := width - Width(tail, r.method)
	if room < 0 {
		room, tail = width, ""
	}
	end, _ = Cut(s[from:], room, r.method)
	return r.AddHighlighted(s, Range{from, from + end}, base, highlights).Add(tail, base)
}

// AddDrawn adds what another row of so many cells has drawn; there must be room.
func (r *Row) AddDrawn(drawn string, cells int) *Row {
	r.b.WriteString(drawn)
	r.column += cells
	return r
}

// AddRight draws s at the right end, one blank from the edge.
func (r *Row) AddRight(s string, p Paint) *Row {
	return r.BlankTo(r.width-1-Width(s, r.method)).Add(s, p)
}

// Blank leaves n cells blank.
func (r *Row) Blank(n int) *Row { return r.BlankTo(r.column + n) }

// BlankTo leaves the cells up to a column blank.
func (r *Row) BlankTo(column int) *Row {
	n := max(min(column, r.width)-r.column, 0)
	if n > 0 {
		r.fill.draw(&r.b, strings.Repeat(" ", n), r.method)
	}
	r.column += n
	return r
}

// String fills the row up and returns it.
func (r *Row) String() string { return r.BlankTo(r.width).b.String() }
