package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/catalog/plan"
	"talks/tui/picker"
)

// showPlan shows the talks that are marked going or maybe, and the gaps between
// them.
func (m *Model) showPlan() tea.Cmd {
	if m.current() == nil {
		m.notice = "no talk to come back to"
		return nil
	}
	return m.whenBound(func(m *Model) tea.Cmd {
		p := plan.Of(m.catalog, m.store, 0)
		days := p.Days
		if len(p.Rest) > 0 {
			var lines []plan.Line
			for _, i := range p.Rest {
				lines = append(lines, plan.Line{Item: i})
			}
			days = append(days, plan.Day{Lines: lines})
		}
		m.offerPlan("plan", days)
		return nil
	})
}

// offerPlan opens the picker with the lines of days.
func (m *Model) offerPlan(title string, days []plan.Day) {
	groups := make([]picker.Group, len(days))
	m.planned = nil
	for g, day := range days {
		groups[g].Name = "some day"
		if !day.Date.IsZero() {
			groups[g].Name = day.Date.Format("Monday 2 January 2006")
		}
		for _, l := range day.Lines {
			groups[g].Items = append(groups[g].Items, m.plannedItem(l))
		}
		m.planned = append(m.planned, day.Lines)
	}
	m.openPicker(pickingPlan, title, "open", "no talk is marked going or maybe", groups)
}

// plannedItem is a line of a plan: when, which talk, and what it clashes with or
// where it is.
func (m *Model) plannedItem(l plan.Line) picker.Item {
	if g := l.Gap; g != nil {
		return picker.Item{Label: m.span(catalog.Slot{Start: g.Start}, g.End) + "  " + g.Free(), Idle: len(g.Fits) == 0}
	}
	t := l.Item.Talk
	label := t.Title
	if sign := m.glyphs.States[l.Item.Mark.State]; sign != "" {
		label = sign + " " + label
	}
	if !l.Item.End.IsZero() {
		label = m.span(t.Slot, l.Item.End) + " " + label
	}
	note := t.Slot.Room
	if len(l.Item.Clashes) > 0 {
		var titles []string
		for _, other := range l.Item.Clashes {
			titles = append(titles, other.Talk.Title)
		}
		note = "clashes with " + strings.Join(titles, ", ")
	}
	return picker.Item{Label: label, Note: note}
}

// span is from when to when something lasts, as the list shows times.
func (m *Model) span(s catalog.Slot, end time.Time) string {
	start := s.In(m.zone)
	return start.Format("15:04") + m.glyphs.Dash + start.Add(end.Sub(s.Start)).Format("15:04")
}

// choosePlanned opens a talk of the plan, or offers what fits into a gap.
func (m *Model) choosePlanned(l plan.Line) tea.Cmd {
	if l.Gap != nil && len(l.Gap.Fits) == 0 {
		return nil
	}
	m.closePicker()
	if l.Item != nil {
		m.visit(l.Item.Talk)
		if m.readerOpen {
			return nil
		}
		return m.openReader()
	}
	fits := plan.Day{Date: catalog.DateOf(l.Gap.Start)}
	for _, t := range l.Gap.Fits {
		end := t.Slot.Start.Add(m.catalog.Timetable().Duration(t))
		fits.Lines = append(fits.Lines, plan.Line{Item: &plan.Item{Talk: t, End: end}})
	}
	m.offerPlan("free "+m.span(catalog.Slot{Start: l.Gap.Start}, l.Gap.End), []plan.Day{fits})
	return nil
}
