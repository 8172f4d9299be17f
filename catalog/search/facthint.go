package search

import (
	"slices"
	"strings"
	"time"

	"talks/catalog"
	"talks/catalog/search/query"
)

// factNouns is what field words that ask for a fact ask for.
var factNouns = map[string]string{
	"day": "day", "lang": "language", "type": "type", "conference": "conference", "source": "file", "is": "thing", "has": "thing",
}

// isFact says that some talk has a fact.
func (ix *Index) isFact(a query.Atom) bool {
	return slices.ContainsFunc(ix.talks, newFactTest(a, ix.talks).holds)
}

// maxValues is how many values of a field word are named at most.
const maxValues = 4

// facts says which values of a fact the talks have.
func (ix *Index) facts(key string) string {
	switch key {
	case "day":
		return daysHint(ix.talks)
	case "is", "has":
		return ix.possessionsHint(key)
	}
	counts := make(map[string]int)
	for _, t := range ix.talks {
		if value := factText(t, key); isAskable(value) {
			counts[value]++
		}
	}
	f := newFacet(key, counts)
	var terms []string
	for i := range f.Values {
		terms = append(terms, query.Term(f.Key, f.Values[i].Text))
	}
	return thereAre(terms, "no talk here has a "+factNouns[key])
}

func thereAre(terms []string, none string) string {
	switch n := len(terms); {
	case n == 0:
		return none
	case n == 1:
		return "there is " + terms[0]
	case n > maxValues:
		terms = append(terms[:maxValues:maxValues], "and others")
	}
	return "there are " + strings.Join(terms, ", ")
}

// possessionsHint says which questions of is: and has: find something.
func (ix *Index) possessionsHint(key string) string {
	return thereAre(slices.DeleteFunc(featureTerms(key), func(term string) bool {
		_, value, _ := strings.Cut(term, ":")
		return !ix.isFact(query.Atom{Key: key, Text: value})
	}), "")
}

// daysHint says when the talks are: on which weekdays, and from which date to
// which.
func daysHint(talks []*catalog.Talk) string {
	var first, last time.Time
	var on [7]bool
	for _, t := range talks {
		start := t.Slot.Start
		if start.IsZero() {
			continue
		}
		on[start.Weekday()] = true
		if first.IsZero() || start.Before(first) {
			first = start
		}
		if start.After(last) {
			last = start
		}
	}
	if first.IsZero() {
		return "no talk here has a day"
	}
	var days []string
	for i := range 7 {
		if d := time.Weekday((i + 1) % 7); on[d] { // from Monday on
			days = append(days, "day:"+strings.ToLower(d.String()))
		}
	}
	dates := first.Format(time.DateOnly)
	if end := last.Format(time.DateOnly); end != dates {
		dates += " to " + end
	}
	return thereAre(days, "") + " (" + dates + ")"
}

// featureTerms returns what can be asked of is: or has:.
func featureTerms(key string) []string {
	terms := query.Features()
	for i, f := range terms {
		terms[i] = key + ":" + f
	}
	return terms
}
