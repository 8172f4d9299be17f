// Package pick is a list to choose one row from: groups of rows behind tabs,
// narrowed down by typing. It keeps a cursor and a window and draws itself; it
// does not know what the rows stand for.
package pick

import (
	tea "charm.land/bubbletea/v2"

	"talks/tui/prompt"
	"talks/tui/text"
)

// A Row can be chosen. Label is what it is found by, Note stands beside it.
type Row struct{ Label, Note string }

// A Group is rows behind one tab.
type Group struct {
	Name string
	Rows []Row
}

// A Picker shows the rows of one group at a time, those that have what is
// typed in their label.
type Picker struct {
	title  string
	empty  string // said where there is no row at all
	groups []Group
	group  int // the one that is shown
	typed  *prompt.Prompt

	shown  []int // places in the group of the rows that have what is typed
	cursor int   // place in shown
	top    int   // first of shown in the window

	width, height int
	method        text.Method
	labels, notes int // cells that the columns of the group would like
}

// New returns a picker without rows, nothing typed.
func New() *Picker { return &Picker{typed: prompt.New()} }

// Open starts anew, with nothing typed: what is chosen from, and what to say
// where there is no row.
func (p *Picker) Open(title, empty string, groups []Group) {
	p.typed.Set("")
	p.title, p.groups, p.group = title, nil, 0
	p.shown, p.cursor, p.top = nil, 0, 0
	p.SetGroups(empty, groups)
}

// SetGroups replaces the rows. The group, the row under the cursor and what is
// typed stay, as far as they are still there.
func (p *Picker) SetGroups(empty string, groups []Group) {
	name, label := p.name(), p.label()
	p.empty, p.groups, p.group = empty, groups, 0
	for i, g := range groups {
		if g.Name == name {
			p.group = i
		}
	}
	p.measure()
	p.narrow()
	for i, n := range p.shown {
		if p.rows()[n].Label == label {
			p.MoveTo(i)
			return
		}
	}
	p.MoveTo(p.cursor)
}

// Groups is the number of groups.
func (p *Picker) Groups() int { return len(p.groups) }

func (p *Picker) rows() []Row {
	if p.group >= len(p.groups) {
		return nil
	}
	return p.groups[p.group].Rows
}

func (p *Picker) name() string {
	if p.group >= len(p.groups) {
		return ""
	}
	return p.groups[p.group].Name
}

func (p *Picker) label() string {
	if p.cursor >= len(p.shown) {
		return ""
	}
	return p.rows()[p.shown[p.cursor]].Label
}

// Chosen is the row under the cursor, by the places of its group and of the
// row in it; ok is false where there is none.
func (p *Picker) Chosen() (group, row int, ok bool) {
	if p.cursor >= len(p.shown) {
		return 0, 0, false
	}
	return p.group, p.shown[p.cursor], true
}

// Turn goes to the next group (by 1) or the one before (by -1), around the
// ends. What is typed stays, so that it can be looked for in all of them.
func (p *Picker) Turn(by int) {
	if n := len(p.groups); n > 1 {
		p.group = ((p.group+by)%n + n) % n
		p.measure()
		p.narrow()
		p.MoveTo(0)
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

// Clear empties what is typed.
func (p *Picker) Clear() {
	p.edit(func() { p.typed.Set("") })
}

func (p *Picker) edit(change func()) {
	before := p.typed.Value()
	change()
	if p.typed.Value() != before {
		p.narrow()
		p.MoveTo(0)
	}
}

// narrow finds the rows that have what is typed.
func (p *Picker) narrow() {
	sought := newNeedle(p.typed.Value())
	p.shown = p.shown[:0]
	for i, r := range p.rows() {
		if _, found := sought.in(r.Label); found {
			p.shown = append(p.shown, i)
		}
	}
}

// MoveBy moves the cursor by n rows, as far as there are any.
func (p *Picker) MoveBy(n int) { p.MoveTo(p.cursor + n) }

// MoveTo moves the cursor to a row of those that are shown, or to the end
// nearest to it.
func (p *Picker) MoveTo(row int) {
	p.cursor = row
	p.follow()
}

// Len is the number of rows that have what is typed.
func (p *Picker) Len() int { return len(p.shown) }

// ScrollBy moves the window by n rows; the cursor goes along only where it
// would be left behind.
func (p *Picker) ScrollBy(n int) {
	fits := p.Fits()
	p.top = min(max(p.top+n, 0), max(len(p.shown)-fits, 0))
	p.cursor = min(max(p.cursor, p.top), p.top+fits-1)
	p.follow()
}

// At returns the row on a line of the picker, counted from 0 at its top. It is
// one that MoveTo takes.
func (p *Picker) At(line int) (row int, ok bool) {
	line -= p.head()
	row = p.top + line
	return row, line >= 0 && line < p.Fits() && row < len(p.shown)
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
	p.follow()
}

// Fits is the number of rows that fit into the window, at least 1.
func (p *Picker) Fits() int { return max(p.height-p.head(), 1) }

// follow brings the cursor among the rows and the window to the cursor.
func (p *Picker) follow() {
	fits := p.Fits()
	p.cursor = min(max(p.cursor, 0), max(len(p.shown)-1, 0))
	p.top = max(min(p.top, p.cursor), p.cursor-fits+1)
	p.top = min(max(p.top, 0), max(len(p.shown)-fits, 0))
}
