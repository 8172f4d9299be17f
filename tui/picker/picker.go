// Package picker is a box to choose from: groups of items below one another,
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
type Item struct {
	Label, Note string
	Ticked      bool
	Idle        bool // choosing it changes nothing: it is drawn faintly
}

// A Group is items below one heading.
type Group struct {
	Name  string
	Items []Item
}

// A Picker shows the items whose label has what is typed, letter case and accents
// ignored.
type Picker struct {
	title  string
	empty  string // said where there is no item at all
	action string // what enter does
	ticks  bool   // several items can be chosen at once
	groups []Group
	typed  *prompt.Prompt

	shown []place // of the items that have what is typed
	list  list.List

	roomWidth, roomHeight int // that there is for it
	width, height         int
	framed                bool
	method                text.Method
	labels, notes         int // cells that the columns would like
}

// A place is where an item is: the indexes of its group and of the item in it.
type place struct{ group, item int }

// New returns a picker without items, nothing typed.
func New() *Picker { return &Picker{typed: prompt.New(), list: list.New(1, 0)} }

// Show starts anew, with nothing typed: what is chosen from, what enter does with
// it, whether items are ticked, and what to say where there is no item.
func (p *Picker) Show(title, action string, ticks bool, empty string, groups []Group) {
	p.typed.Set("")
	p.title, p.ticks, p.groups, p.shown = title, ticks, nil, nil
	p.list.SetItems(0, 0)
	p.SetGroups(action, empty, groups)
}

// SetGroups replaces the items, and what enter does. The item under the cursor and
// what is typed stay, as far as they are still there.
func (p *Picker) SetGroups(action, empty string, groups []Group) {
	before := p.groups
	g, i, ok := p.Item()
	p.action, p.empty, p.groups = action, empty, groups
	p.measure()
	p.narrow(p.list.Cursor())
	p.fit()
	if !ok {
		return
	}
	group, label := before[g].Name, before[g].Items[i].Label
	same := func(at place) bool {
		return groups[at.group].Name == group && groups[at.group].Items[at.item].Label == label
	}
	if i := slices.IndexFunc(p.shown, same); i >= 0 {
		p.MoveTo(i)
	}
}

// Tick draws an item as ticked, or as not.
func (p *Picker) Tick(group, item int, ticked bool) { p.groups[group].Items[item].Ticked = ticked }

// SetAction says what enter does.
func (p *Picker) SetAction(action string) { p.action = action }

// Ticks reports whether several items can be chosen at once.
func (p *Picker) Ticks() bool { return p.ticks }

// Groups is the number of groups that have items with what is typed.
func (p *Picker) Groups() int { return len(p.firsts()) }

// Item is the one under the cursor, by the indexes of its group and of the item in
// it; ok is false where there is none.
func (p *Picker) Item() (group, item int, ok bool) {
	if len(p.shown) == 0 {
		return 0, 0, false
	}
	at := p.shown[p.list.Cursor()]
	return at.group, at.item, true
}

// Turn goes to the first item of the next group (by 1), or of this one or the one
// before (by -1), around the ends, and brings as much of the group into sight as fits.
func (p *Picker) Turn(by int) {
	firsts := p.firsts()
	n := len(firsts)
	if n == 0 {
		return
	}
	cursor := int32(p.list.Cursor())
	at, isFirst := slices.BinarySearch(firsts, cursor)
	switch {
	case by < 0:
		at--
	case isFirst:
		at++
	}
	at = (at%n + n) % n
	first, end := int(firsts[at]), len(p.shown)
	if at+1 < n {
		end = int(firsts[at+1])
	}
	p.list.MoveTo(min(end-1, first+p.list.Fits()-2)) // a heading takes a row
	p.list.MoveTo(first)
}

// ticked is the number of items that are ticked.
func (p *Picker) ticked() int {
	n := 0
	for _, g := range p.groups {
		for _, item := range g.Items {
			if item.Ticked {
				n++
			}
		}
	}
	return n
}

// firsts are the indexes of the first items of groups.
func (p *Picker) firsts() []int32 {
	var firsts []int32
	for i, at := range p.shown {
		if i == 0 || at.group != p.shown[i-1].group {
			firsts = append(firsts, int32(i))
		}
	}
	return firsts
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

// narrow shows the items of all groups that have what is typed, with the cursor on
// one.
func (p *Picker) narrow(cursor int) {
	typed := p.typed.Value()
	p.shown = p.shown[:0]
	for g, group := range p.groups {
		for i, item := range group.Items {
			if typed == "" || len(search.Occurrences(item.Label, typed, 1)) > 0 {
				p.shown = append(p.shown, place{g, i})
			}
		}
	}
	var headings []int32
	if len(p.groups) > 1 {
		headings = p.firsts()
	}
	p.list.SetItems(len(p.shown), cursor, headings...)
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

// At returns the item at a cell of the picker, counted from 0 at its left upper
// corner: one that MoveTo takes. Of a heading it is the first below.
func (p *Picker) At(x, line int) (item int, heading, ok bool) {
	if edge := p.edge(); x < edge || x >= p.width-edge || line >= p.height-edge {
		return 0, false, false
	}
	item, row, ok := p.list.At(line - p.head())
	return item, row == list.Heading, ok
}

// SetRoom says how many cells and rows of the screen there are, whether the picker
// is a box in them or takes them all, and how cells are measured.
func (p *Picker) SetRoom(width, height int, framed bool, m text.Method) {
	p.roomWidth, p.roomHeight, p.framed = max(width, 0), max(height, 0), framed
	if m != p.method {
		p.method = m
		p.measure()
	}
	p.fit()
}

// fit makes a box as large as what it holds, whatever is typed.
func (p *Picker) fit() {
	p.width, p.height = p.roomWidth, p.roomHeight
	if p.framed {
		if width := max(p.wishes(), leastBox) + 2; p.width-width >= leastBeside {
			p.width = width
		}
		p.height = min(p.height, roomyHead+p.lines()+1)
	}
	p.list.SetHeight(p.height - p.head() - p.edge())
}

// Size is that of the picker, in cells and rows.
func (p *Picker) Size() (width, height int) { return p.width, p.height }
