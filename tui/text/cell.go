// Package text measures, cuts, wraps and paints text in terminal cells,
// grapheme cluster by grapheme cluster. All offsets are bytes. It expects
// clean text: no control characters but line feeds.
//
// Everything rests on one step, next, so that a width, a cut and a wrapped
// line can never disagree with one another or with what the renderer draws.
//
// Right-to-left text is written in the order in which it is read, and it is the
// terminal that sets it from right to left: one that does would turn around what
// had been turned here. No bidi control characters are added, nor do the files'
// own reach this package: a terminal may give them a width.
package text

import (
	"math"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// A Method is the way the terminal measures: rune by rune (WcWidth) until it
// has reported that it measures whole clusters (GraphemeWidth).
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
	cluster, cells := ansi.FirstGraphemeCluster(s, m)
	size, shown = len(cluster), cluster
	if m == WcWidth && isEmojiSequence(cluster) {
		_, first := utf8.DecodeRuneInString(cluster)
		shown, cells = ansi.FirstGraphemeCluster(cluster[:first], m)
	}
	return size, shown, cells
}

// The runes that join others into an emoji.
const (
	joiner        = 0x200d // also between the letters of some scripts
	asEmoji       = 0xfe0f // variation selector 16
	keycap        = 0x20e3
	firstSkinTone = 0x1f3fb
	lastSkinTone  = 0x1f3ff
	firstSymbol   = 0x2190 // the arrows; letters come before them
)

// isEmojiSequence reports whether a cluster is an emoji made of several runes.
func isEmojiSequence(cluster string) bool {
	first, size := utf8.DecodeRuneInString(cluster)
	for _, r := range cluster[size:] {
		if r == asEmoji || r == keycap || r >= firstSkinTone && r <= lastSkinTone || r == joiner && first >= firstSymbol {
			return true
		}
	}
	return false
}

// Width is the number of cells that s takes.
func Width(s string, m Method) int {
	_, cells := Cut(s, math.MaxInt, m)
	return cells
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
