package words

import "unicode/utf8"

// LetterMask returns a mask of the letters of a folded word: a bit for each letter
// from a to z, one for digits, one for other ASCII and one for all other scripts.
// A slip changes two bits at most.
func LetterMask(word string) uint32 {
	var m uint32
	for i := range len(word) {
		m |= LetterBit(word[i])
	}
	return m
}

// LetterBit returns the bit of one byte of a word in its mask.
func LetterBit(c byte) uint32 {
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
