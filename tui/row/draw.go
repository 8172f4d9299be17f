package row

import (
	"talks/tui/style"
	"talks/tui/text"
)

// columnGap parts the columns of the second line.
const columnGap = 2

// leastFact is the fewest cells in which the start of a fact is of use.
const leastFact = 4

// Line draws a line of a talk that is not selected, with a sign before it.
func (r *Row) Line(line int, sign string, theme *style.Theme) string {
	if r.drawn[line] != "" {
		return r.drawn[line]
	}
	row := text.NewRow(r.Width, r.Method).Add(sign, theme.Key).BlankTo(Indent)
	switch {
	case line == 0:
		r.drawTitle(row, theme, theme.Plain, r.titles[:1])
	case r.hasFacts():
		r.drawFacts(row, theme)
	default:
		r.drawQuote(row, theme)
	}
	r.drawn[line] = row.String()
	return r.drawn[line]
}

// DrawSelected draws a line of the selected talk, which has tall lines: it has a bar
// beside it, a bold title and a background. Where the list has no room for all of
// them, the facts come before the rest of the title, and that before the quote.
func (r *Row) DrawSelected(row *text.Row, line, tall int, sign string, theme *style.Theme) {
	row.Add(sign, theme.Key).BlankTo(BarColumn)
	theme = theme.OnSelected()
	row.Fill(theme.Plain).Add(r.Glyphs.Bar, theme.Cursor).BlankTo(Indent)
	titles := min(len(r.titles), mostTitles, max(tall-1, 1))
	switch {
	case line < titles:
		r.drawTitle(row, theme, theme.Chosen, r.titles[line:titles])
	case line == titles && r.hasFacts():
		r.drawFacts(row, theme)
	default:
		r.drawQuote(row, theme)
	}
	row.BlankTo(r.Width).Fill(text.Paint{})
}

// drawTitle draws the first of some lines of the title; the last takes what is left.
func (r *Row) drawTitle(row *text.Row, theme *style.Theme, paint text.Paint, lines []text.Line) {
	room, tag := r.titleRoom()
	marks := highlights(r.title, theme.Match)
	if len(lines) > 1 {
		row.AddHighlighted(r.talk.Title, lines[0].Range, paint, marks)
	} else {
		row.AddRest(r.talk.Title, lines[0].Start, room, r.Glyphs.Ellipsis, paint, marks)
	}
	if lines[0].Start == 0 && tag != "" {
		row.BlankTo(r.Width-1-len(tag)).Add(tag, theme.Tag)
	}
}

// drawFacts draws time and room, each in its column, and the rest after them.
func (r *Row) drawFacts(row *text.Row, theme *style.Theme) {
	at := Indent
	column := func(cells int, f fact) {
		if cells > 0 {
			row.AddTruncated(f.text, min(cells, r.Width-1-at), r.Glyphs.Ellipsis, theme.Faint, highlights(f.marks, theme.Match))
			at = min(at+cells+columnGap, r.Width-1)
			row.BlankTo(at)
		}
	}
	column(r.Columns.when, fact{text: r.when})
	column(r.Columns.room, r.room)
	left := func() int { return r.Width - 1 - row.Column() }
	row.AddTruncated(r.lacks, left(), r.Glyphs.Ellipsis, theme.Notice, nil)
	for i, f := range r.facts {
		if i > 0 || r.lacks != "" {
			if left() < r.cells(r.Glyphs.Dot)+leastFact {
				break
			}
			row.Add(r.Glyphs.Dot, theme.Faint)
		}
		row.AddTruncated(f.text, left(), r.Glyphs.Ellipsis, theme.Faint, highlights(f.marks, theme.Match))
	}
}

// drawQuote draws part of a text, with ellipses where it goes on.
func (r *Row) drawQuote(row *text.Row, theme *style.Theme) {
	if !r.hasFacts() && r.lacks != "" {
		row.Add(r.lacks, theme.Notice)
		if r.isQuoted() {
			row.Add(r.Glyphs.Dot, theme.Faint)
		}
	}
	q := &r.quote
	if !r.isQuoted() {
		return
	}
	if q.shown.Start > 0 {
		row.Add(r.Glyphs.Ellipsis, theme.Faint)
	}
	row.AddHighlighted(q.text, q.shown, theme.Faint, highlights(q.marks, theme.Match))
	if q.shown.End < len(q.text) {
		row.Add(r.Glyphs.Ellipsis, theme.Faint)
	}
}

// highlights are marks in a paint.
func highlights(marks []text.Range, paint text.Paint) []text.Highlight {
	list := make([]text.Highlight, len(marks))
	for i, mark := range marks {
		list[i] = text.Highlight{Range: mark, Paint: paint}
	}
	return list
}
