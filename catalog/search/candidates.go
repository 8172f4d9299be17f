package search

import (
	"math/bits"
	"slices"
	"strings"

	"github.com/sahilm/fuzzy"

	"talks/catalog"
	"talks/catalog/search/index"
	"talks/catalog/search/match"
	"talks/catalog/search/words"
)

// A candidate is a word of the catalog that a term may stand for.
type candidate struct {
	word    uint32
	next    int32 // 1 + the index of the word's next candidate, or 0
	quality float32
	odds    float32 // see match.Odds
	term    uint8
	weak    bool // a talk that has only this is a near miss
	typed   bool // the word is what was typed, or begins with it
	joined  bool // the word is this term and the next in one
	short   bool // the word is the short form of this term and others in a row
	initial bool // the word begins with the only letter typed
	respelt bool // the word is one slip from the typed word, which the catalog has too
	far     bool // the word is taken for what was typed with a slip or with letters left out
}

// isInHeads reports whether a candidate does not count in texts: a word that
// begins with the only letter typed, or is a slip away from a word that the
// catalog has. Among hundreds of words there always is one.
func (c *candidate) isInHeads() bool { return c.initial || c.respelt }

// fields returns the fields of a term in which a candidate counts.
func (c *candidate) fields(term *term) uint32 {
	if c.isInHeads() {
		return term.fields & index.HeadFields
	}
	return term.fields
}

// postings returns the postings of a candidate's word in fields where it counts.
func (s *scratch) postings(c *candidate) []index.Posting {
	if c.isInHeads() {
		return s.ix.Heads(c.word)
	}
	return s.ix.Postings(c.word)
}

// maxFar is how many words of a query are looked for with slips: each takes a
// walk over the vocabulary.
const maxFar = 8

// findCandidates finds what each term may stand for.
func (s *scratch) findCandidates() {
	s.candidates = s.candidates[:0]
	s.pairs = s.pairs[:0]
	joined := s.joined()
	far := 0
	for i := range s.terms {
		term := &s.terms[i]
		term.from = len(s.candidates)
		s.addNear(i)
		if len(term.Runes) == 1 {
			s.markInitials(term)
		}
		s.candidates = append(s.candidates, joined[i]...)
		term.gated = term.isGated(s.candidates[term.from:])
		if !term.Stop {
			term.gated = s.addPairs(i) || term.gated
		}
		if !term.gated && !term.Stop && far < maxFar {
			far++
			s.addFar(i)
			if len(s.candidates) == term.from && term.Typing {
				s.addLoose(i)
			}
		}
		term.to = len(s.candidates)
		for k := term.from; k < term.to; k++ {
			term.volume += len(s.postings(&s.candidates[k]))
		}
	}
	s.addNoteWords()
}

// markInitials marks the words that are more than the only letter of a term.
func (s *scratch) markInitials(term *term) {
	for k := range s.candidates[term.from:] {
		c := &s.candidates[term.from+k]
		c.initial = s.ix.Word(c.word) != term.Word
	}
}

// isGated reports whether the near candidates leave no room for far ones. A
// word with another ending alone does not: it may be chance.
func (t *term) isGated(near []candidate) bool {
	return t.Exists || t.Stop || slices.ContainsFunc(near, func(c candidate) bool { return c.joined || c.typed })
}

// stands reports whether a word stands in the fields of a term.
func (s *scratch) stands(word uint32, term *term) bool {
	return term.fields == allFields || s.ix.Occurs(word, term.fields)
}

// addNear adds the words that are the term's word, a form of it or begin with
// it.
func (s *scratch) addNear(i int) {
	term := &s.terms[i]
	id, known := s.ix.ID(term.Word)
	term.Exists = known && s.ix.Stands(id, term.fields)
	term.Short = known && s.ix.IsShort(id)
	add := func(id uint32) {
		w := s.ix.Word(id)
		q := term.Near(w)
		if q > 0 && s.stands(id, term) {
			s.candidates = append(s.candidates, candidate{word: id, quality: float32(q), term: uint8(i), typed: strings.HasPrefix(w, term.Word)})
		}
	}
	from, to := s.ix.Only(term.Word)
	if !term.Stop && (term.Typing || len(term.Runes) >= 3) {
		from, to = s.ix.StartingWith(term.Word)
	}
	for id := from; id < to; id++ {
		add(id)
	}
	if term.Stop {
		return
	}
	if term.CountsLetters() {
		from, to := s.ix.StartingWith(term.Word[:1])
		for id := from; id < to; id++ {
			if w := s.ix.Word(id); term.Abbreviates(w) && !strings.HasPrefix(w, term.Word) {
				add(id)
			}
		}
	}
	if len(term.Runes) >= 3 {
		for _, id := range s.ix.Inflections(term.Word) {
			if !strings.HasPrefix(s.ix.Word(id), term.Word) {
				add(id)
			}
		}
	}
}

// joined returns for each term the words that it is together with the term
// before or after it.
func (s *scratch) joined() [][]candidate {
	found := make([][]candidate, len(s.terms))
	for i := range len(s.terms) - 1 {
		a, b := &s.terms[i], &s.terms[i+1]
		if a.Stop || b.Stop || len(a.Word)+len(b.Word) > words.MaxLen || len(a.Word)+len(b.Word) < 4 {
			continue
		}
		one := a.Word + b.Word
		from, to := s.ix.StartingWith(one)
		for id := from; id < to; id++ {
			w := s.ix.Word(id)
			q := match.Joined
			if w != one {
				if !b.Typing || len(b.Word) < 2 || len(a.Word) < 2 {
					continue
				}
				q = match.JoinedTyped * (0.8 + 0.2*float64(len(one))/float64(len(w)))
			}
			for _, term := range [...]int{i, i + 1} {
				found[term] = append(found[term], candidate{word: id, quality: float32(q), term: uint8(term), joined: true})
			}
		}
	}
	s.addShortForms(found)
	return found
}

// addShortForms adds to terms in a row that are a long form the short one: to
// large language model llm and llms.
func (s *scratch) addShortForms(found [][]candidate) {
	said := s.ids[:0]
	for last := range s.terms {
		id, known := s.ix.ID(s.terms[last].Word)
		if !known {
			said = said[:0]
			continue
		}
		said = append(said, id)
		s.ix.ShortForms(said, func(short uint32, n int) {
			from, to := s.ix.Only(s.ix.Word(short) + "s")
			for i := last - n + 1; i <= last; i++ {
				if s.terms[i].Stop {
					continue
				}
				c := candidate{word: short, quality: match.Abbreviated, term: uint8(i), joined: true, short: true}
				found[i] = append(found[i], c)
				for c.word = from; c.word < to; c.word++ {
					found[i] = append(found[i], c)
				}
			}
		})
	}
	s.ids = said
}

// addFar adds the words that the term's word may stand for with a slip or with
// letters left out, the best only.
func (s *scratch) addFar(i int) {
	term := &s.terms[i]
	if len(term.Runes) < 3 {
		return
	}
	for _, c := range s.candidates[term.from:] {
		term.best = max(term.best, float64(c.quality))
	}
	from := len(s.candidates)
	if len(term.Runes) >= 4 {
		s.addSlips(i)
	}
	s.addLetters(i)
	if term.best < match.Alike {
		s.addAlike(i)
	}
	kept := s.candidates[:from]
	for _, c := range s.candidates[from:] {
		if float64(c.quality) >= term.best*match.GateShare {
			kept = append(kept, c)
		}
	}
	s.candidates = kept
}

// addSlips tries all words that have nearly the letters of the term's word.
func (s *scratch) addSlips(i int) {
	term := &s.terms[i]
	for id, w := range s.ix.Similar(term.Mask, len(term.Runes)-term.Slips(), term.Slips()) {
		s.runes = match.Runes(s.runes, w)
		if q, weak := term.Far(w, s.runes); q > 0 && s.stands(id, term) {
			s.addFarWord(i, id, q, weak)
		}
	}
}

// leastSound is how many letters the sound of a word has at least for it to
// tell the word.
const leastSound = 4

// addAlike adds the words that are said like the term's word. Where a slip
// explains the word they are not asked: sycll is sycl, not cycle.
func (s *scratch) addAlike(i int) {
	term := &s.terms[i]
	if len(words.Sound(term.Word)) < leastSound {
		return
	}
	for _, id := range s.ix.SaidLike(term.Word) {
		if w := s.ix.Word(id); !words.Stop.Has(w) && s.stands(id, term) {
			s.addFarWord(i, id, match.Alike, false)
		}
	}
}

// addFarWord adds a word unless it is far behind the best so far.
func (s *scratch) addFarWord(i int, id uint32, q float64, weak bool) {
	term := &s.terms[i]
	term.best = max(term.best, q)
	if q >= term.best*match.GateShare {
		s.candidates = append(s.candidates, candidate{word: id, quality: float32(q), term: uint8(i), weak: weak, far: true})
	}
}

// lettered is the list of words that package fuzzy chooses from: a fuzzy.Source.
type lettered struct {
	s   *scratch
	ids []uint32
}

func (l lettered) String(i int) string { return l.s.ix.Word(l.ids[i]) }
func (l lettered) Len() int            { return len(l.ids) }

// addLetters tries the words that begin with the first letter of the term's
// word and have all its letters, in order.
func (s *scratch) addLetters(i int) {
	term := &s.terms[i]
	from, to := s.ix.StartingWith(string(term.Runes[0]))
	s.ids = slices.AppendSeq(s.ids[:0], s.ix.WithLetters(from, to, term.Mask, len(term.Word)))
	list := lettered{s, s.ids}
	for _, m := range fuzzy.FindFromNoSort(term.Word, list) {
		s.runes = match.Runes(s.runes, m.Str)
		id := list.ids[m.Index]
		if q, weak := term.Letters(s.runes); q > 0 && !words.Stop.Has(m.Str) && s.stands(id, term) {
			s.addFarWord(i, id, q, weak)
		}
	}
}

// addLoose is the last resort while a word is being typed: words of titles and
// names that begin with its letter and have the others in order, or whose start
// is a slip away.
func (s *scratch) addLoose(i int) {
	term := &s.terms[i]
	if len(term.Runes) < 2 {
		return
	}
	from, to := s.ix.StartingWith(string(term.Runes[0]))
	for id := from; id < to; id++ {
		w := s.ix.Word(id)
		if bits.OnesCount32(term.Mask&^words.LetterMask(w)) > 1 || !s.ix.Occurs(id, term.fields&(1<<catalog.Title|1<<catalog.Speakers)) {
			continue
		}
		s.runes = match.Runes(s.runes, w)
		if q := term.Loose(s.runes); q > 0 {
			s.candidates = append(s.candidates, candidate{word: id, quality: float32(q), term: uint8(i), weak: true, far: true})
		}
	}
}

// respell adds to every required term the words of the catalog that are one
// slip away from what was typed, though that is a word itself: "braking
// changes" finds breaking changes.
func (s *scratch) respell() {
	if len(s.required()) < 2 {
		return
	}
	old := slices.Clone(s.candidates)
	s.candidates = s.candidates[:0]
	for i := range s.terms {
		term := &s.terms[i]
		from := len(s.candidates)
		s.candidates = append(s.candidates, old[term.from:term.to]...)
		if i < maxFar && !term.isOptional() && term.gated && len(term.Runes) >= 4 {
			s.addOneSlip(i)
		}
		term.from, term.to = from, len(s.candidates)
	}
}

// addOneSlip adds the words that are one slip away from a term's word.
func (s *scratch) addOneSlip(i int) {
	term := &s.terms[i]
	for id, w := range s.ix.OneSlipFrom(term.Word) {
		s.runes = match.Runes(s.runes, w)
		if q := term.Respelt(s.runes); q > 0 && !words.Stop.Has(w) && term.Near(w) == 0 {
			s.candidates = append(s.candidates, candidate{word: id, quality: float32(q), term: uint8(i), respelt: true})
			term.volume += len(s.ix.Heads(id))
		}
	}
}
