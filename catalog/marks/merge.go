package marks

import (
	"cmp"
	"slices"
	"strings"
)

// bothNotes stands between two notes of one talk that were written at the same
// time in two programs.
const bothNotes = "--- another note, written at the same time ---"

// merge puts a change into an entry that others may have changed meanwhile: base
// is what it was before both. What only one has changed is as that one has it; of
// two changes of a state the newest wins, of two notes both are kept. Base and
// theirs may be nil, which is no mark.
func merge(base, ours, theirs *entry) *entry {
	nothing := &entry{}
	base, theirs = cmp.Or(base, nothing), cmp.Or(theirs, nothing)
	latest := ours
	if theirs.changed.After(ours.changed) {
		latest = theirs
	}
	merged := *latest
	merged.other = theirs.other
	merged.mark = Mark{
		State: pick(base.mark.State, ours.mark.State, theirs.mark.State, latest.mark.State),
		Seen:  pick(base.mark.Seen, ours.mark.Seen, theirs.mark.Seen, latest.mark.Seen),
		Note:  pick(base.mark.Note, ours.mark.Note, theirs.mark.Note, joined(theirs.mark.Note, ours.mark.Note)),
	}
	return &merged
}

// pick returns what only one has changed; both, if both have.
func pick[T comparable](base, ours, theirs, both T) T {
	switch base {
	case ours:
		return theirs
	case theirs:
		return ours
	}
	return both
}

// joined is two notes in one, or the one that has the other in it.
func joined(theirs, ours string) string {
	switch {
	case strings.Contains(theirs, ours):
		return theirs
	case strings.Contains(ours, theirs):
		return ours
	}
	return theirs + "\n\n" + bothNotes + "\n\n" + ours
}

// mergeHidden puts what was hidden or shown here into what others hide.
func mergeHidden(base, ours, theirs Hidden) Hidden {
	return Hidden{
		mergeNames(base.Tracks, ours.Tracks, theirs.Tracks),
		mergeNames(base.Rooms, ours.Rooms, theirs.Rooms),
		mergeNames(base.Languages, ours.Languages, theirs.Languages),
	}
}

func mergeNames(base, ours, theirs []string) []string {
	var names []string
	for _, name := range slices.Concat(ours, theirs) {
		isNew := !slices.Contains(base, name)
		if isNew || slices.Contains(ours, name) && slices.Contains(theirs, name) {
			names = append(names, name)
		}
	}
	return tidy(names)
}
