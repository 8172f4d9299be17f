package offer

import (
	"cmp"
	"strings"

	"talks/catalog"
	"talks/catalog/marks"
	"talks/tui/picker"
	"talks/tui/style"
)

// States offers the states that a talk can have, and to hide for good what it is one of.
type States struct {
	Talk   *catalog.Talk
	Now    marks.State // which it has
	Hidden marks.Hidden
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
	for _, g := range marks.GroupsOf(o.Talk) {
		group.Items = append(group.Items, picker.Item{Label: o.hideName(g)})
	}
	return Box{Title: "mark", Action: "choose", Empty: "nothing to mark it as", Groups: []picker.Group{group}}
}

// hideName is what is offered for a group of talks.
func (o States) hideName(g marks.Group) string {
	if o.Hidden.Hides(g) {
		return "show again: " + g.String()
	}
	return "hide: " + g.String()
}

// Choose gives the talk a state, or hides a group that it is in.
func (o States) Choose(c Cursor) Choice {
	switch n := c.Item - len(states()); {
	case !c.OnItem:
		return nil
	case n >= 0:
		return Hide(marks.GroupsOf(o.Talk)[n])
	}
	return Mark{o.Talk, states()[c.Item]}
}

// Typed takes letters typed quickly that begin no word here for a word of their own.
func (o States) Typed(c Cursor) Choice {
	for _, item := range o.Box().Groups[0].Items {
		for word := range strings.FieldsSeq(item.Label) {
			if strings.HasPrefix(strings.ToLower(word), strings.ToLower(c.Typed)) {
				return nil
			}
		}
	}
	if c.Before == "" {
		return nil
	}
	return Find(c.Before + c.Typed)
}
