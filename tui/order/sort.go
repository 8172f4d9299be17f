package order

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"
	"unicode"

	"talks/catalog"
)

// A key is what talks are compared by, in this order.
type key struct {
	first int64  // the year, or the last day of the conference, the latest first
	name  string // the title, or the group; that of those without one is lastName
	clock int64
	hour  int64 // see hourKey
}

const lastName = "\U0010ffff"

// Sort puts talks in an order other than that of relevance, by the clocks of a
// zone (nil: each talk's own). Places has, for each index of the list, an index of
// the talks; it is nil where that is the order they have. Headings are the indexes
// of the list above which a heading stands. Talks of one title or group are sorted
// by time, others that are equal stay as they are. All are those of the catalog, of
// which the talks may be some; spread is that of the talks.
func Sort(talks Talks, by By, zone *time.Location, spread Spread, all []*catalog.Talk) (places, headings []int32) {
	keys := sortKeys(talks, by, zone, firsts(by, spread, all))
	places = make([]int32, len(keys))
	for i := range places {
		places[i] = int32(i)
	}
	compare := func(a, b int32) int {
		a1, b1 := &keys[a], &keys[b]
		return cmp.Or(cmp.Compare(a1.first, b1.first), cmp.Compare(a1.name, b1.name), cmp.Compare(a1.clock, b1.clock), cmp.Compare(a1.hour, b1.hour))
	}
	isSorted := slices.IsSortedFunc(places, compare)
	if !isSorted {
		slices.SortStableFunc(places, compare)
	}
	if by != Title {
		headings = headingsOf(keys, places)
	}
	if isSorted {
		places = nil
	}
	return places, headings
}

// headingsOf are the indexes at which another group or hour begins. If nothing
// is known of any talk there are none.
func headingsOf(keys []key, places []int32) (headings []int32) {
	for i, k := range places {
		if i == 0 || keys[k].name != keys[places[i-1]].name || keys[k].hour != keys[places[i-1]].hour {
			headings = append(headings, int32(i))
		}
	}
	if len(headings) == 1 && (keys[0].name == lastName || keys[0].hour == noHour) {
		return nil
	}
	return headings
}

func sortKeys(talks Talks, by By, zone *time.Location, first func(*catalog.Talk) int64) []key {
	keys := make([]key, talks.Len())
	name := by.Group
	if by == Title {
		name = func(t *catalog.Talk) string { return strings.TrimLeftFunc(t.Title, isIgnored) }
	}
	for i := range keys {
		t := talks.Talk(i)
		k := &keys[i]
		k.first, k.clock = first(t), clockOf(t, zone)
		if by == Time {
			k.hour = hourKey(t, k.clock)
			continue
		}
		k.name = strings.ToLower(name(t))
		if k.name == "" {
			k.name = lastName
		}
	}
	return keys
}

// firsts is what talks are sorted by before anything else.
func firsts(by By, spread Spread, all []*catalog.Talk) func(*catalog.Talk) int64 {
	switch {
	case by == Time && spread.Years():
		return func(t *catalog.Talk) int64 { return -int64(t.Slot.Date().Year()) }
	case by == Conference:
		last := make(map[string]int64)
		for _, t := range all {
			last[by.Group(t)] = min(last[by.Group(t)], -t.Slot.Date().Unix())
		}
		return func(t *catalog.Talk) int64 { return last[by.Group(t)] }
	}
	return func(*catalog.Talk) int64 { return 0 }
}

// noHour is the hour of a talk of which neither time nor day are known.
const noHour = math.MaxInt64

// hourKey is the hour at which a talk begins on its day of the conference, as a
// number that no other hour has; for a talk without a time it is that of its day.
func hourKey(t *catalog.Talk, clock int64) int64 {
	const hours = 32 // more than a day has
	date := t.Slot.Date()
	switch day := date.Unix() / 86400 * hours; {
	case date.IsZero():
		return noHour
	case t.Slot.Start.IsZero() || t.Slot.AllDay:
		return day + hours - 1
	default:
		return day + clock/3600%24
	}
}

// isIgnored reports whether r is ignored at the start of a title when titles are
// sorted: a quote, a bracket.
func isIgnored(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }

// clockOf is what talks are sorted by in order of time: the seconds on the clock
// by which the list shows the start, so that times without a zone find their
// place among the others. A talk without a start comes last.
func clockOf(t *catalog.Talk, zone *time.Location) int64 {
	if t.Slot.Start.IsZero() {
		return math.MaxInt64
	}
	return catalog.OnWall(t.Slot.In(zone)).Unix()
}
