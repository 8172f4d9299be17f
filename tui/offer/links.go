package offer

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"talks/catalog"
	"talks/tui/detail"
	"talks/tui/picker"
)

// Links offers the links of a talk, by number.
type Links struct {
	Talk  *catalog.Talk
	Links []catalog.Link
}

// Box lists the links.
func (o Links) Box() Box {
	group := picker.Group{Name: o.Talk.Title}
	for i, l := range o.Links {
		host, _, _ := strings.Cut(detail.ShortAddress(l.URL), "/")
		label := fmt.Sprintf("[%d] %s", i+1, cmp.Or(detail.LinkLabel(l), host))
		group.Items = append(group.Items, picker.Item{Label: label, Note: l.URL})
	}
	return Box{Title: "links", Action: "open", Empty: "no links", Groups: []picker.Group{group}}
}

// Choose follows a link.
func (o Links) Choose(c Cursor) Choice {
	if !c.OnItem {
		return nil
	}
	return Follow(o.Links[c.Item])
}

// Typed follows the link whose number is typed, if no longer number begins so.
func (o Links) Typed(c Cursor) Choice {
	n, err := strconv.Atoi(c.Typed)
	if err != nil || n < 1 || n > len(o.Links) || n*10 <= len(o.Links) {
		return nil
	}
	return Follow(o.Links[n-1])
}
