package tui

import (
	"unicode/utf8"

	"talks/catalog"
	"talks/catalog/search"
	"talks/tui/detail"
	"talks/tui/text"
)

// An item is what the list shows of a hit: the title and, below it, a line
// that says why it was found, or who gives it when and where. Working it out
// takes longer than drawing it, so the model keeps the items it has shown.
type item struct {
	talk  *catalog.Talk
	title []text.Mark
	line  string     // the text that the second line is taken from
	part  text.Range // what is taken
	when  text.Range // what of it is not cut
	marks []text.Mark
}

// indent is the room for the bar beside the selected row.
const indent = 3

// item returns what the list shows at place i, in a list of width cells.
func (m *Model) item(i, width int) item {
	if it, ok := m.items[i]; ok {
		return it
	}
	hit := m.hit(i)
	it := item{talk: hit.Talk, title: m.marks(hit.Spans, catalog.Title)}
	if !m.explain(&it, i, hit, width) {
		m.describe(&it, i, hit, width)
	}
	m.items[i] = it
	return it
}

// explain takes for the second line what the query found and the first does
// not show; it says whether there is anything.
func (m *Model) explain(it *item, i int, hit search.Hit, width int) bool {
	if m.results == nil {
		return false
	}
	room := m.lineRoom(width)
	switch m.results.Reason(m.at(i)) {
	case search.InBody:
		passage := m.results.Passage(m.at(i), room, m.cells)
		it.line = hit.Talk.Text(passage.Field)
		it.part = text.Range{Start: passage.Start, End: passage.End}
		it.marks = m.marks(hit.Spans, passage.Field)
		return true
	case search.InTitle:
		titleWidth, _ := titleRoom(hit.Talk, width)
		if unseen := m.unseen(hit.Talk.Title, it.title, titleWidth); len(unseen) > 0 {
			it.line, it.marks = hit.Talk.Title, it.title
			it.part = m.window(it.line, unseen, room)
			return true
		}
	}
	return false
}

// describe takes for the second line who gives the talk, when and where, or if
// nothing is known how its abstract begins.
func (m *Model) describe(it *item, i int, hit search.Hit, width int) {
	facts := detail.FactsOf(hit.Talk, m.setting())
	if facts.Text == "" {
		room := m.lineRoom(width)
		passage := search.Span{Field: catalog.Abstract, End: firstLine(hit.Talk.Abstract, room, m.method)}
		if m.results != nil {
			passage = m.results.Passage(m.at(i), room, m.cells)
		}
		it.line = hit.Talk.Text(passage.Field)
		it.part = text.Range{Start: passage.Start, End: passage.End}
		it.marks = m.marks(hit.Spans, passage.Field)
		return
	}
	it.line, it.part, it.when = facts.Text, text.Range{Start: 0, End: len(facts.Text)}, facts.When
	for _, r := range facts.Matches(hit.Spans) {
		it.marks = append(it.marks, text.Mark{Range: r, Paint: m.theme.Match})
	}
	if unseen := m.unseen(it.line, it.marks, width-indent-1); len(unseen) > 0 {
		it.part = m.window(it.line, unseen, m.lineRoom(width))
	}
}

// lineRoom is how many cells of a list the second line has beside the signs
// that it goes on.
func (m *Model) lineRoom(width int) int {
	return max(width-indent-1-2*text.Width(m.glyphs.Ellipsis, m.method), 0)
}

func (m *Model) cells(s string) int { return text.Width(s, m.method) }

// unseen are the marks that begin beyond the end of s truncated to a width.
func (m *Model) unseen(s string, marks []text.Mark, width int) []text.Mark {
	end, _ := text.Cut(s, width, m.method)
	if end < len(s) {
		end, _ = text.Cut(s, width-text.Width(m.glyphs.Ellipsis, m.method), m.method)
	}
	for i, mark := range marks {
		if mark.Start >= end {
			return marks[i:]
		}
	}
	return nil
}

// window is the part of a line around its marks.
func (m *Model) window(line string, marks []text.Mark, room int) text.Range {
	spans := make([]search.Span, len(marks))
	for i, mark := range marks {
		spans[i] = search.Span{Start: mark.Start, End: mark.End}
	}
	part := search.Window(line, spans, room, m.cells)
	return text.Range{Start: part.Start, End: part.End}
}

// firstLine is the end of as much of the first line of s as fits, cut between
// words where it can be.
func firstLine(s string, room int, method text.Method) int {
	end := min(len(s), 16*room)
	for end > 0 && end < len(s) && !utf8.RuneStart(s[end]) {
		end--
	}
	return text.Wrap(s[:end], room, method)[0].End
}

// marks returns the spans of one field as they are drawn.
func (m *Model) marks(spans []search.Span, f catalog.Field) []text.Mark {
	var marks []text.Mark
	for _, s := range spans {
		if s.Field == f {
			marks = append(marks, text.Mark{Range: text.Range{Start: s.Start, End: s.End}, Paint: m.theme.Match})
		}
	}
	return marks
}

// drawItem adds one of the two lines of an item to a row. The selected one
// has a bar beside it and a bold title.
func (m *Model) drawItem(row *text.Row, it item, line int, selected bool, width int) {
	end := row.Left() - width
	row.Blank(1)
	if selected {
		row.Add(m.glyphs.Bar, m.theme.Cursor)
	}
	row.Blank(indent - (width - row.Left() + end))
	if line > 0 {
		m.drawLine(row, it, row.Left()-end-1)
		return
	}
	base := m.theme.Plain
	if selected {
		base = m.theme.Chosen
	}
	room, tag := titleRoom(it.talk, width)
	row.AddTruncated(it.talk.Title, room, m.glyphs.Ellipsis, base, it.title)
	if tag != "" {
		row.Blank(row.Left()-end-1-len(tag)).Add(tag, m.theme.Tag)
	}
}

// leastRoom is the fewest cells in which a part of a room's name is of use.
const leastRoom = 5

// drawWhole draws a second line that is not taken from a longer text. Where it
// is too long, the time stays and what is before or behind it is cut, unless
// that is what was found.
func (m *Model) drawWhole(row *text.Row, it item, width int) {
	left := width - text.Width(it.line[:it.when.End], m.method) // behind the time
	if len(it.marks) > 0 || left >= leastRoom || text.Width(it.line[it.when.End:], m.method) <= left {
		row.AddTruncated(it.line, width, m.glyphs.Ellipsis, m.theme.Faint, it.marks)
		return
	}
	room := width - text.Width(it.line[it.when.Start:it.when.End], m.method)
	row.AddTruncated(it.line[:it.when.Start], room, m.glyphs.Ellipsis, m.theme.Faint, it.marks)
	row.AddMarked(it.line, it.when, m.theme.Faint, nil)
}

// titleRoom is how many cells of a list a title has, and the tag behind it.
func titleRoom(t *catalog.Talk, width int) (room int, tag string) {
	room = width - indent - 1
	if !t.Slides {
		return room, ""
	}
	tag = "slides"
	if left := room - len(tag) - 2; left >= indent*2 {
		return left, tag
	}
	return room, "" // a very narrow list: the title matters more
}

// drawLine draws the second line of an item, with signs where it goes on.
func (m *Model) drawLine(row *text.Row, it item, width int) {
	if it.part.Start == it.part.End {
		return
	}
	if it.part.Start == 0 && it.part.End == len(it.line) {
		m.drawWhole(row, it, width)
		return
	}
	if it.part.Start > 0 {
		row.Add(m.glyphs.Ellipsis, m.theme.Faint)
	}
	row.AddMarked(it.line, it.part, m.theme.Faint, it.marks)
	if it.part.End < len(it.line) {
		row.Add(m.glyphs.Ellipsis, m.theme.Faint)
	}
}
