package facts

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"talks/catalog"
	"talks/catalog/search/query"
)

// A Facet is a property by which talks can be told apart, with the values that
// it has among them.
type Facet struct {
	Key    string // the field word that asks for it: "track", "speaker", …
	Name   string // what its values are called together: "tracks", …
	Values []Value
}

// A Value is one value of a facet: its text as the talks have it (a day
// of the conference as 2006-01-02; a time as a part of the day or as the hour,
// 09), and how many talks have it.
type Value struct {
	Text  string
	Count int
}

// String returns the facet as "track: Go 2, Rust 1".
func (f Facet) String() string {
	values := make([]string, len(f.Values))
	for i, v := range f.Values {
		values[i] = fmt.Sprint(v.Text, " ", v.Count)
	}
	return f.Key + ": " + strings.Join(values, ", ")
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
		{"day", "days", addDay},
		{"time", "times", func(t *catalog.Talk, add func(string)) { addTime(t, zone, add) }},
		{"track", "tracks", func(t *catalog.Talk, add func(string)) { add(t.Slot.Track) }},
		{"room", "rooms", func(t *catalog.Talk, add func(string)) { add(t.Slot.Room) }},
		{"speaker", "speakers", addSpeakers},
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

// FacetKeys returns the field words of all facets, in the order in which they are
// offered.
func FacetKeys() []string {
	var keys []string
	for _, row := range facetRows(nil) {
		keys = append(keys, row.key)
	}
	return keys
}

// cancelPace is how many talks are counted between two looks at the context.
const cancelPace = 1024

// Facet counts the values of a facet that talks have; ok is false if ctx is
// cancelled.
func (x *Facts) Facet(ctx context.Context, key string, talks iter.Seq[*catalog.Talk]) (f Facet, ok bool) {
	rows := facetRows(x.Clock.Zone)
	row := rows[slices.IndexFunc(rows, func(r facetRow) bool { return r.key == key })]
	counts, n := make(map[string]int), 0
	for t := range talks {
		if n++; n%cancelPace == 1 && ctx.Err() != nil {
			return Facet{}, false
		}
		row.values(t, func(value string) {
			if isAskable(value) {
				counts[value]++
			}
		})
	}
	return newFacet(row, counts), true
}

// newFacet returns a facet with the values that were counted.
func newFacet(row facetRow, counts map[string]int) Facet {
	f := Facet{Key: row.key, Name: row.name}
	for text, n := range counts {
		f.Values = append(f.Values, Value{Text: text, Count: n})
	}
	if f.Key == "source" {
		f.Values = baseNames(f.Values)
	}
	f.sort()
	return f
}

// sort puts the values into the order in which they are offered: by time or by
// name, where numbers count as such.
func (f *Facet) sort() {
	type ranked struct {
		Value
		rank string
	}
	list := make([]ranked, len(f.Values))
	for i, v := range f.Values {
		rank := padNumbers(strings.ToLower(v.Text))
		if f.Key == "time" {
			rank = fmt.Sprintf("%02d", timeRank(v.Text))
		}
		list[i] = ranked{v, rank}
	}
	slices.SortFunc(list, func(a, b ranked) int {
		if c := strings.Compare(a.rank, b.rank); c != 0 {
			return c
		}
		return strings.Compare(a.Text, b.Text)
	})
	for i, v := range list {
		f.Values[i] = v.Value
	}
}

// Parts reports whether the facet tells some hits from others.
func (f *Facet) Parts(hits int) bool {
	return len(f.Values) > 1 || len(f.Values) == 1 && f.Values[0].Count < hits
}

// Keep adds values that were offered before, or are chosen, and that nothing has.
func (f *Facet) Keep(before []Facet, chosen []string) {
	n, known := len(f.Values), make(map[string]bool, len(f.Values))
	for _, v := range f.Values {
		known[v.Text] = true
	}
	add := func(value string) {
		if !known[value] {
			known[value] = true
			f.Values = append(f.Values, Value{Text: value})
		}
	}
	for _, b := range before {
		if b.Key == f.Key {
			for _, v := range b.Values {
				add(v.Text)
			}
		}
	}
	for _, v := range chosen {
		add(v)
	}
	if len(f.Values) > n {
		f.sort()
	}
}

const digits = "0123456789"

// padNumbers makes the numbers of a text equally long, so that 9 comes before 10.
func padNumbers(s string) string {
	if !strings.ContainsAny(s, digits) {
		return s
	}
	var b strings.Builder
	for s != "" {
		text := strings.IndexAny(s, digits)
		if text < 0 {
			text = len(s)
		}
		number := len(s[text:]) - len(strings.TrimLeft(s[text:], digits))
		b.WriteString(s[:text])
		b.WriteString("        "[min(number, 8):])
		b.WriteString(s[text : text+number])
		s = s[text+number:]
	}
	return b.String()
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

// baseNames takes the folders off file names that stay apart without them.
func baseNames(values []Value) []Value {
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
