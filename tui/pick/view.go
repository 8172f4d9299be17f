package pick

import (
	"fmt"

	"talks/tui/style"
	"talks/tui/text"
)

const (
	indent     = 3  // room for the bar beside the row under the cursor
	gap        = 2  // between two columns
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
// takes less than a byte, so most rows need not be measured.
func (p *Picker) measure() {
	p.labels, p.notes = 0, 0
	for _, r := range p.rows() {
		p.labels = widest(p.labels, r.Label, wideLabel, p.method)
		p.notes = widest(p.notes, r.Note, wideNote, p.method)
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
	for i := p.top; len(rows) < p.height; i++ {
		add(func(row *text.Row) { p.drawLine(row, i, theme, glyphs) })
	}
	return rows, x, min(1, max(p.height-1, 0))
}

// drawTabs draws what is chosen from: the title, the groups with the one that
// is shown in brackets, and where in it the cursor is.
func (p *Picker) drawTabs(row *text.Row, theme *style.Theme, glyphs *style.Glyphs) {
	where := ""
	if len(p.shown) > 0 {
		where = fmt.Sprintf("%d of %d", p.cursor+1, len(p.shown))
	}
	row.Blank(1)
	if len(p.groups) < 2 || p.width >= roomyWidth {
		row.Add(p.title, theme.Heading).Blank(gap)
	}
	end := text.Width(where, p.method) + gap + 1
	if p.width < roomyWidth {
		where, end = "", 1
	}
	if len(p.groups) == 1 {
		row.AddTruncated(p.groups[0].Name, row.Left()-end, glyphs.Ellipsis, theme.Faint, nil)
	} else {
		p.drawGroups(row, row.Left()-end, theme, glyphs)
	}
	row.Blank(row.Left()-text.Width(where, p.method)-1).Add(where, theme.Faint)
}

// drawGroups draws the names of the groups in room cells: from the first, or
// as many before the one that is shown as leave it in sight.
func (p *Picker) drawGroups(row *text.Row, room int, theme *style.Theme, glyphs *style.Glyphs) {
	need := func(i int) int { return text.Width(p.groups[i].Name, p.method) + gap }
	first := min(p.group, len(p.groups))
	for used := 2 * gap; first > 0; first-- { // brackets, and a sign that there are more
		if used += need(first); used+need(first-1) > room {
			break
		}
	}
	end := row.Left() - room
	if first > 0 {
		row.Add(glyphs.Ellipsis, theme.Faint).Blank(1)
	}
	for i := first; i < len(p.groups); i++ {
		left, name := row.Left()-end, p.groups[i].Name
		if i == p.group {
			row.AddTruncated("["+name+"]", left, glyphs.Ellipsis, theme.Chosen, nil)
		} else {
			row.AddTruncated(name, left, glyphs.Ellipsis, theme.Faint, nil)
		}
		row.Blank(min(gap, row.Left()-end))
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

// drawLine draws the row at place i of those that are shown, or says why there
// is none.
func (p *Picker) drawLine(row *text.Row, i int, theme *style.Theme, glyphs *style.Glyphs) {
	row.Blank(1)
	selected := i == p.cursor && i < len(p.shown)
	if selected {
		row.Add(glyphs.Bar, theme.Cursor)
	}
	row.Blank(row.Left() - (p.width - indent))
	switch {
	case i < len(p.shown):
		p.drawRow(row, p.rows()[p.shown[i]], selected, theme, glyphs)
	case i > 0:
	case len(p.rows()) == 0:
		row.AddTruncated(p.empty, row.Left()-1, glyphs.Ellipsis, theme.Notice, nil)
	default:
		row.AddTruncated("nothing here has "+p.typed.Value(), row.Left()-1, glyphs.Ellipsis, theme.Notice, nil)
	}
}

func (p *Picker) drawRow(row *text.Row, r Row, selected bool, theme *style.Theme, glyphs *style.Glyphs) {
	base := theme.Plain
	if selected {
		base = theme.Chosen
	}
	var marks []text.Mark
	if at, found := newNeedle(p.typed.Value()).in(r.Label); found && at.End > at.Start {
		marks = []text.Mark{{Range: at, Paint: theme.Match}}
	}
	room := row.Left() - 1
	note := min(p.notes, room*3/5)
	label := min(p.labels, room-gap-note)
	note = room - gap - label
	start := row.Left()
	row.AddTruncated(r.Label, label, glyphs.Ellipsis, base, marks)
	row.Blank(label + gap - (start - row.Left()))
	row.AddTruncated(r.Note, note, glyphs.Ellipsis, theme.Faint, nil)
}
