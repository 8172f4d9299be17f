package search

import (
	"bytes"
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"talks/catalog"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// A literal is a text that is looked for to the letter. Accents fold; case
// folds unless the text has an upper-case letter.
type literal struct {
	kind  query.Kind
	text  []byte // folded
	cased bool
	buf   []byte

	caseless bool // signs and digits: looked for as they are, no folding
}

func newLiteral(kind query.Kind, text string) *literal {
	l := &literal{kind: kind, cased: strings.ContainsFunc(text, unicode.IsUpper)}
	l.text = l.fold(nil, text)
	l.caseless = !bytes.ContainsFunc(l.text, func(r rune) bool { return r >= utf8.RuneSelf || unicode.IsLetter(r) })
	return l
}

func (l *literal) fold(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if !l.cased {
				c = words.Lower(c)
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		dst = l.foldRune(dst, r)
		i += size
	}
	return dst
}

func (l *literal) foldRune(dst []byte, r rune) []byte {
	from := len(dst)
	dst = words.FoldRune(dst, r)
	if l.cased && unicode.IsUpper(r) {
		if len(dst) == from+1 {
			dst[from] -= 'a' - 'A'
			return dst
		}
		return utf8.AppendRune(dst[:from], r)
	}
	return dst
}

// find gives the first place of the literal in a folded text from a byte on,
// or -1.
func (l *literal) find(text []byte, from int) int {
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
		at += n
		if l.kind != query.Bounded || isBound(text, at) && isBound(text, at+len(l.text)) {
			return at
		}
		_, size := utf8.DecodeRune(text[at:])
		at += size
	}
}

// isBound says that no word runs across a byte of a text.
func isBound(text []byte, at int) bool {
	before, _ := utf8.DecodeLastRune(text[:at])
	after, _ := utf8.DecodeRune(text[at:])
	return at == 0 || at == len(text) || words.ClassOf(before) == words.Gap || words.ClassOf(after) == words.Gap
}

// fields gives the fields of a talk that have the literal, a bit each.
func (l *literal) fields(t *catalog.Talk, among uint32) uint32 {
	var found uint32
	if len(l.text) == 0 {
		return 0
	}
	for f := range catalog.FieldCount {
		if among>>f&1 == 0 {
			continue
		}
		text := t.Text(f)
		if text == "" {
			continue
		}
		if l.caseless {
			l.buf = append(l.buf[:0], text...)
		} else {
			l.buf = l.fold(l.buf[:0], text)
		}
		if l.find(l.buf, 0) >= 0 {
			found |= 1 << f
		}
	}
	return found
}

// letterSet gives the talks that have the atom's text to the letter.
func (ix *Index) letterSet(ctx context.Context, s *scratch, a query.Atom) (set, error) {
	fields := a.Fields()
	l := newLiteral(a.Kind, a.Text)
	if l.isPlainWord() {
		return ix.containing(s, string(l.text)), ctx.Err()
	}
	var out set
	candidates, all := ix.mayHave(s, a.Text)
	if all {
		for t := range uint32(len(ix.talks)) {
			candidates = append(candidates, t)
		}
	}
	for i, t := range candidates {
		if i%256 == 0 && ctx.Err() != nil {
			return set{}, ctx.Err()
		}
		if where := l.fields(ix.talks[t], fields); where != 0 {
			out.add(t, value(qualityExact, where|wholeBit))
		}
	}
	return out, nil
}

// isPlainWord says that the vocabulary alone tells who has the literal: it can
// only stand inside a word, in any case. (A lone s may stand in a possessive,
// which is no part of any word.)
func (l *literal) isPlainWord() bool {
	if l.kind != query.Exact || l.cased || string(l.text) == "s" || len(l.text) >= words.MaxLen {
		return false
	}
	return !bytes.ContainsFunc(l.text, func(r rune) bool { return words.ClassOf(r) != words.Letter || unicode.IsMark(r) })
}

// mayHave gives the talks that have, for each word of a text, some word that
// contains it; all is true when the text has no word to go by.
func (ix *Index) mayHave(s *scratch, text string) (talks []uint32, all bool) {
	all = true
	var found set
	split := words.Splitter{Query: true}
	split.Split(text, func(t words.Token) {
		piece := strings.TrimRight(string(t.Word), "+#")
		if len(piece) < 2 || len(piece) >= words.MaxLen {
			return
		}
		got := ix.containing(s, piece)
		if all {
			found, all = got, false
		} else {
			found = both(found, got)
		}
	})
	return found.talks, all
}

// containing gives the talks with a word that contains the piece. Words that
// are only parts do not count: they are not written so.
func (ix *Index) containing(s *scratch, piece string) set {
	v := &ix.vocabulary
	mask := words.LetterMask(piece)
	for id, m := range v.masks {
		if m&mask == mask && strings.Contains(v.word(uint32(id)), piece) {
			for _, p := range ix.of(uint32(id)) {
				if p.where()&wholeBit != 0 && p.where()&shownFields != 0 {
					s.better(p.talk(), value(qualityExact, p.where()&(shownFields|wholeBit)))
				}
			}
		}
	}
	return s.takeSet()
}
