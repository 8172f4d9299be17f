// Package pentabarf parses the schedule.xml that Pentabarf made first and frab,
// pretalx and FOSDEM still do: <schedule> with <day>, <room> and <event>
// (https://c3voc.de/wiki/schedule), and Pentabarf's other export, an iCalendar
// in XML. It takes the bytes of a document, well formed or not, and gives its
// talks and problems. An event is found wherever it stands.
package pentabarf

import (
	"bytes"
	"encoding/xml"
	"strings"

	"talks/catalog"
	"talks/catalog/parse/draft"
	"talks/catalog/parse/markup"
	"talks/catalog/parse/tokens"
	"talks/catalog/parse/when"
)

// Is reports whether a document is a schedule with events, or a web page that
// was saved in a schedule's place. A title may start with a tag too, but not
// with one of these.
func Is(data []byte) bool {
	data = bytes.TrimLeft(data, " \t\r\n")
	if !bytes.HasPrefix(data, []byte("<")) {
		return false
	}
	for t := tokens.New(data, nil); ; {
		switch token := t.Next().(type) {
		case xml.StartElement:
			root := strings.ToLower(token.Name.Local)
			return root == "html" || isSchedules(root) && (has(data, "event") || has(data, "entry") || has(data, "vevent")) ||
				bytes.HasPrefix(data, []byte("<?xml")) && has(data, "event")
		case tokens.Text:
			if strings.TrimSpace(string(token)) != "" {
				return false
			}
		default:
			return false
		}
	}
}

// has reports whether a document has an element of that name, in lower or upper
// case.
func has(data []byte, name string) bool {
	for _, name := range []string{name, strings.ToUpper(name)} {
		if bytes.Contains(data, []byte("<"+name+">")) || bytes.Contains(data, []byte("<"+name+" ")) {
			return true
		}
	}
	return false
}

// isSchedules reports whether a schedule may start with an element of that name.
func isSchedules(name string) bool {
	switch name {
	case "schedule", "conference", "day", "room", "event", "icalendar", "vcalendar":
		return true
	}
	return false
}

// A parser walks through the elements of a document.
type parser struct {
	*tokens.Reader
	*draft.Schedule

	day, room string // in which the next event stands
	city      string // which tells the zone, if nothing else does
}

// Parse adds the talks and the problems of a document to doc.
func Parse(doc *catalog.Document, data []byte) {
	s := draft.New(doc)
	p := &parser{Reader: tokens.New(data, s.Problem), Schedule: s}
	root := ""
	p.Expect(bytes.Count(data, []byte("<event ")))
	for token := p.Next(); token != nil && !p.Full(); token = p.Next() {
		switch tag := token.(type) {
		case xml.StartElement:
			if root == "" {
				root = strings.ToLower(tag.Name.Local)
			}
			p.element(tag)
		case xml.EndElement:
			if tag.Name.Local == "room" {
				p.room = ""
			}
		}
	}
	p.Finish()
	if p.Entries == 0 && root == "html" {
		doc.Format, doc.Problems = "", nil
		draft.Report(doc, 0, "a web page, not a schedule", "save the schedule.xml or schedule.json that the page links to")
	}
}

// element reads an element outside of events. What it does not know it passes
// over, but not what lies within.
func (p *parser) element(tag xml.StartElement) {
	switch tag.Name.Local {
	case "conference":
		p.conference()
	case "day":
		p.day, p.room = tokens.Attr(tag, "date"), ""
		if start := tokens.Attr(tag, "start"); len(start) > len("2006-01-02") {
			if p.day == "" {
				p.day = start[:len("2006-01-02")]
			}
			if t, err := when.Moment(start, catalog.Wall()); err == nil && p.Zone == nil {
				p.Zone = t.Location()
			}
		}
	case "room":
		p.room = tokens.Attr(tag, "name")
	case "event", "entry", "vevent":
		p.event(tag)
	case "x-wr-calname":
		p.Doc.Name = markup.Line(p.field(tag))
	case "person":
		if key := tokens.Attr(tag, "id"); key != "" {
			p.Biographies[key] = p.person(tag).Biography
		}
	}
}

// conference reads what is said of the whole.
func (p *parser) conference() {
	zone, acronym := "", ""
	for token := p.Next(); token != nil; token = p.Next() {
		switch tag := token.(type) {
		case xml.EndElement:
			if tag.Name.Local == "conference" {
				p.Doc.Name = draft.First(p.Doc.Name, acronym)
				p.SetZone(zone)
				return
			}
		case xml.StartElement:
			switch tag.Name.Local {
			case "title":
				p.Doc.Name = markup.Line(p.field(tag))
			case "acronym":
				acronym = markup.Line(p.field(tag))
			case "city":
				p.city = p.field(tag)
			case "time_zone_name":
				zone = strings.TrimSpace(p.field(tag))
			case "day_change":
				p.DayChange, _ = when.Clock(p.field(tag))
			case "day", "event": // the conference has no end
				p.Unread(tag)
				p.SetZone(zone)
				return
			}
		}
	}
}
