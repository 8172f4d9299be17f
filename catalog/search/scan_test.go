package search

import (
	"slices"

	"talks/catalog"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// A scan is the slow truth: it answers queries by reading every word of every
// talk, without index, masks, ranges, or an order of evaluation. It shares with
// the index what a word is worth (tiers, weights) and nothing of how the words
// are found.
type scan struct {
	talks     []*catalog.Talk
	rows      [][]scanned
	words     []string // all, sorted
	talksWith map[string]int
	has       []map[string]uint32    // by talk: the fields of each word, as a posting has them
	taken     map[string][]scanMatch // what words of conditions stand for
	ones      []*Index               // by talk: an index of its title alone, without filters
}

type scanned struct {
	word  string
	field catalog.Field
	part  bool
}

func newScan(talks []*catalog.Talk) *scan {
	sc := &scan{talks: talks, talksWith: make(map[string]int), taken: make(map[string][]scanMatch)}
	var split words.Splitter
	for _, t := range talks {
		var row []scanned
		for f := range facts + 1 {
			split.Split(indexedText(t, f), func(tok words.Token) {
				row = append(row, scanned{string(tok.Word), f, tok.Part})
			})
		}
		sc.rows = append(sc.rows, row)
		has := make(map[string]uint32)
		for _, w := range row {
			sc.words = append(sc.words, w.word)
			has[w.word] |= 1 << w.field
			if !w.part {
				has[w.word] |= wholeBit
			}
		}
		sc.has = append(sc.has, has)
		for w := range has {
			sc.talksWith[w]++
		}
		one := build([]*catalog.Talk{t}, readFields[:1])
		one.heads[0].letters, one.heads[0].initials = 1<<29-1, 1<<29-1
		sc.ones = append(sc.ones, one)
	}
	slices.Sort(sc.words)
	sc.words = slices.Compact(sc.words)
	return sc
}

// where gives the fields of a word in a talk.
func (sc *scan) where(talk int, word string) uint32 { return sc.has[talk][word] }

// search answers a query: the talks' places, best first, and whether they are
// near misses only.
func (sc *scan) search(q query.Query) (order []int, weak bool) {
	base, filtered := sc.conditions(q)
	if len(freeWords(q)) == 0 {
		var list []ranked
		for talk, v := range base {
			if v > 0 {
				list = append(list, ranked{talk: uint32(talk), key: uint32(v)})
			}
		}
		slices.SortFunc(list, byKey)
		return places(list), false
	}
	if slices.Max(base) == 0 {
		return nil, false
	}
	p := sc.plan(q)
	p.base, p.filtered = base, filtered
	n := 0
	for i := range p.slots {
		if !p.slots[i].optional() {
			n++
		}
	}
	list := sc.gather(p, n, n)
	if len(list) == 0 && sc.loosen(p) {
		list = sc.gather(p, n, n)
	}
	for _, least := range [...]int{(n + 1) / 2, 1} {
		if len(list) == 0 {
			list = sc.gather(p, n, least)
			weak = len(list) > 0
		}
	}
	slices.SortFunc(list, byKey)
	most := lookCloser
	if len(p.slots) == 1 {
		most = lookAtWord
	}
	top := list[:min(most, len(list))]
	for i := range top {
		top[i].score += float32(sc.look(p, int(top[i].talk)))
	}
	slices.SortFunc(top, byScore)
	return places(list), weak || len(list) > 0 && sc.doubtful(p, int(list[0].talk))
}

func places(list []ranked) (order []int) {
	for _, r := range list {
		order = append(order, int(r.talk))
	}
	return order
}

// gather ranks the talks that have at least so many of the required slots.
func (sc *scan) gather(p *scanPlan, required, least int) []ranked {
	var list []ranked
	parts := required
	if p.filtered {
		parts++
	}
	for talk := range sc.talks {
		covered, sum := 0, int32(0)
		if p.filtered {
			sum = p.base[talk]
		}
		for i := range p.slots {
			if p.slots[i].optional() {
				continue
			}
			if v := sc.value(p, i, talk); v > 0 {
				covered++
				sum += v
			}
		}
		if covered < least || p.base[talk] == 0 {
			continue
		}
		r := ranked{talk: uint32(talk), key: uint32(sum), score: float32(sum) / float32(parts*unit)}
		if least < required {
			r.key *= uint32(covered)
			r.score *= float32(covered) / float32(required)
		}
		list = append(list, r)
	}
	return list
}

// value is the best that a talk offers a slot.
func (sc *scan) value(p *scanPlan, i, talk int) int32 {
	best := int32(0)
	for _, m := range p.matches {
		if int(m.slot) != i {
			continue
		}
		where := sc.where(talk, m.text)
		if m.brief {
			where &= briefFields | wholeBit
		}
		if where&fieldsMask != 0 {
			best = max(best, value(float64(m.quality), where))
		}
	}
	for _, pair := range p.pairs {
		if pair.slot == i {
			for _, f := range sc.pairFields(talk, pair) {
				best = max(best, value(qualitySplit, 1<<f|wholeBit))
			}
		}
	}
	if len(p.slots) == 1 {
		if q := sc.titleFit(p, talk); q > 0 {
			best = max(best, value(q, 1<<catalog.Title|wholeBit))
		}
	}
	return best
}

// titleFit lays the only word over a title: the index's own fit, without the
// filters that go before it.
func (sc *scan) titleFit(p *scanPlan, talk int) float64 {
	sl := p.slots[0]
	if len(sl.word) < 2 || len(sl.word) != len(sl.runes) {
		return 0
	}
	return sc.ones[talk].titleFit(&scratch{}, &sl, 0)
}

func (sc *scan) loosen(p *scanPlan) bool {
	required := 0
	for i := range p.slots {
		if !p.slots[i].optional() {
			required++
		}
	}
	added := false
	for i := range p.slots {
		sl := &p.slots[i]
		if required < 2 || i >= maxFar || sl.optional() || !sl.gated || len(sl.runes) < 4 {
			continue
		}
		for _, w := range sc.words {
			if q := sl.oneSlip([]rune(w)); q > 0 && !words.Stop.Has(w) && w != sl.word {
				p.add(i, w, q, match{})
				added = true
			}
		}
	}
	return added
}

func (sc *scan) look(p *scanPlan, talk int) float64 {
	s := &scratch{slots: p.slots}
	titleWords := sc.places(p, s, talk)
	over := len(p.slots) == 1 && !p.slots[0].exists && sc.titleFit(p, talk) >= initialsLeast
	return s.closeness(titleWords, over) + caseBonus(p.slots, sc.talks[talk])
}

func (sc *scan) places(p *scanPlan, s *scratch, talk int) (titleWords int) {
	at, field := int32(-1), facts+1
	last := ""
	for _, w := range sc.rows[talk] {
		if w.field != field {
			field = w.field
			at += fieldDistance
			last = ""
		}
		if !w.part {
			at++
			if field == catalog.Title {
				titleWords++
			}
		}
		for slot := len(p.slots) - 1; slot >= 0; slot-- {
			for _, m := range slices.Backward(p.matches) {
				if int(m.slot) == slot && m.text == w.word && (!m.brief || briefFields>>field&1 != 0) {
					s.places = append(s.places, place{at: at, slot: m.slot, field: uint8(field), exact: m.typed && m.quality == qualityExact || m.joined, both: m.joined})
				}
			}
		}
		if w.part {
			continue
		}
		for _, pair := range p.pairs {
			if pair.is(last, w.word) {
				s.places = append(s.places, place{at: at, slot: uint8(pair.slot), field: uint8(field), exact: true})
			}
		}
		last = w.word
	}
	return titleWords
}

func (sc *scan) doubtful(p *scanPlan, talk int) bool {
	for i := range p.slots {
		if p.slots[i].optional() {
			continue
		}
		sure, found := false, false
		for _, m := range p.matches {
			if int(m.slot) == i && sc.where(talk, m.text)&fieldsMask != 0 {
				found = true
				sure = sure || !m.doubt && (!m.isGuess() || sc.where(talk, m.text)&guessFields != 0)
			}
		}
		for _, pair := range p.pairs {
			sure = sure || pair.slot == i && len(sc.pairFields(talk, pair)) > 0
		}
		if len(p.slots) == 1 {
			found = true
			sure = sure || !p.slots[0].exists && sc.titleFit(p, talk) >= initialsLeast
		}
		if found && !sure {
			return true
		}
	}
	return false
}
