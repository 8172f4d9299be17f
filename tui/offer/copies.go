package offer

import (
	"io"
	"slices"
	"strings"

	"talks/catalog"
	"talks/catalog/export"
	"talks/tui/detail"
	"talks/tui/picker"
)

// Copies offers the forms in which a talk can be copied.
type Copies struct {
	Talk  *catalog.Talk
	Plain string // what is copied without a choice
}

// A Copy is a text for the clipboard, and what it is.
type Copy struct{ Text, What string }

// forms are what can be copied, the most useful first.
func (o Copies) forms() []Copy {
	written := func(write func(io.Writer, *export.Selection) error) string {
		var b strings.Builder
		_ = write(&b, export.Select(nil, slices.Values([]*catalog.Talk{o.Talk}))) // a Builder takes all
		return b.String()
	}
	forms := []Copy{{o.Plain, "text"}}
	if address := detail.Address(o.Talk); address != "" {
		forms = append(forms, Copy{address, "address"})
	}
	return append(forms,
		Copy{o.Talk.Title, "title"},
		Copy{written(export.WriteMarkdown), "Markdown"},
		Copy{written(export.WriteObjects), "JSON"},
		Copy{written(export.WriteBibTeX), "BibTeX"},
	)
}

// Box lists the forms, each with its first line.
func (o Copies) Box() Box {
	group := picker.Group{Name: o.Talk.Title}
	for _, form := range o.forms() {
		start, _, _ := strings.Cut(form.Text, "\n")
		group.Items = append(group.Items, picker.Item{Label: form.What, Note: start})
	}
	return Box{Title: "copy", Action: "copy", Empty: "no such form", Groups: []picker.Group{group}}
}

// Choose copies a form.
func (o Copies) Choose(c Cursor) Choice {
	if !c.OnItem {
		return nil
	}
	form := o.forms()[c.Item]
	form.What += " of " + o.Talk.Title
	return form
}

// Typed waits for a choice.
func (Copies) Typed(Cursor) Choice { return nil }
