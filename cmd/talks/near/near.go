// Package near tells which name may have been meant by one that is not known.
package near

// Of returns the name that is nearest to what was typed: one that begins with it, or
// is a slip away, or two if it has more than four letters. It is empty if none is
// near, or two are equally so.
func Of(typed string, names []string) string {
	best, at, tie := 2, "", false // best: fewer slips than that
	if len(typed) > 4 {
		best++
	}
	for _, name := range names {
		n := slips(typed, name)
		if n > 1 && len(typed) >= 2 && len(name) > len(typed) && name[:len(typed)] == typed {
			n = 1
		}
		switch {
		case n < best && n < len(typed):
			best, at, tie = n, name, false
		case n == best:
			tie = true
		}
	}
	if tie {
		return ""
	}
	return at
}

// slips is the number of letters to change, drop, add or swap with the next one that
// makes b of a, as of the optimal string alignment.
func slips(a, b string) int {
	var before, last, row []int // of a one and two letters shorter, and of a itself
	for i := range len(a) + 1 {
		row = make([]int, len(b)+1)
		for j := range row {
			switch {
			case i == 0 || j == 0:
				row[j] = i + j
			default:
				cost := 1
				if a[i-1] == b[j-1] {
					cost = 0
				}
				row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
				if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
					row[j] = min(row[j], before[j-2]+1)
				}
			}
		}
		before, last = last, row
	}
	return row[len(b)]
}
