package tree

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// A jsonReader makes a tree of JSON (RFC 8259). It is not made of
// encoding/json or jsontext, because those stop for good at the first byte
// that is wrong: one flipped bit cost up to 33 of 36 talks. This reader reports
// the line, takes the likeliest meaning of what stands there (jsonrecovery.go), and
// goes on.
type jsonReader struct {
	into    *builder
	data    []byte
	pos     int // byte offset of what comes next
	state   state
	problem func(line int, what, hint string)
	plain   []byte // room for a text without its escapes

	line, lineAt int // how many lines end before the byte offset lineAt
	faulty       int // the last line with a fault
	faults       int
}

// What a hostile file can cost has these bounds.
const (
	maxNesting = 100      // lists and objects in one another; the schedules known need seven
	maxValues  = 16 << 20 // 100,000 talks have a third of them
	maxFaults  = 10_000
)

// A state is what may come next.
type state uint8

const (
	atStart state = iota // after an opening bracket: a member, an item, or the end
	atNext               // after a comma: a member or an item
	atValue              // after a member's name: its value
	atComma              // after a value: a comma or the end
)

// IsJSON reports whether a document starts like a JSON object or a list of them,
// which no title does.
func IsJSON(data []byte) bool {
	data = bytes.TrimLeft(data, " \t\r\n")
	if len(data) == 0 || data[0] != '{' && data[0] != '[' {
		return false
	}
	opening := data[0]
	data = bytes.TrimLeft(data[1:], " \t\r\n")
	return len(data) == 0 || opening == '{' && (data[0] == '"' || data[0] == '}') ||
		opening == '[' && (data[0] == '{' || data[0] == ']')
}

// JSON reads a document, or several one after the other, as in JSON lines. Each
// is an item of the top.
func JSON(data []byte, problem func(line int, what, hint string)) *Tree {
	values := 1 + bytes.Count(data, []byte(",")) + bytes.Count(data, []byte("{")) + bytes.Count(data, []byte("["))
	b := newBuilder(min(values, maxValues), len(data))
	r := &jsonReader{into: b, data: data, problem: problem}
	for r.peek(); r.pos < len(data) && len(b.unclosed) <= maxNesting && len(b.values) <= maxValues && r.faults <= maxFaults; r.peek() {
		switch data[r.pos] {
		case '{':
			r.opening(Object)
		case '[':
			r.opening(List)
		case '}':
			r.closing(Object)
		case ']':
			r.closing(List)
		case ',':
			r.comma()
		case '"':
			r.text()
		default:
			r.literal()
		}
	}
	switch line := r.lineOf(r.pos); {
	case r.pos < len(data):
		b.Damaged = true
		problem(line, "too large, too damaged or nested too deep, the rest is left out", "")
	case len(b.unclosed) > 1:
		b.Damaged = true
		problem(line, "the file ends in the middle", "get the file again")
	}
	return b.finish()
}

// peek passes white space. It gives the byte after it, or 0 at the end.
func (r *jsonReader) peek() byte {
	for ; r.pos < len(r.data); r.pos++ {
		if c := r.data[r.pos]; c != ' ' && c != '\n' && c != '\t' && c != '\r' {
			return c
		}
	}
	return 0
}

// lineOf is the line, counted from 1, of a byte offset near the last one that
// was asked for.
func (r *jsonReader) lineOf(at int) int {
	if at >= r.lineAt {
		r.line += bytes.Count(r.data[r.lineAt:at], []byte("\n"))
	} else {
		r.line -= bytes.Count(r.data[at:r.lineAt], []byte("\n"))
	}
	r.lineAt = at
	return r.line + 1
}

// unexpected reports what stands at a byte offset, once a line.
func (r *jsonReader) unexpected(at int) {
	r.into.Damaged = true
	r.faults++
	if line := r.lineOf(at); line != r.faulty {
		r.faulty = line
		c, _ := utf8.DecodeRune(r.data[at:])
		r.problem(line, fmt.Sprintf("not well formed, an unexpected %q", string(c)), "what stands near it may be lost")
	}
}

// isDue reports whether a value without a name may come next.
func (r *jsonReader) isDue() bool {
	switch r.into.innermost() {
	case Object:
		return r.state == atValue
	case List:
		return r.state != atComma
	}
	return true // several values may stand at the top
}

func (r *jsonReader) opening(k Kind) {
	if !r.isDue() {
		r.unexpected(r.pos)
		r.makeRoom(k)
	}
	r.into.begin(k, r.lineOf(r.pos))
	r.state = atStart
	r.pos++
}

func (r *jsonReader) closing(k Kind) {
	if r.into.innermost() != k || r.state == atNext || r.state == atValue {
		r.unexpected(r.pos)
	}
	r.into.endAll(k)
	r.state = atComma
	r.pos++
}

func (r *jsonReader) comma() {
	if r.state != atComma || r.into.innermost() == Missing {
		r.unexpected(r.pos)
	}
	r.state = atNext
	r.pos++
}

// text reads a text, or a member's name with its colon.
func (r *jsonReader) text() {
	start := r.pos
	raw := r.quoted()
	isName := r.peek() == ':'
	isDue := !isName && r.isDue() || isName && r.into.innermost() == Object && r.state <= atNext
	if !isDue && r.pos < len(r.data) {
		r.unexpected(start)
	}
	switch {
	case isName:
		if !isDue {
			r.makeRoomForName()
		}
		r.into.call(r.unescape(raw))
		r.state = atValue
		r.pos++
		return
	case isDue, r.into.innermost() == List: // perhaps after a missing comma
		r.into.add(Text, r.unescape(raw), r.lineOf(start))
	}
	r.state = atComma
}

// literal reads a number, true, false or null.
func (r *jsonReader) literal() {
	word := r.data[r.pos:]
	if end := bytes.IndexAny(word, " \t\r\n{}[],:\""); end >= 0 {
		word = word[:end]
	}
	k := literalKind(string(word))
	if k == Missing || !r.isDue() {
		r.unexpected(r.pos)
		r.passJunk()
		return
	}
	r.into.add(k, word, r.lineOf(r.pos))
	r.state = atComma
	r.pos += len(word)
}

func literalKind(word string) Kind {
	switch {
	case word == "true", word == "false":
		return Bool
	case word == "null":
		return Null
	case strings.Trim(word, "+-.0123456789eE") == "" && strings.ContainsAny(word, "0123456789"):
		return Number
	}
	return Missing
}

// escapes are the letters that stand for another after a backslash.
var escapes = [256]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// unescape is the text of a string without its quotes, until the next call.
// Half a surrogate pair becomes U+FFFD; an unknown escape stays as it is.
func (r *jsonReader) unescape(raw []byte) []byte {
	at := bytes.IndexByte(raw, '\\')
	if at < 0 {
		return raw
	}
	plain := r.plain[:0]
	for ; at >= 0; at = bytes.IndexByte(raw, '\\') {
		plain, raw = append(plain, raw[:at]...), raw[at:]
		if len(raw) > 1 && escapes[raw[1]] != 0 {
			plain, raw = append(plain, escapes[raw[1]]), raw[2:]
			continue
		}
		unit, ok := codeUnit(raw)
		if !ok {
			plain, raw = append(plain, '\\'), raw[1:]
			continue
		}
		raw = raw[6:]
		if utf16.IsSurrogate(unit) {
			low, _ := codeUnit(raw)
			if unit = utf16.DecodeRune(unit, low); unit != utf8.RuneError {
				raw = raw[6:]
			}
		}
		plain = utf8.AppendRune(plain, unit)
	}
	plain = append(plain, raw...)
	r.plain = plain
	return plain
}

// codeUnit reads \uXXXX.
func codeUnit(raw []byte) (unit rune, ok bool) {
	if len(raw) < 6 || raw[0] != '\\' || raw[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(raw[2:6]), 16, 16)
	return rune(n), err == nil
}
