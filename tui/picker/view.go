package picker

import (
	"fmt"

	"talks/catalog/search"
	"talks/tui/style"
	"talks/tui/text"
)

const (
	indent     = 3  // room for the bar beside the item under the cursor
	gap        = 2  // between two columns
	brackets   = 2  // around the name of a group
	more       = 2  // for an ellipsis where there are groups before
	wideLabel  = 56 // the widest column of labels: the eye must find the note
	wideNote   = 80
	roomy      = 10 // rows from which one is left blank above the list
	roomyWidth = 40 // cells from which there is room for words
)

// head is the number of rows above the list: the tabs, what is typed and,
// where there is room, a blank one.
func (p *Picker) head() int {
	if p.height >= roomy {
		return 3
	}
	return 2
}

// measure finds how wide the columns of the group would like to be. No cell
// takes less than a byte, so most items need not be measured.
func (p *Picker) measure() {
	p.labels, p.notes = 0, 0
	for _, item := range p.current().Items {
		p.labels = widest(p.labels, item.Label, wideLabel, p.method)
		p.notes = widest(p.notes, item.Note, wideNote, p.method)
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

// View draws the picker, exactly as wide and high as it was told, and returns
// where in it the cursor of typing stands.
func (p *Picker) View(theme *style.Theme, glyphs *style.Glyphs) (rows []string, x, y int) {
	rows = make([]string, 0, p.height)
	add := func(draw func(row *text.Row)) {
		if len(rows) < p.height {
			row := text.NewRow(p.width, p.method)
			draw(row)
			rows = append(rows, row.String())
		}
	}
	add(func(row *text.Row) { p.drawTabs(row, theme, glyphs) })
	add(func(row *text.Row) { x = p.drawTyped(row, theme) })
	for len(rows) < p.head() && len(rows) < p.height {
		add(func(*text.Row) {})
	}
	for len(rows) < p.height {
		add(func(row *text.Row) { p.drawLine(row, len(rows), theme, glyphs) })
	}
	return rows, x, min(1, max(p.height-1, 0))
}

// position is that of the cursor, where there is room to say it.
func (p *Picker) position() string {
	if len(p.shown) == 0 || p.width < roomyWidth {
		return ""
	}
	return fmt.Sprintf("%d of %d", p.list.Cursor()+1, len(p.shown))
}

// endOfTabs is the column after the last that the tabs may take.
func (p *Picker) endOfTabs() int {
	if position := p.position(); position != "" {
		return p.width - 1 - text.Width(position, p.method) - gap
	}
	return p.width - 1
}

// A tab is the name of a group and where it is drawn: columns of the first line.
type tab struct{ group, from, to int }

// tabs are those that there is room for, from the first, or with as many before
// the one that is shown as leave it in sight.
func (p *Picker) tabs() []tab {
	at, end := 1, p.endOfTabs()
	if p.width >= roomyWidth {
		at += text.Width(p.title, p.method) + gap
	}
	need := func(i int) int { return text.Width(p.groups[i].Name, p.method) + brackets }
	first := min(p.group, len(p.groups))
	for used := more; first > 0; first-- {
		if used += need(first); used+need(first-1) > end-at {
			break
		}
	}
	if first > 0 {
		at += more
	}
	var tabs []tab
	for i := first; i < len(p.groups) && at < end; i++ {
		to := min(at+need(i), end)
		tabs = append(tabs, tab{group: i, from: at, to: to})
		at = to
	}
	return tabs
}

// drawTabs draws what is chosen from: the title, the groups, and the position
// of the cursor in the one that is shown. That one has brackets where the others
// have blanks, so that no name moves from group to group.
func (p *Picker) drawTabs(row *text.Row, theme *style.Theme, glyphs *style.Glyphs) {
	row.Blank(1)
	if len(p.groups) < 2 || p.width >= roomyWidth {
		row.Add(p.title, theme.Heading).Blank(gap)
	}
	if len(p.groups) == 1 {
		row.AddTruncated(p.groups[0].Name, p.endOfTabs()-(p.width-row.Left()), glyphs.Ellipsis, theme.Faint, nil)
	} else {
		p.drawGroups(row, theme, glyphs)
	}
	row.AddRight(p.position(), theme.Faint)
}

func (p *Picker) drawGroups(row *text.Row, theme *style.Theme, glyphs *style.Glyphs) {
	tabs := p.tabs()
	if len(tabs) > 0 && tabs[0].group > 0 {
		row.AddTruncated(glyphs.Ellipsis, more, "", theme.Faint, nil)
	}
	for _, t := range tabs {
		name, paint := " "+p.groups[t.group].Name+" ", theme.Faint
		if t.group == p.group {
			name, paint = "["+p.groups[t.group].Name+"]", theme.Chosen
		}
		row.BlankTo(t.from).AddTruncated(name, t.to-t.from, glyphs.Ellipsis, paint, nil)
	}
}

// drawTyped draws what is typed and returns the column of its cursor.
func (p *Picker) drawTyped(row *text.Row, theme *style.Theme) int {
	row.Blank(1)
	start := 1
	if p.width >= roomyWidth {
		const label = "narrow "
		row.Add(label, theme.Key)
		start += len(label)
	}
	column := p.typed.Draw(row, max(p.width-start-1, 1), theme.Plain, p.method)
	return min(start+column, max(p.width-1, 0))
}

// drawLine draws a line of the picker below what is typed: an item or, on the
// first, why there is none.
func (p *Picker) drawLine(row *text.Row, line int, theme *style.Theme, glyphs *style.Glyphs) {
	row.Blank(1)
	i, ok := p.At(line)
	switch {
	case ok:
		paint := theme.Plain
		if i == p.list.Cursor() {
			row.Add(glyphs.Bar, theme.Cursor)
			paint = theme.Chosen
		}
		p.drawItem(row.BlankTo(indent), p.current().Items[p.shown[i]], paint, theme, glyphs)
	case len(p.shown) == 0 && line == p.head():
		why := p.empty
		if len(p.current().Items) > 0 {
			why = "nothing here has " + p.typed.Value()
		}
		row.BlankTo(indent).AddTruncated(why, row.Left()-1, glyphs.Ellipsis, theme.Notice, nil)
	}
}

// drawItem draws the label of an item in the paint for it, and its note.
func (p *Picker) drawItem(row *text.Row, item Item, base text.Paint, theme *style.Theme, glyphs *style.Glyphs) {
	var highlights []text.Highlight
	for _, found := range search.Occurrences(item.Label, p.typed.Value(), 1) {
		highlights = []text.Highlight{{Range: text.Range{Start: found.Start, End: found.End}, Paint: theme.Match}}
	}
	room := row.Left() - 1
	note := min(p.notes, room*3/5)
	label := min(p.labels, room-gap-note)
	note = room - gap - label
	row.AddTruncated(item.Label, label, glyphs.Ellipsis, base, highlights)
	row.BlankTo(indent+label+gap).AddTruncated(item.Note, note, glyphs.Ellipsis, theme.Faint, nil)
}
