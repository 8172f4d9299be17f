// Package kept is how the screen shows what is kept of the talks: their marks and
// notes.
package kept

import (
	"slices"
	"strings"

	"talks/catalog"
	"talks/catalog/diff"
	"talks/catalog/marks"
	"talks/catalog/search/query"
	"talks/tui/style"
)

// Next is the state after another one: going, maybe, none.
func Next(s marks.State) marks.State {
	switch s {
	case marks.Going:
		return marks.Maybe
	case marks.Maybe:
		return marks.None
	}
	return marks.Going
}

// Sign is drawn before the title of a talk that has a mark.
func Sign(mark marks.Mark, glyphs *style.Glyphs) string {
	if mark.State == marks.None && mark.Note != "" {
		return glyphs.Note
	}
	return glyphs.States[mark.State]
}

// Lines are what the detail says of a mark, and of what has changed since it was set;
// none if there is none.
func Lines(mark marks.Mark, changes func() []diff.Change, glyphs *style.Glyphs) []string {
	if mark.State == marks.None && mark.Note == "" {
		return nil
	}
	var lines []string
	if s := mark.State; s != marks.None {
		lines = append(lines, glyphs.States[s]+" "+s.String())
	}
	if mark.Note != "" {
		lines = append(lines, "note: "+mark.Note)
	}
	for _, c := range changes() {
		lines = append(lines, "since it was marked"+glyphs.Dot+c.String())
	}
	return lines
}

// Friends says in a few cells who else has marked a talk: "★ Ada  ☆ Bob".
func Friends(friends []marks.Friend, glyphs *style.Glyphs) string {
	var said []string
	for _, f := range friends {
		said = append(said, strings.TrimSpace(Sign(f.Mark, glyphs)+" "+f.Name))
	}
	return strings.Join(said, "  ")
}

// FriendLines are what the detail says of them.
func FriendLines(friends []marks.Friend, glyphs *style.Glyphs) []string {
	var lines []string
	for _, f := range friends {
		lines = append(lines, strings.TrimSpace(Sign(f.Mark, glyphs)+" "+f.String()))
	}
	return lines
}

// StateNotice says what the state of a talk is now.
func StateNotice(t *catalog.Talk, s marks.State) string {
	if s == marks.None {
		return "not marked: " + t.Title
	}
	return s.String() + ": " + t.Title
}

// HiddenNotice says what is hidden now and was not, or the other way round, and how many
// talks that is.
func HiddenNotice(before, now marks.Hidden, talks []*catalog.Talk) string {
	what := "hidden: "
	if len(now.Groups()) < len(before.Groups()) {
		what, before, now = "shown again: ", now, before
	}
	var said []string
	for _, g := range now.Groups() {
		if before.Hides(g) {
			continue
		}
		n := 0
		for _, t := range talks {
			if g.Has(t) {
				n++
			}
		}
		said = append(said, g.String()+", "+catalog.Count(n, "talk", "talks"))
	}
	return what + strings.Join(said, ", ")
}

// IsAsked reports whether a query has a condition on marks.
func IsAsked(q query.Query) bool {
	return slices.ContainsFunc(q.Groups, func(g query.Group) bool {
		return slices.ContainsFunc(g.Atoms, func(a query.Atom) bool { return a.IsKept() })
	})
}

// GoneLine says which marked talks are not in the schedule, if a query asks for the
// marked ones.
func GoneLine(q query.Query, store *marks.Store) string {
	asks := slices.ContainsFunc(q.Groups, func(g query.Group) bool { return g.Atoms[0].Mark() == "marked" })
	if !asks || store == nil {
		return ""
	}
	gone := store.Gone()
	if len(gone) == 0 {
		return ""
	}
	titles := make([]string, len(gone))
	for i, t := range gone {
		titles[i] = t.Title
	}
	return catalog.Count(len(gone), "marked talk is", "marked talks are") + " not in this schedule: " + strings.Join(titles, ", ")
}
