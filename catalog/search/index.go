package search

import (
	"cmp"
	"context"
	"slices"

	"github.com/sahilm/fuzzy"

	"talks/catalog"
)

// An Index holds talks ready to be searched. It is read-only and safe for
// many readers.
type Index struct {
	talks  []*catalog.Talk
	titles []string
}

// Build indexes talks, which must not change afterwards.
func Build(talks []*catalog.Talk) *Index {
	ix := &Index{talks: talks, titles: make([]string, len(talks))}
	for i, t := range talks {
		ix.titles[i] = t.Title
	}
	return ix
}

// BuildTitles indexes the titles alone: quick to make, to search while Build
// is at work.
func BuildTitles(talks []*catalog.Talk) *Index { return Build(talks) }

// Len is the number of talks in the index.
func (ix *Index) Len() int { return len(ix.talks) }

// Search returns the hits of q, best first; equal ones in catalog order. The
// only error is that of a cancelled ctx.
func (ix *Index) Search(ctx context.Context, q Query) (*Results, error) {
	r := &Results{Query: q, index: ix}
	scores := make([]float64, len(ix.talks))
	found := make([]int, len(ix.talks))
	for _, term := range q.terms {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		best := make([]float64, len(ix.talks))
		for _, m := range fuzzy.FindNoSort(term, ix.titles) {
			if s := titleScore(term, m); s > 0 {
				best[m.Index] = s
			}
		}
		for i, t := range ix.talks {
			best[i] = max(best[i], textScore(term, t))
			if best[i] > 0 {
				found[i]++
				scores[i] += best[i]
			}
		}
	}
	for i := range ix.talks {
		if found[i] == len(q.terms) {
			r.order = append(r.order, ranked{talk: int32(i), score: scores[i]})
		}
	}
	slices.SortStableFunc(r.order, func(a, b ranked) int { return cmp.Compare(b.score, a.score) })
	return r, nil
}
