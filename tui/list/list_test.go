package list

import "testing"

const lines = 2

// The cursor stays in the list and in the window, with one item around it
// where the window has room for that.
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

// visible are the items in the window, from first up to and without last.
func visible(l *List) (first, last int) { return l.top, min(l.top+l.fits, l.length) }

func check(t *testing.T, l *List, rows, length int) {
	t.Helper()
	first, last := visible(l)
	cursor := l.Cursor()
	if length == 0 {
		if first != 0 || last != 0 || cursor != 0 {
			t.Fatalf("an empty list shows %d to %d, cursor %d", first, last, cursor)
		}
		return
	}
	if cursor < first || cursor >= last || first < 0 || last > length || last-first > max(rows/lines, 1) {
		t.Fatalf("%d rows, %d items: shows %d to %d, cursor %d", rows, length, first, last, cursor)
	}
	if last-first < min(max(rows/lines, 1), length) {
		t.Fatalf("%d rows, %d items: shows %d to %d, there is room for more", rows, length, first, last)
	}
	if last-first >= 3 && (cursor == first && first > 0 || cursor == last-1 && last < length) {
		t.Fatalf("%d rows, %d items: cursor %d at the edge of %d to %d", rows, length, cursor, first, last)
	}
}

func TestScrollingLeavesTheCursorWhereItCan(t *testing.T) {
	l := New(lines, 1)
	l.SetHeight(10 * lines)
	l.SetItems(100, 5)
	l.ScrollBy(2)
	if first, _ := visible(&l); first != 2 || l.Cursor() != 5 {
		t.Errorf("from %d, cursor %d", first, l.Cursor())
	}
	l.ScrollBy(10)
	if first, _ := visible(&l); first != 12 || l.Cursor() != 13 {
		t.Errorf("from %d, cursor %d", first, l.Cursor())
	}
}

// With a rule, the items in the window have their rows in order, and the rule
// one of its own before its item.
func TestRule(t *testing.T) {
	for rows := range 14 {
		for rule := range 9 {
			l := New(lines, 1)
			l.SetHeight(rows)
			l.SetItems(8, 0)
			l.SetRule(rule)
			for cursor := range 8 {
				l.MoveTo(cursor)
				seen, last := false, -1
				for row := range rows {
					item, line, ok := l.At(row)
					if row == l.RuleRow() {
						above, _, isAbove := l.At(row - 1)
						below, _, isBelow := l.At(row + 1)
						if isAbove && above >= rule || isBelow && below < rule {
							t.Fatalf("%d rows: the rule is between %d and %d, want it before %d", rows, above, below, rule)
						}
						continue
					}
					if ok && line == 0 && last >= 0 && item != last+1 {
						t.Fatalf("%d rows: %d follows %d", rows, item, last)
					}
					if ok {
						last, seen = item, seen || item == cursor && (line == lines-1 || rows < lines)
					}
				}
				if !seen && rows > 0 {
					t.Fatalf("%d rows, rule %d: cursor %d is out of sight", rows, rule, cursor)
				}
			}
			l.SetItems(8, 0)
			if l.RuleRow() >= 0 {
				t.Fatal("other items keep the rule")
			}
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
