package pentabarf

import (
	"bytes"
	"unicode/utf8"
)

// An xmlScanner pulls elements and text out of an XML document in one pass
// over its bytes. It reads what schedules are made of and no more: a document
// type is skipped, so no entity is ever declared, expanded or fetched; of the
// references only XML's five and character references are replaced. What is
// not well formed is text, never an error. encoding/xml reads the same files
// at 31 MB/s before anything is done with them (FOSDEM 2026, 2026-11-23),
// too slow for the schedules of twenty years.
type xmlScanner struct {
	data []byte
	pos  int // byte offset of what comes next

	// The token at hand, valid until the next call.
	start  int    // byte offset of its first byte
	name   []byte // of an element, without its prefix
	attrs  []byte // between the name and the end of the tag
	text   []byte // raw; CDATA is told by cdata
	cdata  bool
	closed bool // an empty element, <x/>: no end tag follows

	line, lineAt int // the line that byte offset lineAt lies on, from 0
}

type xmlToken uint8

const (
	xmlEnd xmlToken = iota // the document's
	xmlOpen
	xmlClose
	xmlText
)

// next gives the next token; comments, processing instructions and the
// document type are passed over.
func (s *xmlScanner) next() xmlToken {
	for s.pos < len(s.data) {
		s.start = s.pos
		rest := s.data[s.pos:]
		if rest[0] != '<' || !isMarkupStart(rest) {
			s.readText(rest)
			return xmlText
		}
		switch {
		case bytes.HasPrefix(rest, []byte("<!--")):
			s.skipPast(rest, 4, "-->")
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			s.text, s.cdata = cutAt(rest[9:], "]]>"), true
			s.pos += min(len(rest), 9+len(s.text)+3)
			return xmlText
		case rest[1] == '?':
			s.skipPast(rest, 2, "?>")
		case rest[1] == '!':
			s.skipDeclaration(rest)
		default:
			return s.readTag(rest)
		}
	}
	s.start = len(s.data)
	return xmlEnd
}

// isMarkupStart tells a tag, a comment or a declaration from a stray "<".
func isMarkupStart(rest []byte) bool {
	if len(rest) < 2 {
		return false
	}
	c := rest[1]
	if c == '/' && len(rest) > 2 {
		c = rest[2]
	}
	return c == '!' || c == '?' || isNameStart(c)
}

func isNameStart(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':' || c >= utf8.RuneSelf
}

func (s *xmlScanner) readText(rest []byte) {
	end := 1
	for {
		at := bytes.IndexByte(rest[end:], '<')
		if at < 0 {
			end = len(rest)
			break
		}
		end += at
		if isMarkupStart(rest[end:]) {
			break
		}
		end++
	}
	s.text, s.cdata = rest[:end], false
	s.pos += end
}

func (s *xmlScanner) skipPast(rest []byte, from int, end string) {
	if at := bytes.Index(rest[from:], []byte(end)); at >= 0 {
		s.pos += from + at + len(end)
		return
	}
	s.pos = len(s.data)
}

// skipDeclaration passes over <!DOCTYPE … [ … ]>, quoted text and all.
func (s *xmlScanner) skipDeclaration(rest []byte) {
	depth := 0
	for i := 2; i < len(rest); i++ {
		switch c := rest[i]; c {
		case '"', '\'':
			at := bytes.IndexByte(rest[i+1:], c)
			if at < 0 {
				s.pos = len(s.data)
				return
			}
			i += at + 1
		case '[':
			depth++
		case ']':
			depth--
		case '>':
			if depth <= 0 {
				s.pos += i + 1
				return
			}
		}
	}
	s.pos = len(s.data)
}

// readTag reads a start tag or an end tag. A ">" in a quoted value ends no
// tag; a tag that never ends is the end of the document.
func (s *xmlScanner) readTag(rest []byte) xmlToken {
	token, at := xmlOpen, 1
	if rest[1] == '/' {
		token, at = xmlClose, 2
	}
	nameAt := at
	for at < len(rest) && !isTagSpace(rest[at]) && rest[at] != '>' && rest[at] != '/' {
		at++
	}
	s.name = rest[nameAt:at]
	if colon := bytes.LastIndexByte(s.name, ':'); colon >= 0 {
		s.name = s.name[colon+1:]
	}
	end := tagEnd(rest, at)
	s.attrs = rest[at:end]
	s.closed = token == xmlOpen && bytes.HasSuffix(s.attrs, []byte("/"))
	if s.closed {
		s.attrs = s.attrs[:len(s.attrs)-1]
	}
	if end == len(rest) {
		s.pos, s.start = len(s.data), len(s.data)
		return xmlEnd
	}
	s.pos += end + 1
	return token
}

// tagEnd is the offset of the ">" that ends a tag, or the length of rest.
func tagEnd(rest []byte, at int) int {
	for at < len(rest) {
		next := bytes.IndexAny(rest[at:], `>"'`)
		if next < 0 {
			return len(rest)
		}
		at += next
		if rest[at] == '>' {
			return at
		}
		quote := bytes.IndexByte(rest[at+1:], rest[at])
		if quote < 0 {
			break
		}
		at += quote + 2
	}
	if next := bytes.IndexByte(rest, '>'); next >= 0 { // a stray quote
		return next
	}
	return len(rest)
}

func isTagSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// attr gives the value of an attribute of the tag at hand, references
// replaced; "" if there is none.
func (s *xmlScanner) attr(name string) string {
	rest := s.attrs
	for {
		rest = bytes.TrimLeft(rest, " \t\r\n/")
		equals := bytes.IndexByte(rest, '=')
		if equals < 0 {
			return ""
		}
		key := bytes.TrimSpace(rest[:equals])
		rest = bytes.TrimLeft(rest[equals+1:], " \t\r\n")
		var value []byte
		if len(rest) > 0 && (rest[0] == '"' || rest[0] == '\'') {
			value = cutAt(rest[1:], string(rest[0]))
			rest = rest[min(len(rest), len(value)+2):]
		} else {
			value = rest[:len(rest)-len(bytes.TrimLeftFunc(rest, func(r rune) bool { return r > ' ' }))]
			rest = rest[len(value):]
		}
		if string(key) == name {
			return xmlUnescape(value)
		}
	}
}

// lineOf is the line, counted from 1, of a byte offset. Offsets must not
// decrease from call to call.
func (s *xmlScanner) lineOf(offset int) int {
	s.line += bytes.Count(s.data[s.lineAt:offset], []byte("\n"))
	s.lineAt = offset
	return s.line + 1
}

// value is the text of the token at hand, references replaced.
func (s *xmlScanner) value() string {
	if s.cdata {
		return string(s.text)
	}
	return xmlUnescape(s.text)
}

// cutAt is what comes before the first end in data, or all of it.
func cutAt(data []byte, end string) []byte {
	if at := bytes.Index(data, []byte(end)); at >= 0 {
		return data[:at]
	}
	return data
}
