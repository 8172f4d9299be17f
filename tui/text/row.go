package text

import "strings"

// A Row builds one row of the screen, exactly as wide as it was made:
// whatever is added is cut to the room that is left, and String fills up with
// blanks.
type Row struct {
	b      strings.Builder
	left   int // cells still free
	method Method
}

// NewRow starts a row of width cells.
func NewRow(width int, m Method) *Row {
	width = max(width, 0)
	r := &Row{left: width, method: m}
	r.b.Grow(width + width/2)
	return r
}

// Left is the number of cells still free.
func (r *Row) Left() int { return r.left }

// Add draws s in paint p.
func (r *Row) Add(s string, p Paint) *Row {
	return r.AddMarked(s, Range{0, len(s)}, p, nil)
}

// AddMarked draws s[line.Start:line.End] with its marks, which are ranges of s.
func (r *Row) AddMarked(s string, line Range, base Paint, marks []Mark) *Row {
	size, cells := Cut(s[line.Start:line.End], r.left, r.method)
	line.End = line.Start + size
	r.left -= cells
	Lit(&r.b, s, line, base, marks, r.method)
	return r
}

// AddTruncated draws s with its marks in at most width cells; where it does
// not fit, it ends with the tail.
func (r *Row) AddTruncated(s string, width int, tail string, base Paint, marks []Mark) *Row {
	width = min(width, r.left)
	end, _ := Cut(s, width, r.method)
	if end == len(s) {
		return r.AddMarked(s, Range{0, end}, base, marks)
	}
	room := width - Width(tail, r.method)
	if room < 0 {
		room, tail = width, ""
	}
	end, _ = Cut(s, room, r.method)
	return r.AddMarked(s, Range{0, end}, base, marks).Add(tail, base)
}

// Blank leaves n cells blank.
func (r *Row) Blank(n int) *Row {
	n = min(max(n, 0), r.left)
	r.b.WriteString(strings.Repeat(" ", n))
	r.left -= n
	return r
}

// String fills the row up and returns it.
func (r *Row) String() string {
	r.Blank(r.left)
	return r.b.String()
}
