package plan

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"talks/catalog"
	"talks/catalog/marks"
)

// WriteCalendar writes the days of a plan as iCalendar (RFC 5545); now is when it
// is made. The times are in UTC or, if the schedule names no zone, floating. The
// talks in Rest are left out, as an event has a date.
func (p *Plan) WriteCalendar(w io.Writer, now time.Time) error {
	c := calendar{bufio.NewWriter(w)}
	c.line("BEGIN:VCALENDAR")
	c.line("VERSION:2.0")
	c.line("PRODID:-//talks//talks//EN")
	name, zone := p.shared()
	c.text("X-WR-CALNAME", cmp.Or(name, "talks"))
	c.text("X-WR-TIMEZONE", zone)
	used := make(map[string]bool)
	for _, day := range p.Days {
		for _, l := range day.Lines {
			if l.Item != nil {
				uid := uidOf(l.Item.Talk, used)
				c.event(l.Item, uid, now)
			}
		}
	}
	c.line("END:VCALENDAR")
	return c.Flush()
}

// shared returns the conference of all talks, and the name of the zone in which
// their times are told; empty where they have several.
func (p *Plan) shared() (conference, zone string) {
	first := true
	for _, day := range p.Days {
		for _, l := range day.Lines {
			if l.Item == nil {
				continue
			}
			t := l.Item.Talk
			name, place := t.Conference, t.Slot.Start.Location().String()
			if !strings.Contains(place, "/") { // no name of the IANA database, as of an offset
				place = ""
			}
			if !first && name != conference {
				name = ""
			}
			if !first && place != zone {
				place = ""
			}
			conference, zone, first = name, place, false
		}
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
func (c *calendar) event(i *Item, uid string, now time.Time) {
	t := i.Talk
	c.line("BEGIN:VEVENT")
	c.text("UID", uid)
	c.line("DTSTAMP:" + now.UTC().Format(utcFormat))
	c.times(i)
	c.text("SUMMARY", t.Title)
	c.text("LOCATION", t.Slot.Room)
	if i.Mark.State == marks.Maybe {
		c.line("STATUS:TENTATIVE")
	} else {
		c.line("STATUS:CONFIRMED")
	}
	c.text("CATEGORIES", t.Slot.Track)
	c.text("DESCRIPTION", description(i))
	for _, l := range t.Links {
		if u, err := url.Parse(l.URL); l.Kind == catalog.LinkPage && err == nil && (u.Scheme == "https" || u.Scheme == "http") {
			c.line("URL:" + u.String())
			break // an event has one
		}
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
func (c *calendar) times(i *Item) {
	s := &i.Talk.Slot
	switch {
	case i.End.IsZero():
		date := s.Date()
		if s.AllDay {
			date = catalog.DateOf(s.Start)
		}
		c.line("DTSTART;VALUE=DATE:" + date.Format(dateFormat))
		const day = 24 * time.Hour
		if days := int((s.Duration + day - 1) / day); days > 1 {
			c.line("DTEND;VALUE=DATE:" + date.AddDate(0, 0, days).Format(dateFormat))
		}
	case i.isWall:
		c.line("DTSTART:" + s.Start.Format(floatingFormat))
		c.line("DTEND:" + i.End.Format(floatingFormat))
	default:
		c.line("DTSTART:" + s.Start.UTC().Format(utcFormat))
		c.line("DTEND:" + i.End.UTC().Format(utcFormat))
	}
}

// description is who speaks, the note, and what the talk is about.
func description(i *Item) string {
	var parts []string
	if speakers := i.Talk.Text(catalog.Speakers); speakers != "" {
		parts = append(parts, "Speakers: "+speakers)
	}
	if i.Mark.Note != "" {
		parts = append(parts, "Note: "+i.Mark.Note)
	}
	if about := cmp.Or(i.Talk.Abstract, i.Talk.Description); about != "" {
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
