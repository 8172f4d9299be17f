package tui

import (
	"cmp"
	"math"
	"path"
	"slices"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/catalog/search/query"
)

// sorting is the order of the list.
type sorting uint8

const (
	byDefault sorting = iota // see natural
	byTime
	byTitle
	byTrack
	byRoom
	byConference
	byRelevance
	sortings
)

func (s sorting) String() string {
	return [...]string{"default", "time", "title", "track", "room", "conference", "relevance"}[s]
}

// natural is the order that nobody had to choose: hits by relevance, a whole
// catalog, or one day or track of it, by time.
func (m *Model) natural() sorting {
	if m.results != nil && !m.results.Query.Narrows() {
		return byRelevance
	}
	return byTime
}

// resort chooses the order for another query: one that only filters keeps the
// chosen order, one that searches for words sorts by relevance.
func (m *Model) resort(before string) {
	was, is := query.Parse(before).Narrows(), query.Parse(m.query()).Narrows()
	switch {
	case was && !is:
		m.browsing, m.sorting = m.sorting, byDefault
	case is && !was:
		m.sorting = m.browsing
	}
}

// sortedBy is the order that the list has.
func (m *Model) sortedBy() sorting {
	if m.sorting == byDefault {
		return m.natural()
	}
	return m.sorting
}

// nextSorting goes some orders on, or back, among those that make a difference.
func (m *Model) nextSorting(by int) tea.Cmd {
	s := m.sortedBy()
	for {
		s = 1 + (s-1+sorting(by+int(sortings)-1))%(sortings-1)
		if m.isOffered(s) {
			break
		}
	}
	m.notice = "sorted by " + s.String()
	if m.sorting = s; s == m.natural() {
		m.sorting = byDefault
	}
	m.relist(m.chosenTalk())
	return nil
}

func (m *Model) isOffered(s sorting) bool {
	has := func(field func(*catalog.Talk) string) bool {
		return slices.ContainsFunc(m.catalog.Talks, func(t *catalog.Talk) bool { return field(t) != "" })
	}
	switch s {
	case byTrack, byRoom:
		return has(groupName(s))
	case byConference:
		return m.mixed
	case byRelevance:
		return m.natural() == byRelevance
	}
	return true
}

// groupName gives the name of the group of talks that a talk stands in, "" where
// an order has no such names.
func groupName(s sorting) func(*catalog.Talk) string {
	switch s {
	case byTrack:
		return func(t *catalog.Talk) string { return t.Slot.Track }
	case byRoom:
		return func(t *catalog.Talk) string { return t.Slot.Room }
	case byConference:
		return conferenceOf
	}
	return func(*catalog.Talk) string { return "" }
}

// conferenceOf is what a talk belongs to: its conference, else the file that it is from.
func conferenceOf(t *catalog.Talk) string {
	if t.Conference == "" && t.Source.File != "" {
		return path.Base(t.Source.File)
	}
	return t.Conference
}

// A sortKey is what talks are compared by, in this order.
type sortKey struct {
	first int64  // the year, or the last day of the conference, the latest first
	name  string // the title, or the group; that of those without one is lastName
	clock int64
	hour  int64 // see hourKey
}

const lastName = "\U0010ffff"

// sorted puts the hits in the order that was chosen. Order has, for each index
// of the list, an index of the results; it is nil where that is the order they
// have. Headings are the indexes of the list above which a heading stands. Talks
// of one title or group are sorted by time, others that are equal stay as they are.
func (m *Model) sorted() (order, headings []int32) {
	by := m.sortedBy()
	if by == byRelevance {
		if from := m.nearFrom(); from > 0 {
			headings = []int32{int32(from)}
		}
		return nil, headings
	}
	keys := m.sortKeys(by)
	order = make([]int32, len(keys))
	for i := range order {
		order[i] = int32(i)
	}
	compare := func(a, b int32) int {
		a1, b1 := &keys[a], &keys[b]
		return cmp.Or(cmp.Compare(a1.first, b1.first), cmp.Compare(a1.name, b1.name), cmp.Compare(a1.clock, b1.clock), cmp.Compare(a1.hour, b1.hour))
	}
	isSorted := slices.IsSortedFunc(order, compare)
	if !isSorted {
		slices.SortStableFunc(order, compare)
	}
	if by != byTitle {
		headings = headingsOf(keys, order)
	}
	if isSorted {
		order = nil
	}
	return order, headings
}

// headingsOf are the indexes at which another group or hour begins. If nothing
// is known of any talk there are none.
func headingsOf(keys []sortKey, order []int32) (headings []int32) {
	for i, k := range order {
		if i == 0 || keys[k].name != keys[order[i-1]].name || keys[k].hour != keys[order[i-1]].hour {
			headings = append(headings, int32(i))
		}
	}
	if len(headings) == 1 && (keys[0].name == lastName || keys[0].hour == noHour) {
		return nil
	}
	return headings
}

func (m *Model) sortKeys(by sorting) []sortKey {
	keys := make([]sortKey, m.hits())
	first := m.firsts(by)
	name := groupName(by)
	if by == byTitle {
		name = func(t *catalog.Talk) string { return strings.TrimLeftFunc(t.Title, isIgnored) }
	}
	for i := range keys {
		t := m.ranked(i)
		k := &keys[i]
		k.first, k.clock = first(t), m.clockOf(t)
		if by == byTime {
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
func (m *Model) firsts(by sorting) func(*catalog.Talk) int64 {
	switch {
	case by == byTime && m.spread.years():
		return func(t *catalog.Talk) int64 { return -int64(t.Slot.Date().Year()) }
	case by == byConference:
		last := make(map[string]int64)
		for _, t := range m.catalog.Talks {
			last[conferenceOf(t)] = min(last[conferenceOf(t)], -t.Slot.Date().Unix())
		}
		return func(t *catalog.Talk) int64 { return last[conferenceOf(t)] }
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

// nearFrom is the place from which on all hits are near misses, so that a rule
// parts them from those before; 0 if nothing is to be parted.
func (m *Model) nearFrom() int {
	if m.results == nil || m.results.Weak {
		return 0
	}
	if n := m.results.NearFrom(); n < m.hits() {
		return n
	}
	return 0
}

// isIgnored reports whether r is ignored at the start of a title when titles are
// sorted: a quote, a bracket.
func isIgnored(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }

// clockOf is what talks are sorted by in order of time: the seconds on the clock
// by which the list shows the start, so that times without a zone find their
// place among the others. A talk without a start comes last.
func (m *Model) clockOf(t *catalog.Talk) int64 {
	if t.Slot.Start.IsZero() {
		return math.MaxInt64
	}
	start := t.Slot.In(m.zone)
	_, offset := start.Zone()
	return start.Unix() + int64(offset)
}
