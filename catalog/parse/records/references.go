package records

import (
	"strings"

	"talks/catalog/parse/draft"
)

// A reference names a room, a track or a type: by its name, or by an object
// that may have no more than a slug, a guid or an id.
type reference struct{ name, slug, guid, id string }

func newReference(n node) reference {
	switch n.kind() {
	case kindText:
		return reference{name: n.text()}
	case kindObject:
		return reference{
			name: draft.First(n.get("name").anyText(), n.anyText()), // n: "title", or in several languages
			slug: n.get("slug").anyText(), guid: n.get("guid").anyText(), id: n.get("id").anyText(),
		}
	}
	return reference{id: n.anyText()} // a number is an id, never a name
}

// keepName keeps the name of a room, a track or a type for the talks that
// refer to it.
func keepName(names map[string]string, n node) {
	r := newReference(n)
	for _, key := range []string{r.id, r.guid, r.slug} {
		if r.name != "" && key != "" && len(names) <= draft.MaxTalks {
			names[key] = draft.Shorten(r.name)
		}
	}
}

// resolve is the name of a room, a track or a type that is given in full, in a
// list or by reference.
func resolve(names map[string]string, n node) string {
	if n.kind() == kindList {
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

// joinTexts joins the texts of a list.
func joinTexts(n node, between string) string {
	var texts []string
	for item := range n.items() {
		if s := strings.TrimSpace(item.anyText()); s != "" && len(texts) < draft.MaxLinks {
			texts = append(texts, s)
		}
	}
	return strings.Join(texts, between)
}
