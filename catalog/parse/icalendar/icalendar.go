// Package icalendar parses calendars (iCalendar, RFC 5545) as Sched, Google
// Calendar, Indico, pretalx and frab write them. It takes the bytes of a
// document and gives its events as talks, and its problems. An event that
// repeats is read once.
//
// The reader is our own: two libraries were tried, and to both one unfolded
// line, a bare parameter or a missing END costs the whole file.
package icalendar

import (
	"bytes"
	"strings"
	"time"
	"unicode/utf8"

	"talks/catalog"
	"talks/catalog/parse/draft"
	"talks/catalog/parse/markup"
)

// maxNesting is how many components that lie in one another are followed.
const maxNesting = 16

// Is reports whether a document starts as RFC 5545 wants it, or does so after
// a line or two of something else: pages carry calendars within a comment.
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

// A parser walks through the components of a document.
type parser struct {
	*draft.Schedule
	lines   lines
	byID    map[string]*time.Location // zones by TZID, nil where it names none
	rules   map[string][]observance   // by TZID, from VTIMEZONE
	unknown map[string]bool           // TZIDs that are reported

	open    []string // names of the components that are open, the innermost last
	event   *event   // the current VEVENT, or nil
	product string   // PRODID of the current calendar: what wrote it
	name    string   // of the current calendar
	first   int      // index of its first talk
}

// Parse adds the talks and the problems of a document to doc.
func Parse(doc *catalog.Document, data []byte) {
	p := &parser{
		Schedule: draft.New(doc), lines: lines{data: data},
		byID: make(map[string]*time.Location), rules: make(map[string][]observance), unknown: make(map[string]bool),
	}
	p.readZones(data)
	var invalid draft.LineCount
	for !p.Full() && p.lines.next() {
		if !utf8.ValidString(p.lines.text) {
			invalid.Add(p.lines.number)
		}
		pr, ok := parseProperty(p.lines.text)
		if !ok {
			p.continueText(p.lines.text)
			continue
		}
		p.lines.undoQuotedPrintable(&pr)
		switch pr.name {
		case "BEGIN":
			p.begin(strings.ToUpper(strings.TrimSpace(pr.value)))
		case "END":
			p.end(strings.ToUpper(strings.TrimSpace(pr.value)))
		default:
			p.property(&pr)
		}
	}
	if p.event != nil {
		p.Problem(p.event.Line, "the file ends in the middle of this event", "get the file again")
		p.finishEvent()
	}
	p.finishCalendar()
	name := doc.Name
	doc.Name = "" // else talks of calendars without a name would get it
	invalid.ReportInvalid(doc)
	p.Finish()
	doc.Name = name
}

// finishCalendar gives the talks of the current calendar its name: a file may
// hold several. The first name is the document's.
func (p *parser) finishCalendar() {
	for i := range p.Doc.Talks[p.first:] {
		p.Doc.Talks[p.first+i].Conference = p.name
	}
	p.first = len(p.Doc.Talks)
	p.Doc.Name = draft.First(p.Doc.Name, p.name)
}

func (p *parser) begin(component string) {
	if len(p.open) < maxNesting {
		p.open = append(p.open, component)
	}
	switch component {
	case "VCALENDAR":
		p.finishCalendar()
		p.Zone, p.product, p.name = nil, "", ""
	case "VEVENT":
		if p.event != nil {
			p.Problem(p.event.Line, "an event without its end", "")
			p.finishEvent()
		}
		p.open = append(p.open[:0], "VCALENDAR", "VEVENT") // whatever was left open
		p.event = &event{Event: draft.Event{Line: p.lines.number}}
	}
}

func (p *parser) end(component string) {
	if component == "VEVENT" && p.event != nil {
		p.finishEvent()
	}
	for i := len(p.open) - 1; i >= 0; i-- {
		if p.open[i] == component {
			p.open = p.open[:i]
			return
		}
	}
}

// property takes a property of the calendar or of the current event. An alarm
// within an event has a description too, which is not the event's.
func (p *parser) property(pr *property) {
	component := ""
	if len(p.open) > 0 {
		component = p.open[len(p.open)-1]
	}
	switch {
	case component == "VEVENT" && p.event != nil:
		p.event.set(pr)
	case component != "VCALENDAR":
	case pr.name == "X-WR-CALNAME" || pr.name == "NAME":
		p.name = markup.Line(draft.Shorten(pr.text()))
	case pr.name == "X-WR-TIMEZONE":
		p.SetZone(strings.TrimSpace(pr.text()))
	case pr.name == "PRODID":
		p.product = pr.value
	}
}
