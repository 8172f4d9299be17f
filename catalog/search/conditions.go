package search

import (
	"context"
	"slices"

	"talks/catalog"
	"talks/catalog/search/match"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// conditions are what no slip may loosen: quotes, operators, field words,
// alternatives.
type conditions struct {
	some   bool     // the query has any
	wanted bool     // one of them is more than an exclusion
	set             // the talks that satisfy all
	blamed []string // the conditions that no talk satisfies together with those before
}

// factValue is what a condition is worth that is not found in a text: the same
// for all talks.
const factValue = unit / 2

// satisfy answers the conditions of a query. The value of a talk is the mean of
// what the conditions are worth in it.
func (s *scratch) satisfy(ctx context.Context, q query.Query) (conditions, error) {
	var c conditions
	count := int32(0)
	known, err := s.literalSets(ctx, q)
	if err != nil {
		return c, err
	}
	for _, g := range q.Groups {
		if g.IsFree() {
			continue
		}
		if ctx.Err() != nil {
			return c, ctx.Err()
		}
		got, asked := s.satisfyAny(g, known)
		if !asked {
			continue
		}
		c.wanted = c.wanted || !g.Atoms[0].Not
		before := len(c.talks)
		if count++; !c.some {
			c.some, c.set = true, got
		} else {
			c.set = c.and(got)
		}
		if len(c.talks) == 0 && (before > 0 || count == 1) {
			c.blamed = []string{g.String()}
		}
	}
	for i := range c.values {
		c.values[i] /= count
	}
	if hides := s.facts.Hider(q); hides != nil {
		shown := s.talksThat(func(t *catalog.Talk) bool { return !hides(t) }, 0)
		if c.some {
			shown = c.and(shown)
		}
		c.some, c.set = true, shown
	}
	return c, nil
}

// talksThat returns the talks that pass a test, each with the same value.
func (s *scratch) talksThat(test func(*catalog.Talk) bool, value int32) set {
	var out set
	for i, t := range s.ix.Talks {
		if test(t) {
			out.add(uint32(i), value)
		}
	}
	return out
}

// satisfyAny returns the talks that satisfy one of the atoms of a group; known
// has those of atoms that were looked for before. Asked is false while all atoms
// of the group are half typed and no talk satisfies them.
func (s *scratch) satisfyAny(g query.Group, known map[query.Atom]set) (all set, asked bool) {
	for _, a := range g.Atoms {
		got, again := known[a]
		if !again {
			got = s.satisfyAtom(a)
			known[a] = got
		}
		if a.WantsWhole() {
			got = s.onlyWhole(got, a)
		}
		if len(got.talks) == 0 && a.IsHalfTyped() {
			continue
		}
		if a.Not {
			got = got.not(len(s.ix.Talks), factValue)
		}
		if asked {
			got = all.or(got)
		}
		all, asked = got, true
	}
	return all, asked
}

// satisfyAtom returns the talks that satisfy an atom that is no literal, as if it
// had no Not.
func (s *scratch) satisfyAtom(a query.Atom) set {
	switch {
	case query.IsFact(a.Key):
		return s.talksThat(s.facts.Condition(a).Holds, factValue)
	case a.Kind == query.Word:
		return s.wordSet(a)
	}
	return s.phraseSet(a)
}

// wordSet returns the talks that have all words of the atom in its fields. What
// a word may stand for is the nearest that any talk has there.
func (s *scratch) wordSet(a query.Atom) set {
	var out set
	for i, t := range atomTerms(a) {
		s.candidates, s.pairs, s.noteWords = s.candidates[:0], s.pairs[:0], s.noteWords[:0]
		s.terms = append(s.terms[:0], term{Term: t, fields: a.Fields()})
		s.addNear(0)
		if s.terms[0].Exists && a.Key != "" {
			s.candidates = slices.DeleteFunc(s.candidates, func(c candidate) bool {
				w := s.ix.Word(c.word)
				return w != t.Word && !t.Inflects(w)
			})
		}
		if len(s.candidates) == 0 && !a.Not {
			s.addFar(0)
		}
		s.terms[0].to = len(s.candidates)
		s.weigh()
		s.valueCandidates(0, false, false)
		if got := s.takeSet(); i == 0 {
			out = got
		} else {
			out = out.and(got)
		}
	}
	return out
}

// atomTerms returns the words of an atom as terms.
func atomTerms(a query.Atom) []match.Term {
	pieces := a.Pieces()
	terms := make([]match.Term, min(len(pieces), query.MaxWords))
	for i := range terms {
		terms[i] = match.NewTerm(pieces[i].Folded, i == len(terms)-1)
	}
	return terms
}

// onlyWhole keeps the talks whose field is just the value of the atom, if there
// is any; otherwise the value is part of longer ones, and all are kept.
func (s *scratch) onlyWhole(found set, a query.Atom) set {
	var out set
	value := words.Fold(a.Text)
	for i, t := range found.talks {
		if isWhole(s.ix.Talks[t], a.Key, value) {
			out.add(t, found.values[i])
		}
	}
	if len(out.talks) == 0 {
		return found
	}
	return out
}

// isWhole reports whether a talk's track, room or one of its speakers is just a
// folded value.
func isWhole(t *catalog.Talk, key, value string) bool {
	switch key {
	case "track":
		return words.Fold(t.Slot.Track) == value
	case "room":
		return words.Fold(t.Slot.Room) == value
	}
	return slices.ContainsFunc(t.Speakers, func(p catalog.Person) bool { return words.Fold(p.Name) == value })
}
