package search

import (
	"strings"
	"unicode"

	"talks/catalog"
	"talks/catalog/search/query"
)

// What a closer look adds to a talk's score.
const (
	bonusTitle    = 0.25 // all words in the title
	bonusStart    = 0.05 // the title begins with one of the words
	bonusShort    = 0.30 // at most, for a title that is little else
	bonusNext     = 0.10 // words side by side in the query's order, by share
	bonusNear     = 0.10 // all words in a small window
	bonusRun      = 0.05 // for each further of the query's very words in a row
	mostRun       = 0.30
	bonusPhrase   = 0.30 // all of three or more words in a row
	bonusOften    = 0.02 // a word said again and again, at most
	bonusMaybe    = 0.35 // the last word, where it need not be there
	bonusCase     = 0.03 // upper case as typed
	fieldDistance = 8    // places between two fields
)

// A place is where a word of a talk matches a slot.
type place struct {
	at    int32
	slot  uint8
	field uint8
	exact bool
	both  bool // this slot and the next in one word
}

// mark notes for every matched word the slots it matches.
func (ix *Index) mark(s *scratch) {
	for i := range s.matches {
		m := &s.matches[i]
		m.next = s.first[m.word]
		s.first[m.word] = int32(i + 1)
	}
}

func (ix *Index) unmark(s *scratch) {
	for i := range s.matches {
		s.first[s.matches[i].word] = 0
	}
}

// findPlaces collects the places of a talk where a slot is matched.
func (ix *Index) findPlaces(s *scratch, talk uint32) (titleWords int) {
	s.places = s.places[:0]
	at, field := int32(-1), uint8(0)
	before := uint32(fieldMark)
	for _, w := range ix.row(s, talk) {
		if w&^0xff == fieldMark {
			field = uint8(w)
			at += fieldDistance
			before = fieldMark
			continue
		}
		id := w &^ partBit
		if w == id {
			at++
			if field == uint8(catalog.Title) {
				titleWords++
			}
		}
		for next := s.first[id]; next != 0; {
			m := &s.matches[next-1]
			next = m.next
			if s.slots[m.slot].fields>>field&1 != 0 && (!m.brief || briefFields>>field&1 != 0) {
				s.places = append(s.places, place{at: at, slot: m.slot, field: field, exact: m.typed && m.quality == qualityExact || m.joined, both: m.joined})
			}
		}
		if len(s.pairs) > 0 && w == id {
			for _, p := range s.pairs {
				if before == p.a && p.b <= id && id < p.c {
					s.places = append(s.places, place{at: at, slot: p.slot, field: field, exact: true})
				}
			}
			before = id
		}
	}
	return titleWords
}

// look scores what the postings do not tell: how near the words are to each
// other, and how much of the title they are.
func (ix *Index) look(s *scratch, talk uint32) float64 {
	titleWords := ix.findPlaces(s, talk)
	return s.closeness(titleWords, s.overTitle(talk)) + caseBonus(s.slots, ix.talks[talk])
}

// caseBonus prefers the talks that write a word as typed where the reader took
// the trouble of an upper-case letter.
func caseBonus(slots []slot, t *catalog.Talk) float64 {
	asked, kept := 0, 0
	for i := range slots {
		if !strings.ContainsFunc(slots[i].raw, unicode.IsUpper) {
			continue
		}
		asked++
		for f := range catalog.FieldCount {
			if strings.Contains(t.Text(f), slots[i].raw) {
				kept++
				break
			}
		}
	}
	if asked == 0 {
		return 0
	}
	return bonusCase * float64(kept) / float64(asked)
}

// closeness scores the places found: the share of the title, and the nearness
// of several words. Over says that the title matches as a whole.
func (s *scratch) closeness(titleWords int, over bool) float64 {
	n := len(s.slots)
	var inTitle, anywhere uint32
	often := 0
	for _, p := range s.places {
		anywhere |= 1 << p.slot
		if p.field == uint8(catalog.Title) {
			inTitle |= 1 << p.slot
		} else if p.exact {
			often++
		}
	}
	score := 0.0
	required, found := 0, 0
	for i := range s.slots {
		if !s.slots[i].optional() {
			required++
			if inTitle>>i&1 != 0 {
				found++
			}
		}
	}
	if n == 1 && inTitle == 0 && over {
		found, inTitle = 1, 1<<n-1
	}
	if found == required {
		score += bonusTitle
	}
	if found > 0 {
		score += bonusShort * min(1, float64(countBits(inTitle))/float64(max(1, titleWords)))
	}
	if s.startsTitle() {
		score += bonusStart
	}
	score += bonusOften * min(1, float64(often)/8)
	if n > 1 {
		score += s.nearness(countBits(anywhere))
		if s.slots[n-1].maybe {
			score += s.maybeValue()
		}
	}
	return score
}

// maybeValue is what the last word is worth that need not be there.
func (s *scratch) maybeValue() float64 {
	n := len(s.slots) - 1
	best := 0.0
	for _, p := range s.places {
		if int(p.slot) == n {
			best = max(best, fieldWeights[p.field])
		}
	}
	return bonusMaybe * best
}

// startsTitle says that a title begins with the first required word.
func (s *scratch) startsTitle() bool {
	if len(s.places) == 0 {
		return false
	}
	p := s.places[0]
	return p.field == uint8(catalog.Title) && p.at == fieldDistance && !s.slots[p.slot].optional()
}

func countBits(m uint32) int {
	n := 0
	for ; m != 0; m &= m - 1 {
		n++
	}
	return n
}

// nearness scores neighbours in the query's order, the smallest window with
// all found slots, and the longest run of the query's very words.
func (s *scratch) nearness(found int) float64 {
	if found < 2 {
		return 0
	}
	n := len(s.slots)
	var next uint32
	longest := 1
	var last [query.MaxWords]int32
	for i := range last {
		last[i] = -1000
	}
	var runs [query.MaxWords]int
	var have uint32
	window := int32(1 << 20)
	for _, p := range s.places {
		run := 1
		if p.slot > 0 && (last[p.slot-1] == p.at-1 || p.both && last[p.slot-1] == p.at) {
			next |= 1 << p.slot
			if p.exact {
				run = runs[p.slot-1] + 1
			}
		}
		if last[p.slot] != p.at || run > runs[p.slot] {
			runs[p.slot] = run
		}
		longest = max(longest, runs[p.slot])
		last[p.slot] = p.at
		have |= 1 << p.slot
		if countBits(have) == found {
			from := p.at
			for i := range n {
				if have>>i&1 != 0 {
					from = min(from, last[i])
				}
			}
			window = min(window, p.at-from+1)
		}
	}
	score := bonusNext * float64(countBits(next)) / float64(n-1)
	score += bonusNear * min(1, float64(found)/float64(window))
	if longest == n && n >= 3 {
		score += bonusPhrase
	}
	return score + min(mostRun, bonusRun*float64(longest-1))
}

// doubtful says that a talk has a required word only as what it hardly stands
// for.
func (ix *Index) doubtful(s *scratch, talk uint32) bool {
	for i := range s.slots {
		if !s.slots[i].optional() && ix.doubts(s, i, talk) {
			return true
		}
	}
	return false
}

// guessFields are those in which a word with two slips is no chance: in a text
// of hundreds of words there is always some that is so near.
const guessFields = 1<<catalog.Title | 1<<catalog.Subtitle | 1<<catalog.Speakers

// isGuess says that a match of several letters has two slips.
func (m *match) isGuess() bool { return m.quality == qualityLongSlips }

func (ix *Index) doubts(s *scratch, i int, talk uint32) bool {
	sl := &s.slots[i]
	found := false
	for k := range s.matches[sl.from:sl.to] {
		m := &s.matches[sl.from+k]
		if m.doubt && found || !has(ix.of(m.word), talk, sl.fields) {
			continue
		}
		if found = true; !m.doubt && (!m.isGuess() || has(ix.of(m.word), talk, sl.fields&guessFields)) {
			return false
		}
	}
	for _, p := range s.pairs {
		if int(p.slot) == i && !ix.pairsIn(s, p, talk, facts, func(uint32, uint32) bool { return false }) {
			return false
		}
	}
	if len(s.slots) == 1 {
		return !s.overTitle(talk)
	}
	return found
}
