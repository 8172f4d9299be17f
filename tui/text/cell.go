// Package text measures, cuts, wraps and paints text in terminal cells,
// grapheme cluster by grapheme cluster. All offsets are bytes. It expects
// clean text: no control characters but line feeds.
//
// Everything rests on one step, next, so that a width, a cut and a wrapped
// line can never disagree with one another or with what the renderer draws.
package text

import (
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// A Method is the way the terminal measures: rune by rune (WcWidth) until it
// has said that it measures whole clusters (GraphemeWidth).
type Method = ansi.Method

// The two methods.
const (
	WcWidth       = ansi.WcWidth
	GraphemeWidth = ansi.GraphemeWidth
)

// next returns the size in bytes of the first cluster of s, what is to be
// drawn for it, and how many cells that takes. s must not be empty.
//
// Terminals that measure rune by rune disagree about emoji sequences, so with
// WcWidth only the first rune of one is drawn.
func next(s string, m Method) (size int, shown string, cells int) {
	if c := s[0]; c < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		if c < ' ' || c == 0x7f {
			return 1, "", 0
		}
		return 1, s[:1], 1
	}
	if isSign(s) && (len(s) == 3 || s[3] < utf8.RuneSelf) {
		return 3, s[:3], 1
	}
	if isHan(s) && (len(s) == 3 || s[3] < utf8.RuneSelf || isHan(s[3:])) {
		return 3, s[:3], 2
	}
	cluster, cells := ansi.FirstGraphemeCluster(s, m)
	if m == WcWidth && isEmojiSequence(cluster) {
		_, first := utf8.DecodeRuneInString(cluster)
		_, cells = ansi.FirstGraphemeCluster(cluster[:first], m)
		return len(cluster), cluster[:first], cells
	}
	return len(cluster), cluster, cells
}

// isSign says that s starts with one of the dashes, quotes, dots and lines of
// U+2010 to 2027 and U+2500 to 257F, all of one cell. They are known here
// because the first look into go-runewidth's table takes 2 ms, which the first
// frame would wait for (2026-11-23).
func isSign(s string) bool {
	return len(s) >= 3 && s[0] == 0xe2 &&
		(s[1] == 0x80 && s[2] >= 0x90 && s[2] <= 0xa7 || s[1] == 0x94 || s[1] == 0x95)
}

// isHan says that s starts with one of the unified ideographs U+4E00 to 9FFF,
// all of two cells. Known here, a Chinese text is wrapped almost twice as fast
// (2026-11-23).
func isHan(s string) bool {
	return len(s) >= 3 && (s[0] == 0xe4 && s[1] >= 0xb8 || s[0] > 0xe4 && s[0] <= 0xe9)
}

// isEmojiSequence tells clusters that a joiner, a selector, a keycap or a skin
// tone makes of several runes. Joiners between letters belong to scripts.
func isEmojiSequence(cluster string) bool {
	first, size := utf8.DecodeRuneInString(cluster)
	for _, r := range cluster[size:] {
		switch {
		case r == 0xfe0f, r == 0x20e3, r >= 0x1f3fb && r <= 0x1f3ff:
			return true
		case r == 0x200d && first >= 0x2190:
			return true
		}
	}
	return false
}

// Width is the number of cells that s takes.
func Width(s string, m Method) int {
	width := 0
	for len(s) > 0 {
		size, _, cells := next(s, m)
		width += cells
		s = s[size:]
	}
	return width
}

// Cut returns the end, in bytes, of the longest start of s that fits into
// width cells, and the cells that it takes.
func Cut(s string, width int, m Method) (end, cells int) {
	for end < len(s) {
		size, _, c := next(s[end:], m)
		if cells+c > width {
			break
		}
		end += size
		cells += c
	}
	return end, cells
}

// Shown returns s the way it is drawn with method m.
func Shown(s string, m Method) string {
	if m != WcWidth || isASCII(s) {
		return s
	}
	out := make([]byte, 0, len(s))
	for len(s) > 0 {
		size, shown, _ := next(s, m)
		out = append(out, shown...)
		s = s[size:]
	}
	return string(out)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
