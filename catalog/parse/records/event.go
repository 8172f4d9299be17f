package records

import (
	"bytes"
	"slices"
	"strings"
	"time"

	"talks/catalog"
	"talks/catalog/parse/draft"
	"talks/catalog/parse/when"
)

// A jsonEvent has the values of an object that may be an event, by what they
// tell, each as it stands.
type jsonEvent struct {
	values [jsonFields][]byte
	ranks  [jsonFields]uint8
	people [][]byte // every value that tells of people
	links  [][]byte
	inner  bool // a list within it holds talks
	known  bool // it has a field of an event
}

// newJSONEvent looks at an object's members. A language's own object, as in
// {"en": {"title": …}, "zh": …}, tells what the event itself does not.
func newJSONEvent(raw []byte) jsonEvent {
	var v jsonEvent
	for key, value := range fields(raw) {
		if rank := localeRank(key); rank > 0 && value[0] == '{' {
			for key, value := range fields(value) {
				if f := keyOf(key).field; isLocal(f) {
					v.take(jsonKey{f, rank}, value)
				}
			}
			continue
		}
		v.take(keyOf(key), value)
	}
	return v
}

// take keeps a value unless a better one is there.
func (v *jsonEvent) take(k jsonKey, value []byte) {
	switch k.field {
	case jsonNothing:
		return
	case jsonInner:
		v.inner = v.inner || startsObject(value)
		return
	case jsonPeople:
		v.people = append(v.people, value)
	case jsonLinks:
		v.links = append(v.links, value)
	}
	v.known = true
	now := v.ranks[k.field]
	empty := isNothing(value)
	if now == 0 || !empty && (k.rank < now || isNothing(v.values[k.field])) {
		v.values[k.field], v.ranks[k.field] = value, k.rank
	}
}

// has says that the field is there, if only as an empty list.
func (v *jsonEvent) has(f jsonField) bool {
	value := v.values[f]
	return len(value) > 0 && (value[0] == '[' || !isNothing(value))
}

func (v *jsonEvent) hasAny(fields ...jsonField) bool { return slices.ContainsFunc(fields, v.has) }

func (v *jsonEvent) text(f jsonField) string { return anyText(v.values[f]) }

// isNothing says that a value is null, false, or an empty text, list or
// object.
func isNothing(value []byte) bool {
	switch string(value) {
	case "", "null", "false", `""`, "[]", "{}":
		return true
	}
	return false
}

// startsObject says that a value is a list or an object with an object in it.
func startsObject(value []byte) bool {
	switch value[0] {
	case '[':
		return bytes.HasPrefix(bytes.TrimLeft(value[1:], " \t\r\n"), []byte("{"))
	case '{':
		for _, inner := range fields(value) {
			return inner[0] == '{' || inner[0] == '['
		}
	}
	return false
}

// event reads an event of any of the forms. The key is that of its object, for
// one that has no id of its own.
func (r *jsonReader) event(v *jsonEvent, key string, line int) {
	slot := v.firstSlot()
	e := draft.Event{Line: line}
	e.Text = draft.Texts{
		draft.ID: v.text(jsonID), draft.GUID: v.text(jsonGUID), draft.Code: v.text(jsonCode), draft.Slug: draft.First(v.text(jsonSlug), key),
		draft.Title: v.title(), draft.Subtitle: v.text(jsonSubtitle),
		draft.Abstract: v.text(jsonAbstract), draft.Description: v.text(jsonDescription),
		draft.Kind:     r.referred(refType, v.values[jsonKind]),
		draft.Language: v.text(jsonLanguage),
		draft.Room:     draft.First(r.referred(refRoom, v.values[jsonRoom]), newJSONRef(slot.room).name, r.room),
		draft.Track:    draft.First(r.referred(refTrack, v.values[jsonTrack]), r.track),
		draft.Day:      r.day,
		draft.Date:     v.text(jsonDate), draft.Duration: v.text(jsonDuration),
		draft.Start: draft.First(r.moment(v.values[jsonStart]), r.moment(slot.start)),
		draft.End:   draft.First(r.moment(v.values[jsonEnd]), r.moment(slot.end)),
	}
	if v.ranks[jsonTitle] > 0 && !v.has(jsonAbstract) {
		e.Text[draft.Abstract] = v.text(jsonSummary)
	}
	if strings.Contains(e.Text[draft.Kind], "#") {
		e.Text[draft.Kind] = "" // "calendar#event": Google's own, said of every object
	}
	joinDate(&e, r.moment(v.values[jsonStartDate]))
	r.eventPeople(&e, v)
	r.eventLinks(&e, v)
	talks := len(r.Doc.Talks)
	if r.Add(&e); len(r.Doc.Talks) > talks {
		r.refer(talks, v)
	}
}

// joinDate takes a date that is given besides the time of day. A date with a
// midnight that is none says no more than the day.
func joinDate(e *draft.Event, startDate string) {
	const day = len("2006-01-02")
	e.Text[draft.Date] = draft.First(e.Text[draft.Date], startDate)
	if _, err := time.Parse("2006-01-02", e.Text[draft.Start]); err == nil {
		e.Text[draft.Date], e.Text[draft.Start] = e.Text[draft.Start], ""
	}
	if clock, ok := when.Clock(e.Text[draft.Start]); ok && clock > 0 && len(e.Text[draft.Date]) > day && e.Text[draft.Date][day:] == "T00:00:00" {
		e.Text[draft.Date] = e.Text[draft.Date][:day]
	}
}

// eventPeople reads who gives the event: its authors, if it names no speakers.
func (r *jsonReader) eventPeople(e *draft.Event, v *jsonEvent) {
	for _, people := range v.people {
		addPeople(e, people)
	}
	if len(e.Speakers) == 0 {
		addPeople(e, v.values[jsonAuthors])
	}
	if len(e.Speakers) == 0 && v.has(jsonTitle) && v.ranks[jsonBiography] > 0 {
		e.Speakers = append(e.Speakers, draft.Speaker{Name: v.text(jsonName)})
	}
	if len(e.Speakers) == 1 && e.Speakers[0].Biography == "" {
		e.Speakers[0].Biography = v.text(jsonBiography)
	}
}

// eventLinks reads what the event leads to.
func (r *jsonReader) eventLinks(e *draft.Event, v *jsonEvent) {
	for _, links := range v.links {
		for link := range items(links) {
			if len(e.Links) >= draft.MaxLinks {
				break
			}
			addLink(e, link)
		}
	}
	e.AddLink("Page", v.text(jsonURL), catalog.LinkPage)
	e.AddLink("Origin", v.text(jsonOrigin), catalog.LinkPage)
	e.AddLink("Feedback", v.text(jsonFeedback), catalog.LinkFeedback)
	e.AddLink("Recording", webAddress(v.text(jsonRecording)), catalog.LinkRecording)
	e.AddLink("Slides", webAddress(v.text(jsonSlides)), catalog.LinkSlides)
	for url := range items(v.values[jsonSlides]) {
		e.AddLink("Slides", webAddress(anyText(url)), catalog.LinkSlides)
	}
}

// A jsonSlot is when and where, in pretalx's API.
type jsonSlot struct{ start, end, room []byte }

// firstSlot is the first of an event's slots.
func (v *jsonEvent) firstSlot() (slot jsonSlot) {
	given := v.values[jsonSlots]
	for first := range items(given) {
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
