package pentabarf

import (
	"bytes"
	"encoding/xml"
	"io"
	"regexp"

	"talks/catalog/parse/markup"
)

// tokens reads the tags and texts of an XML document, well formed or not.
// encoding/xml reads the tags. What needs no grammar is cut out here: texts,
// comments, and tags that are nothing but a name. encoding/xml goes through it
// byte by byte, which halves the speed of the whole, and stops at a control
// character. Where it stops at a damaged tag, reading goes on behind that tag.
type tokens struct {
	data    []byte
	pos     int // byte offset of what comes next
	start   int // byte offset of the last token
	source  *bytes.Reader
	decoder *xml.Decoder
	bare    map[string]xml.Token // tags that are nothing but a name, each once
	faults  int                  // damaged tags so far
	empty   bool                 // the last token is the start of <x/>, whose end comes next
	unread  xml.Token            // to be given again, or nil

	line, lineAt int // the line that byte offset lineAt lies on, from 0
}

// A text is what stands between two tags, its references replaced. White
// space alone does not count as one.
type text string

func newTokens(data []byte) *tokens {
	t := &tokens{data: data, source: bytes.NewReader(data), bare: make(map[string]xml.Token)}
	t.restart()
	return t
}

// restart makes a new decoder, because one that met an error gives up for good.
func (t *tokens) restart() {
	t.decoder = xml.NewDecoder(t.source)
	t.decoder.Strict = false // attributes without quotes or value, references that are none
}

// sections are what lies between two marks, whatever it is. One that never
// ends is the rest of the document. "<?" ends at the first ">", because "</"
// may have become it.
var sections = []struct{ open, close string }{{"<!--", "-->"}, {cdata, "]]>"}, {"<?", ">"}, {"<!", ">"}}

const (
	cdata   = "<![CDATA["
	doctype = "<!DOCTYPE" // may hold declarations, and ">" in quotes
)

// maxFaults is how many damaged tags of a document are read, each of which
// costs a decoder of its own.
const maxFaults = 100_000

// next gives the next xml.StartElement, xml.EndElement or text, or nil at the
// end of the document. An empty element has both a start and an end.
func (t *tokens) next() (token xml.Token) {
	if token, t.unread = t.unread, nil; token != nil {
		return token
	}
	for token == nil && (t.pos < len(t.data) || t.empty) {
		t.start = t.pos
		switch rest := t.data[t.pos:]; {
		case t.empty:
			token, _ = t.decoder.RawToken()
			t.empty = false
		case rest[0] != '<':
			raw := cutAt(rest, "<")
			if t.pos += len(raw); len(bytes.TrimSpace(raw)) == 0 {
				continue
			}
			token = text(markup.Unescape(string(raw)))
		default:
			if token = t.section(rest); t.pos == t.start {
				token = t.bareTag(rest)
			}
			if t.pos == t.start {
				token = t.tag(rest)
			}
		}
	}
	if token == nil {
		t.start = t.pos
	}
	return token
}

// section passes over a section, if one starts here. Of those CDATA is a text.
func (t *tokens) section(rest []byte) xml.Token {
	if len(rest) < 2 || rest[1] != '!' && rest[1] != '?' || bytes.HasPrefix(rest, []byte(doctype)) {
		return nil
	}
	for _, s := range sections {
		if inner, found := bytes.CutPrefix(rest, []byte(s.open)); found {
			inner = cutAt(inner, s.close)
			t.pos += min(len(rest), len(s.open)+len(inner)+len(s.close))
			if s.open == cdata {
				return text(inner)
			}
			return nil
		}
	}
	return nil
}

// bareTag reads a tag that is nothing but a name, as most are, or gives nil.
func (t *tokens) bareTag(rest []byte) xml.Token {
	name, isEnd := bytes.CutPrefix(rest[1:], []byte("/"))
	length := 0
	for length < len(name) && (name[length]|0x20 >= 'a' && name[length]|0x20 <= 'z' || name[length] == '_') {
		length++
	}
	if length == 0 || length == len(name) || name[length] != '>' {
		return nil
	}
	written := rest[:len(rest)-len(name)+length+len(">")]
	t.pos += len(written)
	token, known := t.bare[string(written)]
	if !known {
		element := xml.Name{Local: string(name[:length])}
		token = xml.StartElement{Name: element}
		if isEnd {
			token = xml.EndElement{Name: element}
		}
		t.bare[string(written)] = token
	}
	return token
}

// tag reads a tag, or passes over the document type. Any other "<"
// is text.
func (t *tokens) tag(rest []byte) xml.Token {
	if name := bytes.TrimPrefix(rest[1:], []byte("/")); len(name) == 0 || name[0]|0x20 < 'a' && name[0] != '!' && name[0] != '_' {
		t.pos++
		return text("<")
	}
	if _, err := t.source.Seek(int64(t.pos), io.SeekStart); err != nil {
		return nil
	}
	token, err := t.decoder.RawToken()
	if err != nil {
		t.restart()
		return t.damaged(rest)
	}
	t.pos = len(t.data) - t.source.Len()
	switch token.(type) {
	case xml.StartElement:
		t.empty = t.data[t.pos-2] == '/'
	case xml.Directive:
		return nil
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
func (t *tokens) damaged(rest []byte) xml.Token {
	tag := damagedTag.FindSubmatch(rest)
	if tag == nil && t.source.Len() > 0 {
		t.pos++
		return text("<")
	}
	if t.faults++; tag == nil || t.faults > maxFaults || t.source.Len() == 0 && len(tag[0]) == len(rest) {
		t.pos = len(t.data)
		return nil
	}
	t.pos += len(tag[0])
	name := xml.Name{Local: string(tag[2])}
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

// lineOf is the line, counted from 1, of a byte offset. Offsets must not
// decrease from call to call.
func (t *tokens) lineOf(offset int) int {
	t.line += bytes.Count(t.data[t.lineAt:offset], []byte("\n"))
	t.lineAt = offset
	return t.line + 1
}

// attr gives the value of an attribute, or "".
func attr(tag xml.StartElement, name string) string {
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
