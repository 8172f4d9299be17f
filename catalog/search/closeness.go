package search

import (
	"math/bits"
	"strings"
	"unicode"

	"talks/catalog"
	"talks/catalog/search/match"
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
	bonusMaybe    = 0.35 // the last word, if it is optional
	bonusCase     = 0.03 // upper case as typed
	fieldDistance = 8    // words between two fields
)

// A place is where a word of a talk matches a slot.
type place struct {
	at    int32 // counted in words over all fields
	slot  uint8
	field catalog.Field
	exact bool
	both  bool // this slot and the next in one word
}

// link lists for every word its candidates.
func (s *scratch) link() {
	for i := range s.candidates {
		c := &s.candidates[i]
		c.next = s.first[c.word]
		s.first[c.word] = int32(i + 1)
	}
}

func (s *scratch) unlink() {
	for i := range s.candidates {
		s.first[s.candidates[i].word] = 0
	}
}

// look scores what the postings do not tell: how near the words are to each
// other, and how much of the title they are.
func (s *scratch) look(talk uint32) float64 {
	titleWords := s.findPlaces(talk)
	return s.closeness(titleWords, s.isTitleHit(talk)) + caseBonus(s.slots, s.ix.Talks[talk])
}

// findPlaces collects the places of a talk that match a slot. It returns how
// many words the title has.
func (s *scratch) findPlaces(talk uint32) (titleWords int) {
	s.places = s.places[:0]
	at, field := int32(-1), catalog.Field(0)
	left, isLeft := uint32(0), false // the word before, of the same field
	for _, e := range s.ix.Row(talk) {
		if f, ok := e.Field(); ok {
			field, isLeft = f, false
			at += fieldDistance
			continue
		}
		id := e.Word()
		if !e.IsPart() {
			at++
			if field == catalog.Title {
				titleWords++
			}
		}
		for next := s.first[id]; next != 0; {
			c := &s.candidates[next-1]
			next = c.next
			if s.slots[c.slot].fields>>field&1 != 0 {
				s.places = append(s.places, place{at: at, slot: c.slot, field: field, exact: c.typed && c.quality == match.Exact || c.joined, both: c.joined})
			}
		}
		if len(s.pairs) > 0 && !e.IsPart() {
			for _, p := range s.pairs {
				if isLeft && left == p.left && p.from <= id && id < p.to {
					s.places = append(s.places, place{at: at, slot: p.slot, field: field, exact: true})
				}
			}
			left, isLeft = id, true
		}
	}
	return titleWords
}

// caseBonus prefers the talks that write a word as typed if the user typed an
// upper-case letter.
func caseBonus(slots []slot, t *catalog.Talk) float64 {
	asked, kept := 0, 0
	for i := range slots {
		if !strings.ContainsFunc(slots[i].typed, unicode.IsUpper) {
			continue
		}
		asked++
		for f := range catalog.FieldCount {
			if strings.Contains(t.Text(f), slots[i].typed) {
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

// closeness scores the places that were found: the share of the title, and the
// nearness of several words. TitleHit tells that the title matches by its
// letters.
func (s *scratch) closeness(titleWords int, titleHit bool) float64 {
	n := len(s.slots)
	var inTitle, anywhere uint32 // a bit for each slot
	often := 0
	for _, p := range s.places {
		anywhere |= 1 << p.slot
		if p.field == catalog.Title {
			inTitle |= 1 << p.slot
		} else if p.exact {
			often++
		}
	}
	score := 0.0
	required, found := 0, 0
	for i := range s.slots {
		if !s.slots[i].isOptional() {
			required++
			if inTitle>>i&1 != 0 {
				found++
			}
		}
	}
	if n == 1 && inTitle == 0 && titleHit {
		found, inTitle = 1, 1
	}
	if found == required {
		score += bonusTitle
	}
	if found > 0 {
		score += bonusShort * min(1, float64(bits.OnesCount32(inTitle))/float64(max(1, titleWords)))
	}
	if s.startsTitle() {
		score += bonusStart
	}
	score += bonusOften * min(1, float64(often)/8)
	if n > 1 {
		score += s.nearness(bits.OnesCount32(anywhere))
		if s.slots[n-1].maybe {
			score += s.maybeValue()
		}
	}
	return score
}

// maybeValue returns what the last word is worth if it is optional.
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

// startsTitle reports whether the title begins with a required word.
func (s *scratch) startsTitle() bool {
	if len(s.places) == 0 {
		return false
	}
	p := s.places[0]
	return p.field == catalog.Title && p.at == fieldDistance && !s.slots[p.slot].isOptional()
}

// nearness scores neighbours in the query's order, the smallest window that has
// all slots that were found, and the longest run of the query's very words.
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
		if bits.OnesCount32(have) == found {
			from := p.at
			for i := range n {
				if have>>i&1 != 0 {
					from = min(from, last[i])
				}
			}
			window = min(window, p.at-from+1)
		}
	}
	score := bonusNext * float64(bits.OnesCount32(next)) / float64(n-1)
	score += bonusNear * min(1, float64(found)/float64(window))
	if longest == n && n >= 3 {
		score += bonusPhrase
	}
	return score + min(mostRun, bonusRun*float64(longest-1))
}
