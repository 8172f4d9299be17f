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
	kind     query.Kind
	text     []byte // folded
	cased    bool   // case matters
	caseless bool   // it has no letters: texts need no folding
	buf      []byte
}

func newLiteral(kind query.Kind, text string) *literal {
	l := &literal{kind: kind, cased: strings.ContainsFunc(text, unicode.IsUpper)}
	l.text = l.fold(nil, text)
	l.caseless = !bytes.ContainsFunc(l.text, func(r rune) bool { return r >= utf8.RuneSelf || unicode.IsLetter(r) })
	return l
}

func (l *literal) fold(dst []byte, s string) []byte {
	for s != "" {
		n := 0 // ASCII is copied at once: a byte at a time takes three times as long
		for n < len(s) && s[n] < utf8.RuneSelf {
			n++
		}
		from := len(dst)
		dst = append(dst, s[:n]...)
		if !l.cased {
			for i, c := range dst[from:] {
				dst[from+i] = words.Lower(c)
			}
		}
		if s = s[n:]; s != "" {
			r, size := utf8.DecodeRuneInString(s)
			dst = l.foldRune(dst, r)
			s = s[size:]
		}
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

// fields returns those among some fields of a talk that have the literal, a bit
// for each.
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
		if text = l.edge(text); text == "" {
			continue
		}
		if l.kind == query.Exact && l.cased && strings.Contains(text, string(l.text)) {
			found |= 1 << f // as it stands: no need to fold
			continue
		}
		if l.caseless {
			l.buf = append(l.buf[:0], text...)
		} else {
			l.buf = l.fold(l.buf[:0], text)
		}
		if l.index(l.buf, 0) >= 0 {
			found |= 1 << f
		}
	}
	return found
}

// edge returns as much of a text as tells whether the literal is at its start or
// its end: more, folded, than the literal has. For other kinds that is all of it.
func (l *literal) edge(text string) string {
	if l.kind != query.Start && l.kind != query.Whole && l.kind != query.End {
		return text
	}
	for n := 64 + 4*len(l.text); n < len(text); n *= 2 {
		part := text[:n]
		if l.kind == query.End {
			part = text[len(text)-n:]
		}
		part = strings.ToValidUTF8(part, "") // no half a letter at the cut
		l.buf = l.fold(l.buf[:0], part)
		if len(bytes.Trim(l.buf, " ")) > len(l.text) {
			return part
		}
	}
	return text
}

// literalSet returns the talks that have the text of an atom to the letter.
func (s *scratch) literalSet(ctx context.Context, a query.Atom) (set, error) {
	l := newLiteral(a.Kind, a.Text)
	if l.isInsideWord() {
		return s.containing(string(l.text)), ctx.Err()
	}
	var out set
	for i, t := range s.mayHave(a.Text) {
		if i%256 == 0 && ctx.Err() != nil {
			return set{}, ctx.Err()
		}
		if where := l.fields(s.ix.Talks[t], a.Fields()); where != 0 {
			out.add(t, exactValue(where))
		}
	}
	return out, nil
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
