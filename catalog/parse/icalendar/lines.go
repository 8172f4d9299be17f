package icalendar

import (
	"bytes"
	"strings"
)

// lines takes a calendar apart into its content lines, unfolded: a line that
// starts with a blank or a tab continues the one before (RFC 5545 §3.1). Text
// is folded at octets, so a character may lie on both sides.
type lines struct {
	data []byte
	pos  int // byte offset of what comes next
	read int // lines so far, folded

	text   string // the current content line
	number int    // of the line it starts on, from 1
}

// next moves to the next content line that is not blank, and reports whether
// there is one.
func (l *lines) next() bool {
	for l.pos < len(l.data) {
		l.number = l.read + 1
		first := l.folded()
		if len(bytes.TrimSpace(first)) == 0 {
			continue
		}
		l.text = string(first)
		if l.continues() {
			var b strings.Builder
			b.WriteString(l.text)
			for l.continues() {
				b.Write(l.folded()[1:])
			}
			l.text = b.String()
		}
		return true
	}
	return false
}

// continues reports whether the next line continues this one.
func (l *lines) continues() bool {
	return l.pos < len(l.data) && (l.data[l.pos] == ' ' || l.data[l.pos] == '\t')
}

// folded reads the next line as it stands, without its end.
func (l *lines) folded() []byte {
	line, rest, _ := bytes.Cut(l.data[l.pos:], []byte("\n"))
	l.pos = len(l.data) - len(rest)
	l.read++
	return bytes.TrimRight(line, "\r")
}
