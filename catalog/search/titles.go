package search

import (
	"bytes"
	"slices"

	"talks/catalog"
	"talks/catalog/search/words"
)

// What a title is worth that a one-word query matches across its words.
const (
	initialsLeast  = 0.56
	initialsMost   = 0.78
	behindWord     = 0.3 // x, when the query is a word of the catalog
	lettersBelow   = 0.6 // only when no word is as good
	lettersOver    = 0.66
	lettersEnough  = 0.5 // of a perfect fit
	mostTitleWords = 32
)

// titleValues tries the one word of a query on the titles: as initials, and as
// letters laid over several words.
func (ix *Index) titleValues(s *scratch, sl *slot) {
	s.over = s.over[:0]
	n := len(sl.word)
	if n < 2 || n != len(sl.runes) {
		return
	}
	over := ix.triesLetters(sl)
	for talk := range ix.talks {
		h := &ix.heads[talk]
		if sl.mask&^h.initials != 0 && !over || sl.mask&^h.letters != 0 || words.LetterBit(sl.word[0])&h.initials == 0 {
			continue
		}
		if q := ix.titleFit(s, sl, uint32(talk)); q > 0 {
			if !sl.exists && q >= initialsLeast {
				s.over = append(s.over, uint32(talk))
			}
			s.better(uint32(talk), value(q, 1<<catalog.Title|wholeBit))
		}
	}
}

// titleFit is the quality of a title for letters that run over its words.
func (ix *Index) titleFit(s *scratch, sl *slot, talk uint32) float64 {
	q := 0.0
	if sl.mask&^ix.heads[talk].initials == 0 {
		q = ix.initialsFit(sl, talk)
		if sl.exists {
			q *= behindWord
		}
	}
	if ix.triesLetters(sl) {
		q = max(q, ix.lettersFit(s, sl, talk))
	}
	return q
}

// triesLetters says that letters over titles are worth trying: no word is as
// good.
func (ix *Index) triesLetters(sl *slot) bool {
	return !sl.gated && len(sl.word) >= 4 && sl.best < lettersBelow
}

// initialsFit finds the letters as initials of words in a row, with or without
// the stop words between them.
func (ix *Index) initialsFit(sl *slot, talk uint32) float64 {
	h, end := &ix.heads[talk], ix.heads[talk+1].start
	best := 0.0
	for _, list := range [...][]byte{ix.initials[h.start:h.plain], ix.initials[h.plain:end]} {
		at := bytes.Index(list, []byte(sl.word))
		if at < 0 {
			continue
		}
		q := initialsLeast + (initialsMost-initialsLeast)*float64(len(sl.word))/float64(len(list))
		if at == 0 {
			q += 0.04
		}
		best = max(best, q)
	}
	return best
}

// lettersFit lays the letters over the title's words: each word that takes
// part gives its first letter and others in order behind it; skipped words and
// scattered letters cost.
func (ix *Index) lettersFit(s *scratch, sl *slot, talk uint32) float64 {
	s.row = ix.title(talk, s.row[:0])
	title := s.row[:min(len(s.row), mostTitleWords)]
	best := 0.0
	for first := range title {
		if ix.vocabulary.word(title[first])[0] == sl.word[0] {
			best = max(best, ix.lay(title[first:], sl.word, 0))
		}
	}
	if best < lettersEnough {
		return 0
	}
	return lettersOver * best
}

// lay gives the fit of letters over words of which the first must take part:
// the share of letters that are well placed, less for words skipped.
func (ix *Index) lay(title []uint32, letters string, depth int) float64 {
	w := ix.vocabulary.word(title[0])
	best := 0.0
	at, taken, good := 0, 0, 0.0
	for taken < len(letters) && at < len(w) {
		next := at
		for next < len(w) && w[next] != letters[taken] {
			next++
		}
		if next == len(w) {
			break
		}
		if next == at {
			good++
		} else {
			good += 0.8 - min(0.4, 0.1*float64(next-at))
		}
		at = next + 1
		taken++
		if taken == len(letters) {
			best = max(best, good)
			break
		}
		if depth < 5 {
			for skip := 1; skip < len(title) && skip <= 4; skip++ {
				if ix.vocabulary.word(title[skip])[0] != letters[taken] {
					continue
				}
				rest := ix.lay(title[skip:], letters[taken:], depth+1)
				if rest > 0 {
					cost := 0.0
					for _, id := range title[1:skip] {
						if !words.Stop.Has(ix.vocabulary.word(id)) {
							cost += 0.5
						}
					}
					best = max(best, good+rest*float64(len(letters)-taken)-cost)
				}
			}
		}
	}
	if best <= 0 {
		return 0
	}
	return best / float64(len(letters))
}

// overTitle says that the title matches as a whole, by initials or letters.
func (s *scratch) overTitle(talk uint32) bool {
	_, found := slices.BinarySearch(s.over, talk)
	return found
}
