package search

import (
	"slices"

	"talks/catalog"
	"talks/catalog/search/words"
)

// meansWhole says that a quoted value of a field word may be meant as the
// whole of it: track:"Network" is that track, not every track with the word.
func (a atom) meansWhole() bool {
	return !a.open && (a.key == "track" || a.key == "room" || a.key == "speaker")
}

// wholes keeps the talks whose field is just the value, if there is any;
// otherwise the value is part of longer ones, and all are kept.
func (ix *Index) wholes(found set, a atom) set {
	var out set
	value := words.Fold(a.text)
	for i, t := range found.talks {
		if isWhole(ix.talks[t], a.key, value) {
			out.add(t, found.values[i])
		}
	}
	if len(out.talks) == 0 {
		return found
	}
	return out
}

// isWhole says that a talk's track, room or one of its speakers is just this,
// case and accents ignored.
func isWhole(t *catalog.Talk, key, value string) bool {
	switch key {
	case "track":
		return words.Fold(t.Slot.Track) == value
	case "room":
		return words.Fold(t.Slot.Room) == value
	}
	return slices.ContainsFunc(t.Speakers, func(p catalog.Person) bool { return words.Fold(p.Name) == value })
}
