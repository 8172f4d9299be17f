package words

import "unicode/utf8"

// LetterMask has a bit for each letter a to z, one for digits, one for other ASCII
// and one for all other scripts: a slip changes two bits at most.
func LetterMask(word string) uint32 {
	var m uint32
	for i := range len(word) {
		m |= LetterBit(word[i])
	}
	return m
}

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
