package tui

import (
	"strings"

	"talks/catalog"
	"talks/catalog/search"
	"talks/tui/detail"
	"talks/tui/text"
)

// A listRow is what the list shows of a talk: the title and, below it, a line
// that says why it was found, or who gives it when and where. Working it out
// takes longer than drawing it, so the model keeps those it has drawn.
type listRow struct {
	talk       *catalog.Talk
	title      []text.Highlight
	lacks      string     // what the second line begins with, if the talk lacks a word
	line       string     // the text that the second line is taken from
	shown      text.Range // what of it is shown
	when       text.Range // what of it is kept where the row is too narrow
	highlights []text.Highlight
}

// indent is the room for the bar beside the selected row.
const indent = 3

// row returns what the list shows at index i, in a list of width cells.
func (m *Model) row(i, width int) listRow {
	if r, ok := m.rows[i]; ok {
		return r
	}
	hit := m.hit(i)
	r := listRow{talk: hit.Talk, title: m.highlights(hit.Spans, catalog.Title)}
	r.lacks = m.lack(i, hit, width)
	room := width - m.lacksRoom(r.lacks)
	if !m.explain(&r, hit, width, room) {
		m.describe(&r, hit, room)
	}
	if m.rows == nil {
		m.rows = make(map[int]listRow)
	}
	m.rows[i] = r
	return r
}

// hit returns the talk at index i of the list, with why the query found it.
// That is worked out once.
func (m *Model) hit(i int) search.Hit {
	if m.results == nil {
		return search.Hit{Talk: m.talk(i)}
	}
	rank := m.rank(i)
	hit, ok := m.explained[rank]
	if !ok {
		hit = m.results.Explain(rank)
		m.explained[rank] = hit
	}
	return hit
}

// lack says which words of the query a talk lacks, if it does not stand below the
// rule, and there is room to say so.
func (m *Model) lack(i int, hit search.Hit, width int) string {
	if len(hit.Lacks) == 0 || m.results.Weak || m.list.RuleRow() >= 0 && i >= m.nearFrom() {
		return ""
	}
	s := "without: " + strings.Join(hit.Lacks, ", ")
	if m.lacksRoom(s) > m.lineRoom(width)-leastList {
		return ""
	}
	return s
}

// lacksRoom is how many cells it takes to say what a talk lacks before the rest
// of its second line.
func (m *Model) lacksRoom(lacks string) int {
	if lacks == "" {
		return 0
	}
	return m.cells(lacks + m.glyphs.Dot)
}

// explain fills the second line, which has room for so many cells, with what the
// query found and the title does not show. It reports whether there is anything.
func (m *Model) explain(r *listRow, hit search.Hit, width, room int) bool {
	if m.results == nil {
		return false
	}
	room = m.lineRoom(room)
	switch hit.Reason {
	case search.InBody:
		m.quote(r, hit, hit.Passage(room, m.cells))
		return true
	case search.InTitle:
		titleWidth, _ := titleRoom(r.talk, width)
		if unseen := m.unseen(r.talk.Title, r.title, titleWidth); len(unseen) > 0 {
			r.line, r.highlights = r.talk.Title, r.title
			r.shown = m.around(r.line, unseen, room)
			return true
		}
	}
	return false
}

// quote fills the second line with a passage of the talk.
func (m *Model) quote(r *listRow, hit search.Hit, passage search.Span) {
	r.line = r.talk.Text(passage.Field)
	r.shown = text.Range{Start: passage.Start, End: passage.End}
	r.highlights = m.highlights(hit.Spans, passage.Field)
}

// describe fills the second line with who gives the talk, when and where or, if
// nothing of that is known, with the start of its abstract.
func (m *Model) describe(r *listRow, hit search.Hit, width int) {
	byline := detail.Byline(r.talk, m.setting())
	switch room := m.lineRoom(width); {
	case byline.Text == "" && m.results != nil:
		m.quote(r, hit, hit.Passage(room, m.cells))
		return
	case byline.Text == "":
		m.quote(r, hit, search.Span{Field: catalog.Abstract, End: firstLine(r.talk.Abstract, room, m.method)})
		return
	}
	r.line, r.shown, r.when = byline.Text, text.Range{Start: 0, End: len(byline.Text)}, byline.When
	for _, found := range byline.Ranges(hit.Spans) {
		r.highlights = append(r.highlights, text.Highlight{Range: found, Paint: m.theme.Match})
	}
	if unseen := m.unseen(r.line, r.highlights, width-indent-1); len(unseen) > 0 {
		r.shown = m.around(r.line, unseen, m.lineRoom(width))
	}
}

// lineRoom is how many cells of a list the second line has between two
// ellipses.
func (m *Model) lineRoom(width int) int {
	return max(width-indent-1-2*m.cells(m.glyphs.Ellipsis), 0)
}

// unseen are the highlights that begin after the end of s truncated to a width.
func (m *Model) unseen(s string, highlights []text.Highlight, width int) []text.Highlight {
	end, _ := text.Cut(s, width, m.method)
	if end < len(s) {
		end, _ = text.Cut(s, width-m.cells(m.glyphs.Ellipsis), m.method)
	}
	for i, h := range highlights {
		if h.Start >= end {
			return highlights[i:]
		}
	}
	return nil
}

// around is the part of a line around highlights.
func (m *Model) around(line string, highlights []text.Highlight, room int) text.Range {
	spans := make([]search.Span, len(highlights))
	for i, h := range highlights {
		spans[i] = search.Span{Start: h.Start, End: h.End}
	}
	part := search.Window(line, spans, room, m.cells)
	return text.Range{Start: part.Start, End: part.End}
}

// firstLine is the end of as much of the first line of s as fits, cut between
// words where it can be.
func firstLine(s string, room int, method text.Method) int {
	end, _ := text.Cut(s, room+2, method) // and the character that does not fit
	return text.Wrap(s[:end], room, method)[0].End
}

// highlights returns the spans of one field as they are drawn.
func (m *Model) highlights(spans []search.Span, f catalog.Field) []text.Highlight {
	var out []text.Highlight
	for _, s := range spans {
		if s.Field == f {
			out = append(out, text.Highlight{Range: text.Range{Start: s.Start, End: s.End}, Paint: m.theme.Match})
		}
	}
	return out
}

// drawList draws row y of the window in the list. The selected talk has a bar
// beside it and a bold title.
func (m *Model) drawList(row *text.Row, pane rect, y int) {
	if y-pane.y == m.list.RuleRow() {
		m.drawRule(row, pane.w-1)
		return
	}
	i, line, ok := m.list.At(y - pane.y)
	if !ok {
		return
	}
	r := m.row(i, pane.w)
	row.Blank(1)
	base := m.theme.Plain
	if i == m.list.Cursor() {
		row.Add(m.glyphs.Bar, m.theme.Cursor)
		base = m.theme.Chosen
	}
	row.BlankTo(indent)
	if line > 0 {
		row.Add(r.lacks, m.theme.Notice)
		if r.lacks != "" && r.shown.Start < r.shown.End {
			row.Add(m.glyphs.Dot, m.theme.Faint)
		}
		m.drawLine(row, r, pane.w-indent-1-m.lacksRoom(r.lacks))
		return
	}
	room, tag := titleRoom(r.talk, pane.w)
	row.AddTruncated(r.talk.Title, room, m.glyphs.Ellipsis, base, r.title)
	if tag != "" {
		row.BlankTo(pane.w-1-len(tag)).Add(tag, m.theme.Tag)
	}
}

// drawRule draws the rule that parts the near misses from the talks above them, up
// to a column.
func (m *Model) drawRule(row *text.Row, end int) {
	line := strings.Repeat(m.glyphs.Rule, 2) + " closest, not all words "
	row.Blank(1).AddTruncated(line+strings.Repeat(m.glyphs.Rule, max(end-1-m.cells(line), 0)), end-1, m.glyphs.Rule, m.theme.Faint, nil)
}

// titleRoom is how many cells of a list a title has, and the tag after it.
func titleRoom(t *catalog.Talk, width int) (room int, tag string) {
	room = width - indent - 1
	if !t.HasLink(catalog.LinkSlides) {
		return room, ""
	}
	tag = "slides"
	if left := room - len(tag) - 2; left >= indent*2 {
		return left, tag
	}
	return room, "" // a very narrow list: the title matters more
}

// drawLine draws the second line of a talk, with ellipses where its text goes
// on.
func (m *Model) drawLine(row *text.Row, r listRow, width int) {
	if r.shown.Start == r.shown.End {
		return
	}
	if r.shown.Start == 0 && r.shown.End == len(r.line) {
		m.drawWhole(row, r, width)
		return
	}
	if r.shown.Start > 0 {
		row.Add(m.glyphs.Ellipsis, m.theme.Faint)
	}
	row.AddHighlighted(r.line, r.shown, m.theme.Faint, r.highlights)
	if r.shown.End < len(r.line) {
		row.Add(m.glyphs.Ellipsis, m.theme.Faint)
	}
}

// leastRoom is the fewest cells in which a part of a room's name is of use.
const leastRoom = 5

// drawWhole draws a second line that is not taken from a longer text. Where it
// is too long, the time stays and what is before or after it is cut, unless
// that is what was found.
func (m *Model) drawWhole(row *text.Row, r listRow, width int) {
	left := width - m.cells(r.line[:r.when.End]) // after the time
	if len(r.highlights) > 0 || left >= leastRoom || m.cells(r.line[r.when.End:]) <= left {
		row.AddTruncated(r.line, width, m.glyphs.Ellipsis, m.theme.Faint, r.highlights)
		return
	}
	room := width - m.cells(r.line[r.when.Start:r.when.End])
	row.AddTruncated(r.line[:r.when.Start], room, m.glyphs.Ellipsis, m.theme.Faint, nil)
	row.AddHighlighted(r.line, r.when, m.theme.Faint, nil)
}
