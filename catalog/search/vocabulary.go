package search

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"talks/catalog/search/words"
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
func newVocabulary(sorted []string) vocabulary {
	size := 0
	for _, w := range sorted {
		size += len(w)
	}
	var text strings.Builder
	text.Grow(size)
	v := vocabulary{
		starts: make([]uint32, 0, len(sorted)+1),
		masks:  make([]uint32, len(sorted)),
		stems:  make([]uint32, len(sorted)),
	}
	for i, w := range sorted {
		v.starts = append(v.starts, uint32(text.Len()))
		text.WriteString(w)
		v.masks[i] = words.LetterMask(w)
		v.stems[i] = uint32(i)
	}
	v.starts = append(v.starts, uint32(text.Len()))
	v.text = text.String()
	stems := make([]string, len(sorted))
	for i, w := range sorted {
		stems[i] = words.Stem(w)
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
	key := words.Stem(word)
	at := sort.Search(len(v.stems), func(i int) bool { return words.Stem(v.word(v.stems[i])) >= key })
	for ; at < len(v.stems) && words.Stem(v.word(v.stems[at])) == key; at++ {
		yield(v.stems[at])
	}
}
