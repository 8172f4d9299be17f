package search

import (
	"talks/catalog/search/facts"
	"talks/catalog/search/index"
	"talks/catalog/search/query"
)

// A scratch is the memory of one search, reused by the next. Its tables have an
// entry for each talk or word, all zero between searches.
type scratch struct {
	ix      *index.Index
	weights *weights
	facts   *facts.Facts
	latest  *latestNotes

	// What the free words of the query may stand for: see terms.go, candidates.go
	// and wordpairs.go.
	terms      []term
	candidates []candidate
	notes      *notes // nil: there are none
	noteWords  []noteWord
	pairs      []wordPair

	value     []int32  // by talk: its best value for the current term
	touched   []uint32 // the talks with a value
	tallies   []tally  // by talk
	hits      []uint32 // the talks with a tally
	titleHits []uint32 // the talks that a term matches by letters over the title, in order

	ranked []ranked
	looked int // how many of the ranked were looked at closely and are sorted by their scores

	// For the closer look at one talk.
	first  []int32 // by word: 1 + the index of its first candidate, or 0
	places []place
	parts  [query.MaxWords]part

	// Buffers.
	title  []string
	ids    []uint32
	shared []uint32
	runes  []rune
}

func newScratch(ix *index.Index, w *weights, f *facts.Facts, latest *latestNotes) *scratch {
	return &scratch{
		ix:      ix,
		weights: w,
		facts:   f,
		latest:  latest,
		value:   make([]int32, len(ix.Talks)),
		tallies: make([]tally, len(ix.Talks)),
		first:   make([]int32, ix.Size()),
	}
}

// better keeps the value of a talk for the current term if it is the best so
// far.
func (s *scratch) better(talk uint32, v int32) {
	best := &s.value[talk]
	if *best == 0 {
		s.touched = append(s.touched, talk)
	}
	*best = max(*best, v)
}
