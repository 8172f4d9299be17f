package parse

import (
	"bytes"
	"strings"

	"talks/catalog"
)

// isPentabarf says that the document is XML: it has XML's declaration, or its
// first element is one of a schedule's, or of a web page that was saved in a
// schedule's place. A title may start with a tag too, but not with these.
func isPentabarf(data []byte) bool {
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
	*schedule

	day, room string
	city      string
	before    entry // whose slices are used again
}

func readPentabarf(doc *catalog.Document, data []byte) {
	r := &pentabarfReader{xmlScanner: xmlScanner{data: data}, schedule: newSchedule(doc)}
	root := ""
	for {
		token := r.next()
		if r.full() {
			token = xmlEnd
		}
		switch token {
		case xmlEnd:
			r.finish()
			if r.entries == 0 && !isSchedules(root) {
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
		report(doc, 0, "a web page, not a schedule", "save the schedule.xml or schedule.json that the page links to")
		return
	}
	report(doc, 0, "no schedule that talks knows, its first element is "+quote(root), "a schedule.xml starts with <schedule>")
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
			if t, err := parseMoment(start, nowhere()); err == nil && r.zone == nil {
				r.zone = t.Location()
			}
		}
	case "room":
		r.room = r.attr("name")
	case "event", "entry", "vevent":
		r.event()
	case "x-wr-calname":
		r.doc.Name = oneLine(r.field())
	case "person":
		if key := r.attr("id"); key != "" {
			r.biographies[key] = r.person().biography
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
				r.doc.Name = firstOf(r.doc.Name, acronym)
				r.setZone(zone)
				return
			}
		case xmlOpen:
			switch name := string(r.name); name {
			case "title":
				r.doc.Name = oneLine(r.field())
			case "acronym":
				acronym = oneLine(r.field())
			case "city":
				r.city = r.field()
			case "time_zone_name":
				zone = strings.TrimSpace(r.field())
			case "day_change":
				r.dayChange, _ = parseClock(r.field())
			case "day", "event":
				r.pos = r.start // the conference has no end
				r.setZone(zone)
				return
			}
		}
	}
}

func isEvent(name string) bool { return name == "event" || name == "entry" || name == "vevent" }

// setZone settles the zone of wall-clock times: the one that is named, or the
// one of the city.
func (s *schedule) setZone(name string) {
	s.zone = s.named(name)
	if name != "" && s.zone == nil {
		s.problem(0, "a time zone that is not known, "+quote(name), "times without an offset are shown as they stand")
	}
}

// event reads one event, up to its end tag or to where it must have ended.
func (r *pentabarfReader) event() {
	if r.zone == nil && r.city != "" {
		r.zone = r.ofCity(r.city)
		r.city = ""
	}
	e := entry{
		line: r.lineOf(r.start), id: r.attr("id"), guid: r.attr("guid"), code: r.attr("code"), day: r.day,
		speakers: r.before.speakers[:0], links: r.before.links[:0],
	}
	for ended := r.closed; !ended; {
		switch r.next() {
		case xmlEnd:
			r.problem(e.line, "the file ends in the middle of this event", "get the file again")
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
	e.room = firstOf(e.room, r.room)
	if strings.HasPrefix(e.slug, "https://") || strings.HasPrefix(e.slug, "http://") {
		e.addLink("Page", e.slug, catalog.LinkPage)
	}
	r.add(&e)
	r.before = e
}

func (r *pentabarfReader) unclosed(e *entry) {
	r.pos = r.start
	r.problem(e.line, "an event without its end tag", "")
}

// eventField reads one element of an event.
func (r *pentabarfReader) eventField(e *entry, name string) {
	if into := e.text(name); into != nil {
		*into = firstOf(*into, r.field())
		return
	}
	switch name {
	case "event-id":
		e.id = firstOf(e.id, r.field())
	case "uid":
		e.guid = firstOf(e.guid, r.field())
	case "event-slug":
		e.slug = r.field()
	case "person", "speaker", "attendee":
		e.speakers = append(e.speakers, r.person())
	case "category":
		e.kind = firstOf(e.kind, r.field())
	case "link":
		href, kind := r.attr("href"), r.attr("type")
		e.addLink(r.field(), href, kindNamed(kind))
	case "attachment":
		href, kind := r.attr("href"), r.attr("type")
		e.addLink(firstOf(r.field(), kind), href, kindNamed(kind))
	case "url", "conf_url", "full_conf_url":
		e.addLink("Page", r.field(), catalog.LinkPage)
	case "feedback_url":
		e.addLink("Feedback", r.field(), catalog.LinkFeedback)
	case "video", "video_download_url":
		e.addLink("Recording", r.field(), catalog.LinkRecording)
	case "recording":
		r.recording(e)
	}
}

// recording reads <recording>: a licence, and sometimes where it is.
func (r *pentabarfReader) recording(e *entry) {
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
				e.addLink("Recording", r.field(), catalog.LinkRecording)
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
