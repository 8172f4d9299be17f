package detail

import (
	"strings"
	"time"

	"talks/catalog"
	"talks/tui/text"
)

// A Setting is what a Content is made with besides the talk itself.
type Setting struct {
	Dot    string         // between two items
	Dash   string         // between two times
	Zone   *time.Location // of times, see catalog.Slot.In; nil: the talk's own
	Shared catalog.Talk   // what all talks have in common, see catalog.Catalog.Shared
	// Kept gives the mark of a talk in lines, TalksBy the talks of a speaker, Around
	// those around a talk; nil: nobody asks.
	Kept    func(*catalog.Talk) []string
	TalksBy func(name string) []*catalog.Talk
	Around  func(*catalog.Talk) catalog.Surroundings
}

// A Line is a text made of items, some of them fields of a talk that a query may
// have found.
type Line struct {
	Text   string
	fields []fieldRange
}

// A fieldRange is where a field of a talk, or a piece of one, stands in a text.
type fieldRange struct {
	field catalog.Field
	text.Range
	from int // offset in the field at which the piece begins
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
	w.fields = append(w.fields, fieldRange{field: f, Range: text.Range{Start: w.b.Len() - len(s), End: w.b.Len()}})
}

// When says when a talk is, with the year and the day or without: a time, or a day
// where no more is known. One that is of another date than its day of the
// conference has both: "Sat/Sun 00:30", or "Sun 00:30" without the day.
func When(s *catalog.Slot, zone *time.Location, year, day bool) string {
	date, at := s.Date(), s.In(zone)
	if date.IsZero() {
		return ""
	}
	var w bylineWriter
	if year {
		w.join("", date.Format("2006"))
	}
	days := ""
	if day {
		days = date.Format("Mon")
	}
	if s.IsNight(zone) {
		days = strings.TrimPrefix(days+at.Format("/Mon"), "/")
	}
	w.join(" ", days)
	if !s.Start.IsZero() && !s.AllDay {
		w.join(" ", at.Format("15:04"))
	}
	return w.line().Text
}

// day writes the day of the conference if that is known.
func (w *bylineWriter) day(s *catalog.Slot, layout string) {
	if day := s.Date(); !day.IsZero() {
		w.item(day.Format(layout))
	}
}

// whenInFull writes the day and the time from start to end.
func (w *bylineWriter) whenInFull(s *catalog.Slot, zone *time.Location, dash string) {
	const fullDay = "Monday 2 January 2006"
	at := s.In(zone)
	switch {
	case s.Start.IsZero():
		w.day(s, fullDay)
		return
	case s.AllDay:
		w.item(at.Format(fullDay))
	default:
		w.item(at.Format(fullDay + ", 15:04"))
		end := at.Add(s.Duration)
		if s.Duration > 0 {
			w.b.WriteString(dash + end.Format("15:04"))
		}
		if name, _ := end.Zone(); name != "" && (zone != nil || !catalog.IsWall(end.Location())) {
			w.b.WriteString(" " + name)
		}
	}
	if s.IsNight(zone) {
		w.b.WriteString(" (" + s.Date().Weekday().String() + "'s programme)")
	}
}
