package records

import (
	"strings"

	"talks/catalog/parse/draft"
	"talks/catalog/parse/records/tree"
)

// A category is one item of Sessionize's categories: the field of a talk that
// it fills, or draft.Fields, and with what.
type category struct {
	field draft.Field
	name  string
}

// keepCategory stores the items of a category.
func (p *parser) keepCategory(n tree.Node) {
	field := categoryField(n)
	for item := range n.Get("items", "categoryitems").Items() {
		if r := newReference(item); r.id != "" && len(p.categories) <= draft.MaxTalks {
			p.categories[r.id] = category{field, draft.Shorten(r.name)}
		}
	}
}

// categoryField is the field of a talk that a category fills: its track, its
// form or its language. Level and the like have no place in a talk.
func categoryField(n tree.Node) draft.Field {
	return fieldOfCategory(firstText(n.Get("title"), n.Get("name")))
}

// fieldOfCategory is the field that a category of that title fills.
func fieldOfCategory(title string) draft.Field {
	title = strings.ToLower(title)
	has := func(word string) bool { return strings.Contains(title, word) }
	switch {
	case has("format"), has("type"):
		return draft.Kind
	case has("language"):
		return draft.Language
	case has("track"), has("topic"), has("categor"):
		return draft.Track
	}
	return draft.Fields
}

// addCategories fills the fields of a talk with its categories, which are given
// in full or by the ids of their items.
func (p *parser) addCategories(e *draft.Event, n tree.Node) {
	for item := range n.Items() {
		if item.Kind() != tree.Object {
			p.categories[anyText(item)].addTo(e)
			continue
		}
		field := categoryField(item)
		for name := range item.Get("items", "categoryitems").Items() {
			category{field, draft.Shorten(newReference(name).name)}.addTo(e)
		}
	}
}

// addTags fills the fields of a talk with its tags. "Track:Online" is the talk's
// category "Track", as KonOpas has it; the tags without a title are its track,
// if it has no other.
func addTags(e *draft.Event, n tree.Node) {
	var plain []string
	for _, tag := range tagsOf(n) {
		title, name, isCategory := strings.Cut(tag, ":")
		if !isCategory {
			plain = append(plain, tag)
			continue
		}
		category{fieldOfCategory(title), draft.Shorten(strings.TrimSpace(name))}.addTo(e)
	}
	if track := &e.Text[draft.Track]; *track == "" {
		*track = strings.Join(plain, ", ")
	}
}

// tagsOf are the tags of a list, or the text of another value.
func tagsOf(n tree.Node) (tags []string) {
	if n.Kind() != tree.List {
		return []string{anyText(n)}
	}
	for item := range n.Items() {
		if s := strings.TrimSpace(anyText(item)); s != "" && len(tags) < draft.MaxLinks {
			tags = append(tags, s)
		}
	}
	return tags
}

func (c category) addTo(e *draft.Event) {
	if c.name == "" || c.field == draft.Fields {
		return
	}
	if text := &e.Text[c.field]; len(*text) < draft.MaxLine {
		*text = strings.TrimPrefix(*text+", "+c.name, ", ")
	}
}
