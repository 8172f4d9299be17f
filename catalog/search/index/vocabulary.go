package index

import (
	"cmp"
	"iter"
	"math/bits"
	"slices"
	"sort"
	"strings"

	"talks/catalog/search/words"
)

// A Vocabulary is the sorted set of all words of a catalog. The id of a word is
// its place in byte order.
type Vocabulary struct {
	text   string   // all words, one after the other
	starts []uint32 // by word: where it begins; one more at the end
	masks  []uint32 // by word: its letters, see words.LetterMask
	stems  []uint32 // ids, sorted by the stems of the words
}

// newVocabulary makes a vocabulary of sorted words, each of which is there once.
func newVocabulary(sorted []string) Vocabulary {
	v := Vocabulary{
		text:   strings.Join(sorted, ""),
		starts: make([]uint32, len(sorted)+1),
		masks:  make([]uint32, len(sorted)),
		stems:  make([]uint32, len(sorted)),
	}
	stems := make([]string, len(sorted))
	for i, w := range sorted {
		v.starts[i+1] = v.starts[i] + uint32(len(w))
		v.masks[i] = words.LetterMask(w)
		v.stems[i] = uint32(i)
		stems[i] = words.Stem(w)
	}
	slices.SortFunc(v.stems, func(a, b uint32) int {
		return cmp.Or(strings.Compare(stems[a], stems[b]), cmp.Compare(a, b))
	})
	return v
}

// Size returns how many words there are.
func (v *Vocabulary) Size() int { return len(v.masks) }

// Word returns the word with an id.
func (v *Vocabulary) Word(id uint32) string { return v.text[v.starts[id]:v.starts[id+1]] }

// ID looks up a word; ok is false if it is not there, and id is then where it
// would stand.
func (v *Vocabulary) ID(word string) (id uint32, ok bool) {
	at := sort.Search(v.Size(), func(i int) bool { return v.Word(uint32(i)) >= word })
	return uint32(at), at < v.Size() && v.Word(uint32(at)) == word
}

// StartingWith returns the range of ids, to excluded, of the words that begin
// with a text.
func (v *Vocabulary) StartingWith(start string) (from, to uint32) {
	from, _ = v.ID(start)
	n := sort.Search(v.Size()-int(from), func(i int) bool { return !strings.HasPrefix(v.Word(from+uint32(i)), start) })
	return from, from + uint32(n)
}

// Only returns the range of ids of one word, which is empty if it is not there.
func (v *Vocabulary) Only(word string) (from, to uint32) {
	from, ok := v.ID(word)
	if !ok {
		return from, from
	}
	return from, from + 1
}

// Inflections yields the words that have the same stem as word.
func (v *Vocabulary) Inflections(word string) iter.Seq[uint32] {
	stem := words.Stem(word)
	at := sort.Search(len(v.stems), func(i int) bool { return words.Stem(v.Word(v.stems[i])) >= stem })
	return func(yield func(uint32) bool) {
		for ; at < len(v.stems) && words.Stem(v.Word(v.stems[at])) == stem; at++ {
			if !yield(v.stems[at]) {
				return
			}
		}
	}
}

// Containing yields the words that contain a text.
func (v *Vocabulary) Containing(text string) iter.Seq[uint32] {
	mask := words.LetterMask(text)
	return func(yield func(uint32) bool) {
		for id, m := range v.masks {
			if m&mask == mask && strings.Contains(v.Word(uint32(id)), text) && !yield(uint32(id)) {
				return
			}
		}
	}
}

// WithLetters yields the words from one id to another that have all letters of
// a mask and more than size bytes.
func (v *Vocabulary) WithLetters(from, to, mask uint32, size int) iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		for id := from; id < to; id++ {
			if v.masks[id]&mask == mask && v.size(id) > size && !yield(id) {
				return
			}
		}
	}
}

// Similar yields the words of at least size bytes whose letters do not rule out
// that they, or their starts, are within so many slips of a word with the
// letters of mask. A slip takes away one letter and adds one at most.
func (v *Vocabulary) Similar(mask uint32, size, slips int) iter.Seq2[uint32, string] {
	return func(yield func(uint32, string) bool) {
		for id, m := range v.masks {
			if v.size(uint32(id)) < size {
				continue
			}
			missing := bits.OnesCount32(mask &^ m)
			// what a word has besides may lie after the start that is meant
			if missing <= 1 || missing <= slips && bits.OnesCount32(m&^mask) <= slips {
				if !yield(uint32(id), v.Word(uint32(id))) {
					return
				}
			}
		}
	}
}

// size returns how many bytes a word has.
func (v *Vocabulary) size(id uint32) int { return int(v.starts[id+1] - v.starts[id]) }
