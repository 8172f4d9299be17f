// Package picker is a list to choose one item from: groups of items behind tabs,
// narrowed down by typing. It draws itself; it does not know what the items
// stand for.
package picker

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"talks/catalog/search"
	"talks/tui/list"
	"talks/tui/prompt"
	"talks/tui/text"
)

// An Item can be chosen. Label is what it is found by, Note stands beside it.
type Item struct{ Label, Note string }

// A Group is items behind one tab.
type Group struct {
	Name  string
	Items []Item
}

// A Picker shows the items of one group at a time: those whose label has what
// is typed, letter case and accents ignored.
type Picker struct {
	title  string
	empty  string // said where there is no item at all
	groups []Group
	group  int // the one that is shown
	typed  *prompt.Prompt

	shown []int // indexes, in the group, of the items that have what is typed
	list  list.List

	width, height int
	method        text.Method
	labels, notes int // cells that the columns of the group would like
}

// New returns a picker without items, nothing typed.
func New() *Picker { return &Picker{typed: prompt.New(), list: list.New(1, 0)} }

// Show starts anew, with nothing typed: what is chosen from, and what to say
// where there is no item.
func (p *Picker) Show(title, empty string, groups []Group) {
	p.typed.Set("")
	p.title, p.groups, p.group = title, nil, 0
	p.shown = nil
	p.list.SetItems(0, 0)
	p.SetGroups(empty, groups)
}

// SetGroups replaces the items. The group, the item under the cursor and what
// is typed stay, as far as they are still there.
func (p *Picker) SetGroups(empty string, groups []Group) {
	name, label := p.current().Name, p.label()
	p.empty, p.groups = empty, groups
	p.group = max(slices.IndexFunc(groups, func(g Group) bool { return g.Name == name }), 0)
	p.measure()
	p.narrow(p.list.Cursor())
	same := func(i int) bool { return p.current().Items[i].Label == label }
	if i := slices.IndexFunc(p.shown, same); i >= 0 {
		p.MoveTo(i)
	}
}

// Groups is the number of groups.
func (p *Picker) Groups() int { return len(p.groups) }

// current is the group that is shown, an empty one where there is none.
func (p *Picker) current() Group {
	if p.group >= len(p.groups) {
		return Group{}
	}
	return p.groups[p.group]
}

// label is that of the item under the cursor, "" where there is none.
func (p *Picker) label() string {
	if _, item, ok := p.Chosen(); ok {
		return p.current().Items[item].Label
	}
	return ""
}

// Chosen is the item under the cursor, by the indexes of its group and of the
// item in it; ok is false where there is none.
func (p *Picker) Chosen() (group, item int, ok bool) {
	if len(p.shown) == 0 {
		return 0, 0, false
	}
	return p.group, p.shown[p.list.Cursor()], true
}

// Turn goes to the next group (by 1) or the one before (by -1), around the
// ends. What is typed stays, so that it can be looked for in all of them.
func (p *Picker) Turn(by int) {
	if n := len(p.groups); n > 1 {
		p.group = ((p.group+by)%n + n) % n
		p.measure()
		p.narrow(0)
	}
}

// Type takes a key that edits what is typed.
func (p *Picker) Type(msg tea.KeyPressMsg) {
	p.edit(func() { p.typed.Type(msg) })
}

// Paste inserts a text into what is typed.
func (p *Picker) Paste(s string) {
	p.edit(func() { p.typed.Paste(s) })
}

// Typed is what is typed.
func (p *Picker) Typed() string { return p.typed.Value() }

// Clear empties what is typed.
func (p *Picker) Clear() {
	p.edit(func() { p.typed.Set("") })
}

func (p *Picker) edit(change func()) {
	before := p.typed.Value()
	change()
	if p.typed.Value() != before {
		p.narrow(0)
	}
}

// narrow shows the items that have what is typed, with the cursor on one.
func (p *Picker) narrow(cursor int) {
	typed := p.typed.Value()
	p.shown = p.shown[:0]
	for i, item := range p.current().Items {
		if typed == "" || len(search.Occurrences(item.Label, typed, 1)) > 0 {
			p.shown = append(p.shown, i)
		}
	}
	p.list.SetItems(len(p.shown), cursor)
}

// MoveBy moves the cursor by n items, as far as there are any.
func (p *Picker) MoveBy(n int) { p.list.MoveBy(n) }

// MoveTo moves the cursor to one of the items that are shown, or to the end
// nearest to it.
func (p *Picker) MoveTo(item int) { p.list.MoveTo(item) }

// Fits is the number of items that fit into the window, at least 1.
func (p *Picker) Fits() int { return p.list.Fits() }

// ScrollBy moves the window by n items; the cursor goes along only where it
// would be left behind.
func (p *Picker) ScrollBy(n int) { p.list.ScrollBy(n) }

// At returns the item on a line of the picker, counted from 0 at its top. It is
// one that MoveTo takes.
func (p *Picker) At(line int) (item int, ok bool) {
	item, _, ok = p.list.At(line - p.head())
	return item, ok
}

// TabAt returns how far to Turn to the group whose name is at a cell of the
// picker.
func (p *Picker) TabAt(x, line int) (by int, ok bool) {
	for _, t := range p.tabs() {
		if line == 0 && x >= t.from && x < t.to {
			return t.group - p.group, true
		}
	}
	return 0, false
}

// SetSize says how many cells and rows of the screen there are, and how cells
// are measured.
func (p *Picker) SetSize(width, height int, m text.Method) {
	p.width, p.height = max(width, 0), max(height, 0)
	if m != p.method {
		p.method = m
		p.measure()
	}
	p.list.SetHeight(p.height - p.head())
}
