// Package pentabarf parses the schedule.xml of Pentabarf, frab, pretalx and
// FOSDEM (https://c3voc.de/wiki/schedule).
package pentabarf

import (
	"bytes"
	"strings"

	"talks/catalog"
	"talks/catalog/parse/clean"
	"talks/catalog/parse/draft"
	"talks/catalog/parse/markup"
	"talks/catalog/parse/when"
)

// Is reports that the document is XML: it has XML's declaration, or its
// first element is one of a schedule's, or of a web page that was saved in a
// schedule's place. A title may start with a tag too, but not with these.
func Is(data []byte) bool {
	s := xmlScanner{data: data}
	for {
		switch s.next() {
		case xmlOpen:
			root := strings.ToLower(string(s.name))
			return isSchedules(root) || root == "html" || bytes.HasPrefix(bytes.TrimLeft(data, " \t\r\n"), []byte("<?xml"))
		case xmlText:
			if len(bytes.TrimSpace(s.text)) > 0 {
				return false
			}
		default:
			return false
		}
	}
}

// isSchedules says that a schedule has elements of that name.
func isSchedules(name string) bool {
	switch name {
	case "schedule", "conference", "day", "room", "event", "icalendar", "vcalendar":
		return true
	}
	return false
}

// A pentabarfReader reads schedule.xml as Pentabarf made it first and frab,
// pretalx and FOSDEM still do: <schedule> with <day>, <room> and <event>
// (https://c3voc.de/wiki/schedule), and Pentabarf's other export, an iCalendar
// in XML. It descends into whatever it does not know, so an event is found
// wherever it stands.
type pentabarfReader struct {
	xmlScanner
	*draft.Schedule

	day, room string
	city      string
	before    draft.Event // whose slices are used again
}

// Parse reads a document into talks and problems.
func Parse(doc *catalog.Document, data []byte) {
	r := &pentabarfReader{xmlScanner: xmlScanner{data: data}, Schedule: draft.New(doc)}
	root := ""
	for {
		token := r.next()
		if r.Full() {
			token = xmlEnd
		}
		switch token {
		case xmlEnd:
			r.Finish()
			if r.Entries == 0 && !isSchedules(root) {
				doc.Format, doc.Problems = "", nil
				reportRoot(doc, root)
			}
			return
		case xmlOpen:
			if root == "" {
				root = strings.ToLower(string(r.name))
			}
			r.open()
		case xmlClose:
			if string(r.name) == "room" {
				r.room = ""
			}
		}
	}
}

// reportRoot says what an XML document is that is no schedule.
func reportRoot(doc *catalog.Document, root string) {
	if root == "html" {
		draft.Report(doc, 0, "a web page, not a schedule", "save the schedule.xml or schedule.json that the page links to")
		return
	}
	draft.Report(doc, 0, "no schedule that talks knows, its first element is "+clean.Quote(root), "a schedule.xml starts with <schedule>")
}

func (r *pentabarfReader) open() {
	switch string(r.name) {
	case "conference":
		if !r.closed {
			r.conference()
		}
	case "day":
		r.day, r.room = r.attr("date"), ""
		if start := r.attr("start"); len(start) > len("2006-01-02") {
			if r.day == "" {
				r.day = start[:len("2006-01-02")]
			}
			if t, err := when.Moment(start, when.Nowhere()); err == nil && r.Zone == nil {
				r.Zone = t.Location()
			}
		}
	case "room":
		r.room = r.attr("name")
	case "event", "entry", "vevent":
		r.event()
	case "x-wr-calname":
		r.Doc.Name = markup.Line(r.field())
	case "person":
		if key := r.attr("id"); key != "" {
			r.Biographies[key] = r.person().Biography
		}
	}
}

// conference reads what is said of the whole.
func (r *pentabarfReader) conference() {
	zone, acronym := "", ""
	for {
		switch r.next() {
		case xmlEnd:
			return
		case xmlClose:
			if string(r.name) == "conference" {
				r.Doc.Name = draft.First(r.Doc.Name, acronym)
				r.SetZone(zone)
				return
			}
		case xmlOpen:
			switch name := string(r.name); name {
			case "title":
				r.Doc.Name = markup.Line(r.field())
			case "acronym":
				acronym = markup.Line(r.field())
			case "city":
				r.city = r.field()
			case "time_zone_name":
				zone = strings.TrimSpace(r.field())
			case "day_change":
				r.DayChange, _ = when.Clock(r.field())
			case "day", "event":
				r.pos = r.start // the conference has no end
				r.SetZone(zone)
				return
			}
		}
	}
}

func isEvent(name string) bool { return name == "event" || name == "entry" || name == "vevent" }

// event reads one event, up to its end tag or to where it must have ended.
func (r *pentabarfReader) event() {
	if r.Zone == nil && r.city != "" {
		r.Zone = r.OfCity(r.city)
		r.city = ""
	}
	e := draft.Event{Line: r.lineOf(r.start), Speakers: r.before.Speakers[:0], Links: r.before.Links[:0]}
	e.Text = draft.Texts{
		draft.ID: r.attr("id"), draft.GUID: r.attr("guid"), draft.Code: r.attr("code"), draft.Day: r.day,
	}
	for ended := r.closed; !ended; {
		switch r.next() {
		case xmlEnd:
			r.Problem(e.Line, "the file ends in the middle of this event", "get the file again")
			ended = true
		case xmlClose:
			switch string(r.name) {
			case "event", "entry", "vevent":
				ended = true
			case "room", "day", "schedule", "vcalendar":
				ended = true
				r.unclosed(&e)
			}
		case xmlOpen:
			if name := string(r.name); isEvent(name) || name == "day" {
				ended = true
				r.unclosed(&e)
			} else {
				r.eventField(&e, name)
			}
		}
	}
	e.Text[draft.Room] = draft.First(e.Text[draft.Room], r.room)
	if strings.HasPrefix(e.Text[draft.Slug], "https://") || strings.HasPrefix(e.Text[draft.Slug], "http://") {
		e.AddLink("Page", e.Text[draft.Slug], catalog.LinkPage)
	}
	r.Add(&e)
	r.before = e
}

func (r *pentabarfReader) unclosed(e *draft.Event) {
	r.pos = r.start
	r.Problem(e.Line, "an event without its end tag", "")
}

// fields are the elements of an event that hold one of its texts: Pentabarf's,
// then those of its iCalendar in XML.
var fields = map[string]draft.Field{
	"title": draft.Title, "subtitle": draft.Subtitle, "slug": draft.Slug, "event-slug": draft.Slug, "abstract": draft.Abstract, "description": draft.Description,
	"track": draft.Track, "type": draft.Kind, "category": draft.Kind, "room": draft.Room, "language": draft.Language, "language-code": draft.LanguageCode,
	"date": draft.Date, "start": draft.Start, "end": draft.End, "duration": draft.Duration,

	"event-id": draft.ID, "uid": draft.GUID, "summary": draft.Summary, "categories": draft.Track, "location": draft.Room,
	"dtstart": draft.Date, "dtend": draft.End,
}

// eventField reads one element of an event.
func (r *pentabarfReader) eventField(e *draft.Event, name string) {
	if field, ok := fields[name]; ok {
		e.Text[field] = draft.First(e.Text[field], r.field())
		return
	}
	switch name {
	case "person", "speaker", "attendee":
		e.Speakers = append(e.Speakers, r.person())
	case "link":
		href, kind := r.attr("href"), r.attr("type")
		e.AddLink(r.field(), href, draft.KindNamed(kind))
	case "attachment":
		href, kind := r.attr("href"), r.attr("type")
		e.AddLink(draft.First(r.field(), kind), href, draft.KindNamed(kind))
	case "url", "conf_url", "full_conf_url":
		e.AddLink("Page", r.field(), catalog.LinkPage)
	case "feedback_url":
		e.AddLink("Feedback", r.field(), catalog.LinkFeedback)
	case "video", "video_download_url":
		e.AddLink("Recording", r.field(), catalog.LinkRecording)
	case "recording":
		r.recording(e)
	}
}

// recording reads <recording>: a licence, and sometimes where it is.
func (r *pentabarfReader) recording(e *draft.Event) {
	for !r.closed {
		switch r.next() {
		case xmlEnd:
			return
		case xmlClose:
			if string(r.name) != "recording" {
				r.pos = r.start
			}
			return
		case xmlOpen:
			switch name := string(r.name); name {
			case "url", "link":
				e.AddLink("Recording", r.field(), catalog.LinkRecording)
			default:
				if boundary[name] {
					r.pos = r.start
					return
				}
				r.field()
			}
			r.closed = false
		}
	}
}
