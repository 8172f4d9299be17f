package search

import (
	"cmp"
	"slices"

	"talks/catalog"
	"talks/catalog/search/index"
	"talks/catalog/search/passage"
	"talks/catalog/search/words"
)

// A Hit is a talk that a query found, with what the screen needs to show why.
type Hit struct {
	Talk *catalog.Talk

	// Spans is what matched. They count bytes of Talk.Text(Field), are ordered
	// by field, then by start, lie on the bounds of grapheme clusters and never
	// overlap.
	Spans  []Span
	Reason Reason
	Lacks  []string // the words of the query, as typed, that a near miss does not have

	// Note is what the user wrote about the talk, if it has a word of the query
	// that nothing of Spans has; "" otherwise.
	Note string

	highlights []highlight // ordered as the spans
}

// Explain works out why the hit at place i is one. It reads all texts of the
// talk, so it is meant for the hits on the screen.
func (r *Results) Explain(i int) Hit {
	h := Hit{Talk: r.Talk(i)}
	if r.all {
		return h
	}
	h.highlights = r.highlight(h.Talk)
	slices.SortStableFunc(h.highlights, func(a, b highlight) int {
		return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	h.Spans = spansOf(h.highlights, h.Talk)
	h.Reason = reasonOf(h.highlights)
	var shown termSet
	for _, l := range h.highlights {
		shown[l.term] = true
	}
	for term, has := range r.noted(h.Talk) {
		if has && !shown[term] {
			h.Note = r.notes.text[h.Talk]
		}
	}
	if r.IsNear(i) {
		h.Lacks = r.lacking(h.Talk)
	}
	return h
}

// Passage returns the part of the body (Abstract or Description) that a row
// has room for: the one with the most and nearest matched words, or the first
// sentence of the abstract if the title says it all already or the body has no
// match. It ends between words, never crosses a line feed, and
// cells(text) <= width, where cells measures a text on the screen. It is empty
// for a talk without a body.
func (h Hit) Passage(width int, cells func(string) int) Span {
	if !h.titleSaysAll() {
		for _, f := range [...]catalog.Field{catalog.Abstract, catalog.Description} {
			if list := h.inField(f); len(list) > 0 {
				start, end := passage.Best(h.Talk.Text(f), list, width, cells)
				return Span{f, start, end}
			}
		}
	}
	body := catalog.Abstract
	if h.Talk.Abstract == "" {
		body = catalog.Description
	}
	start, end := passage.First(h.Talk.Text(body), width, cells)
	return Span{body, start, end}
}

// titleSaysAll reports whether the title has each word that matches anywhere.
func (h Hit) titleSaysAll() bool {
	var inTitle, anywhere termSet
	for _, l := range h.highlights {
		anywhere[l.term] = true
		if l.Field == catalog.Title {
			inTitle[l.term] = true
		}
	}
	return inTitle == anywhere
}

// inField returns the highlights of one field, by their start.
func (h Hit) inField(f catalog.Field) []passage.Match {
	var list []passage.Match
	for _, l := range h.highlights {
		if l.Field == f {
			list = append(list, passage.Match{Start: l.Start, End: l.End, Word: l.term})
		}
	}
	return list
}

// A Reason is the part of a talk that holds the match its title lacks.
type Reason uint8

// The reasons.
const (
	InTitle Reason = iota // the title has every matched word, or there is none
	InNames               // speakers, track and room have more of the others than the body
	InBody                // Abstract and Description have the others
)

// termSet tells of each term, and of the conditions, whether something matches
// it.
type termSet [condition + 1]bool

func reasonOf(list []highlight) Reason {
	var inTitle, inNames, inBody termSet
	for _, h := range list {
		switch h.Field {
		case catalog.Title:
			inTitle[h.term] = true
		case catalog.Speakers, catalog.Track, catalog.Room:
			inNames[h.term] = true
		case catalog.Abstract, catalog.Description:
			inBody[h.term] = true
		}
	}
	names, body, both := 0, 0, 0
	for term, titled := range inTitle {
		switch {
		case titled:
		case inNames[term] && inBody[term]:
			both++
		case inNames[term]:
			names++
		case inBody[term]:
			body++
		}
	}
	switch {
	case names > body:
		return InNames
	case body+both > 0:
		return InBody
	}
	return InTitle
}

// lacking returns the words of the query, as typed, that a near miss does not
// have: those that a talk must have and this one has not, or only if the word is
// taken for a slip of another that the catalog has too.
func (r *Results) lacking(t *catalog.Talk) []string {
	has := r.noted(t)
	var split words.Splitter
	for f := range index.HiddenField + 1 {
		left := ""
		split.Split(index.Text(t, f), func(tok words.Token) {
			w := string(tok.Word)
			for k := range r.terms {
				has[k] = has[k] || r.qualityIn(k, w, f) > 0 && !r.isRespelt(k, w)
			}
			if tok.Part {
				return
			}
			for _, p := range r.pairs {
				has[p.term] = has[p.term] || left != "" && r.isPair(p, left, w)
			}
			left = w
		})
	}
	var list []string
	for k := range r.terms {
		if !has[k] && !r.terms[k].isOptional() {
			list = append(list, r.terms[k].typed)
		}
	}
	return list
}

// isRespelt reports whether a word is one slip from the word typed for a term,
// which the catalog has too.
func (r *Results) isRespelt(k int, w string) bool {
	return slices.ContainsFunc(r.far, func(f farWord) bool { return f.respelt && f.term == k && f.word == w })
}
