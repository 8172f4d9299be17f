package match

import (
	"slices"
	"strings"
)

// Letters returns the quality of a word that has all letters of the term in
// order, beginning with the first: how dense they are, how much of the word
// they are, whether they end it, whether only vowels were left out. While the
// term is being typed, it may be the consonants of the word's start.
func (t *Term) Letters(w []rune) (quality float64, weak bool) {
	term := t.Runes
	if len(w) <= len(term) || w[0] != term[0] || t.hasOtherDigits(w) {
		return 0, false
	}
	last, consonant := 0, false // consonant: one was left out
	at := 1
	for _, r := range term[1:] {
		from := at
		for at < len(w) && w[at] != r {
			at++
		}
		if at == len(w) {
			return 0, false
		}
		consonant = consonant || slices.ContainsFunc(w[from:at], isConsonant)
		last = at
		at++
	}
	boneless := consonant || slices.ContainsFunc(term[1:], isVowel)
	consonant = consonant || slices.ContainsFunc(w[at:], isConsonant)
	switch {
	case !boneless && !consonant:
		return bones, false
	case !boneless && t.Typing && len(term) >= 4:
		return halfBones + halfShare*float64(at)/float64(len(w)), len(term) < 5
	}
	share := float64(len(term)) / float64(len(w))
	quality = 0.25*float64(len(term))/float64(last+1) + 0.35*share + 0.15
	if last == len(w)-1 || term[len(term)-1] == w[len(w)-1] {
		quality += 0.08
	}
	if !consonant {
		quality += 0.12
	}
	if quality < leastLetters {
		return 0, false
	}
	return min(quality, mostLetters), quality < 0.6 || len(term) < 4
}

func isVowel(r rune) bool {
	switch r {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

func isConsonant(r rune) bool { return !isVowel(r) }

// lettersEnd returns how many runes of a word it takes to find a term's letters
// in order, or 0 if it has not all of them.
func lettersEnd(term, w []rune) int {
	at := 0
	for _, r := range term {
		n := slices.Index(w[at:], r)
		if n < 0 {
			return 0
		}
		at += n + 1
	}
	return at
}

// LettersIn returns the bytes of word at which the letters of the term stand in
// order, nil if it has not all of them.
func (t *Term) LettersIn(word string) []int {
	var found []int
	from := 0
	for i := range len(t.Word) {
		n := strings.IndexByte(word[from:], t.Word[i])
		if n < 0 {
			return nil
		}
		found = append(found, from+n)
		from += n + 1
	}
	return found
}
