package search

import (
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// A slot is one free word of the query and what it may stand for.
type slot struct {
	term
	raw      string  // as typed
	from, to int     // its matches in the scratch
	maybe    bool    // may become a stop word yet: wanted, not required
	gated    bool    // a near word exists, the far ones were not tried
	best     float64 // quality of the best far match
	volume   int     // postings of its matches
}

// optional says that a talk need not have the slot.
func (s *slot) optional() bool { return s.stop || s.maybe }

// maxFar is how many words of a query that are no words of the catalog are
// looked for with slips: each takes a walk over the vocabulary.
const maxFar = 8

// freeWords are the words of the query that no sign binds, in order.
func freeWords(q query.Query) []slot {
	var slots []slot
	for _, g := range q.Groups {
		if !g.IsFree() {
			continue
		}
		for _, p := range g.Atoms[0].Pieces() {
			if len(slots) < query.MaxWords {
				slots = append(slots, slot{term: newTerm(p.Folded, false, fieldsMask), raw: p.Typed})
			}
		}
	}
	if n := len(slots); n > 0 {
		slots[n-1].typing = true
	}
	markStops(slots)
	markMaybe(slots)
	return slots
}

// markMaybe makes a last word of up to so many letters optional that may yet
// become a stop word or, in a question, a word of its furniture: the list must
// not collapse between "how does it w" and "how does it work".
func markMaybe(slots []slot) {
	n := len(slots) - 1
	if n < 1 || slots[n].stop {
		return
	}
	others, question := false, len(slots) >= 4
	for _, s := range slots[:n] {
		others = others || !s.stop
		question = question || s.stop
	}
	w := slots[n].word
	if others && (words.Stop.HasStart(w) || question && words.Furniture.HasStart(w)) {
		slots[n].maybe = true
	}
}

// markStops tells what is required from what is only wanted. If nothing would
// be left, all is required.
func markStops(slots []slot) {
	left, stops, german := len(slots), 0, 0
	for i := range slots {
		// the last word may be the start of another one
		if slots[i].stop = words.Stop.Has(slots[i].word); slots[i].stop {
			stops++
			left--
		}
		if words.German.Has(slots[i].word) {
			german++
		}
	}
	isGerman := german > 1 || german > 0 && words.German.Has(slots[0].word)
	if stops > 0 || isGerman || len(slots) >= 4 {
		for i := range slots {
			if w := slots[i].word; !slots[i].stop && (words.Furniture.Has(w) || isGerman && words.German.Has(w)) {
				slots[i].stop = true
				left--
			}
		}
	}
	if left == 0 {
		for i := range slots {
			slots[i].stop = false
		}
	}
}

// plan fills the slots of the scratch with what each may stand for.
func (ix *Index) plan(s *scratch, q query.Query) {
	s.slots = freeWords(q)
	s.matches = s.matches[:0]
	s.pairs = s.pairs[:0]
	joined := ix.joined(s.slots)
	far := 0
	for i := range s.slots {
		sl := &s.slots[i]
		sl.from = len(s.matches)
		ix.nearMatches(s, i)
		s.matches = append(s.matches, joined[i]...)
		sl.gated = sl.isGated(s.matches[sl.from:])
		if !sl.stop {
			sl.gated = ix.splitMatches(s, i) || sl.gated
		}
		if !sl.gated && !sl.stop && far < maxFar {
			far++
			ix.farMatches(s, i)
			if len(s.matches) == sl.from && sl.typing {
				ix.looseMatches(s, i)
			}
		}
		sl.to = len(s.matches)
		for _, m := range s.matches[sl.from:sl.to] {
			sl.volume += len(ix.postingsOf(m))
		}
	}
}

// postingsOf are the postings a match is looked for in.
func (ix *Index) postingsOf(m match) []posting {
	if m.brief {
		return ix.briefOf(m.word)
	}
	return ix.of(m.word)
}
