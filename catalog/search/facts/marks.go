package facts

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
	// Notes returns what the user wrote about talks, in a map that is not changed any
	// more, and a number that other notes have another of.
	Notes() (notes map[*catalog.Talk]string, version int)
	// FriendsOf returns the names of those who want the talk, too.
	FriendsOf(t *catalog.Talk) string
	// Hider returns a test whether a talk is to be found only by a query that asks
	// for query.Skipped; nil: none is.
	Hider() func(*catalog.Talk) bool
}

// Notes returns the user's notes and their version, see Marks; nil if there are none.
func (x *Facts) Notes() (notes map[*catalog.Talk]string, version int) {
	if kept := x.kept(); kept != nil {
		return kept.Notes()
	}
	return nil, 0
}

// kept returns the marks, nil if there are none.
func (x *Facts) kept() Marks {
	if x.Marks == nil {
		return nil
	}
	return x.Marks()
}

// markTest returns the test whether a talk has the mark, the words of a note or the
// friend that an atom asks for, nil if it asks for none of them.
func (x *Facts) markTest(a query.Atom) func(*catalog.Talk) bool {
	kept := x.kept()
	has := func(text func(*catalog.Talk) string) func(*catalog.Talk) bool {
		value := words.Fold(a.Text)
		return func(t *catalog.Talk) bool { return strings.Contains(words.Fold(text(t)), value) }
	}
	switch mark := a.Mark(); {
	case !a.IsKept():
		return nil
	case kept == nil:
		return func(*catalog.Talk) bool { return false }
	case a.Key == "note":
		notes, _ := kept.Notes()
		return has(func(t *catalog.Talk) string { return notes[t] })
	case a.Key == "friend":
		return has(kept.FriendsOf)
	default:
		return func(t *catalog.Talk) bool { return kept.Has(t, mark) }
	}
}

// Hider returns the test whether a query may not find a talk, since it is skipped;
// nil if it may find all.
func (x *Facts) Hider(q query.Query) func(*catalog.Talk) bool {
	kept := x.kept()
	if kept == nil || asksForSkipped(q) {
		return nil
	}
	return kept.Hider()
}

// asksForSkipped reports whether a query says something of hidden talks.
func asksForSkipped(q query.Query) bool {
	return slices.ContainsFunc(q.Groups, func(g query.Group) bool {
		return slices.ContainsFunc(g.Atoms, func(a query.Atom) bool { return a.Mark() == query.Skipped })
	})
}
