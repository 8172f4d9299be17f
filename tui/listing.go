package tui

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/catalog/search"
	"talks/catalog/search/query"
	"talks/tui/kept"
	"talks/tui/layout"
	"talks/tui/list"
	"talks/tui/order"
	"talks/tui/row"
	"talks/tui/text"
)

// listing is what the list shows: which talks, in which order, in which rows.
type listing struct {
	sorting  order.By
	browsing order.By     // what sorting was before the query searched for words
	places   []int32      // index in the results of each talk in the list; nil: the same
	spread   order.Spread // of the talks in the list
	columns  row.Columns  // of the list

	explained map[int]search.Hit // of the results, those that were shown, by rank
	rows      map[int]*row.Row   // of the list, those drawn since any of this, or the window, changed
}

// talks are those in the list, in no order but their own.
func (m *Model) talks() order.Talks {
	if m.results == nil {
		return order.Whole(m.visible)
	}
	return m.results
}

// hits is the number of talks in the list.
func (m *Model) hits() int {
	if m.results == nil {
		return len(m.visible)
	}
	return m.results.Len()
}

// ranked is the talk at index i of the results.
func (m *Model) ranked(i int) *catalog.Talk {
	if m.results == nil {
		return m.visible[i]
	}
	return m.results.Talk(i)
}

// rank is the index in the results of the talk at index i of the list.
func (m *Model) rank(i int) int {
	if m.places == nil {
		return i
	}
	return int(m.places[i])
}

// talk returns the talk at index i of the list.
func (m *Model) talk(i int) *catalog.Talk { return m.ranked(m.rank(i)) }

// current is the talk under the cursor, nil in an empty list.
func (m *Model) current() *catalog.Talk {
	if m.hits() == 0 {
		return nil
	}
	return m.talk(m.list.Cursor())
}

// hit returns the talk at index i of the list, with why the query found it.
// That is worked out once. What only filters, as a track does, is no reason: all
// hits have it.
func (m *Model) hit(i int) search.Hit {
	if m.results == nil {
		return search.Hit{Talk: m.talk(i)}
	}
	rank := m.rank(i)
	hit, ok := m.explained[rank]
	if !ok {
		hit = m.results.Explain(rank)
		hit.Spans = slices.DeleteFunc(hit.Spans, func(s search.Span) bool { return m.results.Query.Filters(s.Field) })
		m.explained[rank] = hit
	}
	return hit
}

// row returns what the list shows at index i, in a list of width cells.
func (m *Model) row(i, width int) *row.Row {
	if r, ok := m.rows[i]; ok {
		return r
	}
	s := row.Setting{Columns: m.columns, Mixed: m.mixed, Zone: m.zone, Width: width, Method: m.method, Glyphs: &m.glyphs}
	if m.results != nil {
		s.Asked = true
	}
	hit := m.hit(i)
	s.Friends = kept.Friends(m.friendsOf(hit.Talk), &m.glyphs)
	if m.isBelowRule(i) {
		hit.Lacks = nil
	}
	r := row.New(s, hit)
	if m.rows == nil {
		m.rows = make(map[int]*row.Row)
	}
	m.rows[i] = r
	return r
}

// isBelowRule reports whether all talks about index i lack words, and it says so
// above them.
func (m *Model) isBelowRule(i int) bool {
	if m.results == nil || m.results.Weak {
		return true
	}
	_, below := m.list.Section(i)
	return below && m.sortedBy() == order.Relevance
}

// extraLines is how many lines the talk at index i takes, while the cursor is on
// it, besides its title and a second line.
func (m *Model) extraLines(i int) int { return m.row(i, m.layout().List.W).Extra() }

// relist sorts and shows changed hits. The cursor stays on a talk if it is still
// there; otherwise it goes to the best hit.
func (m *Model) relist(stay *catalog.Talk) {
	m.rows = nil
	m.spread = order.SpreadOf(m.talks(), m.zone)
	var headings []int32
	if m.sortedBy() == order.Relevance {
		m.places, headings = nil, m.rule()
	} else {
		m.places, headings = order.Sort(m.talks(), m.sortedBy(), m.zone, m.spread, m.catalog.Talks)
	}
	m.columns = row.NewColumns(m.sortedBy(), len(headings) > 0, m.talks(), m.spread, m.method)
	m.readerOpen = m.readerOpen && m.hits() > 0
	at := m.indexOf(stay)
	if at < 0 && m.inPlace {
		at = m.list.Cursor()
	}
	m.inPlace = false
	m.list.SetItems(m.hits(), at, headings...)
	m.resize() // the banner may have changed its height
	m.showTalk()
	m.resume()
}

// choseTalk takes note that the user means the talk under the cursor.
func (m *Model) choseTalk() { m.chosen, m.retyped = m.current(), false }

// chosenTalk is the talk that the cursor should stay on, nil if it belongs on the
// best hit: what words find is more than what was chosen before they were typed.
func (m *Model) chosenTalk() *catalog.Talk {
	if m.retyped && wordsOf(m.typed.Query) != "" {
		return nil
	}
	return m.chosen
}

// indexOf is the index of a talk in the list, -1 where it is not.
func (m *Model) indexOf(t *catalog.Talk) int {
	if t == nil {
		return -1
	}
	for i := range m.hits() {
		if m.talk(i).ID == t.ID {
			return i
		}
	}
	return -1
}

// natural is the order that nobody had to choose: hits by relevance, a whole
// catalog, or one day or track of it, by time.
func (m *Model) natural() order.By {
	if m.results != nil && !m.results.Query.Narrows() {
		return order.Relevance
	}
	return order.Time
}

// resort chooses the order for another query: one that only filters keeps the
// chosen order, one that searches for words sorts by relevance.
func (m *Model) resort(before query.Query) {
	was, is := before.Narrows(), m.typed.Narrows()
	switch {
	case was && !is:
		m.browsing, m.sorting = m.sorting, order.Default
	case is && !was:
		m.sorting = m.browsing
	}
}

// sortedBy is the order that the list has.
func (m *Model) sortedBy() order.By {
	if m.sorting == order.Default {
		return m.natural()
	}
	return m.sorting
}

// nextSorting goes some orders on, or back, among those that make a difference.
func (m *Model) nextSorting(by int) tea.Cmd {
	s := m.sortedBy().Next(by)
	for !m.isOffered(s) {
		s = s.Next(by)
	}
	m.notice = "sorted by " + s.String()
	if m.sorting = s; s == m.natural() {
		m.sorting = order.Default
	}
	m.relist(m.chosenTalk())
	return nil
}

func (m *Model) isOffered(by order.By) bool {
	switch by {
	case order.Track, order.Room:
		return slices.ContainsFunc(m.catalog.Talks, func(t *catalog.Talk) bool { return by.Group(t) != "" })
	case order.Conference:
		return m.mixed
	case order.Relevance:
		return m.natural() == order.Relevance
	}
	return true
}

// rule is the index above which a rule parts near misses from the hits before them,
// if there are both.
func (m *Model) rule() []int32 {
	if m.results == nil || m.results.Weak {
		return nil
	}
	if n := m.results.NearFrom(); n > 0 && n < m.hits() {
		return []int32{int32(n)}
	}
	return nil
}

// drawList draws row y of the window in the list.
func (m *Model) drawList(to *text.Row, pane layout.Rect, y int) {
	i, line, ok := m.list.At(y - pane.Y)
	switch {
	case !ok:
		return
	case line == list.Heading:
		m.drawHeading(to, i, pane.W, y == pane.Y)
		return
	}
	r, sign := m.row(i, pane.W), ""
	if line == 0 {
		sign = kept.Sign(m.markOf(m.talk(i)), &m.glyphs)
	}
	if i == m.list.Cursor() {
		r.DrawSelected(to, line, m.list.Tall(), sign, &m.theme)
		return
	}
	to.AddDrawn(r.Line(line, sign, &m.theme), pane.W)
}

// drawHeading draws the heading above the talk at index i; on top of the list it
// says all that it stands for.
func (m *Model) drawHeading(to *text.Row, i, width int, onTop bool) {
	first, _ := m.list.Section(i)
	t, by, room := m.talk(first), m.sortedBy(), width-2
	heading := ""
	switch {
	case by == order.Relevance:
		m.drawRule(to, width-1)
		return
	case by != order.Time:
		heading = cmp.Or(by.Group(t), "no "+by.String())
	case onTop || first == 0 || !m.talk(first-1).Slot.Date().Equal(t.Slot.Date()):
		const gap = "   "
		heading = text.Join(order.Day(t, m.spread.Years(), room-len(gap+order.Hour(t, m.zone))), order.Hour(t, m.zone), gap)
	default:
		heading = cmp.Or(order.Hour(t, m.zone), "NO TIME")
	}
	to.Blank(1).AddTruncated(heading, room, m.glyphs.Ellipsis, m.theme.Heading, nil)
}

// drawRule draws the rule that parts the near misses from the talks above them, up
// to a column.
func (m *Model) drawRule(to *text.Row, end int) {
	line := strings.Repeat(m.glyphs.Rule, 2) + " closest, not all words "
	to.Blank(1).AddTruncated(line+strings.Repeat(m.glyphs.Rule, max(end-1-m.cells(line), 0)), end-1, m.glyphs.Rule, m.theme.Faint, nil)
}
