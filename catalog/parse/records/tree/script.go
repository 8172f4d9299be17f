package tree

import (
	"bytes"
	"regexp"
)

// declarations are the starts of statements that give a list or an object a
// name, up to its bracket: var program = [, window.talks = [, export const
// talks: Talk[] = [, module.exports = {, export default {.
var declarations = regexp.MustCompile(`^(?:export\s+default|(?:export\s+)?(?:(?:const|let|var)\s+)?([A-Za-z_$][\w$.]*)\s*(?::[^=\n]+)?=)\s*[\[{]`)

// declaration finds the statement at the start of a text, and its name in it.
func declaration(text []byte) []int {
	const most = 200 // bytes, which are looked at for every line that is none
	text = text[:min(len(text), most)]
	if bytes.IndexByte(text, '=') < 0 && !bytes.Contains(text, []byte("default")) {
		return nil
	}
	return declarations.FindSubmatchIndex(text)
}

// call is the start of a call with data, as JSONP is: callback([. A method,
// as in the indexes of Sphinx, is none.
var call = regexp.MustCompile(`^[A-Za-z_$][\w$]*\s*\(\s*[\[{]`)

// opener is a word with which a file of data begins, but for its comments.
var opener = regexp.MustCompile(`^(?:(?:import|export|interface|type|const|let|var|module\.exports)\b|['"]use strict['"])`)

// IsScript reports whether a document starts like a JavaScript file that has
// data, as KonOpas's "var program = [" or JSON below a comment.
func IsScript(data []byte) bool {
	const head = 64 << 10
	data = data[:min(len(data), head)]
	s := &scriptReader{in: data}
	s.passSpace()
	rest := data[s.pos:]
	if bytes.Contains(data[:s.pos], []byte("/")) && IsJSON(rest) || declaration(rest) != nil || call.Match(rest) {
		return true
	}
	if !opener.Match(rest[:min(len(rest), 20)]) {
		return false
	}
	for len(rest) > 0 {
		if declaration(rest) != nil {
			return true
		}
		_, rest, _ = bytes.Cut(rest, []byte("\n"))
	}
	return false
}

// Script reads the lists and objects of a JavaScript file as one object that has
// them as its members, under their names. It runs nothing, and reports the
// expressions with a word in them.
func Script(data []byte, problem func(line int, what, hint string), word string) *Tree {
	s := &scriptReader{in: data, out: make([]byte, 0, len(data)+2), word: []byte(word)}
	s.readAll()
	for _, at := range s.passed {
		problem(1+bytes.Count(data[:at], []byte("\n")), "an expression with a "+word+" in it, passed over", "talks reads data and runs no code")
	}
	if s.statements > maxStatements {
		problem(1+bytes.Count(data[:s.pos], []byte("\n")), "too many statements, the rest is left out", "")
	}
	return JSON(s.out, problem)
}

// A scriptReader writes the data of a JavaScript file as JSON, each line on the
// line that it had. It runs nothing: an expression that is no literal is null.
type scriptReader struct {
	in, out []byte
	pos     int    // byte offset in in of what comes next
	closers []byte // the brackets that will close what is open
	due     due    // what may come next
	comma   bool   // one has been read and not written, for it may be the last in its list
	word    []byte // of expressions that are told
	passed  []int  // byte offsets of expressions that have it, at most maxPassed

	statements int // how many give something a name
}

// A due is what may come next in a list or an object.
type due uint8

const (
	dueEnd due = iota
	dueName
	dueValue
)

const (
	maxPassed     = 50
	maxStatements = 10_000 // a file of data has some; more are hostile
)

// readAll reads the data of a whole file.
func (s *scriptReader) readAll() {
	s.passSpace()
	s.skip(max(0, len(call.Find(s.in[s.pos:]))-1))
	for s.passSpace(); s.pos < len(s.in) && s.statements <= maxStatements; s.passSpace() {
		found := declaration(s.in[s.pos:])
		switch {
		case found == nil && (s.in[s.pos] == '{' || s.in[s.pos] == '[') && len(bytes.TrimSpace(s.out)) == 0:
			s.readData()
			continue
		case found == nil:
			s.passLine()
			continue
		}
		name := []byte("module.exports")
		if found[2] >= 0 {
			name = s.in[s.pos+found[2] : s.pos+found[3]]
		}
		name = name[bytes.LastIndexByte(name, '.')+1:]
		s.skip(found[1] - 1)
		mark := byte('{')
		if s.statements > 0 {
			mark = ','
		}
		s.statements++
		s.out = append(append(append(s.out, mark, '"'), name...), `":`...)
		s.readData()
	}
	if s.statements > 0 { // the object of all that has a name
		s.out = append(s.out, '}')
	}
}

// readData reads the data of a statement. JSON stays as it is: the reader of
// JSON goes on after a fault, which would cost more here.
func (s *scriptReader) readData() {
	if !s.isJSON() {
		s.readValue()
		return
	}
	rest := s.in[s.pos:]
	end := len(rest)
	for at, c := range rest {
		if isEnd := c == '\n' || c == ';'; !isEnd {
			continue
		}
		if after := bytes.TrimLeft(rest[at+1:], " \t\r\n"); len(after) == 0 || declaration(after) != nil {
			end = at
			break
		}
	}
	value := rest[:end]
	s.out = append(s.out, bytes.TrimRight(value, "; \t\r)")...)
	s.pos += len(value)
}

// isJSON reports whether the data of a statement starts as JSON: nothing in it
// has to be written in another way.
func (s *scriptReader) isJSON() bool {
	const judged, cut = 4 << 10, 8 // bytes that are looked at, and of what is cut off there
	rest := s.in[s.pos:]
	if !IsJSON(rest) {
		return false
	}
	try := &scriptReader{in: rest[:min(len(rest), judged)]}
	try.readValue()
	same := 0
	read, written := withoutSpace(try.in[:try.pos]), withoutSpace(try.out)
	for same < min(len(read), len(written)) && read[same] == written[same] {
		same++
	}
	return same >= len(written)-cut
}

// withoutSpace is a text without white space.
func withoutSpace(text []byte) []byte { return bytes.Join(bytes.Fields(text), nil) }

// passSpace passes white space and comments, and writes their line ends.
func (s *scriptReader) passSpace() {
	for s.pos < len(s.in) {
		rest := s.in[s.pos:]
		n := 1
		switch {
		case bytes.HasPrefix(rest, []byte("//")):
			if n = bytes.IndexByte(rest, '\n'); n < 0 {
				n = len(rest)
			}
		case bytes.HasPrefix(rest, []byte("/*")):
			if n = bytes.Index(rest, []byte("*/")) + 2; n < 2 {
				n = len(rest)
			}
		case bytes.IndexByte([]byte(" \t\r\n"), rest[0]) < 0:
			return
		}
		s.skip(n)
	}
}

// skip passes so many bytes, and writes their line ends.
func (s *scriptReader) skip(n int) {
	for range bytes.Count(s.in[s.pos:s.pos+n], []byte("\n")) {
		s.out = append(s.out, '\n')
	}
	s.pos += n
}

func (s *scriptReader) passLine() {
	n := bytes.IndexByte(s.in[s.pos:], '\n') + 1
	if n == 0 {
		n = len(s.in) - s.pos
	}
	s.skip(n)
}

// readValue reads a list or an object to its end.
func (s *scriptReader) readValue() {
	s.closers, s.due, s.comma = s.closers[:0], dueValue, false
	for {
		s.passSpace()
		if s.pos == len(s.in) {
			return
		}
		switch c := s.in[s.pos]; c {
		case '{', '[':
			if s.due != dueValue {
				s.readExpression()
				continue
			}
			s.open(c)
		case '}', ']':
			s.close(c)
		case ',':
			s.pos++
			s.comma = s.comma || s.due == dueEnd
			s.due = s.dueFirst()
		case ':':
			s.pos++
			if s.due == dueEnd && s.inObject() {
				s.out = append(s.out, ':')
				s.due = dueValue
			}
		default:
			s.readWord(c)
		}
		if len(s.closers) == 0 {
			return
		}
	}
}

func (s *scriptReader) inObject() bool { return s.closers[len(s.closers)-1] == '}' }

// dueFirst is what is due after an opening bracket or a comma.
func (s *scriptReader) dueFirst() due {
	if s.inObject() {
		return dueName
	}
	return dueValue
}

func (s *scriptReader) open(c byte) {
	s.write(c)
	s.closers = append(s.closers, c+2) // "[" and "]" as "{" and "}" are two apart in ASCII
	s.due = s.dueFirst()
	s.pos++
}

// close closes a list or an object, even with the bracket of the other, which
// the reader of JSON reports.
func (s *scriptReader) close(c byte) {
	s.comma = false
	s.out = append(s.out, c)
	s.closers = s.closers[:len(s.closers)-1]
	s.due = dueEnd
	s.pos++
}

// write writes the start of a value or a name, after a comma that was due.
func (s *scriptReader) write(text ...byte) {
	if s.comma {
		s.out = append(s.out, ',')
	}
	s.comma = false
	s.out = append(s.out, text...)
}

// word is the name or the number at the start of a text, or empty.
func word(text []byte) []byte {
	for at, c := range text {
		isPart := c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '$' || c == '.' || c == '-' || c == '+' || c >= 0x80
		if !isPart {
			return text[:at]
		}
	}
	return text
}

// readWord reads a text, a name, a number or an expression.
func (s *scriptReader) readWord(c byte) {
	if s.due == dueEnd {
		s.readExpression()
		return
	}
	if c == '"' || c == '\'' || c == '`' {
		s.readText()
		s.due = dueEnd
		return
	}
	found := word(s.in[s.pos:])
	next := bytes.TrimLeft(s.in[s.pos+len(found):], " \t\r\n")
	isLast := len(next) == 0 || bytes.IndexByte([]byte(",]}/"), next[0]) >= 0
	switch {
	case s.due == dueName && len(found) > 0 && len(next) > 0 && next[0] == ':':
		s.write('"')
		s.out = append(append(s.out, found...), '"')
	case s.due == dueValue && isLast && literalKind(string(found)) != Missing:
		s.write(found...)
	default:
		s.readExpression()
		return
	}
	s.pos += len(found)
	s.due = dueEnd
}

// readExpression passes what is no literal, to the comma or bracket behind it.
// As a value it is null, but for new Date("…"), which is the text of the date.
func (s *scriptReader) readExpression() {
	const date = "new Date("
	isDate := false
	if s.due == dueValue {
		if isDate = bytes.HasPrefix(s.in[s.pos:], []byte(date+`"`)) || bytes.HasPrefix(s.in[s.pos:], []byte(date+`'`)); isDate {
			s.pos += len(date)
			s.readText()
		} else {
			s.write([]byte("null")...)
		}
	}
	if s.due != dueName {
		s.due = dueEnd
	}
	from := s.pos
	defer func() { s.tellExpression(from) }()
	for depth := 0; s.pos < len(s.in); {
		switch c := s.in[s.pos]; c {
		case '(', '[', '{':
			depth++
		case ')':
			depth = max(0, depth-1)
		case ']', '}':
			if depth == 0 {
				return
			}
			depth--
		case ',':
			if depth == 0 {
				return
			}
		case '"', '\'', '`':
			s.skip(textLength(s.in[s.pos:]))
			continue
		}
		s.skip(1)
	}
}

// tellExpression keeps where an expression starts that has the word.
func (s *scriptReader) tellExpression(from int) {
	if len(s.passed) < maxPassed && bytes.Contains(s.in[from:s.pos], s.word) {
		s.passed = append(s.passed, from)
	}
}

// textLength is how many bytes a text has with its quotes.
func textLength(in []byte) int {
	for at := 1; at < len(in); at++ {
		switch in[at] {
		case '\\':
			at++
		case in[0]:
			return at + 1
		}
	}
	return len(in)
}

// readText reads a text in quotes of any kind, with those that a "+" joins to
// it. The line ends between them follow the whole.
func (s *scriptReader) readText() {
	s.write('"')
	start, written := s.pos, len(s.out)
	for {
		n := textLength(s.in[s.pos:])
		text := s.in[s.pos+1 : s.pos+n]
		s.pos += n
		s.appendText(bytes.TrimSuffix(text, s.in[s.pos-1:s.pos]))
		after := bytes.TrimLeft(s.in[s.pos:], " \t\r\n")
		if len(after) == 0 || after[0] != '+' {
			break
		}
		after = bytes.TrimLeft(after[1:], " \t\r\n")
		if len(after) == 0 || bytes.IndexByte([]byte("\"'`"), after[0]) < 0 {
			break
		}
		s.pos = len(s.in) - len(after)
	}
	s.out = append(s.out, '"')
	lost := bytes.Count(s.in[start:s.pos], []byte("\n")) - bytes.Count(s.out[written:], []byte("\n"))
	s.out = append(s.out, bytes.Repeat([]byte("\n"), lost)...)
}

// appendText writes a text as JSON has it.
func (s *scriptReader) appendText(text []byte) {
	for at := 0; at < len(text); at++ {
		c := text[at]
		switch {
		case c == '"':
			s.out = append(s.out, `\"`...)
		case c != '\\' || at+1 == len(text):
			s.out = append(s.out, c)
		default:
			at++
			s.appendEscape(text[at:])
		}
	}
}

// appendEscape writes what stands after a backslash.
func (s *scriptReader) appendEscape(after []byte) {
	switch c := after[0]; {
	case c == 'x' && len(after) > 2: // \xe9
		s.out = append(s.out, `\u00`...)
	case escapes[c] != 0 || c == 'u':
		s.out = append(s.out, '\\', c)
	case c == '\n' || c == '\r': // the text goes on in the next line
	default:
		s.out = append(s.out, c)
	}
}
