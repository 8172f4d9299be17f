package search

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	if r.Query.Cut() {
		remark := Remark{What: "the query is too long: only its first " + r.Query.counts + " count"}
		if r.Query.signed {
			remark.Hint = fmt.Sprintf("at most %d words may have signs or quotes", maxLiterals)
		}
		add(remark)
	}
	for _, a := range r.Query.unknown {
		add(Remark{What: a.asked() + ": no such thing", Hint: thereAre(possibleTerms(a.key), "")})
	}
	for _, g := range r.Query.groups {
		for _, a := range g.atoms {
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
func (r *Results) remarkOn(a atom) []Remark {
	switch {
	case isFactKey(a.key) && !r.index.isFact(a) && !a.isHalfTyped():
		what := a.asked() + ": no such " + factNouns[a.key] + " here"
		return []Remark{{What: what, Hint: r.index.facts(a.key), Explains: r.Len() == 0 && !a.not}}
	case r.all && strings.ContainsFunc(a.text, isSymbol):
		return []Remark{{What: a.text + ": no word to look for", Hint: "'" + a.text + " looks for the very signs"}}
	case r.Len() > 0 && !r.Weak && !a.not: // what is negated finds too much
		return nil
	}
	typed, ok := a.strayField()
	if !ok {
		return nil
	}
	word := words.Fold(typed)
	remark := Remark{What: "no field " + typed + ":", Explains: !a.not}
	if near := nearestField(word); near != "" {
		remark.Hint = "did you mean " + near + ":?"
	} else if _, known := r.index.vocabulary.id(word); known || a.not {
		return nil // a word of the catalog, with a colon behind it
	} else {
		remark.Hint = "the fields are " + strings.Join(fieldWords[:], ": ") + ":"
	}
	return []Remark{remark}
}

// isSymbol says that a rune is a sign of its own, as emoji are, and not on the
// way to a word.
func isSymbol(r rune) bool { return r >= utf8.RuneSelf && unicode.IsSymbol(r) }

// asked is the atom as it was asked for, whether or not it was negated.
func (a atom) asked() string {
	a.not = false
	return a.String()
}

// fieldWords are all the field words, those of most use first.
var fieldWords = [...]string{
	"title", "speaker", "track", "room", "day", "is", "has", "lang", "abstract", "type", "conference", "source",
}

// strayField is the word before the colon of a free word that looks like a
// field word, as typed: speeker of speeker:torvalds, but nothing of
// https://example.org.
func (a atom) strayField() (word string, ok bool) {
	word, value, ok := strings.Cut(a.text, ":")
	switch {
	case !ok || a.key != "" || a.kind != kindWord && !(a.not && a.kind == kindExact):
		return "", false
	case len(word) < 2 || strings.ContainsFunc(word, isNoLetter):
		return "", false
	case value == "" || strings.HasPrefix(value, ":") || strings.HasPrefix(value, "/"):
		return "", false
	}
	return word, true
}

// nearestField is the field word that a misspelt or half-typed one stands for,
// "" where there is none.
func nearestField(word string) string {
	best, fewest := "", 3
	for _, f := range fieldWords {
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
