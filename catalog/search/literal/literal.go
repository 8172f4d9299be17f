// Package literal searches texts to the letter: what quotes, ' and ^ and $ ask for.
package literal

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"talks/catalog"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// A Literal is a text that is searched to the letter. Accents are ignored, and
// so is case, unless the text has an upper-case letter.
type Literal struct {
	kind  query.Kind
	text  []byte // folded
	cased bool   // case matters
}

// New returns a literal of a kind that is not matched by words.
func New(kind query.Kind, text string) *Literal {
	l := &Literal{kind: kind, cased: strings.ContainsFunc(text, unicode.IsUpper)}
	l.text = fold(nil, text, l.cased)
	return l
}

// Of returns the literal of an atom; ok is false if it is matched by
// words. A quote of signs alone is a literal.
func Of(a query.Atom) (l *Literal, ok bool) {
	switch {
	case query.IsFact(a.Key) || a.Kind == query.Word:
		return nil, false
	case a.Kind != query.Phrase:
		return New(a.Kind, a.Text), true
	case len(a.Pieces()) == 0:
		return New(query.Exact, a.Text), true
	}
	return nil, false
}

// index returns where the literal begins in a folded text, from a byte on; -1 if
// it is not there.
func (l *Literal) index(text []byte, from int) int {
	switch l.kind {
	case query.Start, query.Whole:
		trimmed := len(text) - len(bytes.TrimLeft(text, " "))
		if from > trimmed || !bytes.HasPrefix(text[trimmed:], l.text) {
			return -1
		}
		if l.kind == query.Whole && !bytes.Equal(bytes.TrimRight(text[trimmed:], " "), bytes.TrimRight(l.text, " ")) {
			return -1
		}
		return trimmed
	case query.End:
		end := len(bytes.TrimRight(text, " "))
		if !bytes.HasSuffix(text[:end], l.text) || end-len(l.text) < from {
			return -1
		}
		return end - len(l.text)
	}
	for at := from; ; {
		n := bytes.Index(text[at:], l.text)
		if n < 0 {
			return -1
		}
		if at += n; l.isAt(text, at) {
			return at
		}
		_, size := utf8.DecodeRune(text[at:])
		at += size
	}
}

// isAt reports whether the literal, one that may stand anywhere, begins at a byte
// of a folded text.
func (l *Literal) isAt(text []byte, at int) bool {
	return at >= 0 && bytes.HasPrefix(text[at:], l.text) &&
		(l.kind != query.Bounded || isBound(text, at) && isBound(text, at+len(l.text)))
}

// isAtEdge reports whether the literal can only stand at the start or end of a
// text.
func (l *Literal) isAtEdge() bool {
	return l.kind == query.Start || l.kind == query.End || l.kind == query.Whole
}

// mayBeAtEdge reports whether the first or last byte of a text allows that the
// literal stands there: most texts need not be folded to tell.
func (l *Literal) mayBeAtEdge(text string) bool {
	text = strings.Trim(text, " ")
	if text == "" || len(l.text) == 0 {
		return false
	}
	c, want := text[0], l.text[0]
	if l.kind == query.End {
		c, want = text[len(text)-1], l.text[len(l.text)-1]
	}
	return c == want || c >= utf8.RuneSelf || !l.cased && lower[c] == want
}

// isBound reports whether no word runs across a byte of a text.
func isBound(text []byte, at int) bool {
	before, _ := utf8.DecodeLastRune(text[:at])
	after, _ := utf8.DecodeRune(text[at:])
	return at == 0 || at == len(text) || words.ClassOf(before) == words.Gap || words.ClassOf(after) == words.Gap
}

// Fields returns those among some fields of a talk that have the literal, a bit
// for each.
func (l *Literal) Fields(texts *Texts, among uint32) uint32 {
	var found uint32
	if len(l.text) == 0 {
		return 0
	}
	for f := range catalog.FieldCount {
		if among>>f&1 != 0 && l.index(texts.of(f, l.cased), 0) >= 0 {
			found |= 1 << f
		}
	}
	return found
}

// IsInsideWord reports whether the literal can only stand inside a word, in any
// case, so that the vocabulary alone tells which talks have it. (A lone s may
// stand in a possessive, which is no part of any word.)
func (l *Literal) IsInsideWord() bool {
	if l.kind != query.Exact || l.cased || string(l.text) == "s" || len(l.text) >= words.MaxLen {
		return false
	}
	return !bytes.ContainsFunc(l.text, func(r rune) bool { return words.ClassOf(r) != words.Letter || unicode.IsMark(r) })
}

// A Place is a half-open range of bytes [Start, End) of a text.
type Place struct{ Start, End int }

// Places returns where the literal stands in a text, the first most of them, in
// order and without overlap.
func (l *Literal) Places(text string, most int) []Place {
	if len(l.text) == 0 {
		return nil
	}
	folded, origin := l.foldWithOrigin(text)
	var places []Place
	for at := 0; at < len(folded) && len(places) < most; {
		n := l.index(folded, at)
		if n < 0 {
			break
		}
		at = n + len(l.text)
		if origin == nil {
			places = append(places, Place{n, at})
			continue
		}
		for origin[at] == origin[at-1] {
			at++ // half of a letter that folds to two: ß
		}
		places = append(places, Place{int(origin[n]), int(origin[at])})
	}
	return places
}
