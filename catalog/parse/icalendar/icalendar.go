// Package icalendar parses the events of an iCalendar (RFC 5545). It is our own
// reader, because the two libraries that were tried lose the whole file to one
// line that is not folded, a bare parameter or a missing END.
package icalendar

import (
	"bytes"
	"strings"
	"time"
	"unicode/utf8"

	"talks/catalog"
	"talks/catalog/parse/clean"
	"talks/catalog/parse/draft"
	"talks/catalog/parse/markup"
	"talks/catalog/parse/when"
)

// maxNesting is how many components that lie in one another are followed, and
// how many observances of one time zone.
const maxNesting = 16

// Is reports that a document starts as RFC 5545 wants it, or does so after a
// line or two of something else: pages carry calendars within a comment.
func Is(data []byte) bool {
	const begin, far = "BEGIN:VCALENDAR", 1 << 10
	for line := range bytes.Lines(data[:min(len(data), far)]) {
		line = bytes.TrimLeft(line, " \t\r\n")
		if len(line) >= len(begin) && strings.EqualFold(string(line[:len(begin)]), begin) {
			return true
		}
	}
	return false
}

// An icalReader reads the events of an iCalendar (RFC 5545) as Sched, Google
// Calendar, pretalx and frab write it. Events that repeat are read once.
type icalReader struct {
	*draft.Schedule
	lines icalLines

	open    []string // names of the components that are open
	event   *icalEvent
	ids     map[string]*time.Location // zones by TZID
	unknown map[string]bool           // TZIDs that are reported
	rules   map[string][]observance   // by TZID, from VTIMEZONE
	product string                    // PRODID: who wrote it
	name    string                    // of the calendar at hand
	first   int                       // its first talk
	title   string                    // the first name of a calendar
}

// An icalEvent is the VEVENT at hand. Its times wait for its end: a VTIMEZONE
// may follow the events.
type icalEvent struct {
	draft.Event
	begin, end icalProperty
	duration   string
	status     string
	html       string  // the description once more, for those who can show it
	last       *string // the text that was read last, or nil
	more       []byte  // what goes on from it
}

// Parse reads a document into talks and problems.
func Parse(doc *catalog.Document, data []byte) {
	r := &icalReader{
		Schedule: draft.New(doc), lines: icalLines{data: data},
		ids: make(map[string]*time.Location), unknown: make(map[string]bool), rules: make(map[string][]observance),
	}
	r.readZones(data)
	var invalid draft.LineCount
	for !r.Full() && r.lines.next() {
		if !utf8.ValidString(r.lines.text) {
			invalid.Add(r.lines.line)
		}
		p, ok := parseProperty(r.lines.text)
		if !ok {
			r.goOn(r.lines.text)
			continue
		}
		r.quotedPrintable(&p)
		switch p.name {
		case "BEGIN":
			r.begin(strings.ToUpper(strings.TrimSpace(p.value)))
		case "END":
			r.end(strings.ToUpper(strings.TrimSpace(p.value)))
		default:
			r.property(&p)
		}
	}
	if r.event != nil {
		r.Problem(r.event.Line, "the file ends in the middle of this event", "get the file again")
		r.finishEvent()
	}
	r.endCalendar()
	invalid.ReportInvalid(&r.Reporter)
	r.Finish()
	r.Doc.Name = r.title // only now: a calendar without a name is none of that name
}

// endCalendar gives the talks of a calendar its name: a file may hold several.
func (r *icalReader) endCalendar() {
	for i := range r.Doc.Talks[r.first:] {
		r.Doc.Talks[r.first+i].Conference = r.name
	}
	r.first = len(r.Doc.Talks)
	r.title = draft.First(r.title, r.name)
}

func (r *icalReader) begin(component string) {
	if component == "VCALENDAR" {
		r.endCalendar()
		r.Zone, r.product, r.name = nil, "", ""
	}
	if len(r.open) < maxNesting {
		r.open = append(r.open, component)
	}
	if component != "VEVENT" {
		return
	}
	if r.event != nil {
		r.Problem(r.event.Line, "an event without its end", "")
		r.finishEvent()
	}
	r.open = append(r.open[:0], "VCALENDAR", "VEVENT") // whatever was left open
	r.event = &icalEvent{Event: draft.Event{Line: r.lines.line}}
}

func (r *icalReader) end(component string) {
	if component == "VEVENT" && r.event != nil {
		r.finishEvent()
	}
	for i := len(r.open) - 1; i >= 0; i-- {
		if r.open[i] == component {
			r.open = r.open[:i]
			return
		}
	}
}

// property takes a property of the calendar or of an event. An alarm within
// an event has a description too; it is none of ours.
func (r *icalReader) property(p *icalProperty) {
	in := ""
	if len(r.open) > 0 {
		in = r.open[len(r.open)-1]
	}
	switch {
	case in == "VEVENT" && r.event != nil:
		r.event.set(p)
	case in != "VCALENDAR":
	case p.name == "X-WR-CALNAME" || p.name == "NAME":
		r.name = markup.Line(draft.Shorten(p.text()))
	case p.name == "X-WR-TIMEZONE":
		r.SetZone(strings.TrimSpace(p.text()))
	case p.name == "PRODID":
		r.product = p.value
	}
}

func (e *icalEvent) set(p *icalProperty) {
	e.endText()
	switch p.name {
	case "UID":
		e.Text[draft.GUID] = p.text()
	case "SUMMARY":
		e.Text[draft.Title], e.last = p.text(), &e.Text[draft.Title]
		e.Text[draft.Language] = draft.First(e.Text[draft.Language], p.parameter("LANGUAGE"))
	case "DESCRIPTION":
		e.Text[draft.Description], e.last = p.text(), &e.Text[draft.Description]
	case "X-ALT-DESC":
		e.html = p.text()
	case "LOCATION":
		e.Text[draft.Room] = p.text()
	case "CATEGORIES":
		if len(e.Text[draft.Track]) < draft.MaxLine {
			e.Text[draft.Track] = strings.Join(append(nonEmpty(e.Text[draft.Track]), splitEscaped(p.value)...), ", ")
		}
	case "DTSTART":
		e.begin = *p
	case "DTEND":
		e.end = *p
	case "DURATION":
		e.duration = p.value
	case "STATUS":
		e.status = strings.ToUpper(strings.TrimSpace(p.value))
	case "URL", "CONFERENCE":
		e.AddLink(p.parameter("LABEL"), p.value, catalog.LinkPage)
	case "ATTACH":
		if p.parameter("ENCODING") == "" { // else it is the file itself
			e.AddLink(draft.First(p.parameter("FILENAME"), p.parameter("X-FILENAME")), p.value, catalog.LinkPage)
		}
	case "ATTENDEE":
		e.attendee(p)
	}
}

// goOn takes a line that is no property: it belongs to the text before it, whose
// writer has not folded it. One that was meant to be a property does not.
func (r *icalReader) goOn(line string) {
	name := strings.TrimLeft(line, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-")
	if len(name) < len(line) && strings.HasPrefix(name, "=") {
		return
	}
	if r.event != nil && r.event.last != nil && len(r.event.more) < draft.MaxText {
		r.event.more = append(append(r.event.more, '\n'), icalUnescape(line)...)
	}
}

// endText ends the text that was read last.
func (e *icalEvent) endText() {
	if e.last != nil {
		*e.last += string(e.more)
	}
	e.last, e.more = nil, nil
}

// finishEvent makes a talk of the event at hand. The one text that an event
// has is its abstract.
func (r *icalReader) finishEvent() {
	e := r.event
	e.endText()
	r.event = nil
	if e.status == "CANCELLED" {
		r.Problem(e.Line, "a cancelled event, left out", "")
		return
	}
	e.Text[draft.Abstract], e.Text[draft.Description] = ownText(draft.First(e.Text[draft.Description], e.html)), ""
	if strings.Contains(r.product, "//pretalx//") {
		e.splitSpeakers()
	}
	e.takeSpeakers()
	r.settle(e)
	r.Add(&e.Event)
}

// settle reads an event's times.
func (r *icalReader) settle(e *icalEvent) {
	if e.begin.value == "" {
		return
	}
	start, allDay, err := r.moment(&e.begin, e.Line)
	if err != nil {
		r.Problem(e.Line, err.Error(), "the talk is kept without its time")
		return
	}
	e.Slot = catalog.Slot{Start: start, AllDay: allDay}
	if e.end.value != "" {
		end, _, err := r.moment(&e.end, e.Line)
		if d := end.Sub(start); err == nil && d > 0 && d <= when.MaxDuration {
			e.Slot.Duration = d
		}
		return
	}
	if e.duration == "" {
		return
	}
	d, ok := when.Duration(strings.TrimPrefix(strings.TrimSpace(e.duration), "+"))
	if !ok {
		r.Problem(e.Line, "a duration that cannot be read, "+clean.Quote(e.duration), "")
	}
	e.Slot.Duration = d
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}
