package export

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"talks/catalog"
)

// An Event is a talk in a calendar.
type Event struct {
	Talk        *catalog.Talk
	End         time.Time // zero where no time of day is known
	Note        string
	IsTentative bool
}

// WriteCalendar writes talks whose day is known as iCalendar (RFC 5545); now is when
// it is made. The times are in UTC or, if the schedule names no zone, floating.
func WriteCalendar(w io.Writer, events []Event, now time.Time) error {
	c := calendar{bufio.NewWriter(w)}
	c.line("BEGIN:VCALENDAR")
	c.line("VERSION:2.0")
	c.line("PRODID:-//talks//talks//EN")
	name, zone := shared(events)
	c.text("X-WR-CALNAME", cmp.Or(name, "talks"))
	c.text("X-WR-TIMEZONE", zone)
	used := make(map[string]bool)
	for _, e := range events {
		c.event(&e, uidOf(e.Talk, used), now)
	}
	c.line("END:VCALENDAR")
	return c.Flush()
}

// writeCalendar writes the talks of a selection whose day is known.
func writeCalendar(w io.Writer, s *Selection) error {
	var events []Event
	for _, t := range s.Talks {
		if t.Day != "" {
			events = append(events, Event{Talk: t.of, End: End(s.Catalog, t.of)})
		}
	}
	return WriteCalendar(w, events, s.Now)
}

// End is when a talk ends, told in the zone of its start. Where the file gives no
// end it is a guess; see catalog.Timetable.Duration. It is zero where no time of day
// is known.
func End(c *catalog.Catalog, t *catalog.Talk) time.Time {
	if t.Slot.Start.IsZero() || t.Slot.AllDay {
		return time.Time{}
	}
	return t.Slot.Start.Add(c.Timetable().Duration(t))
}

// shared returns the conference of all events, and the name of the zone in which
// their times are told; empty where they have several.
func shared(events []Event) (conference, zone string) {
	for i, e := range events {
		name, place := e.Talk.Conference, e.Talk.Slot.Start.Location().String()
		if !strings.Contains(place, "/") { // no name of the IANA database, as of an offset
			place = ""
		}
		if i > 0 && name != conference {
			name = ""
		}
		if i > 0 && place != zone {
			place = ""
		}
		conference, zone = name, place
	}
	return conference, zone
}

// uidOf is what tells a talk from all others, in each calendar it is in.
func uidOf(t *catalog.Talk, used map[string]bool) string {
	uid := t.GlobalID()
	if uid == "" || used[uid] {
		uid = fmt.Sprintf("%x@talks", sha256.Sum256([]byte(t.Conference+"/"+t.ID)))
	}
	used[uid] = true
	return uid
}

// A calendar writes content lines. Its first error is that of Flush.
type calendar struct{ *bufio.Writer }

// event writes a talk.
func (c *calendar) event(e *Event, uid string, now time.Time) {
	t := e.Talk
	c.line("BEGIN:VEVENT")
	c.text("UID", uid)
	c.line("DTSTAMP:" + now.UTC().Format(utcFormat))
	c.times(e)
	c.text("SUMMARY", t.Title)
	c.text("LOCATION", t.Slot.Room)
	if e.IsTentative {
		c.line("STATUS:TENTATIVE")
	} else {
		c.line("STATUS:CONFIRMED")
	}
	c.text("CATEGORIES", t.Slot.Track)
	c.text("DESCRIPTION", description(e))
	if page := pageOf(t); page != "" {
		c.line("URL:" + page)
	}
	c.line("END:VEVENT")
}

// The formats of a time; a floating one is that of the clock on the wall.
const (
	utcFormat      = floatingFormat + "Z"
	floatingFormat = "20060102T150405"
	dateFormat     = "20060102"
)

// times writes when a talk is given; where only its day is known, that day.
func (c *calendar) times(e *Event) {
	s := &e.Talk.Slot
	switch {
	case e.End.IsZero():
		date := s.Date()
		if s.AllDay {
			date = catalog.DateOf(s.Start)
		}
		c.line("DTSTART;VALUE=DATE:" + date.Format(dateFormat))
		const day = 24 * time.Hour
		if days := int((s.Duration + day - 1) / day); days > 1 {
			c.line("DTEND;VALUE=DATE:" + date.AddDate(0, 0, days).Format(dateFormat))
		}
	case catalog.IsWall(s.Start.Location()):
		c.line("DTSTART:" + s.Start.Format(floatingFormat))
		c.line("DTEND:" + e.End.Format(floatingFormat))
	default:
		c.line("DTSTART:" + s.Start.UTC().Format(utcFormat))
		c.line("DTEND:" + e.End.UTC().Format(utcFormat))
	}
}

// description is who speaks, the note, and what the talk is about.
func description(e *Event) string {
	var parts []string
	if speakers := e.Talk.Text(catalog.Speakers); speakers != "" {
		parts = append(parts, "Speakers: "+speakers)
	}
	if e.Note != "" {
		parts = append(parts, "Note: "+e.Note)
	}
	if about := cmp.Or(e.Talk.Abstract, e.Talk.Description); about != "" {
		parts = append(parts, about)
	}
	return strings.Join(parts, "\n\n")
}

// text writes a property whose value is a text, if it is not empty.
func (c *calendar) text(name, value string) {
	if value != "" {
		c.line(name + ":" + strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(value))
	}
}

// line writes a content line, folded so that none has more than 75 bytes; no
// character is parted.
func (c *calendar) line(line string) {
	most := 75
	for len(line) > most {
		end := most
		for !utf8.RuneStart(line[end]) {
			end--
		}
		c.WriteString(line[:end] + "\r\n ")
		line, most = line[end:], 74 // after the blank
	}
	c.WriteString(line + "\r\n")
}
