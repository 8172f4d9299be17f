// Package when reads dates, times, durations and time zones as people and
// programs write them in schedules. It knows no clock.
package when

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // zones read the same on a machine that has none

	"talks/catalog"
	"talks/catalog/parse/clean"
)

// MaxDuration is the longest time a talk may take; what is longer is a slip.
const MaxDuration = 366 * 24 * time.Hour

// Between is how long it takes from one time of day to another, which may be
// past midnight. It is 0 if either cannot be read.
func Between(start, end string) time.Duration {
	from, ok := Clock(start)
	to, ended := Clock(end)
	if !ok || !ended {
		return 0
	}
	if to < from {
		to += 24 * time.Hour
	}
	return max(to-from, 0)
}

// The layouts in which schedules write a date with a time: with an offset from
// UTC, and without.
var (
	withOffset = [...]string{
		time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700",
		"20060102T150405Z07:00",                                          // iCalendar's, in XML
		"Mon Jan _2 2006 15:04:05 GMT-0700", time.RFC1123, time.RFC1123Z, // those of programs
	}
	withoutOffset = [...]string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04", "20060102T150405"}
)

// Moment reads a date with a time. A time without an offset from UTC is in the
// zone. One with an offset is told in the zone if that has a name of its own,
// else with the offset; Z is one, and means UTC.
func Moment(s string, zone *time.Location) (time.Time, error) {
	s, _, _ = strings.Cut(strings.TrimSpace(s), " (") // the zone's name
	known := zone
	if catalog.IsWall(zone) {
		known = time.UTC // an offset of 0 is one, too
	}
	for _, layout := range withOffset {
		t, err := time.ParseInLocation(layout, s, known)
		if err == nil && known == zone && zone.String() != "" {
			t = t.In(zone)
		}
		if err == nil && t.Year() > 0 {
			return t, nil
		}
	}
	for _, layout := range withoutOffset {
		if t, err := time.ParseInLocation(layout, s, zone); err == nil && t.Year() > 0 {
			return t, nil
		}
	}
	return time.Time{}, Unreadable(s)
}

// Unreadable is the error for a date that cannot be read.
func Unreadable(date string) error {
	return fmt.Errorf("a date that cannot be read, %s", clean.Quote(date))
}

// Clock reads a time of day, as the time since midnight: h:mm, h:mm:ss, hhmm,
// 9h30 or h:mm AM. It may be of the next day, up to 48 hours.
func Clock(s string) (time.Duration, bool) {
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

// Duration reads h:mm, h:mm:ss, hhmmss, a number of minutes, with or without
// the word, or ISO 8601's PT1H30M. A number of minutes that makes more than a
// day is one of seconds, as frab and others export it.
func Duration(s string) (time.Duration, bool) {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "P") {
		return isoDuration(s)
	}
	number, word, _ := strings.Cut(s, " ")
	if len(s) == len("hhmmss") && strings.Trim(s, "0123456789") == "" {
		number, s = "", s[:2]+":"+s[2:4]+":"+s[4:]
	}
	if n, err := strconv.Atoi(number); err == nil && (word == "" || strings.HasPrefix(strings.ToLower(word), "min")) {
		switch {
		case n < 0 || n > int(MaxDuration/time.Minute):
			return 0, false
		case n > int(24*time.Hour/time.Minute):
			return time.Duration(n) * time.Second, true
		}
		return time.Duration(n) * time.Minute, true
	}
	d, ok := colons(s)
	if !ok || d > MaxDuration {
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

var (
	isoFormat = regexp.MustCompile(`^P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$`)
	isoUnits  = [...]time.Duration{7 * 24 * time.Hour, 24 * time.Hour, time.Hour, time.Minute, time.Second}
)

// isoDuration reads ISO 8601's durations in weeks, days, hours, minutes and
// seconds. RFC 5545 §3.3.6 has the same, with a sign that no talk needs.
func isoDuration(s string) (d time.Duration, ok bool) {
	parts := isoFormat.FindStringSubmatch(s)
	if parts == nil || s == "P" {
		return 0, false
	}
	for i, unit := range isoUnits {
		n, _ := strconv.Atoi(parts[i+1])
		d += time.Duration(n) * unit
	}
	return d, d <= MaxDuration
}
