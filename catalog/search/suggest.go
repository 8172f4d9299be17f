package search

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// A Suggestion is another query that finds more, in the canonical notation,
// and how many talks it finds.
type Suggestion struct {
	Query string
	Count int
}

// maxSuggestions is how many are offered at most.
const maxSuggestions = 4

// maxTries is how many searches a list of suggestions takes at most.
const maxTries = 12

// blame names the words without which there would be hits: those that no talk
// has at all, else those that the best of the near misses lacks.
func (r *Results) blame(ix *Index, s *scratch) {
	if !r.relaxed && len(r.order) > 0 {
		return
	}
	for i := range s.slots {
		sl := &s.slots[i]
		if !sl.optional() && len(s.matches[sl.from:sl.to]) == 0 && !s.hasPair(i) {
			r.Missing = append(r.Missing, sl.raw)
		}
	}
	if len(r.Missing) > 0 || len(r.order) == 0 {
		return
	}
	best := r.order[0].talk
	for i := range s.slots {
		sl := &s.slots[i]
		here := func(m match) bool { return has(ix.postingsOf(m), best, sl.fields) }
		if !sl.optional() && !slices.ContainsFunc(s.matches[sl.from:sl.to], here) && !s.hasPair(i) {
			r.Missing = append(r.Missing, sl.raw)
		}
	}
}

func (s *scratch) hasPair(i int) bool {
	return slices.ContainsFunc(s.pairs, func(p pair) bool { return int(p.slot) == i })
}

// Suggestions offers what to ask instead of a query that found nothing, or
// near misses only ("did you mean"): a misspelt field word put right, a word
// replaced by its nearest in the catalog, the query without a word (or where
// that is not enough without all words to blame, or one word of it), without
// the signs of a condition, without the condition. Words that would be found
// with a slip are spelt as the catalog has them. It takes some searches and is
// for dead queries only: of others it returns nil, as it does when ctx is
// cancelled.
func (r *Results) Suggestions(ctx context.Context) []Suggestion {
	if r.Len() > 0 && !r.Weak {
		return nil
	}
	o := offers{of: r}
	misspelt := ""
	for i, g := range r.Query.Groups {
		if typed, ok := g.Atoms[0].Stray(); ok {
			if near := nearestField(words.Fold(typed)); near != "" {
				terms := r.Query.Terms()
				terms[i] = strings.Replace(terms[i], typed+":", near+":", 1)
				o.try(ctx, strings.Join(terms, " "))
				misspelt = typed
			}
		}
	}
	for _, w := range r.suspects() {
		if w == misspelt {
			continue
		}
		for _, instead := range r.index.nearest(w) {
			o.try(ctx, r.Query.Replaced(w, instead).String())
		}
	}
	for _, w := range r.suspects() {
		o.try(ctx, r.Query.Without(w).String())
	}
	if len(o.made) == 0 && len(r.Missing) > 1 { // no word can be spared alone
		o.try(ctx, r.Query.Without(r.Missing...).String())
	}
	if len(o.made) == 0 && len(r.slots) > 2 {
		for _, s := range r.slots[:min(len(r.slots), maxSuggestions)] {
			if !s.optional() {
				o.try(ctx, s.raw)
			}
		}
	}
	for i, g := range r.Query.Groups {
		if !g.IsFree() {
			if plain := g.Plain(); len(plain) > 0 {
				o.try(ctx, r.Query.WithGroups(i, plain...).String())
			}
			o.try(ctx, r.Query.WithGroups(i).String())
		}
	}
	if ctx.Err() != nil {
		return nil
	}
	return o.made
}

// offers are suggestions in the making.
type offers struct {
	of    *Results
	made  []Suggestion
	tries int
}

// try offers a query if it finds something.
func (o *offers) try(ctx context.Context, text string) {
	found := o.find(ctx, text)
	if found == nil {
		return
	}
	if respelled := found.respelled().String(); respelled != text {
		if better := o.find(ctx, respelled); better != nil {
			text, found = respelled, better
		}
	}
	is := func(s Suggestion) bool { return s.Query == text }
	if text != o.of.Query.String() && !slices.ContainsFunc(o.made, is) {
		o.made = append(o.made, Suggestion{Query: text, Count: found.Len()})
	}
}

// find is what a query finds, nil where it finds nothing, near misses only or
// everything, or where enough has been tried.
func (o *offers) find(ctx context.Context, text string) *Results {
	q := query.Parse(text)
	if q.Empty() || len(o.made) >= maxSuggestions || o.tries >= maxTries || text == o.of.Query.String() {
		return nil
	}
	o.tries++
	found, err := o.of.index.Search(ctx, q)
	if err != nil || found.Len() == 0 || found.Weak || found.all {
		return nil
	}
	return found
}

// suspects are the words to blame, or all of them.
func (r *Results) suspects() []string {
	if len(r.Missing) > 0 {
		return r.Missing[:min(len(r.Missing), maxSuggestions)]
	}
	var all []string
	for _, s := range r.slots {
		if !s.optional() && len(all) < maxSuggestions {
			all = append(all, s.raw)
		}
	}
	return all
}

// nearest gives the two words of the catalog nearest to one that finds
// nothing: the fewest slips first, then the word of most talks.
func (ix *Index) nearest(w string) []string {
	type near struct {
		id    uint32
		slips int
	}
	var found []near
	t := newTerm(words.Fold(w), false, fieldsMask)
	limit := 1
	if len(t.runes) >= 6 {
		limit = 2
	}
	if len(t.runes) < 4 {
		return nil
	}
	var runes []rune
	for id, mask := range ix.vocabulary.masks {
		word := ix.vocabulary.word(uint32(id))
		if !words.MayBeWithin(t.mask, mask, limit) || words.Stop.Has(word) || word == t.word {
			continue
		}
		runes = runesOf(runes, word)
		if n := slips(t.runes, runes, limit, false); n <= limit {
			found = append(found, near{uint32(id), n})
		}
	}
	slices.SortFunc(found, func(a, b near) int {
		return cmp.Or(cmp.Compare(a.slips, b.slips), cmp.Compare(len(ix.of(b.id)), len(ix.of(a.id))), cmp.Compare(a.id, b.id))
	})
	var list []string
	for _, n := range found[:min(2, len(found))] {
		list = append(list, ix.vocabulary.word(n.id))
	}
	return list
}
