package parse

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // zones read the same on a machine that has none

	"talks/catalog"
)

// maxDuration is the longest time a talk may take; what is longer is a slip.
const maxDuration = 366 * 24 * time.Hour

// nowhere is the zone of a schedule that names none: its times are those on
// the wall of the venue. Its name is empty, which UTC's is not.
func nowhere() *time.Location { return time.FixedZone("", 0) }

// location is the zone that an entry's wall-clock times are read in.
func (s *schedule) location() *time.Location {
	if s.zone == nil {
		s.zone = nowhere()
	}
	return s.zone
}

// slot reads when an entry takes place. What cannot be read is reported and
// left out; the talk stays.
func (s *schedule) slot(e *entry) catalog.Slot {
	var slot catalog.Slot
	if written := firstOf(e.date, e.start); written != "" {
		start, err := s.startOf(e)
		if err != nil {
			s.problem(e.line, err.Error(), "the talk is kept without its time")
		}
		slot.Start = start
	}
	if e.duration != "" {
		d, ok := parseDuration(e.duration)
		if !ok && !slot.Start.IsZero() {
			d = s.until(e.end, slot.Start)
		}
		if !ok && d == 0 {
			s.problem(e.line, fmt.Sprintf("a duration that cannot be read, %s", quote(e.duration)), "durations look like 0:30, 00:30:00 or PT30M")
		}
		slot.Duration = d
	}
	if slot.Duration == 0 && e.end != "" && !slot.Start.IsZero() {
		slot.Duration = s.until(e.end, slot.Start)
	}
	if slot.Duration == 0 && slot.Start.IsZero() {
		slot.Duration = between(e.start, e.end) // on a day that is not told
	}
	slot.AllDay = !slot.Start.IsZero() && e.start == "" && len(e.date) == len("2006-01-02")
	return slot
}

// until is how long it takes from a start to an end, given as a date with a
// time or as a time of the same day; 0 if it cannot be told.
func (s *schedule) until(end string, start time.Time) time.Duration {
	t, err := parseMoment(end, s.location())
	if err != nil {
		return between(start.Format("15:04:05"), end)
	}
	if d := t.Sub(start); d > 0 && d <= maxDuration {
		return d
	}
	return 0
}

// between is how long it takes from one time of day to another, which may be
// past midnight; 0 if one is none.
func between(start, end string) time.Duration {
	from, ok := parseClock(start)
	to, ended := parseClock(end)
	if !ok || !ended {
		return 0
	}
	if to < from {
		to += 24 * time.Hour
	}
	return max(to-from, 0)
}

// startOf reads an entry's start: a date with a time if it has one, else its
// day and the time on the clock. A conference's day may last past midnight: a
// time before its change is of the next date.
func (s *schedule) startOf(e *entry) (time.Time, error) {
	for _, written := range []string{e.date, e.start} {
		if _, isClock := parseClock(written); len(written) > len("2006-01-02") && !isClock {
			return parseMoment(written, s.location())
		}
	}
	written := firstOf(e.date, e.day)
	if len(written) > len("2006-01-02") {
		written = written[:len("2006-01-02")]
	}
	if written == "" {
		return time.Time{}, nil // a time of day of no day
	}
	day, err := time.ParseInLocation("2006-01-02", written, s.location())
	if err != nil || day.Year() == 0 {
		return time.Time{}, unreadable(written)
	}
	if e.start == "" {
		if e.date == "" {
			return time.Time{}, nil // the day of its list: it takes place some time
		}
		return day, nil
	}
	clock, ok := parseClock(e.start)
	if !ok {
		return time.Time{}, fmt.Errorf("a time that cannot be read, %s", quote(e.start))
	}
	if e.date == "" && clock < s.dayChange {
		day = day.AddDate(0, 0, 1)
	}
	return time.Date(day.Year(), day.Month(), day.Day(), 0, int(clock/time.Minute), int(clock%time.Minute/time.Second), 0, day.Location()), nil
}

// moments are the ways in which schedules write a date with a time, RFC 3339
// first.
var moments = [...]string{
	time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05", "2006-01-02T15:04",
	"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05", "2006-01-02 15:04",
	"20060102T150405Z07:00", "20060102T150405", // iCalendar's, in XML
	"Mon Jan _2 2006 15:04:05 GMT-0700", time.RFC1123, time.RFC1123Z, // those of programs
}

// parseMoment reads a date with a time. Its offset from UTC, if any, counts;
// the time is then told in the zone if that has a name, as it is written otherwise.
func parseMoment(s string, zone *time.Location) (time.Time, error) {
	s, _, _ = strings.Cut(strings.TrimSpace(s), " (") // the zone's name
	for _, layout := range moments {
		if t, err := time.ParseInLocation(layout, s, zone); err == nil && t.Year() > 0 {
			if zone.String() != "" {
				t = t.In(zone)
			}
			return t, nil
		}
	}
	return time.Time{}, unreadable(s)
}

func unreadable(date string) error { return fmt.Errorf("a date that cannot be read, %s", quote(date)) }

// parseClock reads h:mm, h:mm:ss, hhmm, 9h30 or h:mm AM, as a time since
// midnight.
func parseClock(s string) (time.Duration, bool) {
	if hour, minute, found := strings.Cut(s, "h"); found && minute != "" {
		s = hour + ":" + minute
	}
	if s = strings.TrimSpace(s); len(s) == len("hhmm") && !strings.Contains(s, ":") {
		s = s[:2] + ":" + s[2:]
	}
	half, twelve := strings.ToLower(s[max(0, len(s)-2):]), false
	if twelve = half == "am" || half == "pm"; twelve {
		s = s[:len(s)-2]
	}
	d, ok := colons(strings.TrimSpace(s))
	if twelve {
		ok = ok && d < 13*time.Hour
		if d %= 12 * time.Hour; half == "pm" {
			d += 12 * time.Hour
		}
	}
	return d, ok && d < 48*time.Hour
}

// parseDuration reads h:mm, h:mm:ss, hhmmss, a number of minutes, with or
// without the word, or ISO 8601's PT1H30M. So many minutes that they make more
// than a day are seconds, as frab's and some other exports have them.
func parseDuration(s string) (time.Duration, bool) {
	s = strings.TrimSpace(s)
	number, word, _ := strings.Cut(s, " ")
	if len(s) == len("hhmmss") && strings.Trim(s, "0123456789") == "" {
		number, s = "", s[:2]+":"+s[2:4]+":"+s[4:]
	}
	if n, err := strconv.Atoi(number); err == nil && (word == "" || strings.HasPrefix(strings.ToLower(word), "min")) {
		switch {
		case n < 0 || n > int(maxDuration/time.Minute):
			return 0, false
		case n > int(24*time.Hour/time.Minute):
			return time.Duration(n) * time.Second, true
		}
		return time.Duration(n) * time.Minute, true
	}
	if strings.HasPrefix(s, "P") {
		return isoDuration(s)
	}
	d, ok := colons(s)
	if !ok || d > maxDuration {
		return 0, false
	}
	return d, true
}

// colons reads h:mm and h:mm:ss.
func colons(s string) (time.Duration, bool) {
	parts := strings.Split(strings.TrimSpace(s), ":")
	if len(parts) < 2 || len(parts) > 3 {
		return 0, false
	}
	var d time.Duration
	for i, unit := range []time.Duration{time.Hour, time.Minute, time.Second}[:len(parts)] {
		n, err := strconv.ParseUint(parts[i], 10, 16)
		if err != nil || i > 0 && n > 59 {
			return 0, false
		}
		d += time.Duration(n) * unit
	}
	return d, true
}

// isoDuration reads ISO 8601's durations in weeks, days, hours, minutes and
// seconds. RFC 5545 §3.3.6 has the same, with a sign that no talk needs.
func isoDuration(s string) (time.Duration, bool) {
	units := map[byte]time.Duration{'W': 7 * 24 * time.Hour, 'D': 24 * time.Hour}
	s = s[1:]
	if s == "" {
		return 0, false
	}
	var d time.Duration
	for s != "" {
		if s[0] == 'T' {
			units = map[byte]time.Duration{'H': time.Hour, 'M': time.Minute, 'S': time.Second}
			s = s[1:]
			continue
		}
		end := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' })
		if end <= 0 {
			return 0, false
		}
		n, err := strconv.ParseUint(s[:end], 10, 24)
		unit, known := units[s[end]]
		if err != nil || !known || n > uint64(maxDuration/unit) {
			return 0, false
		}
		if d += time.Duration(n) * unit; d > maxDuration {
			return 0, false
		}
		s = s[end+1:]
	}
	return d, true
}

// quote shows a piece of a document in a message.
func quote(s string) string {
	const most = 40
	if s = CleanLine(s); len([]rune(s)) > most {
		s = string([]rune(s)[:most]) + "…"
	}
	return strconv.Quote(s)
}
