package search

import (
	"cmp"
	"context"
	"slices"

	"talks/catalog/search/query"
)

// How many of the best talks are looked at word by word: less for a single
// word, which has no neighbours.
const (
	lookCloser = 400
	lookAtWord = 120
)

// Search returns the hits of q, best first; equal ones in catalog order. The
// only error is that of a cancelled ctx.
func (ix *Index) Search(ctx context.Context, q query.Query) (*Results, error) {
	r := &Results{Query: q, index: ix}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if q.Empty() {
		r.all = true
		return r, nil
	}
	s := ix.pool.Get().(*scratch)
	defer ix.pool.Put(s)
	f, err := ix.filter(ctx, s, q)
	if err != nil {
		return nil, err
	}
	ix.plan(s, q)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if f.on && len(f.talks) == 0 {
		r.Missing = f.blamed
		return r, nil
	}
	if len(s.slots) == 0 {
		r.order = f.ranked()
		if !f.on {
			r.all = true
		}
		return r, nil
	}
	ix.find(ctx, s, f, r)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return r, nil
}

// find fills the results: talks that have all words, else all words within a
// slip, else half of them, else any.
func (ix *Index) find(ctx context.Context, s *scratch, f filter, r *Results) {
	n := len(s.required())
	ix.gather(ctx, s, f, n)
	if len(s.ranked) == 0 && ix.loosen(s) {
		ix.gather(ctx, s, f, n)
		r.slipped = len(s.ranked) > 0
	}
	for _, least := range [...]int{(n + 1) / 2, 1} {
		if len(s.ranked) == 0 {
			ix.gather(ctx, s, f, least)
			r.Weak = len(s.ranked) > 0
			r.relaxed = r.Weak
		}
	}
	ix.order(s, r)
	r.order = slices.Clone(s.ranked)
	r.sorted = min(len(r.order), s.looked)
	r.blame(ix, s)
	r.keep(s)
}

// gather ranks the talks that have at least so many of the required slots, by
// their values.
func (ix *Index) gather(ctx context.Context, s *scratch, f filter, least int) {
	s.ranked = s.ranked[:0]
	s.hits = s.hits[:0]
	required := s.required()
	all := least == len(required)
	if all { // the rarest first
		slices.SortStableFunc(required, func(a, b int) int { return cmp.Compare(s.slots[a].volume, s.slots[b].volume) })
	}
	for i, t := range f.talks {
		s.tallies[t] = tally{sum: f.values[i], count: 1}
	}
	if f.on {
		s.hits = append(s.hits, f.talks...)
	}
	for k, i := range required {
		if ctx.Err() != nil {
			break // what is gathered is cleared below, and never shown
		}
		ix.slotValues(s, i)
		have := uint32(k)
		if f.on {
			have++
		}
		for _, t := range s.touched {
			v := s.value[t]
			s.value[t] = 0
			sums := &s.tallies[t]
			switch {
			case all && sums.count != have && (k > 0 || f.on):
				continue
			case f.on && sums.count == 0:
				continue
			case sums.count == 0:
				s.hits = append(s.hits, t)
			}
			sums.count++
			sums.sum += v
		}
		s.touched = s.touched[:0]
	}
	s.rank(len(required), least, f.on)
}

// required are the places of the slots that must be there.
func (s *scratch) required() []int {
	var places []int
	for i := range s.slots {
		if !s.slots[i].optional() {
			places = append(places, i)
		}
	}
	return places
}

// slotValues gives every talk the best value of a slot's matches.
func (ix *Index) slotValues(s *scratch, i int) {
	sl := &s.slots[i]
	for _, m := range s.matches[sl.from:sl.to] {
		fields := sl.fields
		if m.brief {
			fields &= briefFields
		}
		for _, p := range ix.postingsOf(m) {
			if p.where()&fields != 0 {
				s.better(p.talk(), value(float64(m.quality), p.where()&(fields|wholeBit)))
			}
		}
	}
	for _, p := range s.pairs {
		if int(p.slot) == i {
			ix.pairValues(s, p)
		}
	}
	if len(s.slots) == 1 && sl.fields == fieldsMask {
		ix.titleValues(s, sl)
	}
}

func (s *scratch) better(talk uint32, v int32) {
	best := &s.value[talk]
	if *best == 0 {
		s.touched = append(s.touched, talk)
	}
	*best = max(*best, v)
}

// rank turns the sums of the talks that have enough slots into scores, and
// clears all.
func (s *scratch) rank(slots, least int, filtered bool) {
	n := slots
	if filtered {
		n++
	}
	for _, t := range s.hits {
		count, sum := int(s.tallies[t].count), s.tallies[t].sum
		s.tallies[t] = tally{}
		covered := count
		if filtered {
			covered--
		}
		if covered < least {
			continue
		}
		r := ranked{talk: t, key: uint32(sum), score: float32(sum) / float32(n*unit)}
		if least < slots {
			r.key *= uint32(covered)
			r.score *= float32(covered) / float32(slots)
		}
		s.ranked = append(s.ranked, r)
	}
}

// order sorts the ranked talks, looks closer at the best and sorts these
// again.
func (ix *Index) order(s *scratch, r *Results) {
	most := lookCloser
	if len(s.slots) == 1 {
		most = lookAtWord
	}
	top := s.ranked[:min(len(s.ranked), most)]
	selectTop(s.ranked, len(top))
	s.looked = len(top)
	if len(top) == 0 {
		return
	}
	ix.mark(s)
	for i := range top {
		top[i].score += float32(ix.look(s, top[i].talk))
	}
	slices.SortFunc(top, byScore)
	r.Weak = r.Weak || ix.doubtful(s, top[0].talk)
	ix.unmark(s)
}
