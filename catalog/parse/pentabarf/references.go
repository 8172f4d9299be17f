package pentabarf

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxReference is the length of the longest reference that is looked at,
// "&#x0010FFFF;" with zeros to spare.
const maxReference = 16

// xmlUnescape replaces XML's five references and character references, each
// once. Any other stays to the letter.
func xmlUnescape(raw []byte) string {
	at := bytes.IndexByte(raw, '&')
	if at < 0 {
		return string(raw)
	}
	var b strings.Builder
	b.Grow(len(raw))
	for at >= 0 {
		b.Write(raw[:at])
		raw = raw[at:]
		end := bytes.IndexByte(raw[:min(len(raw), maxReference)], ';')
		if c := reference(raw, end); c >= 0 {
			b.WriteRune(c)
			raw = raw[end+1:]
		} else {
			b.WriteByte('&')
			raw = raw[1:]
		}
		at = bytes.IndexByte(raw, '&')
	}
	b.Write(raw)
	return b.String()
}

// reference is the character that "&…;" stands for, or -1.
func reference(raw []byte, end int) rune {
	if end < 2 {
		return -1
	}
	switch name := string(raw[1:end]); {
	case name == "lt":
		return '<'
	case name == "gt":
		return '>'
	case name == "amp":
		return '&'
	case name == "quot":
		return '"'
	case name == "apos":
		return '\''
	case name[0] != '#':
		return -1
	case len(name) > 2 && (name[1] == 'x' || name[1] == 'X'):
		return character(name[2:], 16)
	default:
		return character(name[1:], 10)
	}
}

// character reads a code point; one that is none gives U+FFFD.
func character(digits string, base int) rune {
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil {
		return -1
	}
	if n == 0 || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) {
		return utf8.RuneError
	}
	return rune(n)
}
