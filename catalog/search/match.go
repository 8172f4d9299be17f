package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sahilm/fuzzy"

	"talks/catalog"
)

// What a match is worth: a word of the title, its start, letters in order in
// the title, a word of the text, its start.
const (
	titleWord   = 1.0
	titleStart  = 0.8
	textWord    = 0.4
	textStart   = 0.3
	titleSpread = 0.2
)

func titleScore(term string, m fuzzy.Match) float64 {
	if s := worth(wordSpans(term, m.Str), m.Str, titleWord, titleStart); s > 0 {
		return s
	}
	if span := m.MatchedIndexes; span[len(span)-1]-span[0] < 3*len(term) {
		return titleSpread
	}
	return 0
}

func textScore(term string, t *catalog.Talk) float64 {
	best := 0.0
	for f := Subtitle; f < fieldCount; f++ {
		text := Text(t, f)
		best = max(best, worth(wordSpans(term, text), text, textWord, textStart))
	}
	return best
}

func worth(spans [][2]int, text string, word, start float64) float64 {
	best := 0.0
	for _, s := range spans {
		if r, _ := utf8.DecodeRuneInString(text[s[1]:]); s[1] == len(text) || !isWord(r) {
			return word
		}
		best = start
	}
	return best
}

// wordSpans returns the byte ranges of text where term begins a word, letter
// case ignored.
func wordSpans(term, text string) [][2]int {
	var spans [][2]int
	inWord := false
	for at, r := range text {
		word := isWord(r)
		if word && (!inWord || unicode.Is(unicode.Han, r)) && len(text)-at >= len(term) && utf8.ValidString(text[at:at+len(term)]) && strings.EqualFold(text[at:at+len(term)], term) {
			spans = append(spans, [2]int{at, at + len(term)})
		}
		inWord = word
	}
	return spans
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// spans returns where the query's terms are found in t.
func (q Query) spans(t *catalog.Talk) []Span {
	var spans []Span
	for f := Title; f < fieldCount; f++ {
		text := Text(t, f)
		for _, term := range q.terms {
			ranges := wordSpans(term, text)
			if f == Title && len(ranges) == 0 {
				ranges = letterSpans(term, text)
			}
			for _, r := range ranges {
				spans = append(spans, Span{Field: f, Start: r[0], End: r[1]})
			}
		}
	}
	return tidy(spans)
}

func letterSpans(term, text string) [][2]int {
	var spans [][2]int
	for _, m := range fuzzy.FindNoSort(term, []string{text}) {
		if titleScore(term, m) == 0 {
			continue
		}
		for _, at := range m.MatchedIndexes {
			_, size := utf8.DecodeRuneInString(text[at:])
			spans = append(spans, [2]int{at, at + size})
		}
	}
	return spans
}

// tidy sorts spans and joins those that overlap or touch.
func tidy(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int {
		return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && out[n-1].Field == s.Field && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}
