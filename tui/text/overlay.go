package text

import "strings"

// Overlay draws one row over the cells of another, from a column of it on. A wide
// character that is half covered becomes blank.
func Overlay(under, over string, column int, m Method) string {
	width, covered := m.StringWidth(under), column+m.StringWidth(over)
	left, right := "", ""
	for cut := column; cut > 0; cut-- {
		if left = m.Truncate(under, cut, ""); m.StringWidth(left) <= column {
			break
		}
	}
	for cut := covered; cut < width; cut++ {
		if right = m.TruncateLeft(under, cut, ""); m.StringWidth(right) <= width-covered {
			break
		}
	}
	blanks := func(cells int) string { return strings.Repeat(" ", max(cells, 0)) }
	return left + blanks(column-m.StringWidth(left)) + over + blanks(width-covered-m.StringWidth(right)) + right
}
