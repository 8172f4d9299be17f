package icalendar

import (
	"bytes"
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

// maxRules is how many observances of one zone are kept.
const maxRules = 16

// readZones reads every VTIMEZONE ahead of the events that refer to it.
func (p *parser) readZones(data []byte) {
	_, data, _ = bytes.Cut(data, []byte("BEGIN:VTIMEZONE"))
	for zone := range bytes.SplitSeq(data, []byte("BEGIN:VTIMEZONE")) {
		zone, _, _ = bytes.Cut(zone, []byte("END:VTIMEZONE"))
		p.readZone(lines{data: zone})
	}
}

// readZone reads a VTIMEZONE: its id, and the zone of the IANA database that
// it stands for, or else its observances.
func (p *parser) readZone(content lines) {
	id, location := "", ""
	var current *observance
	for content.next() {
		pr, _ := parseProperty(content.text)
		value := strings.TrimSpace(pr.value)
		isObservance := value == "STANDARD" || value == "DAYLIGHT"
		switch {
		case pr.name == "TZID" && current == nil:
			id = value
		case pr.name == "X-LIC-LOCATION":
			location = value
		case pr.name == "BEGIN" && isObservance:
			current = &observance{}
		case pr.name == "END" && isObservance && current != nil:
			if id != "" && len(p.rules[id]) < maxRules {
				p.rules[id] = append(p.rules[id], *current)
			}
			current = nil
		case current != nil:
			current.set(pr.name, value)
		}
	}
	if zone := p.Named(location); zone != nil && id != "" {
		p.byID[id] = zone
	}
}

func (o *observance) set(name, value string) {
	switch name {
	case "DTSTART":
		o.start, _ = time.Parse("20060102T150405", value)
	case "TZOFFSETTO":
		if t, err := time.Parse("-0700", value[:min(len(value), len("-0700"))]); err == nil {
			_, o.offset = t.Zone()
		}
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
func (p *parser) moment(pr *property, line int) (t time.Time, allDay bool, err error) {
	value := strings.TrimSpace(pr.value)
	if len(value) == len("20060102") {
		t, err = time.ParseInLocation("20060102", value, p.Location())
		if err != nil || t.Year() == 0 {
			return time.Time{}, false, when.Unreadable(value)
		}
		return t, true, nil
	}
	if utc, found := strings.CutSuffix(value, "Z"); found {
		t, err = time.ParseInLocation("20060102T150405", utc, time.UTC)
		if err == nil && p.Zone != nil {
			t = t.In(p.Zone)
		}
	} else {
		t, err = time.Parse("20060102T150405", value)
		if err == nil {
			t = p.inZone(t, pr.parameter("TZID"), line)
		}
	}
	if err != nil || t.Year() < 1 || t.Year() > 9999 {
		return time.Time{}, false, when.Unreadable(value)
	}
	return t, false, nil
}

// inZone puts a local time, written as UTC, into the zone of that id: one of
// the IANA database, or else the one that the calendar itself describes.
func (p *parser) inZone(local time.Time, id string, line int) time.Time {
	zone, known := p.byID[id]
	if !known && id != "" {
		zone = p.zoneOf(id)
		p.byID[id] = zone
	}
	if zone == nil {
		if rules := p.rules[id]; len(rules) > 0 {
			zone = time.FixedZone("", offsetAt(rules, local))
		} else {
			if id != "" && !p.unknown[id] {
				p.unknown[id] = true
				p.Problem(line, "a time zone that is not known, "+clean.Quote(id), "its times are shown as they stand")
			}
			zone = p.Location()
		}
	}
	return time.Date(local.Year(), local.Month(), local.Day(), local.Hour(), local.Minute(), local.Second(), 0, zone)
}

// zoneOf is the zone that a TZID names, or nil: "Europe/Brussels",
// "/freeassociation.sourceforge.net/Europe/Brussels", "(UTC+07:00) Bangkok" or
// "Romance Standard Time".
func (p *parser) zoneOf(id string) *time.Location {
	if offset, found := strings.CutPrefix(id, "(UTC"); found && len(offset) > len("+07:00") {
		if t, err := time.Parse("-07:00)", offset[:len("+07:00)")]); err == nil {
			return t.Location()
		}
	}
	id = strings.Trim(id, "/")
	for range 8 {
		if zone := p.Named(id); zone != nil {
			return zone
		}
		_, rest, found := strings.Cut(id, "/")
		if !found {
			break
		}
		id = rest
	}
	return nil
}
