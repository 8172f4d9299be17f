package pick

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"talks/tui/text"
)

// A needle is looked for in labels, letter case ignored.
type needle struct {
	text  string
	first rune // of the text, in lower case
}

func newNeedle(s string) needle {
	first, _ := utf8.DecodeRuneInString(s)
	return needle{text: s, first: unicode.ToLower(first)}
}

// in returns where a label has the needle first, in bytes; an empty needle is
// in every label.
func (n needle) in(label string) (text.Range, bool) {
	if n.text == "" {
		return text.Range{}, true
	}
	for at, r := range label {
		end := at + len(n.text)
		if end > len(label) {
			break
		}
		if unicode.ToLower(r) == n.first && strings.EqualFold(label[at:end], n.text) {
			return text.Range{Start: at, End: end}, true
		}
	}
	return text.Range{}, false
}
