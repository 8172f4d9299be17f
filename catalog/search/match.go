package search

import (
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sahilm/fuzzy"

	"talks/catalog"
	"talks/catalog/search/words"
)

// isGated says that the near matches leave no room for far ones: a word of
// another ending alone may be chance.
func (s *slot) isGated(near []match) bool {
	if s.exists || s.stop {
		return true
	}
	return slices.ContainsFunc(near, func(m match) bool { return m.joined || m.typed })
}

// nearMatches adds the words that are the slot's term, a form of it or start
// with it.
func (ix *Index) nearMatches(s *scratch, i int) {
	sl := &s.slots[i]
	v := &ix.vocabulary
	id, known := v.id(sl.word)
	sl.short = len(ix.talks) >= briefFrom && len(sl.word) < 3
	sl.exists = known && ix.stands(id, sl.fields)
	add := func(id uint32) {
		w := v.word(id)
		q := sl.near(w)
		if q < qualityExact {
			q *= 1 - commonness*(1-ix.rarity(id))
		}
		if q > 0 && (sl.fields == fieldsMask || ix.occurs(id, sl.fields)) {
			s.matches = append(s.matches, match{
				word: id, quality: float32(q), slot: uint8(i),
				typed: strings.HasPrefix(w, sl.word), brief: sl.isBrief(w),
			})
		}
	}
	if sl.stop {
		if known {
			add(id)
		}
		return
	}
	from, to := v.startingWith(sl.word)
	if !sl.typing && len(sl.runes) < 3 {
		to = from
		if known {
			to = from + 1
		}
	}
	for id := from; id < to; id++ {
		add(id)
	}
	if sl.between > 0 {
		from, to := v.startingWith(sl.word[:1])
		for id := from; id < to; id++ {
			if w := v.word(id); sl.abbreviates(w) && !strings.HasPrefix(w, sl.word) {
				add(id)
			}
		}
	}
	if len(sl.runes) >= 3 {
		v.inflections(sl.word, func(id uint32) {
			if !strings.HasPrefix(v.word(id), sl.word) {
				add(id)
			}
		})
	}
}

// joined finds for each slot the words that it is together with the next.
func (ix *Index) joined(slots []slot) [][]match {
	found := make([][]match, len(slots))
	for i := range len(slots) - 1 {
		a, b := &slots[i], &slots[i+1]
		if a.stop || b.stop || len(a.word)+len(b.word) > words.MaxLen || len(a.word)+len(b.word) < 4 {
			continue
		}
		one := a.word + b.word
		from, to := ix.vocabulary.startingWith(one)
		for id := from; id < to; id++ {
			w := ix.vocabulary.word(id)
			q := qualityJoined
			if w != one {
				if !b.typing || len(b.word) < 2 || len(a.word) < 2 {
					continue
				}
				q = joinedTyped * (0.8 + 0.2*float64(len(one))/float64(len(w)))
			}
			found[i] = append(found[i], match{word: id, quality: float32(q), slot: uint8(i), joined: true})
			found[i+1] = append(found[i+1], match{word: id, quality: float32(q), slot: uint8(i + 1), joined: true})
		}
	}
	return found
}

// A word may be two neighbours written as one if it has so many bytes, and
// each of the two so many: nodejs, aimodel.
const (
	leastSplit = 5
	leastPart  = 2
)

// mayPart says that a word may be two neighbours that part at a byte: each long
// enough, or a number beside a name, as in qt5 and python3.
func mayPart(word string, at int) bool {
	return len(word) >= leastSplit && at >= leastPart && at <= len(word)-leastPart ||
		words.IsDigit(word[at-1]) != words.IsDigit(word[at])
}

// splitMatches finds two neighbours of the catalog that are the slot's term
// when written as one. It says whether there are any.
func (ix *Index) splitMatches(s *scratch, i int) bool {
	sl := &s.slots[i]
	v := &ix.vocabulary
	before := len(s.pairs)
	for at := 1; at < len(sl.word); at++ {
		if !utf8.RuneStart(sl.word[at]) || !mayPart(sl.word, at) {
			continue
		}
		a, b := sl.word[:at], sl.word[at:]
		left, known := v.id(a)
		if !known || words.Stop.Has(a) || words.Stop.Has(b) {
			continue
		}
		from, to := v.startingWith(b)
		if !sl.typing || len(b) < 4 {
			to = from
			if _, known := v.id(b); known {
				to++
			}
		}
		if from < to {
			s.pairs = append(s.pairs, pair{slot: uint8(i), a: left, b: from, c: to})
			if !ix.anyPair(s, s.pairs[len(s.pairs)-1]) {
				s.pairs = s.pairs[:len(s.pairs)-1]
			}
		}
	}
	return len(s.pairs) > before
}

// looseMatches is the last resort while a word is being typed: words of titles
// and names that begin with its letter and have the others in order, or whose
// start is a slip away.
func (ix *Index) looseMatches(s *scratch, i int) {
	sl := &s.slots[i]
	if len(sl.runes) < 2 {
		return
	}
	v := &ix.vocabulary
	from, to := v.startingWith(string(sl.runes[0]))
	for id := from; id < to; id++ {
		if bits.OnesCount32(sl.mask&^v.masks[id]) > 1 || !ix.occurs(id, sl.fields&(1<<catalog.Title|1<<catalog.Speakers)) {
			continue
		}
		s.runes = runesOf(s.runes, v.word(id))
		if q := sl.loose(s.runes); q > 0 {
			s.matches = append(s.matches, match{word: id, quality: float32(q), slot: uint8(i), doubt: true})
		}
	}
}

// sources hands some words of the vocabulary to fuzzy.
type source struct {
	v   *vocabulary
	ids []uint32
}

func (s source) String(i int) string { return s.v.word(s.ids[i]) }
func (s source) Len() int            { return len(s.ids) }

// farMatches adds the words that the slot's term may stand for with a slip or
// with letters left out, the best only.
func (ix *Index) farMatches(s *scratch, i int) {
	sl := &s.slots[i]
	if len(sl.runes) < 3 {
		return
	}
	best := 0.0
	for _, m := range s.matches[sl.from:] {
		best = max(best, float64(m.quality))
	}
	from := len(s.matches)
	best = max(best, ix.slipMatches(s, i))
	best = max(best, ix.letterMatches(s, i))
	sl.best = best
	kept := s.matches[:from]
	for _, m := range s.matches[from:] {
		if float64(m.quality) >= best*gateShare {
			kept = append(kept, m)
		}
	}
	s.matches = kept
}

// slipMatches tries all words that have nearly the letters of the term.
func (ix *Index) slipMatches(s *scratch, i int) float64 {
	sl := &s.slots[i]
	v := &ix.vocabulary
	n := len(sl.runes)
	if n < 4 {
		return 0
	}
	limit := 1
	if n >= 7 {
		limit = 2
	}
	best := 0.0
	for id, mask := range v.masks {
		size := int(v.starts[id+1] - v.starts[id])
		if size < n-limit || !mayReach(sl.mask, mask, limit) {
			continue
		}
		w := v.word(uint32(id))
		s.runes = runesOf(s.runes, w)
		q, doubt := sl.far(w, s.runes)
		if q == 0 || sl.fields != fieldsMask && !ix.occurs(uint32(id), sl.fields) {
			continue
		}
		best = max(best, q)
		if q >= best*gateShare {
			s.matches = append(s.matches, match{word: uint32(id), quality: float32(q), slot: uint8(i), doubt: doubt})
		}
	}
	return best
}

// mayReach is the filter before the count of slips: hardly a letter of the term
// is missing in the word, and hardly one of the word's in the term, unless the
// word goes on where the term ends.
func mayReach(term, word uint32, limit int) bool {
	missing := bits.OnesCount32(term &^ word)
	return missing <= 1 || missing <= limit && bits.OnesCount32(word&^term) <= limit
}

// letterMatches tries the words that begin with the term's first letter and
// have all its letters.
func (ix *Index) letterMatches(s *scratch, i int) float64 {
	sl := &s.slots[i]
	v := &ix.vocabulary
	from, to := v.startingWith(string(sl.runes[0]))
	src := source{v: v, ids: s.row[:0]}
	for id := from; id < to; id++ {
		if v.masks[id]&sl.mask == sl.mask && int(v.starts[id+1]-v.starts[id]) > len(sl.word) {
			src.ids = append(src.ids, id)
		}
	}
	s.row = src.ids
	best := 0.0
	for _, m := range fuzzy.FindFromNoSort(sl.word, src) {
		s.runes = runesOf(s.runes, m.Str)
		q, loose := letters(sl.runes, s.runes, sl.typing)
		id := src.ids[m.Index]
		if q == 0 || words.Stop.Has(m.Str) || sl.fields != fieldsMask && !ix.occurs(id, sl.fields) {
			continue
		}
		best = max(best, q)
		s.matches = append(s.matches, match{word: id, quality: float32(q), slot: uint8(i), doubt: loose})
	}
	return best
}
