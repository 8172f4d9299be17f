package offer

import (
	"slices"

	"talks/tui/picker"
)

// Queries offers what was asked, the latest last.
type Queries []string

// Box lists the queries, the latest first.
func (o Queries) Box() Box {
	var group picker.Group
	for _, query := range slices.Backward(o) {
		group.Items = append(group.Items, picker.Item{Label: query})
	}
	return Box{Title: "asked before", Action: "ask again", Empty: "nothing was asked before", Groups: []picker.Group{group}}
}

// Choose asks a query again.
func (o Queries) Choose(c Cursor) Choice {
	if !c.OnItem {
		return nil
	}
	return Ask(o[len(o)-1-c.Item])
}

// Typed is nil: what is typed only narrows the queries down.
func (o Queries) Typed(Cursor) Choice { return nil }
