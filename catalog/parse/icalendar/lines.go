package icalendar

import "bytes"

// lines takes a calendar apart into its content lines, unfolded: a line that
// starts with a blank or a tab continues the one before (RFC 5545 §3.1). Text
// is folded at octets, so a character may lie on both sides.
type lines struct {
	data []byte
	pos  int // byte offset of what comes next
	read int // lines so far, folded

	unfolded []byte // room for a content line

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
		l.unfolded = append(l.unfolded[:0], first...)
		for l.continues() {
			l.unfolded = append(l.unfolded, l.folded()[1:]...)
		}
		l.text = string(l.unfolded)
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
