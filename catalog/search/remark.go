package search

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

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
		if query.IsTime(a.Key) {
			add(Remark{What: asked(a) + ": no time of day", Hint: timeHint(a.Key)})
			continue
		}
		add(Remark{What: asked(a) + ": no such thing", Hint: thereAre(featureClauses(a.Key), "")})
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
	case query.IsFact(a.Key) && !x.has(a) && !a.IsHalfTyped():
		what := asked(a) + ": " + x.none(a)
		return []Remark{{What: what, Hint: x.hint(a), Explains: r.Len() == 0 && !a.Not}}
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
// advice is not to tell it.
func (r *Results) remarkOnTime(i int) []Remark {
	g, clauses := r.Query.Groups[i], r.Query.Clauses()
	clause, certain := g.TimeClause()
	if !certain || r.Len() == 0 || r.Weak || !r.engine.facts.has(query.Parse(clause).Groups[0].Atoms[0]) {
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

// factNouns holds the noun that each field word for a fact stands for.
var factNouns = map[string]string{
	"day": "day", "time": "time", "after": "time", "before": "time", "lang": "language", "type": "type", "conference": "conference", "source": "file", "is": "thing", "has": "thing", "note": "note",
}

// has reports whether a fact is true of any talk.
func (x *facts) has(a query.Atom) bool { return slices.ContainsFunc(x.talks, x.condition(a).holds) }

// none says that a fact is true of no talk.
func (x *facts) none(a query.Atom) string {
	switch at := x.now().Format("Mon 2006-01-02 15:04"); {
	case a.Key == "is" && a.Feature() == query.Now:
		return "no talk runs at " + at
	case a.Key == "is" && a.Feature() == query.Next:
		return "no talk starts after " + at
	case query.IsTime(a.Key):
		return "no talk here is given then"
	}
	if a.Mark() != "" {
		return "no talk here has this mark"
	}
	return "no such " + factNouns[a.Key] + " here"
}

// hint tells which values of a fact the talks have.
func (x *facts) hint(a query.Atom) string {
	key := a.Key
	switch feature := a.Feature(); {
	case key == "day":
		return x.daysHint()
	case key == "is" && (feature == query.Now || feature == query.Next):
		return x.datesHint()
	case query.IsTime(key):
		return x.timesHint()
	case key == "is", key == "has":
		return thereAre(slices.DeleteFunc(featureClauses(key), func(clause string) bool {
			_, value, _ := strings.Cut(clause, ":")
			return !x.has(query.Atom{Key: key, Text: value})
		}), "")
	}
	counts := make(map[string]int)
	for _, t := range x.talks {
		if value := factText(t, key); isAskable(value) {
			counts[value]++
		}
	}
	values := newFacet(facetRow{key: key}, counts).Values
	slices.SortStableFunc(values, func(a, b FacetValue) int { return cmp.Compare(b.Count, a.Count) })
	var clauses []string
	for _, v := range values {
		clauses = append(clauses, query.Clause(key, v.Text))
	}
	return thereAre(clauses, "no talk here has a "+factNouns[key])
}

// maxValues is how many values of a field word are named at most.
const maxValues = 4

func thereAre(clauses []string, none string) string {
	switch n := len(clauses); {
	case n == 0:
		return none
	case n == 1:
		return "there is " + clauses[0]
	case n > maxValues:
		clauses = append(clauses[:maxValues:maxValues], "and others")
	}
	return "there are " + strings.Join(clauses, ", ")
}

// featureClauses returns what can be asked of is: or has:.
func featureClauses(key string) []string {
	clauses := query.Features(key)
	for i, f := range clauses {
		clauses[i] = key + ":" + f
	}
	return clauses
}

// timeHint tells what a field word for times takes.
func timeHint(key string) string {
	if key == "time" {
		return "times are 14:00, 14, " + strings.Join(query.Parts(), ", ")
	}
	return "times are 14:00, 14, or 25:30 in the night"
}

// timesHint tells from when until when talks start.
func (x *facts) timesHint() string {
	first, last, some := time.Duration(0), time.Duration(0), false
	for _, t := range x.talks {
		if start, known := t.Slot.Clock(x.clock.Zone); known {
			if !some {
				first, last, some = start, start, true
			}
			first, last = min(first, start), max(last, start)
		}
	}
	if !some {
		return "no talk here has a time"
	}
	return "they start from " + clockText(first) + " to " + clockText(last)
}

// clockText writes a time of day as a query has it.
func clockText(d time.Duration) string {
	return fmt.Sprintf("%02d:%02d", int(d.Hours()), int(d.Minutes())%60)
}

// daysHint tells when the talks are: on which weekdays, and on which dates.
func (x *facts) daysHint() string {
	dates, on := x.dates()
	if dates == "" {
		return "no talk here has a day"
	}
	var days []string
	for i := range 7 {
		if d := time.Weekday((i + 1) % 7); on[d] { // from Monday on
			days = append(days, "day:"+strings.ToLower(d.String()))
		}
	}
	return thereAre(days, "") + " (" + dates + ")"
}

// datesHint tells on which dates the talks are.
func (x *facts) datesHint() string {
	dates, _ := x.dates()
	if dates == "" {
		return "no talk here has a time"
	}
	return "the talks are on " + dates
}

// dates returns the first and the last date of all talks, and their weekdays.
func (x *facts) dates() (text string, on [7]bool) {
	var first, last time.Time
	for _, t := range x.talks {
		day := t.Slot.Date()
		if day.IsZero() {
			continue
		}
		on[day.Weekday()] = true
		if first.IsZero() || day.Before(first) {
			first = day
		}
		if day.After(last) {
			last = day
		}
	}
	if first.IsZero() {
		return "", on
	}
	text = first.Format(time.DateOnly)
	if last.After(first) {
		text += " to " + last.Format(time.DateOnly)
	}
	return text, on
}
