package records

import (
	"strings"

	"talks/catalog"
	"talks/catalog/parse/draft"
	"talks/catalog/parse/markup"
)

// A jsonCategory is one item of a category, by what its talks have of it:
// their track, "Cloud".
type jsonCategory struct {
	tells jsonField
	name  string
}

type lateCategories struct {
	talk int
	raw  []byte
}

// category keeps the items of one of Sessionize's categories.
func (r *references) category(raw []byte) {
	category := newJSONCategory(raw)
	tells := category.tells()
	for item := range items(category.items) {
		if ref := newJSONRef(item); ref.id != "" && len(r.categories) <= draft.MaxTalks {
			r.categories[ref.id] = jsonCategory{tells, markup.Line(draft.Shorten(ref.name))}
		}
	}
}

// A jsonItems is a category with its items.
type jsonItems struct {
	title string
	items []byte
}

func newJSONCategory(raw []byte) (c jsonItems) {
	for key, value := range fields(raw) {
		switch key {
		case "title", "name":
			c.title = draft.First(c.title, anyText(value))
		case "items", "categoryitems":
			c.items = value
		}
	}
	return c
}

// tells is what talks have of a category: their track, their form or their
// language. Level and the like have no place in a talk.
func (c *jsonItems) tells() jsonField {
	title := strings.ToLower(c.title)
	has := func(word string) bool { return strings.Contains(title, word) }
	switch {
	case has("format"), has("type"):
		return jsonKind
	case has("language"):
		return jsonLanguage
	case has("track"), has("topic"), has("categor"):
		return jsonTrack
	}
	return jsonNothing
}

// sort takes from a talk's categories what they tell.
func (r *jsonReader) sort(t *catalog.Talk, raw []byte) {
	add := func(c jsonCategory) {
		var into *string
		switch c.tells {
		case jsonTrack:
			into = &t.Slot.Track
		case jsonKind:
			into = &t.Type
		case jsonLanguage:
			into = &t.Language
		default:
			return
		}
		if *into == "" {
			*into = c.name
		} else if c.name != "" && len(*into) < draft.MaxLine {
			*into += ", " + c.name
		}
	}
	for item := range items(raw) {
		if item[0] != '{' {
			add(r.categories[anyText(item)])
			continue
		}
		category := newJSONCategory(item)
		tells := category.tells()
		for name := range items(category.items) {
			add(jsonCategory{tells, markup.Line(draft.Shorten(newJSONRef(name).name))})
		}
	}
}
