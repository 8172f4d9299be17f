package words

import (
	"unicode"
	"unicode/utf8"
)

// A Class tells what a rune is to a word.
type Class uint8

// The classes of runes.
const (
	Gap    Class = iota // no part of a word
	Letter              // letters, digits and marks
	Han                 // Han and kana, in which blanks do not separate words
)

// ClassOf returns the class of a rune.
func ClassOf(r rune) Class {
	switch {
	case r < utf8.RuneSelf:
		if ascii[r] != 0 {
			return Letter
		}
		return Gap
	case unicode.Is(unicode.Han, r) || unicode.Is(unicode.Hiragana, r) || unicode.Is(unicode.Katakana, r):
		return Han
	case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
		return Letter
	}
	return Gap
}

// ascii holds the case of the ASCII letters and digits; 0 for all others.
var ascii = func() (table [utf8.RuneSelf]byte) {
	for c := range table {
		switch {
		case 'a' <= c && c <= 'z':
			table[c] = lowerCase
		case 'A' <= c && c <= 'Z':
			table[c] = upperCase
		case '0' <= c && c <= '9':
			table[c] = noCase
		}
	}
	return table
}()

const (
	noCase = 1 + iota
	lowerCase
	upperCase
)

func caseOf(r rune) byte {
	switch {
	case r < utf8.RuneSelf:
		return ascii[r]
	case unicode.IsUpper(r):
		return upperCase
	case unicode.IsLower(r):
		return lowerCase
	}
	return noCase
}

// IsDigit reports whether c is an ASCII digit.
func IsDigit(c byte) bool { return '0' <= c && c <= '9' }
