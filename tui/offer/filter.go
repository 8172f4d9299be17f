package offer

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"talks/catalog"
	"talks/catalog/search"
	"talks/catalog/search/facts"
	"talks/catalog/search/query"
	"talks/tui/picker"
	"talks/tui/style"
)

// A Filter offers what the hits can be narrowed down to. Nothing can be chosen until
// it has been counted.
type Filter struct {
	Now    *search.Filter // what is chosen; nil until it is counted
	Facets []facts.Facet
	Hits   int // of what is chosen
	Glyphs *style.Glyphs
}

// Box lists the values, with how many talks each has.
func (o *Filter) Box() Box {
	b := Box{Title: "filter", Ticks: true, Empty: "counting" + o.Glyphs.Ellipsis}
	if o.Now == nil {
		return b
	}
	b.Empty, b.Groups = "nothing to filter by", o.groups()
	switch {
	case len(o.Facets) == 0:
	case o.Now.Changed():
		b.Action = "apply (" + catalog.Count(o.Hits, "talk", "talks") + ")"
	default:
		b.Action = "choose"
	}
	return b
}

func (o *Filter) groups() []picker.Group {
	most := 0
	for _, f := range o.Facets {
		for _, v := range f.Values {
			most = max(most, v.Count)
		}
	}
	digits := len(strconv.Itoa(most))
	groups := make([]picker.Group, len(o.Facets))
	for i, f := range o.Facets {
		groups[i].Name = f.Name
		for _, v := range f.Values {
			groups[i].Items = append(groups[i].Items, picker.Item{
				Label: facetLabel(f.Key, v.Text), Note: fmt.Sprintf("%*d", digits, v.Count),
				Ticked: o.Now.Has(f.Key, v.Text), Idle: v.Count == 0,
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

// IsChosen reports whether the value of an item is chosen.
func (o *Filter) IsChosen(group, item int) bool {
	f := o.Facets[group]
	return o.Now.Has(f.Key, f.Values[item].Text)
}

// Full is said where a query has no room for another value.
const Full Say = "a query has no room for more"

// Toggle chooses the value of an item, or takes it back. It is false if a query has
// no room for another one.
func (o *Filter) Toggle(group, item int) bool {
	f := o.Facets[group]
	filter := o.Now.Toggle(f.Key, f.Values[item].Text)
	isFull := func(f search.Filter) bool { return query.Parse(f.String()).Counts != "" }
	if isFull(filter) && !isFull(*o.Now) {
		return false
	}
	o.Now = &filter
	return true
}

// Choose asks for what is chosen: if nothing has been ticked, for the item under the
// cursor. A blank follows, for what is typed next.
func (o *Filter) Choose(c Cursor) Choice {
	word := o.Unmatched(c)
	switch {
	case o.Now == nil:
		return nil
	case word != "":
		return Find(word)
	case o.Now.Changed():
	case !c.OnItem:
		return nil
	case !o.IsChosen(c.Group, c.Item) && !o.Toggle(c.Group, c.Item):
		return Full
	case !o.Now.Changed():
		return Close{}
	}
	asked := strings.TrimSpace(o.Now.String())
	if asked != "" {
		asked += " "
	}
	return Ask(asked)
}

// Unmatched is what was typed if no value has it, with the letters before it; "" if
// there is something to choose.
func (o *Filter) Unmatched(c Cursor) string {
	if c.OnItem || c.Typed == "" || !o.IsUntouched() {
		return ""
	}
	return c.Before + c.Typed
}

// IsUntouched reports whether the values are counted and nothing has been ticked.
func (o *Filter) IsUntouched() bool { return o.Now != nil && !o.Now.Changed() }

// Typed is nil: what is typed only narrows the values down.
func (o *Filter) Typed(Cursor) Choice { return nil }
