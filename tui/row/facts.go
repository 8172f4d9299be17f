package row

import (
	"fmt"
	"slices"

	"talks/catalog"
	"talks/catalog/search"
	"talks/tui/text"
)

// A fact is part of what the second line says of a talk.
type fact struct {
	text  string
	marks []text.Range // what of it the query found
}

// found is what the query found of a part of a field that begins at a byte of it.
func found(hit search.Hit, f catalog.Field, from int, part string) (marks []text.Range) {
	for _, span := range hit.Spans {
		if start, end := max(span.Start-from, 0), min(span.End-from, len(part)); span.Field == f && start < end {
			marks = append(marks, text.Range{Start: start, End: end})
		}
	}
	return marks
}

// factsOf are the people, the track and the conference, as far as no heading says
// them. What does not fit is shortened: the people to one of them, one that was
// found if any was; and if it is the track that was found, not people, that stands first.
func (s *Setting) factsOf(hit search.Hit, room int) []fact {
	t := hit.Talk
	add := func(to []fact, what string, marks []text.Range) []fact {
		if what == "" {
			return to
		}
		return append(to, fact{what, marks})
	}
	var others []fact
	if s.Columns.track {
		others = add(others, t.Slot.Track, found(hit, catalog.Track, 0, t.Slot.Track))
	}
	if s.Mixed && s.Columns.conference {
		others = add(others, t.Origin().String(), nil)
	}
	names := t.Text(catalog.Speakers)
	people := add(nil, names, found(hit, catalog.Speakers, 0, names))
	fits := func() bool { return s.cellsOf(append(people[:len(people):len(people)], others...)) <= room }
	if len(t.Speakers) > 1 && !fits() {
		people = []fact{s.onePerson(hit)}
	}
	isFound := func(f fact) bool { return len(f.marks) > 0 }
	if hit.Reason == search.InNames && !fits() && !slices.ContainsFunc(people, isFound) && slices.ContainsFunc(others, isFound) {
		return append(others, people...)
	}
	return append(people, others...)
}

// onePerson is the first person that the query found, else the first, and how many
// there are besides.
func (s *Setting) onePerson(hit search.Hit) fact {
	var one fact
	from := 0
	for i, p := range hit.Talk.Speakers {
		if marks := found(hit, catalog.Speakers, from, p.Name); i == 0 || len(one.marks) == 0 && len(marks) > 0 {
			one = fact{p.Name, marks}
		}
		from += len(p.Name) + len(", ")
	}
	one.text += fmt.Sprintf(" +%d", len(hit.Talk.Speakers)-1)
	return one
}

func (s *Setting) cellsOf(facts []fact) int {
	n := 0
	for i, f := range facts {
		if i > 0 {
			n += s.cells(s.Glyphs.Dot)
		}
		n += s.cells(f.text)
	}
	return n
}
