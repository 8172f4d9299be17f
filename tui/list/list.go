// Package list keeps a cursor and a window over a list of items, some of which
// have a heading above them. It knows how many items there are, not what they
// are: the caller draws them.
package list

import (
	"cmp"
	"slices"
	"sort"
)

// Heading is the line of an item that a heading above it has; see At.
const Heading = -1

// A List is a cursor in a window over length items.
//
// The item under the cursor may take more rows than the others. A heading takes
// one row; the window begins with the heading of what is in it.
type List struct {
	lines    int // screen rows that an item takes
	margin   int // items that stay visible around the cursor where the window allows
	extra    func(item int) int
	length   int
	cursor   int
	tall     int     // rows of the item under the cursor
	headings []int32 // the items that have a heading, in order
	top      int     // row of the whole list that the window begins with
	rows     int     // of the window
}

// New returns an empty list of items that take so many screen rows each, in
// whose window so many items stay visible above and below the cursor where
// there is room.
func New(lines, margin int) List { return List{lines: lines, margin: margin, tall: lines} }

// SetExtra says how many rows more an item takes while the cursor is on it, if
// the window has room for them.
func (l *List) SetExtra(extra func(item int) int) { l.extra = extra }

// SetHeight says how many screen rows the window has.
func (l *List) SetHeight(rows int) {
	l.rows = rows
	l.MoveTo(l.cursor)
}

// SetItems says that there are now length items, some with headings, and the
// cursor is on one. Headings is in order; it must not be changed.
func (l *List) SetItems(length, cursor int, headings ...int32) {
	l.length, l.headings = max(length, 0), headings
	l.MoveTo(cursor)
}

// Cursor is the item that the cursor is on; it is 0 in an empty list.
func (l *List) Cursor() int { return l.cursor }

// Tall is the number of rows that the item under the cursor takes.
func (l *List) Tall() int { return l.tall }

// Fits is the number of items that fit into the window, at least 1.
func (l *List) Fits() int { return max(l.rows/l.lines, 1) }

// MoveTo moves the cursor to an item, or to the end nearest to it.
func (l *List) MoveTo(item int) {
	before := l.top
	l.place(item)
	l.follow()
	l.align(cmp.Compare(l.top, before))
}

// align moves the window on, if it has moved, up to where an item begins, as long as
// the cursor stays as far from its ends.
func (l *List) align(by int) {
	start, gap := l.start(l.cursor), l.gap()
	least, most := start+l.tall+gap-l.rows, min(start-gap-l.lead(), l.height()-l.rows)
	for by != 0 && l.top+by >= max(least, 0) && l.top+by <= most {
		if _, line := l.locate(l.begin()); line == 0 {
			return
		}
		l.top += by
	}
}

// MoveBy moves the cursor by n items, as far as there are any.
func (l *List) MoveBy(n int) { l.MoveTo(l.cursor + n) }

// Ahead is the item that is some rows below the cursor, above it if they are
// negative; never the one under the cursor, if there is another on that side.
func (l *List) Ahead(rows int) int {
	item, line := l.find(max(l.base(l.cursor)+rows, 0))
	if rows < 0 {
		if line > 0 {
			item++ // it begins above that row
		}
		item = min(item, l.cursor-1)
	} else {
		if line == Heading {
			item--
		}
		item = max(item, l.cursor+1)
	}
	return min(max(item, 0), max(l.length-1, 0))
}

// ScrollBy moves the window by n items; the cursor goes along only where it
// would be left behind.
func (l *List) ScrollBy(n int) {
	l.top += n * l.lines
	l.clamp()
	switch end := l.top + l.rows; {
	case n > 0 && l.least() > l.start(l.cursor):
		l.place(sort.Search(l.length, func(i int) bool { return l.start(i) >= l.least() }))
	case n < 0 && end < l.height():
		for l.start(l.cursor)+l.tall+l.gap() > end && l.cursor > 0 && l.start(l.cursor-1) >= l.top+l.lead() {
			l.place(l.cursor - 1)
		}
	}
	l.follow()
}

// At returns the item on a screen row of the window, counted from 0, and which
// of its lines that is; Heading is that of the heading above it. An item that the
// window begins in shows its first lines, not its last.
func (l *List) At(row int) (item, line int, ok bool) {
	if row < 0 || row >= l.rows || l.top+row >= l.height() {
		return 0, 0, false
	}
	item, line = l.locate(l.top + row)
	if row == 0 && l.isHeaded(item) {
		if below, itsLine := l.locate(l.top + 1); itsLine != Heading {
			item = min(below, l.length-1)
		}
		return item, Heading, true
	}
	if begin := l.begin(); line != Heading && l.start(item) < begin {
		line = max(l.top+row-begin, 0)
	}
	return item, line, true
}

// Section is the first item below the heading that an item stands below, false
// where there is none.
func (l *List) Section(item int) (first int, ok bool) {
	if n := l.headingsUpTo(item); n > 0 {
		return int(l.headings[n-1]), true
	}
	return 0, false
}

// shown are the headings: a window of less than two items has no room for one.
func (l *List) shown() []int32 {
	if l.rows <= 2*l.lines {
		return nil
	}
	return l.headings
}

// headingsUpTo is the number of headings above an item.
func (l *List) headingsUpTo(item int) int {
	n, _ := slices.BinarySearch(l.shown(), int32(item)+1)
	return n
}

func (l *List) isHeaded(item int) bool { return l.headingsUpTo(item) > 0 }

// base is the row of the whole list at which an item would begin if that under the
// cursor were no taller than the others.
func (l *List) base(item int) int { return item*l.lines + l.headingsUpTo(item) }

// find returns what is on a row, counted as base does.
func (l *List) find(row int) (item, line int) {
	headings := l.shown()
	n := sort.Search(len(headings), func(k int) bool { return int(headings[k])*l.lines+k > row })
	if n > 0 && int(headings[n-1])*l.lines+n-1 == row {
		return int(headings[n-1]), Heading
	}
	return (row - n) / l.lines, (row - n) % l.lines
}

// start is the row of the whole list at which an item begins.
func (l *List) start(item int) int {
	row := l.base(item)
	if item > l.cursor {
		row += l.tall - l.lines
	}
	return row
}

// height is the number of rows of the whole list.
func (l *List) height() int {
	if l.length == 0 {
		return 0
	}
	return l.length*l.lines + len(l.shown()) + l.tall - l.lines
}

// locate returns what is on a row of the whole list.
func (l *List) locate(row int) (item, line int) {
	switch at := row - l.base(l.cursor); {
	case at >= l.tall:
		row -= l.tall - l.lines
	case at >= 0:
		return l.cursor, at
	}
	return l.find(row)
}

// begin is the row of the whole list at which the items in the window begin.
func (l *List) begin() int {
	if item, _ := l.locate(l.top); l.isHeaded(item) {
		return l.top + 1
	}
	return l.top
}

// place puts the cursor on an item, or the end nearest to it. What the window
// begins with stays there.
func (l *List) place(item int) {
	if l.start(l.cursor) < l.top {
		l.top -= l.tall - l.lines
	}
	l.cursor, l.tall = min(max(item, 0), max(l.length-1, 0)), l.lines
	if l.extra != nil && l.length > 0 {
		l.tall += min(max(l.extra(l.cursor), 0), max(l.rows-l.lead()-l.lines, 0))
	}
}

// lead is the number of rows at the top of the window that a heading has.
func (l *List) lead() int {
	if l.isHeaded(l.cursor) {
		return 1
	}
	return 0
}

// gap is the number of rows that stay visible above and below the cursor.
func (l *List) gap() int { return max(min(l.margin*l.lines, (l.rows-l.lead()-l.tall)/2), 0) }

// least is the row from which an item is far enough from the top of the window.
func (l *List) least() int { return l.top + l.lead() + l.gap() }

// follow moves the window to the cursor.
func (l *List) follow() {
	start, gap := l.start(l.cursor), l.gap()
	most := start - gap - l.lead()
	l.top = min(max(l.top, start+l.tall+gap-l.rows), most)
	l.clamp()
	if _, line := l.locate(l.top); line == Heading || l.top+1 > min(most, l.height()-l.rows) {
		return
	}
	if _, line := l.locate(l.top + 1); line == Heading { // nothing of what is above it is in sight
		l.top++
	}
}

// clamp keeps the window in the list.
func (l *List) clamp() { l.top = min(max(l.top, 0), max(l.height()-l.rows, 0)) }
