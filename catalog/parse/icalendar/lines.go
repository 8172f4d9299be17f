package icalendar

import (
	"bytes"
	"strings"
)

// icalLines takes an iCalendar apart into its content lines, unfolded: a line
// that starts with a blank or a tab goes on with the one before (RFC 5545
// §3.1). Text is folded at octets, so a character may lie on both sides.
type icalLines struct {
	data []byte
	pos  int

	text  string // the content line at hand
	line  int    // the line it starts on, from 1
	below int    // lines read so far
}

// next moves to the next content line that is not blank.
func (l *icalLines) next() bool {
	for l.pos < len(l.data) {
		l.line = l.below + 1
		first := l.physical()
		if len(bytes.TrimSpace(first)) == 0 {
			continue
		}
		if !l.folded() {
			l.text = string(first)
			return true
		}
		var b strings.Builder
		b.Write(first)
		for l.folded() {
			b.Write(l.physical()[1:])
		}
		l.text = b.String()
		return true
	}
	return false
}

// ends says that nothing follows, or that what follows starts or ends a
// component.
func (l *icalLines) ends() bool {
	rest := l.data[l.pos:]
	return len(rest) == 0 || bytes.HasPrefix(rest, []byte("BEGIN:")) || bytes.HasPrefix(rest, []byte("END:"))
}

func (l *icalLines) folded() bool {
	return l.pos < len(l.data) && (l.data[l.pos] == ' ' || l.data[l.pos] == '\t')
}

func (l *icalLines) physical() []byte {
	var line []byte
	rest := l.data[l.pos:]
	if at := bytes.IndexByte(rest, '\n'); at >= 0 {
		line, l.pos = rest[:at], l.pos+at+1
	} else {
		line, l.pos = rest, len(l.data)
	}
	l.below++
	return bytes.TrimRight(line, "\r")
}

// An icalProperty is a content line: NAME;PARAMETER=value:VALUE.
type icalProperty struct {
	name       string // in upper case
	parameters string // as they stand
	value      string // still escaped
}

// parseProperty splits a content line at the first colon outside of quotes.
func parseProperty(line string) (p icalProperty, ok bool) {
	quoted := false
	nameEnd := -1
	for i := range len(line) {
		switch c := line[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == ';' && nameEnd < 0:
			nameEnd = i
		case c == ':':
			if nameEnd < 0 {
				nameEnd = i
			}
			p.name = strings.ToUpper(strings.TrimSpace(line[:nameEnd]))
			if dot := strings.LastIndexByte(p.name, '.'); dot >= 0 {
				p.name = p.name[dot+1:]
			}
			p.parameters = line[nameEnd:i]
			p.value = line[i+1:]
			return p, p.name != "" && strings.IndexFunc(p.name, isNoName) < 0
		}
	}
	return p, false
}

// isNoName says that a character stands in no name of a property (RFC 5545
// §3.1).
func isNoName(c rune) bool {
	return !(c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_')
}

// parameter gives the value of a parameter without its quotes, or "". RFC
// 6868's escapes (^n, ^', ^^) are undone.
func (p *icalProperty) parameter(name string) string {
	rest := p.parameters
	for rest != "" {
		rest = strings.TrimPrefix(rest, ";")
		end, quoted := len(rest), false
		for i := range len(rest) {
			if rest[i] == '"' {
				quoted = !quoted
			} else if rest[i] == ';' && !quoted {
				end = i
				break
			}
		}
		key, value, _ := strings.Cut(rest[:end], "=")
		if strings.EqualFold(strings.TrimSpace(key), name) {
			value = strings.Trim(strings.TrimSpace(value), `"`)
			if strings.Contains(value, "^") {
				value = strings.NewReplacer("^n", "\n", "^'", `"`, "^^", "^").Replace(value)
			}
			return value
		}
		rest = rest[end:]
	}
	return ""
}

// text is the value as a text, its escapes undone (RFC 5545 §3.3.11).
func (p *icalProperty) text() string { return icalUnescape(p.value) }

func icalUnescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		switch s[i] {
		case 'n', 'N':
			b.WriteByte('\n')
		case '\\', ';', ',', ':', '"':
			b.WriteByte(s[i])
		default: // no escape: C:\path
			b.WriteByte('\\')
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// splitEscaped splits a list of texts at its commas, not at escaped ones.
func splitEscaped(s string) []string {
	var items []string
	start := 0
	for i := 0; i <= len(s); i++ {
		switch {
		case i == len(s) || s[i] == ',':
			if item := strings.TrimSpace(icalUnescape(s[start:i])); item != "" {
				items = append(items, item)
			}
			start = i + 1
		case s[i] == '\\':
			i++
		}
	}
	return items
}
