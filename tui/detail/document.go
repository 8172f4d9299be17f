// Package detail shows one talk: a document made of the talk's fields, and a
// pager that wraps it, scrolls it and walks through its matches.
package detail

import (
	"cmp"
	"slices"
	"strings"

	"talks/catalog"
	"talks/catalog/search"
	"talks/tui/text"
)

// Kind says how a part of a document is drawn.
type Kind uint8

// The kinds of part.
const (
	Body Kind = iota
	Title
	Facts // who, when and where
	Heading
)

// A Part is a stretch of a document's text of one kind.
type Part struct {
	text.Range
	Kind Kind
}

// A Document is a talk as one text. Parts are in order and cover everything
// but the line feeds between them.
type Document struct {
	ID   string // of the talk
	Text string

	parts  []Part
	places []place
}

// place says where in the document a field of the talk begins, and how much
// of it stands there.
type place struct {
	field  search.Field
	at     int
	length int
}

// NewDocument lays out a talk: title, facts, texts.
func NewDocument(t *catalog.Talk, dot string) Document {
	d := Document{ID: t.ID}
	var b strings.Builder
	d.add(&b, Title, search.Title, t.Title)
	d.add(&b, Title, search.Subtitle, t.Subtitle)
	d.addFacts(&b, t, dot)
	for _, f := range []search.Field{search.Abstract, search.Description} {
		if body := search.Text(t, f); body != "" {
			b.WriteString("\n")
			d.add(&b, Body, f, body)
		}
	}
	d.Text = strings.TrimSuffix(b.String(), "\n")
	return d
}

func (d *Document) add(b *strings.Builder, k Kind, f search.Field, s string) {
	if s == "" {
		return
	}
	d.places = append(d.places, place{field: f, at: b.Len(), length: len(s)})
	d.parts = append(d.parts, Part{Range: text.Range{Start: b.Len(), End: b.Len() + len(s)}, Kind: k})
	b.WriteString(s)
	b.WriteByte('\n')
}

// addFacts writes a line of what is known besides the texts.
func (d *Document) addFacts(b *strings.Builder, t *catalog.Talk, dot string) {
	start := b.Len()
	sep := ""
	fact := func(s string, f search.Field, searched bool) {
		if s == "" {
			return
		}
		b.WriteString(sep)
		sep = dot
		if searched {
			d.places = append(d.places, place{field: f, at: b.Len(), length: len(s)})
		}
		b.WriteString(s)
	}
	fact(search.Text(t, search.Speakers), search.Speakers, true)
	fact(t.Slot.Track, search.Track, true)
	fact(t.Slot.Room, search.Room, true)
	if t.Slides {
		fact("slides", 0, false)
	}
	if b.Len() > start {
		d.parts = append(d.parts, Part{Range: text.Range{Start: start, End: b.Len()}, Kind: Facts})
		b.WriteByte('\n')
	}
}

// Matches returns where the spans of a hit stand in the document, in order.
func (d *Document) Matches(spans []search.Span) []text.Range {
	var matches []text.Range
	for _, s := range spans {
		for _, p := range d.places {
			if p.field == s.Field && s.End <= p.length {
				matches = append(matches, text.Range{Start: p.at + s.Start, End: p.at + s.End})
				break
			}
		}
	}
	slices.SortFunc(matches, func(a, b text.Range) int { return cmp.Compare(a.Start, b.Start) })
	return matches
}

// kindAt is the kind of the part that offset at lies in.
func (d *Document) kindAt(at int) Kind {
	i, found := slices.BinarySearchFunc(d.parts, at, func(p Part, at int) int { return cmp.Compare(p.Start, at) })
	if !found {
		i--
	}
	if i < 0 {
		return Body
	}
	return d.parts[i].Kind
}
