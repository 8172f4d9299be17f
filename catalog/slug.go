package catalog

import (
	"unicode"
	"unicode/utf8"
)

// maxSlug is the length of a slug in runes: long enough to tell two talks
// apart, short enough to type.
const maxSlug = 40

// slug turns a title into lower-case words joined by hyphens, cut between
// words: "KubeSkoop: An automated …" gives "kubeskoop-an-automated-…".
// Apostrophes are part of their word: "What's new" is "whats-new".
func slug(title string) string {
	s := make([]byte, 0, maxSlug)
	whole, length := 0, 0 // bytes and runes of s without the current word
	word := 0             // runes of the current word
	for _, r := range title {
		switch r = unicode.ToLower(r); {
		case r == '\'' || r == '’':
		case !isOfWord(r):
			if word > 0 {
				whole, length, word = len(s), utf8.RuneCount(s), 0
			}
		case length > 0 && length+1+word >= maxSlug: // it does not fit
			return string(s[:whole])
		default:
			if word == 0 && length > 0 {
				s = append(s, '-')
			}
			if word < maxSlug {
				s = utf8.AppendRune(s, r)
				word++
			}
		}
	}
	if len(s) == 0 {
		return "talk"
	}
	return string(s)
}

func isOfWord(r rune) bool {
	return 'a' <= r && r <= 'z' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}
