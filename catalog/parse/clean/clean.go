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

// tabStop is how many columns apart tab stops are.
const tabStop = 4

// Text gives valid UTF-8 in which line feeds are the only control characters.
// Line ends of every kind become line feeds, tabs become blanks, ESC, C1 codes
// and invalid bytes become U+FFFD so that nothing vanishes unseen; other
// control characters, bidi overrides and invisible fillers are dropped.
// Joiners and variation selectors stay: scripts and emoji need them.
// Text(Text(s)) == Text(s).
func Text(s string) string {
	if isClean(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	marks, column := 0, 0
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
			marks = 0
			continue
		case r == 0x1b || r >= 0x80 && r < 0xa0:
			r = utf8.RuneError
		case isDropped(r):
			continue
		}
		if isMark(r) {
			if marks++; marks > maxMarks {
				continue
			}
		} else if r != '\u200c' && r != '\u200d' {
			marks = 0
		}
		if column++; r == '\n' {
			column = 0
		}
		b.WriteRune(r)
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
// marks is not clean, because Text has to count them.
func isClean(s string) bool {
	for _, r := range s {
		if r >= ' ' && r <= '~' || r == '\n' {
			continue
		}
		if r < 0xa0 || r == utf8.RuneError || r == '\u2028' || r == '\u2029' || isDropped(r) || isMark(r) {
			return false
		}
	}
	return true
}

// isMark reports whether a character is a mark that stands over or around the
// letter before.
func isMark(r rune) bool {
	return (r > 0xffff || hasMarks[r>>6]) && unicode.In(r, unicode.Mn, unicode.Me)
}

// hasMarks tells, for each 64 characters of the first 65,536, whether a mark
// is among them. Most letters need no search in the tables of package unicode.
var hasMarks = func() (table [1 << 10]bool) {
	for _, marks := range []*unicode.RangeTable{unicode.Mn, unicode.Me} {
		for _, r := range marks.R16 {
			for block := r.Lo >> 6; block <= r.Hi>>6; block++ {
				table[block] = true
			}
		}
	}
	return table
}()

// isDropped reports whether a character carries no text: control characters
// and format characters that reorder or hide their neighbours.
func isDropped(r rune) bool {
	switch {
	case r < 0x2000:
		return r < ' ' && r != '\n' || r == 0x7f || r == 0xad || r == 0x061c || r == 0x180e
	case r < 0x2070:
		return r == 0x200b || r == 0x200e || r == 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2060
	case r < 0xfeff:
		return false
	}
	return r == 0xfeff || r >= 0xfff0 && r <= 0xfffb || r >= 0xe0000 && r <= 0xe007f
}
