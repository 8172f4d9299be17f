package offer

import (
	"strings"

	"talks/catalog"
	"talks/catalog/related"
	"talks/tui/picker"
)

// Related offers the talks that are near to a talk.
type Related struct {
	To    *catalog.Talk
	Found []related.Talk
	Done  bool // they have been looked for
	Dot   string
	Mixed bool // the catalog has several conferences
}

// Box lists the talks, and the words that say why.
func (o *Related) Box() Box {
	group := picker.Group{Name: o.To.Title}
	for _, r := range o.Found {
		note := strings.Join(r.Words, ", ")
		if o.Mixed {
			note = r.Conference + o.Dot + note
		}
		group.Items = append(group.Items, picker.Item{Label: r.Title, Note: note})
	}
	empty := "looking for related talks"
	if o.Done {
		empty = "no talk is near to this one"
	}
	return Box{Title: "related", Action: "open", Empty: empty, Groups: []picker.Group{group}}
}

// Choose opens a talk.
func (o *Related) Choose(c Cursor) Choice {
	if !c.OnItem {
		return nil
	}
	return Read{o.Found[c.Item].Talk}
}

// Typed is nil: what is typed only narrows the talks down.
func (o *Related) Typed(Cursor) Choice { return nil }
