package catalog

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A Builder gathers documents into a catalog one by one. The zero Builder is
// empty.
//
// Ids: a talk without one gets a slug of its title. An id that another
// document has taken gets its conference in front ("fosdem-2026-9713"); one
// that is still taken gets "-2", "-3", … behind it.
//
// Duplicates: a talk that an earlier document also has takes that talk's place
// and id. How many did is reported as a problem of the later document.
type Builder struct {
	names      []string // of the documents that have talks, each once
	talks      []*Talk
	problems   []Problem
	taken      map[string]int  // for each id in use, the highest number put behind it
	given      map[string]bool // ids that the current document gives
	duplicates duplicates
}

// Add takes a document, whose talks belong to the builder from then on.
func (b *Builder) Add(doc Document) {
	b.problems = append(b.problems, doc.Problems...)
	if len(doc.Talks) == 0 {
		return
	}
	if b.taken == nil {
		b.taken = make(map[string]int, len(doc.Talks))
	}
	if doc.Name != "" && !slices.Contains(b.names, doc.Name) {
		b.names = append(b.names, doc.Name)
	}
	b.given = make(map[string]bool)
	b.duplicates.begin()
	for i := range doc.Talks {
		t := &doc.Talks[i]
		given := t.ID
		t.FileID = given
		at, duplicate := b.duplicates.lookup(t)
		if duplicate {
			b.duplicates.count(t, b.talks[at])
			t.fillFrom(b.talks[at])
			b.talks[at] = t
		} else {
			t.ID = b.freeID(t)
			at = len(b.talks)
			b.talks = append(b.talks, t)
		}
		b.given[given] = true
		b.duplicates.remember(t, given, at)
	}
	b.problems = append(b.problems, b.duplicates.problems(doc.File)...)
}

// Preview returns the catalog that there would be if a document were added, which
// is the start of one that is still being read. The builder stays as it is.
func (b *Builder) Preview(start Document) *Catalog {
	preview := *b
	preview.names, preview.talks, preview.problems = slices.Clip(b.names), slices.Clone(b.talks), slices.Clip(b.problems)
	preview.taken = maps.Clone(b.taken)
	preview.duplicates.known, preview.duplicates.conferences = maps.Clone(b.duplicates.known), maps.Clone(b.duplicates.conferences)
	preview.Add(start)
	return &Catalog{Name: preview.name(), Talks: preview.talks, Problems: slices.Clone(b.problems)}
}

// Catalog returns what has been added so far, in the order of the documents.
// It stays as it is when more is added.
func (b *Builder) Catalog() *Catalog {
	return &Catalog{
		Name:     b.name(),
		Talks:    slices.Clone(b.talks),
		Problems: slices.Clone(b.problems),
	}
}

// name returns the names of the documents that have talks, or how many
// documents they are.
func (b *Builder) name() string {
	const most = 3
	if len(b.names) > most {
		return Count(len(b.names), "source", "sources")
	}
	return strings.Join(b.names, ", ")
}

// Problems returns the problems met so far, in the order of the documents.
func (b *Builder) Problems() []Problem { return slices.Clip(b.problems) }

// freeID returns an id for a new talk that no other talk has.
func (b *Builder) freeID(t *Talk) string {
	switch {
	case t.ID == "":
		return b.take(slug(t.Title))
	case b.taken[t.ID] > 0 && t.Conference != "" && !b.given[t.ID]:
		return b.take(slug(t.Conference) + "-" + t.ID)
	}
	return b.take(t.ID)
}

// take returns the id itself or, if it is taken, the id with the next free
// number behind it. It goes on from the last number: a title that every talk
// has must not cost a search through all numbers for each of them.
func (b *Builder) take(id string) string {
	n := b.taken[id]
	if n == 0 {
		b.taken[id] = 1
		return id
	}
	for {
		n++
		if next := id + "-" + strconv.Itoa(n); b.taken[next] == 0 {
			b.taken[id], b.taken[next] = n, 1
			return next
		}
	}
}
