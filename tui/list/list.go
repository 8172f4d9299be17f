// Package list keeps a cursor and a window over a list of items of equal
// height. It knows how many items there are, not what they are: the caller
// draws them.
package list

// Lines is the number of screen rows that an item takes.
const Lines = 2

// A List is a cursor in a window over length items.
type List struct {
	length int
	cursor int
	top    int // first item in the window
	fits   int // items that fit into the window, at least 1
}

// margin is how many items stay visible above and below the cursor where the
// window allows.
const margin = 1

// SetHeight says how many screen rows the list has.
func (l *List) SetHeight(rows int) {
	l.fits = max(rows/Lines, 1)
	l.follow()
}

// SetItems says that there are now length items and the cursor is on one.
func (l *List) SetItems(length, cursor int) {
	l.length = max(length, 0)
	l.cursor = cursor
	l.follow()
}

// Cursor is the item that the cursor is on; it is 0 in an empty list.
func (l *List) Cursor() int { return l.cursor }

// Fits is the number of items that fit into the window.
func (l *List) Fits() int { return l.fits }

// Visible returns the items in the window, from first up to and without last.
func (l *List) Visible() (first, last int) {
	return l.top, min(l.top+l.fits, l.length)
}

// MoveTo moves the cursor to an item, or to the end nearest to it.
func (l *List) MoveTo(item int) {
	l.cursor = item
	l.follow()
}

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
	l.cursor = min(max(l.cursor, low), high)
	l.follow()
}

// At returns the item on a screen row of the list, counted from 0.
func (l *List) At(row int) (item int, ok bool) {
	if row < 0 || row >= l.fits*Lines {
		return 0, false
	}
	item = l.top + row/Lines
	return item, item < l.length
}

func (l *List) gap() int { return min(margin, (l.fits-1)/2) }

// follow brings the cursor into the list and the window to the cursor.
func (l *List) follow() {
	l.fits = max(l.fits, 1)
	l.cursor = min(max(l.cursor, 0), max(l.length-1, 0))
	gap := l.gap()
	l.top = min(l.top, l.cursor-gap)
	l.top = max(l.top, l.cursor+gap-l.fits+1)
	l.top = min(max(l.top, 0), max(l.length-l.fits, 0))
}
