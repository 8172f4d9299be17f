package facts

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"talks/catalog/search/query"
)

// nouns holds the noun that each field word for a fact stands for.
var nouns = map[string]string{
	"day": "day", "time": "time", "after": "time", "before": "time", "lang": "language", "type": "type", "conference": "conference", "source": "file", "is": "thing", "has": "thing", "note": "note", "friend": "friend",
}

// Unknown says that an atom asks for what no fact can be, and what can be asked.
func Unknown(a query.Atom) (what, hint string) {
	if query.IsTime(a.Key) {
		return "no time of day", timeHint(a.Key)
	}
	return "no such thing", thereAre(featureClauses(a.Key), "")
}

// Any reports whether a fact is true of any talk.
func (x *Facts) Any(a query.Atom) bool {
	return slices.ContainsFunc(x.catalog.Talks, x.Condition(a).Holds)
}

// None says that a fact is true of no talk.
func (x *Facts) None(a query.Atom) string {
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
	return "no such " + nouns[a.Key] + " here"
}

// Hint tells which values of a fact the talks have.
func (x *Facts) Hint(a query.Atom) string {
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
			return !x.Any(query.Atom{Key: key, Text: value})
		}), "")
	}
	counts := make(map[string]int)
	for _, t := range x.catalog.Talks {
		if value := valueOf(t, key); isAskable(value) {
			counts[value]++
		}
	}
	values := newFacet(facetRow{key: key}, counts).Values
	slices.SortStableFunc(values, func(a, b Value) int { return cmp.Compare(b.Count, a.Count) })
	var clauses []string
	for _, v := range values {
		clauses = append(clauses, query.Clause(key, v.Text))
	}
	return thereAre(clauses, "no talk here has a "+nouns[key])
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
func (x *Facts) timesHint() string {
	first, last, some := time.Duration(0), time.Duration(0), false
	for _, t := range x.catalog.Talks {
		if start, known := t.Slot.Clock(x.Clock.Zone); known {
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
func (x *Facts) daysHint() string {
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
func (x *Facts) datesHint() string {
	dates, _ := x.dates()
	if dates == "" {
		return "no talk here has a time"
	}
	return "the talks are on " + dates
}

// dates returns the first and the last date of all talks, and their weekdays.
func (x *Facts) dates() (text string, on [7]bool) {
	var first, last time.Time
	for _, t := range x.catalog.Talks {
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
