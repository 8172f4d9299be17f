package search

import (
	"bytes"
	"context"
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"talks/catalog"
	"talks/catalog/search/index"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// literalSets returns, for each literal of a query, the talks that have it.
func (s *scratch) literalSets(ctx context.Context, q query.Query) (map[query.Atom]set, error) {
	known := make(map[query.Atom]set)
	var w walk
	for _, g := range q.Groups {
		for _, a := range g.Atoms {
			if l, ok := literalOf(a); !ok {
				continue
			} else if l.isInsideWord() {
				known[a] = s.containing(string(l.text))
			} else {
				w.add(&sought{literal: l, atom: a, talks: s.mayHave(a.Text)})
			}
		}
	}
	var texts foldedTexts
	for t, talk := range s.ix.Talks {
		if len(w.list) == 0 || t%256 == 0 && ctx.Err() != nil {
			break
		}
		texts.next(talk)
		w.read(&texts, uint32(t))
	}
	for _, x := range w.list {
		known[x.atom] = x.found
	}
	return known, ctx.Err()
}

// A sought is a literal that is looked for in the talks that may have it.
type sought struct {
	*literal
	atom   query.Atom
	talks  []uint32 // still to be read
	found  set
	where  uint32 // the fields of the current talk that have it, a bit for each
	last   uint64 // the bit of the walk's state that says it is found; 0 if a walk cannot find it
	taken  int    // how many bytes of a text make this bit, from where the literal begins
	proven bool   // the bit alone says that it is there
}

// A walk finds literals in a text while it looks at each byte once, whatever they
// are: Shift-And (Baeza-Yates and Gonnet, A New Approach to Text Searching, 1992).
// Each literal has walkWidth bits of the state, of which the nth says that the
// text so far ends with n bytes that it accepts. What bounds a bounded literal
// counts as a byte; of a long one the start is looked for.
type walk struct {
	list    []*sought
	first   uint64         // the first bit of each
	cases   [2]uint64      // by whether case matters: the last bits of those
	accepts [3][256]uint64 // by whether case matters, and for both: the bits that a byte may set
	text    []byte         // of a field, not folded
}

const bothCases = 2

const walkWidth = 64 / query.MaxOperators

// add adds a literal to those that are looked for.
func (w *walk) add(x *sought) {
	bit := uint64(1) << (len(w.list) * walkWidth)
	w.list = append(w.list, x)
	if x.isAtEdge() || len(x.text) == 0 {
		return
	}
	w.first |= bit
	end, which := bit<<walkWidth, caseIndex(x.cased)
	accept := func(taken int, accepts func(c byte) bool) {
		if bit == end {
			return
		}
		for c := range 256 {
			if accepts(byte(c)) {
				w.accepts[which][c] |= bit
				w.accepts[bothCases][c] |= bit
			}
		}
		x.last, x.taken = bit, taken
		bit <<= 1
	}
	bounded := x.kind == query.Bounded
	if bounded && !mayBound(x.text[0]) {
		accept(0, mayBound)
	}
	for i, want := range x.text {
		accept(i+1, func(c byte) bool { return c == want || !x.cased && lower[c] == want })
	}
	if bounded && !mayBound(x.text[len(x.text)-1]) {
		accept(len(x.text)+1, mayBound)
	}
	w.cases[which] |= x.last
	x.proven = x.kind == query.Exact && len(x.text) <= walkWidth && len(bytes.Trim(x.text, " ")) == len(x.text)
}

// mayBound reports whether a byte may be, or be a part of, what bounds a word.
func mayBound(c byte) bool { return c >= utf8.RuneSelf || words.ClassOf(rune(c)) == words.Gap }

// read looks for the literals in a talk; the talks before it have been read.
func (w *walk) read(texts *foldedTexts, talk uint32) {
	var open [query.MaxOperators]*sought // those that the talk may have
	list := open[:0]
	for _, x := range w.list {
		if len(x.talks) > 0 && x.talks[0] == talk {
			x.talks = x.talks[1:]
			list = append(list, x)
		}
	}
	for f := range catalog.FieldCount {
		wanted := uint64(0)
		for _, x := range list {
			switch {
			case x.atom.Fields()>>f&1 == 0:
			case x.last != 0:
				wanted |= x.last
			case x.mayBeAtEdge(texts.talk.Text(f)):
				x.where |= x.fields(texts, 1<<f)
			}
		}
		w.find(texts, f, wanted)
	}
	for _, x := range list {
		if x.where != 0 {
			x.found.add(talk, exactValue(x.where))
			x.where = 0
		}
	}
}

// find looks for the literals with these last bits in a field. Case and accents
// are folded only where that moves bytes.
func (w *walk) find(texts *foldedTexts, f catalog.Field, wanted uint64) {
	if wanted == 0 {
		return
	}
	if text := texts.talk.Text(f); isASCII(text) {
		w.text = append(w.text[:0], text...)
		w.through(w.text, &w.accepts[bothCases], texts, f, wanted)
		return
	}
	for which, last := range w.cases {
		if wanted&last != 0 {
			w.through(texts.text(f, which == caseIndex(true)), &w.accepts[which], texts, f, wanted&last)
		}
	}
}

// through walks through the text of a field, as if blanks stood around it, until
// it has found all that is wanted.
func (w *walk) through(text []byte, accepts *[256]uint64, texts *foldedTexts, f catalog.Field, wanted uint64) {
	first := w.first
	state := first & accepts[' ']
	for at, c := range text {
		state = (state<<1 | first) & accepts[c]
		if state&wanted == 0 {
			continue
		}
		if wanted &^= w.confirm(state&wanted, texts, f, at+1); wanted == 0 {
			return
		}
	}
	w.confirm((state<<1|first)&accepts[' ']&wanted, texts, f, len(text)+1)
}

// confirm returns those bits whose literals do stand in a field, which the walk
// has read up to a byte.
func (w *walk) confirm(hits uint64, texts *foldedTexts, f catalog.Field, end int) (confirmed uint64) {
	for ; hits != 0; hits &= hits - 1 {
		x := w.list[bits.TrailingZeros64(hits)/walkWidth]
		if x.proven || x.isAt(texts.text(f, x.cased), end-x.taken) {
			x.where |= 1 << f
			confirmed |= x.last
		}
	}
	return confirmed
}

// isInsideWord reports whether the literal can only stand inside a word, in any
// case, so that the vocabulary alone tells which talks have it. (A lone s may
// stand in a possessive, which is no part of any word.)
func (l *literal) isInsideWord() bool {
	if l.kind != query.Exact || l.cased || string(l.text) == "s" || len(l.text) >= words.MaxLen {
		return false
	}
	return !bytes.ContainsFunc(l.text, func(r rune) bool { return words.ClassOf(r) != words.Letter || unicode.IsMark(r) })
}

// mayHave returns the talks that have, for each word of a text, some word that
// contains it; all talks if the text has no word to go by.
func (s *scratch) mayHave(text string) []uint32 {
	var found set
	some := false
	split := words.Splitter{Query: true}
	split.Split(text, func(t words.Token) {
		piece := strings.TrimRight(string(t.Word), "+#")
		if len(piece) < 2 || len(piece) >= words.MaxLen {
			return
		}
		if got := s.containing(piece); some {
			found = found.and(got)
		} else {
			found, some = got, true
		}
	})
	if !some {
		found = set{}.not(len(s.ix.Talks), 1)
	}
	return found.talks
}

// containing returns the talks with a word that contains a piece. Words that
// are only parts of others do not count: they are not written so.
func (s *scratch) containing(piece string) set {
	for id := range s.ix.Containing(piece) {
		for _, p := range s.ix.Postings(id) {
			if p.Where()&index.ByItself != 0 && p.Where()&index.ShownFields != 0 {
				s.better(p.Talk(), exactValue(p.Where()&index.ShownFields))
			}
		}
	}
	return s.takeSet()
}
