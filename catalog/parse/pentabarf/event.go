package pentabarf

import (
	"encoding/xml"
	"strings"

	"talks/catalog"
	"talks/catalog/parse/clean"
	"talks/catalog/parse/draft"
	"talks/catalog/parse/tokens"
)

// fields are the elements of an event that hold one of its texts: Pentabarf's
// and those that EuroPython added, then those of its iCalendar in XML.
var fields = map[string]draft.Field{
	"title": draft.Title, "subtitle": draft.Subtitle, "slug": draft.Slug, "abstract": draft.Abstract, "description": draft.Description,
	"track": draft.Track, "topic": draft.Track, "type": draft.Kind, "category": draft.Kind, "room": draft.Room, "language": draft.Language, "language-code": draft.LanguageCode,
	"date": draft.Date, "start": draft.Start, "end": draft.End, "duration": draft.Duration,

	"event-id": draft.ID, "uid": draft.GUID, "event-slug": draft.Slug, "summary": draft.Summary, "categories": draft.Track,
	"location": draft.Room, "dtstart": draft.Date, "dtend": draft.End,
}

// event reads one event, up to its end tag or to where it must have ended.
func (p *parser) event(tag xml.StartElement) {
	if p.Zone == nil && p.city != "" {
		p.Zone = p.OfCity(p.city)
		p.city = ""
	}
	e := draft.Event{Line: p.Line()}
	e.Text = draft.Texts{draft.ID: tokens.Attr(tag, "id"), draft.GUID: tokens.Attr(tag, "guid"), draft.Code: tokens.Attr(tag, "code"), draft.Day: p.day}
	p.content(&e)
	e.Text[draft.Room] = draft.First(e.Text[draft.Room], p.room)
	if slug := e.Text[draft.Slug]; strings.HasPrefix(slug, "https://") || strings.HasPrefix(slug, "http://") {
		e.AddLink("Page", slug, catalog.LinkPage)
	}
	p.Add(&e)
}

// content reads what an event holds.
func (p *parser) content(e *draft.Event) {
	for token := p.Next(); token != nil; token = p.Next() {
		switch tag := token.(type) {
		case xml.StartElement:
			switch name := tag.Name.Local; {
			case isEvent(name), name == "day", name == "room" && tokens.Attr(tag, "name") != "":
				p.Unread(tag) // the event has lost its end
				return
			}
			p.eventField(e, tag)
		case xml.EndElement:
			switch name := tag.Name.Local; {
			case isEvent(name):
				return
			case name == "day", name == "schedule", name == "vcalendar":
				p.Unread(tag)
				return
			}
		}
	}
}

func isEvent(name string) bool { return name == "event" || name == "entry" || name == "vevent" }

// eventField reads one element of an event.
func (p *parser) eventField(e *draft.Event, tag xml.StartElement) {
	name := tag.Name.Local
	if field, ok := fields[name]; ok {
		line, text := p.Line(), p.field(tag)
		if isSingle := field == draft.Title || field == draft.Abstract || field == draft.Start; isSingle && e.Text[field] != "" && text != e.Text[field] {
			p.Problem(line, "one event has twice a "+clean.Quote(name), "a piece of the file may be missing")
		}
		e.Text[field] = draft.First(e.Text[field], text)
		return
	}
	href, kind := tokens.Attr(tag, "href"), tokens.Attr(tag, "type")
	switch name {
	case "person", "speaker", "attendee":
		e.Speakers = append(e.Speakers, p.person(tag))
	case "link":
		e.AddLink(p.field(tag), href, draft.KindNamed(kind))
	case "attachment":
		e.AddLink(draft.First(p.field(tag), kind), href, draft.KindNamed(kind))
	case "url", "conf_url", "full_conf_url":
		e.AddLink("Page", p.field(tag), catalog.LinkPage)
	case "feedback_url":
		e.AddLink("Feedback", p.field(tag), catalog.LinkFeedback)
	case "video", "video_download_url":
		e.AddLink("Recording", p.field(tag), catalog.LinkRecording)
	case "recording":
		p.recording(e)
	}
}

// recording reads <recording>: a licence, and sometimes where it is.
func (p *parser) recording(e *draft.Event) {
	for token := p.Next(); token != nil; token = p.Next() {
		switch tag := token.(type) {
		case xml.EndElement:
			if tag.Name.Local != "recording" {
				p.Unread(tag)
			}
			return
		case xml.StartElement:
			switch name := tag.Name.Local; {
			case name == "url" || name == "link":
				e.AddLink("Recording", p.field(tag), catalog.LinkRecording)
			case boundaries[name]:
				p.Unread(tag)
				return
			default:
				p.field(tag)
			}
		}
	}
}

// person reads <person> or <speaker>, whose name is its text or an element of
// its own.
func (p *parser) person(tag xml.StartElement) draft.Speaker {
	person := draft.Speaker{Key: tokens.Attr(tag, "id")}
	longer := ""
	for ended := false; !ended; {
		switch inner := p.Next().(type) {
		case nil:
			ended = true
		case tokens.Text:
			person.Name = draft.First(person.Name, string(inner))
		case xml.EndElement:
			if inner.Name.Local != tag.Name.Local {
				p.Unread(inner)
			}
			ended = true
		case xml.StartElement:
			switch inner.Name.Local {
			case "name", "public_name", "full_public_name":
				person.Name = draft.First(person.Name, p.field(inner))
			case "biography", "abstract":
				person.Biography = p.field(inner)
			case "extended_biography", "description":
				longer = p.field(inner)
			case "event", "entry", "vevent", "day":
				p.Unread(inner)
				ended = true
			default:
				p.field(inner)
			}
		}
	}
	if longer != person.Biography {
		person.Biography = strings.TrimSpace(person.Biography + "\n\n" + longer)
	}
	return person
}

// boundaries are the elements that a field cannot hold: where one comes, the
// field has lost its end tag.
var boundaries = map[string]bool{
	"schedule": true, "conference": true, "day": true, "event": true, "entry": true, "vevent": true, "persons": true, "links": true, "attachments": true,
	"subtitle": true, "abstract": true, "description": true, "language": true, "duration": true, "recording": true,
}

// field reads the text of an element that has just begun.
func (p *parser) field(tag xml.StartElement) string {
	return p.Field(tag, func(name string) bool { return boundaries[name] })
}
