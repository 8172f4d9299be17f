// Package records parses JSON, YAML, XML and tables in which talks are objects
// or rows, whatever service wrote them: schedule.json of frab and pretalx
// (https://c3voc.de/schedule/schema.json and schema2), the answers of pretalx's
// API, the exports of Indico, Sessionize and others (see keys.go).
//
// A document becomes a tree of nodes (node.go, tree.go), whatever its notation:
// JSON (json.go; mend.go goes on after a fault), JavaScript (script.go), YAML
// (yaml.go), XML (xml.go), CSV (csv.go), a page with front matter (page.go) or
// lines with labels (labels.go). The parser looks through it for
// objects that are talks (walk.go), by what they tell (object.go, evidence.go),
// and for the rooms, tracks and people that talks refer to, and makes an event
// of each talk (event.go). If there is none, it says what it has seen instead
// (seen.go).
package records

import (
	"bytes"

	"talks/catalog"
	"talks/catalog/parse/draft"
)

// Is reports whether a document starts like a JSON object or a list of them,
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

// A reader makes the tree of a document in one notation.
type reader func(data []byte, problem func(line int, what, hint string)) *tree

// Parse reads a document of JSON into talks and problems.
func Parse(doc *catalog.Document, data []byte) { parse(doc, data, readJSON) }

// parse reads a document into talks and problems.
func parse(doc *catalog.Document, data []byte, read reader) {
	s := draft.New(doc)
	p := &parser{
		schedule: s, rooms: make(map[string]string), tracks: make(map[string]string), types: make(map[string]string),
		people: make(map[string]string), categories: make(map[string]category), timeslots: make(map[string]timeslot),
		givers: make(map[string][]draft.Speaker),
	}
	t := read(data, s.Problem)
	p.walkAll(t)
	doc.Name = draft.First(p.conference.title, p.conference.acronym, p.label)
	for _, t := range p.talks {
		if s.Full() {
			break
		}
		e := p.event(&t)
		s.Add(&e)
	}
	if n := p.strangers.Lines; n > 0 {
		s.Problem(p.strangers.First, "speakers that are named by an id alone in "+catalog.Count(n, "talk", "talks")+", left out", "their names are in another file")
	}
	if len(p.talks) == 0 {
		s.Seen = seen(t)
	}
	s.Finish()
}

// A parser gathers what one document has of talks.
type parser struct {
	schedule   *draft.Schedule
	conference conference
	label      string // what the whole is called, if the conference has no name
	talks      []talk
	strangers  draft.LineCount // lines of talks with a speaker without a name

	// What talks refer to, by id, guid or slug.
	rooms, tracks, types map[string]string
	people               map[string]string
	categories           map[string]category
	timeslots            map[string]timeslot        // by the id of the talk
	givers               map[string][]draft.Speaker // of a talk, by its id, as the people name it
}
