package pentabarf

import (
	"html"
	"strings"

	"talks/catalog/parse/draft"
)

// person reads <person> or <speaker>, whose name is its text or an element of
// its own.
func (r *pentabarfReader) person() draft.Speaker {
	element := string(r.name)
	p := draft.Speaker{Key: r.attr("id")}
	longer := ""
	for ended := r.closed; !ended; {
		switch r.next() {
		case xmlEnd:
			ended = true
		case xmlText:
			p.Name = draft.First(p.Name, r.value())
		case xmlClose:
			if string(r.name) != element {
				r.pos = r.start
			}
			ended = true
		case xmlOpen:
			switch string(r.name) {
			case "name", "public_name", "full_public_name":
				p.Name = draft.First(p.Name, r.field())
			case "biography", "abstract":
				p.Biography = r.field()
			case "extended_biography", "description":
				longer = r.field()
			case "event", "entry", "vevent", "day":
				r.pos = r.start
				ended = true
			default:
				r.field()
			}
		}
	}
	if longer != p.Biography {
		p.Biography = strings.TrimSpace(p.Biography + "\n\n" + longer)
	}
	return p
}

// boundary are the elements that a field cannot hold: where one comes, the
// field has lost its end tag.
var boundary = map[string]bool{
	"schedule": true, "conference": true, "day": true, "event": true, "entry": true, "vevent": true, "persons": true, "links": true, "attachments": true,
	"subtitle": true, "abstract": true, "description": true, "language": true, "duration": true, "recording": true,
}

// field reads the text of the element that has just been opened. Tags that
// stand in it unescaped make it HTML.
func (r *pentabarfReader) field() string {
	if r.closed {
		r.closed = false
		return ""
	}
	name, depth, nested := string(r.name), 0, false
	if whole, ok := r.onlyText(name); ok {
		return whole
	}
	var b strings.Builder
	for {
		token := r.next()
		switch {
		case token == xmlEnd:
			return b.String()
		case token == xmlText:
			text := r.value()
			if nested {
				text = html.EscapeString(text)
			}
			b.WriteString(text)
			continue
		case token == xmlClose && string(r.name) == name:
			if depth == 0 {
				return b.String()
			}
			depth--
		case boundary[string(r.name)]:
			r.pos = r.start
			return b.String()
		case token == xmlOpen && string(r.name) == name && !r.closed:
			depth++
		}
		if !nested {
			nested = true
			text := html.EscapeString(b.String())
			b.Reset()
			b.WriteString(text)
		}
		b.Write(r.data[r.start:r.pos])
	}
}

// onlyText reads a field that is one text and its end tag, as most are.
func (r *pentabarfReader) onlyText(name string) (string, bool) {
	start := r.pos
	if r.next() == xmlText {
		text := r.value()
		if r.next() == xmlClose && string(r.name) == name {
			return text, true
		}
	}
	r.pos = start
	return "", false
}
