package records

import (
	"talks/catalog/parse/draft"
	"talks/catalog/parse/records/tree"
)

// A reference names a room, a track or a type: by its name, or by an object
// that may have no more than a slug, a guid or an id.
type reference struct{ name, slug, guid, id string }

func newReference(n tree.Node) reference {
	switch n.Kind() {
	case tree.Text:
		return reference{name: n.Text()}
	case tree.Object:
		return reference{
			name: draft.First(anyText(n.Get("name")), anyText(n)), // n: "title", or in several languages
			slug: anyText(n.Get("slug")), guid: anyText(n.Get("guid")), id: anyText(n.Get("id")),
		}
	}
	return reference{id: anyText(n)} // a number is an id, never a name
}

// keepName keeps the name of a room, a track or a type for the talks that
// refer to it.
func keepName(names map[string]string, n tree.Node) {
	r := newReference(n)
	for _, key := range []string{r.id, r.guid, r.slug} {
		if r.name != "" && key != "" && len(names) <= draft.MaxTalks {
			names[key] = draft.Shorten(r.name)
		}
	}
}

// resolve is the name of a room, a track or a type that is given in full, in a
// list or by reference.
func resolve(names map[string]string, n tree.Node) string {
	if n.Kind() == tree.List {
		return joinTexts(n, ", ")
	}
	r := newReference(n)
	for _, key := range []string{r.guid, r.slug, r.id, r.name} {
		if name := names[key]; name != "" {
			return name
		}
	}
	return draft.First(r.name, r.slug)
}
