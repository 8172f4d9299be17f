package search

import (
	"cmp"
	"math/bits"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// A vocabulary is the sorted set of all words of a catalog. A word's id is its
// place in byte order, so that the words with one start are one range of ids.
type vocabulary struct {
	text   string   // all words, one after the other
	starts []uint32 // where each begins; one more at the end
	masks  []uint32 // the letters of each
	stems  []uint32 // ids, sorted by the words' stems
}

// newVocabulary makes a vocabulary of sorted words without doubles.
func newVocabulary(words []string) vocabulary {
	size := 0
	for _, w := range words {
		size += len(w)
	}
	var text strings.Builder
	text.Grow(size)
	v := vocabulary{
		starts: make([]uint32, 0, len(words)+1),
		masks:  make([]uint32, len(words)),
		stems:  make([]uint32, len(words)),
	}
	for i, w := range words {
		v.starts = append(v.starts, uint32(text.Len()))
		text.WriteString(w)
		v.masks[i] = letterMask(w)
		v.stems[i] = uint32(i)
	}
	v.starts = append(v.starts, uint32(text.Len()))
	v.text = text.String()
	stems := make([]string, len(words))
	for i, w := range words {
		stems[i] = stem(w)
	}
	slices.SortFunc(v.stems, func(a, b uint32) int {
		return cmp.Or(strings.Compare(stems[a], stems[b]), cmp.Compare(a, b))
	})
	return v
}

func (v *vocabulary) size() int { return len(v.masks) }

func (v *vocabulary) word(id uint32) string { return v.text[v.starts[id]:v.starts[id+1]] }

// id finds a word; ok says whether it is there.
func (v *vocabulary) id(word string) (id uint32, ok bool) {
	at := v.lowerBound(word)
	return uint32(at), at < v.size() && v.word(uint32(at)) == word
}

func (v *vocabulary) lowerBound(word string) int {
	return sort.Search(v.size(), func(i int) bool { return v.word(uint32(i)) >= word })
}

// startingWith is the range of ids of the words that start with a text.
func (v *vocabulary) startingWith(start string) (from, to uint32) {
	at := v.lowerBound(start)
	n := sort.Search(v.size()-at, func(i int) bool { return !strings.HasPrefix(v.word(uint32(at+i)), start) })
	return uint32(at), uint32(at + n)
}

// inflections calls yield for every word that shares the stem of word.
func (v *vocabulary) inflections(word string, yield func(id uint32)) {
	key := stem(word)
	at := sort.Search(len(v.stems), func(i int) bool { return stem(v.word(v.stems[i])) >= key })
	for ; at < len(v.stems) && stem(v.word(v.stems[at])) == key; at++ {
		yield(v.stems[at])
	}
}

// letterMask has a bit for each letter a to z, one for digits, one for other ASCII
// and one for all other scripts: a slip changes two bits at most.
func letterMask(word string) uint32 {
	var m uint32
	for i := range len(word) {
		m |= letterBit(word[i])
	}
	return m
}

func letterBit(c byte) uint32 {
	switch {
	case 'a' <= c && c <= 'z':
		return 1 << (c - 'a')
	case '0' <= c && c <= '9':
		return 1 << 26
	case c < utf8.RuneSelf:
		return 1 << 27
	}
	return 1 << 28
}

// mayBeWithin says that two words with these letters can be within so many
// slips: a slip takes away one letter and adds one at most.
func mayBeWithin(a, b uint32, slips int) bool {
	return bits.OnesCount32(a&^b) <= slips && bits.OnesCount32(b&^a) <= slips
}

// stem cuts a word's plain endings: two words with one stem are forms of one.
// It is blunt on purpose: what it joins must share all but the ending, and
// ranks below the word itself.
func stem(word string) string {
	if len(word) < 4 || word[len(word)-1] >= utf8.RuneSelf {
		return word
	}
	w := word
	w = american(cutPlural(w))
	for _, e := range [...]string{"ations", "ation", "ings", "ing", "ions", "ion", "ers", "er", "ors", "or", "ed", "ly"} {
		if s, ok := strings.CutSuffix(w, e); ok && len(s) >= 4 || ok && len(s) == 3 && (e == "ing" || e == "ed") && hasVowel(s) {
			w = s
			if n := len(w); n > 3 && w[n-1] == w[n-2] && w[n-1] != 's' && w[n-1] != 'l' {
				w = w[:n-1]
			}
			break
		}
	}
	if s, ok := strings.CutSuffix(w, "at"); ok && len(s) >= 4 && len(w) < len(word) {
		w = s
	}
	if s, ok := strings.CutSuffix(w, "ate"); ok && len(s) >= 5 {
		w = s
	}
	if n := len(w); n > 3 && w[n-1] == 'e' {
		w = w[:n-1]
	}
	if n := len(w); n > 3 && w[n-1] == 'i' {
		w = w[:n-1] + "y"
	}
	if s, ok := strings.CutSuffix(w, "is"); ok && len(s) >= 4 && len(w) < len(word) {
		w = s + "iz" // organised, organized
	}
	if s, ok := strings.CutSuffix(w, "ys"); ok && len(s) >= 4 && len(w) < len(word) {
		w = s + "yz" // analyser, analyzer
	}
	return w
}

// british are endings that are spelled otherwise in America.
var british = [...][2]string{{"our", "or"}, {"tre", "ter"}, {"ence", "ense"}, {"ogue", "og"}}

// american gives a word one spelling: colour and color, licence and license.
func american(w string) string {
	for _, e := range british {
		if s, ok := strings.CutSuffix(w, e[0]); ok && len(s) >= 3 {
			return s + e[1]
		}
	}
	return w
}

func cutPlural(w string) string {
	n := len(w)
	switch {
	case w[n-1] != 's' || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is"):
		return w
	case strings.HasSuffix(w, "ies") && n > 4:
		return w[:n-3] + "y"
	case n > 4 && (strings.HasSuffix(w, "ses") || strings.HasSuffix(w, "xes") || strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "shes")):
		return w[:n-2]
	}
	return w[:n-1]
}

func hasVowel(w string) bool { return strings.ContainsAny(w, "aeiouy") }
