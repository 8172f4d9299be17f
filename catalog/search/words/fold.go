package words

import (
	"unicode"
	"unicode/utf8"
)

// The base letters of accented Latin letters, by code point from U+00C0 and from
// U+1E00: canonical decompositions of Unicode 16, and letters with a stroke or a
// hook. A dot stands for what has no single base letter.
const (
	latinFirst, latinMoreFirst = 0xc0, 0x1e00

	latin = "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y" +
		"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllll." +
		".llnnnnnn.nnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" +
		"bb.....ccdddd....ffg...ikkl..nnooo..pp.....ttttuu.vyyzz........." +
		".............aaiioouuuuuuuuuu.aaaa..ggggkkoooo..j...gg..nnaa...." +
		"aaaaeeeeiiiioooorrrruuuusstt..hhn.....aaeeooooooooyy......accl.s" +
		"z..bu.eejj..rryy"
	latinMore = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm" +
		"mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv" +
		"wwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
		"eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......"
)

// FoldRune appends r to dst as it is compared: in lower case, without accents, full-width
// forms narrowed. A combining mark folds to nothing.
func FoldRune(dst []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		return append(dst, Lower(byte(r)))
	}
	if c := baseLetter(r); c != '.' {
		return append(dst, c)
	}
	switch unicode.ToLower(r) {
	case 'æ', 'ǽ', 'ǣ':
		return append(dst, "ae"...)
	case 'œ':
		return append(dst, "oe"...)
	case 'ß':
		return append(dst, "ss"...)
	case 'þ':
		return append(dst, "th"...)
	case 'ĳ':
		return append(dst, "ij"...)
	case 'ё':
		return append(dst, "е"...)
	case 'ς':
		return append(dst, "σ"...)
	}
	switch {
	case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r):
		return dst
	case r >= 0xff01 && r <= 0xff5e:
		return append(dst, Lower(byte(r-0xff01+'!')))
	}
	return utf8.AppendRune(dst, unicode.ToLower(r))
}

// Lower returns an ASCII letter in lower case, and any other byte as it is.
func Lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// baseLetter returns the plain letter of an accented Latin one, or a dot.
func baseLetter(r rune) byte {
	switch {
	case r >= latinFirst && r < latinFirst+rune(len(latin)):
		return latin[r-latinFirst]
	case r >= latinMoreFirst && r < latinMoreFirst+rune(len(latinMore)):
		return latinMore[r-latinMoreFirst]
	}
	return '.'
}

// spelledOut returns how a letter is written without its accent (Müller,
// Mueller); "" for all others.
func spelledOut(r rune) string {
	switch r {
	case 'ä', 'Ä':
		return "ae"
	case 'ö', 'Ö', 'ø', 'Ø':
		return "oe"
	case 'ü', 'Ü':
		return "ue"
	case 'å', 'Å':
		return "aa"
	}
	return ""
}

// Fold returns s as it is compared.
func Fold(s string) string { return string(appendFold(nil, s)) }

// appendFold appends s to dst as it is compared.
func appendFold(dst []byte, s string) []byte {
	for _, r := range s {
		dst = FoldRune(dst, r)
	}
	return dst
}

// UnfoldedLen returns how many bytes of s fold to its first n folded bytes,
// including the combining marks that follow them.
func UnfoldedLen(s string, n int) int {
	var buf [16]byte
	have := 0
	for at, r := range s {
		f := FoldRune(buf[:0], r)
		if have >= n && len(f) > 0 {
			return at
		}
		have += len(f)
	}
	return len(s)
}
