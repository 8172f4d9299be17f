package plan

import (
	"io"
	"time"

	"talks/catalog/export"
	"talks/catalog/marks"
)

// WriteCalendar writes the days of a plan as iCalendar; see export.WriteCalendar.
// The talks in Rest are left out, as an event has a date.
func (p *Plan) WriteCalendar(w io.Writer, now time.Time) error {
	var events []export.Event
	for _, day := range p.Days {
		for _, l := range day.Lines {
			if i := l.Item; i != nil {
				events = append(events, export.Event{Talk: i.Talk, End: i.End, Note: i.Mark.Note, IsTentative: i.Mark.State == marks.Maybe})
			}
		}
	}
	return export.WriteCalendar(w, events, now)
}
