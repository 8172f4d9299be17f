// Package tokens reads the tags and texts of an XML document, well formed or
// not, for every format that is written in XML.
package tokens

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"talks/catalog/parse/clean"
	"talks/catalog/parse/markup"
)

// A Reader gives the tokens of a document, one after the other. encoding/xml
// reads the tags. What needs no grammar is cut out here: texts, comments, and
// tags that are nothing but a name. encoding/xml goes through it byte by byte, which halves the speed of the whole, and stops at a control
// character. Where it stops at a damaged tag, reading goes on behind that tag.
type Reader struct {
	data    []byte
	pos     int // byte offset of what comes next
	start   int // byte offset of the last token
	source  *bytes.Reader
	decoder *xml.Decoder
	bare    map[string]xml.Token // tags that are nothing but a name, each once
	faults  int                  // damaged tags so far
	typed   bool                 // the document type has been read
	empty   bool                 // the last token is the start of <x/>, whose end comes next
	unread  xml.Token            // to be given again, or nil

	problem func(line int, what, hint string)
	open    []openElement // those without their end so far, the innermost last

	line, lineAt int // the line that byte offset lineAt lies on, from 0
}

// Text is what stands between two tags, its references replaced. White
// space alone does not count as one.
type Text string

// New gives the tokens of a document in UTF-8, with faults. What is not well
// formed is reported, unless problem is nil. Names are in lower case: XML's are
// not, but no schedule has two that differ in their case alone.
func New(data []byte, problem func(line int, what, hint string)) *Reader {
	if problem == nil {
		problem = func(int, string, string) {}
	}
	r := &Reader{data: data, source: bytes.NewReader(data), bare: make(map[string]xml.Token), problem: problem}
	r.restart()
	return r
}

// restart makes a new decoder, because one that met an error gives up for good.
func (r *Reader) restart() {
	r.decoder = xml.NewDecoder(r.source)
	r.decoder.Strict = false // attributes without quotes or value, references that are none
}

// sections are what lies between two marks, whatever it is. "<?" ends at the
// first ">", because "</" may have become it.
var sections = []struct{ open, close string }{{"<!--", "-->"}, {cdata, "]]>"}, {"<?", ">"}, {"<!", ">"}}

const (
	cdata   = "<![CDATA["
	doctype = "<!DOCTYPE" // may hold declarations, and ">" in quotes
)

// MaxFaults is how many damaged tags of a document are read, each of which
// costs a decoder of its own.
const MaxFaults = 100_000

// Next gives the next xml.StartElement, xml.EndElement or Text, or nil at the
// end of the document. An empty element has both a start and an end.
func (r *Reader) Next() (token xml.Token) {
	if token, r.unread = r.unread, nil; token != nil {
		return token
	}
	token = r.read()
	r.check(token)
	return token
}

// read reads the next token.
func (r *Reader) read() (token xml.Token) {
	for token == nil && (r.pos < len(r.data) || r.empty) {
		r.start = r.pos
		switch rest := r.data[r.pos:]; {
		case r.empty:
			token, _ = r.decoder.RawToken()
			token = inLowerCase(token)
			r.empty = false
		case rest[0] != '<':
			raw := cutAt(rest, "<")
			if r.pos += len(raw); len(bytes.TrimSpace(raw)) == 0 {
				continue
			}
			token = Text(markup.Unescape(string(raw)))
		default:
			if token = r.section(rest); r.pos == r.start {
				token = r.bareTag(rest)
			}
			if r.pos == r.start {
				token = r.tag(rest)
			}
		}
	}
	if token == nil {
		r.start = r.pos
	}
	return token
}

// section passes over a section, if one starts here. Of those CDATA is a text.
// One that does not end, or in which another of its kind starts, has lost its
// end: only its mark is passed over.
func (r *Reader) section(rest []byte) xml.Token {
	if len(rest) < 2 || rest[1] != '!' && rest[1] != '?' || !r.typed && bytes.HasPrefix(rest, []byte(doctype)) {
		return nil
	}
	for _, s := range sections {
		inner, found := bytes.CutPrefix(rest, []byte(s.open))
		if !found {
			continue
		}
		r.pos += len(s.open)
		text := cutAt(inner, s.open)
		end := bytes.Index(text, []byte(s.close))
		if end < 0 {
			r.problem(r.Line(), "no end of what starts with "+strconv.Quote(s.open), mayBeLost)
			return nil
		}
		r.pos += end + len(s.close)
		if s.open == cdata {
			return Text(text[:end])
		}
		return nil
	}
	return nil
}

// bareTag reads a tag that is nothing but a name, as most are, or gives nil.
func (r *Reader) bareTag(rest []byte) xml.Token {
	name, isEnd := bytes.CutPrefix(rest[1:], []byte("/"))
	length := 0
	for length < len(name) && (name[length]|0x20 >= 'a' && name[length]|0x20 <= 'z' || name[length] == '_') {
		length++
	}
	if length == 0 || length == len(name) || name[length] != '>' {
		return nil
	}
	written := rest[:len(rest)-len(name)+length+len(">")]
	r.pos += len(written)
	token, known := r.bare[string(written)]
	if !known {
		element := xml.Name{Local: strings.ToLower(string(name[:length]))}
		token = xml.StartElement{Name: element}
		if isEnd {
			token = xml.EndElement{Name: element}
		}
		r.bare[string(written)] = token
	}
	return token
}

// tag reads a tag, or passes over the document type. Any other "<"
// is text.
func (r *Reader) tag(rest []byte) xml.Token {
	if name := bytes.TrimPrefix(rest[1:], []byte("/")); len(name) == 0 || name[0]|0x20 < 'a' && name[0] != '!' && name[0] != '_' {
		r.pos++
		return Text("<")
	}
	if _, err := r.source.Seek(int64(r.pos), io.SeekStart); err != nil {
		return nil
	}
	token, err := r.decoder.RawToken()
	if err != nil {
		r.restart()
		return r.damaged(rest)
	}
	r.pos = len(r.data) - r.source.Len()
	switch token.(type) {
	case xml.StartElement:
		r.empty = r.data[r.pos-2] == '/'
	case xml.Directive:
		r.typed = true
		return nil
	}
	return inLowerCase(token)
}

// inLowerCase gives a tag with its names in lower case.
func inLowerCase(token xml.Token) xml.Token {
	switch tag := token.(type) {
	case xml.StartElement:
		if name := strings.ToLower(tag.Name.Local); name != tag.Name.Local {
			tag.Name.Local = name
			for i := range tag.Attr {
				tag.Attr[i].Name.Local = strings.ToLower(tag.Attr[i].Name.Local)
			}
			return tag
		}
	case xml.EndElement:
		if name := strings.ToLower(tag.Name.Local); name != tag.Name.Local {
			tag.Name.Local = name
			return tag
		}
	}
	return token
}

var (
	damagedTag = regexp.MustCompile(`^<(/?)(?:[\w.-]*:)?([\pL_][\w.-]*)[^<>]*>?`)
	attribute  = regexp.MustCompile(`\s([\pL_][\w.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')`)
)

// damaged reads a tag that encoding/xml cannot: up to the next ">" or "<",
// with those attributes that are whole. If neither follows, or there were too
// many damaged tags, the document ends here.
func (r *Reader) damaged(rest []byte) xml.Token {
	if bytes.HasPrefix(rest, []byte(doctype)) {
		r.typed = true // so that another is not read to the end once more
		return r.section(rest)
	}
	tag := damagedTag.FindSubmatch(rest)
	if tag == nil && r.source.Len() > 0 {
		r.pos++
		return Text("<")
	}
	if r.faults++; r.faults > MaxFaults {
		r.problem(r.Line(), fmt.Sprintf("more than %d damaged tags, the rest is left out", MaxFaults), "get the file again")
	} else if tag != nil {
		r.problem(r.Line(), "a damaged tag, "+clean.Quote(string(tag[0])), mayBeLost)
	}
	if tag == nil || r.faults > MaxFaults || r.source.Len() == 0 && len(tag[0]) == len(rest) {
		r.pos = len(r.data)
		return nil
	}
	r.pos += len(tag[0])
	name := xml.Name{Local: strings.ToLower(string(tag[2]))}
	if len(tag[1]) > 0 {
		return xml.EndElement{Name: name}
	}
	start := xml.StartElement{Name: name}
	for _, a := range attribute.FindAllSubmatch(tag[0], -1) {
		value := markup.Unescape(string(a[2]) + string(a[3]))
		start.Attr = append(start.Attr, xml.Attr{Name: xml.Name{Local: string(a[1])}, Value: value})
	}
	return start
}

// Unread makes Next give a token once more.
func (r *Reader) Unread(token xml.Token) { r.unread = token }

// Line is the line, counted from 1, on which the last token starts.
func (r *Reader) Line() int {
	r.line += bytes.Count(r.data[r.lineAt:r.start], []byte("\n"))
	r.lineAt = r.start
	return r.line + 1
}

// Offset is the byte offset at which the last token starts.
func (r *Reader) Offset() int { return r.start }

// Field reads the text of an element that has just begun. Tags that stand in
// it unescaped make it HTML, which need not be well formed. Where a tag comes
// that it cannot hold, the field has lost its end tag.
func (r *Reader) Field(tag xml.StartElement, cannotHold func(name string) bool) string {
	from, depth, nested := r.pos, 0, false
	written := make([]string, 0, 4)
	token := r.read()
	for ; token != nil; token = r.read() {
		name := ""
		switch inner := token.(type) {
		case Text:
			written = append(written, string(inner))
			continue
		case xml.StartElement:
			if name = inner.Name.Local; name == tag.Name.Local {
				depth++
			}
		case xml.EndElement:
			if name = inner.Name.Local; name == tag.Name.Local {
				depth--
			}
		}
		if depth < 0 {
			break
		}
		if name != tag.Name.Local && cannotHold(name) {
			r.unclosed(len(r.open) - 1)
			r.unread = token
			break
		}
		nested = true
	}
	r.check(token)
	if nested {
		return string(r.data[from:r.start])
	}
	return strings.Join(written, "")
}

// Attr gives the value of an attribute, or "".
func Attr(tag xml.StartElement, name string) string {
	for _, a := range tag.Attr {
		if a.Name.Space == "" && a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// cutAt is what comes before the first end in data, or all of it.
func cutAt(data []byte, end string) []byte {
	if at := bytes.Index(data, []byte(end)); at >= 0 {
		return data[:at]
	}
	return data
}
