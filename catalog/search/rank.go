package search

import (
	"cmp"
	"context"
	"slices"

	"talks/catalog/search/index"
)

// A ranked is a talk and its score. Until the closer look the key, a sum of
// whole numbers, stands for the score: it does not depend on the order in which
// words were looked up.
type ranked struct {
	talk  uint32
	key   uint32
	score float32
}

func byScore(a, b ranked) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.talk, b.talk))
}

func byKey(a, b ranked) int {
	return cmp.Or(cmp.Compare(b.key, a.key), cmp.Compare(a.talk, b.talk))
}

// A tally is what a talk has of the slots so far: the sum of its values, and of
// how many slots.
type tally struct {
	sum   int32
	count uint32
}

// gather ranks the talks that satisfy the conditions and have at least so many
// of the required slots, by their values.
func (s *scratch) gather(ctx context.Context, c conditions, least int) {
	s.ranked = s.ranked[:0]
	s.hits = s.hits[:0]
	required := s.required()
	all := least == len(required)
	if all { // the rarest first
		slices.SortStableFunc(required, func(a, b int) int { return cmp.Compare(s.slots[a].volume, s.slots[b].volume) })
	}
	for i, t := range c.talks {
		s.tallies[t] = tally{sum: c.values[i], count: 1}
	}
	s.hits = append(s.hits, c.talks...)
	for k, i := range required {
		if ctx.Err() != nil {
			break // what is gathered is cleared below, and never shown
		}
		s.valueSlot(i)
		have := uint32(k)
		if c.some {
			have++
		}
		for _, t := range s.touched {
			v := s.value[t]
			s.value[t] = 0
			sums := &s.tallies[t]
			switch {
			case all && sums.count != have && (k > 0 || c.some):
				continue
			case c.some && sums.count == 0:
				continue
			case sums.count == 0:
				s.hits = append(s.hits, t)
			}
			sums.count++
			sums.sum += v
		}
		s.touched = s.touched[:0]
	}
	s.rank(len(required), least, c.some)
}

// valueSlot gives every talk the best value of what a slot may stand for.
func (s *scratch) valueSlot(i int) {
	sl := &s.slots[i]
	s.valueCandidates(i)
	for _, p := range s.pairs {
		if int(p.slot) == i {
			s.valuePairs(p)
		}
	}
	if len(s.slots) == 1 {
		s.valueTitles(sl)
	}
}

func (s *scratch) valueCandidates(i int) {
	sl := &s.slots[i]
	for _, c := range s.candidates[sl.from:sl.to] {
		for _, p := range s.ix.Postings(c.word) {
			if p.Where()&sl.fields != 0 {
				s.better(p.Talk(), value(float64(c.quality), p.Where()&(sl.fields|index.ByItself)))
			}
		}
	}
}

// rank turns the tallies of the talks that have enough slots into scores, and
// clears all tallies.
func (s *scratch) rank(slots, least int, conditional bool) {
	parts := slots // of which the score is the mean
	if conditional {
		parts++
	}
	for _, t := range s.hits {
		covered, sum := int(s.tallies[t].count), s.tallies[t].sum
		s.tallies[t] = tally{}
		if conditional {
			covered--
		}
		if covered < least {
			continue
		}
		r := ranked{talk: t, key: uint32(sum), score: float32(sum) / float32(parts*unit)}
		if least < slots {
			r.key *= uint32(covered)
			r.score *= float32(covered) / float32(slots)
		}
		s.ranked = append(s.ranked, r)
	}
}

// How many of the best talks are looked at word by word: fewer for a single
// word, which has no neighbours.
const (
	lookCloser = 400
	lookAtWord = 120
)

// order sorts the ranked talks, looks closer at the best and sorts these again.
// It reports whether the best of all is a near miss.
func (s *scratch) order() (doubtful bool) {
	n := lookCloser
	if len(s.slots) == 1 {
		n = lookAtWord
	}
	n = min(len(s.ranked), n)
	selectTop(s.ranked, n)
	s.looked = n
	if n == 0 {
		return false
	}
	top := s.ranked[:n]
	s.link()
	for i := range top {
		top[i].score += float32(s.look(top[i].talk))
	}
	s.unlink()
	slices.SortFunc(top, byScore)
	return s.isDoubtful(top[0].talk)
}

// selectFrom is how many talks it takes for counting to beat comparing.
const selectFrom = 600

// selectTop moves the n best by key to the front, sorted; the others follow in
// any order.
func selectTop(list []ranked, n int) {
	if len(list) < selectFrom || n >= len(list)/2 {
		slices.SortFunc(list, byKey)
		return
	}
	var count [1 << 12]int
	shift := 0
	for k := slices.MaxFunc(list, func(a, b ranked) int { return cmp.Compare(a.key, b.key) }).key; k>>shift >= 1<<12; {
		shift++
	}
	for _, r := range list {
		count[r.key>>shift]++
	}
	least := len(count) - 1
	for have := count[least]; have < n && least > 0; have += count[least] {
		least--
	}
	at := 0
	for i, r := range list {
		if r.key>>shift >= uint32(least) {
			list[i], list[at] = list[at], r
			at++
		}
	}
	slices.SortFunc(list[:at], byKey)
}
