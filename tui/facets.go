package tui

import (
	"context"
	"fmt"
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"talks/catalog/search"
	"talks/catalog/search/query"
	"talks/tui/pick"
)

// A count of facets goes through all hits; it runs beside the screen.
type count struct {
	stamp   int // of the latest count
	cancel  context.CancelFunc
	awaited bool // the picker is open and nothing has been counted yet
	facets  []search.Facet
}

// facetNames are what the groups are called, by field word.
var facetNames = map[string]string{
	"track": "tracks", "speaker": "speakers", "room": "rooms",
	"day": "days", "lang": "languages", "source": "sources",
}

// startFacets shows what the hits can be narrowed down to.
func (m *Model) startFacets() tea.Cmd {
	m.startPick(pickingFacets, "filter by", "counting"+m.glyphs.Ellipsis, nil)
	m.count.awaited = true
	return m.recount()
}

// recount counts, unless the hits of the query are still to come: then
// takeResults calls again.
func (m *Model) recount() tea.Cmd {
	m.stopCounting()
	if m.picking != pickingFacets || m.pending {
		return nil
	}
	ctx, cancel := context.WithCancel(context.Background())
	m.count.cancel = cancel
	return countFacets(ctx, m.catalog, m.results, m.count.stamp)
}

func (m *Model) stopCounting() {
	m.count.stamp++
	if m.count.cancel != nil {
		m.count.cancel()
		m.count.cancel = nil
	}
}

func (m *Model) takeFacets(msg counted) tea.Cmd {
	if msg.stamp != m.count.stamp || m.picking != pickingFacets {
		return nil
	}
	m.stopCounting()
	m.count.facets = msg.facets
	m.picker.SetGroups("nothing to filter by", facetGroups(msg.facets))
	m.count.awaited = false
	return m.catchUp()
}

func facetGroups(list []search.Facet) []pick.Group {
	groups := make([]pick.Group, len(list))
	for i, f := range list {
		g := pick.Group{Name: facetNames[f.Key], Rows: make([]pick.Row, len(f.Values))}
		most := 0
		for _, v := range f.Values {
			most = max(most, v.Count)
		}
		digits := len(strconv.Itoa(most))
		for j, v := range f.Values {
			g.Rows[j] = pick.Row{Label: facetLabel(f.Key, v.Text), Note: fmt.Sprintf("%*d", digits, v.Count)}
		}
		groups[i] = g
	}
	return groups
}

// facetLabel adds to a date what people call it.
func facetLabel(key, value string) string {
	if day, err := time.Parse(time.DateOnly, value); key == "day" && err == nil {
		return value + " " + day.Weekday().String()
	}
	return value
}

// narrowTo adds a value to the query, which says everything about what is
// listed.
func (m *Model) narrowTo(facet, value int) tea.Cmd {
	before := m.query()
	f := m.count.facets[facet]
	m.prompt.Set(query.And(before, query.Term(f.Key, f.Values[value].Text)))
	return m.requery(before)
}
