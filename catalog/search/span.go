package search

import (
	"talks/catalog"
	"talks/catalog/search/literal"
	"talks/catalog/search/words"
)

// A Span is a half-open range of bytes [Start, End) of one field of a talk.
type Span struct {
	Field      catalog.Field
	Start, End int
}

// spansOf returns the spans of highlights, which are in order: on the bounds of
// grapheme clusters, joined where they touch.
func spansOf(list []highlight, t *catalog.Talk) []Span {
	var out []Span
	text, field := "", catalog.FieldCount
	bounds := graphemes{}
	for _, h := range list {
		if h.Field != field {
			field, text = h.Field, t.Text(h.Field)
			bounds = graphemes{text: text, plain: literal.IsASCII(text)}
		}
		s := bounds.around(h.Span)
		if s.Start >= s.End {
			continue
		}
		if n := len(out); n > 0 && out[n-1].Field == s.Field && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// graphemes walks over a text once, from cluster to cluster.
type graphemes struct {
	text  string
	plain bool // every byte is a cluster
	at    int  // start of the current cluster
}

// around widens a span to whole clusters. Spans must come in order of start.
func (g *graphemes) around(s Span) Span {
	if g.plain {
		return s
	}
	for g.at < len(g.text) {
		end := g.at + words.ClusterLen(g.text[g.at:])
		if end > s.Start {
			break
		}
		g.at = end
	}
	out := Span{Field: s.Field, Start: g.at, End: g.at}
	for out.End < s.End && out.End < len(g.text) {
		out.End += words.ClusterLen(g.text[out.End:])
	}
	return out
}
