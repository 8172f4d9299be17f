package parse

import (
	"fmt"
	"strings"
	"time"

	"talks/catalog"
)

// maxTalks is how many events of one document are read; no conference known
// has a tenth of them.
const maxTalks = 100_000

// The most bytes that are kept of a text and of a line, and the most links and
// speakers of a talk; nothing published comes near them.
const (
	maxText     = 256 << 10
	maxLine     = 4 << 10
	maxLinks    = 100
	maxSpeakers = 200
)

// A schedule gathers the entries of one document into talks.
type schedule struct {
	reporter
	zone      *time.Location // nil if the document names none
	dayChange time.Duration  // a start before it belongs to the next day
	entries   int            // read so far, talks or not

	zones
	proser
	biographies map[string]string
	keys        [][]string // of the speakers of each talk
}

func newSchedule(doc *catalog.Document) *schedule {
	return &schedule{reporter: reporter{doc: doc}, zones: make(zones), biographies: make(map[string]string)}
}

// full says that no more entries are to be read.
func (s *schedule) full() bool { return s.entries > maxTalks }

// add makes a talk of an entry. One that has nothing to show is reported.
func (s *schedule) add(e *entry) {
	if s.entries++; s.full() {
		s.problem(e.line, fmt.Sprintf("more than %d talks, the rest is left out", maxTalks), "split the file")
		return
	}
	s.cutLong(e)
	t := catalog.Talk{
		ID:          CleanLine(firstOf(e.id, e.guid, e.code, e.slug)),
		Title:       oneLine(firstOf(e.title, e.summary)),
		Subtitle:    oneLine(e.subtitle),
		Abstract:    s.prose(e.abstract),
		Description: s.prose(e.description),
		Type:        oneLine(e.kind),
		Language:    oneLine(firstOf(e.languageCode, e.language)),
		Links:       tidyLinks(e.links),
		Source:      catalog.Source{File: s.doc.File, Line: e.line},
	}
	if t.Slot = e.slot; t.Slot.Start.IsZero() {
		t.Slot = s.slot(e)
	}
	t.Slot.Room, t.Slot.Track = oneLine(e.room), oneLine(e.track)
	if t.Description == t.Abstract {
		t.Description = ""
	}
	for _, l := range t.Links {
		t.Slides = t.Slides || l.Kind == catalog.LinkSlides
	}
	var keys []string
	for _, p := range e.speakers {
		if name := oneLine(p.name); name != "" {
			t.Speakers = append(t.Speakers, catalog.Person{Name: name, Biography: s.prose(p.biography)})
			keys = append(keys, p.key)
		}
	}
	if t.Title == "" && !s.standIn(&t) {
		s.problem(e.line, "an event with neither a title nor a text, left out", "")
		return
	}
	s.doc.Talks = append(s.doc.Talks, t)
	s.keys = append(s.keys, keys)
}

// cutLong cuts what is longer than any text of a talk.
func (s *schedule) cutLong(e *entry) {
	cut := func(field *string, most int) {
		if len(*field) > most {
			*field = strings.ToValidUTF8((*field)[:most], "")
			s.problem(e.line, fmt.Sprintf("a text of more than %d KiB, cut", most>>10), "")
		}
	}
	for _, field := range []*string{
		&e.id, &e.guid, &e.code, &e.slug, &e.title, &e.summary, &e.languageCode, &e.subtitle, &e.track, &e.kind,
		&e.room, &e.language, &e.day, &e.date, &e.start, &e.end, &e.duration,
	} {
		cut(field, maxLine)
	}
	if len(e.speakers) > maxSpeakers {
		e.speakers = e.speakers[:maxSpeakers]
		s.problem(e.line, fmt.Sprintf("more than %d speakers, the rest is left out", maxSpeakers), "")
	}
	cut(&e.abstract, maxText)
	cut(&e.description, maxText)
	for i := range e.speakers {
		cut(&e.speakers[i].name, maxLine)
		cut(&e.speakers[i].biography, maxText)
	}
	for i := range e.links {
		cut(&e.links[i].Title, maxLine)
		cut(&e.links[i].URL, maxLine)
	}
}

// shortened is the start of a name: what many talks may refer to is cut once,
// not with each.
func shortened(name string) string {
	return strings.ToValidUTF8(name[:min(len(name), maxLine)], "")
}

// standIn gives a talk without a title the next best name it has.
func (s *schedule) standIn(t *catalog.Talk) bool {
	text, _, _ := strings.Cut(firstOf(t.Subtitle, t.Abstract, t.Description), "\n")
	if text == "" && len(t.Speakers) > 0 {
		text = t.Speakers[0].Name
	}
	t.Title = firstWords(text)
	if t.Title == "" {
		return false
	}
	s.problem(t.Source.Line, "an event without a title, its first words stand in", "")
	return true
}

// finish gives the speakers their biographies, the talks their conference.
func (s *schedule) finish() {
	clean := make(map[string]string)
	s.doc.Name = strings.TrimSpace(shortened(s.doc.Name))
	for i := range s.doc.Talks {
		t := &s.doc.Talks[i]
		t.Conference = firstOf(t.Conference, s.doc.Name)
		for k, key := range s.keys[i] {
			text := s.biographies[key]
			if p := &t.Speakers[k]; p.Biography == "" && key != "" && text != "" {
				if _, known := clean[key]; !known {
					clean[key] = s.prose(text[:min(len(text), maxText)])
				}
				p.Biography = clean[key]
			}
		}
	}
	if s.unread > 0 {
		report(s.doc, 0, "too much markdown, "+texts(s.unread)+" shown as written", "")
	}
	s.close()
	if len(s.doc.Talks) == 0 {
		report(s.doc, 0, "no talks found", "it is well formed, but has no event with a title")
	}
}

// firstOf is the first text that has something in it.
func firstOf(texts ...string) string {
	for _, t := range texts {
		if t = strings.TrimSpace(t); t != "" {
			return t
		}
	}
	return ""
}
