package detail

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"time"

	"talks/catalog"
	"talks/catalog/search"
	"talks/tui/text"
)

// A Setting says how facts are written.
type Setting struct {
	Dot    string         // between two facts
	Dash   string         // between two times
	Zone   *time.Location // of times; nil: the talk's own
	Source bool           // say where a talk is from: its conference, its file
	// TalksBy gives the talks of a speaker; nil: nobody asks.
	TalksBy func(name string) []*catalog.Talk
}

// A Line is a text made of facts, some of them fields of a talk that a query
// may have found.
type Line struct {
	Text   string
	When   text.Range // where in it the day and time stand, with the dot before them
	places []place
}

// place says where in a text a field of the talk begins, and how much of it
// stands there, in bytes.
type place struct {
	field  catalog.Field
	at     int
	length int
}

// FactsOf is a talk's second line in a list: speakers, track, day and time,
// room. It is empty where nothing is known.
func FactsOf(t *catalog.Talk, s Setting) Line {
	var w factWriter
	w.dot = s.Dot
	if s.Source {
		w.fact(cmp.Or(t.Conference, path.Base(t.Source.File)))
	}
	w.field(t, catalog.Speakers)
	w.field(t, catalog.Track)
	when := text.Range{Start: w.b.Len()}
	w.when(t, s.Zone, "Mon 15:04", "Mon")
	when.End = w.b.Len()
	if t.Slot.Room != "" {
		w.room(t)
	}
	line := w.line()
	line.When = when
	return line
}

// Matches returns where the spans of a hit stand in the line, in order.
func (l Line) Matches(spans []search.Span) []text.Range { return stand(l.places, spans) }

// stand maps spans of fields to the places where the fields stand.
func stand(places []place, spans []search.Span) []text.Range {
	var matches []text.Range
	for _, s := range spans {
		for _, p := range places {
			if p.field == s.Field && s.End <= p.length {
				matches = append(matches, text.Range{Start: p.at + s.Start, End: p.at + s.End})
				break
			}
		}
	}
	slices.SortFunc(matches, func(a, b text.Range) int { return cmp.Compare(a.Start, b.Start) })
	return matches
}

// A factWriter puts facts behind one another, with a dot in between.
type factWriter struct {
	b      strings.Builder
	places []place
	dot    string
}

func (w *factWriter) line() Line { return Line{Text: w.b.String(), places: w.places} }

func (w *factWriter) part() {
	if w.b.Len() > 0 {
		w.b.WriteString(w.dot)
	}
}

func (w *factWriter) fact(s string) {
	if s != "" {
		w.part()
		w.b.WriteString(s)
	}
}

// field writes a searched field.
func (w *factWriter) field(t *catalog.Talk, f catalog.Field) {
	s := t.Text(f)
	if s == "" {
		return
	}
	w.part()
	w.places = append(w.places, place{field: f, at: w.b.Len(), length: len(s)})
	w.b.WriteString(s)
}

// when writes the start: a time, or a day where it is no more than that.
func (w *factWriter) when(t *catalog.Talk, zone *time.Location, layout, dayLayout string) {
	if t.Slot.Start.IsZero() {
		return
	}
	if t.Slot.AllDay {
		w.fact(t.Slot.Start.Format(dayLayout))
		return
	}
	w.fact(in(t.Slot.Start, zone).Format(layout))
}

func in(at time.Time, zone *time.Location) time.Time {
	if zone == nil {
		return at
	}
	return at.In(zone)
}

// room writes the room in brackets behind the time, or as a fact of its own.
func (w *factWriter) room(t *catalog.Talk) {
	if t.Slot.Start.IsZero() {
		w.field(t, catalog.Room)
		return
	}
	w.b.WriteString(" (")
	w.places = append(w.places, place{field: catalog.Room, at: w.b.Len(), length: len(t.Slot.Room)})
	w.b.WriteString(t.Slot.Room)
	w.b.WriteString(")")
}
