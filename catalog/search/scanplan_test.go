package search

import (
	"math/bits"
	"slices"
	"strings"

	"talks/catalog"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// A scanMatch is a match that knows its word.
type scanMatch struct {
	match
	text string
}

// A scanPlan is the slots and what each may stand for.
type scanPlan struct {
	slots   []slot
	matches []scanMatch
	pairs   []scanPair

	filtered bool    // there are conditions
	base     []int32 // by talk: what the conditions are worth in it, 0 for a talk that is out
}

type scanPair struct {
	slot int
	a, b string
	open bool
}

func (p scanPair) is(a, b string) bool {
	return a == p.a && (b == p.b || p.open && strings.HasPrefix(b, p.b))
}

func (sc *scan) plan(q query.Query) *scanPlan {
	p := &scanPlan{slots: freeWords(q)}
	for i := range p.slots {
		p.slots[i].short = len(sc.talks) >= briefFrom && len(p.slots[i].word) < 3
		for talk := range sc.talks {
			if m := sc.where(talk, p.slots[i].word); m&wholeBit != 0 {
				p.slots[i].exists = true
			}
		}
	}
	far := 0
	for i := range p.slots {
		sl := &p.slots[i]
		sl.from = len(p.matches)
		sc.near(p, i)
		sc.joins(p, i)
		var near []match
		for _, m := range p.matches[sl.from:] {
			near = append(near, m.match)
		}
		sl.gated = sl.isGated(near)
		if !sl.stop {
			before := len(p.pairs)
			sc.splits(p, i)
			sl.gated = sl.gated || len(p.pairs) > before
		}
		if !sl.gated && !sl.stop && far < maxFar {
			far++
			sc.far(p, i)
		}
		sl.to = len(p.matches)
	}
	return p
}

func (sc *scan) near(p *scanPlan, i int) {
	sl := &p.slots[i]
	for _, w := range sc.words {
		if sl.stop && w != sl.word {
			continue
		}
		q := sl.near(w)
		if q = sc.lessCommon(q, w); q > 0 {
			p.add(i, w, q, match{typed: strings.HasPrefix(w, sl.word), brief: sl.isBrief(w)})
		}
	}
}

// lessCommon takes something off for a common word that is not the very one.
func (sc *scan) lessCommon(q float64, w string) float64 {
	if q < qualityExact {
		rarity := 1 - float64(bits.Len(uint(sc.talksWith[w])-1))/float64(bits.Len(uint(len(sc.talks))))
		q *= 1 - commonness*(1-rarity)
	}
	return q
}

func (p *scanPlan) add(i int, w string, q float64, m match) {
	m.slot, m.quality = uint8(i), float32(q)
	p.matches = append(p.matches, scanMatch{m, w})
}

func (sc *scan) joins(p *scanPlan, i int) {
	for _, first := range [...]int{i - 1, i} {
		if first < 0 || first+1 >= len(p.slots) {
			continue
		}
		a, b := &p.slots[first], &p.slots[first+1]
		one := a.word + b.word
		if a.stop || b.stop || len(one) > words.MaxLen || len(one) < 4 {
			continue
		}
		for _, w := range sc.words {
			switch {
			case w == one:
				p.add(i, w, qualityJoined, match{joined: true})
			case strings.HasPrefix(w, one) && b.typing && len(a.word) >= 2 && len(b.word) >= 2:
				p.add(i, w, joinedTyped*(0.8+0.2*float64(len(one))/float64(len(w))), match{joined: true})
			}
		}
	}
}

func (sc *scan) splits(p *scanPlan, i int) {
	sl := &p.slots[i]
	for at := 1; at < len(sl.word); at++ {
		a, b := sl.word[:at], sl.word[at:]
		if !mayPart(sl.word, at) || words.Stop.Has(a) || words.Stop.Has(b) {
			continue
		}
		pair := scanPair{i, a, b, sl.typing && len(b) >= 4}
		for talk := range sc.talks {
			if len(sc.pairFields(talk, pair)) > 0 {
				p.pairs = append(p.pairs, pair)
				break
			}
		}
	}
}

// pairFields gives the fields in which a pair stands side by side.
func (sc *scan) pairFields(talk int, pair scanPair) []catalog.Field {
	var found []catalog.Field
	last := scanned{}
	for _, w := range sc.rows[talk] {
		if w.part {
			continue
		}
		if w.field == last.field && last.word != "" && pair.is(last.word, w.word) {
			found = append(found, w.field)
		}
		last = w
	}
	return found
}

func (sc *scan) far(p *scanPlan, i int) {
	sl := &p.slots[i]
	from := len(p.matches)
	best := 0.0
	for _, m := range p.matches[sl.from:] {
		best = max(best, float64(m.quality))
	}
	if len(sl.runes) >= 3 {
		if len(sl.runes) >= 4 {
			for _, w := range sc.words {
				if q, doubt := sl.far(w, []rune(w)); q > 0 {
					p.add(i, w, q, match{doubt: doubt})
					best = max(best, q)
				}
			}
		}
		for _, w := range sc.words {
			if q, loose := letters(sl.runes, []rune(w), sl.typing); q > 0 && !words.Stop.Has(w) {
				p.add(i, w, q, match{doubt: loose})
				best = max(best, q)
			}
		}
		sl.best = best
	}
	p.matches = slices.DeleteFunc(p.matches, func(m scanMatch) bool {
		return int(m.slot) == i && !m.typed && !m.joined && float64(m.quality) < best*gateShare && slices.IndexFunc(p.matches, func(n scanMatch) bool { return n == m }) >= from
	})
	if len(p.matches) == sl.from && sl.typing && len(sl.runes) >= 2 {
		for _, w := range sc.words {
			here := uint32(0)
			for talk := range sc.talks {
				here |= sc.where(talk, w)
			}
			if q := sl.loose([]rune(w)); q > 0 && here&(1<<catalog.Title|1<<catalog.Speakers) != 0 {
				p.add(i, w, q, match{doubt: true})
			}
		}
	}
}
