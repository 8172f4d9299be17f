package records

import (
	"bytes"
	"strings"

	"talks/catalog"
	"talks/catalog/parse/draft"
	"talks/catalog/parse/markup"
)

// A refKind is a kind of thing that events refer to by an id.
type refKind uint8

const (
	refRoom refKind = iota
	refTrack
	refType
	refKinds
)

// references are the names of what events refer to. A document may give them
// behind its events, so that the last are settled at its end.
type references struct {
	names      [refKinds]map[string]string // by id, guid, slug or code
	people     map[string]string           // clean
	categories map[string]jsonCategory     // of Sessionize, by the id of the item, clean
	late       []lateReference
	coded      map[int]bool // talks with one of pretalx's codes
	sorted     []lateCategories
	slots      []lateSlot
}

type lateReference struct {
	talk int // index among the document's
	kind refKind
	key  string
}

func newReferences() references {
	r := references{people: make(map[string]string), coded: make(map[int]bool), categories: make(map[string]jsonCategory)}
	for i := range r.names {
		r.names[i] = make(map[string]string)
	}
	return r
}

// named keeps the name of a track or a room for those who refer to it.
func (r *references) named(kind refKind, raw []byte) {
	ref := newJSONRef(raw)
	if ref.name == "" || len(r.names[kind]) > draft.MaxTalks {
		return
	}
	for _, key := range []string{ref.id, ref.guid, ref.slug} {
		if key != "" {
			r.names[kind][key] = draft.Shorten(ref.name)
		}
	}
}

// referred is the name of a track or a room that is given in full or by
// reference.
func (r *references) referred(kind refKind, raw []byte) string {
	if bytes.HasPrefix(raw, []byte("[")) {
		return joinTexts(raw)
	}
	ref := newJSONRef(raw)
	for _, key := range []string{ref.guid, ref.slug, ref.id, ref.name} {
		if name := r.names[kind][key]; name != "" {
			return name
		}
	}
	return draft.First(ref.name, ref.slug)
}

// person keeps a person for the talks that name no more than the key.
func (r *jsonReader) person(key string, raw []byte) {
	s := jsonSpeaker(raw)
	if s.Key = draft.First(s.Key, key); s.Key == "" || len(r.people) > draft.MaxTalks {
		return
	}
	r.people[s.Key] = markup.Line(draft.Shorten(s.Name))
	if s.Biography != "" {
		r.Biographies[s.Key] = s.Biography
	}
}

// refer remembers what a talk refers to and the document has not named yet.
func (r *jsonReader) refer(talk int, v *jsonEvent) {
	for kind, field := range [refKinds]jsonField{refRoom: jsonRoom, refTrack: jsonTrack, refType: jsonKind} {
		ref := newJSONRef(v.values[field])
		key := draft.First(ref.guid, ref.slug, ref.id, ref.name)
		if key != "" && r.names[kind][key] == "" {
			r.late = append(r.late, lateReference{talk: talk, kind: refKind(kind), key: key})
		}
	}
	if isCode(v.text(jsonCode)) {
		r.coded[talk] = true
	}
	if raw := v.values[jsonSorts]; !isNothing(raw) {
		r.sorted = append(r.sorted, lateCategories{talk: talk, raw: raw})
	}
}

// resolve settles what talks refer to, once the whole document is read.
func (r *jsonReader) resolve() {
	for _, l := range r.late {
		if name := markup.Line(r.names[l.kind][l.key]); name != "" {
			*slotText(&r.Doc.Talks[l.talk], l.kind) = name
		}
	}
	for _, s := range r.sorted {
		r.sort(&r.Doc.Talks[s.talk], s.raw)
	}
	r.timed()
	strangers, line := 0, 0
	for i := range r.Doc.Talks {
		if r.introduce(i) {
			if strangers++; strangers == 1 {
				line = r.Doc.Talks[i].Source.Line
			}
		}
	}
	if strangers > 0 {
		r.Problem(line, "speakers that are named by an id alone in "+catalog.Count(strangers, "talk", "talks")+", left out", "their names are in another file")
	}
}

func slotText(t *catalog.Talk, kind refKind) *string {
	switch kind {
	case refRoom:
		return &t.Slot.Room
	case refTrack:
		return &t.Slot.Track
	}
	return &t.Type
}

// introduce gives a talk's speakers the names that go with their keys. It says
// that there was one without a name, who is left out.
func (r *jsonReader) introduce(talk int) (stranger bool) {
	t := &r.Doc.Talks[talk]
	keys := r.Keys[talk]
	kept := 0
	for i, p := range t.Speakers {
		if p.Name == keys[i] {
			if name := r.people[p.Name]; name != "" {
				p.Name = name
			} else if isID(p.Name) || isCode(p.Name) && r.coded[talk] {
				stranger = true
				continue
			}
		}
		t.Speakers[kept], keys[kept] = p, keys[i]
		kept++
	}
	t.Speakers, r.Keys[talk] = t.Speakers[:kept], keys[:kept]
	if kept == 0 {
		t.Speakers = nil
	}
	return stranger
}

// isID says that a text is a number or a string of hexadecimal digits, as no
// name is.
func isID(s string) bool {
	return strings.ContainsAny(s, "0123456789") && strings.Trim(s, "0123456789abcdefABCDEF-") == ""
}

// isCode says that a text looks like one of pretalx's codes, "ABCDE7". So do
// some names, but not those of talks that have a code too.
func isCode(s string) bool {
	return len(s) >= 5 && len(s) <= 8 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == ""
}
