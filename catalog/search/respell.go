package search

import (
	"slices"

	"talks/catalog"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// respelled gives the query with the catalog's spelling of every word that the
// best hit has only with a slip, or with letters left out.
func (r *Results) respelled() query.Query {
	if r.all || r.Len() == 0 {
		return r.Query
	}
	list := wordsOf(r.Talk(0))
	slot := 0
	return r.Query.MapWords(func(a query.Atom, p query.Piece) string {
		t := newTerm(p.Folded, p.Last, a.Fields())
		if a.Key != "" {
			return spelling(t, list, t.worth)
		}
		k := slot
		slot++
		if k >= len(r.slots) || r.slots[k].optional() || r.splits(k) {
			return t.word
		}
		return spelling(t, list, func(w string) (quality float64, near bool) {
			q := r.quality(k, w)
			return q, q > 0 && !r.isFar(k, w)
		})
	})
}

// splits says that a slot stands for two neighbours.
func (r *Results) splits(k int) bool {
	return slices.ContainsFunc(r.pairs, func(p pair) bool { return int(p.slot) == k })
}

// isFar says that a slot stands for a word with a slip.
func (r *Results) isFar(k int, w string) bool {
	return slices.ContainsFunc(r.far, func(f farWord) bool { return int(f.slot) == k && f.word == w })
}

// worth is the quality of a word for a term by itself, and whether it is near.
func (t *term) worth(w string) (quality float64, near bool) {
	if q := t.near(w); q > 0 {
		return q, true
	}
	quality, _ = t.far(w, []rune(w))
	return quality, false
}

// A fieldWord is a word of a talk, and the field it stands in.
type fieldWord struct {
	word  string
	field catalog.Field
}

func wordsOf(t *catalog.Talk) []fieldWord {
	var list []fieldWord
	var split words.Splitter
	for f := range facts + 1 {
		split.Split(indexedText(t, f), func(tok words.Token) {
			list = append(list, fieldWord{string(tok.Word), f})
		})
	}
	return list
}

// spelling is the word in the term's fields that is worth most to it, or the
// term's own if one of them is near.
func spelling(t term, list []fieldWord, worth func(w string) (quality float64, near bool)) string {
	best, quality := t.word, 0.0
	for _, w := range list {
		if t.fields>>w.field&1 == 0 {
			continue
		}
		q, near := worth(w.word)
		if near {
			return t.word
		}
		if q > quality {
			best, quality = w.word, q
		}
	}
	return best
}
