package search

import (
	"slices"

	"talks/catalog"
	"talks/catalog/search/index"
	"talks/catalog/search/match"
	"talks/catalog/search/words"
)

// What the letters of a one-word query are worth across a title's words.
const (
	initialsBesideWord = 0.3 // x, if the query is a word of the catalog
	lettersBelow       = 0.6 // letters are tried only if no word is as good
)

// valueTitles tries the only word of a query on the titles: as initials, and as
// letters over several words.
func (s *scratch) valueTitles(term *term) {
	s.titleHits = s.titleHits[:0]
	if !term.fitsTitles() {
		return
	}
	firsts := term.Mask // the letters that words of the title must begin with
	if term.triesLetters() {
		firsts = words.LetterBit(term.Word[0])
	}
	titles := s.ix.Titles()
	for i := range titles {
		if !titles[i].MayHave(term.Mask, firsts) {
			continue
		}
		talk := uint32(i)
		if q := s.titleQuality(term, talk); q > 0 {
			if !term.Exists && q >= match.LeastInitials {
				s.titleHits = append(s.titleHits, talk)
			}
			s.better(talk, s.weights.value(match.Odds(q), talk, 1<<catalog.Title|byItself))
		}
	}
}

// titleQuality returns the quality of a title for a word whose letters lie across
// its words.
func (s *scratch) titleQuality(term *term, talk uint32) float64 {
	if !term.fitsTitles() {
		return 0
	}
	q := 0.0
	if term.Mask&^s.ix.Titles()[talk].Firsts == 0 {
		all, plain := s.ix.Initials(talk)
		q = max(match.Initials(term.Word, all), match.Initials(term.Word, plain))
		if term.Exists {
			q *= initialsBesideWord
		}
	}
	if term.triesLetters() {
		s.title = s.ix.AppendTitle(s.title[:0], talk)
		q = max(q, match.Laid*match.Lay(term.Word, s.title[:min(len(s.title), index.MaxTitleWords)]))
	}
	return q
}

// fitsTitles reports whether the letters of the word may lie across others: they
// are two or more, all of them ASCII.
func (t *term) fitsTitles() bool { return len(t.Word) >= 2 && len(t.Word) == len(t.Runes) }

// triesLetters reports whether letters over titles are worth trying: no word is
// as good.
func (t *term) triesLetters() bool {
	return !t.gated && len(t.Word) >= 4 && t.best < lettersBelow
}

// isTitleHit reports whether the title of a talk matches by initials or letters.
func (s *scratch) isTitleHit(talk uint32) bool {
	_, found := slices.BinarySearch(s.titleHits, talk)
	return found
}
