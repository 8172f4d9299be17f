package search

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"talks/catalog/search/facts"
	"talks/catalog/search/match"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// A Remark tells the user what of a query does not count, or was not
// understood.
type Remark struct {
	What string // a plain sentence, lower case, without a full stop
	Hint string // what is possible instead, or ""
	// Explains reports whether it is why there are no hits, or near misses only.
	Explains bool
	// Instead is a query that asks for what was probably meant, "" for none.
	Instead string
}

// maxRemarks is how many things are remarked on at most.
const maxRemarks = 3

// Remarks tells what the hits alone do not show: that the query was too long,
// that a field word was asked for a value that no talk has, or was misspelt. It
// reads the whole catalog if a field word finds nothing, which takes its time.
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
		what, hint := facts.Unknown(a)
		add(Remark{What: asked(a) + ": " + what, Hint: hint})
	}
	for i, g := range r.Query.Groups {
		add(r.remarkOnTime(i)...)
		for _, a := range g.Atoms {
			if len(remarks) < maxRemarks { // it may take a look at every talk
				add(r.remarkOn(a)...)
			}
		}
	}
	return remarks
}

// remarkOn tells what is wrong with one atom, if anything.
func (r *Results) remarkOn(a query.Atom) []Remark {
	x := r.engine.facts
	switch {
	case query.IsFact(a.Key) && !x.Any(a) && !a.IsHalfTyped():
		what := asked(a) + ": " + x.None(a)
		return []Remark{{What: what, Hint: x.Hint(a), Explains: r.Len() == 0 && !a.Not}}
	case r.all && strings.ContainsFunc(a.Text, isSymbol):
		return []Remark{{What: a.Text + ": no word to look for", Hint: "'" + a.Text + " looks for the very signs"}}
	}
	typed, ok := a.Stray()
	if !ok {
		return nil
	}
	word := words.Fold(typed)
	dead := r.Len() == 0 || r.Weak
	remark := Remark{What: "no field " + typed + ":", Explains: dead && !a.Not}
	if near := nearestField(word); near != "" {
		remark.Hint = "did you mean " + near + ":?"
	} else if _, known := r.engine.index.ID(word); known || a.Not || !dead {
		return nil // a word with a colon after it
	} else {
		remark.Hint = "the fields are " + strings.Join(query.Keys(), ": ") + ":"
	}
	return []Remark{remark}
}

// remarkOnTime tells that a day or a time of day is looked for as a word, where
// no suggestion tells it.
func (r *Results) remarkOnTime(i int) []Remark {
	g, clauses := r.Query.Groups[i], r.Query.Clauses()
	clause, certain := g.TimeClause()
	if !certain || r.Len() == 0 || r.Weak || !r.engine.facts.Any(query.Parse(clause).Groups[0].Atoms[0]) {
		return nil
	}
	clauses[i] = clause
	return []Remark{{What: g.String() + " is looked for in the texts", Hint: "did you mean " + clause + "?", Instead: strings.Join(clauses, " ")}}
}

// isSymbol reports whether a rune is a symbol by itself, as emoji are, and not
// on the way to a word.
func isSymbol(r rune) bool { return r >= utf8.RuneSelf && unicode.IsSymbol(r) }

// asked returns the atom as it was asked for, whether or not it was excluded.
func asked(a query.Atom) string {
	a.Not = false
	return a.String()
}

// nearestField returns the field word that a misspelt or half-typed one stands
// for, "" if there is none.
func nearestField(word string) string {
	best, fewest := "", 3
	for _, key := range query.Keys() {
		limit := 2
		if len(key) <= 4 {
			limit = 1
		}
		n := match.Slips(word, key, limit)
		if len(word) > 2 && strings.HasPrefix(key, word) || len(key) > 2 && strings.HasPrefix(word, key) {
			n = 1 // conf:, speakers:, language:
		}
		if n <= limit && n < fewest {
			best, fewest = key, n
		}
	}
	return best
}
