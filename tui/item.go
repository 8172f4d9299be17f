package tui

import (
	"talks/catalog"
	"talks/catalog/search"
	"talks/tui/text"
)

// An item is what the list shows of a hit: the title and, below it, the
// passage of the abstract that says why it was found. Working it out takes
// longer than drawing it, so the model keeps the items it has shown.
type item struct {
	talk    *catalog.Talk
	title   []text.Mark
	passage text.Range // of body
	body    string
	marks   []text.Mark // of body
}

// indent is the room for the bar beside the selected row.
const indent = 3

// item returns what the list shows at place i, in a list of width cells.
func (m *Model) item(i, width int) item {
	if it, ok := m.items[i]; ok {
		return it
	}
	hit := m.hit(i)
	it := item{talk: hit.Talk, title: m.marks(hit.Spans, search.Title)}
	room := width - indent - 1 - 2*text.Width(m.glyphs.Ellipsis, m.method)
	field, passage := m.passage(i, hit.Talk, room)
	it.body, it.passage = search.Text(hit.Talk, field), passage
	it.marks = m.marks(hit.Spans, field)
	m.items[i] = it
	return it
}

func (m *Model) passage(i int, t *catalog.Talk, room int) (search.Field, text.Range) {
	if m.results == nil {
		end, _ := text.Cut(t.Abstract, max(room, 0), m.method)
		for at := range end {
			if t.Abstract[at] == '\n' {
				end = at
				break
			}
		}
		return search.Abstract, text.Range{Start: 0, End: end}
	}
	cells := func(s string) int { return text.Width(s, m.method) }
	span := m.results.Passage(i, max(room, 0), cells)
	return span.Field, text.Range{Start: span.Start, End: span.End}
}

// marks returns the spans of one field as they are drawn.
func (m *Model) marks(spans []search.Span, f search.Field) []text.Mark {
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
		m.drawPassage(row, it)
		return
	}
	base := m.theme.Plain
	if selected {
		base = m.theme.Chosen
	}
	tag := ""
	if it.talk.Slides {
		tag = "slides"
	}
	room := row.Left() - end - 1
	if tag != "" {
		room -= len(tag) + 2
	}
	if room < indent*2 { // a very narrow list: the title matters more
		room, tag = room+len(tag)+2, ""
	}
	row.AddTruncated(it.talk.Title, room, m.glyphs.Ellipsis, base, it.title)
	if tag != "" {
		row.Blank(row.Left()-end-1-len(tag)).Add(tag, m.theme.Tag)
	}
}

func (m *Model) drawPassage(row *text.Row, it item) {
	if it.passage.Start == it.passage.End {
		return
	}
	if it.passage.Start > 0 {
		row.Add(m.glyphs.Ellipsis, m.theme.Faint)
	}
	row.AddMarked(it.body, it.passage, m.theme.Faint, it.marks)
	if it.passage.End < len(it.body) {
		row.Add(m.glyphs.Ellipsis, m.theme.Faint)
	}
}
