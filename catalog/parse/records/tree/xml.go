package tree

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strings"

	"talks/catalog/parse/clean"
	"talks/catalog/parse/tokens"
)

// What a hostile document can cost has these bounds.
const (
	maxElements     = 1 << 20
	maxElementNames = 10_000 // of elements and attributes; no schedule has a hundred
)

// IsXML reports whether a document is XML: it has XML's declaration, or ends
// with the end of the element that it starts with.
func IsXML(data []byte) bool {
	data = bytes.TrimSpace(data)
	if !bytes.HasPrefix(data, []byte("<")) {
		return false
	}
	root, isTag := Root(data)
	return isTag && (bytes.HasPrefix(data, []byte("<?xml")) || endsWith(data, root))
}

// endsWith reports whether a document ends with the end tag of an element.
func endsWith(data []byte, name string) bool {
	end := "</" + name + ">"
	return len(data) >= len(end) && strings.EqualFold(string(data[len(data)-len(end):]), end)
}

// Root is the name of the first element of a document, unless something else
// comes before it.
func Root(data []byte) (name string, ok bool) {
	root, ok := tokens.New(data, nil).Next().(xml.StartElement)
	return root.Name.Local, ok
}

// XML makes a tree of XML. An element with others in it is an object, or a
// list if all of them have the same name; one with text is a text, even if there
// are tags in it.
func XML(data []byte, problem func(line int, what, hint string)) *Tree {
	r := &xmlReader{Reader: tokens.New(data, problem), data: data, problem: problem, open: []*element{{}}, names: make(map[string]bool)}
	whole := r.open[0]
	for token := r.Next(); token != nil; token = r.Next() {
		r.token(token)
		if r.elements > maxElements || len(r.open) > maxNesting || len(r.names) > maxElementNames {
			problem(r.Line(), "too large, nested too deep or of too many names, the rest is left out", "")
			break
		}
	}
	b := newBuilder(0, len(data))
	b.Damaged = len(r.open) > 1
	for _, root := range whole.inner {
		root.build(b)
	}
	return b.finish()
}

// An xmlReader reads the elements of a document.
type xmlReader struct {
	*tokens.Reader
	data     []byte
	problem  func(line int, what, hint string)
	open     []*element // the whole document, then each that is not closed yet
	elements int
	names    map[string]bool // of elements and attributes
}

// An element is one of XML. It has attributes, and text or other elements.
type element struct {
	name  string
	line  int
	attrs []xml.Attr
	inner []*element
	text  []byte
	from  int // byte offset of what it holds, or 0
}

// token adds a token to what is open.
func (r *xmlReader) token(token xml.Token) {
	innermost := r.open[len(r.open)-1]
	if innermost.from == 0 {
		innermost.from = r.Offset()
	}
	switch token := token.(type) {
	case tokens.Text:
		innermost.text = append(innermost.text, token...)
	case xml.StartElement:
		r.elements++
		r.names[token.Name.Local] = true
		for _, a := range token.Attr {
			r.names[a.Name.Local] = true
		}
		e := &element{name: token.Name.Local, line: r.Line(), attrs: token.Attr}
		innermost.inner = append(innermost.inner, e)
		r.open = append(r.open, e)
	case xml.EndElement:
		for at := len(r.open) - 1; at > 0; at-- {
			if r.open[at].name == token.Name.Local {
				r.close(at)
				return
			}
		}
	}
}

// close closes what is open from an index on. Text with tags in it is kept as
// it is written; a little text between elements is no reason to lose them.
func (r *xmlReader) close(at int) {
	for _, e := range r.open[at:] {
		switch isMostlyText := len(e.text)*4 >= r.Offset()-e.from; {
		case len(e.inner) == 0:
		case e.holdsMarkup(), isMostlyText:
			e.text, e.inner = r.data[e.from:r.Offset()], nil
		case len(e.text) > 0:
			r.problem(e.line, "a text between the elements of "+clean.Quote(e.name)+", passed over", "a tag near it may be damaged")
		}
	}
	r.open = r.open[:at]
}

// holdsMarkup reports whether an element holds HTML.
func (e *element) holdsMarkup() bool {
	return slices.ContainsFunc(e.inner, func(tag *element) bool {
		return slices.Contains([]string{"p", "br", "ul", "ol", "div", "a", "b", "i", "em", "strong", "span"}, tag.name)
	})
}

// build adds the element to a tree.
func (e *element) build(b *builder) {
	switch {
	case len(e.inner) == 0 && len(e.attrs) == 0:
		b.add(Text, e.text, e.line)
		return
	case e.isList():
		b.begin(List, e.line)
		for _, item := range e.inner {
			item.build(b)
		}
		b.end()
		return
	}
	b.begin(Object, e.line)
	for _, a := range e.attrs {
		b.call([]byte(a.Name.Local))
		b.add(Text, []byte(a.Value), e.line)
	}
	if len(e.inner) == 0 {
		b.call([]byte("name"))
		b.add(Text, e.text, e.line)
	}
	e.buildMembers(b)
	b.end()
}

// isList reports whether the element is a list: what it holds has one name, and
// there are several, or its own name is the plural of that.
func (e *element) isList() bool {
	if len(e.inner) == 0 {
		return false
	}
	name := e.inner[0].name
	for _, other := range e.inner {
		if other.name != name {
			return false
		}
	}
	return len(e.inner) > 1 || e.name == name+"s"
}

// buildMembers adds the elements as members of an object. Those of one name are
// a list.
func (e *element) buildMembers(b *builder) {
	named := make(map[string][]*element)
	for _, inner := range e.inner {
		named[inner.name] = append(named[inner.name], inner)
	}
	for _, inner := range e.inner {
		all := named[inner.name]
		if len(all) == 0 {
			continue
		}
		delete(named, inner.name)
		b.call([]byte(inner.name))
		if len(all) == 1 {
			inner.build(b)
			continue
		}
		b.begin(List, inner.line)
		for _, item := range all {
			item.build(b)
		}
		b.end()
	}
}
