package parse

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"talks/catalog"
)

// maxNesting is how deep lists and objects of a JSON document are followed;
// the schedules known need seven.
const maxNesting = 64

var errNesting = errors.New("nested too deep")

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
	data []byte
	dec  *json.Decoder

	names          map[string]string // of tracks and rooms, by id, guid, slug or code
	day, room      string
	line, lineAt   int
	title, acronym string
}

func readFrab(doc *catalog.Document, data []byte) {
	r := &frabReader{schedule: newSchedule(doc), data: data, names: make(map[string]string)}
	r.dec = json.NewDecoder(bytes.NewReader(data))
	if err := r.walk("", "events", 0); err != nil {
		line := r.lineOf(r.dec.InputOffset())
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			report(doc, line, "the file ends in the middle", "get the file again")
		} else {
			report(doc, line, "not well formed, the rest is left out: "+CleanLine(err.Error()), "")
		}
	}
	doc.Name = firstOf(r.title, r.acronym)
	r.finish()
}

// lineOf is the line, counted from 1, of a byte offset; offsets don't decrease.
func (r *frabReader) lineOf(offset int64) int {
	at := min(int(offset), len(r.data))
	for at < len(r.data) && strings.IndexByte(" \t\r\n,:", r.data[at]) >= 0 {
		at++
	}
	if at > r.lineAt {
		r.line += bytes.Count(r.data[r.lineAt:at], []byte("\n"))
		r.lineAt = at
	}
	return r.line + 1
}

// walk reads the value of a key; in is the key of what it lies in.
func (r *frabReader) walk(in, key string, depth int) error {
	if depth > maxNesting {
		return errNesting
	}
	token, err := r.dec.Token()
	if err != nil {
		return err
	}
	switch token {
	case json.Delim('{'):
		return r.object(in, key, depth)
	case json.Delim('['):
		return r.array(in, key, depth)
	}
	if s, ok := token.(string); ok {
		r.scalar(in, key, s)
	}
	return nil
}

func (r *frabReader) object(in, key string, depth int) error {
	for r.dec.More() {
		token, err := r.dec.Token()
		if err != nil {
			return err
		}
		name, _ := token.(string)
		if key == "rooms" && in == "days" {
			r.room = name
		}
		if err := r.walk(key, name, depth+1); err != nil {
			return err
		}
	}
	r.room = ""
	_, err := r.dec.Token()
	return err
}

func (r *frabReader) array(in, key string, depth int) error {
	read := r.reader(in, key)
	for r.dec.More() {
		if read == nil {
			// An item of a list stands where its list does.
			if err := r.walk(in, key, depth+1); err != nil {
				return err
			}
			continue
		}
		line := r.lineOf(r.dec.InputOffset())
		var raw json.RawMessage
		if err := r.dec.Decode(&raw); err != nil {
			return err
		}
		if err := read(raw, line); err != nil {
			r.problem(line, "an entry that cannot be read: "+CleanLine(err.Error()), "")
		}
	}
	_, err := r.dec.Token()
	return err
}

// reader is what reads the items of a list, nil for a list that is walked.
func (r *frabReader) reader(in, key string) func(json.RawMessage, int) error {
	switch {
	case in == "rooms", key == "events", key == "talks", key == "results", key == "sessions", key == "submissions":
		return r.event
	case key == "tracks", key == "rooms":
		return r.named
	case key == "persons", key == "speakers":
		return r.person
	}
	return nil
}

// scalar takes what is said of the conference or of a day.
func (r *frabReader) scalar(in, key, value string) {
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
func (r *frabReader) named(raw json.RawMessage, _ int) error {
	var item struct {
		ID   jsonText `json:"id"`
		GUID jsonText `json:"guid"`
		Slug jsonText `json:"slug"`
		Name jsonText `json:"name"`
	}
	if err := json.Unmarshal(raw, &item); err != nil {
		return err
	}
	for _, key := range []jsonText{item.ID, item.GUID, item.Slug} {
		if key != "" && item.Name != "" {
			r.names[string(key)] = string(item.Name)
		}
	}
	return nil
}

// person keeps a biography for the talks of its person.
func (r *frabReader) person(raw json.RawMessage, _ int) error {
	var p jsonPerson
	if err := json.Unmarshal(raw, &p); err != nil {
		return err
	}
	if s := p.speaker(); s.key != "" && s.biography != "" {
		r.biographies[s.key] = s.biography
	}
	return nil
}

// event reads one event of any of the forms.
func (r *frabReader) event(raw json.RawMessage, line int) error {
	var v jsonEvent
	if err := json.Unmarshal(raw, &v); err != nil {
		return fmt.Errorf("%w", err)
	}
	e := v.entry()
	e.line, e.day = line, r.day
	e.room = firstOf(r.referred(v.Room), e.room, r.room)
	e.track = r.referred(v.Track)
	r.add(&e)
	return nil
}

// referred is the name of a track or a room that is given in full or by
// reference.
func (r *frabReader) referred(ref jsonRef) string {
	for _, key := range []jsonText{ref.GUID, ref.Slug, ref.ID, ref.Name} {
		if name := r.names[string(key)]; name != "" {
			return name
		}
	}
	return firstOf(string(ref.Name), string(ref.Slug))
}
