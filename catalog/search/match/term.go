// Package match compares two words: one of a query and one of the catalog. The
// result is a quality, from 0 (no match) to 1 (the very word). Near matches are
// the word itself, a form of it, or a word that begins with it; far matches
// have a slip of the finger or leave letters out. Which of them count is for
// package search to decide.
package match

import (
	"slices"
	"strconv"
	"strings"

	"talks/catalog/search/words"
)

// A Term is one word of a query.
type Term struct {
	Word   string // folded
	Runes  []rune
	Mask   uint32 // its letters, see words.LetterMask
	Typing bool   // the last word of the query: more of it may follow
	Stop   bool   // a stop word: it matches as a whole only
	Exists bool   // the catalog has the very word
	Short  bool   // the catalog explains the word as the short form of others

	stem    string
	digits  string   // its digits: 1 in sha1
	between int      // the letters that it counts: 8 in k8s
	meant   []string // the words of a known numeronym
}

// NewTerm returns the term for a folded word.
func NewTerm(word string, typing bool) Term {
	return Term{
		Word: word, Runes: []rune(word), Mask: words.LetterMask(word), Typing: typing,
		stem: words.Stem(word), digits: digitsOf(word), between: lettersBetween(word), meant: numeronyms[word],
	}
}

// Near returns the quality of a word that is the term, a form of it, or begins
// with it; 0 for all others.
func (t *Term) Near(word string) float64 {
	if word == t.Word {
		return Exact
	}
	q := 0.0
	if strings.HasPrefix(word, t.Word) && (t.Typing || len(t.Runes) >= 3) && !t.Stop {
		q = typed + typedShare*float64(len(t.Word))/float64(len(word))
		if t.Exists && !t.Typing {
			q *= BesideExact
		}
		if words.Stop.Has(word) {
			q *= typedStop
		}
	}
	if len(t.Runes) >= 3 && t.Inflects(word) {
		q = max(q, Inflected)
		if words.American(word) == words.American(t.Word) {
			q = max(q, spelling)
		}
		if t.Short && word == t.Word+"s" {
			q = max(q, plural)
		}
	}
	if t.Abbreviates(word) {
		q = max(q, counted)
	}
	return q
}

// Abbreviates reports whether the term gives the first and the last letter of
// a word and counts those between them: k8s, i18n. A known one stands for its
// own words alone: i18n for no other word of twenty letters.
func (t *Term) Abbreviates(word string) bool {
	if t.meant != nil {
		return slices.Contains(t.meant, word)
	}
	return t.between > 0 && len(word) == t.between+2 && word[0] == t.Word[0] && word[len(word)-1] == t.Word[len(t.Word)-1]
}

// numeronyms are the known ones, each with the words that it stands for.
var numeronyms = map[string][]string{
	"a11y": {"accessibility"},
	"c14n": {"canonicalization", "canonicalisation"},
	"e2e":  {"endtoend"}, // see words.Splitter
	"g11n": {"globalization", "globalisation"},
	"i14y": {"interoperability"},
	"i18n": {"internationalization", "internationalisation"},
	"k8s":  {"kubernetes"},
	"l10n": {"localization", "localisation"},
	"m17n": {"multilingualization", "multilingualisation"},
	"n11n": {"normalization", "normalisation"},
	"o11y": {"observability"},
	"p13n": {"personalization", "personalisation"},
	"s11n": {"serialization", "serialisation"},
	"v12n": {"virtualization", "virtualisation"},
}

// CountsLetters reports whether the term may abbreviate a word as k8s does.
func (t *Term) CountsLetters() bool { return t.between > 0 || t.meant != nil }

// lettersBetween returns the number in the middle of a word like k8s, or 0.
// Words with a small number are words themselves: p2p, i2c.
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

// Inflects reports whether a word that is not the term is another form of it.
// A lone final e is no ending: tiny and tinye are two words.
func (t *Term) Inflects(word string) bool {
	if len(word) < 2 || len(t.Word) < 2 || word[0] != t.Word[0] || word[1] != t.Word[1] {
		return false
	}
	if n := len(word) - len(t.Word); n == 1 && word[len(word)-1] == 'e' && strings.HasPrefix(word, t.Word) ||
		n == -1 && t.Word[len(t.Word)-1] == 'e' && strings.HasPrefix(t.Word, word) {
		return false
	}
	return words.Stem(word) == t.stem
}

// Far returns the quality of a word that the term may stand for with a slip of
// the finger or with letters left out; 0 for all others. The runes are those of
// word. Weak reports whether a talk that has only such a word is a near miss.
func (t *Term) Far(word string, runes []rune) (quality float64, weak bool) {
	if words.Stop.Has(word) || t.hasOtherDigits(runes) {
		return 0, false
	}
	n := len(t.Runes)
	if n >= 4 {
		quality = t.oneSlip(runes)
	}
	if n >= 3 {
		if q, only := t.Letters(runes); q > quality {
			quality, weak = q, only
		}
	}
	if n >= 5 && quality < inside && strings.Contains(word, t.Word) {
		quality, weak = inside, false
		if !strings.HasSuffix(word, t.Word) {
			quality *= insideShare
		}
	}
	if n >= 5 && quality < halfSlip+halfShare && (runes[0] == t.Runes[0] || len(runes) > 1 && runes[0] == t.Runes[1]) {
		if slips(t.Runes, runes, 1, true) <= 1 {
			q := halfSlip + halfShare*min(1, float64(n)/float64(len(runes)))
			if q > quality {
				quality, weak = q, n < 6
			}
		}
	}
	if n >= 7 && quality == 0 && slips(t.Runes, runes, 2, false) <= 2 {
		quality, weak = twoSlips, true
		if n >= 9 || hasSameEnds(t.Runes, runes) {
			quality, weak = LongSlips, n < 9
		}
	}
	return quality, weak
}

func hasSameEnds(a, b []rune) bool {
	return a[0] == b[0] && a[1] == b[1] && a[len(a)-1] == b[len(b)-1]
}

// hasOtherDigits reports whether a word has not just the digits of the term, in
// their order. Numbers are no slips: sha1 is not share, and 2025 not 2026.
func (t *Term) hasOtherDigits(runes []rune) bool {
	at := 0
	for _, r := range runes {
		if r < '0' || r > '9' {
			continue
		}
		if at == len(t.digits) || rune(t.digits[at]) != r {
			return true
		}
		at++
	}
	return at < len(t.digits)
}

// digitsOf returns the digits of a word.
func digitsOf(word string) string {
	var digits []byte
	for i := range len(word) {
		if words.IsDigit(word[i]) {
			digits = append(digits, word[i])
		}
	}
	return string(digits)
}

// Slips returns how many slips Far tolerates in the term.
func (t *Term) Slips() int {
	if len(t.Runes) >= 7 {
		return 2
	}
	return 1
}

// Respelt returns the quality of a word that is one slip away from a term that
// is a word of the catalog itself: braking for breaking; 0 for all others.
func (t *Term) Respelt(runes []rune) float64 { return BesideExact * t.oneSlip(runes) }

// oneSlip returns the quality of a word that is one slip away; 0 for all
// others. Of words with four letters only swapped ones count.
func (t *Term) oneSlip(runes []rune) float64 {
	n := len(t.Runes)
	if n == 4 && !isSwapped(t.Runes, runes) || len(runes) < 4 || t.hasOtherDigits(runes) || slips(t.Runes, runes, 1, false) > 1 {
		return 0
	}
	if t.Runes[0] != runes[0] {
		return slip - slipFirst
	}
	return slip
}

// Loose returns the quality of a word for a term that may be far from fully
// typed: the word begins with its first letter and has the others in order, or
// begins with a slip of it.
func (t *Term) Loose(runes []rune) float64 {
	if len(runes) <= len(t.Runes) || runes[0] != t.Runes[0] || t.hasOtherDigits(runes) {
		return 0
	}
	if n := lettersEnd(t.Runes, runes); n > 0 {
		return loose * (0.5 + 0.5*float64(len(t.Runes))/float64(n))
	}
	if len(t.Runes) >= 3 && slips(t.Runes, runes, 1, true) <= 1 {
		return loose * 0.9
	}
	return 0
}
