package search

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"talks/catalog"
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
				dst[from+i] = lower[c]
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

// lower holds each byte as words.Lower gives it: a look at a table takes half the
// time.
var lower = func() (table [256]byte) {
	for c := range table {
		table[c] = words.Lower(byte(c))
	}
	return table
}()

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
		if at += n; l.isAt(text, at) {
			return at
		}
		_, size := utf8.DecodeRune(text[at:])
		at += size
	}
}

// isAt reports whether the literal, one that may stand anywhere, begins at a byte
// of a folded text.
func (l *literal) isAt(text []byte, at int) bool {
	return at >= 0 && bytes.HasPrefix(text[at:], l.text) &&
		(l.kind != query.Bounded || isBound(text, at) && isBound(text, at+len(l.text)))
}

// isAtEdge reports whether the literal can only stand at the start or end of a
// text.
func (l *literal) isAtEdge() bool {
	return l.kind == query.Start || l.kind == query.End || l.kind == query.Whole
}

// mayBeAtEdge reports whether the first or last byte of a text allows that the
// literal stands there: most texts need not be folded to tell.
func (l *literal) mayBeAtEdge(text string) bool {
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
	which := caseIndex(cased)
	text := &t.folded[which][f]
	if t.known[which]>>f&1 == 0 {
		t.known[which] |= 1 << f
		*text = fold((*text)[:0], t.talk.Text(f), cased)
	}
	return *text
}

func caseIndex(cased bool) int {
	if cased {
		return 1
	}
	return 0
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
