package index

import (
	"cmp"
	"encoding/binary"
	"iter"
	"math/bits"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"talks/catalog/search/words"
)

// A Vocabulary is the sorted set of all words of a catalog. The id of a word is
// its place in byte order.
type Vocabulary struct {
	text   string   // all words, one after the other
	starts []uint32 // by word: where it begins; one more at the end
	masks  []uint32 // by word: its letters, see words.LetterMask
	stems  []uint32 // ids, sorted by the stems of the words
	sounds []uint32 // ids, sorted by the sounds of the words
	tails  []uint32 // ids, sorted by the words read backwards
}

// newVocabulary makes a vocabulary of sorted words, each of which is there once.
func newVocabulary(sorted []string) Vocabulary {
	v := Vocabulary{
		text:   strings.Join(sorted, ""),
		starts: make([]uint32, len(sorted)+1),
		masks:  make([]uint32, len(sorted)),
	}
	for i, w := range sorted {
		v.starts[i+1] = v.starts[i] + uint32(len(w))
		v.masks[i] = words.LetterMask(w)
	}
	orders := [...]struct {
		ids *[]uint32
		key func(string) string
	}{{&v.stems, words.Stem}, {&v.sounds, words.Sound}, {&v.tails, backwards}}
	parallel(len(orders), func(i int) { *orders[i].ids = sortedBy(sorted, orders[i].key) })
	return v
}

// sortedBy returns the ids of words, sorted by what key makes of the words. Most
// keys differ in their first bytes, which are compared as one number: half of the
// time of comparing strings.
func sortedBy(list []string, key func(string) string) []uint32 {
	type item struct {
		head uint64
		id   uint32
	}
	keys, items := make([]string, len(list)), make([]item, len(list))
	for i, w := range list {
		keys[i] = key(w)
		var head [8]byte
		copy(head[:], keys[i])
		items[i] = item{binary.BigEndian.Uint64(head[:]), uint32(i)}
	}
	slices.SortFunc(items, func(a, b item) int {
		if a.head != b.head {
			return cmp.Compare(a.head, b.head)
		}
		return cmp.Or(strings.Compare(keys[a.id], keys[b.id]), cmp.Compare(a.id, b.id))
	})
	ids := make([]uint32, len(list))
	for i := range items {
		ids[i] = items[i].id
	}
	return ids
}

// backwards returns the bytes of a word from the last to the first.
func backwards(word string) string {
	b := []byte(word)
	slices.Reverse(b)
	return string(b)
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

// Inflections returns the words that have the same stem as word.
func (v *Vocabulary) Inflections(word string) []uint32 {
	return v.having(words.Stem(word), v.stems, words.Stem)
}

// SaidLike returns the words that have the same sound as word.
func (v *Vocabulary) SaidLike(word string) []uint32 {
	return v.having(words.Sound(word), v.sounds, words.Sound)
}

// having returns the words of which key makes a text, of ids sorted by that.
func (v *Vocabulary) having(text string, ids []uint32, key func(string) string) []uint32 {
	ids = ids[sort.Search(len(ids), func(i int) bool { return key(v.Word(ids[i])) >= text }):]
	n := 0 // few words have one key
	for n < len(ids) && key(v.Word(ids[n])) == text {
		n++
	}
	return ids[:n]
}

// OneSlipFrom yields the words that may be one slip away from a word of at least
// two letters, all that are among them: before the slip or after it half of the
// word is intact, but for a letter that is swapped over the middle.
func (v *Vocabulary) OneSlipFrom(word string) iter.Seq2[uint32, string] {
	half := len(word) / 2
	for !utf8.RuneStart(word[half]) {
		half--
	}
	_, swapped := utf8.DecodeLastRuneInString(word[:half])
	from, to := v.StartingWith(word[:half-swapped])
	mask := words.LetterMask(word)
	return func(yield func(uint32, string) bool) {
		for id := from; id < to; id++ {
			if v.mayBeSlip(id, mask) && !yield(id, v.Word(id)) {
				return
			}
		}
		for _, id := range v.endingWith(word[half:]) {
			if (id < from || id >= to) && v.mayBeSlip(id, mask) && !yield(id, v.Word(id)) {
				return
			}
		}
	}
}

// mayBeSlip reports whether the letters of a word do not rule out that it is one
// slip away from a word with the letters of mask.
func (v *Vocabulary) mayBeSlip(id, mask uint32) bool {
	return bits.OnesCount32(mask&^v.masks[id]) <= 1 && bits.OnesCount32(v.masks[id]&^mask) <= 1
}

// endingWith returns the words that end with a text.
func (v *Vocabulary) endingWith(end string) []uint32 {
	list := v.tails
	list = list[sort.Search(len(list), func(i int) bool { return compareEnds(v.Word(list[i]), end) >= 0 }):]
	return list[:sort.Search(len(list), func(i int) bool { return compareEnds(v.Word(list[i]), end) > 0 })]
}

// compareEnds compares the end of a word with a text, both read backwards.
func compareEnds(word, end string) int {
	for i := 1; i <= len(end); i++ {
		if i > len(word) {
			return -1
		}
		if c := cmp.Compare(word[len(word)-i], end[len(end)-i]); c != 0 {
			return c
		}
	}
	return 0
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
