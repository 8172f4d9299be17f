package text

import "strings"

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
