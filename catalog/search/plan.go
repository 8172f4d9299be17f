package search

import (
	"strings"
	"unicode/utf8"

	"github.com/sahilm/fuzzy"
)

// A slot is one free word of the query and what it may stand for.
type slot struct {
	term
	raw      string // as typed
	from, to int    // its matches in the scratch
	gated    bool   // a near word exists, the far ones were not tried
	volume   int    // postings of its matches
}

// maxSlots is how many free words of a query count.
const maxSlots = 32

// freeWords are the words of the query that no sign binds, in order.
func freeWords(q Query) []slot {
	var slots []slot
	split := splitter{query: true}
	for _, g := range q.groups {
		if !g.isFree() {
			continue
		}
		text := g.atoms[0].text
		split.split(text, func(t token) {
			if len(slots) < maxSlots {
				slots = append(slots, slot{term: newTerm(string(clip(t.word)), false, fieldsMask), raw: text[t.start:t.end]})
			}
		})
	}
	if n := len(slots); n > 0 {
		slots[n-1].typing = true
	}
	markStops(slots)
	return slots
}

func (g group) isFree() bool {
	return len(g.atoms) == 1 && g.atoms[0].kind == kindWord && !g.atoms[0].not && g.atoms[0].key == ""
}

// markStops tells what is required from what is only wanted. If nothing would
// be left, all is required.
func markStops(slots []slot) {
	left, stops := len(slots), 0
	for i := range slots {
		// the last word may be the start of another one
		if slots[i].stop = stopWords[slots[i].word]; slots[i].stop {
			stops++
			left--
		}
	}
	if stops > 0 || len(slots) >= 4 {
		for i := range slots {
			if !slots[i].stop && furniture[slots[i].word] {
				slots[i].stop = true
				left--
			}
		}
	}
	if left == 0 {
		for i := range slots {
			slots[i].stop = false
		}
	}
}

// plan fills the slots of the scratch with what each may stand for.
func (ix *Index) plan(s *scratch, q Query) {
	s.slots = freeWords(q)
	s.matches = s.matches[:0]
	s.pairs = s.pairs[:0]
	joined := ix.joined(s.slots)
	for i := range s.slots {
		sl := &s.slots[i]
		sl.from = len(s.matches)
		ix.nearMatches(s, i)
		s.matches = append(s.matches, joined[i]...)
		sl.gated = len(s.matches) > sl.from
		if !sl.gated && !sl.stop {
			ix.splitMatches(s, i)
			if len(s.pairs) == 0 || s.pairs[len(s.pairs)-1].slot != uint8(i) {
				ix.farMatches(s, i)
			}
		}
		sl.to = len(s.matches)
		for _, m := range s.matches[sl.from:sl.to] {
			sl.volume += len(ix.of(m.word))
		}
	}
}

// nearMatches adds the words that are the slot's term, a form of it or start
// with it.
func (ix *Index) nearMatches(s *scratch, i int) {
	sl := &s.slots[i]
	v := &ix.vocabulary
	id, known := v.id(sl.word)
	sl.exists = known && ix.stands(id, sl.fields)
	add := func(id uint32) {
		if q := sl.near(v.word(id)); q > 0 && (sl.fields == fieldsMask || ix.occurs(id, sl.fields)) {
			s.matches = append(s.matches, match{word: id, quality: float32(q), slot: uint8(i)})
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
		if a.stop || b.stop || len(a.word)+len(b.word) > maxWord || len(a.word)+len(b.word) < 4 {
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

// splitMatches finds two neighbours of the catalog that are the slot's term
// when written as one.
func (ix *Index) splitMatches(s *scratch, i int) {
	sl := &s.slots[i]
	v := &ix.vocabulary
	for at := 2; at <= len(sl.word)-2; at++ {
		if !utf8.RuneStart(sl.word[at]) || len(sl.word) < 6 {
			continue
		}
		a, b := sl.word[:at], sl.word[at:]
		left, known := v.id(a)
		if !known || stopWords[a] || stopWords[b] {
			continue
		}
		from, to := v.startingWith(b)
		if !sl.typing || len(b) < 3 {
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
	from := len(s.matches)
	best := ix.slipMatches(s, i)
	best = max(best, ix.letterMatches(s, i))
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
	n := len(sl.word)
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
		if size < n-limit-2 || !mayReach(sl.mask, mask, limit, size <= n+limit) {
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

// mayReach is the filter before the count of slips. A word longer than the
// slips allow can only be reached by its start, so its own further letters do
// not count.
func mayReach(term, word uint32, limit int, short bool) bool {
	if short {
		return mayBeWithin(term, word, limit)
	}
	return mayBeWithin(term, term&word, 1)
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
		q, loose := letters(sl.runes, s.runes)
		id := src.ids[m.Index]
		if q == 0 || stopWords[m.Str] || sl.fields != fieldsMask && !ix.occurs(id, sl.fields) {
			continue
		}
		best = max(best, q)
		s.matches = append(s.matches, match{word: id, quality: float32(q), slot: uint8(i), doubt: loose})
	}
	return best
}
