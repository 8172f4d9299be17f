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
	rows   int // of the window
	fits   int // items that fit into the window, at least 1
	rule   int // the item that has a row for a rule above it; 0: none
}

// New returns an empty list of items that take so many screen rows each, in
// whose window so many items stay visible above and below the cursor where
// there is room.
func New(lines, margin int) List { return List{lines: lines, margin: margin, fits: 1} }

// SetHeight says how many screen rows the window has.
func (l *List) SetHeight(rows int) {
	l.rows = rows
	l.fit()
}

// fit works out how many items fit beside the rule.
func (l *List) fit() {
	rows := l.rows
	if l.isRuled() {
		rows--
	}
	l.fits = max(rows/l.lines, 1)
	l.follow()
}

// isRuled reports whether there is a rule: a window of less than two items has
// no room for one.
func (l *List) isRuled() bool { return l.rule > 0 && l.rows > 2*l.lines }

// SetItems says that there are now length items, without a rule between them,
// and the cursor is on one.
func (l *List) SetItems(length, cursor int) {
	l.length, l.cursor = max(length, 0), cursor
	l.SetRule(0)
}

// SetRule keeps a row free for a rule above an item; above the first, 0, there
// is none.
func (l *List) SetRule(item int) {
	l.rule = item
	l.fit()
}

// RuleRow is the screen row of the window, counted from 0, that the rule has; -1
// where there is none. While the rule is out of sight, it stands at the end of
// the window that it lies beyond: the items on its other side are not in sight.
func (l *List) RuleRow() int {
	if !l.isRuled() {
		return -1
	}
	return min(max(l.rule-l.top, 0), l.fits) * l.lines
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
// of its lines that is. The row of the rule has none.
func (l *List) At(row int) (item, line int, ok bool) {
	if rule := l.RuleRow(); rule >= 0 && row == rule {
		return 0, 0, false
	} else if rule >= 0 && row > rule {
		row--
	}
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
