package order

import "time"

// A Spread is what times some talks have.
type Spread struct {
	first, last time.Time // days of the conference; zero if none is known
	Clock       bool      // some have a time of day
	Night       bool      // some begin on another date than their day of the conference
}

// SpreadOf looks at all of some talks, by the clocks of a zone (nil: each talk's own).
func SpreadOf(talks Talks, zone *time.Location) Spread {
	var s Spread
	for i := range talks.Len() {
		slot := &talks.Talk(i).Slot
		if date := slot.Date(); !date.IsZero() {
			if s.first.IsZero() || date.Before(s.first) {
				s.first = date
			}
			if date.After(s.last) {
				s.last = date
			}
			s.Night = s.Night || slot.IsNight(zone)
		}
		s.Clock = s.Clock || !slot.Start.IsZero() && !slot.AllDay
	}
	return s
}

// Days reports whether the talks are of several days.
func (s *Spread) Days() bool { return !s.first.Equal(s.last) }

// Years reports whether the talks are of several years, and not only on either
// side of a New Year's Eve.
func (s *Spread) Years() bool {
	const month = 31 * 24 * time.Hour
	return s.first.Year() != s.last.Year() && s.last.Sub(s.first) > month
}
