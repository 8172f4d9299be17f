package search

import (
	"talks/catalog"
	"talks/catalog/search/match"
)

// isWeak reports whether a required word matches a talk only by a weak
// guess. If the best talk is weak, the results are Weak.
func (s *scratch) isWeak(talk uint32) bool {
	for _, i := range s.required() {
		if s.hasWeakly(i, talk) {
			return true
		}
	}
	return false
}

// guessFields are the fields in which a match with two slips is no mere
// coincidence: a text of hundreds of words always has some word that is so near.
const guessFields = 1<<catalog.Title | 1<<catalog.Subtitle | 1<<catalog.Speakers

// isGuess reports whether a candidate is a long word with two slips.
func (c *candidate) isGuess() bool { return c.quality == match.LongSlips }

// hasWeakly reports whether a talk has a term, but only by a weak guess.
func (s *scratch) hasWeakly(i int, talk uint32) bool {
	if s.hasNoted(i, talk) {
		return false
	}
	term := &s.terms[i]
	found := false
	for k := range s.candidates[term.from:term.to] {
		c := &s.candidates[term.from+k]
		if c.weak && found || !s.ix.Has(c.word, talk, c.fields(term)) {
			continue
		}
		if found = true; !c.weak && (!c.isGuess() || s.ix.Has(c.word, talk, term.fields&guessFields)) {
			return false
		}
	}
	for _, p := range s.pairs {
		if int(p.term) == i && s.isIn(p, talk) {
			return false
		}
	}
	if len(s.terms) == 1 {
		return !s.isTitleHit(talk)
	}
	return found
}
