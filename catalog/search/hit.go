package search

import (
	"sync"

	"talks/catalog"
	"talks/catalog/search/query"
)

// A Span is a half-open range of bytes [Start, End) of one field of a talk.
type Span struct {
	Field      catalog.Field
	Start, End int
}

// A Hit is a talk that a query found, with what the view needs to show why.
// Spans count bytes of Talk.Text(Field), are ordered by field, then by start,
// lie inside their field on grapheme bounds and never overlap. Focus is the
// first span of the body (Abstract or Description); it is empty
// (Start == End) where the body has no match.
type Hit struct {
	Talk  *catalog.Talk
	Score float64
	Spans []Span
	Focus Span
	// Partial says that a field is longer than what is looked through for
	// spans, its first 128 KiB.
	Partial bool
}

// Results are the hits of one query over one index, best first. They are
// read-only and safe for many readers; the talks are known at once, spans are
// worked out for a single hit when it is asked for.
type Results struct {
	Query query.Query
	// Weak says that the hits are near misses only.
	Weak bool
	// Missing are the words of the query to blame when the list is weak or
	// empty: those that no talk has together with the rest.
	Missing []string

	index   *Index
	all     bool // every talk, in catalog order
	order   []ranked
	sorted  int       // how many of the order are in order from the start
	rest    sync.Once // sorts the others when one is asked for
	slots   []slot
	pairs   []pair
	far     []farWord
	slipped bool // found by taking words of the catalog for slips
	relaxed bool // words were left out
}

// A farWord is a word of the catalog that a slot stands for with a slip.
type farWord struct {
	slot    uint8
	word    string
	quality float64
}

// Len is the number of hits.
func (r *Results) Len() int {
	if r.all {
		return len(r.index.talks)
	}
	return len(r.order)
}

// Place is the place in the catalog of the hit at place i.
func (r *Results) Place(i int) int {
	if r.all {
		return i
	}
	r.sortUpTo(i)
	return int(r.order[i].talk)
}

// sortUpTo puts the order in order at least up to a place: of a long list few
// look at the end.
func (r *Results) sortUpTo(i int) {
	if i >= r.sorted {
		r.rest.Do(func() { sortByKey(r.order[r.sorted:]) })
	}
}

// Talk returns the talk of the hit at place i, from 0, the best first.
func (r *Results) Talk(i int) *catalog.Talk { return r.index.talks[r.Place(i)] }

// Score is that of the hit at place i: comparable within these results only.
func (r *Results) Score(i int) float64 {
	if r.all {
		return 0
	}
	r.sortUpTo(i)
	return float64(r.order[i].score)
}

// Hit returns the hit at place i with its spans.
func (r *Results) Hit(i int) Hit {
	h := Hit{Talk: r.Talk(i)}
	h.Score = r.Score(i)
	if r.all {
		return h
	}
	h.Spans = spansOf(r.lights(i), h.Talk)
	for f := range catalog.FieldCount {
		h.Partial = h.Partial || len(h.Talk.Text(f)) > maxLit
	}
	for _, s := range h.Spans {
		if s.Field == catalog.Abstract || s.Field == catalog.Description {
			h.Focus = s
			break
		}
	}
	return h
}

// keep takes from the scratch what explains the hits later.
func (r *Results) keep(s *scratch) {
	r.slots = s.slots
	r.pairs = append(r.pairs, s.pairs...)
	for i := range s.slots {
		sl := &s.slots[i]
		if sl.gated && !r.slipped || sl.stop {
			continue
		}
		for _, m := range s.matches[sl.from:sl.to] {
			if w := r.index.vocabulary.word(m.word); !m.joined && sl.near(w) == 0 {
				r.far = append(r.far, farWord{slot: m.slot, word: w, quality: float64(m.quality)})
			}
		}
	}
	s.slots = nil
}
