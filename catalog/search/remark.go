package search

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// A Remark tells the reader what of a query does not count, or was not
// understood.
type Remark struct {
	What string // a plain sentence, lower case, without a full stop
	Hint string // what is possible instead; "" where there is nothing to say
	// Explains says that the hits are none, or near misses only, because of it.
	Explains bool
}

// Remarks says what the hits alone do not show: that the query was too long,
// that a field word was asked for what there is not, or was misspelt. It reads
// the catalog where a field word finds nothing, which takes its time.
func (r *Results) Remarks() []Remark {
	var remarks []Remark
	add := func(more ...Remark) {
		for _, remark := range more {
			if len(remarks) < maxRemarks && !slices.Contains(remarks, remark) {
				remarks = append(remarks, remark)
			}
		}
	}
	if r.Query.Counts != "" {
		remark := Remark{What: "the query is too long: only its first " + r.Query.Counts + " count"}
		if r.Query.ManyOperators {
			remark.Hint = fmt.Sprintf("at most %d words may have signs or quotes", query.MaxOperators)
		}
		add(remark)
	}
	for _, a := range r.Query.Unknown {
		add(Remark{What: asked(a) + ": no such thing", Hint: thereAre(featureTerms(a.Key), "")})
	}
	for _, g := range r.Query.Groups {
		for _, a := range g.Atoms {
			if len(remarks) < maxRemarks { // it may take a look at every talk
				add(r.remarkOn(a)...)
			}
		}
	}
	return remarks
}

// maxRemarks is how many things are remarked on at most.
const maxRemarks = 3

// remarkOn says what is wrong with one atom, if anything.
func (r *Results) remarkOn(a query.Atom) []Remark {
	switch {
	case query.IsFact(a.Key) && !r.index.isFact(a) && !a.IsHalfTyped():
		what := asked(a) + ": no such " + factNouns[a.Key] + " here"
		return []Remark{{What: what, Hint: r.index.facts(a.Key), Explains: r.Len() == 0 && !a.Not}}
	case r.all && strings.ContainsFunc(a.Text, isSymbol):
		return []Remark{{What: a.Text + ": no word to look for", Hint: "'" + a.Text + " looks for the very signs"}}
	case r.Len() > 0 && !r.Weak && !a.Not: // what is negated finds too much
		return nil
	}
	typed, ok := a.Stray()
	if !ok {
		return nil
	}
	word := words.Fold(typed)
	remark := Remark{What: "no field " + typed + ":", Explains: !a.Not}
	if near := nearestField(word); near != "" {
		remark.Hint = "did you mean " + near + ":?"
	} else if _, known := r.index.vocabulary.id(word); known || a.Not {
		return nil // a word of the catalog, with a colon behind it
	} else {
		remark.Hint = "the fields are " + strings.Join(query.Keys(), ": ") + ":"
	}
	return []Remark{remark}
}

// isSymbol says that a rune is a sign of its own, as emoji are, and not on the
// way to a word.
func isSymbol(r rune) bool { return r >= utf8.RuneSelf && unicode.IsSymbol(r) }

// nearestField is the field word that a misspelt or half-typed one stands for,
// "" where there is none.
func nearestField(word string) string {
	best, fewest := "", 3
	for _, f := range query.Keys() {
		limit := 2
		if len(f) <= 4 {
			limit = 1
		}
		n := slips([]rune(word), []rune(f), limit, false)
		if len(word) > 2 && strings.HasPrefix(f, word) || len(f) > 2 && strings.HasPrefix(word, f) {
			n = 1 // conf:, speakers:, language:
		}
		if n <= limit && n < fewest {
			best, fewest = f, n
		}
	}
	return best
}

// asked returns the atom as it was asked for, whether or not it was excluded.
func asked(a query.Atom) string {
	a.Not = false
	return a.String()
}
