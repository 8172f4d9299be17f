package search

import (
	"slices"
	"strings"

	"talks/catalog"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// Marks are what the user keeps of talks. They are read while a query is answered,
// from any goroutine.
type Marks interface {
	// Has reports whether a talk has a mark, a word that is: or has: takes.
	Has(t *catalog.Talk, mark string) bool
	// NoteOf returns what the user wrote about a talk.
	NoteOf(t *catalog.Talk) string
	// Hider returns a test whether a talk is to be found only by a query that asks
	// for query.Skipped; nil: none is.
	Hider() func(*catalog.Talk) bool
}

// SetMarks says how to get the marks, before the first search; it may give nil.
func (e *Engine) SetMarks(get func() Marks) { e.facts.marks = get }

// kept returns the marks, nil if there are none.
func (x *facts) kept() Marks {
	if x.marks == nil {
		return nil
	}
	return x.marks()
}

// markTest returns the test whether a talk has the mark or the words of a note that
// an atom asks for, nil if it asks for neither.
func (x *facts) markTest(a query.Atom) func(*catalog.Talk) bool {
	mark, kept := a.Mark(), x.kept()
	switch {
	case a.Key != "note" && mark == "":
		return nil
	case kept == nil:
		return func(*catalog.Talk) bool { return false }
	case a.Key == "note":
		value := words.Fold(a.Text)
		return func(t *catalog.Talk) bool { return strings.Contains(words.Fold(kept.NoteOf(t)), value) }
	}
	return func(t *catalog.Talk) bool { return kept.Has(t, mark) }
}

// shown returns the talks that a query may find, with no value; some is false if
// these are all.
func (s *scratch) shown(q query.Query) (shown set, some bool) {
	kept := s.facts.kept()
	if kept == nil || asksForSkipped(q) {
		return set{}, false
	}
	hides := kept.Hider()
	if hides == nil {
		return set{}, false
	}
	for i, t := range s.ix.Talks {
		if !hides(t) {
			shown.add(uint32(i), 0)
		}
	}
	return shown, true
}

// asksForSkipped reports whether a query says something of hidden talks.
func asksForSkipped(q query.Query) bool {
	return slices.ContainsFunc(q.Groups, func(g query.Group) bool {
		return slices.ContainsFunc(g.Atoms, func(a query.Atom) bool { return a.Mark() == query.Skipped })
	})
}
