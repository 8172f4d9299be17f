package text

import (
	"strings"
	"unicode/utf8"
)

// A Paint switches a style on and off. The zero Paint changes nothing.
type Paint struct{ On, Off string }

// draw writes s painted.
func (p Paint) draw(b *strings.Builder, s string, m Method) {
	if s == "" {
		return
	}
	b.WriteString(p.On)
	writeShown(b, s, m)
	b.WriteString(p.Off)
}

// writeShown writes s the way it is drawn with a method.
func writeShown(b *strings.Builder, s string, m Method) {
	if m == GraphemeWidth || utf8.RuneCountInString(s) == len(s) { // ASCII
		b.WriteString(s)
		return
	}
	from := 0 // what has not been written yet
	for at := 0; at < len(s); {
		size, shown, _ := next(s[at:], m)
		if len(shown) < size {
			b.WriteString(s[from:at])
			b.WriteString(shown)
			from = at + size
		}
		at += size
	}
	b.WriteString(s[from:])
}

// A Highlight is a range of a text with a paint of its own.
type Highlight struct {
	Range
	Paint Paint
}

// writeHighlighted writes s[line.Start:line.End] as it is drawn: highlights in
// their own paint, the rest in base. Highlights are ranges of s in order,
// without overlap; those outside the line are ignored. A highlight covers every
// cluster that it touches.
func writeHighlighted(b *strings.Builder, s string, line Range, base Paint, highlights []Highlight, m Method) {
	at := line.Start
	for _, h := range highlights {
		start, end := max(h.Start, at), min(h.End, line.End)
		if start >= line.End {
			break
		}
		if start >= end {
			continue
		}
		start, end = widen(s, at, start, end, line.End, m)
		base.draw(b, s[at:start], m)
		h.Paint.draw(b, s[start:end], m)
		at = end
	}
	base.draw(b, s[at:line.End], m)
}

// widen moves start and end outwards to the bounds of clusters of s[from:to].
func widen(s string, from, start, end, to int, m Method) (int, int) {
	first := start
	for at := from; at < end; {
		size, _, _ := next(s[at:to], m)
		if at <= start {
			first = at
		}
		at += size
		if at >= end {
			return first, at
		}
	}
	return first, end
}
