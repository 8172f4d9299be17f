package parse

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"talks/catalog"
)

// A jsonText reads whatever stands where a text is expected: a string, a
// number as it is written, or an object that gives the text in several
// languages ({"en": …, "de": …}) or under "name" or "title". Anything else is
// no text, and no error.
type jsonText string

// UnmarshalJSON never fails: one odd field must not cost the event.
func (t *jsonText) UnmarshalJSON(raw []byte) error {
	*t = jsonText(looseText(raw, 3))
	return nil
}

func looseText(raw []byte, depth int) string {
	switch {
	case len(raw) == 0 || depth == 0:
		return ""
	case raw[0] == '"':
		var s string
		if json.Unmarshal(raw, &s) == nil {
			return s
		}
	case raw[0] >= '0' && raw[0] <= '9' || raw[0] == '-':
		return string(raw)
	case raw[0] == '{':
		var fields map[string]json.RawMessage
		if json.Unmarshal(raw, &fields) != nil {
			return ""
		}
		for _, key := range []string{"en", "name", "title", "public_name"} {
			if s := looseText(fields[key], depth-1); s != "" {
				return s
			}
		}
		return localText(fields, depth-1)
	}
	return ""
}

// localText picks the first language, in the order of their codes.
func localText(fields map[string]json.RawMessage, depth int) string {
	var codes []string
	for code := range fields {
		if len(code) == 2 || len(code) > 2 && code[2] == '-' {
			codes = append(codes, code)
		}
	}
	slices.Sort(codes)
	for _, code := range codes {
		if s := looseText(fields[code], depth); s != "" {
			return s
		}
	}
	return ""
}

// A jsonList is a list whose odd items are left out; what is no list is empty.
type jsonList[T any] []T

func (l *jsonList[T]) UnmarshalJSON(raw []byte) error {
	var items []json.RawMessage
	if json.Unmarshal(raw, &items) != nil {
		return nil
	}
	for _, item := range items {
		var v T
		if json.Unmarshal(item, &v) == nil {
			*l = append(*l, v)
		}
	}
	return nil
}

// A jsonRef names a track or a room: by its name, or by an object that may
// have no more than a slug or a guid.
type jsonRef struct{ Name, Slug, GUID, ID jsonText }

func (r *jsonRef) UnmarshalJSON(raw []byte) error {
	if raw[0] != '{' {
		r.Name = jsonText(looseText(raw, 3))
		if raw[0] != '"' { // a number is a reference, not a name
			r.ID, r.Name = r.Name, ""
		}
		return nil
	}
	type plain jsonRef
	if json.Unmarshal(raw, (*plain)(r)) != nil || r.Name == "" {
		r.Name = jsonText(looseText(raw, 3))
	}
	return nil
}

// A jsonPerson is a speaker, given as an object or by the name alone.
type jsonPerson struct {
	ID         jsonText `json:"id"`
	GUID       jsonText `json:"guid"`
	Code       jsonText `json:"code"`
	Name       jsonText `json:"name"`
	PublicName jsonText `json:"public_name"`
	FullName   jsonText `json:"full_public_name"`
	Biography  jsonText `json:"biography"`
	Abstract   jsonText `json:"abstract"`
}

func (p *jsonPerson) UnmarshalJSON(raw []byte) error {
	if raw[0] != '{' {
		p.Name = jsonText(looseText(raw, 1))
		return nil
	}
	type plain jsonPerson
	return json.Unmarshal(raw, (*plain)(p))
}

func (p *jsonPerson) speaker() speaker {
	return speaker{
		key:       firstOf(string(p.GUID), string(p.Code), string(p.ID)),
		name:      firstOf(string(p.PublicName), string(p.Name), string(p.FullName)),
		biography: firstOf(string(p.Biography), string(p.Abstract)),
	}
}

// A jsonLink is a link, given as an object or by the address alone.
type jsonLink struct {
	URL, Href, Link, Resource, Title, Description, Type jsonText
}

func (l *jsonLink) UnmarshalJSON(raw []byte) error {
	if raw[0] != '{' {
		l.URL = jsonText(looseText(raw, 1))
		return nil
	}
	type plain jsonLink
	return json.Unmarshal(raw, (*plain)(l))
}

// addTo adds the link to an entry; a link without a title is called by its
// type.
func (l *jsonLink) addTo(e *entry) {
	title := firstOf(string(l.Title), string(l.Description))
	if title == "" && !strings.EqualFold(string(l.Type), "related") {
		title = strings.ToLower(strings.ReplaceAll(string(l.Type), "_", " "))
	}
	url := firstOf(string(l.URL), string(l.Href), string(l.Link), string(l.Resource))
	e.addLink(title, url, kindNamed(string(l.Type)))
}

// A jsonEvent has the fields of every form of event: frab's, the newer one's
// and those of pretalx's API.
type jsonEvent struct {
	ID, GUID, Code, Slug  jsonText
	Title, Subtitle, Name jsonText
	Abstract, Description jsonText
	Track, Room           jsonRef
	Type, Language        jsonText
	Date, Start, End      jsonText
	Duration              jsonText

	SubmissionType jsonText `json:"submission_type"`
	ContentLocale  jsonText `json:"content_locale"`
	URL            jsonText `json:"url"`
	FeedbackURL    jsonText `json:"feedback_url"`
	OriginURL      jsonText `json:"origin_url"`
	RecordingURL   jsonText `json:"video_download_url"`

	Persons, Participants, Speakers jsonList[jsonPerson]
	Links, Attachments, Resources   jsonList[jsonLink]

	Slot  jsonSlot
	Slots jsonList[jsonSlot]
}

// A jsonSlot is when and where, in pretalx's API.
type jsonSlot struct {
	Start, End jsonText
	Room       jsonRef
}

func (s *jsonSlot) UnmarshalJSON(raw []byte) error {
	if !bytes.HasPrefix(raw, []byte("{")) {
		return nil // the number of a slot, or null
	}
	type plain jsonSlot
	return json.Unmarshal(raw, (*plain)(s))
}

func (v *jsonEvent) entry() entry {
	slot := v.Slot
	if len(v.Slots) > 0 {
		slot = v.Slots[0]
	}
	e := entry{
		id: string(v.ID), guid: string(v.GUID), code: string(v.Code), slug: string(v.Slug),
		title: firstOf(string(v.Title), string(v.Name)), subtitle: string(v.Subtitle),
		abstract: string(v.Abstract), description: string(v.Description),
		kind:     firstOf(string(v.Type), string(v.SubmissionType)),
		language: firstOf(string(v.Language), string(v.ContentLocale)),
		room:     string(slot.Room.Name),
		date:     string(v.Date), start: firstOf(string(v.Start), string(slot.Start)),
		end: firstOf(string(v.End), string(slot.End)), duration: string(v.Duration),
	}
	for _, people := range []jsonList[jsonPerson]{v.Persons, v.Participants, v.Speakers} {
		for i := range people {
			e.speakers = append(e.speakers, people[i].speaker())
		}
	}
	for _, links := range []jsonList[jsonLink]{v.Links, v.Attachments, v.Resources} {
		for i := range links {
			links[i].addTo(&e)
		}
	}
	e.addLink("Page", string(v.URL), catalog.LinkPage)
	e.addLink("Origin", string(v.OriginURL), catalog.LinkPage)
	e.addLink("Feedback", string(v.FeedbackURL), catalog.LinkFeedback)
	e.addLink("Recording", string(v.RecordingURL), catalog.LinkRecording)
	return e
}
