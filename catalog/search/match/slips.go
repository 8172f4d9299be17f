package match

import (
	"unicode/utf8"

	"talks/catalog/search/words"
)

// maxRunes is how many runes of a word are compared. Longer words are cut before,
// see words.MaxLen.
const maxRunes = words.MaxLen

// Slips counts the slips of the finger between two words, up to a limit; more
// count as limit+1.
func Slips(a, b string, limit int) int { return slips([]rune(a), []rune(b), limit, false) }

// slips is Slips for runes. A slip is a letter left out, added or wrong, or two
// neighbours swapped (optimal string alignment). With start set it is enough
// that b begins with what a stands for: the count is that of the best start
// of b.
func slips(a, b []rune, limit int, start bool) int {
	n, m := len(a), len(b)
	if start {
		m = min(m, n+limit)
	}
	if n > maxRunes || m > maxRunes || n-m > limit || m-n > limit {
		return limit + 1
	}
	var rows [3][maxRunes + 1]int8
	for j := range m + 1 {
		rows[0][j] = int8(min(j, limit+1))
	}
	for i := 1; i <= n; i++ {
		row, above, above2 := &rows[i%3], &rows[(i+2)%3], &rows[(i+1)%3]
		from, to := max(1, i-limit), min(m, i+limit)
		row[from-1] = int8(limit + 1)
		if from == 1 {
			row[0] = int8(min(i, limit+1))
		}
		best := row[from-1]
		for j := from; j <= to; j++ {
			cost := int8(1)
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d := above[j-1] + cost
			if j < i+limit {
				d = min(d, above[j]+1)
			}
			d = min(d, row[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, above2[j-2]+1)
			}
			row[j] = d
			best = min(best, d)
		}
		if int(best) > limit {
			return limit + 1
		}
	}
	last := &rows[n%3]
	if !start {
		return min(int(last[m]), limit+1)
	}
	best := limit + 1
	for j := max(0, n-limit); j <= m; j++ {
		best = min(best, int(last[j]))
	}
	return best
}

// isSwapped reports whether the words differ by two neighbours swapped alone.
func isSwapped(a, b []rune) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && string(a[i+2:]) == string(b[i+2:])
		}
	}
	return false
}

// Runes decodes a word into a buffer and returns it.
func Runes(dst []rune, word string) []rune {
	dst = dst[:0]
	for i := 0; i < len(word); {
		r, size := rune(word[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(word[i:])
		}
		dst = append(dst, r)
		i += size
	}
	return dst
}
