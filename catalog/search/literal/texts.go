package literal

import (
	"talks/catalog"
	"talks/catalog/search/words"
	"unicode"
	"unicode/utf8"
)

// Texts are the texts of one talk, each folded when it is first asked for,
// once for all literals of a query.
type Texts struct {
	talk   *catalog.Talk
	known  [2]uint32 // by whether case matters: the fields that are folded, a bit for each
	folded [2][catalog.FieldCount][]byte
}

// Next goes on to another talk.
func (t *Texts) Next(talk *catalog.Talk) { t.talk, t.known = talk, [2]uint32{} }

// of returns the text of a field as it is compared with or without regard to
// case.
func (t *Texts) of(f catalog.Field, cased bool) []byte {
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

// IsASCII reports whether a text is ASCII.
func IsASCII(s string) bool { return asciiLen(s) == len(s) }

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

// foldWithOrigin folds a text. For each byte of the folded text, and for its
// end, it tells where the rune begins that the byte comes from; nil if every
// byte stays where it was.
func (l *Literal) foldWithOrigin(text string) ([]byte, []int32) {
	if IsASCII(text) {
		return fold(make([]byte, 0, len(text)), text, l.cased), nil
	}
	folded := make([]byte, 0, len(text))
	origin := make([]int32, 0, len(text)+1)
	for at, r := range text {
		folded = foldRune(folded, r, l.cased)
		for len(origin) < len(folded) {
			origin = append(origin, int32(at))
		}
	}
	return folded, append(origin, int32(len(text)))
}
