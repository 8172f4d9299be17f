package draft

import (
	"fmt"
	"strings"
	"time"

	"talks/catalog"
	"talks/catalog/parse/clean"
	"talks/catalog/parse/when"
)

// SetZone settles the zone of wall-clock times by its name. A name that is no
// zone's is reported.
func (s *Schedule) SetZone(name string) {
	s.Zone = s.Named(name)
	if name != "" && s.Zone == nil {
		s.Problem(0, "a time zone that is not known, "+clean.Quote(name), "times without an offset are shown as they stand")
	}
}

// Location is the zone that wall-clock times are read in.
func (s *Schedule) Location() *time.Location {
	if s.Zone == nil {
		s.Zone = catalog.Wall()
	}
	return s.Zone
}

// dayOf is the day of the conference that an event stands in, as midnight UTC;
// zero if the file names none.
func dayOf(e *Event) time.Time {
	written := strings.TrimSpace(e.Text[Day])
	if written == "" {
		return time.Time{}
	}
	day, err := time.Parse(time.DateOnly, written[:min(len(written), len(time.DateOnly))])
	if err != nil || day.Year() == 0 {
		return time.Time{}
	}
	return day
}

// Slot reads when an event takes place. What cannot be read is reported and
// left out; the talk stays.
func (s *Schedule) Slot(e *Event) catalog.Slot {
	var slot catalog.Slot
	if written := First(e.Text[Date], e.Text[Start]); written != "" {
		start, err := s.startOf(e)
		if err != nil {
			s.Problem(e.Line, err.Error(), "the talk is kept without its time")
		}
		slot.Start = start
	}
	if e.Text[Duration] != "" {
		d, ok := when.Duration(e.Text[Duration])
		if !ok && !slot.Start.IsZero() {
			d = s.until(e.Text[End], slot.Start)
		}
		if !ok && d == 0 {
			s.Problem(e.Line, fmt.Sprintf("a duration that cannot be read, %s", clean.Quote(e.Text[Duration])), "durations look like 0:30, 00:30:00 or PT30M")
		}
		slot.Duration = d
	}
	if slot.Duration == 0 && e.Text[End] != "" && !slot.Start.IsZero() {
		slot.Duration = s.until(e.Text[End], slot.Start)
	}
	if slot.Duration == 0 && slot.Start.IsZero() {
		slot.Duration = when.Between(e.Text[Start], e.Text[End]) // on a day that is not told
	}
	slot.AllDay = !slot.Start.IsZero() && e.Text[Start] == "" && len(e.Text[Date]) == len("2006-01-02")
	return slot
}

// until is how long it takes from a start to an end, given as a date with a
// time or as a time of the same day; 0 if it cannot be told.
func (s *Schedule) until(end string, start time.Time) time.Duration {
	t, err := when.Moment(end, s.Location())
	if err != nil {
		return when.Between(start.Format("15:04:05"), end)
	}
	if d := t.Sub(start); d > 0 && d <= when.MaxDuration {
		return d
	}
	return 0
}

// startOf reads an event's start: a date with a time if it has one, else its
// day and the time on the clock. A conference's day may last past midnight: a
// time before its change is of the next date.
func (s *Schedule) startOf(e *Event) (time.Time, error) {
	for _, written := range []string{e.Text[Date], e.Text[Start]} {
		if _, isClock := when.Clock(written); len(written) > len("2006-01-02") && !isClock {
			t, err := when.Moment(written, s.Location())
			return s.withoutOffset(t, e.Text[Start]), err
		}
	}
	written := First(e.Text[Date], e.Text[Day])
	if len(written) > len("2006-01-02") {
		written = written[:len("2006-01-02")]
	}
	if written == "" {
		return time.Time{}, nil // a time of day of no day
	}
	day, err := time.ParseInLocation("2006-01-02", written, s.Location())
	if err != nil || day.Year() == 0 {
		return time.Time{}, when.Unreadable(written)
	}
	if e.Text[Start] == "" {
		if e.Text[Date] == "" {
			return time.Time{}, nil // the day of its list: it takes place some time
		}
		return day, nil
	}
	clock, ok := when.Clock(e.Text[Start])
	if !ok {
		return time.Time{}, fmt.Errorf("a time that cannot be read, %s", clean.Quote(e.Text[Start]))
	}
	if e.Text[Date] == "" && clock < s.DayChange {
		day = day.AddDate(0, 0, 1)
	}
	return time.Date(day.Year(), day.Month(), day.Day(), 0, int(clock/time.Minute), int(clock%time.Minute/time.Second), 0, day.Location()), nil
}

// withoutOffset takes the offset off a time that has it only because the
// program that wrote it had to write one: it is 0, the clock of the venue shows
// the same, and nothing in the file names a zone. So wafer's schedules, as
// DebConf's, have 10:00 in Montreal as 10:00+00:00.
func (s *Schedule) withoutOffset(t time.Time, onClock string) time.Time {
	clock, ok := when.Clock(onClock)
	if _, offset := t.Zone(); !ok || offset != 0 || !catalog.IsWall(s.Location()) {
		return t
	}
	if midnight := t.Truncate(24 * time.Hour); t.Sub(midnight) != clock%(24*time.Hour) {
		return t
	}
	return t.In(s.Location())
}
