package search

import (
	"slices"
	"strings"

	"talks/catalog"
	"talks/catalog/search/index"
	"talks/catalog/search/literal"
	"talks/catalog/search/match"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// A highlight is a span that matches, with the term that it matches and how
// well. Those of conditions have the term condition.
type highlight struct {
	Span
	term    uint8
	quality float64
}

const condition = query.MaxWords

// highlightShare is the share of a term's best quality in a talk below which a
// match is noise: beside "go" itself nobody looks for the go in google.
const highlightShare = 0.8

// highlight finds what of a talk matches.
func (r *Results) highlight(t *catalog.Talk) []highlight {
	var found []highlight
	var split words.Splitter
	for f := range catalog.FieldCount {
		text := t.Text(f)
		if text == "" {
			continue
		}
		left, leftStart := "", 0
		split.Split(text, func(tok words.Token) {
			w := string(tok.Word)
			for k := range r.terms {
				if q := r.qualityIn(k, w, f); q > 0 {
					for _, s := range r.terms[k].spansIn(text, f, tok, w, q) {
						found = append(found, highlight{Span: s, term: uint8(k), quality: q})
					}
				}
			}
			if tok.Part {
				return
			}
			for _, p := range r.pairs {
				if left != "" && r.isPair(p, left, w) {
					found = append(found, highlight{Span: Span{f, leftStart, tok.End}, term: p.term, quality: match.Split})
				}
			}
			left, leftStart = w, tok.Start
		})
		found = r.highlightLongForms(found, f, text)
		found = r.highlightConditions(found, f, text)
	}
	found = withoutNoise(found)
	if len(found) == 0 && len(r.terms) == 1 {
		found = r.highlightTitle(t)
	}
	return found
}

// highlightLongForms highlights the long forms of the words that a term may stand
// for. Of one letter it does not: most titles would be highlighted as a whole.
func (r *Results) highlightLongForms(found []highlight, f catalog.Field, text string) []highlight {
	if len(r.terms) == 0 {
		return found
	}
	ix := r.engine.index
	var said []uint32
	var starts []int
	var split words.Splitter
	split.Split(text, func(tok words.Token) {
		id, known := ix.ID(string(tok.Word))
		if tok.Part || !known {
			return
		}
		said, starts = append(said, id), append(starts, tok.Start)
		ix.ShortForms(said, func(short uint32, n int) {
			for k := range r.terms {
				if q := r.quality(k, ix.Word(short)); q > 0 && len(r.terms[k].Runes) > 1 {
					found = append(found, highlight{Span: Span{f, starts[len(starts)-n], tok.End}, term: uint8(k), quality: q})
				}
			}
		})
	})
	return found
}

// qualityIn returns the quality of a word that stands in a field.
func (r *Results) qualityIn(k int, w string, f catalog.Field) float64 {
	q, term := r.quality(k, w), &r.terms[k]
	if q > 0 && index.HeadFields>>f&1 == 0 && (len(term.Runes) == 1 && w != term.Word || r.isRespelt(k, w)) {
		return 0
	}
	return q
}

// quality returns what a word is worth to a term; 0 if it is no match.
func (r *Results) quality(k int, w string) float64 {
	term := &r.terms[k]
	if term.Stop {
		return 0
	}
	if q := term.Near(w); q > 0 {
		return q
	}
	if k+1 < len(r.terms) && w == term.Word+r.terms[k+1].Word || k > 0 && w == r.terms[k-1].Word+term.Word {
		return match.Joined
	}
	if n := len(r.terms) - 1; n > 0 && k >= n-1 && strings.HasPrefix(w, r.terms[n-1].Word+r.terms[n].Word) {
		return match.JoinedTyped
	}
	is := func(f farWord) bool { return f.term == k && f.word == w }
	if i := slices.IndexFunc(r.far, is); i >= 0 {
		return r.far[i].quality
	}
	if i := slices.IndexFunc(r.short, is); i >= 0 {
		return r.short[i].quality
	}
	return 0
}

// isPair reports whether two words are a pair of the query.
func (r *Results) isPair(p wordPair, left, right string) bool {
	ix := r.engine.index
	if left != ix.Word(p.left) {
		return false
	}
	id, known := ix.ID(right)
	return known && p.from <= id && id < p.to
}

// spansIn returns what of a word matches a term: its typed start, the letters
// in order, or all of it.
func (t *term) spansIn(text string, f catalog.Field, tok words.Token, w string, quality float64) []Span {
	word := text[tok.Start:tok.End]
	part := func(from, to int) Span {
		return Span{f, tok.Start + words.UnfoldedLen(word, from), tok.Start + words.UnfoldedLen(word, to)}
	}
	switch {
	case w == t.Word:
	case strings.HasPrefix(w, t.Word):
		return []Span{{f, tok.Start, part(0, len(t.Word)).End}}
	case quality < match.Inflected && len(w) > len(t.Word)+1:
		var spans []Span
		for _, n := range t.LettersIn(w) {
			spans = append(spans, part(n, n+1))
		}
		if spans != nil {
			return spans
		}
	}
	return []Span{{f, tok.Start, tok.End}}
}

// withoutNoise drops for each term what is far behind its best match in the
// talk.
func withoutNoise(found []highlight) []highlight {
	var best [condition + 1]float64
	for _, h := range found {
		best[h.term] = max(best[h.term], h.quality)
	}
	return slices.DeleteFunc(found, func(h highlight) bool { return h.quality < highlightShare*best[h.term] })
}

// highlightTitle highlights the letters of the only word of a query where they
// lie on a title's words.
func (r *Results) highlightTitle(t *catalog.Talk) []highlight {
	var tokens []words.Token
	var title []string
	split := words.Splitter{}
	split.Split(t.Title, func(tok words.Token) {
		if !tok.Part && len(title) < index.MaxTitleWords {
			tokens, title = append(tokens, tok), append(title, string(tok.Word))
		}
	})
	var found []highlight
	for _, l := range match.LaidLetters(r.terms[0].Word, title) {
		tok := tokens[l.Word]
		word := t.Title[tok.Start:tok.End]
		from, to := words.UnfoldedLen(word, l.At), words.UnfoldedLen(word, l.At+1)
		found = append(found, highlight{Span: Span{catalog.Title, tok.Start + from, tok.Start + to}, quality: match.Laid})
	}
	return found
}

// highlightConditions highlights what conditions ask for in a field.
func (r *Results) highlightConditions(found []highlight, f catalog.Field, text string) []highlight {
	for _, g := range r.Query.Groups {
		if g.IsFree() {
			continue
		}
		for _, a := range g.Atoms {
			if a.Not || query.IsFact(a.Key) || a.Fields()>>f&1 == 0 {
				continue
			}
			for _, s := range spansOfAtom(a, f, text) {
				found = append(found, highlight{Span: s, term: condition, quality: 1})
			}
		}
	}
	return found
}

// spansOfAtom returns where the text of an atom stands in a field.
func spansOfAtom(a query.Atom, f catalog.Field, text string) []Span {
	if l, ok := literal.Of(a); ok {
		return spansOfLiteral(l, f, text, len(text))
	}
	if a.Kind == query.Phrase {
		return newPhrase(a).spans(f, text)
	}
	return spansOfWords(atomTerms(a), f, text)
}

func spansOfWords(terms []match.Term, f catalog.Field, text string) []Span {
	var spans []Span
	var split words.Splitter
	split.Split(text, func(tok words.Token) {
		w := string(tok.Word)
		for _, t := range terms {
			q := t.Near(w)
			if q == 0 && len(t.Runes) >= 4 {
				q, _ = t.Far(w, []rune(w))
			}
			if q == 0 {
				continue
			}
			end := tok.End
			if strings.HasPrefix(w, t.Word) {
				end = tok.Start + words.UnfoldedLen(text[tok.Start:tok.End], len(t.Word))
			}
			spans = append(spans, Span{f, tok.Start, end})
		}
	})
	return spans
}

func (p *phrase) spans(f catalog.Field, text string) []Span {
	var spans []Span
	var split words.Splitter
	var row []string
	var starts []int
	n := len(p.words)
	split.Split(text, func(tok words.Token) {
		if tok.Part {
			return
		}
		row, starts = append(row, string(tok.Word)), append(starts, tok.Start)
		if len(row) < n || !slices.Equal(row[len(row)-n:len(row)-1], p.words[:n-1]) {
			return
		}
		last, typed := row[len(row)-1], p.words[n-1]
		end := tok.End
		switch {
		case p.open && strings.HasPrefix(last, typed):
			end = tok.Start + words.UnfoldedLen(text[tok.Start:tok.End], len(typed))
		case last != typed:
			return
		}
		spans = append(spans, Span{f, starts[len(starts)-n], end})
	})
	return spans
}

// Occurrences returns where a text has sought, to the letter but for case and
// accents: the first most of them, in order and without overlap. Their Field
// means nothing.
func Occurrences(text, sought string, most int) []Span {
	return spansOfLiteral(literal.New(query.Exact, strings.ToLower(sought)), 0, text, most)
}

func spansOfLiteral(l *literal.Literal, f catalog.Field, text string, most int) []Span {
	var spans []Span
	for _, p := range l.Places(text, most) {
		spans = append(spans, Span{f, p.Start, p.End})
	}
	return spans
}
