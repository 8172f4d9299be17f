package list

import (
	"slices"
	"testing"
)

const lines = 2

// The cursor stays in the list and in the window.
func TestCursorStaysInSight(t *testing.T) {
	for rows := range 20 {
		for length := range 12 {
			l := New(lines, 1)
			l.SetHeight(rows)
			l.SetItems(length, 0)
			for _, by := range []int{1, 1, 1, 5, -2, 100, -3, -1, -100, 7} {
				l.MoveTo(l.Cursor() + by)
				check(t, &l, rows, length)
				l.ScrollBy(by)
				check(t, &l, rows, length)
			}
			l.SetItems(length/2, l.Cursor())
			check(t, &l, rows, length/2)
			l.SetHeight(rows / 2)
			check(t, &l, rows/2, length/2)
		}
	}
}

// window is what a list shows: the item and the line on each row.
func window(l *List) (seen [][2]int) {
	for row := range l.rows {
		if item, line, ok := l.At(row); ok {
			seen = append(seen, [2]int{item, line})
		}
	}
	return seen
}

// check fails unless the cursor is in the list, all of its item in the window if
// that has the room, and the window full if there are enough items.
func check(t *testing.T, l *List, rows, length int) {
	t.Helper()
	seen, cursor := window(l), l.Cursor()
	if length == 0 {
		if len(seen) > 0 || cursor != 0 {
			t.Fatalf("an empty list shows %v, cursor %d", seen, cursor)
		}
		return
	}
	if cursor < 0 || cursor >= length {
		t.Fatalf("%d items: the cursor is on %d", length, cursor)
	}
	whole := 0
	for _, s := range seen {
		if s[0] < 0 || s[0] >= length {
			t.Fatalf("%d items: shows %v", length, seen)
		}
		if s == [2]int{cursor, whole} {
			whole++
		}
	}
	if whole < min(l.Tall(), rows) && !(rows == 1 && whole == 1) {
		t.Fatalf("%d rows, %d items: of %d only %d lines are in sight: %v", rows, length, cursor, whole, seen)
	}
	if len(seen) < min(rows, l.height()) {
		t.Fatalf("%d rows, %d items: shows %v, there is room for more", rows, length, seen)
	}
}

// A list of items of different heights, with headings, keeps the item under the
// cursor whole in sight below the heading of its section, and its lines in order.
func TestHeadings(t *testing.T) {
	for rows := range 24 {
		for _, headings := range [][]int32{nil, {0}, {3}, {0, 1, 2, 7}, {0, 4, 8, 12, 16}} {
			l := New(lines, 1)
			l.SetExtra(func(item int) int { return item % 3 })
			l.SetHeight(rows)
			l.SetItems(20, 0, headings...)
			for _, by := range []int{1, 1, 1, 1, 1, 1, 1, -1, -1, -1, 9, -4, 100, -1, -1, -1, -1, -7, -100} {
				l.MoveBy(by)
				check(t, &l, rows, 20)
				checkHeadings(t, &l, headings)
				l.ScrollBy(by)
				check(t, &l, rows, 20)
				checkHeadings(t, &l, headings)
			}
		}
	}
}

func checkHeadings(t *testing.T, l *List, headings []int32) {
	t.Helper()
	seen := window(l)
	for i, s := range seen {
		first, headed := l.Section(s[0])
		switch {
		case headed != (l.rows > 2*lines && len(headings) > 0 && s[0] >= int(headings[0])):
			t.Fatalf("%v: %d is below a heading: %t", headings, s[0], headed)
		case i == 0 && headed && s[1] != Heading:
			t.Fatalf("%v: no heading above %v", headings, seen)
		case i == 0:
		case s[1] == Heading && (s[0] != first || !headed):
			t.Fatalf("%v: a heading inside a section: %v", headings, seen)
		case s[1] == 0 && s[0] == first && headed && seen[i-1] != [2]int{first, Heading}:
			t.Fatalf("%v: %d stands without its heading: %v", headings, first, seen)
		case s[1] > 0 && seen[i-1] != [2]int{s[0], s[1] - 1}:
			t.Fatalf("%v: out of order: %v", headings, seen)
		}
	}
}

// The window moves by no more than what comes into sight takes.
func TestScrollsSmoothly(t *testing.T) {
	l := New(lines, 1)
	l.SetExtra(func(item int) int { return item % 3 })
	l.SetHeight(15)
	l.SetItems(60, 0, 0, 1, 5, 20, 21, 40)
	for _, by := range []int{1, -1} {
		for range 70 {
			before, tall := l.top, l.Tall()
			l.MoveBy(by)
			moved := l.top - before
			if moved *= by; moved < 0 || moved > lines+1+max(l.Tall()-lines, tall-lines) {
				t.Errorf("to %d: the window moves by %d rows", l.Cursor(), moved)
			}
		}
	}
}

// A turn of the wheel moves the window, whatever the cursor takes along.
func TestScrollingNeverSticks(t *testing.T) {
	l := New(lines, 1)
	l.SetExtra(func(item int) int { return item % 3 })
	l.SetHeight(9)
	l.SetItems(60, 0, 0, 1, 5, 20, 21, 40)
	for _, by := range []int{1, -1} {
		for range 80 {
			before := window(&l)
			top := l.top
			l.ScrollBy(by)
			if slices.Equal(before, window(&l)) && top != 0 && top != l.height()-l.rows {
				t.Fatalf("%d: stuck at %v, cursor %d, top %d was %d", by, before, l.Cursor(), l.top, top)
			}
		}
	}
	if l.top != 0 {
		t.Errorf("the window ends at %d", l.top)
	}
}

func TestScrollingLeavesTheCursorWhereItCan(t *testing.T) {
	l := New(lines, 1)
	l.SetHeight(10 * lines)
	l.SetItems(100, 5)
	l.ScrollBy(2)
	if first, _, _ := l.At(0); first != 2 || l.Cursor() != 5 {
		t.Errorf("from %d, cursor %d", first, l.Cursor())
	}
	l.ScrollBy(10)
	if first, _, _ := l.At(0); first != 12 || l.Cursor() != 13 {
		t.Errorf("from %d, cursor %d", first, l.Cursor())
	}
}

func TestAhead(t *testing.T) {
	l := New(lines, 1)
	l.SetHeight(10)
	l.SetItems(20, 10, 0, 11, 12, 13)
	for rows, want := range map[int]int{10: 13, 1: 11, -1: 9, -10: 5, 1000: 19, -1000: 0} {
		if got := l.Ahead(rows); got != want {
			t.Errorf("%d rows on: %d, want %d", rows, got, want)
		}
	}
}

func TestAt(t *testing.T) {
	l := New(lines, 1)
	l.SetHeight(3 * lines)
	l.SetItems(10, 9)
	tests := []struct {
		row, item int
		ok        bool
	}{{-1, 0, false}, {0, 7, true}, {1, 7, true}, {2, 8, true}, {5, 9, true}, {6, 0, false}}
	for _, test := range tests {
		if item, _, ok := l.At(test.row); ok != test.ok || ok && item != test.item {
			t.Errorf("row %d: item %d, %t", test.row, item, ok)
		}
	}
	l.SetItems(1, 0)
	if _, _, ok := l.At(2); ok {
		t.Error("there is an item where there is none")
	}
}

// A window that has moved begins with a whole item, except at the end of the list.
func TestWindowBeginsWithAWholeItem(t *testing.T) {
	l := New(lines, 1)
	l.SetHeight(11)
	l.SetItems(30, 0, 0, 5, 6, 12)
	for _, by := range []int{1, -1, 4, -3} {
		for range 30 {
			l.MoveBy(by)
			if item, line := l.locate(l.begin()); line != 0 && l.top < l.height()-l.rows {
				t.Errorf("after %d to %d it begins with line %d of item %d", by, l.Cursor(), line, item)
			}
		}
	}
}
