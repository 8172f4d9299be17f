package search

import (
	"slices"

	"talks/catalog/search/match"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// A term is one free word of the query, with what it may stand for.
type term struct {
	match.Term
	typed    string  // as typed
	fields   uint32  // the fields it may stand in, a bit for each
	from, to int     // its candidates in the scratch
	maybe    bool    // it may still become a stop word
	gated    bool    // a near word exists: far ones are not tried
	best     float64 // quality of the best far candidate
	volume   int     // how many postings its candidates have
	scale    float64 // how many talks there are for the mass of what it may stand for
	most     float64 // the most that it can score
}

// isOptional reports whether a talk need not have the term.
func (t *term) isOptional() bool { return t.Stop || t.maybe }

// termsOf returns the free words of the query, in order.
func termsOf(q query.Query) []term {
	var terms []term
	for _, g := range q.Groups {
		if !g.IsFree() {
			continue
		}
		for _, p := range g.Atoms[0].Pieces() {
			if len(terms) < query.MaxWords {
				terms = append(terms, term{Term: match.NewTerm(p.Folded, false), typed: p.Typed, fields: query.AllFields})
			}
		}
	}
	if n := len(terms); n > 0 {
		terms[n-1].Typing = true
	}
	markStops(terms)
	markMaybe(terms)
	return terms
}

// markStops marks the terms that a talk need not have: stop words and, in a
// question, filler words. If no other term is left, none is marked.
func markStops(terms []term) {
	left, german := len(terms), 0
	for i := range terms {
		if terms[i].Stop = words.Stop.Has(terms[i].Word); terms[i].Stop {
			left--
		}
		if words.German.Has(terms[i].Word) {
			german++
		}
	}
	isGerman := german > 1 || german > 0 && words.German.Has(terms[0].Word)
	if isQuestion := left < len(terms) || len(terms) >= 4; isQuestion || isGerman {
		for i := range terms {
			if w := terms[i].Word; !terms[i].Stop && (words.Filler.Has(w) || isGerman && words.German.Has(w)) {
				terms[i].Stop = true
				left--
			}
		}
	}
	if left == 0 {
		for i := range terms {
			terms[i].Stop = false
		}
	}
}

// markMaybe makes the last word optional while it may still become a stop word
// or, in a question, a filler word: the list must not collapse
// between "how does it w" and "how does it work".
func markMaybe(terms []term) {
	n := len(terms) - 1
	if n < 1 || terms[n].Stop {
		return
	}
	others, question := false, len(terms) >= 4
	for _, s := range terms[:n] {
		others = others || !s.Stop
		question = question || s.Stop
	}
	w := terms[n].Word
	if others && (words.Stop.HasStart(w) || question && words.Filler.HasStart(w)) {
		terms[n].maybe = true
	}
}

// required returns the indexes of the terms that a talk must have.
func (s *scratch) required() []int {
	var list []int
	for i := range s.terms {
		if !s.terms[i].isOptional() {
			list = append(list, i)
		}
	}
	return list
}

// isSplit reports whether a term stands for two neighbours.
func isSplit(pairs []wordPair, term int) bool {
	return slices.ContainsFunc(pairs, func(p wordPair) bool { return int(p.term) == term })
}
