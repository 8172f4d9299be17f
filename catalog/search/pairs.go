package search

import "sort"

// anyPair says that some talk has the pair's two words side by side.
func (ix *Index) anyPair(s *scratch, p pair) bool {
	found := false
	ix.eachPair(s, p, func(uint32, uint32) bool {
		found = true
		return false
	})
	return found
}

// pairValues gives each talk that has the two words side by side their worth.
func (ix *Index) pairValues(s *scratch, p pair) {
	ix.eachPair(s, p, func(talk, field uint32) bool {
		if s.slots[p.slot].fields>>field&1 != 0 {
			s.better(talk, value(qualitySplit, 1<<field|wholeBit))
		}
		return true
	})
}

// eachPair calls yield for every place where the pair stands, until it says no.
func (ix *Index) eachPair(s *scratch, p pair, yield func(talk, field uint32) bool) {
	for id := p.b; id < p.c; id++ {
		one, two := ix.of(p.a), ix.of(id)
		if len(two) < len(one) {
			one, two = two, one
		}
		for _, q := range one {
			if !has(two, q.talk(), fieldsMask) {
				continue
			}
			if !ix.pairsIn(s, p, q.talk(), yield) {
				return
			}
		}
	}
}

func (ix *Index) pairsIn(s *scratch, p pair, talk uint32, yield func(talk, field uint32) bool) bool {
	before, field := uint32(fieldMark), uint32(0)
	for _, w := range ix.row(s, talk) {
		switch {
		case w&^0xff == fieldMark:
			before, field = fieldMark, w&0xff
		case w&partBit == 0:
			if before == p.a && p.b <= w && w < p.c && !yield(talk, field) {
				return false
			}
			before = w
		}
	}
	return true
}

// has says that a talk is among the postings, in one of the fields.
func has(list []posting, talk uint32, fields uint32) bool {
	at := sort.Search(len(list), func(i int) bool { return list[i].talk() >= talk })
	return at < len(list) && list[at].talk() == talk && list[at].where()&fields != 0
}
