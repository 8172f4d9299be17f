package detail

import (
	"unicode"
	"unicode/utf8"

	"talks/tui/text"
)

// maxFound is how many matches of a text search are kept: more than anybody
// walks through.
const maxFound = 100_000

// Find returns where words stand in the document, letter case ignored.
func (d *Document) Find(words string) []text.Range {
	if words == "" {
		return nil
	}
	sought := []rune(words)
	for i, r := range sought {
		sought[i] = fold(r)
	}
	var found []text.Range
	for _, p := range d.parts {
		next := 0
		for at, r := range p.text {
			if at < next || fold(r) != sought[0] {
				continue
			}
			n := foldedPrefix(p.text[at:], sought)
			if n == 0 {
				continue
			}
			found = append(found, text.Range{Start: p.Start + at, End: p.Start + at + n})
			if len(found) == maxFound {
				return found
			}
			next = at + n
		}
	}
	return found
}

// foldedPrefix is how many bytes of s are the words sought, 0 where s starts
// otherwise.
func foldedPrefix(s string, sought []rune) int {
	n := 0
	for _, want := range sought {
		r, size := utf8.DecodeRuneInString(s[n:])
		if size == 0 || fold(r) != want {
			return 0
		}
		n += size
	}
	return n
}

// fold gives the letters that differ in case only one form.
func fold(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case r < utf8.RuneSelf:
		return r
	}
	return unicode.ToLower(unicode.ToUpper(r))
}
