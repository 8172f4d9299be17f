package search

import (
	"sort"

	"talks/catalog"
)

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

// mostPairRows is in how many talks a pair is looked for word by word. Two
// words that more talks have are common ones, and looked for in titles alone:
// at 100,000 talks "opensourc" took 33 ms, and takes 13 (2026-11-23).
const mostPairRows = 400

// eachPair calls yield for every place where the pair stands, until it says no.
func (ix *Index) eachPair(s *scratch, p pair, yield func(talk, field uint32) bool) {
	for id := p.b; id < p.c; id++ {
		s.paired = inBoth(s.paired[:0], ix.of(p.a), ix.of(id))
		last := facts
		if len(s.paired) > mostPairRows {
			last = catalog.Title
		}
		for _, talk := range s.paired {
			if !ix.pairsIn(s, p, talk, last, yield) {
				return
			}
		}
	}
}

// inBoth appends the talks that two lists of postings have, in order.
func inBoth(dst []uint32, a, b []posting) []uint32 {
	if len(b) < len(a) {
		a, b = b, a
	}
	for _, p := range a {
		b = b[firstFrom(b, p.talk()):]
		if len(b) == 0 {
			break
		}
		if b[0].talk() == p.talk() {
			dst = append(dst, p.talk())
		}
	}
	return dst
}

// firstFrom is the place of the first posting of a talk or of one behind it. It
// looks near the start first, as who goes through a list does.
func firstFrom(list []posting, talk uint32) int {
	far := 1
	for far < len(list) && list[far].talk() < talk {
		far *= 2
	}
	from := far / 2
	list = list[from:min(far+1, len(list))]
	return from + sort.Search(len(list), func(i int) bool { return list[i].talk() >= talk })
}

// pairsIn calls yield for every place of a talk where the pair stands, in the
// fields up to last, until it says no.
func (ix *Index) pairsIn(s *scratch, p pair, talk uint32, last catalog.Field, yield func(talk, field uint32) bool) bool {
	before, field := uint32(fieldMark), uint32(0)
	for _, w := range ix.rowUpTo(s, talk, last) {
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
