package tui

import (
	"context"
	"fmt"
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"talks/catalog/search"
	"talks/catalog/search/query"
	"talks/tui/picker"
)

// counting is the count of the facets of all hits, which runs beside the screen.
type counting struct {
	stamp   int // of the latest one
	cancel  context.CancelFunc
	awaited bool // the picker is open and nothing has been counted yet
	facets  []search.Facet
}

// pickFilter offers what the hits can be narrowed down to.
func (m *Model) pickFilter() tea.Cmd {
	m.openPicker(pickingFilter, "filter by", "counting"+m.glyphs.Ellipsis, nil)
	m.counting.awaited = true
	return m.recount()
}

// recount starts a count for the filter picker. While the hits of the query are
// still to come it does not: takeResults then calls it again.
func (m *Model) recount() tea.Cmd {
	m.stopCounting()
	if m.picking != pickingFilter || m.pending {
		return nil
	}
	ctx, cancel := context.WithCancel(context.Background())
	m.counting.cancel = cancel
	return countFacets(ctx, m.catalog, m.zone, m.results, m.counting.stamp)
}

func (m *Model) stopCounting() {
	m.counting.stamp++
	if m.counting.cancel != nil {
		m.counting.cancel()
		m.counting.cancel = nil
	}
}

func (m *Model) takeFacets(msg countedMsg) tea.Cmd {
	if msg.stamp != m.counting.stamp || m.picking != pickingFilter {
		return nil
	}
	m.stopCounting()
	m.counting.facets = msg.facets
	m.picker.SetGroups("nothing to filter by", facetGroups(msg.facets))
	m.counting.awaited = false
	return m.catchUp()
}

func facetGroups(facets []search.Facet) []picker.Group {
	groups := make([]picker.Group, len(facets))
	for i, f := range facets {
		most := 0
		for _, v := range f.Values {
			most = max(most, v.Count)
		}
		digits := len(strconv.Itoa(most))
		groups[i].Name = f.Name
		for _, v := range f.Values {
			groups[i].Items = append(groups[i].Items, picker.Item{Label: facetLabel(f.Key, v.Text), Note: fmt.Sprintf("%*d", digits, v.Count)})
		}
	}
	return groups
}

// facetLabel adds the day of the week to a date, and writes an hour as a time.
func facetLabel(key, value string) string {
	if key == "time" && value <= "24" {
		return value + ":00"
	}
	if day, err := time.Parse(time.DateOnly, value); key == "day" && err == nil {
		return value + " " + day.Weekday().String()
	}
	return value
}

// narrowTo adds a value to the query, which says everything about what is
// listed.
func (m *Model) narrowTo(facet, value int) tea.Cmd {
	f := m.counting.facets[facet]
	return m.ask(query.And(m.query(), query.Clause(f.Key, f.Values[value].Text)))
}
