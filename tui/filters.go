package tui

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/catalog/search"
	"talks/catalog/search/query"
	"talks/tui/picker"
)

// filtering is what the filter box offers and what is chosen in it. What it offers
// is counted beside the screen.
type filtering struct {
	stamp   int // of the latest count
	cancel  context.CancelFunc
	awaited bool           // the box is open and nothing has been counted yet
	filter  *search.Filter // nil until then
	facets  []search.Facet
}

// pickFilter offers what the hits can be narrowed down to.
func (m *Model) pickFilter() tea.Cmd {
	m.filtering.awaited, m.filtering.filter, m.filtering.facets = true, nil, nil
	m.openPicker(pickingFilter, "filter", "", "counting"+m.glyphs.Ellipsis, nil)
	return m.recount()
}

// recount starts a count for the filter box. Where no index can answer yet it does
// not: takeIndex then calls it again.
func (m *Model) recount() tea.Cmd {
	m.stopCounting()
	typed := m.query()
	if m.filtering.filter != nil {
		typed = m.filtering.filter.String()
	}
	if m.picking != pickingFilter || m.engine == nil || !m.complete && strings.TrimSpace(typed) != "" {
		return nil
	}
	ctx, cancel := context.WithCancel(context.Background())
	m.filtering.cancel = cancel
	return countFacets(ctx, m.engine, m.query(), m.filtering)
}

func (m *Model) stopCounting() {
	m.filtering.stamp++
	if m.filtering.cancel != nil {
		m.filtering.cancel()
		m.filtering.cancel = nil
	}
}

func (m *Model) takeFacets(msg countedMsg) tea.Cmd {
	if msg.stamp != m.filtering.stamp || m.picking != pickingFilter {
		return nil
	}
	m.stopCounting()
	m.filtering.filter, m.filtering.facets = &msg.filter, msg.facets
	action := "choose"
	switch {
	case len(msg.facets) == 0:
		action = ""
	case msg.filter.Changed():
		action = "apply (" + catalog.Count(msg.hits, "talk", "talks") + ")"
	}
	m.picker.SetGroups(action, "nothing to filter by", facetGroups(msg.facets, msg.filter))
	m.filtering.awaited = false
	return m.catchUp()
}

func facetGroups(facets []search.Facet, filter search.Filter) []picker.Group {
	most := 0
	for _, f := range facets {
		for _, v := range f.Values {
			most = max(most, v.Count)
		}
	}
	digits := len(strconv.Itoa(most))
	groups := make([]picker.Group, len(facets))
	for i, f := range facets {
		groups[i].Name = f.Name
		for _, v := range f.Values {
			groups[i].Items = append(groups[i].Items, picker.Item{
				Label: facetLabel(f.Key, v.Text), Note: fmt.Sprintf("%*d", digits, v.Count),
				Ticked: filter.Has(f.Key, v.Text), Idle: v.Count == 0,
			})
		}
	}
	return groups
}

// facetLabel writes a date with the day of the week, and an hour as a time.
func facetLabel(key, value string) string {
	if key == "time" && value <= "24" {
		return value + ":00"
	}
	if day, err := time.Parse(time.DateOnly, value); key == "day" && err == nil {
		return day.Format("Monday 2 January 2006")
	}
	return value
}

// tick chooses the item under the cursor, besides what is chosen already, or takes
// it back. Where one item alone can be chosen, the key is a blank.
func (m *Model) tick() tea.Cmd {
	if m.picking != pickingFilter {
		return m.edit(inPicker, func(t typing) { t.Type(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}) })
	}
	group, item, ok := m.picker.Item()
	if !ok || !m.toggle(group, item) {
		return nil
	}
	m.picker.Tick(group, item, m.isChosen(group, item))
	return m.recount()
}

func (m *Model) isChosen(group, item int) bool {
	f := m.filtering.facets[group]
	return m.filtering.filter.Has(f.Key, f.Values[item].Text)
}

// toggle chooses a value, or takes it back; it is false if a query has no room for
// another one.
func (m *Model) toggle(group, item int) bool {
	f := m.filtering.facets[group]
	filter := m.filtering.filter.Toggle(f.Key, f.Values[item].Text)
	isFull := func(f search.Filter) bool { return query.Parse(f.String()).Counts != "" }
	if isFull(filter) && !isFull(*m.filtering.filter) {
		m.notice = "a query has no room for more"
		return false
	}
	m.filtering.filter = &filter
	return true
}

// applyFilter asks for what is chosen: if nothing has been ticked, for the item
// under the cursor. A blank follows, for what is typed next.
func (m *Model) applyFilter() tea.Cmd {
	if !m.filtering.filter.Changed() {
		group, item, ok := m.picker.Item()
		if !ok || !m.isChosen(group, item) && !m.toggle(group, item) {
			return nil
		}
	}
	filter := *m.filtering.filter
	m.closePicker()
	if !filter.Changed() {
		return nil
	}
	typed := strings.TrimSpace(filter.String())
	if typed != "" {
		typed += " "
	}
	return m.ask(typed)
}
