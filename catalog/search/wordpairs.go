package search

import (
	"unicode/utf8"

	"talks/catalog"
	"talks/catalog/search/index"
	"talks/catalog/search/words"
)

// A wordPair is two neighbours in the catalog that are one word of the query:
// opensource for open source.
type wordPair struct {
	term     uint8
	left     uint32
	from, to uint32 // the range of ids of the right word
	mass     float32
}

// A word may be two neighbours written as one if it has so many bytes, and each
// of the two so many: nodejs, aimodel.
const (
	leastSplit = 5
	leastPart  = 2
)

// canSplit reports whether a word may be two neighbours of which the second
// begins at a byte: each is long enough, or one is a number, as in qt5 and
// python3.
func canSplit(word string, at int) bool {
	return len(word) >= leastSplit && at >= leastPart && at <= len(word)-leastPart ||
		words.IsDigit(word[at-1]) != words.IsDigit(word[at])
}

// addPairs finds two neighbours of the catalog that are the term's word when
// written as one. It reports whether there are any.
func (s *scratch) addPairs(i int) bool {
	term := &s.terms[i]
	before := len(s.pairs)
	for at := 1; at < len(term.Word); at++ {
		if !utf8.RuneStart(term.Word[at]) || !canSplit(term.Word, at) {
			continue
		}
		a, b := term.Word[:at], term.Word[at:]
		left, known := s.ix.ID(a)
		if !known || words.Stop.Has(a) || words.Stop.Has(b) {
			continue
		}
		from, to := s.ix.Only(b)
		if term.Typing && len(b) >= 4 {
			from, to = s.ix.StartingWith(b)
		}
		p := wordPair{term: uint8(i), left: left, from: from, to: to}
		s.eachPair(p, func(_ uint32, field catalog.Field) bool {
			p.mass += float32(fieldWeights[field])
			return true
		})
		if p.mass > 0 {
			s.pairs = append(s.pairs, p)
		}
	}
	return len(s.pairs) > before
}

// valuePairs gives each talk that has the two words side by side their value.
func (s *scratch) valuePairs(p wordPair) {
	s.eachPair(p, func(talk uint32, field catalog.Field) bool {
		if s.terms[p.term].fields>>field&1 != 0 {
			s.better(talk, s.weights.value(s.terms[p.term].splitOdds(), talk, 1<<field|byItself))
		}
		return true
	})
}

// mostPairTalks is in how many talks a pair is looked for word by word. Two
// words that more talks have are common ones, and looked for in titles alone:
// at 100,000 talks "opensourc" took 33 ms, and takes 13 (2026-11-23).
const mostPairTalks = 400

// eachPair calls yield for every place where a pair stands, until it returns
// false.
func (s *scratch) eachPair(p wordPair, yield func(talk uint32, field catalog.Field) bool) {
	for right := p.from; right < p.to; right++ {
		s.shared = s.ix.AppendShared(s.shared[:0], p.left, right)
		last := index.HiddenField
		if len(s.shared) > mostPairTalks {
			last = catalog.Title
		}
		for _, talk := range s.shared {
			for field := range p.in(s.ix.Row(talk)) {
				if field > last {
					break
				}
				if !yield(talk, field) {
					return
				}
			}
		}
	}
}

// in yields the field of every place of a row where the pair stands.
func (p wordPair) in(row []index.Entry) func(yield func(catalog.Field) bool) {
	return func(yield func(catalog.Field) bool) {
		field, isLeft := catalog.Field(0), false
		for _, e := range row {
			if f, ok := e.Field(); ok {
				field, isLeft = f, false
			} else if !e.IsPart() {
				if isLeft && p.from <= e.Word() && e.Word() < p.to && !yield(field) {
					return
				}
				isLeft = e.Word() == p.left
			}
		}
	}
}

// isIn reports whether a talk has the pair.
func (s *scratch) isIn(p wordPair, talk uint32) bool {
	for range p.in(s.ix.Row(talk)) {
		return true
	}
	return false
}
