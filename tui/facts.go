package tui

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"talks/catalog"
	"talks/catalog/search"
	"talks/tui/text"
)

// A spread is what the rows of a list must tell apart.
type spread struct {
	first, last time.Time // days of the conference; zero if none is known
	clock       bool      // some have a time of day
	night       bool      // some begin on another date than their day of the conference
	room        int       // cells that the widest room takes, up to widestRoom
}

// widestRoom is the most cells that the rooms take in a list, so that the people
// beside them begin in one column.
const widestRoom = 12

// spreadOf looks at all talks of the list.
func (m *Model) spreadOf() spread {
	var s spread
	rooms := make(map[string]bool)
	for i := range m.hits() {
		slot := &m.ranked(i).Slot
		if date := slot.Date(); !date.IsZero() {
			if s.first.IsZero() || date.Before(s.first) {
				s.first = date
			}
			if date.After(s.last) {
				s.last = date
			}
			s.night = s.night || slot.IsNight(m.zone)
		}
		s.clock = s.clock || !slot.Start.IsZero() && !slot.AllDay
		if !rooms[slot.Room] {
			rooms[slot.Room] = true
			s.room = max(s.room, min(m.cells(m.shortRoom(slot.Room)), widestRoom))
		}
	}
	return s
}

// shortRoom is a room without what stands in brackets after it, where it is wide.
func (m *Model) shortRoom(room string) string {
	if short, _, found := strings.Cut(room, " ("); found && m.cells(room) > widestRoom {
		return short
	}
	return room
}

func (s *spread) days() bool { return !s.first.Equal(s.last) }

// years reports whether the talks are of several years, and not only on either
// side of a New Year's Eve.
func (s *spread) years() bool {
	const month = 31 * 24 * time.Hour
	return s.first.Year() != s.last.Year() && s.last.Sub(s.first) > month
}

// columns are what each row of a list begins its second line with, and how many
// cells that takes; none if no talk has it, or a heading says it.
type columns struct {
	year, day  bool
	when, room int
}

func (m *Model) columnsOf(headed bool) columns {
	s, by := &m.spread, m.sortedBy()
	c := columns{year: s.years(), day: s.days(), room: s.room}
	switch {
	case headed && by == byTime:
		c.year, c.day = false, false
	case by == byConference:
		c.year = false
	case by == byRoom:
		c.room = 0
	}
	for _, part := range []struct {
		has   bool
		cells int
	}{{c.year, len("2006 ")}, {c.day && s.night, len("Mon/")}, {c.day || s.night, len("Mon ")}, {s.clock, len("15:04 ")}} {
		if part.has {
			c.when += part.cells
		}
	}
	c.when = max(c.when-1, 0)
	return c
}

// A fact is part of what the second line says of a talk.
type fact struct {
	text  string
	marks []text.Range // what of it the query found
}

// found is what the query found of a part of a field that begins at a byte of it. What is
// only a filter, as a track, is not: each row has it.
func (m *Model) found(hit search.Hit, f catalog.Field, from int, s string) (marks []text.Range) {
	if m.isFilter(f) {
		return nil
	}
	for _, span := range hit.Spans {
		if start, end := max(span.Start-from, 0), min(span.End-from, len(s)); span.Field == f && start < end {
			marks = append(marks, text.Range{Start: start, End: end})
		}
	}
	return marks
}

// isFilter reports whether the query has a condition on a track or room.
func (m *Model) isFilter(f catalog.Field) bool {
	if m.results == nil || f != catalog.Track && f != catalog.Room {
		return false
	}
	for _, group := range m.results.Query.Groups {
		for _, atom := range group.Atoms {
			if atom.Key != "" && atom.Fields() == 1<<f {
				return true
			}
		}
	}
	return false
}

// factsOf are the people, the track and the conference, as far as no heading says
// them. What does not fit is shortened: the people to one of them, one that was
// found if any was; and if it is the track that was found, not people, that stands first.
func (m *Model) factsOf(hit search.Hit, room int) []fact {
	t, by := hit.Talk, m.sortedBy()
	add := func(to []fact, s string, marks []text.Range) []fact {
		if s == "" {
			return to
		}
		return append(to, fact{s, marks})
	}
	var others []fact
	if by != byTrack {
		others = add(others, t.Slot.Track, m.found(hit, catalog.Track, 0, t.Slot.Track))
	}
	if m.mixed && by != byConference {
		others = add(others, conferenceOf(t), nil)
	}
	names := t.Text(catalog.Speakers)
	people := add(nil, names, m.found(hit, catalog.Speakers, 0, names))
	fits := func() bool { return m.cellsOf(append(people[:len(people):len(people)], others...)) <= room }
	if len(t.Speakers) > 1 && !fits() {
		people = []fact{m.onePerson(hit)}
	}
	isFound := func(f fact) bool { return len(f.marks) > 0 }
	if hit.Reason == search.InNames && !fits() && !slices.ContainsFunc(people, isFound) && slices.ContainsFunc(others, isFound) {
		return append(others, people...)
	}
	return append(people, others...)
}

// onePerson is the first person that the query found, else the first, and how many
// there are besides.
func (m *Model) onePerson(hit search.Hit) fact {
	var one fact
	from := 0
	for i, p := range hit.Talk.Speakers {
		if marks := m.found(hit, catalog.Speakers, from, p.Name); i == 0 || len(one.marks) == 0 && len(marks) > 0 {
			one = fact{p.Name, marks}
		}
		from += len(p.Name) + len(", ")
	}
	one.text += fmt.Sprintf(" +%d", len(hit.Talk.Speakers)-1)
	return one
}

func (m *Model) cellsOf(facts []fact) int {
	n := 0
	for i, f := range facts {
		if i > 0 {
			n += m.cells(m.glyphs.Dot)
		}
		n += m.cells(f.text)
	}
	return n
}
