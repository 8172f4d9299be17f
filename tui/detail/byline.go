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

// A Setting says how bylines are written.
type Setting struct {
	Dot    string         // between two items
	Dash   string         // between two times
	Zone   *time.Location // of times; nil: the talk's own
	Source bool           // say where a talk is from: its conference, its file
	// TalksBy gives the talks of a speaker; nil: nobody asks.
	TalksBy func(name string) []*catalog.Talk
}

// A Line is a text made of items, some of them fields of a talk that a query may
// have found.
type Line struct {
	Text   string
	When   text.Range // of the day and time, with the dot before them
	fields []fieldRange
}

// A fieldRange is where a field of a talk stands in a text.
type fieldRange struct {
	field catalog.Field
	text.Range
}

// Byline is a talk's second line in a list: speakers, track, day and time, room.
// It is empty where nothing is known.
func Byline(t *catalog.Talk, s Setting) Line {
	var w bylineWriter
	w.dot = s.Dot
	if s.Source {
		w.item(cmp.Or(t.Conference, path.Base(t.Source.File)))
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

// Ranges returns where the spans of a hit stand in the line, in order.
func (l Line) Ranges(spans []search.Span) []text.Range { return ranges(l.fields, spans) }

// ranges maps spans of fields to where the fields stand in a text.
func ranges(fields []fieldRange, spans []search.Span) []text.Range {
	var out []text.Range
	for _, s := range spans {
		for _, f := range fields {
			if f.field == s.Field {
				out = append(out, shift(text.Range{Start: s.Start, End: s.End}, f.Start))
				break
			}
		}
	}
	slices.SortFunc(out, func(a, b text.Range) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

func shift(r text.Range, by int) text.Range { return text.Range{Start: r.Start + by, End: r.End + by} }

// A bylineWriter joins items with a dot between each two.
type bylineWriter struct {
	b      strings.Builder
	fields []fieldRange
	dot    string
}

func (w *bylineWriter) line() Line { return Line{Text: w.b.String(), fields: w.fields} }

func (w *bylineWriter) item(s string) { w.join(w.dot, s) }

// join writes a text unless it is empty, with another before it unless it is the
// first.
func (w *bylineWriter) join(before, s string) {
	if s == "" {
		return
	}
	if w.b.Len() > 0 {
		w.b.WriteString(before)
	}
	w.b.WriteString(s)
}

func (w *bylineWriter) field(t *catalog.Talk, f catalog.Field) { w.joinField(w.dot, t, f) }

// joinField writes a field that is searched.
func (w *bylineWriter) joinField(before string, t *catalog.Talk, f catalog.Field) {
	s := t.Text(f)
	w.join(before, s)
	w.fields = append(w.fields, fieldRange{f, text.Range{Start: w.b.Len() - len(s), End: w.b.Len()}})
}

// when writes the start: a time, or a day where it is no more than that.
func (w *bylineWriter) when(t *catalog.Talk, zone *time.Location, layout, dayLayout string) {
	if t.Slot.Start.IsZero() {
		return
	}
	if t.Slot.AllDay {
		w.item(t.Slot.Start.Format(dayLayout))
		return
	}
	w.item(in(t.Slot.Start, zone).Format(layout))
}

func in(at time.Time, zone *time.Location) time.Time {
	if zone == nil {
		return at
	}
	return at.In(zone)
}

// room writes the room in brackets after the time, or as an item of its own.
func (w *bylineWriter) room(t *catalog.Talk) {
	if t.Slot.Start.IsZero() {
		w.field(t, catalog.Room)
		return
	}
	w.joinField(" (", t, catalog.Room)
	w.b.WriteString(")")
}
