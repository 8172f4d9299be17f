package search

import (
	"math/bits"
	"strings"
	"unicode"

	"talks/catalog"
	"talks/catalog/search/match"
	"talks/catalog/search/query"
)

const (
	// nearShare is what two words side by side add, in shares of the score
	// of the one that tells less: fewer talks have both side by side than have
	// the one or the other.
	nearShare = 1.5
	// trifle decides between talks that are equal otherwise. It is added for upper
	// case as typed, and for words that stand in several fields, such as the title
	// and the text.
	trifle = 0.05

	reach         = 8         // how many words apart two words are near at most
	fieldDistance = reach + 2 // words between two fields
)

// noWord is the word of a place where letters lie over a title.
const noWord = 1<<32 - 1

// A place is where a word of a talk matches a term.
type place struct {
	at    int32 // counted in words over all fields
	term  uint8
	field catalog.Field
	both  bool // this term and the next in one word
	word  uint32
	share float32 // odds times field weight
}

// A part is what one term adds to the score of a talk.
type part struct {
	place           // the best
	fields   uint32 // those of all its places, a bit for each
	score    float64
	nearness float64 // what standing near the term before it adds
}

// link lists for every word its candidates.
func (s *scratch) link() {
	for i := range s.candidates {
		c := &s.candidates[i]
		c.next = s.first[c.word]
		s.first[c.word] = int32(i + 1)
	}
}

// unlink clears the lists.
func (s *scratch) unlink() {
	for i := range s.candidates {
		s.first[s.candidates[i].word] = 0
	}
}

// judge returns the score of a talk, read word by word, and leaves its parts in
// the scratch.
func (s *scratch) judge(talk uint32) float64 {
	s.findPlaces(talk)
	s.parts = [query.MaxWords]part{}
	for _, p := range s.places {
		if p.field == catalog.Title {
			p.share *= s.weights.titles[talk]
		}
		best := &s.parts[p.term]
		if p.share > best.share {
			best.place = p
		}
		best.fields |= 1 << p.field
	}
	if len(s.terms) == 1 {
		s.judgeTitle(talk)
	}
	score, before := 0.0, -1
	for i := range s.terms {
		p := &s.parts[i]
		if s.terms[i].Stop || p.share == 0 {
			continue
		}
		p.score = s.terms[i].score(float64(p.share))
		if before >= 0 {
			p.nearness = nearShare * s.nearness(before, i)
		}
		score += p.score + p.nearness
		before = i
	}
	return score + trifle*(caseShare(s.terms, s.ix.Talks[talk])+s.fieldsShare())
}

// judgeTitle takes the letters of the only word over the title for its best
// place, if they are.
func (s *scratch) judgeTitle(talk uint32) {
	q := s.titleQuality(&s.terms[0], talk)
	if q == 0 {
		return
	}
	share := float32(match.Odds(q)*fieldWeights[catalog.Title]) * s.weights.titles[talk]
	if share > s.parts[0].share {
		s.parts[0].place = place{field: catalog.Title, share: share, word: noWord}
	}
}

// findPlaces collects the places of a talk that match a term, in order.
func (s *scratch) findPlaces(talk uint32) {
	s.places = s.places[:0]
	at, field := int32(-1), catalog.Field(0)
	left, isLeft := uint32(0), false // the word before, of the same field
	for _, e := range s.ix.Row(talk) {
		if f, ok := e.Field(); ok {
			field, isLeft = f, false
			at += fieldDistance
			continue
		}
		id, weight := e.Word(), float32(fieldWeights[field])
		if e.IsPart() {
			weight *= partWeight
		} else {
			at++
			if e.FollowsStop() {
				at++
			}
		}
		for next := s.first[id]; next != 0; {
			c := &s.candidates[next-1]
			next = c.next
			if c.fields(&s.terms[c.term])>>field&1 != 0 {
				s.places = append(s.places, place{at: at, term: c.term, field: field, both: c.joined, word: id, share: c.odds * weight})
			}
		}
		if len(s.pairs) > 0 && !e.IsPart() {
			for _, p := range s.pairs {
				if isLeft && left == p.left && p.from <= id && id < p.to {
					s.places = append(s.places, place{at: at, term: p.term, field: field, word: id, share: float32(s.terms[p.term].splitOdds()) * weight})
				}
			}
			left, isLeft = id, true
		}
	}
	s.findNotePlaces(talk, at)
}

// nearness returns the score of the lesser of two terms where they stand
// nearest: all of it side by side in the query's order, less for each word
// between them.
func (s *scratch) nearness(first, second int) float64 {
	best := 0.0
	from := 0 // the first place that is near
	for _, b := range s.places {
		for from < len(s.places) && s.places[from].at < b.at-reach-1 {
			from++
		}
		if int(b.term) != second {
			continue
		}
		for _, a := range s.places[from:] {
			if a.at > b.at+reach {
				break
			}
			if int(a.term) != first || a.field != b.field || a.at == b.at && !a.both {
				continue
			}
			share := closeness(b.at-a.at, int32(second-first))
			if less := min(s.terms[first].score(float64(a.share)), s.terms[second].score(float64(b.share))); share*less > best {
				best = share * less
			}
		}
	}
	return best
}

// closeness returns 1 for a word that follows another at once, or at the
// distance at which it follows in the query, and falls with the square of the
// number of extra words between them. One word that matches both counts as 1.
func closeness(distance, wanted int32) float64 {
	off := -distance
	if distance > 0 {
		off = min(abs(distance-1), abs(distance-wanted))
	}
	return 1 / float64((1+off)*(1+off))
}

func abs(n int32) int32 { return max(n, -n) }

// fieldsShare returns how many of the words of the query the talk that was
// judged last has in more than one field, as a share of those that it has.
func (s *scratch) fieldsShare() float64 {
	has, more := 0, 0
	for i := range s.terms {
		if n := bits.OnesCount32(s.parts[i].fields); n > 0 && !s.terms[i].Stop {
			has++
			more += min(n-1, 1)
		}
	}
	return float64(more) / float64(max(has, 1))
}

// caseShare returns how many of the words that were typed with an upper-case
// letter a talk writes just so, as a share.
func caseShare(terms []term, t *catalog.Talk) float64 {
	asked, kept := 0, 0
	for i := range terms {
		if !strings.ContainsFunc(terms[i].typed, unicode.IsUpper) {
			continue
		}
		asked++
		for f := range catalog.FieldCount {
			if strings.Contains(t.Text(f), terms[i].typed) {
				kept++
				break
			}
		}
	}
	if asked == 0 {
		return 0
	}
	return float64(kept) / float64(asked)
}
