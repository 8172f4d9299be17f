package search

import (
	"sync"

	"talks/catalog"
	"talks/catalog/search/facts"
	"talks/catalog/search/index"
	"talks/catalog/search/match"
	"talks/catalog/search/words"
)

// A note is one more field of a talk. Notes have an index of their own: few talks
// have one, and they change while the program runs. The words of a note are found
// as they are, in another form or by their start, with no slips.
const (
	noteField  = index.HiddenField + 1 // in places only; no posting has it
	noteWeight = 0.25                  // see fieldWeights
)

// notes are the user's, as they are at some time.
type notes struct {
	version int
	text    map[*catalog.Talk]string
	index   *index.Index      // of the notes, each an abstract
	talks   []uint32          // by note: its talk
	at      map[uint32]uint32 // by talk: its note
}

// latestNotes keeps the notes of an engine until others are there.
type latestNotes struct {
	mu    sync.Mutex
	notes *notes
}

// of returns the notes about talks as they are now; nil if there are none.
func (l *latestNotes) of(x *facts.Facts, talks []*catalog.Talk) *notes {
	text, version := x.Notes()
	if len(text) == 0 {
		return nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.notes == nil || l.notes.version != version {
		n := &notes{version: version, text: text, at: make(map[uint32]uint32, len(text))}
		var list []*catalog.Talk
		for i, t := range talks {
			if note := text[t]; note != "" {
				n.at[uint32(i)] = uint32(len(list))
				n.talks = append(n.talks, uint32(i))
				list = append(list, &catalog.Talk{Abstract: note})
			}
		}
		n.index = index.Build(list)
		l.notes = n
	}
	return l.notes
}

// A noteWord is a word of the notes that a term may stand for.
type noteWord struct {
	term uint8
	word uint32
	odds float32
}

// share returns what a note word is worth where it stands.
func (w *noteWord) share(isPart bool) float32 {
	if isPart {
		return w.odds * noteWeight * partWeight
	}
	return w.odds * noteWeight
}

// addNoteWords finds which words of the notes each term may stand for.
func (s *scratch) addNoteWords() {
	s.noteWords, s.notes = s.noteWords[:0], s.latest.of(s.facts, s.ix.Talks)
	if s.notes == nil {
		return
	}
	for i := range s.terms {
		term := &s.terms[i]
		if term.Stop {
			continue
		}
		add := func(id uint32) {
			if q := nearInNote(term, s.notes.index.Word(id)); q > 0 {
				s.noteWords = append(s.noteWords, noteWord{uint8(i), id, float32(match.Odds(q))})
			}
		}
		from, to := s.notes.index.StartingWith(term.Word)
		for id := from; id < to; id++ {
			add(id)
		}
		for _, id := range s.notes.index.Inflections(term.Word) {
			if id < from || id >= to {
				add(id)
			}
		}
	}
}

// nearInNote returns the quality of a word of a note. Of what begins with the only
// letter typed there is too much.
func nearInNote(term *term, w string) float64 {
	if term.Stop || len(term.Runes) == 1 && w != term.Word {
		return 0
	}
	return term.Near(w)
}

// isNoted reports whether notes have a term.
func (s *scratch) isNoted(i int) bool {
	for _, w := range s.noteWords {
		if int(w.term) == i {
			return true
		}
	}
	return false
}

// eachNoted calls yield for each note that has a term, with what it is worth there.
func (s *scratch) eachNoted(i int, yield func(talk uint32, share float32)) {
	for _, w := range s.noteWords {
		if int(w.term) == i {
			for _, p := range s.notes.index.Postings(w.word) {
				yield(s.notes.talks[p.Talk()], w.share(p.Where()&byItself == 0))
			}
		}
	}
}

// hasNoted reports whether the note of a talk has a term.
func (s *scratch) hasNoted(i int, talk uint32) bool {
	if !s.isNoted(i) {
		return false
	}
	note, ok := s.notes.at[talk]
	for _, w := range s.noteWords {
		if ok && int(w.term) == i && s.notes.index.Has(w.word, note, allFields) {
			return true
		}
	}
	return false
}

// findNotePlaces collects the places of a talk's note that match a term, in order,
// behind the others; at is the last place of the talk.
func (s *scratch) findNotePlaces(talk uint32, at int32) {
	if len(s.noteWords) == 0 {
		return
	}
	note, ok := s.notes.at[talk]
	if !ok {
		return
	}
	at += fieldDistance
	for _, e := range s.notes.index.Row(note) {
		if _, mark := e.Field(); mark {
			continue
		}
		if !e.IsPart() {
			at++
		}
		for _, w := range s.noteWords {
			if w.word == e.Word() {
				s.places = append(s.places, place{at: at, term: w.term, field: noteField, word: w.word, share: w.share(e.IsPart())})
			}
		}
	}
}

// notePart returns what a term adds to a talk whose note has it.
func (s *scratch) notePart(term *term, p *part) Part {
	out := Part{Kind: Word, Score: p.score, Typed: term.typed, Field: "note", Rarity: term.scale, Weight: noteWeight}
	for _, w := range s.noteWords {
		if w.term == p.term && w.word == p.word {
			out.Word, out.Odds, out.Talks = s.notes.index.Word(w.word), float64(w.odds), len(s.notes.index.Postings(w.word))
			out.Weight = float64(p.share / w.odds)
		}
	}
	return out
}

// noted tells which terms the note of a talk has.
func (r *Results) noted(t *catalog.Talk) (has termSet) {
	if r.notes == nil || r.notes.text[t] == "" {
		return has
	}
	var split words.Splitter
	split.Split(r.notes.text[t], func(tok words.Token) {
		for k := range r.terms {
			has[k] = has[k] || nearInNote(&r.terms[k], string(tok.Word)) > 0
		}
	})
	return has
}
