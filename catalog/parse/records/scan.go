package records

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// A jsonScanner walks over a JSON document (RFC 8259) value by value, in
// place. It holds a document to what it needs of the grammar and no more: a
// value that nobody asks for is passed over by its brackets and quotes, so
// what is odd within one event costs none of the others. encoding/json took
// 25 microseconds for a small event (2026-11-23), this takes one.
type jsonScanner struct {
	data []byte
	pos  int // byte offset of what comes next
}

// peek is the next byte that is no white space, or 0 at the end.
func (s *jsonScanner) peek() byte {
	for ; s.pos < len(s.data); s.pos++ {
		if c := s.data[s.pos]; c != ' ' && c != '\n' && c != '\t' && c != '\r' {
			return c
		}
	}
	return 0
}

// unexpected is the error of what stands where something else should.
func (s *jsonScanner) unexpected() error {
	if s.pos >= len(s.data) {
		return io.ErrUnexpectedEOF
	}
	c, _ := utf8.DecodeRune(s.data[s.pos:])
	return fmt.Errorf("an unexpected %q", c)
}

// more says that a list or an object goes on, past its comma, or that it ends
// there, past its bracket. The first call for one comes behind the opening
// bracket.
func (s *jsonScanner) more(first bool, closing byte) (bool, error) {
	switch c := s.peek(); {
	case c == closing:
		s.pos++
		return false, nil
	case first && c != 0:
		return true, nil
	case c == ',':
		s.pos++
		return true, nil
	}
	return false, s.unexpected()
}

// member reads the key of an object's next member, and its colon.
func (s *jsonScanner) member() (string, error) {
	if s.peek() != '"' {
		return "", s.unexpected()
	}
	raw, err := s.value()
	if err != nil {
		return "", err
	}
	if s.peek() != ':' {
		return "", s.unexpected()
	}
	s.pos++
	return jsonString(raw), nil
}

// value passes over a value and gives it as it stands.
func (s *jsonScanner) value() ([]byte, error) {
	c := s.peek()
	start, end := s.pos, s.pos+1
	switch {
	case c == '"':
		end = stringEnd(s.data, start)
	case c == '{' || c == '[':
		end = bracketEnd(s.data, start)
	case c >= '0' && c <= '9' || c == '-' || c == 't' || c == 'f' || c == 'n':
		for end < len(s.data) && (isLetter(s.data[end]) || s.data[end] >= '0' && s.data[end] <= '9' || strings.IndexByte("+-.", s.data[end]) >= 0) {
			end++
		}
	default:
		return nil, s.unexpected()
	}
	if end < 0 {
		s.pos = len(s.data)
		return nil, io.ErrUnexpectedEOF
	}
	s.pos = end
	return s.data[start:end], nil
}

// skip passes over a value, or stays where it is if that has no end.
func (s *jsonScanner) skip() bool {
	start := s.pos
	_, err := s.value()
	if err != nil {
		s.pos = start
	}
	return err == nil
}

// stringEnd is the offset behind the string that starts at an offset, or -1.
func stringEnd(data []byte, start int) int {
	for at := start + 1; ; at++ {
		next := bytes.IndexByte(data[at:], '"')
		if next < 0 {
			return -1
		}
		at += next
		escapes := at
		for data[escapes-1] == '\\' {
			escapes--
		}
		if (at-escapes)%2 == 0 {
			return at + 1
		}
	}
}

// bracketEnd is the offset behind the list or the object that starts at an
// offset, or -1.
func bracketEnd(data []byte, start int) int {
	depth := 0
	for at := start; at < len(data); at++ {
		switch data[at] {
		case '"':
			end := stringEnd(data, at)
			if end < 0 {
				return -1
			}
			at = end - 1
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return at + 1
			}
		}
	}
	return -1
}

// items are the values of a list, up to a fault; what is no list has none.
func items(raw []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		if !bytes.HasPrefix(raw, []byte("[")) {
			return
		}
		s := jsonScanner{data: raw, pos: 1}
		for first := true; ; first = false {
			if more, err := s.more(first, ']'); !more || err != nil {
				return
			}
			item, err := s.value()
			if err != nil || !yield(item) {
				return
			}
		}
	}
}

// fields are the members of an object, their keys in lower case, up to a
// fault; what is no object has none.
func fields(raw []byte) iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		if !bytes.HasPrefix(raw, []byte("{")) {
			return
		}
		s := jsonScanner{data: raw, pos: 1}
		for first := true; ; first = false {
			if more, err := s.more(first, '}'); !more || err != nil {
				return
			}
			key, err := s.member()
			if err != nil {
				return
			}
			value, err := s.value()
			if err != nil || !yield(strings.ToLower(key), value) {
				return
			}
		}
	}
}

// jsonString is what a string says, its escapes undone. Half a surrogate pair
// is U+FFFD, an escape that is none stays.
func jsonString(raw []byte) string {
	raw = raw[1 : len(raw)-1]
	at := bytes.IndexByte(raw, '\\')
	if at < 0 {
		return string(raw)
	}
	var b strings.Builder
	b.Grow(len(raw))
	for ; at >= 0; at = bytes.IndexByte(raw, '\\') {
		b.Write(raw[:at])
		raw = raw[at:]
		if plain := strings.IndexByte(`"\/bfnrt`, raw[1]); plain >= 0 {
			b.WriteByte("\"\\/\b\f\n\r\t"[plain])
			raw = raw[2:]
			continue
		}
		r, ok := codeUnit(raw)
		if !ok {
			b.WriteByte('\\')
			raw = raw[1:]
			continue
		}
		raw = raw[6:]
		if utf16.IsSurrogate(r) {
			low, _ := codeUnit(raw)
			if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
				raw = raw[6:]
			}
		}
		b.WriteRune(r)
	}
	b.Write(raw)
	return b.String()
}

// codeUnit reads \uXXXX.
func codeUnit(raw []byte) (rune, bool) {
	if len(raw) < 6 || raw[0] != '\\' || raw[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(raw[2:6]), 16, 16)
	return rune(n), err == nil
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
