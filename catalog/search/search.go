package search

import (
	"context"
	"slices"
	"sync"

	"talks/catalog"
	"talks/catalog/search/facts"
	"talks/catalog/search/index"
	"talks/catalog/search/query"
)

// An Engine finds talks of one catalog. It is read-only and safe for many
// readers.
type Engine struct {
	index     *index.Index
	weights   *weights
	facts     *facts.Facts
	scratches sync.Pool // of *scratch
}

// Build makes an engine for a catalog. It uses all cores.
func Build(c *catalog.Catalog) *Engine { return newEngine(c, index.Build(c.Talks)) }

// BuildTitles makes an engine that finds words of titles alone: quick to make,
// to search while Build is at work.
func BuildTitles(c *catalog.Catalog) *Engine { return newEngine(c, index.BuildTitles(c.Talks)) }

func newEngine(c *catalog.Catalog, ix *index.Index) *Engine {
	w, f, latest := newWeights(ix), facts.Of(c), new(latestNotes)
	return &Engine{index: ix, weights: w, facts: f, scratches: sync.Pool{New: func() any { return newScratch(ix, w, f, latest) }}}
}

// SetClock says what time it is, before the first search.
func (e *Engine) SetClock(c facts.Clock) { e.facts.Clock = c }

// SetMarks says how to get the user's marks, before the first search; it may give
// nil.
func (e *Engine) SetMarks(get func() facts.Marks) { e.facts.Marks = get }

// Search returns the hits of q, best first; equal ones in catalog order. The
// only error is that of a cancelled ctx.
func (e *Engine) Search(ctx context.Context, q query.Query) (*Results, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r := &Results{Query: q, engine: e}
	if q.Empty() {
		r.all = true
		return r, nil
	}
	s := e.scratches.Get().(*scratch)
	defer e.scratches.Put(s)
	c, err := s.satisfy(ctx, q)
	if err != nil {
		return nil, err
	}
	s.terms = termsOf(q)
	switch {
	case c.some && len(c.talks) == 0: // no talk is left to look for words in
	case len(s.terms) > 0:
		s.findCandidates()
		s.find(ctx, c, r)
	case c.some:
		r.order = c.ranked()
		r.sorted = len(r.order)
	default: // nothing but half-typed conditions
		r.all = true
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return r, nil
}

// find ranks the talks that have any of the words. Behind the first ten it
// keeps only those that have all.
func (s *scratch) find(ctx context.Context, c conditions, r *Results) {
	s.respell()
	s.weigh()
	complete := s.gather(ctx, c)
	s.order()
	s.spreadSeries()
	s.dropNear(complete)
	if len(s.ranked) > 0 {
		r.relaxed = complete == 0
		r.Weak = r.relaxed || s.isWeak(s.ranked[0].talk)
	}
	r.order = slices.Clone(s.ranked)
	r.sorted = s.looked
	r.keep(s)
}

// ranked returns the talks of a query that has nothing but conditions.
func (c conditions) ranked() []ranked {
	list := make([]ranked, len(c.talks))
	for i, t := range c.talks {
		list[i] = ranked{talk: t, key: uint32(c.values[i]), score: float32(c.values[i]) / unit}
	}
	slices.SortFunc(list, byKey)
	return list
}
