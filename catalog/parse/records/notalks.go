package records

import (
	"strings"

	"talks/catalog"
	"talks/catalog/parse/draft"
	"talks/catalog/parse/records/tree"
)

// seen says what a document without talks has instead, so that one knows
// whether it is the wrong file or a schedule in words that are not known here.
func (w *vocabulary) seen() string {
	objects, people, titled, times, texts, persons := 0, 0, 0, 0, 0, 0
	for n := range w.tree.Nodes() {
		if n.Kind() != tree.Object {
			continue
		}
		objects++
		o := w.object(n)
		switch {
		case o.isPerson():
			people++
			continue
		case o.text(draft.Title) == "":
			continue
		}
		titled++
		count(&times, o.tells(draft.Start, draft.Date, fieldStartDate, fieldDay, fieldSlots))
		count(&texts, o.tells(draft.Abstract, draft.Description, draft.Summary))
		count(&persons, o.tells(fieldPeople, fieldAuthors))
	}
	switch {
	case titled > 0:
		return catalog.Count(titled, "object", "objects") + " with a title; " + found(times, texts, persons)
	case people > 0:
		return catalog.Count(people, "person", "people") + " and no object with a title"
	case objects > 0:
		return catalog.Count(objects, "object", "objects") + ", none with a title"
	}
	return "it has no objects"
}

func count(n *int, is bool) {
	if is {
		*n++
	}
}

// found says how many objects with a title have a time, a text or a person.
func found(times, texts, persons int) string {
	var some, none []string
	for _, of := range []struct {
		n    int
		what string
	}{{times, "a time"}, {texts, "a text"}, {persons, "a person"}} {
		if of.n > 0 {
			some = append(some, catalog.Count(of.n, "has", "have")+" "+of.what)
		} else {
			none = append(none, of.what)
		}
	}
	if len(none) > 0 {
		last := len(none) - 1
		list := strings.TrimPrefix(strings.Join(none[:last], ", ")+" or "+none[last], " or ")
		some = append(some, "none has "+list+" under a name known here")
	}
	return strings.Join(some, ", ")
}
