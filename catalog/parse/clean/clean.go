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

// Text makes a text of unknown origin safe to show, search, copy and print:
// valid UTF-8, line feeds the only control characters. Line ends of every kind
// become line feeds, tabs become blanks, ESC, C1 codes and invalid bytes
// become U+FFFD so that nothing vanishes unseen; other control characters,
// bidi overrides and invisible fillers are dropped. Joiners and variation
// selectors stay: scripts and emoji need them. Text(Text(s)) == Text(s).
func Text(s string) string {
	if Is(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	marks, column := 0, 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case r == '\r':
			if i < len(s) && s[i] == '\n' {
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

// Line is Text for a text of one line: line ends become blanks, and
// blanks at both ends go.
func Line(s string) string {
	s = Text(s)
	if strings.ContainsRune(s, '\n') {
		s = strings.Join(strings.Fields(s), " ")
	}
	return strings.TrimSpace(s)
}

// Is reports that s is line feeds, printable ASCII and letters of which
// Text would change none: the common case and worth a pass of its own. A no
// means no more than that Text has to look.
func Is[T string | []byte](s T) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(string(s[i:min(len(s), i+utf8.UTFMax)]))
			if r < 0xa0 || r == 0xad || r >= 0x300 && !isLetterOfMany(r) {
				return false
			}
			i += size - 1
		case c < ' ' && c != '\n' || c == 0x7f:
			return false
		}
	}
	return true
}

// isLetterOfMany names letters and punctuation that many texts have and that
// are no marks: dashes and quotation marks, kana, Han, Hangul, full-width forms.
func isLetterOfMany(r rune) bool {
	return r >= 0x2010 && r <= 0x2027 || r >= 0x3000 && r <= 0x3029 || r >= 0x30a0 && r <= 0x30ff ||
		r >= 0x3400 && r <= 0x9fff || r >= 0xac00 && r <= 0xd7a3 || r >= 0xff01 && r <= 0xff5e
}

// isMark names marks that stand over or around the letter before.
func isMark(r rune) bool {
	return r >= 0x300 && !isLetterOfMany(r) && (unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r))
}

// isDropped names what carries no text: control characters and format
// characters that reorder or hide their neighbours.
func isDropped(r rune) bool {
	switch {
	case r < ' ':
		return r != '\n'
	case r == 0x7f, r == 0xad, r == 0x061c, r == 0x180e, r == 0x200b, r == 0x200e, r == 0x200f, r == 0xfeff:
		return true
	case r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f:
		return true
	case r >= 0xfff0 && r <= 0xfffb, r >= 0xe0000 && r <= 0xe007f:
		return true
	}
	return false
}
