package search

import (
	"slices"
	"sync"

	"talks/catalog"
	"talks/catalog/search/query"
)

// Results are the hits of one query, best first. They are read-only and safe
// for many readers. The talks are known at once; Explain works out why one of
// them is a hit.
type Results struct {
	Query query.Query
	// Weak reports whether no hit has all words of the query, or the best rests
	// on a weak guess.
	Weak bool

	engine *Engine
	all    bool // every talk, in catalog order
	order  []ranked
	sorted int       // how many of the order are in order, from the start
	rest   sync.Once // sorts the others

	// What explains the hits.
	terms   []term
	pairs   []wordPair
	far     []farWord
	short   []farWord // short forms of terms in a row
	notes   *notes    // nil: there are none
	relaxed bool      // no talk has all words

	blame   sync.Once
	missing []string
}

// Len returns the number of hits.
func (r *Results) Len() int {
	if r.all {
		return len(r.engine.index.Talks)
	}
	return len(r.order)
}

// Talk returns the talk of the hit at place i, from 0, the best first.
func (r *Results) Talk(i int) *catalog.Talk {
	if r.all {
		return r.engine.index.Talks[i]
	}
	return r.engine.index.Talks[r.at(i).talk]
}

// Score returns the score of the hit at place i, which can be compared within
// these results only.
func (r *Results) Score(i int) float64 {
	if r.all {
		return 0
	}
	return float64(r.at(i).score)
}

// IsNear reports whether the hit at place i is a near miss: it lacks a word of
// the query, or has it only if the word is taken for a slip of another.
func (r *Results) IsNear(i int) bool { return !r.all && r.at(i).near }

// Complete returns the number of hits that have all words of the query.
func (r *Results) Complete() int {
	n := r.Len()
	for i := range min(n, mostNear) {
		if r.IsNear(i) {
			n--
		}
	}
	return n
}

// NearFrom returns the place from which on all hits are near misses; the number
// of hits if the last of them is none.
func (r *Results) NearFrom() int {
	n := r.Len()
	if n > mostNear { // those behind are complete
		return n
	}
	for n > 0 && r.IsNear(n-1) {
		n--
	}
	return n
}

// at returns the hit at place i. It sorts lazily: the tail is rarely shown.
func (r *Results) at(i int) ranked {
	if i >= r.sorted {
		r.rest.Do(func() { slices.SortFunc(r.order[r.sorted:], byKey) })
	}
	return r.order[i]
}

// A farWord is a word of the catalog that a term stands for with a slip, or as
// one of the words that it abbreviates.
type farWord struct {
	term    int
	word    string
	quality float64
	respelt bool // see candidate
}

// keep takes from the scratch what explains the hits.
func (r *Results) keep(s *scratch) {
	r.terms, r.notes = s.terms, s.notes
	r.pairs = slices.Clone(s.pairs)
	for i := range s.terms {
		term := &s.terms[i]
		if term.Stop {
			continue
		}
		for _, c := range s.candidates[term.from:term.to] {
			switch {
			case c.short:
				r.short = append(r.short, farWord{term: i, word: s.ix.Word(c.word), quality: float64(c.quality)})
			case c.respelt, !term.gated && !c.typed && !c.joined:
				if w := s.ix.Word(c.word); term.Near(w) == 0 {
					r.far = append(r.far, farWord{term: i, word: w, quality: float64(c.quality), respelt: c.respelt})
				}
			}
		}
	}
	s.terms = nil
}
