// Package icalendar parses calendars (iCalendar, RFC 5545) as Sched, Google
// Calendar, Indico, pretalx and frab write them. It takes the bytes of a
// document and gives its events as talks, and its problems. An event that
// repeats is read once, which is reported.
//
// The reader is our own: two libraries were tried, and to both one unfolded
// line, a bare parameter or a missing END costs the whole file.
package icalendar

import (
	"bytes"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"talks/catalog"
	"talks/catalog/parse/clean"
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

	open    []component // what has begun, the innermost last
	event   *event      // the current VEVENT, or nil
	room    event       // for each in turn
	product string      // PRODID of the current calendar: what wrote it
	name    string      // of the current calendar
	first   int         // index of its first talk
}

// Parse adds the talks and the problems of a document to doc.
func Parse(doc *catalog.Document, data []byte) {
	p := &parser{
		Schedule: draft.New(doc), lines: lines{data: data},
		byID: make(map[string]*time.Location), rules: make(map[string][]observance), unknown: make(map[string]bool),
	}
	p.Expect(bytes.Count(data, []byte("BEGIN:VEVENT")))
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
			p.begin(componentName(&pr))
		case "END":
			p.end(componentName(&pr))
		default:
			p.property(&pr)
		}
	}
	if last := len(p.open) - 1; last >= 0 && !p.Full() {
		p.Problem(p.open[last].line, "the file ends in the middle of "+clean.Quote(p.open[last].name), "get the file again")
	}
	if p.event != nil {
		p.finishEvent()
	}
	p.finishCalendar()
	name := doc.Name
	doc.Name = "" // else talks of calendars without a name would get it
	invalid.ReportInvalid(doc, "utf-8")
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

// A component is what stands between BEGIN and END.
type component struct {
	name string
	line int
}

// componentName is the name that BEGIN or END gives. More than a word is a
// line that a damaged one continues.
func componentName(pr *property) string {
	name, _, _ := strings.Cut(strings.TrimSpace(pr.value), " ")
	return strings.ToUpper(name)
}

func (p *parser) begin(name string) {
	switch name {
	case "VCALENDAR":
		p.unclosed(0)
		p.finishCalendar()
		p.Zone, p.product, p.name = nil, "", ""
	case "VEVENT": // which stands in nothing but a calendar
		if p.event != nil {
			p.finishEvent()
		}
		p.unclosed(slices.IndexFunc(p.open, func(c component) bool { return c.name == "VCALENDAR" }) + 1)
		p.room = event{Event: draft.Event{Line: p.lines.number}}
		p.event = &p.room
	}
	if len(p.open) < maxNesting {
		p.open = append(p.open, component{name, p.lines.number})
	}
}

func (p *parser) end(name string) {
	if name == "VEVENT" && p.event != nil {
		p.finishEvent()
	}
	for i := len(p.open) - 1; i >= 0; i-- {
		if p.open[i].name == name {
			p.unclosed(i + 1)
			p.open = p.open[:i]
			return
		}
	}
	p.Problem(p.lines.number, "an END without its BEGIN, "+clean.Quote(name), mayBeLost)
}

const mayBeLost = "what stands near it may be lost"

// unclosed reports what is open from an index on: it has lost its END.
func (p *parser) unclosed(from int) {
	for _, c := range p.open[from:] {
		p.Problem(c.line, "a BEGIN without its END, "+clean.Quote(c.name), mayBeLost)
	}
	p.open = p.open[:from]
}

// property takes a property of the calendar or of the current event. An alarm
// within an event has a description too, which is not the event's.
func (p *parser) property(pr *property) {
	within := ""
	if len(p.open) > 0 {
		within = p.open[len(p.open)-1].name
	}
	if within == "VCALENDAR" && (pr.name == "SUMMARY" || pr.name == "DTSTART") { // as only events have
		p.Problem(p.lines.number, "an event without its BEGIN", mayBeLost)
		p.begin("VEVENT")
		within = "VEVENT"
	}
	switch {
	case within == "VEVENT" && p.event != nil:
		if p.event.has(pr.name) {
			p.Problem(p.lines.number, "one event has twice a "+clean.Quote(pr.name), "a piece of the file may be missing")
		}
		p.event.set(pr)
	case within != "VCALENDAR":
	case pr.name == "X-WR-CALNAME" || pr.name == "NAME":
		p.name = markup.Line(draft.Shorten(pr.text()))
	case pr.name == "X-WR-TIMEZONE":
		p.SetZone(strings.TrimSpace(pr.text()))
	case pr.name == "PRODID":
		p.product = pr.value
	}
}
