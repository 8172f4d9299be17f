package search

import (
	"strings"

	"talks/catalog"
)

// A Span is a half-open range of bytes [Start, End) of one field of a talk.
type Span struct {
	Field      Field
	Start, End int
}

// A Hit is a talk that a query found, with what the view needs to show why.
// Spans are ordered by field, then by start, lie inside their field and never
// overlap. Focus is the span of the body (Abstract or Description) around
// which a one-line passage says most; it is empty (Start == End) where the
// body has no match.
type Hit struct {
	Talk  *catalog.Talk
	Score float64
	Spans []Span
	Focus Span
}

// Results are the hits of one query over one index, best first. They are
// read-only and safe for many readers; the talks are known at once, spans are
// worked out for a single hit when it is asked for.
type Results struct {
	Query Query
	// Weak says that the hits are near misses only.
	Weak bool

	index *Index
	order []ranked
}

type ranked struct {
	talk  int32 // place in the index
	score float64
}

// Len is the number of hits.
func (r *Results) Len() int { return len(r.order) }

// Talk returns the talk of the hit at place i, from 0, the best first.
func (r *Results) Talk(i int) *catalog.Talk {
	return r.index.talks[r.order[i].talk]
}

// Hit returns the hit at place i with its spans.
func (r *Results) Hit(i int) Hit {
	h := Hit{Talk: r.Talk(i), Score: r.order[i].score}
	h.Spans = r.Query.spans(h.Talk)
	for _, s := range h.Spans {
		if s.Field == Abstract || s.Field == Description {
			h.Focus = s
			break
		}
	}
	return h
}

// Place is the catalog position of the hit at place i, from 0.
func (r *Results) Place(i int) int { return int(r.order[i].talk) }

// Passage returns the part of the abstract to show beside the title of the
// hit at place i: around its first match, else the start of the abstract, cut
// between words so that cells(text) is at most width.
func (r *Results) Passage(i int, width int, cells func(string) int) Span {
	h := r.Hit(i)
	body := h.Talk.Abstract
	start := 0
	if h.Focus.End > h.Focus.Start && h.Focus.Field == Abstract {
		start = h.Focus.Start
		for back := 0; start > 0 && back < width/3; back++ {
			start--
		}
		for start > 0 && body[start-1] != ' ' && body[start-1] != '\n' {
			start--
		}
	}
	line := body[start:min(len(body), start+8*width)] // no cell takes more bytes
	line, _, _ = strings.Cut(line, "\n")
	for cells(line) > width {
		at := strings.LastIndexByte(line, ' ')
		if at < 0 {
			line = ""
			break
		}
		line = line[:at]
	}
	return Span{Field: Abstract, Start: start, End: start + len(line)}
}
