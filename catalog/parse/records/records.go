// Package records parses JSON, YAML, XML and tables in which talks are objects
// or rows, whatever service wrote them: schedule.json of frab and pretalx
// (https://c3voc.de/schedule/schema.json and schema2), the answers of pretalx's
// API, the exports of Indico, Sessionize and others (see keys.go).
//
// Package tree makes a tree of nodes of a document, whatever its notation. What
// a notation leaves open is told here: which heading of a table (csv.go) and
// which label of a line (labels.go) is what name, and whether the front matter
// of a page is that of a talk (page.go). A vocabulary tells the field that each
// name in the tree stands for (keys.go). The parser looks through the tree for
// objects that are talks (walk.go), by what they tell (object.go, evidence.go),
// and for the rooms, tracks and people that talks refer to, and makes an event
// of each talk (event.go). If there is none, it says what it has seen instead
// (notalks.go).
package records

import (
	"talks/catalog"
	"talks/catalog/parse/clean"
	"talks/catalog/parse/draft"
	"talks/catalog/parse/records/tree"
)

// A reader makes the tree of a document in one notation.
type reader func(data []byte, problem func(line int, what, hint string)) *tree.Tree

// Parse reads a document of JSON into talks and problems.
func Parse(doc *catalog.Document, data []byte) { parse(doc, data, tree.JSON) }

// ParseScript reads the lists and objects of a JavaScript file into talks and
// problems.
func ParseScript(doc *catalog.Document, data []byte) {
	parse(doc, data, func(data []byte, problem func(line int, what, hint string)) *tree.Tree {
		return tree.Script(data, problem, "title")
	})
}

// ParseYAML reads a document of YAML into talks and problems.
func ParseYAML(doc *catalog.Document, data []byte) { parse(doc, data, tree.YAML) }

// ParseXML reads a document of XML into talks and problems, whatever it calls
// them.
func ParseXML(doc *catalog.Document, data []byte) {
	parse(doc, data, tree.XML)
	if root, isTag := tree.Root(data); isTag && len(doc.Talks) == 0 {
		doc.Format, doc.Problems = "", nil
		draft.Report(doc, 0, "no schedule that talks knows, its first element is "+clean.Quote(root), "a schedule.xml has an <event> for each talk")
	}
}

// parse reads a document into talks and problems.
func parse(doc *catalog.Document, data []byte, read reader) {
	s := draft.New(doc)
	p := &parser{
		schedule: s, words: newVocabulary(read(data, s.Problem)), rooms: make(map[string]string), tracks: make(map[string]string), types: make(map[string]string),
		people: make(map[string]string), categories: make(map[string]category), timeslots: make(map[string]timeslot),
		givers: make(map[string][]draft.Speaker),
	}
	p.walkAll()
	doc.Name = draft.First(p.conference.title, p.conference.acronym, p.label)
	s.Expect(len(p.talks))
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
		s.Seen = p.words.seen()
	}
	s.Finish()
}

// A parser gathers what one document has of talks.
type parser struct {
	schedule   *draft.Schedule
	words      *vocabulary // with the tree of the document
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
