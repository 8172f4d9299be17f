package search

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"talks/catalog"
	"talks/catalog/search/query"
)

// A Facet is a property by which hits can be told apart, with the values that
// it has among them.
type Facet struct {
	Key    string // the field word that asks for it: "track", "speaker", …
	Name   string // what its values are called together: "tracks", …
	Values []FacetValue
}

// A FacetValue is one value of a facet: its text as the talks have it (a day
// of the conference as 2006-01-02; a time as a part of the day or as the hour,
// 09), and how many hits have it.
type FacetValue struct {
	Text  string
	Count int
}

// A facetRow is a facet that can be counted.
type facetRow struct {
	key, name string
	values    func(t *catalog.Talk, add func(string))
}

// facetRows is the table of facets, in the order in which they are offered. Times
// are those of a zone, as in Clock.
func facetRows(zone *time.Location) []facetRow {
	return []facetRow{
		{"track", "tracks", func(t *catalog.Talk, add func(string)) { add(t.Slot.Track) }},
		{"speaker", "speakers", addSpeakers},
		{"room", "rooms", func(t *catalog.Talk, add func(string)) { add(t.Slot.Room) }},
		{"day", "days", addDay},
		{"time", "times", func(t *catalog.Talk, add func(string)) { addTime(t, zone, add) }},
		{"lang", "languages", func(t *catalog.Talk, add func(string)) { add(t.Language) }},
		{"source", "sources", func(t *catalog.Talk, add func(string)) { add(t.Source.File) }},
	}
}

func addSpeakers(t *catalog.Talk, add func(string)) {
	for i, p := range t.Speakers {
		named := func(other catalog.Person) bool { return other.Name == p.Name }
		if !slices.ContainsFunc(t.Speakers[:i], named) {
			add(p.Name)
		}
	}
}

func addDay(t *catalog.Talk, add func(string)) {
	if day := t.Slot.Date(); !day.IsZero() {
		add(day.Format(time.DateOnly))
	}
}

// hours are the hours of a day, two digits each.
const hours = "000102030405060708091011121314151617181920212223"

// addTime adds the part of the day and the hour in which a talk starts.
func addTime(t *catalog.Talk, zone *time.Location, add func(string)) {
	start, known := t.Slot.Clock(zone)
	if !known {
		return
	}
	minute := int(start / time.Minute)
	add(query.PartOf(minute))
	hour := int((start+2*day)/time.Hour) % 24
	add(hours[2*hour : 2*hour+2])
}

// cancelPace is how many talks are counted between two looks at the context.
const cancelPace = 1024

// Facets counts the values that the hits have; see Facets.
func (r *Results) Facets(ctx context.Context) []Facet {
	return Facets(ctx, r.engine.facts.clock.Zone, func(yield func(*catalog.Talk) bool) {
		for i := range r.Len() {
			if !yield(r.Talk(i)) {
				return
			}
		}
	})
}

// Facets counts the values that talks have: the most frequent first, equals by
// name; days and hours in order of time. Hours are those of a zone's clock, as in
// Clock. A facet without any value is left out. The
// count goes through all talks, which takes its time; it is nil if ctx is
// cancelled.
func Facets(ctx context.Context, zone *time.Location, talks iter.Seq[*catalog.Talk]) []Facet {
	rows := facetRows(zone)
	counts := make([]map[string]int, len(rows))
	for i := range counts {
		counts[i] = make(map[string]int)
	}
	seen := 0
	for t := range talks {
		if seen++; seen%cancelPace == 1 && ctx.Err() != nil {
			return nil
		}
		for f, row := range rows {
			row.values(t, func(value string) {
				if isAskable(value) {
					counts[f][value]++
				}
			})
		}
	}
	var facets []Facet
	for i, row := range rows {
		if f := newFacet(row.key, counts[i]); len(f.Values) > 0 {
			f.Name = row.name
			facets = append(facets, f)
		}
	}
	return facets
}

// newFacet returns a facet with the values that were counted, in order.
func newFacet(key string, counts map[string]int) Facet {
	values := make([]FacetValue, 0, len(counts))
	for text, n := range counts {
		values = append(values, FacetValue{Text: text, Count: n})
	}
	if key == "source" {
		values = baseNames(values)
	}
	if key == "time" {
		slices.SortFunc(values, func(a, b FacetValue) int { return cmp.Compare(timeRank(a.Text), timeRank(b.Text)) })
	} else {
		sortValues(values, key == "day")
	}
	return Facet{Key: key, Values: values}
}

// firstHour is the hour with which a day begins where times are listed; those
// before it are of the night.
const firstHour = 6

// timeRank is the place of a time among others: the parts of the day come first.
func timeRank(value string) int {
	hour, err := strconv.Atoi(value)
	if err != nil {
		return slices.Index(query.Parts(), value)
	}
	return len(query.Parts()) + (hour-firstHour+24)%24
}

// isAskable reports whether a value has anything that a query can ask for.
func isAskable(value string) bool {
	return strings.ContainsFunc(value, func(r rune) bool {
		return r != '"' && r != '\\' && !unicode.IsSpace(r)
	})
}

// sortValues sorts values as they are offered.
func sortValues(values []FacetValue, byText bool) {
	type sortable struct {
		FacetValue
		lower string
	}
	list := make([]sortable, len(values))
	for i, v := range values {
		list[i] = sortable{v, strings.ToLower(v.Text)}
	}
	slices.SortFunc(list, func(a, b sortable) int {
		if a.Count != b.Count && !byText {
			return cmp.Compare(b.Count, a.Count)
		}
		return cmp.Or(cmp.Compare(a.lower, b.lower), cmp.Compare(a.Text, b.Text))
	})
	for i, v := range list {
		values[i] = v.FacetValue
	}
}

// baseNames takes the folders off file names that stay apart without them.
func baseNames(values []FacetValue) []FacetValue {
	base := func(file string) string { return file[strings.LastIndexAny(file, `/\`)+1:] }
	shared := make(map[string]int)
	for _, v := range values {
		shared[base(v.Text)]++
	}
	for i, v := range values {
		if name := base(v.Text); shared[name] == 1 && isAskable(name) {
			values[i].Text = name
		}
	}
	return values
}
