package marks

import (
	"slices"

	"talks/catalog"
	"talks/catalog/parse/clean"
)

// Hidden are the tracks, rooms and languages whose talks are not to be shown,
// each as its talks name it, sorted.
type Hidden struct{ Tracks, Rooms, Languages []string }

// A Group is the talks of one track, room or language, which can be hidden.
type Group struct {
	Kind string // "track", "room" or "language"
	Name string
}

func (g Group) String() string { return g.Kind + " " + g.Name }

// Has reports whether a talk is in the group.
func (g Group) Has(t *catalog.Talk) bool { return slices.Contains(GroupsOf(t), g) }

// GroupsOf returns the groups that a talk is in.
func GroupsOf(t *catalog.Talk) []Group {
	groups := []Group{{"track", t.Slot.Track}, {"room", t.Slot.Room}, {"language", t.Language}}
	return slices.DeleteFunc(groups, func(g Group) bool { return g.Name == "" })
}

// names are those that are hidden of a kind.
func (h *Hidden) names(kind string) *[]string {
	switch kind {
	case "track":
		return &h.Tracks
	case "room":
		return &h.Rooms
	}
	return &h.Languages
}

// Hides reports whether a group is hidden.
func (h Hidden) Hides(g Group) bool { return slices.Contains(*h.names(g.Kind), g.Name) }

// Toggle returns what is hidden when a group is hidden, or shown again if it was.
func (h Hidden) Toggle(g Group) Hidden {
	names := h.names(g.Kind)
	if h.Hides(g) {
		*names = slices.DeleteFunc(slices.Clone(*names), func(name string) bool { return name == g.Name })
	} else {
		*names = append(slices.Clone(*names), g.Name)
	}
	return h
}

// Groups returns what is hidden.
func (h Hidden) Groups() []Group {
	var groups []Group
	for _, kind := range []string{"track", "room", "language"} {
		for _, name := range *h.names(kind) {
			groups = append(groups, Group{kind, name})
		}
	}
	return groups
}

// Equal reports whether two hide the same.
func (h Hidden) Equal(other Hidden) bool { return slices.Equal(h.Groups(), other.Groups()) }

// has reports whether the track, the room or the language of a talk is hidden.
func (h Hidden) has(t *catalog.Talk) bool {
	return slices.Contains(h.Tracks, t.Slot.Track) || slices.Contains(h.Rooms, t.Slot.Room) || slices.Contains(h.Languages, t.Language)
}

// tidy returns names sorted, each once, none empty.
func tidy(names []string) []string {
	var list []string
	for _, name := range names {
		if name = clean.Line(name); name != "" {
			list = append(list, name)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}
