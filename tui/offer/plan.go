package offer

import (
	"time"

	"talks/catalog"
	"talks/catalog/marks"
	"talks/catalog/plan"
	"talks/tui/kept"
	"talks/tui/picker"
	"talks/tui/style"
	"talks/tui/text"
)

// A Plan offers talks by day, and the gaps between them.
type Plan struct {
	Days      []plan.Day
	Gap       *plan.Gap // what is offered fits into it; nil: all of the plan is
	Friends   func(*catalog.Talk) []marks.Friend
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

// Box lists the talks, each with what it clashes with below it, and the gaps.
func (o Plan) Box() Box {
	groups := make([]picker.Group, len(o.Days))
	for g, day := range o.Days {
		groups[g].Name = "some day"
		if !day.Date.IsZero() {
			groups[g].Name = day.Date.Format("Monday 2 January 2006")
		}
		for _, r := range o.rows(day) {
			groups[g].Items = append(groups[g].Items, r.item)
		}
	}
	title := "plan"
	if o.Gap != nil {
		title = "free " + o.span(catalog.Slot{Start: o.Gap.Start}, o.Gap.End)
	}
	return Box{Title: title, Action: "open", Empty: "no talk is marked going or maybe", Groups: groups}
}

// A planRow is a row of the box, and the talk or the gap that it leads to.
type planRow struct {
	item picker.Item
	talk *catalog.Talk
	gap  *plan.Gap
}

// rows are those of a day.
func (o Plan) rows(day plan.Day) []planRow {
	var rows []planRow
	for _, l := range day.Lines {
		if g := l.Gap; g != nil {
			label := o.span(catalog.Slot{Start: g.Start}, g.End) + "  " + g.Free()
			rows = append(rows, planRow{item: picker.Item{Label: label, Idle: len(g.Fits) == 0}, gap: g})
			continue
		}
		note := text.Join(l.Item.Talk.Slot.Room, kept.Friends(o.Friends(l.Item.Talk), o.Glyphs), o.Glyphs.Dot)
		rows = append(rows, planRow{item: picker.Item{Label: o.label(l.Item), Note: note}, talk: l.Item.Talk})
		for _, other := range l.Item.Clashes {
			clash := "  clashes with "
			if !l.Item.Overlaps(other) {
				clash = "  too far to walk: "
			}
			rows = append(rows, planRow{item: picker.Item{Label: clash + o.label(other), Note: other.Talk.Slot.Room, Idle: true}, talk: other.Talk})
		}
	}
	return rows
}

// label says when a talk is, how it is marked, and its title.
func (o Plan) label(i *plan.Item) string {
	label := i.Talk.Title
	if sign := o.Glyphs.States[i.Mark.State]; sign != "" {
		label = sign + " " + label
	}
	if !i.End.IsZero() {
		label = o.span(i.Talk.Slot, i.End) + " " + label
	}
	return label
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
	r := o.rows(o.Days[c.Group])[c.Item]
	switch {
	case r.talk != nil:
		return Read{r.talk}
	case len(r.gap.Fits) == 0:
		return nil
	}
	fits := plan.Day{Date: catalog.DateOf(r.gap.Start)}
	for _, t := range r.gap.Fits {
		end := t.Slot.Start.Add(o.Timetable.Duration(t))
		fits.Lines = append(fits.Lines, plan.Line{Item: &plan.Item{Talk: t, End: end}})
	}
	o.Gap, o.Days = r.gap, []plan.Day{fits}
	return o
}

// Typed is nil: what is typed only narrows the plan.
func (o Plan) Typed(Cursor) Choice { return nil }
