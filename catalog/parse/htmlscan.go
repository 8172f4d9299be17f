package parse

import (
	"html"
	"strings"
)

// An htmlScanner takes an HTML fragment apart into tags and texts, in one pass
// and without copying, by the rules of the standard's tokenizer
// (https://html.spec.whatwg.org/multipage/parsing.html#tokenization). Comments
// and declarations are passed over; what a <script> holds is for its reader to
// skip. x/net/html's tokenizer does the same with a buffer of 4 KiB for each
// fragment, which is more than most fragments have.
type htmlScanner struct {
	rest string

	// The token at hand.
	raw        string // all of it, as it stands
	name       string // of a tag, as it stands
	attributes string // of a tag: what stands between its name and its ">"
}

type htmlToken uint8

const (
	htmlEnd htmlToken = iota // the fragment's
	htmlOpen
	htmlClose
	htmlPlain
)

// next gives the next token. A tag that never ends ends the fragment.
func (s *htmlScanner) next() htmlToken {
	for s.rest != "" {
		at := markupAt(s.rest)
		if at > 0 {
			s.take(at)
			return htmlPlain
		}
		switch c := s.rest[1]; {
		case c == '!' || c == '?':
			s.skipComment()
		case c != '/':
			return s.tag(htmlOpen, 1)
		case len(s.rest) > 2 && isLetter(s.rest[2]):
			return s.tag(htmlClose, 2)
		default:
			s.skipPast(2, ">")
		}
	}
	return htmlEnd
}

// markupAt is where the first tag or comment starts, or the length of s.
func markupAt(s string) int {
	for from := 0; ; from++ {
		at := strings.IndexByte(s[from:], '<')
		if at < 0 || from+at+1 == len(s) {
			return len(s)
		}
		from += at
		if c := s[from+1]; isLetter(c) || c == '!' || c == '?' || c == '/' && from+2 < len(s) {
			return from
		}
	}
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// take makes the first n bytes the token at hand.
func (s *htmlScanner) take(n int) { s.raw, s.rest = s.rest[:n], s.rest[n:] }

// skipPast passes over everything up to an end that is looked for behind the
// first bytes.
func (s *htmlScanner) skipPast(from int, end string) {
	if at := strings.Index(s.rest[from:], end); at >= 0 {
		s.rest = s.rest[from+at+len(end):]
		return
	}
	s.rest = ""
}

// skipComment passes over a comment, whose dashes may be those that open it
// (<!-->), or over a declaration.
func (s *htmlScanner) skipComment() {
	if strings.HasPrefix(s.rest, "<!--") {
		s.skipPast(2, "-->")
		return
	}
	s.skipPast(2, ">")
}

func (s *htmlScanner) tag(kind htmlToken, from int) htmlToken {
	end := from
	for end < len(s.rest) && !isTagEnd(s.rest[end]) {
		end++
	}
	s.name, s.attributes = s.rest[from:end], s.rest[end:]
	rest := s.attributes
	for rest != "" && rest[0] != '>' {
		_, _, rest = cutAttribute(rest)
	}
	if rest == "" {
		s.rest = ""
		return htmlEnd
	}
	s.take(len(s.rest) - len(rest) + 1)
	s.attributes = s.attributes[:len(s.attributes)-len(rest)]
	return kind
}

// isTagEnd says that a byte ends the name of a tag or of an attribute.
func isTagEnd(c byte) bool { return isHTMLSpace(c) || c == '/' || c == '>' }

func isHTMLSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// cutAttribute splits the first attribute off what follows a tag's name, at
// least one byte unless that starts with ">". The value is still escaped.
func cutAttribute(s string) (key, value, rest string) {
	s = strings.TrimLeft(s, " \n\t\r\f/")
	end := 0
	for end < len(s) && !isTagEnd(s[end]) && (s[end] != '=' || end == 0) {
		end++
	}
	key, s = s[:end], strings.TrimLeft(s[end:], " \n\t\r\f")
	if key == "" || s == "" || s[0] != '=' {
		return key, "", s
	}
	s = strings.TrimLeft(s[1:], " \n\t\r\f")
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		value, rest, _ = strings.Cut(s[1:], s[:1])
		return key, value, rest
	}
	end = 0
	for end < len(s) && !isHTMLSpace(s[end]) && s[end] != '>' {
		end++
	}
	return key, s[:end], s[end:]
}

// attribute is the value of an attribute of the tag at hand, references
// replaced, or "".
func (s *htmlScanner) attribute(name string) string {
	for rest := s.attributes; rest != ""; {
		var key, value string
		if key, value, rest = cutAttribute(rest); strings.EqualFold(key, name) {
			return unescape(value)
		}
	}
	return ""
}

// text is the text at hand, references replaced.
func (s *htmlScanner) text() string {
	if strings.IndexByte(s.raw, '&') < 0 {
		return s.raw
	}
	return html.UnescapeString(s.raw)
}
