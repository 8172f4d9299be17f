package researchr

import (
	"encoding/xml"
	"strings"

	"talks/catalog/parse/draft"
	"talks/catalog/parse/tokens"
)

// A section is what a schedule consists of: the details of the whole, a
// session, or a slot.
type section struct {
	name   string // of its element
	line   int
	text   map[string]string // by element
	people []draft.Speaker
	slots  int  // how many stand in a session
	hasOwn bool // one of these is the session's own
}

// fields are the elements that hold one of the texts of a talk.
var fields = map[string]draft.Field{
	"subevent_id": draft.ID, "slot_id": draft.ID, "title": draft.Title, "description": draft.Abstract, "room": draft.Room,
	"date": draft.Date, "start_time": draft.Start, "end_time": draft.End, "track": draft.Track, "badge": draft.Kind,
}

// isSession reports whether a section is a session or its own slot, which has
// no event.
func (s *section) isSession() bool {
	return s.name == "subevent" || s.text["slot_id"] != "" && s.text["event_id"] == ""
}

// isTold reports whether the slots of a session tell all that it says.
func (s *section) isTold() bool {
	return s.hasOwn || s.slots > 0 && s.text["description"] == "" && len(s.people) == 0
}

// isText reports whether an element of a section holds a text that is used.
func isText(name string) bool {
	switch name {
	case "event_id", "end_date", "acm_doi", "url", "url_link_display", "city":
		return true
	}
	_, isField := fields[name]
	return isField
}

// isSection reports whether an element is a section.
func isSection(name string) bool {
	return name == "event_details" || name == "subevent" || name == "timeslot"
}

// isOuter reports whether an element holds others, so that it cannot stand in a
// text.
func isOuter(name string) bool {
	switch name {
	case "event", "persons", "person", "tracks", "tags", "badges", "location", "timezone_id":
		return true
	}
	return isSection(name)
}

// section reads a section up to its end, and adds the slots in it.
func (p *parser) section(tag xml.StartElement) *section {
	s := &section{name: tag.Name.Local, line: p.Line(), text: make(map[string]string)}
	for token := p.Next(); token != nil; token = p.Next() {
		switch inner := token.(type) {
		case xml.StartElement:
			name := inner.Name.Local
			if name == "timezone_id" || isSection(name) && (name != "timeslot" || s.name != "subevent") {
				p.Unread(inner) // the section has lost its end
				return s
			}
			p.element(s, inner)
		case xml.EndElement:
			switch inner.Name.Local {
			case s.name:
				return s
			case "subevent", "event":
				p.Unread(inner) // the section has lost its end
				return s
			}
		}
	}
	return s
}

// element reads an element of a section.
func (p *parser) element(s *section, tag xml.StartElement) {
	switch name := tag.Name.Local; {
	case name == "timeslot":
		slot := p.section(tag)
		slot.inherit(s)
		if !p.Full() {
			p.add(slot)
		}
	case name == "person":
		s.people = append(s.people, p.person())
	case name == "badge" && tokens.Attr(tag, "property") != "":
		p.field(tag) // whether one takes part in a room or on the net
	case isText(name):
		s.add(name, p.field(tag))
	}
}

// add adds a text. Several of one kind are parted by commas.
func (s *section) add(name, text string) {
	if earlier := s.text[name]; earlier != "" && text != "" {
		text = earlier + ", " + text
	}
	s.text[name] = draft.First(text, s.text[name])
}

// inherit takes from a session what one of its slots does not say.
func (s *section) inherit(session *section) {
	names := []string{"room", "date", "track", "url", "url_link_display"}
	if s.isSession() {
		names = append(names, "description", "acm_doi")
		session.hasOwn = true
		if len(s.people) == 0 {
			s.people = session.people
		}
	}
	for _, name := range names {
		s.text[name] = draft.First(s.text[name], session.text[name])
	}
	session.slots++
}

// person reads <person>.
func (p *parser) person() draft.Speaker {
	text := make(map[string]string)
	for token := p.Next(); token != nil; token = p.Next() {
		switch inner := token.(type) {
		case xml.StartElement:
			if !isOuter(inner.Name.Local) {
				text[inner.Name.Local] = p.field(inner)
				continue
			}
			p.Unread(inner)
		case xml.EndElement:
			if inner.Name.Local != "person" {
				p.Unread(inner)
			}
		default:
			continue
		}
		break
	}
	name := strings.Join([]string{text["first_name"], text["middle_name"], text["last_name"], text["suffix"]}, " ")
	speaker := draft.Speaker{Key: text["person_id"], Name: strings.Join(strings.Fields(name), " ")}
	biography := strings.TrimSpace(text["affiliation"] + "\n\n" + text["bio"])
	if speaker.Key == "" {
		speaker.Biography = biography
	} else {
		p.Biographies[speaker.Key] = biography
	}
	return speaker
}

// field reads the text of an element that has just begun. What the organizers
// have left out is exported as "undefined".
func (p *parser) field(tag xml.StartElement) string {
	text := p.Field(tag, func(name string) bool { return isText(name) || isOuter(name) })
	if text == "undefined" {
		return ""
	}
	return text
}
