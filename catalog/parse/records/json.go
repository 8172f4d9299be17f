// Package records parses JSON in which talks are objects, whatever service
// wrote it.
package records

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"talks/catalog"
	"talks/catalog/parse/clean"
	"talks/catalog/parse/draft"
	"talks/catalog/parse/markup"
	"talks/catalog/parse/when"
)

// maxNesting is how deep lists and objects of a JSON document are followed;
// the schedules known need seven.
const maxNesting = 16

var (
	errNesting = errors.New("nested too deep")
	errFull    = errors.New("more talks than are read")
)

// Is reports that a document starts like a JSON object or a list of them,
// which no title does.
func Is(data []byte) bool {
	data = bytes.TrimLeft(data, " \t\r\n")
	if len(data) == 0 || data[0] != '{' && data[0] != '[' {
		return false
	}
	opening := data[0]
	data = bytes.TrimLeft(data[1:], " \t\r\n")
	return len(data) == 0 || opening == '{' && (data[0] == '"' || data[0] == '}') ||
		opening == '[' && (data[0] == '{' || data[0] == ']')
}

// A jsonReader reads schedule.json: frab's and pretalx's, with events in
// schedule.conference.days[].rooms{}[], and the newer form with a flat list in
// schedule.events[] and people and tracks named by reference
// (https://c3voc.de/schedule/schema.json and schema2). Any other object or
// list is descended into, and what looks like a talk is one wherever it stands:
// so the answers of pretalx's API and the exports of Indico, Sessionize and
// others are read as well (see jsonNames).
type jsonReader struct {
	*draft.Schedule
	jsonScanner
	references

	day, room, track string
	line, lineAt     int
	title, acronym   string
	label            string // what the whole is called, if it says no better
}

// Parse reads a document into talks and problems.
func Parse(doc *catalog.Document, data []byte) {
	r := &jsonReader{Schedule: draft.New(doc), jsonScanner: jsonScanner{data: data}, references: newReferences()}
	err := r.walk(jsonPlace{}, 0)
	if err == nil && r.peek() == '{' && r.Entries == 0 { // the first line counts as the others do
		r.pos, r.line, r.lineAt, r.label = 0, 0, 0, ""
	}
	for err == nil && r.peek() == '{' { // JSON lines: a list without its brackets
		err = r.walk(jsonPlace{item: true, listed: true}, 1)
	}
	if err == nil && r.peek() != 0 {
		err = r.unexpected()
	}
	if err != nil && !r.Full() {
		line := r.here()
		if errors.Is(err, io.ErrUnexpectedEOF) {
			r.Problem(line, "the file ends in the middle", "get the file again")
		} else {
			r.Problem(line, "not well formed, the rest is left out: "+clean.Line(err.Error()), "")
		}
	}
	doc.Name = draft.First(r.title, r.acronym, r.label)
	r.resolve()
	r.Finish()
}

// here is the line, counted from 1, of what comes next.
func (r *jsonReader) here() int {
	r.peek()
	r.line += bytes.Count(r.data[r.lineAt:r.pos], []byte("\n"))
	r.lineAt = r.pos
	return r.line + 1
}

// A jsonPlace is where a value stands: its key, or that of the list whose item
// it is, and the key of what that lies in.
type jsonPlace struct {
	in, key string
	item    bool // of a list
	listed  bool // of a list of talks, which nothing but its items tells
	named   bool // in a map of talks or of people, under its own name
}

// walk reads the value at a place.
func (r *jsonReader) walk(at jsonPlace, depth int) error {
	if depth > maxNesting {
		return errNesting
	}
	switch r.peek() {
	case '{':
		return r.object(at, depth)
	case '[':
		r.pos++
		return r.array(at, depth)
	}
	raw, err := r.value()
	if err == nil && raw[0] == '"' {
		r.scalar(at.in, at.key, raw)
	}
	return err
}

// object reads an event or a person, or the members of what is neither.
func (r *jsonReader) object(at jsonPlace, depth int) error {
	if read, err := r.talk(at, depth); read || err != nil {
		return err
	}
	if at.named && isPeople(at.in) {
		if start := r.pos; r.skip() {
			r.person(at.key, r.data[start:r.pos])
			return nil
		}
	}
	room, track, before, start := r.room, r.track, r.Entries, r.pos
	defer func() { r.room, r.track = room, track }()
	timed := false
	r.enter(at.key, depth)
	members := jsonPlace{in: at.key, named: !at.item && (holdsTalks(at.key) || isPeople(at.key))}
	for first := true; ; first = false {
		if more, err := r.more(first, '}'); !more || err != nil {
			return err
		}
		name, err := r.member()
		if err != nil {
			return err
		}
		if at.key == "rooms" && at.in == "days" {
			r.room = name
		}
		members.key = strings.ToLower(name)
		if members.key == "timeslots" && r.Entries > before { // Sessionize lists the rooms' sessions once more
			_, err = r.value()
		} else {
			err = r.walk(members, depth+1)
		}
		if members.key == "timeslots" && err == nil && !timed {
			timed = true
			here := r.pos
			if r.pos = start; r.skip() {
				r.timetable(r.data[start:r.pos], r.line+1)
			}
			r.pos = here
		}
		if err != nil {
			return err
		}
	}
}

// talk reads the object at hand if it is a talk, or says nothing of use. A
// file may be a single talk, if it has a text.
func (r *jsonReader) talk(at jsonPlace, depth int) (read bool, err error) {
	if !at.item && (at.key == "conference" || at.key == "schedule") {
		return false, nil
	}
	start, line := r.pos, r.here()
	raw, err := r.value()
	if err != nil {
		r.pos = start // it ends in the middle; what lies in it may not
		return false, nil
	}
	v := newJSONEvent(raw)
	if read = v.isEvent(at, depth); !read {
		r.pos = start
		return false, nil
	}
	id := ""
	if at.named {
		id = at.key
	}
	if r.event(&v, id, line); r.Full() {
		return true, errFull
	}
	return true, nil
}

// enter takes what an object says of the talks within it, and passes its
// bracket. A room or a track may hold its own.
func (r *jsonReader) enter(key string, depth int) {
	start := r.pos
	r.pos++
	if depth > 0 && key != "results" && key != "rooms" && key != "tracks" {
		return
	}
	r.pos = start
	raw, err := r.value()
	if r.pos = start + 1; err != nil {
		return
	}
	if v := newJSONEvent(raw); v.inner || depth == 0 {
		name := markup.Line(firstText(v.values[jsonTitle], v.values[jsonName], v.values[jsonSummary]))
		switch key {
		case "rooms":
			r.room = name
		case "tracks":
			r.track = name
		default:
			r.label = draft.First(r.label, name)
		}
	}
}

func (r *jsonReader) array(at jsonPlace, depth int) error {
	at.item, at.named, at.listed = true, false, false
	if at.in == "" && at.key == "" || at.key == "results" {
		at.listed = r.listsTalks()
	}
	for first := true; ; first = false {
		if more, err := r.more(first, ']'); !more || err != nil {
			return err
		}
		c := r.peek()
		if c != '{' && c != '[' && at.key == "events" {
			r.Entries++
			r.Problem(r.here(), "an entry that is no object, left out", "")
		}
		if done := c == '{' && r.noted(at.key); done {
			continue
		}
		// An item of a list stands where its list does.
		if err := r.walk(at, depth+1); err != nil {
			return err
		}
		if r.Full() {
			return errFull
		}
	}
}

// noted keeps what an item of a list says for those who refer to it. It says
// that the item at hand has nothing more; one with a title in it may have.
func (r *jsonReader) noted(key string) (done bool) {
	kind, named := refRoom, true
	switch key {
	case "rooms":
	case "tracks":
		kind = refTrack
	case "session_types", "submission_types":
		kind = refType
	default:
		named = false
	}
	if !named && key != "categories" && !isPeople(key) {
		return false
	}
	start := r.pos
	raw, err := r.value()
	switch {
	case err != nil:
	case key == "categories":
		r.category(raw)
		return true
	case !named:
		r.person("", raw)
		return true
	default:
		if r.references.named(kind, raw); !bytes.Contains(raw, []byte(`"title"`)) {
			return true
		}
	}
	r.pos = start
	return false
}

// scalar takes what is said of the conference or of a day.
func (r *jsonReader) scalar(in, key string, raw []byte) {
	value := jsonString(raw)
	switch {
	case key == "timezone" && r.Zone == nil:
		r.Zone = r.Zones.Named(value)
	case in == "days" && key == "date":
		r.day = value
	case in == "days" && key == "day_start" && r.Zone == nil:
		if t, err := when.Moment(value, when.Nowhere()); err == nil {
			r.Zone = t.Location()
		}
	case in != "conference":
	case key == "title":
		r.title = markup.Line(value)
	case key == "acronym":
		r.acronym = markup.Line(value)
	case key == "time_zone_name":
		r.SetZone(value)
	case key == "day_change":
		r.DayChange, _ = when.Clock(value)
	case key == "city" && r.Zone == nil:
		r.Zone = r.OfCity(value)
	}
}
