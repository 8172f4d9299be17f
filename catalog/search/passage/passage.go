// Package passage chooses the part of a text that a row on the screen has room
// for.
package passage

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"talks/catalog/search/words"
)

// A Match is a half-open range of bytes [Start, End) of a text that matches a word
// of the query, the word given by its number below 32.
type Match struct {
	Start, End int
	Word       uint8
}

// Best returns the part of a text, from one byte up to another, around the matches
// with the most different words, then the most words, then the nearest together.
// There is a match at least, and they are ordered by their starts. The part ends
// between words, never crosses a line feed, and cells(part) <= width, where cells
// measures a text on the screen.
func Best(text string, list []Match, width int, cells func(string) int) (start, end int) {
	bestFrom, bestTo, bestScore := list[0].Start, list[0].End, -1
	for i, first := range list {
		kinds, count := uint32(0), 0
		end := first.End
		for _, l := range list[i:] {
			to := max(end, l.End) // one highlight may lie inside another
			if strings.Contains(text[first.Start:to], "\n") || to-first.Start > 4*width || cells(text[first.Start:to]) > width {
				break
			}
			kinds |= 1 << l.Word
			count++
			end = to
		}
		if score := bits.OnesCount32(kinds)<<20 + min(count, 7)<<14 - min(end-first.Start, 1<<13); score > bestScore {
			bestFrom, bestTo, bestScore = first.Start, end, score
		}
	}
	return around(text, bestFrom, bestTo, width, cells)
}

// First returns the first sentence of a text, or as much of it as Best would.
func First(text string, width int, cells func(string) int) (start, end int) {
	start = len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	return start, fit(text, start, sentenceEnd(text, start), width, cells)
}

// around fills the row around a window: from the start of the sentence if there
// is room, else with up to a third of the row before the window, or more if the
// line ends soon after it.
func around(text string, from, to, width int, cells func(string) int) (int, int) {
	lineStart := strings.LastIndexByte(text[:from], '\n') + 1
	lineEnd := len(text)
	if n := strings.IndexByte(text[from:], '\n'); n >= 0 {
		lineEnd = from + n
	}
	for lineStart < from && text[lineStart] == ' ' {
		lineStart++
	}
	if start, ok := sentenceStart(text, lineStart, from, to, width, cells); ok {
		return start, fit(text, start, lineEnd, width, cells)
	}
	spare := width - cells(text[from:min(to, lineEnd)])
	room := width / 3
	if lineEnd-to <= 4*width {
		room = max(room, spare-cells(text[min(to, lineEnd):lineEnd]))
	}
	start := before(text, lineStart, from, min(room, spare), cells)
	return start, fit(text, start, lineEnd, width, cells)
}

// before goes back from a byte by whole words that take no more than room
// cells. If it is inside a word that is longer, it cuts the word.
func before(text string, least, from, room int, cells func(string) int) int {
	room = max(0, room)
	least = max(least, from-4*room-utf8.UTFMax) // a word that begins before is longer
	start := from
	for start > least {
		at := previousWord(text, least, start)
		if from-at > 4*room || cells(text[at:from]) > room {
			break
		}
		start = at
	}
	if start < from || wordStart(text, least, from) == from {
		return start
	}
	return insideWord(text, max(least, from-4*room), from, room, cells)
}

// insideWord returns the first letter, from a byte on, from which the text up to
// another byte takes no more than room cells.
func insideWord(text string, at, to, room int, cells func(string) int) int {
	for at < to {
		r, size := utf8.DecodeRuneInString(text[at:])
		if words.ClassOf(r) != words.Gap && !unicode.IsMark(r) && cells(text[at:to]) <= room {
			break
		}
		at += size
	}
	return min(at, to)
}

// previousWord returns the start of the word before a byte.
func previousWord(text string, least, at int) int {
	at = max(least, len(strings.TrimRightFunc(text[:at], unicode.IsSpace)))
	if at > least {
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
	}
	return wordStart(text, least, at)
}

// sentenceStart returns the start of the sentence of the window; ok is false if
// the row has no room from there to the end of the window.
func sentenceStart(text string, lineStart, from, to, width int, cells func(string) int) (int, bool) {
	start := lineStart
	for _, end := range [...]string{". ", "! ", "? ", "。", "！", "？"} {
		if n := strings.LastIndex(text[lineStart:from], end); n >= 0 {
			start = max(start, lineStart+n+len(end))
		}
	}
	return start, to-start <= 4*width && cells(text[start:to]) <= width
}

// wordStart returns where the word starts that a byte is in or behind.
func wordStart(text string, least, at int) int {
	for at > least {
		r, size := utf8.DecodeLastRuneInString(text[:at])
		if unicode.IsSpace(r) || words.ClassOf(r) == words.Han {
			break
		}
		at -= size
	}
	return at
}

// sentenceEnd returns the end of the sentence, or of the line, from a byte on.
func sentenceEnd(text string, from int) int {
	for at, r := range text[from:] {
		at += from
		switch r {
		case '\n':
			return at
		case '。', '！', '？':
			return at + utf8.RuneLen(r)
		case '.', '!', '?':
			if at+1 == len(text) || text[at+1] == ' ' || text[at+1] == '\n' {
				return at + 1
			}
		}
	}
	return len(text)
}

// fit returns the last end of a word up to which the text takes no more than width
// cells; a word that is longer by itself is cut between clusters.
func fit(text string, from, to, width int, cells func(string) int) int {
	if to-from <= 4*width && cells(text[from:to]) <= width {
		return from + len(strings.TrimRight(text[from:to], " "))
	}
	end, used := from, 0
	for at := from; at < to; {
		n := words.ClusterLen(text[at:to])
		if used += cells(text[at : at+n]); used > width {
			break
		}
		at += n
		r, _ := utf8.DecodeRuneInString(text[at:])
		last, _ := utf8.DecodeLastRuneInString(text[:at])
		if at == to || unicode.IsSpace(r) || words.ClassOf(last) == words.Han || words.ClassOf(r) == words.Han {
			end = at
		}
	}
	for end > from && cells(text[from:end]) > width { // clusters together may be wider
		end = from + len(text[from:end]) - lastCluster(text[from:end])
	}
	if end == from {
		for at, used := from, 0; at < to; {
			n := words.ClusterLen(text[at:to])
			if used += cells(text[at : at+n]); used > width {
				break
			}
			at += n
			end = at
		}
	}
	return from + len(strings.TrimRight(text[from:end], " "))
}

func lastCluster(text string) int {
	n := 0
	for at := 0; at < len(text); at += n {
		n = words.ClusterLen(text[at:])
	}
	return n
}
