// Package detail shows one talk: its content, made of the talk's fields and of the
// talks around it, and a pager that wraps it, scrolls it, walks through its matches
// and chooses what leads elsewhere.
package detail

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"talks/catalog"
	"talks/catalog/search"
	"talks/tui/text"
)

// kind is how a part of the content is drawn.
type kind uint8

const (
	body kind = iota
	title
	byline // when and where, and of what kind
	heading
)

// A part is where a text of one kind begins in the content, on a line of its own.
type part struct {
	start int
	kind  kind
	hang  int // cells by which its further lines are indented, 0: as text.Wrap sees fit
}

// A Content is a talk as one text: its parts in order, with a line feed
// between each two. Offsets count its bytes.
type Content struct {
	ID    string         // of the talk
	Links []catalog.Link // in the order of their numbers, which begin with 1

	text   string
	parts  []part
	fields []fieldRange // by field, then in its order
	faint  []text.Range // what can wait
	leads  []Lead       // lines, in order
	marks  []Lead       // numbers of links, in order
}

// NewContent lays out a talk: title, bylines, texts, who gives it, what is
// around it, links.
func NewContent(t *catalog.Talk, s Setting) Content {
	w := contentWriter{numbers: make(map[string]int)}
	w.field(title, t, catalog.Title)
	w.field(title, t, catalog.Subtitle)
	w.bylines(t, s)
	for _, f := range []catalog.Field{catalog.Abstract, catalog.Description} {
		if s := t.Text(f); s != "" {
			w.blank()
			w.prose(f, s)
		}
	}
	w.surroundings(t, s)
	w.people(t, s)
	w.links(t)
	w.made.ID, w.made.text = t.ID, w.b.String()
	slices.SortFunc(w.made.fields, func(a, b fieldRange) int {
		return cmp.Or(cmp.Compare(a.field, b.field), cmp.Compare(a.from, b.from), cmp.Compare(a.End-a.Start, b.End-b.Start))
	})
	return w.made
}

// A contentWriter builds a Content part by part, each on lines of its own.
type contentWriter struct {
	b       strings.Builder
	made    Content
	numbers map[string]int // of the links, by what tells their addresses apart
	hidden  []hiddenAddress
}

// part writes a text, unless it is empty, and returns where it begins.
func (w *contentWriter) part(k kind, s string) (start int) {
	if s == "" {
		return w.b.Len()
	}
	return w.add(k, s)
}

func (w *contentWriter) blank() { w.add(body, "") }

func (w *contentWriter) heading(s string) {
	w.blank()
	w.add(heading, s)
}

func (w *contentWriter) add(k kind, s string) (start int) {
	if len(w.made.parts) > 0 {
		w.b.WriteByte('\n')
	}
	start = w.b.Len()
	w.b.WriteString(s)
	w.made.parts = append(w.made.parts, part{start: start, kind: k})
	return start
}

func (w *contentWriter) field(k kind, t *catalog.Talk, f catalog.Field) {
	s := t.Text(f)
	w.line(k, Line{Text: s, fields: []fieldRange{{field: f, Range: text.Range{End: len(s)}}}})
}

func (w *contentWriter) line(k kind, l Line) {
	start := w.part(k, l.Text)
	for _, f := range l.fields {
		w.made.fields = append(w.made.fields, fieldRange{field: f.field, Range: shift(f.Range, start), from: f.from})
	}
}

// bylines writes who, when and where, and what kind of talk it is, as far as
// others are of another kind; "maintrack" says no more than "Main Track" does.
func (w *contentWriter) bylines(t *catalog.Talk, s Setting) {
	who := bylineWriter{dot: s.Dot}
	who.field(t, catalog.Speakers)
	w.line(body, who.line())

	where := bylineWriter{dot: s.Dot}
	where.whenInFull(&t.Slot, s.Zone, s.Dash)
	if t.Slot.Duration > 0 && (t.Slot.Start.IsZero() || t.Slot.AllDay) {
		where.item(spell(t.Slot.Duration))
	}
	where.field(t, catalog.Room)
	w.line(byline, where.line())

	what := bylineWriter{dot: s.Dot}
	what.field(t, catalog.Track)
	for _, fact := range []struct{ own, shared string }{
		{t.Type, s.Shared.Type}, {t.Language, s.Shared.Language}, {t.Conference, s.Shared.Conference},
	} {
		if fact.own != fact.shared && !strings.EqualFold(fact.own, strings.ReplaceAll(t.Slot.Track, " ", "")) {
			what.item(fact.own)
		}
	}
	if t.Source.File != s.Shared.Source.File {
		what.item(path.Base(t.Source.File))
	}
	if t.Slides && !t.HasLink(catalog.LinkSlides) {
		what.item(NoSlides)
	}
	w.line(byline, what.line())
	if s.Kept != nil {
		for _, line := range s.Kept(t) {
			w.part(heading, line)
		}
	}
}

// NoSlides is what to say of a talk that has slides, nobody knows where.
const NoSlides = "slides: not in this file"

// spell writes a duration in hours and minutes.
func spell(d time.Duration) string {
	hours, minutes := int(d.Hours()), int(d.Minutes())%60
	switch {
	case hours == 0:
		return fmt.Sprintf("%d min", minutes)
	case minutes == 0:
		return fmt.Sprintf("%d h", hours)
	}
	return fmt.Sprintf("%d h %d min", hours, minutes)
}

// people writes who the speakers are, and what else they give.
func (w *contentWriter) people(t *catalog.Talk, s Setting) {
	for _, p := range t.Speakers {
		if p.Biography != "" {
			w.heading(p.Name)
			w.prose(catalog.FieldCount, p.Biography) // is not searched
		}
		if s.TalksBy != nil {
			w.others(t, p.Name, s)
		}
	}
}

// kindAt is the kind of the part that an offset lies in, or whose line feed does.
func (c *Content) kindAt(offset int) kind {
	i, _ := slices.BinarySearchFunc(c.parts, offset+1, func(p part, at int) int { return cmp.Compare(p.start, at) })
	return c.parts[i-1].kind
}

// wrap breaks the content into lines of at most so many cells.
func (c *Content) wrap(width int, m text.Method) []text.Line {
	var lines []text.Line
	for i := 0; i < len(c.parts); {
		start, hang := c.parts[i].start, c.parts[i].hang
		i++
		for hang == 0 && i < len(c.parts) && c.parts[i].hang == 0 { // as many as can be wrapped at once
			i++
		}
		end := len(c.text)
		if i < len(c.parts) {
			end = c.parts[i].start - 1
		}
		if hang > 0 {
			if hang > width/3 {
				hang = 2 // a narrow window
			}
			lines = text.WrapLine(lines, c.text, text.Range{Start: start, End: end}, width, hang, m)
			continue
		}
		for _, l := range text.Wrap(c.text[start:end], width, m) {
			lines = append(lines, text.Line{Range: text.Range{Start: l.Start + start, End: l.End + start}, Indent: l.Indent})
		}
	}
	return lines
}

// Search returns where the content has words, letter case and accents ignored,
// in order and without overlap.
func (c *Content) Search(words string) []text.Range {
	var found []text.Range
	for _, s := range search.Occurrences(c.text, words, len(c.text)) {
		found = append(found, text.Range{Start: s.Start, End: s.End})
	}
	return found
}

// Ranges returns where the spans of a hit stand in the content, in order and
// without overlap.
func (c *Content) Ranges(spans []search.Span) []text.Range {
	var found []text.Range
	for _, s := range spans {
		first, _ := slices.BinarySearchFunc(c.fields, s, func(f fieldRange, s search.Span) int {
			return cmp.Or(cmp.Compare(f.field, s.Field), cmp.Compare(f.from+f.End-f.Start, s.Start+1))
		})
		for _, f := range c.fields[first:] {
			if f.field != s.Field || f.from >= s.End {
				break
			}
			r := shift(text.Range{Start: s.Start, End: s.End}, f.Start-f.from)
			if r.Start, r.End = max(r.Start, f.Start), min(r.End, f.End); r.Start < r.End {
				found = append(found, r)
			}
		}
	}
	slices.SortFunc(found, func(a, b text.Range) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	end := -1
	return slices.DeleteFunc(found, func(r text.Range) bool {
		covered := r.Start < end
		end = max(end, r.End)
		return covered
	})
}
