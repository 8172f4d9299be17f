package parse

import (
	"bytes"

	"talks/catalog"
)

// A jsonEvent has the fields of every form of event: frab's, the newer one's
// and those of pretalx's API, each as it stands.
type jsonEvent struct {
	id, guid, code, slug             []byte
	title, name, subtitle            []byte
	abstract, description            []byte
	track, room                      []byte
	kind, submissionType             []byte
	language, locale                 []byte
	date, start, end, duration       []byte
	url, feedback, origin, recording []byte
	persons, participants, speakers  []byte
	links, attachments, resources    []byte
	slot, slots                      []byte
}

// field is where an event keeps the value of a key, or nil.
func (v *jsonEvent) field(key string) *[]byte {
	switch key {
	case "id":
		return &v.id
	case "guid":
		return &v.guid
	case "code":
		return &v.code
	case "slug":
		return &v.slug
	case "title":
		return &v.title
	case "name":
		return &v.name
	case "subtitle":
		return &v.subtitle
	case "abstract":
		return &v.abstract
	case "description":
		return &v.description
	case "track":
		return &v.track
	case "room":
		return &v.room
	case "type":
		return &v.kind
	case "submission_type":
		return &v.submissionType
	case "language":
		return &v.language
	case "content_locale":
		return &v.locale
	case "slot":
		return &v.slot
	case "slots":
		return &v.slots
	}
	return v.fieldAround(key)
}

// fieldAround is field for times, people and links.
func (v *jsonEvent) fieldAround(key string) *[]byte {
	switch key {
	case "date":
		return &v.date
	case "start":
		return &v.start
	case "end":
		return &v.end
	case "duration":
		return &v.duration
	case "url":
		return &v.url
	case "feedback_url":
		return &v.feedback
	case "origin_url":
		return &v.origin
	case "video_download_url":
		return &v.recording
	case "persons":
		return &v.persons
	case "participants":
		return &v.participants
	case "speakers":
		return &v.speakers
	case "links":
		return &v.links
	case "attachments":
		return &v.attachments
	case "resources":
		return &v.resources
	}
	return nil
}

// event reads one event of any of the forms.
func (r *frabReader) event(raw []byte, line int) {
	if !bytes.HasPrefix(raw, []byte("{")) {
		r.entries++
		r.problem(line, "an entry that is no object, left out", "")
		return
	}
	var v jsonEvent
	for key, value := range fields(raw) {
		if into := v.field(key); into != nil {
			*into = value
		}
	}
	slot := v.firstSlot()
	e := entry{
		line: line, day: r.day,
		id: anyText(v.id), guid: anyText(v.guid), code: anyText(v.code), slug: anyText(v.slug),
		title: firstText(v.title, v.name), subtitle: anyText(v.subtitle),
		abstract: anyText(v.abstract), description: anyText(v.description),
		kind: firstText(v.kind, v.submissionType), language: firstText(v.language, v.locale),
		room:  firstOf(r.referred(v.room), newJSONRef(slot.room).name, r.room),
		track: r.referred(v.track),
		date:  anyText(v.date), start: firstText(v.start, slot.start), end: firstText(v.end, slot.end), duration: anyText(v.duration),
	}
	for _, people := range [][]byte{v.persons, v.participants, v.speakers} {
		for person := range items(people) {
			if len(e.speakers) > maxSpeakers {
				break
			}
			e.speakers = append(e.speakers, jsonSpeaker(person))
		}
	}
	for _, links := range [][]byte{v.links, v.attachments, v.resources} {
		for link := range items(links) {
			if len(e.links) >= maxLinks {
				break
			}
			e.addJSONLink(link)
		}
	}
	e.addLink("Page", anyText(v.url), catalog.LinkPage)
	e.addLink("Origin", anyText(v.origin), catalog.LinkPage)
	e.addLink("Feedback", anyText(v.feedback), catalog.LinkFeedback)
	e.addLink("Recording", anyText(v.recording), catalog.LinkRecording)
	r.add(&e)
}

// A jsonSlot is when and where, in pretalx's API.
type jsonSlot struct{ start, end, room []byte }

// firstSlot is the first of an event's slots.
func (v *jsonEvent) firstSlot() (slot jsonSlot) {
	given := v.slot
	for first := range items(v.slots) {
		given = first
		break
	}
	for key, value := range fields(given) {
		switch key {
		case "start":
			slot.start = value
		case "end":
			slot.end = value
		case "room":
			slot.room = value
		}
	}
	return slot
}
