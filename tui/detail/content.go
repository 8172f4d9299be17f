// Package detail shows one talk: its content, made of the talk's fields, and a
// pager that wraps it, scrolls it and walks through its matches.
package detail

import (
	"cmp"
	"fmt"
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
}

// A Content is a talk as one text: its parts in order, with a line feed
// between each two. Offsets count its bytes.
type Content struct {
	ID string // of the talk

	text   string
	parts  []part
	fields []fieldRange
}

// NewContent lays out a talk: title, bylines, texts, links, and who gives it.
func NewContent(t *catalog.Talk, s Setting) Content {
	var w contentWriter
	w.field(title, t, catalog.Title)
	w.field(title, t, catalog.Subtitle)
	w.bylines(t, s)
	for _, f := range []catalog.Field{catalog.Abstract, catalog.Description} {
		if t.Text(f) != "" {
			w.blank()
			w.field(body, t, f)
		}
	}
	w.links(t)
	w.people(t, s)
	return Content{ID: t.ID, text: w.b.String(), parts: w.parts, fields: w.fields}
}

// A contentWriter builds a Content part by part, each on lines of its own.
type contentWriter struct {
	b      strings.Builder
	parts  []part
	fields []fieldRange
}

// part writes a text, unless it is empty, and returns where it begins.
func (w *contentWriter) part(k kind, s string) (start int) {
	if s == "" {
		return w.b.Len()
	}
	return w.add(k, s)
}

func (w *contentWriter) blank() { w.add(body, "") }

func (w *contentWriter) add(k kind, s string) (start int) {
	if len(w.parts) > 0 {
		w.b.WriteByte('\n')
	}
	start = w.b.Len()
	w.b.WriteString(s)
	w.parts = append(w.parts, part{start, k})
	return start
}

func (w *contentWriter) field(k kind, t *catalog.Talk, f catalog.Field) {
	s := t.Text(f)
	w.line(k, Line{Text: s, fields: []fieldRange{{f, text.Range{End: len(s)}}}})
}

func (w *contentWriter) line(k kind, l Line) {
	start := w.part(k, l.Text)
	for _, f := range l.fields {
		w.fields = append(w.fields, fieldRange{f.field, shift(f.Range, start)})
	}
}

// bylines writes who, when and where, and what kind of talk it is.
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
	where.field(t, catalog.Track)
	w.line(byline, where.line())

	what := bylineWriter{dot: s.Dot}
	what.item(t.Type)
	what.item(t.Language)
	if t.Slides {
		what.item("slides")
	}
	what.item(t.Conference)
	if s.Source {
		what.item(t.Source.File)
	}
	w.line(byline, what.line())
}

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

// links writes where the talk leads to.
func (w *contentWriter) links(t *catalog.Talk) {
	if len(t.Links) == 0 {
		return
	}
	w.blank()
	w.part(heading, "Links")
	for _, l := range t.Links {
		w.part(body, LinkLabel(l)+": "+l.URL)
	}
}

// LinkLabel is what a link is called: its title, with its kind unless that goes
// without saying.
func LinkLabel(l catalog.Link) string {
	kind := kindName(l.Kind)
	switch {
	case l.Title == "" || l.Title == l.URL:
		return kind
	case l.Kind == catalog.LinkPage, strings.Contains(strings.ToLower(l.Title), kind):
		return l.Title
	}
	return kind + ": " + l.Title
}

func kindName(k catalog.LinkKind) string {
	switch k {
	case catalog.LinkSlides:
		return "slides"
	case catalog.LinkRecording:
		return "recording"
	case catalog.LinkFeedback:
		return "feedback"
	}
	return "page"
}

// maxOthers is how many other talks of a speaker are listed: enough for anybody
// but "TBA".
const maxOthers = 20

// people writes who the speakers are, and what else they give.
func (w *contentWriter) people(t *catalog.Talk, s Setting) {
	for _, p := range t.Speakers {
		var others []*catalog.Talk
		if s.TalksBy != nil {
			others = without(s.TalksBy(p.Name), t)
		}
		if p.Biography == "" && len(others) == 0 {
			continue
		}
		if p.Biography != "" {
			w.blank()
			w.part(heading, p.Name)
			w.part(body, p.Biography)
		}
		if len(others) > 0 {
			w.blank()
			w.part(heading, "Also by "+p.Name)
		}
		for _, o := range others[:min(len(others), maxOthers)] {
			line := "- " + o.Title
			if s.Source && o.Conference != "" {
				line += s.Dot + o.Conference
			}
			w.part(body, line)
		}
		if more := len(others) - maxOthers; more > 0 {
			w.part(body, fmt.Sprintf("and %d more", more))
		}
	}
}

func without(talks []*catalog.Talk, t *catalog.Talk) []*catalog.Talk {
	return slices.DeleteFunc(slices.Clone(talks), func(o *catalog.Talk) bool { return o.ID == t.ID })
}

// kindAt is the kind of the part that an offset lies in, or whose line feed does.
func (c *Content) kindAt(offset int) kind {
	i, found := slices.BinarySearchFunc(c.parts, offset, func(p part, at int) int { return cmp.Compare(p.start, at) })
	if !found {
		i--
	}
	return c.parts[i].kind
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

// Ranges returns where the spans of a hit stand in the content, in order.
func (c *Content) Ranges(spans []search.Span) []text.Range { return ranges(c.fields, spans) }
