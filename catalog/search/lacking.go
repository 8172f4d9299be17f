package search

import (
	"slices"

	"talks/catalog"
	"talks/catalog/search/index"
	"talks/catalog/search/words"
)

// lacking returns the words of the query, as typed, that a near miss does not
// have: those that a talk must have and this one has not, or only if the word is
// taken for a slip of another that the catalog has too.
func (r *Results) lacking(t *catalog.Talk) []string {
	has := make([]bool, len(r.slots))
	var split words.Splitter
	for f := range index.Hidden + 1 {
		left := ""
		split.Split(index.Text(t, f), func(tok words.Token) {
			w := string(tok.Word)
			for k := range has {
				has[k] = has[k] || r.qualityIn(k, w, f) > 0 && !r.isRespelt(k, w)
			}
			if tok.Part {
				return
			}
			for _, p := range r.pairs {
				has[p.slot] = has[p.slot] || left != "" && r.isPair(p, left, w)
			}
			left = w
		})
	}
	var list []string
	for k := range r.slots {
		if !has[k] && !r.slots[k].isOptional() {
			list = append(list, r.slots[k].typed)
		}
	}
	return list
}

// isRespelt reports whether a slot takes a word for what was typed though the
// catalog has that too.
func (r *Results) isRespelt(k int, w string) bool {
	return slices.ContainsFunc(r.far, func(f farWord) bool { return f.respelt && f.slot == k && f.word == w })
}
