package tui

import (
	"cmp"
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
	byDefault sorting = iota // what is natural: see natural
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

// resort takes up the order for another query: what is looked through keeps
// the order chosen for it, what is looked for comes by relevance.
func (m *Model) resort(before string) {
	was, is := query.Parse(before).Narrows(), query.Parse(m.query()).Narrows()
	switch {
	case was && !is:
		m.browsing, m.sorting = m.sorting, byDefault
	case is && !was:
		m.sorting = m.browsing
	}
}

// nextSorting goes to the next order; the cursor stays on a talk that the
// reader chose.
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
	stay := m.chosenTalk()
	m.order = m.sorted()
	m.relist(max(m.findTalk(stay), 0))
	return nil
}

// at is the place in the results of the hit that the list shows at place i.
func (m *Model) at(i int) int {
	if m.order == nil {
		return i
	}
	return int(m.order[i])
}

// sorted puts the hits in the order that was chosen: for each place of the
// list, a place in the results; nil where that is the order they have. Talks
// that are equal stay as they are.
func (m *Model) sorted() []int32 {
	var keys []string
	less := func(*catalog.Talk, *catalog.Talk) int { return 0 }
	switch m.sorting {
	case byTitle:
		keys = m.lowered(func(t *catalog.Talk) string { return strings.TrimLeftFunc(t.Title, isSign) })
	case byTrack:
		keys = m.lowered(func(t *catalog.Talk) string { return t.Slot.Track })
		less = compareStart
	case byTime:
		less = compareStart
	default:
		if m.sorting == byRelevance || m.natural() == byRelevance {
			return nil
		}
		less = compareStart
	}
	n := m.hits()
	talks := make([]*catalog.Talk, n)
	order := make([]int32, n)
	for i := range order {
		talks[i], order[i] = m.foundTalk(i), int32(i)
	}
	byLess := func(a, b int32) int {
		if keys != nil && keys[a] != keys[b] {
			return cmp.Compare(keys[a], keys[b])
		}
		return less(talks[a], talks[b])
	}
	if slices.IsSortedFunc(order, byLess) {
		return nil
	}
	slices.SortStableFunc(order, byLess)
	return order
}

// lowered is a field of all hits, in the order of the results, in lower case.
func (m *Model) lowered(field func(*catalog.Talk) string) []string {
	keys := make([]string, m.hits())
	for i := range keys {
		keys[i] = strings.ToLower(field(m.foundTalk(i)))
	}
	return keys
}

// isSign says that a title is not to be looked for by r: a quote, a bracket.
func isSign(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }

// compareStart puts what has no time behind what has one.
func compareStart(a, b *catalog.Talk) int {
	switch {
	case a.Slot.Start.IsZero() || b.Slot.Start.IsZero():
		return cmp.Compare(asBit(a.Slot.Start.IsZero()), asBit(b.Slot.Start.IsZero()))
	default:
		return a.Slot.Start.Compare(b.Slot.Start)
	}
}

func asBit(b bool) int {
	if b {
		return 1
	}
	return 0
}
