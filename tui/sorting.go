package tui

import (
	"cmp"
	"math"
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
	byRelevance
	sortings
)

func (s sorting) String() string {
	return [...]string{"default", "time", "title", "track", "relevance"}[s]
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

// nextSorting goes to the next order.
func (m *Model) nextSorting() tea.Cmd {
	natural := m.natural()
	if m.sorting == byDefault {
		m.sorting = natural
	}
	if m.sorting++; m.sorting == sortings || m.sorting == byRelevance && natural == byTime {
		m.sorting = byTime
	}
	m.notice = "sorted by " + m.sorting.String()
	if m.sorting == natural {
		m.sorting = byDefault
	}
	m.relist(m.chosenTalk())
	return nil
}

// sorted puts the hits in the order that was chosen: for each index of the
// list, an index of the results; nil where that is the order they have. Talks
// of equal titles or tracks are sorted by time, others that are equal stay as
// they are.
func (m *Model) sorted() []int32 {
	var key func(*catalog.Talk) string
	switch by := m.sorting; {
	case by == byRelevance, by == byDefault && m.natural() == byRelevance:
		return nil
	case by == byTitle:
		key = func(t *catalog.Talk) string { return strings.TrimLeftFunc(t.Title, isIgnored) }
	case by == byTrack:
		key = func(t *catalog.Talk) string { return t.Slot.Track }
	}
	n := m.hits()
	clocks, keys, order := make([]int64, n), make([]string, n), make([]int32, n)
	for i := range order {
		t := m.ranked(i)
		clocks[i], order[i] = m.clockOf(t), int32(i)
		if key != nil {
			keys[i] = strings.ToLower(key(t))
		}
	}
	compare := func(a, b int32) int {
		return cmp.Or(cmp.Compare(keys[a], keys[b]), cmp.Compare(clocks[a], clocks[b]))
	}
	if slices.IsSortedFunc(order, compare) {
		return nil
	}
	slices.SortStableFunc(order, compare)
	return order
}

// nearFrom is the index in the list from which on all talks are near misses, so
// that a rule parts them from those before; 0 if nothing is to be parted.
func (m *Model) nearFrom() int {
	if m.results == nil || m.results.Weak || m.order != nil {
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
