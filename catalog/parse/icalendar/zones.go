package icalendar

import (
	"strconv"
	"strings"
	"time"

	"talks/catalog/parse/clean"
	"talks/catalog/parse/when"
)

// An observance is a part of a VTIMEZONE: from when on, and in which part of
// every year, an offset from UTC holds (RFC 5545 §3.6.5).
type observance struct {
	start  time.Time // its first onset, in local time written as UTC
	offset int       // seconds east of UTC
	yearly bool      // it comes back each year: in month, on the nth weekday
	month  time.Month
	nth    int // from 1, or from the end: -1 is the last
	day    time.Weekday
}

// readZones reads every VTIMEZONE ahead of the events that refer to it.
func (r *icalReader) readZones(data []byte) {
	var id, place string
	var now *observance
	for lines := (icalLines{data: data}); lines.next(); {
		p, ok := parseProperty(lines.text)
		if !ok {
			continue
		}
		value := strings.TrimSpace(p.value)
		switch {
		case p.name == "BEGIN" && value == "VTIMEZONE":
			id, place = "", ""
		case p.name == "TZID" && now == nil:
			id = value
		case p.name == "X-LIC-LOCATION":
			place = value
		case p.name == "BEGIN" && (value == "STANDARD" || value == "DAYLIGHT"):
			now = &observance{}
		case p.name == "END" && value == "VTIMEZONE":
			if zone := r.Named(place); zone != nil && id != "" {
				r.ids[id] = zone
			}
			id = ""
		case p.name == "END" && now != nil && (value == "STANDARD" || value == "DAYLIGHT"):
			if id != "" && len(r.rules[id]) < maxNesting {
				r.rules[id] = append(r.rules[id], *now)
			}
			now = nil
		case now != nil:
			now.set(p.name, value)
		}
	}
}

func (o *observance) set(name, value string) {
	switch name {
	case "DTSTART":
		o.start, _ = time.Parse("20060102T150405", value)
	case "TZOFFSETTO":
		o.offset = utcOffset(value)
	case "RRULE":
		for part := range strings.SplitSeq(value, ";") {
			key, v, _ := strings.Cut(part, "=")
			switch key {
			case "FREQ":
				o.yearly = v == "YEARLY"
			case "BYMONTH":
				n, _ := strconv.Atoi(v)
				o.month = time.Month(n)
			case "BYDAY":
				o.nth, o.day = weekday(v)
			}
		}
	}
}

// utcOffset reads ±hhmm and ±hhmmss, in seconds.
func utcOffset(s string) int {
	if len(s) < 5 {
		return 0
	}
	n, err := strconv.Atoi(s[1:5])
	if err != nil {
		return 0
	}
	seconds := n/100*3600 + n%100*60
	if s[0] == '-' {
		seconds = -seconds
	}
	return seconds
}

// weekday reads "-1SU", "2MO".
func weekday(s string) (nth int, day time.Weekday) {
	if len(s) < 2 {
		return 0, 0
	}
	nth, _ = strconv.Atoi(s[:len(s)-2])
	at := strings.Index("SUMOTUWETHFRSA", s[len(s)-2:])
	return nth, time.Weekday(max(at, 0) / 2)
}

// onset is when the observance starts in a year, in local time written as UTC.
func (o *observance) onset(year int) time.Time {
	if !o.yearly || o.month < 1 || o.month > 12 || o.nth == 0 || o.nth < -5 || o.nth > 5 {
		return o.start
	}
	clock := o.start.Sub(time.Date(o.start.Year(), o.start.Month(), o.start.Day(), 0, 0, 0, 0, time.UTC))
	first := time.Date(year, o.month, 1, 0, 0, 0, 0, time.UTC)
	if o.nth > 0 {
		ahead := (int(o.day-first.Weekday()) + 7) % 7
		return first.AddDate(0, 0, ahead+7*(o.nth-1)).Add(clock)
	}
	last := first.AddDate(0, 1, -1)
	back := (int(last.Weekday()-o.day) + 7) % 7
	return last.AddDate(0, 0, -back+7*(o.nth+1)).Add(clock)
}

// offsetAt is the offset that a zone's observances give a local time: that of
// the last onset before it.
func offsetAt(rules []observance, local time.Time) int {
	var last time.Time
	offset := rules[0].offset
	for i := range rules {
		for _, year := range []int{local.Year() - 1, local.Year()} {
			onset := rules[i].onset(year)
			if onset.Before(rules[i].start) || onset.After(local) || onset.Before(last) {
				continue
			}
			last, offset = onset, rules[i].offset
		}
	}
	return offset
}

// moment reads a DATE or a DATE-TIME: in UTC, in the zone that the property
// names, or in the calendar's own.
func (r *icalReader) moment(p *icalProperty, line int) (t time.Time, allDay bool, err error) {
	value := strings.TrimSpace(p.value)
	if len(value) == len("20060102") {
		t, err = time.ParseInLocation("20060102", value, r.Location())
		if err != nil || t.Year() == 0 {
			return time.Time{}, false, when.Unreadable(value)
		}
		return t, true, nil
	}
	if utc, found := strings.CutSuffix(value, "Z"); found {
		t, err = time.ParseInLocation("20060102T150405", utc, time.UTC)
		if err == nil && r.Zone != nil {
			t = t.In(r.Zone)
		}
	} else {
		t, err = time.Parse("20060102T150405", value)
		if err == nil {
			t = r.inZone(t, p.parameter("TZID"), line)
		}
	}
	if err != nil || t.Year() < 1 || t.Year() > 9999 {
		return time.Time{}, false, when.Unreadable(value)
	}
	return t, false, nil
}

// inZone puts a local time, written as UTC, into the zone of that id: one of
// the IANA database, or else the one that the calendar itself describes.
func (r *icalReader) inZone(local time.Time, id string, line int) time.Time {
	zone, known := r.ids[id]
	if !known && id != "" {
		zone = r.InID(id)
		r.ids[id] = zone
	}
	if zone == nil {
		if rules := r.rules[id]; len(rules) > 0 {
			zone = time.FixedZone("", offsetAt(rules, local))
		} else {
			if id != "" && !r.unknown[id] {
				r.unknown[id] = true
				r.Problem(line, "a time zone that is not known, "+clean.Quote(id), "its times are shown as they stand")
			}
			zone = r.Location()
		}
	}
	return time.Date(local.Year(), local.Month(), local.Day(), local.Hour(), local.Minute(), local.Second(), 0, zone)
}
