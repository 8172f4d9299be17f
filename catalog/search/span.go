package search

import (
	"cmp"
	"slices"

	"github.com/charmbracelet/x/ansi"

	"talks/catalog"
)

// spansOf tidies lights into spans: on grapheme bounds, in order, joined where
// they touch.
func spansOf(lights []light, t *catalog.Talk) []Span {
	if len(lights) == 0 {
		return nil
	}
	slices.SortStableFunc(lights, func(a, b light) int {
		return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	var out []Span
	text, field := "", catalog.FieldCount
	bounds := graphemes{}
	for _, l := range lights {
		if l.Field != field {
			field, text = l.Field, t.Text(l.Field)
			bounds = graphemes{text: text, plain: isASCII(text[:min(len(text), maxLit+1)])} // one byte more: an accent
		}
		s := bounds.around(l.Span)
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
	plain bool
	at    int // start of the cluster at hand
}

// around widens a span to whole clusters. Spans must come in order of start.
func (g *graphemes) around(s Span) Span {
	if g.plain {
		return s
	}
	for g.at < len(g.text) {
		end := g.at + clusterLen(g.text[g.at:])
		if end > s.Start {
			break
		}
		g.at = end
	}
	out := Span{Field: s.Field, Start: g.at, End: g.at}
	for out.End < s.End && out.End < len(g.text) {
		out.End += clusterLen(g.text[out.End:])
	}
	return out
}

func clusterLen(text string) int {
	cluster, _ := ansi.FirstGraphemeCluster(text, ansi.GraphemeWidth)
	return max(1, len(cluster))
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
