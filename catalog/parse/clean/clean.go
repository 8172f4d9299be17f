// Package clean makes text of unknown origin safe to show, search, copy and
// print.
package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxMarks is how many combining marks a letter may carry. Real scripts need
// three or four; thousands on one letter are a single cell to a terminal and
// a trap to everything that walks over clusters.
const maxMarks = 6

// maxRun is how many characters may follow a letter that a terminal draws in its
// cells: marks, joiners and what they join, tones of skin. The longest emoji of
// Unicode has ten.
const maxRun = 32

// tabStop is how many columns apart tab stops are.
const tabStop = 4

// Text gives valid UTF-8 in which line feeds are the only control characters.
// Line ends of every kind become line feeds, tabs become blanks, ESC, C1 codes
// and invalid bytes become U+FFFD so that nothing vanishes unseen; other
// control characters, bidi overrides and invisible fillers are dropped.
// Joiners and variation selectors stay where there is a letter before them:
// scripts and emoji need them.
// Text(Text(s)) == Text(s).
func Text(s string) string {
	if isClean(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	marks, run, column := 0, 0, 0
	last := ' ' // character written
	for i, r := range s {
		switch {
		case r == '\r':
			if strings.HasPrefix(s[i+1:], "\n") {
				continue
			}
			r = '\n'
		case r == '\u0085' || r == '\u2028' || r == '\u2029':
			r = '\n'
		case r == '\t':
			n := tabStop - column%tabStop
			b.WriteString("    "[:n])
			column += n
			last = ' '
			continue
		case r == 0x1b || r >= 0x80 && r < 0xa0:
			r = utf8.RuneError
		case isDropped(r), isInvisible(r) && unicode.IsSpace(last):
			continue
		}
		switch {
		case !extends(last, r):
			marks, run = 0, 0
		case isMark(r):
			marks++
			fallthrough
		default:
			run++
		}
		if run > maxRun || isMark(r) && marks > maxMarks {
			continue
		}
		if column++; r == '\n' {
			column = 0
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// Line is Text for a text of one line: line ends become blanks, and blanks at
// both ends go.
func Line(s string) string {
	s = Text(s)
	if strings.ContainsRune(s, '\n') {
		s = strings.Join(strings.Fields(s), " ")
	}
	return strings.TrimSpace(s)
}

// isClean reports whether Text leaves a text as it is, as it does most. One with
// marks and the like is not clean, because Text has to count them.
func isClean(s string) bool {
	for _, r := range s {
		if r >= ' ' && r <= '~' || r == '\n' {
			continue
		}
		if r < 0xa0 || r == utf8.RuneError || r == '\u2028' || r == '\u2029' || isDropped(r) || extends(r, r) {
			return false
		}
	}
	return true
}

// isMark reports whether a character is a mark that stands over or around the
// letter before.
func isMark(r rune) bool { return isOdd(r) && unicode.In(r, unicode.Mn, unicode.Me) }

// isInvisible reports whether a character is a joiner or a variation selector,
// which only tell how to draw others.
func isInvisible(r rune) bool {
	return r == '\u200c' || r == '\u200d' || r >= 0xfe00 && r <= 0xfe0f || r >= 0x180b && r <= 0x180f || r >= 0xe0100 && r <= 0xe01ef
}

// extends reports whether a character belongs to the cluster of the one before,
// as UAX #29 has it: marks, joiners, emoji that are joined, tones of skin,
// voicing marks of narrow kana, and letters of Hangul or signs of Arabic after
// their like.
func extends(before, r rune) bool {
	switch {
	case !isOdd(r):
		return false
	case r >= 0x1100 && r <= 0x11ff:
		return hangul(before) == hangul(r)
	case r >= 0x0600 && r <= 0x0605, r == 0x06dd, r == 0x070f:
		return before >= 0x0600 && before <= 0x070f
	case r >= 0x1f000 && before == '\u200d':
		return true
	}
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc) || r == '\u200c' || r == '\u200d' ||
		r == '\uff9e' || r == '\uff9f' || r >= 0x1f3fb && r <= 0x1f3ff
}

// hangul tells the letters of Hangul that start a syllable from the vowels and
// from those that end it; 0 is no such letter.
func hangul(r rune) int {
	switch {
	case r < 0x1100 || r > 0x11ff:
		return 0
	case r < 0x1160:
		return 1
	case r < 0x11a8:
		return 2
	}
	return 3
}

// isOdd reports whether a character is, or stands near, one of those that
// belong to others. Most letters need no search in the tables of package
// unicode.
func isOdd(r rune) bool { return r > 0xffff || oddBlocks[r>>6] }

// oddBlocks tells, for each 64 characters of the first 65,536, whether one of
// them belongs to others.
var oddBlocks = func() (table [1 << 10]bool) {
	for _, odd := range [][]unicode.Range16{unicode.Mn.R16, unicode.Me.R16, unicode.Mc.R16, {{0x600, 0x605, 1}, {0x6dd, 0x70f, 1}, {0x1100, 0x11ff, 1}, {0x200c, 0x200d, 1}, {0xff9e, 0xff9f, 1}}} {
		for _, r := range odd {
			for block := r.Lo >> 6; block <= r.Hi>>6; block++ {
				table[block] = true
			}
		}
	}
	return table
}()

// isDropped reports whether a character carries no text: control characters,
// format characters that reorder or hide their neighbours, and fillers.
func isDropped(r rune) bool {
	switch {
	case r < 0x2000:
		return r < ' ' && r != '\n' || r == 0x7f || r == 0xad || r == 0x034f || r == 0x061c || r == 0x115f || r == 0x1160 || r == 0x17b4 || r == 0x17b5 || r == 0x180e
	case r < 0x2070:
		return r == 0x200b || r == 0x200e || r == 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2060
	case r < 0xfeff:
		return r == 0x3164
	case r <= 0xffff:
		return r == 0xfeff || r == 0xffa0 || r >= 0xfff0 && r <= 0xfffb
	}
	return r >= 0x13430 && r <= 0x1343f || r >= 0x1bca0 && r <= 0x1bca3 || r >= 0x1d173 && r <= 0x1d17a || r >= 0xe0000 && r <= 0xe007f
}
