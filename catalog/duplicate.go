package catalog

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// duplicates finds the talk that an earlier document already has. Two talks
// are the same if they share an identity and nothing speaks against it. Two
// talks of one document are never the same.
type duplicates struct {
	known       map[identity]occurrence
	first       []unidentified    // the talks of the first document, until there is a second
	document    int               // how many documents have begun
	conferences map[string]string // the names met, each as it is compared
	met         []duplicateCount  // in the current document
}

// An identity is what two states of one talk have in common. One of three
// kinds: an id with its conference ("" where the id is unique in the world), a
// title with its start, or, for a talk without a time, a title with its
// conference and abstract.
type identity struct {
	conference, id, title, abstract string
	start                           int64 // Unix seconds
}

// An occurrence is a talk as a document has it.
type occurrence struct {
	talk     *Talk
	at       int // its index in the catalog
	document int
}

// An unidentified talk is known once its identities are worked out. A catalog of
// one document needs none.
type unidentified struct {
	talk *Talk
	id   string // that its document gives
	at   int    // its index in the catalog
}

// A duplicateCount counts the current document's talks that another file has.
type duplicateCount struct {
	file        string // the other file
	line, talks int    // the line of the first such talk, and their number
}

// begin starts the next document.
func (d *duplicates) begin() {
	if d.document == 1 {
		d.known = make(map[identity]occurrence)
		d.conferences = make(map[string]string)
		for _, u := range d.first {
			d.identify(u)
		}
		d.first = nil
	}
	d.document++
	d.met = nil
}

// lookup returns the index of the talk that t is a later state of.
func (d *duplicates) lookup(t *Talk) (at int, found bool) {
	if d.document == 1 {
		return 0, false
	}
	for _, id := range d.identities(t, t.ID) {
		earlier, known := d.known[id]
		if known && earlier.document != d.document && id.agrees(earlier.talk, t) {
			return earlier.at, true
		}
	}
	return 0, false
}

// remember keeps a talk for later documents; id is the one its document gives.
func (d *duplicates) remember(t *Talk, id string, at int) {
	if u := (unidentified{t, id, at}); d.document == 1 {
		d.first = append(d.first, u)
	} else {
		d.identify(u)
	}
}

// identify makes a talk of the current document known.
func (d *duplicates) identify(u unidentified) {
	for _, key := range d.identities(u.talk, u.id) {
		d.known[key] = occurrence{talk: u.talk, at: u.at, document: d.document}
	}
}

// count counts a talk that takes the place of an earlier one.
func (d *duplicates) count(t, earlier *Talk) {
	file := earlier.Source.File
	i := slices.IndexFunc(d.met, func(c duplicateCount) bool { return c.file == file })
	if i < 0 {
		i = len(d.met)
		d.met = append(d.met, duplicateCount{file: file, line: t.Source.Line})
	}
	d.met[i].talks++
}

// problems reports the duplicates of the current document, named file.
func (d *duplicates) problems(file string) []Problem {
	var list []Problem
	for _, c := range d.met {
		list = append(list, Problem{
			File: file, Line: c.line,
			What: fmt.Sprintf("%s also in %s, shown once", Count(c.talks, "talk", "talks"), c.file),
			Hint: "what is read last counts",
		})
	}
	return list
}

// identities returns what tells a talk from others, the surest first;
// id is the one its document gives.
func (d *duplicates) identities(t *Talk, id string) []identity {
	list := make([]identity, 0, 2)
	switch {
	case id == "":
	case isGlobal(id):
		list = append(list, identity{id: id})
	case t.Conference != "":
		list = append(list, identity{id: id, conference: d.conference(t)})
	}
	switch {
	case !t.Slot.Start.IsZero():
		list = append(list, identity{title: canonical(t.Title), start: t.Slot.Start.Unix()})
	case t.Abstract != "":
		list = append(list, identity{title: canonical(t.Title), conference: d.conference(t), abstract: t.Abstract})
	}
	return list
}

// isGlobal reports whether an id looks as if it were unique in the world: a
// UUID, or what iCalendar puts a host behind.
func isGlobal(id string) bool {
	return strings.Contains(id, "@") || len(id) == len("01234567-89ab-cdef-0123-456789abcdef")
}

// conference returns the name of a talk's conference as it is compared. Many
// talks share a name, so each name is prepared once.
func (d *duplicates) conference(t *Talk) string {
	name, known := d.conferences[t.Conference]
	if !known {
		name = canonical(t.Conference)
		d.conferences[t.Conference] = name
	}
	return name
}

// agrees reports whether two talks that share this identity are the same talk:
// a conference may give its ids anew each year, and breaks of one title are at
// the same time in every room.
func (id identity) agrees(a, b *Talk) bool {
	switch {
	case id.abstract != "":
		return true
	case id.id == "":
		return a.Slot.Room == "" || b.Slot.Room == "" || canonical(a.Slot.Room) == canonical(b.Slot.Room)
	case a.Slot.Start.IsZero() || b.Slot.Start.IsZero():
		return canonical(a.Title) == canonical(b.Title)
	}
	return a.Slot.Start.Sub(b.Slot.Start).Abs() <= farthestMove
}

// farthestMove is how far a talk may move; further away, it is another year's.
const farthestMove = 60 * 24 * time.Hour

// canonical returns a text in lower case, with single blanks between words.
func canonical(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// fillFrom takes the id of an earlier state of the talk, and fills with it what
// this state leaves empty.
func (t *Talk) fillFrom(earlier *Talk) {
	t.ID = earlier.ID
	for _, f := range []struct{ to, from *string }{
		{&t.Subtitle, &earlier.Subtitle}, {&t.Type, &earlier.Type}, {&t.Language, &earlier.Language},
		{&t.Conference, &earlier.Conference}, {&t.FileID, &earlier.FileID}, {&t.GUID, &earlier.GUID}, {&t.Slot.Room, &earlier.Slot.Room}, {&t.Slot.Track, &earlier.Slot.Track},
	} {
		if *f.to == "" {
			*f.to = *f.from
		}
	}
	if t.Abstract == "" && t.Description == "" {
		t.Abstract, t.Description = earlier.Abstract, earlier.Description
	} else if t.Description == "" && t.Abstract == earlier.Abstract {
		t.Description = earlier.Description
	}
	if len(t.Speakers) == 0 {
		t.Speakers = slices.Clone(earlier.Speakers)
	}
	for i := range t.Speakers {
		for _, known := range earlier.Speakers {
			if p := &t.Speakers[i]; p.Biography == "" && p.Name == known.Name {
				p.Biography = known.Biography
			}
		}
	}
	if len(t.Links) == 0 {
		t.Links, t.Slides = earlier.Links, t.Slides || earlier.Slides
	}
	if t.Slot.Start.IsZero() {
		t.Slot.Start, t.Slot.AllDay = earlier.Slot.Start, earlier.Slot.AllDay
	}
	if t.Slot.Day.IsZero() && t.Slot.Start.Equal(earlier.Slot.Start) {
		t.Slot.Day = earlier.Slot.Day
	}
	if t.Slot.Duration == 0 {
		t.Slot.Duration = earlier.Slot.Duration
	}
}
