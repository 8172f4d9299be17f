package search

import (
	"strings"

	"talks/catalog"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// spans finds where an atom holds in a text.
func atomSpans(a query.Atom, f catalog.Field, text string) []Span {
	switch a.Kind {
	case query.Word:
		return wordSpans(a, f, text)
	case query.Phrase:
		return phraseSpans(a, f, text)
	}
	return literalSpans(a, f, text)
}

func wordSpans(a query.Atom, f catalog.Field, text string) []Span {
	var spans []Span
	var split words.Splitter
	terms := atomTerms(a, fieldsMask)
	split.Split(text, func(tok words.Token) {
		for _, t := range terms {
			w := string(tok.Word)
			q := t.near(w)
			if q == 0 && len(t.runes) >= 4 {
				q, _ = t.far(w, []rune(w))
			}
			if q == 0 {
				continue
			}
			end := tok.End
			if strings.HasPrefix(w, t.word) {
				end = tok.Start + words.UnfoldedLen(text[tok.Start:tok.End], len(t.word))
			}
			spans = append(spans, Span{f, tok.Start, end})
		}
	})
	return spans
}

func phraseSpans(a query.Atom, f catalog.Field, text string) []Span {
	p := newRowPhrase(a)
	n := len(p.words)
	if n == 0 {
		return literalSpans(query.Atom{Kind: query.Exact, Text: a.Text}, f, text)
	}
	var spans []Span
	var split words.Splitter
	type seen struct {
		word       string
		start, end int
	}
	var row []seen
	split.Split(text, func(tok words.Token) {
		if tok.Part {
			return
		}
		row = append(row, seen{string(tok.Word), tok.Start, tok.End})
		if len(row) < n {
			return
		}
		last := row[len(row)-n:]
		end := tok.End
		for i, w := range p.words {
			if i == n-1 && p.open && strings.HasPrefix(last[i].word, w) {
				end = tok.Start + words.UnfoldedLen(text[tok.Start:tok.End], len(w))
			} else if last[i].word != w {
				return
			}
		}
		spans = append(spans, Span{f, last[0].start, end})
	})
	return spans
}

func literalSpans(a query.Atom, f catalog.Field, text string) []Span {
	return newLiteral(a.Kind, a.Text).spans(f, text, len(text))
}

// Occurrences returns where a text says words, to the letter but for case and
// accents: the first most of them, in order and without overlap. Their Field
// means nothing.
func Occurrences(text, sought string, most int) []Span {
	return newLiteral(query.Exact, strings.ToLower(sought)).spans(0, text, most)
}

func (l *literal) spans(f catalog.Field, text string, most int) []Span {
	if len(l.text) == 0 {
		return nil
	}
	folded, origin := l.foldWithOrigin(text)
	var spans []Span
	for at := 0; at < len(folded) && len(spans) < most; {
		n := l.find(folded, at)
		if n < 0 {
			break
		}
		at = n + len(l.text)
		if origin == nil {
			spans = append(spans, Span{f, n, at})
			continue
		}
		for origin[at] == origin[at-1] {
			at++ // half of a letter that folds to two: ß
		}
		spans = append(spans, Span{f, int(origin[n]), int(origin[at])})
	}
	return spans
}

// foldWithOrigin folds a text and tells for each byte of the folded text, and
// for its end, where the rune it comes from starts; nil says that all bytes
// are where they were.
func (l *literal) foldWithOrigin(text string) ([]byte, []int32) {
	if isASCII(text) {
		return l.fold(make([]byte, 0, len(text)), text), nil
	}
	folded := make([]byte, 0, len(text))
	origin := make([]int32, 0, len(text)+1)
	for at, r := range text {
		folded = l.foldRune(folded, r)
		for len(origin) < len(folded) {
			origin = append(origin, int32(at))
		}
	}
	return folded, append(origin, int32(len(text)))
}
