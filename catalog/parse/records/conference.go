package records

import (
	"talks/catalog"
	"talks/catalog/parse/markup"
	"talks/catalog/parse/when"
)

// A conference is what a schedule says of itself.
type conference struct{ title, acronym string }

// learn takes what a member says of the conference or of a day, in the
// schedules of frab and pretalx: schedule.conference.days[]. A time zone counts
// in any document.
func (p *parser) learn(in, name, text string) {
	s := p.schedule
	switch {
	case name == "timezone" && s.Zone == nil:
		s.Zone = s.Named(text)
	case in == "days" && name == "day_start" && s.Zone == nil:
		if t, err := when.Moment(text, catalog.Wall()); err == nil {
			s.Zone = t.Location()
		}
	case in != "conference":
	case name == "title":
		p.conference.title = markup.Line(text)
	case name == "acronym":
		p.conference.acronym = markup.Line(text)
	case name == "time_zone_name":
		s.SetZone(text)
	case name == "day_change":
		s.DayChange, _ = when.Clock(text)
	case name == "city" && s.Zone == nil:
		s.Zone = s.OfCity(text)
	}
}
