package parse

import (
	"bytes"
	"slices"
	"strings"
	"time"

	"talks/catalog"
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
	e := entry{
		line: line, day: r.day,
		id: v.text(jsonID), guid: v.text(jsonGUID), code: v.text(jsonCode), slug: firstOf(v.text(jsonSlug), key),
		title: v.title(), subtitle: v.text(jsonSubtitle),
		abstract: v.text(jsonAbstract), description: v.text(jsonDescription),
		kind:     r.referred(refType, v.values[jsonKind]),
		language: v.text(jsonLanguage),
		room:     firstOf(r.referred(refRoom, v.values[jsonRoom]), newJSONRef(slot.room).name, r.room),
		track:    firstOf(r.referred(refTrack, v.values[jsonTrack]), r.track),
		date:     v.text(jsonDate), duration: v.text(jsonDuration),
		start: firstOf(r.moment(v.values[jsonStart]), r.moment(slot.start)),
		end:   firstOf(r.moment(v.values[jsonEnd]), r.moment(slot.end)),
	}
	if v.ranks[jsonTitle] > 0 && !v.has(jsonAbstract) {
		e.abstract = v.text(jsonSummary)
	}
	if strings.Contains(e.kind, "#") {
		e.kind = "" // "calendar#event": Google's own, said of every object
	}
	e.joinDate(r.moment(v.values[jsonStartDate]))
	r.eventPeople(&e, v)
	r.eventLinks(&e, v)
	talks := len(r.doc.Talks)
	if r.add(&e); len(r.doc.Talks) > talks {
		r.refer(talks, v)
	}
}

// joinDate takes a date that is given besides the time of day. A date with a
// midnight that is none says no more than the day.
func (e *entry) joinDate(startDate string) {
	const day = len("2006-01-02")
	e.date = firstOf(e.date, startDate)
	if _, err := time.Parse("2006-01-02", e.start); err == nil {
		e.date, e.start = e.start, ""
	}
	if clock, ok := parseClock(e.start); ok && clock > 0 && len(e.date) > day && e.date[day:] == "T00:00:00" {
		e.date = e.date[:day]
	}
}

// eventPeople reads who gives the event: its authors, if it names no speakers.
func (r *jsonReader) eventPeople(e *entry, v *jsonEvent) {
	for _, people := range v.people {
		e.addPeople(people)
	}
	if len(e.speakers) == 0 {
		e.addPeople(v.values[jsonAuthors])
	}
	if len(e.speakers) == 0 && v.has(jsonTitle) && v.ranks[jsonBiography] > 0 {
		e.speakers = append(e.speakers, speaker{name: v.text(jsonName)})
	}
	if len(e.speakers) == 1 && e.speakers[0].biography == "" {
		e.speakers[0].biography = v.text(jsonBiography)
	}
}

// eventLinks reads what the event leads to.
func (r *jsonReader) eventLinks(e *entry, v *jsonEvent) {
	for _, links := range v.links {
		for link := range items(links) {
			if len(e.links) >= maxLinks {
				break
			}
			e.addJSONLink(link)
		}
	}
	e.addLink("Page", v.text(jsonURL), catalog.LinkPage)
	e.addLink("Origin", v.text(jsonOrigin), catalog.LinkPage)
	e.addLink("Feedback", v.text(jsonFeedback), catalog.LinkFeedback)
	e.addLink("Recording", webAddress(v.text(jsonRecording)), catalog.LinkRecording)
	e.addLink("Slides", webAddress(v.text(jsonSlides)), catalog.LinkSlides)
	for url := range items(v.values[jsonSlides]) {
		e.addLink("Slides", webAddress(anyText(url)), catalog.LinkSlides)
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
