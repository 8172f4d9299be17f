package search

import (
	"slices"

	"talks/catalog/search/match"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// A slot is one free word of the query, with what it may stand for.
type slot struct {
	match.Term
	typed    string  // as typed
	fields   uint32  // the fields it may stand in, a bit for each
	from, to int     // its candidates in the scratch
	maybe    bool    // it may still become a stop word
	gated    bool    // a near word exists: far ones are not tried
	best     float64 // quality of the best far candidate
	volume   int     // how many postings its candidates have
	scale    float64 // how many talks there are for the mass of what it may stand for
	most     float64 // the most evidence that it can be
}

// isOptional reports whether a talk need not have the slot.
func (sl *slot) isOptional() bool { return sl.Stop || sl.maybe }

// slotsOf returns the free words of the query, in order.
func slotsOf(q query.Query) []slot {
	var slots []slot
	for _, g := range q.Groups {
		if !g.IsFree() {
			continue
		}
		for _, p := range g.Atoms[0].Pieces() {
			if len(slots) < query.MaxWords {
				slots = append(slots, slot{Term: match.NewTerm(p.Folded, false), typed: p.Typed, fields: query.AllFields})
			}
		}
	}
	if n := len(slots); n > 0 {
		slots[n-1].Typing = true
	}
	markStops(slots)
	markMaybe(slots)
	return slots
}

// markStops tells what is required from what is only wanted. If nothing would
// be left, everything is required.
func markStops(slots []slot) {
	left, german := len(slots), 0
	for i := range slots {
		if slots[i].Stop = words.Stop.Has(slots[i].Word); slots[i].Stop {
			left--
		}
		if words.German.Has(slots[i].Word) {
			german++
		}
	}
	isGerman := german > 1 || german > 0 && words.German.Has(slots[0].Word)
	if isQuestion := left < len(slots) || len(slots) >= 4; isQuestion || isGerman {
		for i := range slots {
			if w := slots[i].Word; !slots[i].Stop && (words.Furniture.Has(w) || isGerman && words.German.Has(w)) {
				slots[i].Stop = true
				left--
			}
		}
	}
	if left == 0 {
		for i := range slots {
			slots[i].Stop = false
		}
	}
}

// markMaybe makes the last word optional while it may still become a stop word
// or, in a question, a word of its furniture: the list must not collapse
// between "how does it w" and "how does it work".
func markMaybe(slots []slot) {
	n := len(slots) - 1
	if n < 1 || slots[n].Stop {
		return
	}
	others, question := false, len(slots) >= 4
	for _, s := range slots[:n] {
		others = others || !s.Stop
		question = question || s.Stop
	}
	w := slots[n].Word
	if others && (words.Stop.HasStart(w) || question && words.Furniture.HasStart(w)) {
		slots[n].maybe = true
	}
}

// required returns the indexes of the slots that a talk must have.
func (s *scratch) required() []int {
	var list []int
	for i := range s.slots {
		if !s.slots[i].isOptional() {
			list = append(list, i)
		}
	}
	return list
}

// isSplit reports whether a slot stands for two neighbours.
func isSplit(pairs []pair, slot int) bool {
	return slices.ContainsFunc(pairs, func(p pair) bool { return int(p.slot) == slot })
}
