package search

import (
	"bytes"
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"talks/catalog"
	"talks/catalog/search/index"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// A literal is a text that is searched to the letter. Accents are ignored, and
// so is case, unless the text has an upper-case letter.
type literal struct {
	kind  query.Kind
	text  []byte // folded
	cased bool   // case matters
}

func newLiteral(kind query.Kind, text string) *literal {
	l := &literal{kind: kind, cased: strings.ContainsFunc(text, unicode.IsUpper)}
	l.text = fold(nil, text, l.cased)
	return l
}

// literalOf returns the literal of an atom; ok is false if it is matched by
// words. A quote of signs alone is a literal.
func literalOf(a query.Atom) (l *literal, ok bool) {
	switch {
	case query.IsFact(a.Key) || a.Kind == query.Word:
		return nil, false
	case a.Kind != query.Phrase:
		return newLiteral(a.Kind, a.Text), true
	case len(a.Pieces()) == 0:
		return newLiteral(query.Exact, a.Text), true
	}
	return nil, false
}

// fold appends a text to dst as literals are compared with it.
func fold(dst []byte, s string, cased bool) []byte {
	for s != "" {
		n, from := asciiLen(s), len(dst)
		dst = append(dst, s[:n]...)
		if !cased {
			for i, c := range dst[from:] {
				dst[from+i] = words.Lower(c)
			}
		}
		if s = s[n:]; s != "" {
			r, size := utf8.DecodeRuneInString(s)
			dst = foldRune(dst, r, cased)
			s = s[size:]
		}
	}
	return dst
}

// asciiLen returns how many bytes of ASCII a text begins with. It looks at eight
// at once: most texts are nothing else.
func asciiLen(s string) int {
	n := 0
	for ; n+8 <= len(s); n += 8 {
		if b := s[n : n+8]; b[0]|b[1]|b[2]|b[3]|b[4]|b[5]|b[6]|b[7] >= utf8.RuneSelf {
			break
		}
	}
	for n < len(s) && s[n] < utf8.RuneSelf {
		n++
	}
	return n
}

func isASCII(s string) bool { return asciiLen(s) == len(s) }

func foldRune(dst []byte, r rune, cased bool) []byte {
	from := len(dst)
	dst = words.FoldRune(dst, r)
	if cased && unicode.IsUpper(r) {
		if len(dst) == from+1 {
			dst[from] -= 'a' - 'A'
			return dst
		}
		return utf8.AppendRune(dst[:from], r)
	}
	return dst
}

// index returns where the literal begins in a folded text, from a byte on; -1 if
// it is not there.
func (l *literal) index(text []byte, from int) int {
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

// isBound reports whether no word runs across a byte of a text.
func isBound(text []byte, at int) bool {
	before, _ := utf8.DecodeLastRune(text[:at])
	after, _ := utf8.DecodeRune(text[at:])
	return at == 0 || at == len(text) || words.ClassOf(before) == words.Gap || words.ClassOf(after) == words.Gap
}

// foldedTexts are the texts of one talk, each folded when it is first asked for,
// once for all literals of a query.
type foldedTexts struct {
	talk   *catalog.Talk
	known  [2]uint32 // by whether case matters: the fields that are folded, a bit for each
	folded [2][catalog.FieldCount][]byte
}

// next goes on to another talk.
func (t *foldedTexts) next(talk *catalog.Talk) { t.talk, t.known = talk, [2]uint32{} }

// text returns the text of a field as it is compared with or without regard to
// case.
func (t *foldedTexts) text(f catalog.Field, cased bool) []byte {
	which := 0
	if cased {
		which = 1
	}
	text := &t.folded[which][f]
	if t.known[which]>>f&1 == 0 {
		t.known[which] |= 1 << f
		*text = fold((*text)[:0], t.talk.Text(f), cased)
	}
	return *text
}

// fields returns those among some fields of a talk that have the literal, a bit
// for each.
func (l *literal) fields(texts *foldedTexts, among uint32) uint32 {
	var found uint32
	if len(l.text) == 0 {
		return 0
	}
	for f := range catalog.FieldCount {
		if among>>f&1 != 0 && l.index(texts.text(f, l.cased), 0) >= 0 {
			found |= 1 << f
		}
	}
	return found
}

// literalSets returns, for each literal of a query, the talks that have it. They
// are looked for talk by talk: reading a text for all literals takes little
// longer than reading it for one.
func (s *scratch) literalSets(ctx context.Context, q query.Query) (map[query.Atom]set, error) {
	type search struct {
		*literal
		atom  query.Atom
		talks []uint32 // still to be read
		found set
	}
	known := make(map[query.Atom]set)
	var searches []search
	for _, g := range q.Groups {
		for _, a := range g.Atoms {
			if l, ok := literalOf(a); !ok {
				continue
			} else if l.isInsideWord() {
				known[a] = s.containing(string(l.text))
			} else {
				searches = append(searches, search{literal: l, atom: a, talks: s.mayHave(a.Text)})
			}
		}
	}
	var texts foldedTexts
	for t, talk := range s.ix.Talks {
		if len(searches) == 0 || t%256 == 0 && ctx.Err() != nil {
			break
		}
		texts.next(talk)
		for i := range searches {
			x := &searches[i]
			if len(x.talks) == 0 || x.talks[0] != uint32(t) {
				continue
			}
			x.talks = x.talks[1:]
			if where := x.fields(&texts, x.atom.Fields()); where != 0 {
				x.found.add(uint32(t), exactValue(where))
			}
		}
	}
	for _, x := range searches {
		known[x.atom] = x.found
	}
	return known, ctx.Err()
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
