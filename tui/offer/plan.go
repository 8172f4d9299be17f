package offer

import (
	"strings"
	"time"

	"talks/catalog"
	"talks/catalog/plan"
	"talks/tui/picker"
	"talks/tui/style"
)

// A Plan offers talks by day, and the gaps between them.
type Plan struct {
	Title     string
	Days      []plan.Day
	Timetable *catalog.Timetable
	Zone      *time.Location // of the times; nil: each talk's own
	Glyphs    *style.Glyphs
}

// PlanOf is the talks that are marked going or maybe; those without a time are on
// some day, the last.
func PlanOf(p *plan.Plan) []plan.Day {
	if len(p.Rest) == 0 {
		return p.Days
	}
	var lines []plan.Line
	for _, i := range p.Rest {
		lines = append(lines, plan.Line{Item: i})
	}
	return append(p.Days, plan.Day{Lines: lines})
}

// Box lists the talks and the gaps.
func (o Plan) Box() Box {
	groups := make([]picker.Group, len(o.Days))
	for g, day := range o.Days {
		groups[g].Name = "some day"
		if !day.Date.IsZero() {
			groups[g].Name = day.Date.Format("Monday 2 January 2006")
		}
		for _, l := range day.Lines {
			groups[g].Items = append(groups[g].Items, o.item(l))
		}
	}
	return Box{Title: o.Title, Action: "open", Empty: "no talk is marked going or maybe", Groups: groups}
}

// item is a line of a plan: when, which talk, and what it clashes with or
// where it is.
func (o Plan) item(l plan.Line) picker.Item {
	if g := l.Gap; g != nil {
		return picker.Item{Label: o.span(catalog.Slot{Start: g.Start}, g.End) + "  " + g.Free(), Idle: len(g.Fits) == 0}
	}
	t := l.Item.Talk
	label := t.Title
	if sign := o.Glyphs.States[l.Item.Mark.State]; sign != "" {
		label = sign + " " + label
	}
	if !l.Item.End.IsZero() {
		label = o.span(t.Slot, l.Item.End) + " " + label
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
func (o Plan) span(s catalog.Slot, end time.Time) string {
	start := s.In(o.Zone)
	return start.Format("15:04") + o.Glyphs.Dash + start.Add(end.Sub(s.Start)).Format("15:04")
}

// Choose opens a talk of the plan, or offers what fits into a gap.
func (o Plan) Choose(c Cursor) Choice {
	if !c.OnItem {
		return nil
	}
	l := o.Days[c.Group].Lines[c.Item]
	switch {
	case l.Item != nil:
		return Read{l.Item.Talk}
	case len(l.Gap.Fits) == 0:
		return nil
	}
	fits := plan.Day{Date: catalog.DateOf(l.Gap.Start)}
	for _, t := range l.Gap.Fits {
		end := t.Slot.Start.Add(o.Timetable.Duration(t))
		fits.Lines = append(fits.Lines, plan.Line{Item: &plan.Item{Talk: t, End: end}})
	}
	o.Title = "free " + o.span(catalog.Slot{Start: l.Gap.Start}, l.Gap.End)
	o.Days = []plan.Day{fits}
	return o
}

// Typed is nil: what is typed only narrows the plan.
func (o Plan) Typed(Cursor) Choice { return nil }
