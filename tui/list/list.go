// Package list keeps a cursor and a window over a list of items of equal
// height. It knows how many items there are, not what they are: the caller
// draws them.
package list

// A List is a cursor in a window over length items.
type List struct {
	lines  int // screen rows that an item takes
	margin int // items that stay visible around the cursor where the window allows
	length int
	cursor int
	top    int // first item in the window
	fits   int // items that fit into the window, at least 1
}

// New returns an empty list of items that take so many screen rows each, in
// whose window so many items stay visible above and below the cursor where
// there is room.
func New(lines, margin int) List { return List{lines: lines, margin: margin, fits: 1} }

// SetHeight says how many screen rows the window has.
func (l *List) SetHeight(rows int) {
	l.fits = max(rows/l.lines, 1)
	l.follow()
}

// SetItems says that there are now length items and the cursor is on one.
func (l *List) SetItems(length, cursor int) {
	l.length = max(length, 0)
	l.MoveTo(cursor)
}

// Cursor is the item that the cursor is on; it is 0 in an empty list.
func (l *List) Cursor() int { return l.cursor }

// Fits is the number of items that fit into the window, at least 1.
func (l *List) Fits() int { return l.fits }

// MoveTo moves the cursor to an item, or to the end nearest to it.
func (l *List) MoveTo(item int) {
	l.cursor = item
	l.follow()
}

// MoveBy moves the cursor by n items, as far as there are any.
func (l *List) MoveBy(n int) { l.MoveTo(l.cursor + n) }

// ScrollBy moves the window by n items; the cursor goes along only where it
// would be left behind.
func (l *List) ScrollBy(n int) {
	l.top = min(max(l.top+n, 0), max(l.length-l.fits, 0))
	gap := l.gap()
	low, high := l.top+gap, l.top+l.fits-1-gap
	if l.top == 0 {
		low = 0
	}
	if l.top+l.fits >= l.length {
		high = l.length - 1
	}
	l.MoveTo(min(max(l.cursor, low), high))
}

// At returns the item on a screen row of the window, counted from 0, and which
// of its lines that is.
func (l *List) At(row int) (item, line int, ok bool) {
	if row < 0 || row >= l.fits*l.lines {
		return 0, 0, false
	}
	item = l.top + row/l.lines
	return item, row % l.lines, item < l.length
}

func (l *List) gap() int { return min(l.margin, (l.fits-1)/2) }

// follow brings the cursor into the list and the window to the cursor.
func (l *List) follow() {
	l.cursor = min(max(l.cursor, 0), max(l.length-1, 0))
	gap := l.gap()
	l.top = min(l.top, l.cursor-gap)
	l.top = max(l.top, l.cursor+gap-l.fits+1)
	l.top = min(max(l.top, 0), max(l.length-l.fits, 0))
}
