// Package draft makes a catalog.Talk of an event, whatever the format it came
// in. A format's parser fills an Event with the texts of its file, as they
// stand there, and adds it to a Schedule, which cleans and cuts the texts,
// reads the times and reports what it could not use.
package draft

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"talks/catalog"
	"talks/catalog/parse/clean"
	"talks/catalog/parse/markup"
	"talks/catalog/parse/when"
)

// A Schedule gathers the events of one document into talks.
type Schedule struct {
	Reporter
	when.Zones
	markup.Converter

	Zone        *time.Location    // of wall-clock times; nil if the document names none
	DayChange   time.Duration     // a start before it belongs to the next day
	Entries     int               // events added so far, talks or not
	Biographies map[string]string // by the key of a Speaker
	Keys        [][]string        // of the speakers of each talk
	Seen        string            // what a document without talks has instead, if the format can tell more than Finish
}

// New starts the schedule of a document.
func New(doc *catalog.Document) *Schedule {
	return &Schedule{Reporter: Reporter{Doc: doc}, Zones: make(when.Zones), Biographies: make(map[string]string)}
}

// Expect makes room for about so many talks.
func (s *Schedule) Expect(talks int) {
	talks = min(talks, MaxTalks)
	s.Doc.Talks, s.Keys = slices.Grow(s.Doc.Talks, talks), slices.Grow(s.Keys, talks)
}

// Full reports whether no more events are to be read.
func (s *Schedule) Full() bool { return s.Entries > MaxTalks }

// Add makes a talk of an event. One that has nothing to show is reported.
func (s *Schedule) Add(e *Event) {
	if s.Entries++; s.Full() {
		s.TooMany(e.Line)
		return
	}
	s.CutLong(e)
	t := catalog.Talk{
		ID:          clean.Line(First(e.Text[ID], e.Text[GUID], e.Text[Code], e.Text[Slug])),
		GUID:        clean.Line(e.Text[GUID]),
		Title:       markup.Line(First(e.Text[Title], e.Text[Summary])),
		Subtitle:    markup.Line(e.Text[Subtitle]),
		Abstract:    s.Prose(e.Text[Abstract]),
		Description: s.Prose(e.Text[Description]),
		Type:        markup.Line(e.Text[Kind]),
		Language:    markup.Line(First(e.Text[LanguageCode], e.Text[Language])),
		Links:       tidyLinks(e.Links),
		Source:      catalog.Source{File: s.Doc.File, Line: e.Line},
	}
	if t.Slot = e.Slot; t.Slot.Start.IsZero() {
		t.Slot = s.Slot(e)
	}
	t.Slot.Day = dayOf(e)
	t.Slot.Room, t.Slot.Track = markup.Line(e.Text[Room]), markup.Line(e.Text[Track])
	if t.Description == t.Abstract {
		t.Description = ""
	}
	for _, l := range t.Links {
		t.Slides = t.Slides || l.Kind == catalog.LinkSlides
	}
	var keys []string
	for _, p := range e.Speakers {
		if name := markup.Line(p.Name); name != "" {
			t.Speakers = append(t.Speakers, catalog.Person{Name: name, Biography: s.Prose(p.Biography)})
			keys = append(keys, p.Key)
		}
	}
	if t.Title == "" && !s.standIn(&t) {
		s.Problem(e.Line, "an event with neither a title nor a text, left out", "")
		return
	}
	s.Doc.Talks = append(s.Doc.Talks, t)
	s.Keys = append(s.Keys, keys)
}

// standIn gives a talk without a title the next best name it has, and reports
// whether there was one.
func (s *Schedule) standIn(t *catalog.Talk) bool {
	text, _, _ := strings.Cut(First(t.Subtitle, t.Abstract, t.Description), "\n")
	if text == "" && len(t.Speakers) > 0 {
		text = t.Speakers[0].Name
	}
	t.Title = FirstWords(text)
	if t.Title == "" {
		return false
	}
	s.Problem(t.Source.Line, "an event without a title, its first words stand in", "")
	return true
}

// Finish gives the speakers their biographies, and the talks the conference's
// name.
func (s *Schedule) Finish() {
	cleaned := make(map[string]string)
	s.Doc.Name = strings.TrimSpace(Shorten(s.Doc.Name))
	for i := range s.Doc.Talks {
		t := &s.Doc.Talks[i]
		t.Conference = First(t.Conference, s.Doc.Name)
		for k, key := range s.Keys[i] {
			text := s.Biographies[key]
			if p := &t.Speakers[k]; p.Biography == "" && key != "" && text != "" {
				if _, known := cleaned[key]; !known {
					cleaned[key] = s.Prose(start(text, MaxText))
				}
				p.Biography = cleaned[key]
			}
		}
	}
	if s.Unread > 0 {
		Report(s.Doc, 0, "too much markup, "+catalog.Count(s.Unread, "text", "texts")+" shown as written", "")
	}
	s.Close()
	if len(s.Doc.Talks) == 0 {
		Report(s.Doc, 0, "no talks found", First(s.Seen, s.seen()))
	}
}

// seen says what a document without talks has instead.
func (s *Schedule) seen() string {
	if s.Entries == 0 {
		return "nothing in it is an event"
	}
	return catalog.Count(s.Entries, "event", "events") + ", none with a title or a text"
}

// First is the first text that is not blank, without white space around it.
func First(texts ...string) string {
	for _, t := range texts {
		if t = strings.TrimSpace(t); t != "" {
			return t
		}
	}
	return ""
}

// FirstWords cuts a line between words to about the length of a title.
func FirstWords(line string) string {
	const most = 60 // runes
	count, cut := 0, 0
	for at, c := range line {
		if count++; count > most {
			if cut == 0 {
				cut = at
			}
			return line[:cut] + "…"
		}
		if unicode.IsSpace(c) && at > 0 {
			cut = at
		}
	}
	return line
}
