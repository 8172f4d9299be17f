package picker

import (
	"fmt"
	"strings"

	"talks/catalog/search"
	"talks/tui/list"
	"talks/tui/style"
	"talks/tui/text"
)

const (
	indent      = 2  // room for the bar beside the item under the cursor
	tick        = 4  // "[x] "
	gap         = 2  // between two columns
	wideLabel   = 56 // the widest column of labels: the eye must find the note
	wideNote    = 80
	leastBox    = 44 // cells inside the frame
	leastBeside = 12 // cells beside a frame from which they are left in sight
	roomyHead   = 3  // rows above the list, the last of them blank
	roomy       = 12 // rows from which there is that blank one
	roomyWidth  = 40 // cells from which there is room for words
)

// edge is how many cells or rows the frame takes on each side.
func (p *Picker) edge() int {
	if p.framed {
		return 1
	}
	return 0
}

// head is the number of rows above the list: the title, what is typed and,
// where there is room, a blank one.
func (p *Picker) head() int {
	if p.height >= roomy || p.height == roomyHead+p.lines()+p.edge() {
		return roomyHead
	}
	return roomyHead - 1
}

// lines is the number of rows that all items and their headings take, at least 1.
func (p *Picker) lines() int {
	n := 0
	if len(p.groups) > 1 {
		n = len(p.groups)
	}
	for _, g := range p.groups {
		n += len(g.Items)
	}
	return max(n, 1)
}

// measure finds how wide the columns would like to be. No cell takes less than a
// byte, so most items need not be measured.
func (p *Picker) measure() {
	p.labels, p.notes = 0, 0
	for _, g := range p.groups {
		for _, item := range g.Items {
			p.labels = widest(p.labels, item.Label, wideLabel, p.method)
			p.notes = widest(p.notes, item.Note, wideNote, p.method)
		}
	}
}

func widest(before int, s string, limit int, m text.Method) int {
	if before >= limit || len(s) <= before {
		return before
	}
	if _, cells := text.Cut(s, limit, m); cells > before {
		return cells
	}
	return before
}

// wishes is how many cells there would be room for inside a frame.
func (p *Picker) wishes() int { return p.indent() + p.labels + gap + p.notes + 1 }

// indent is the number of cells before a label.
func (p *Picker) indent() int {
	if p.ticks {
		return indent + tick
	}
	return indent
}

// View draws the picker and returns where in it the cursor of typing stands.
func (p *Picker) View(theme *style.Theme, glyphs *style.Glyphs) (rows []string, x, y int) {
	side := ""
	if p.framed {
		side = text.NewRow(1, p.method).Add(glyphs.Border, theme.Key).String()
	}
	add := func(row *text.Row) { rows = append(rows, side+row.String()+side) }
	inner := func() *text.Row { return text.NewRow(p.width-2*p.edge(), p.method) }
	rows = append(rows, p.titleRow(theme, glyphs))
	for len(rows) < p.height-p.edge() {
		row := inner()
		switch len(rows) {
		case 1:
			x = p.drawTyped(row, theme)
		default:
			p.drawLine(row, len(rows), theme, glyphs)
		}
		add(row)
	}
	if p.framed {
		rows = append(rows, p.lastRow(theme, glyphs))
	}
	return rows[:p.height], x + p.edge(), min(1, max(p.height-1, 0))
}

// position is that of the cursor, where there is room to say it.
func (p *Picker) position() string {
	if len(p.shown) == 0 || !p.ShowsAction() {
		return ""
	}
	return fmt.Sprintf("%d of %d", p.list.Cursor()+1, len(p.shown))
}

// subtitle is the name of the only group, and how many items are ticked.
func (p *Picker) subtitle(glyphs *style.Glyphs) string {
	var parts []string
	if len(p.groups) == 1 {
		parts = append(parts, p.groups[0].Name)
	}
	if n := p.ticked(); n > 0 {
		parts = append(parts, fmt.Sprintf("%d ticked", n))
	}
	return strings.Join(parts, glyphs.Dot)
}

// titleRow says what is chosen from, and where in it the cursor is.
func (p *Picker) titleRow(theme *style.Theme, glyphs *style.Glyphs) string {
	row, position := text.NewRow(p.width, p.method), p.position()
	if p.framed {
		row.Add(glyphs.Corners[0]+glyphs.Rule, theme.Key)
	}
	row.Blank(1).AddTruncated(p.title, row.Left()-2, glyphs.Ellipsis, theme.Heading, nil).Blank(1)
	if of := p.subtitle(glyphs); of != "" {
		room := row.Left() - text.Width(position, p.method) - 2*gap
		row.AddTruncated(of, room, glyphs.Ellipsis, theme.Faint, nil).Blank(1)
	}
	if !p.framed {
		return row.AddRight(position, theme.Faint).String()
	}
	if position != "" {
		position = " " + position + " "
	}
	p.rule(row, row.Left()-text.Width(position, p.method)-2, theme, glyphs)
	return row.Add(position, theme.Faint).Add(glyphs.Rule+glyphs.Corners[1], theme.Key).String()
}

// lastRow is the lower edge of the frame: it says what enter does.
func (p *Picker) lastRow(theme *style.Theme, glyphs *style.Glyphs) string {
	row := text.NewRow(p.width, p.method).Add(glyphs.Corners[2]+glyphs.Rule, theme.Key)
	if p.action != "" {
		row.Blank(1)
		p.drawAction(row, row.Left()-3, theme, glyphs)
		row.Blank(1)
	}
	p.rule(row, row.Left()-1, theme, glyphs)
	return row.Add(glyphs.Corners[3], theme.Key).String()
}

func (p *Picker) rule(row *text.Row, cells int, theme *style.Theme, glyphs *style.Glyphs) {
	row.Add(strings.Repeat(glyphs.Rule, max(cells, 0)), theme.Key)
}

// drawAction draws what enter does.
func (p *Picker) drawAction(row *text.Row, room int, theme *style.Theme, glyphs *style.Glyphs) {
	const enter = "enter"
	row.AddTruncated(enter, room, "", theme.Key, nil)
	row.AddTruncated(" "+p.action, room-len(enter), glyphs.Ellipsis, theme.Plain, nil)
}

// OnAction reports whether a cell of the picker says what enter does.
func (p *Picker) OnAction(x, line int) bool {
	switch {
	case p.action == "":
		return false
	case p.framed:
		return line == p.height-1 && x >= 2 && x < min(5+len("enter")+text.Width(p.action, p.method), p.width-1)
	}
	return p.ShowsAction() && line == 1 && x >= p.width-1-p.actionWidth()
}

// ShowsAction reports whether there is room for words, as for what enter does.
func (p *Picker) ShowsAction() bool { return p.framed || p.width >= roomyWidth }

// actionWidth is the room for it beside what is typed.
func (p *Picker) actionWidth() int {
	if p.framed || p.action == "" || !p.ShowsAction() {
		return 0
	}
	return min(len("enter ")+text.Width(p.action, p.method), p.width*2/3)
}

// drawTyped draws what is typed and returns the column of its cursor.
func (p *Picker) drawTyped(row *text.Row, theme *style.Theme) int {
	row.Blank(1)
	start := 1
	if p.ShowsAction() {
		const sign = "> "
		row.Add(sign, theme.Key)
		start += len(sign)
	}
	width, action := row.Left(), p.actionWidth()
	column := p.typed.Draw(row, max(width-1-action, 1), theme.Plain, p.method)
	if p.typed.Value() == "" && p.ShowsAction() {
		row.AddTruncated("type to narrow", width-2-action, "", theme.Faint, nil)
	}
	if action > 0 {
		p.drawAction(row.BlankTo(row.Column()+row.Left()-1-action), action, theme, &style.Glyphs{})
	}
	return min(start+column, max(p.width-2*p.edge()-1, 0))
}

// drawLine draws a line of the picker below what is typed: a heading, an item or,
// on the first, why there is none.
func (p *Picker) drawLine(row *text.Row, line int, theme *style.Theme, glyphs *style.Glyphs) {
	i, part, ok := p.list.At(line - p.head())
	switch {
	case ok && part == list.Heading:
		row.Blank(1).Add(p.groups[p.shown[i].group].Name, theme.Heading)
	case ok && i == p.list.Cursor():
		theme = theme.OnSelected()
		row.Fill(theme.Plain).Add(glyphs.Bar, theme.Cursor)
		p.drawItem(row, i, theme.Chosen, theme, glyphs)
		row.BlankTo(row.Column() + row.Left()).Fill(text.Paint{})
	case ok:
		p.drawItem(row, i, theme.Plain, theme, glyphs)
	case len(p.shown) == 0 && line == p.head():
		why := p.empty
		if p.lines() > 1 {
			why = "nothing here has " + p.typed.Value()
		}
		row.BlankTo(indent).AddTruncated(why, row.Left()-1, glyphs.Ellipsis, theme.Notice, nil)
	}
}

// drawItem draws the label of an item in the paint for it, its tick and its note.
func (p *Picker) drawItem(row *text.Row, i int, base text.Paint, theme *style.Theme, glyphs *style.Glyphs) {
	at := p.shown[i]
	item := p.groups[at.group].Items[at.item]
	row.BlankTo(indent)
	switch {
	case item.Ticked:
		row.Add("[x] ", theme.Cursor)
	case p.ticks:
		row.Add("[ ] ", theme.Faint)
	}
	if item.Idle && i != p.list.Cursor() {
		base = theme.Faint
	}
	var highlights []text.Highlight
	for _, found := range search.Occurrences(item.Label, p.typed.Value(), 1) {
		highlights = []text.Highlight{{Range: text.Range{Start: found.Start, End: found.End}, Paint: theme.Match}}
	}
	room := row.Left() - 1
	note := min(p.notes, room*2/5) // the label matters more
	label := min(p.labels, room-gap-note)
	switch {
	case p.ticks:
		label = room - gap - note // counts stand at the right
	case item.Note == "":
		label = room - gap
	}
	note = room - gap - label
	end := row.Column() + label + gap
	row.AddTruncated(item.Label, label, glyphs.Ellipsis, base, highlights)
	row.BlankTo(end).AddTruncated(item.Note, note, glyphs.Ellipsis, theme.Faint, nil)
}
