package order

import (
	"strings"
	"time"

	"talks/catalog/search/query"
)

// A Timeline is the talks of a list that is sorted by time, by the clocks of a zone
// (nil: each talk's own).
type Timeline struct {
	Talks
	Zone *time.Location
}

// At is the index of the first talk at or after a time that is typed, on the day of
// a moment or, with a weekday, on the next such day from the talk at an index on; see
// onDay. It is -1 if no time is typed or no talk is on such a day.
func (l Timeline) At(typed string, day time.Time, from int) int {
	weekday, asked, ok := parseTime(typed)
	if !ok {
		return -1
	}
	at := -1
	for i, n := from, l.Len(); n > 0; n-- {
		if date := l.Talk(i).Slot.Date(); !date.IsZero() && strings.HasPrefix(strings.ToLower(date.Weekday().String()), weekday) {
			day, at = date, i
			break
		}
		i = (i + 1) % l.Len()
	}
	if at < 0 {
		return -1
	}
	return l.onDay(day, asked)
}

// onDay is the index of the first talk at or after a time of a day, or of the
// last talk of that day. A time before its first talk is in its night or else, as
// the calendar has it, in the night before.
func (l Timeline) onDay(day time.Time, asked time.Duration) int {
	found, last := l.firstAt(day, asked)
	if opening, _ := l.firstAt(day, 0); found >= 0 && found == opening {
		if clock, _ := l.Talk(found).Slot.Clock(l.Zone); clock > asked && asked > 0 {
			for _, evening := range []time.Time{day, day.AddDate(0, 0, -1)} {
				if night, _ := l.firstAt(evening, asked+24*time.Hour); night >= 0 {
					return night
				}
			}
		}
	}
	if found < 0 {
		return last
	}
	return found
}

// firstAt is the index of the first talk at or after a time of a day, and of its last
// talk; -1 where there is none.
func (l Timeline) firstAt(day time.Time, asked time.Duration) (found, last int) {
	found, last = -1, -1
	for i := range l.Len() {
		slot := &l.Talk(i).Slot
		clock, known := slot.Clock(l.Zone)
		if !known || !slot.Date().Equal(day) {
			continue
		}
		if clock >= asked && found < 0 {
			found = i
		}
		last = i
	}
	return found, last
}

// parseTime reads a weekday, half typed perhaps, a time, or both.
func parseTime(typed string) (weekday string, at time.Duration, ok bool) {
	for _, word := range strings.Fields(strings.ToLower(typed)) {
		clock := query.Atom{Key: "after", Text: word}
		if t, isTime := clock.TimeOfDay(); isTime {
			at, ok = time.Duration(t.From)*time.Minute, true
			continue
		}
		weekday, ok = word, true
	}
	return weekday, at, ok
}
