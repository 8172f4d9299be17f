package parse

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"talks/catalog"
)

// maxNesting is how deep lists and objects of a JSON document are followed;
// the schedules known need seven.
const maxNesting = 64

var (
	errNesting = errors.New("nested too deep")
	errFull    = errors.New("more talks than are read")
)

// isJSON says that a document starts like a JSON object or a list of them,
// which no title does.
func isJSON(data []byte) bool {
	data = bytes.TrimLeft(data, " \t\r\n")
	if len(data) == 0 || data[0] != '{' && data[0] != '[' {
		return false
	}
	opening := data[0]
	data = bytes.TrimLeft(data[1:], " \t\r\n")
	return len(data) == 0 || opening == '{' && (data[0] == '"' || data[0] == '}') ||
		opening == '[' && (data[0] == '{' || data[0] == ']')
}

// A frabReader reads schedule.json: frab's and pretalx's, with events in
// schedule.conference.days[].rooms{}[], and the newer form with a flat list in
// schedule.events[] and people and tracks named by reference
// (https://c3voc.de/schedule/schema.json and schema2). Any other object or
// list is descended into, so pretalx's API answers ({"results": […]}) are
// read as well. It goes through the document once, event by event.
type frabReader struct {
	*schedule
	jsonScanner

	names          map[string]string // of tracks and rooms, by id, guid, slug or code
	day, room      string
	line, lineAt   int
	title, acronym string
}

func readFrab(doc *catalog.Document, data []byte) {
	r := &frabReader{schedule: newSchedule(doc), jsonScanner: jsonScanner{data: data}, names: make(map[string]string)}
	if err := r.walk("", "events", 0); err != nil && !r.full() {
		line := r.here()
		if errors.Is(err, io.ErrUnexpectedEOF) {
			r.problem(line, "the file ends in the middle", "get the file again")
		} else {
			r.problem(line, "not well formed, the rest is left out: "+CleanLine(err.Error()), "")
		}
	}
	doc.Name = firstOf(r.title, r.acronym)
	r.finish()
}

// here is the line, counted from 1, of what comes next.
func (r *frabReader) here() int {
	r.peek()
	r.line += bytes.Count(r.data[r.lineAt:r.pos], []byte("\n"))
	r.lineAt = r.pos
	return r.line + 1
}

// walk reads the value of a key; in is the key of what it lies in.
func (r *frabReader) walk(in, key string, depth int) error {
	if depth > maxNesting {
		return errNesting
	}
	switch r.peek() {
	case '{':
		r.pos++
		return r.object(in, key, depth)
	case '[':
		r.pos++
		return r.array(in, key, depth)
	}
	raw, err := r.value()
	if err == nil && raw[0] == '"' {
		r.scalar(in, key, raw)
	}
	return err
}

func (r *frabReader) object(in, key string, depth int) error {
	start := r.pos - 1
	r.pos = start
	line := r.here()
	r.pos++
	titled, talk := false, false
	for first := true; ; first = false {
		if more, err := r.more(first, '}'); !more || err != nil {
			r.room = ""
			return err
		}
		name, err := r.member()
		if err != nil {
			return err
		}
		if depth > 0 && key != "conference" && key != "schedule" {
			titled, talk = titled || name == "title", talk || ofTalk(name)
			if titled && talk {
				titled = false // looked at
				if read, err := r.loose(start, line); read || err != nil {
					return err
				}
			}
		}
		if key == "rooms" && in == "days" {
			r.room = name
		}
		if err := r.walk(key, strings.ToLower(name), depth+1); err != nil {
			return err
		}
	}
}

// ofTalk says that an object with a title and this key is a talk, wherever it
// stands.
func ofTalk(key string) bool {
	switch key {
	case "abstract", "speakers", "persons", "slots", "start", "duration":
		return true
	}
	return false
}

// loose reads the event that starts at an offset, unless it has no title or
// holds others. It stands in an object, by an id or by a room and a time, as
// those who gather pretalx's answers write them.
func (r *frabReader) loose(start, line int) (read bool, err error) {
	here := r.pos
	r.pos = start
	raw, err := r.value()
	if err != nil {
		return false, err
	}
	title := ""
	for key, value := range fields(raw) {
		if key == "title" {
			title = anyText(value)
		}
		if (value[0] == '[' || value[0] == '{') && holdsTalks(key) {
			title = ""
			break
		}
	}
	if title == "" {
		r.pos = here
		return false, nil
	}
	if r.event(raw, line); r.full() {
		return true, errFull
	}
	return true, nil
}

// holdsTalks says that a list of that name holds events.
func holdsTalks(key string) bool {
	switch key {
	case "events", "talks", "results", "sessions", "submissions":
		return true
	}
	return false
}

func (r *frabReader) array(in, key string, depth int) error {
	read := r.reader(in, key)
	for first := true; ; first = false {
		if more, err := r.more(first, ']'); !more || err != nil {
			return err
		}
		if read == nil {
			// An item of a list stands where its list does.
			if err := r.walk(in, key, depth+1); err != nil {
				return err
			}
			continue
		}
		line := r.here()
		raw, err := r.value()
		if err != nil {
			return err
		}
		if read(raw, line); r.full() {
			return errFull
		}
	}
}

// reader is what reads the items of a list, nil for a list that is walked.
func (r *frabReader) reader(in, key string) func([]byte, int) {
	switch {
	case in == "rooms", holdsTalks(key):
		return r.event
	case key == "tracks", key == "rooms":
		return r.named
	case key == "persons", key == "speakers":
		return r.person
	}
	return nil
}

// scalar takes what is said of the conference or of a day.
func (r *frabReader) scalar(in, key string, raw []byte) {
	if in != "days" && in != "conference" {
		return
	}
	value := jsonString(raw)
	switch {
	case in == "days" && key == "date":
		r.day = value
	case in == "days" && key == "day_start" && r.zone == nil:
		if t, err := parseMoment(value, nowhere()); err == nil {
			r.zone = t.Location()
		}
	case in != "conference":
	case key == "title":
		r.title = oneLine(value)
	case key == "acronym":
		r.acronym = oneLine(value)
	case key == "time_zone_name":
		r.setZone(value)
	case key == "day_change":
		r.dayChange, _ = parseClock(value)
	case key == "city" && r.zone == nil:
		r.zone = r.ofCity(value)
	}
}

// named keeps the name of a track or a room for those who refer to it.
func (r *frabReader) named(raw []byte, _ int) {
	ref := newJSONRef(raw)
	if ref.name == "" || len(r.names) > maxTalks {
		return
	}
	for _, key := range []string{ref.id, ref.guid, ref.slug} {
		if key != "" {
			r.names[key] = ref.name
		}
	}
}

// person keeps a biography for the talks of its person.
func (r *frabReader) person(raw []byte, _ int) {
	if s := jsonSpeaker(raw); s.key != "" && s.biography != "" {
		r.biographies[s.key] = s.biography
	}
}

// referred is the name of a track or a room that is given in full or by
// reference.
func (r *frabReader) referred(raw []byte) string {
	ref := newJSONRef(raw)
	for _, key := range []string{ref.guid, ref.slug, ref.id, ref.name} {
		if name := r.names[key]; name != "" {
			return name
		}
	}
	return firstOf(ref.name, ref.slug)
}
