package text

import "strings"

// A Paint switches a style on and off. The zero Paint changes nothing.
type Paint struct{ On, Off string }

// Draw returns s painted.
func (p Paint) Draw(s string) string {
	if s == "" || p.On == "" {
		return s
	}
	return p.On + s + p.Off
}

// A Mark is a range of a text with a paint of its own.
type Mark struct {
	Range
	Paint Paint
}

// Lit writes s[line.Start:line.End] to b as it is drawn: marked parts in their
// own paint, the rest in base. Marks are ranges of s, ordered, without
// overlap; those outside the line are passed over. A mark lights every cluster
// that it touches.
func Lit(b *strings.Builder, s string, line Range, base Paint, marks []Mark, m Method) {
	at := line.Start
	for _, mark := range marks {
		start, end := max(mark.Start, at), min(mark.End, line.End)
		if start >= line.End {
			break
		}
		if start >= end {
			continue
		}
		start, end = widen(s, at, start, end, line.End, m)
		b.WriteString(base.Draw(Shown(s[at:start], m)))
		b.WriteString(mark.Paint.Draw(Shown(s[start:end], m)))
		at = end
	}
	b.WriteString(base.Draw(Shown(s[at:line.End], m)))
}

// widen moves start and end outwards to the bounds of clusters of s[from:to].
func widen(s string, from, start, end, to int, m Method) (int, int) {
	if isASCII(s[from:min(end+1, to)]) {
		return start, end
	}
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
