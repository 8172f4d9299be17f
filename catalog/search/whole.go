package search

import (
	"slices"

	"talks/catalog"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// wholes keeps the talks whose field is just the value, if there is any;
// otherwise the value is part of longer ones, and all are kept.
func (ix *Index) wholes(found set, a query.Atom) set {
	var out set
	value := words.Fold(a.Text)
	for i, t := range found.talks {
		if isWhole(ix.talks[t], a.Key, value) {
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
