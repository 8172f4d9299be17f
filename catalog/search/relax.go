package search

import "talks/catalog/search/words"

// loosen adds to every required slot the words of the catalog that are one
// slip away from what was typed, though that is a word itself: "braking
// changes" finds breaking changes. It says whether there are any.
func (ix *Index) loosen(s *scratch) bool {
	required := 0
	for i := range s.slots {
		if !s.slots[i].optional() {
			required++
		}
	}
	if required < 2 {
		return false
	}
	old := append([]match(nil), s.matches...)
	s.matches = s.matches[:0]
	added := false
	for i := range s.slots {
		sl := &s.slots[i]
		from := len(s.matches)
		s.matches = append(s.matches, old[sl.from:sl.to]...)
		if i < maxFar && !sl.optional() && sl.gated && len(sl.runes) >= 4 {
			added = ix.slipNeighbours(s, i) || added
		}
		sl.from, sl.to = from, len(s.matches)
	}
	return added
}

func (ix *Index) slipNeighbours(s *scratch, i int) bool {
	sl := &s.slots[i]
	v := &ix.vocabulary
	added := false
	for id, mask := range v.masks {
		size := int(v.starts[id+1] - v.starts[id])
		if size < len(sl.runes)-1 || !words.MayBeWithin(sl.mask, mask, 1) {
			continue
		}
		w := v.word(uint32(id))
		s.runes = runesOf(s.runes, w)
		q := sl.oneSlip(s.runes)
		if q == 0 || words.Stop.Has(w) || w == sl.word {
			continue
		}
		s.matches = append(s.matches, match{word: uint32(id), quality: float32(q), slot: uint8(i)})
		sl.volume += len(ix.of(uint32(id)))
		added = true
	}
	return added
}
