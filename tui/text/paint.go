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
