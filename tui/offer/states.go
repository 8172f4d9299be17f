package offer

import (
	"cmp"
	"slices"
	"strings"

	"talks/catalog"
	"talks/catalog/marks"
	"talks/tui/picker"
	"talks/tui/style"
)

// States offers the states that a talk can have.
type States struct {
	Talk   *catalog.Talk
	Now    marks.State // which it has
	Glyphs *style.Glyphs
}

func states() []marks.State {
	return []marks.State{marks.Going, marks.Maybe, marks.Later, marks.Skip, marks.None}
}

// stateName is a word for a state.
func stateName(s marks.State) string { return cmp.Or(s.String(), "none") }

// Box lists the states.
func (o States) Box() Box {
	group := picker.Group{Name: o.Talk.Title}
	for _, s := range states() {
		note := o.Glyphs.States[s]
		if s == o.Now {
			note = strings.TrimSpace(note + " now")
		}
		group.Items = append(group.Items, picker.Item{Label: stateName(s), Note: note})
	}
	return Box{Title: "mark", Action: "mark", Empty: "nothing to mark it as", Groups: []picker.Group{group}}
}

// Choose gives the talk a state.
func (o States) Choose(c Cursor) Choice {
	if !c.OnItem {
		return nil
	}
	return Mark{o.Talk, states()[c.Item]}
}

// Typed takes letters typed quickly that are the start of no state for a word.
func (o States) Typed(c Cursor) Choice {
	begins := func(s marks.State) bool { return strings.HasPrefix(stateName(s), c.Typed) }
	if c.Before == "" || slices.ContainsFunc(states(), begins) {
		return nil
	}
	return Find(c.Before + c.Typed)
}
