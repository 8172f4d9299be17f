package literal

import (
	"bytes"
	"math/bits"
	"talks/catalog"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
	"unicode/utf8"
)

// A Walk finds literals in a text while it looks at each byte once, whatever they
// are: Shift-And (Baeza-Yates and Gonnet, A New Approach to Text Searching, 1992).
// Each literal has walkWidth bits of the state, of which the nth says that the
// text so far ends with n bytes that it accepts. What bounds a bounded literal
// counts as a byte; of a long one the start is looked for.
type Walk struct {
	list    []*sought
	first   uint64         // the first bit of each
	cases   [2]uint64      // by whether case matters: the last bits of those
	accepts [3][256]uint64 // by whether case matters, and for both: the bits that a byte may set
	text    []byte         // of a field, not folded
}

// A sought is a literal that is looked for.
type sought struct {
	*Literal
	fields uint32 // in which it is looked for, a bit for each
	where  uint32 // those of the current talk that have it
	last   uint64 // the bit of the walk's state that says it is found; 0 if a walk cannot find it
	taken  int    // how many bytes of a text make this bit, from where the literal begins
	proven bool   // the bit alone says that it is there
}

const bothCases = 2

const walkWidth = 64 / query.MaxOperators

// Add adds a literal to those that are looked for in some fields, a bit for each.
// They are query.MaxOperators at most.
func (w *Walk) Add(l *Literal, fields uint32) {
	bit, x := uint64(1)<<(len(w.list)*walkWidth), &sought{Literal: l, fields: fields}
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

// Read returns for each literal the fields of the current talk that have it, a bit
// for each. Open has a bit for each literal that the talk may have.
func (w *Walk) Read(texts *Texts, open uint32) (where [query.MaxOperators]uint32) {
	for f := range catalog.FieldCount {
		wanted := uint64(0)
		for i, x := range w.list {
			switch {
			case open>>i&1 == 0 || x.fields>>f&1 == 0:
			case x.last != 0:
				wanted |= x.last
			case x.mayBeAtEdge(texts.talk.Text(f)):
				x.where |= x.Fields(texts, 1<<f)
			}
		}
		w.find(texts, f, wanted)
	}
	for i, x := range w.list {
		where[i], x.where = x.where, 0
	}
	return where
}

// find looks for the literals with these last bits in a field. Case and accents
// are folded only where that moves bytes.
func (w *Walk) find(texts *Texts, f catalog.Field, wanted uint64) {
	if wanted == 0 {
		return
	}
	if text := texts.talk.Text(f); IsASCII(text) {
		w.text = append(w.text[:0], text...)
		w.through(w.text, &w.accepts[bothCases], texts, f, wanted)
		return
	}
	for which, last := range w.cases {
		if wanted&last != 0 {
			w.through(texts.of(f, which == caseIndex(true)), &w.accepts[which], texts, f, wanted&last)
		}
	}
}

// through walks through the text of a field, as if blanks stood around it, until
// it has found all that is wanted.
func (w *Walk) through(text []byte, accepts *[256]uint64, texts *Texts, f catalog.Field, wanted uint64) {
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
func (w *Walk) confirm(hits uint64, texts *Texts, f catalog.Field, end int) (confirmed uint64) {
	for ; hits != 0; hits &= hits - 1 {
		x := w.list[bits.TrailingZeros64(hits)/walkWidth]
		if x.proven || x.isAt(texts.of(f, x.cased), end-x.taken) {
			x.where |= 1 << f
			confirmed |= x.last
		}
	}
	return confirmed
}
