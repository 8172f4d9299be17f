package search

import (
	"slices"
	"strconv"
	"strings"

	"talks/catalog/search/words"
)

// A term is one word of a query.
type term struct {
	word    string // folded
	runes   []rune
	mask    uint32
	stem    string
	typing  bool   // the last word: more of it may come
	stop    bool   // wanted, not required
	fields  uint32 // the fields it may stand in, a bit each
	exists  bool   // some talk has the very word in these fields
	between int    // letters that it counts: 8 in k8s
	short   bool   // one or two letters, in a catalog too large to look for these everywhere
}

func newTerm(word string, typing bool, fields uint32) term {
	return term{word: word, runes: []rune(word), mask: words.LetterMask(word), stem: words.Stem(word), between: lettersBetween(word), typing: typing, fields: fields}
}

// isBrief says that the term is so short a start of the word that only the
// brief fields are searched for it.
func (t *term) isBrief(word string) bool { return t.short && word != t.word }

// near is the quality of a word that is the term, a form of it, or starts with
// it; 0 for all others.
func (t *term) near(word string) float64 {
	if word == t.word {
		return qualityExact
	}
	q := 0.0
	if strings.HasPrefix(word, t.word) && (t.typing || len(t.runes) >= 3) && !t.stop {
		q = qualityTyped + typedShare*float64(len(t.word))/float64(len(word))
		if t.exists {
			q *= typedBehindExact
		}
		if words.Stop.Has(word) {
			q *= typedStop
		}
	}
	if len(t.runes) >= 3 && t.inflects(word) {
		q = max(q, qualityInflected)
	}
	if t.abbreviates(word) {
		q = max(q, qualityCounted)
	}
	return q
}

// abbreviates says that the term gives the first and the last letter of a word
// and counts those between them: k8s, i18n.
func (t *term) abbreviates(word string) bool {
	return t.between > 0 && len(word) == t.between+2 && word[0] == t.word[0] && word[len(word)-1] == t.word[len(t.word)-1]
}

// lettersBetween is the number in the midst of a term like k8s, or 0. Small
// ones are words themselves: p2p, i2c.
func lettersBetween(word string) int {
	if len(word) < 3 || len(word) > 4 || words.IsDigit(word[0]) || words.IsDigit(word[len(word)-1]) {
		return 0
	}
	n, err := strconv.Atoi(word[1 : len(word)-1])
	if err != nil || n < 4 {
		return 0
	}
	return n
}

// inflects says that a word that is not the term is another form of it. A lone
// final e is no ending: tiny and tinye are two words.
func (t *term) inflects(word string) bool {
	if len(word) < 2 || word[0] != t.word[0] || word[1] != t.word[1] {
		return false
	}
	if n := len(word) - len(t.word); n == 1 && word[len(word)-1] == 'e' && strings.HasPrefix(word, t.word) ||
		n == -1 && t.word[len(t.word)-1] == 'e' && strings.HasPrefix(t.word, word) {
		return false
	}
	return words.Stem(word) == t.stem
}

// far is the quality of a word that the term may stand for with a slip of the
// finger or letters left out; 0 for all others. In doubt, a list that rests on
// the word alone is a list of near misses.
func (t *term) far(word string, w []rune) (quality float64, doubt bool) {
	if words.Stop.Has(word) {
		return 0, false
	}
	n := len(t.runes)
	if n >= 4 {
		quality = t.oneSlip(w)
	}
	if n >= 3 {
		if q, loose := letters(t.runes, w, t.typing); q > quality {
			quality, doubt = q, loose
		}
	}
	if n >= 5 && quality < qualityInside && strings.Contains(word, t.word) {
		quality, doubt = qualityInside, false
		if !strings.HasSuffix(word, t.word) {
			quality *= insideMiddle
		}
	}
	if n >= 5 && quality < qualityHalfSlip+halfShare && (w[0] == t.runes[0] || len(w) > 1 && w[0] == t.runes[1]) {
		if slips(t.runes, w, 1, true) <= 1 {
			q := qualityHalfSlip + halfShare*min(1, float64(n)/float64(len(w)))
			if q > quality {
				quality, doubt = q, n < 6
			}
		}
	}
	if n >= 7 && quality == 0 && slips(t.runes, w, 2, false) <= 2 {
		quality, doubt = qualityTwoSlips, true
		if n >= 9 || sameEnds(t.runes, w) {
			quality, doubt = qualityLongSlips, n < 9
		}
	}
	return quality, doubt
}

func (t *term) oneSlip(w []rune) float64 {
	n := len(t.runes)
	if n == 4 && !isSwapped(t.runes, w) || len(w) < 4 || slips(t.runes, w, 1, false) > 1 {
		return 0
	}
	if t.runes[0] != w[0] {
		return qualitySlip - slipFirst
	}
	return qualitySlip
}

// loose is the quality of a word for a term that is far from typed.
func (t *term) loose(w []rune) float64 {
	if len(w) <= len(t.runes) || w[0] != t.runes[0] {
		return 0
	}
	if span := lettersSpan(t.runes, w); span > 0 {
		return qualityLoose * (0.5 + 0.5*float64(len(t.runes))/float64(span))
	}
	if len(t.runes) >= 3 && slips(t.runes, w, 1, true) <= 1 {
		return qualityLoose * 0.9
	}
	return 0
}

// lettersSpan is how many runes of a word it takes to find a term's letters in
// order, or 0.
func lettersSpan(t, w []rune) int {
	at := 0
	for _, r := range t {
		for at < len(w) && w[at] != r {
			at++
		}
		if at == len(w) {
			return 0
		}
		at++
	}
	return at
}

func sameEnds(a, b []rune) bool {
	return a[0] == b[0] && a[1] == b[1] && a[len(a)-1] == b[len(b)-1]
}

// letters judges a word that has all letters of the term in order, beginning
// with the first: how dense they lie, how much of the word they are, whether
// they end it, whether only vowels were left out. While the term is being
// typed, it may be the consonants of the word's start.
func letters(t, w []rune, typing bool) (quality float64, loose bool) {
	if len(w) <= len(t) || w[0] != t[0] {
		return 0, false
	}
	last, consonant := 0, false
	at := 1
	for _, r := range t[1:] {
		from := at
		for at < len(w) && w[at] != r {
			at++
		}
		if at == len(w) {
			return 0, false
		}
		for _, skipped := range w[from:at] {
			consonant = consonant || !isVowel(skipped)
		}
		last = at
		at++
	}
	bones := !consonant && !slices.ContainsFunc(t[1:], isVowel)
	for _, skipped := range w[at:] {
		consonant = consonant || !isVowel(skipped)
	}
	switch {
	case bones && !consonant:
		return qualityBones, false
	case bones && typing && len(t) >= 4:
		return qualityHalfBones + halfShare*float64(at)/float64(len(w)), len(t) < 5
	}
	share := float64(len(t)) / float64(len(w))
	quality = 0.25*float64(len(t))/float64(last+1) + 0.35*share + 0.15
	if last == len(w)-1 || t[len(t)-1] == w[len(w)-1] {
		quality += 0.08
	}
	if !consonant {
		quality += 0.12
	}
	if quality < leastLetters {
		return 0, false
	}
	return min(quality, mostLetters), quality < 0.6 || len(t) < 4
}

func isVowel(r rune) bool {
	switch r {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}
