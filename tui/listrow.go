package tui

import (
	"cmp"
	"strings"

	"talks/catalog"
	"talks/catalog/search"
	"talks/tui/detail"
	"talks/tui/list"
	"talks/tui/style"
	"talks/tui/text"
)

// A listRow is what the list shows of a talk: the title; the facts, which are when
// and where and who; and a quote of its text, which is on the second line if there
// are no facts, else on a third line of the selected row if the query found it
// there. Working it out takes longer than drawing it, so the model keeps those it
// has drawn.
type listRow struct {
	talk   *catalog.Talk
	title  []text.Range // what of it the query found
	titles []text.Line  // the lines of the title on the selected row
	when   string
	room   fact
	lacks  string // what a near miss lacks
	facts  []fact // see factsOf
	quote  quote
	drawn  [rowLines]string // its lines as they are while it is not selected, "" until drawn
}

// A quote is part of a text of a talk.
type quote struct {
	fact
	shown text.Range
}

func (r *listRow) isQuoted() bool { return r.quote.shown.Start < r.quote.shown.End }

func (r *listRow) hasFacts() bool { return r.when != "" || r.room.text != "" || len(r.facts) > 0 }

// indent is the room for the bar beside the selected row.
const indent = 3

// columnGap parts the columns of the second line.
const columnGap = 2

// leastFact is the fewest cells in which the start of a fact is of use.
const leastFact = 4

// mostTitles is the most lines that the title of the selected row takes.
const mostTitles = 2

// row returns what the list shows at index i, in a list of width cells.
func (m *Model) row(i, width int) *listRow {
	if r, ok := m.rows[i]; ok {
		return r
	}
	hit := m.hit(i)
	r := &listRow{talk: hit.Talk, when: detail.When(&hit.Talk.Slot, m.zone, m.columns.year, m.columns.day), lacks: m.lack(i, hit, width)}
	r.title = m.found(hit, catalog.Title, 0, r.talk.Title)
	titleWidth, _ := titleRoom(r.talk, width)
	r.titles = m.titleLines(r.talk.Title, titleWidth)
	if m.columns.room > 0 {
		r.room.text = m.shortRoom(r.talk.Slot.Room)
		r.room.marks = m.found(hit, catalog.Room, 0, r.room.text)
	}
	r.facts = m.factsOf(hit, m.factsRoom(width)-m.lacksRoom(r.lacks))
	if !r.hasFacts() || hit.Reason == search.InBody {
		r.quote = m.quoteOf(hit, m.quoteRoom(r, width))
	}
	if m.rows == nil {
		m.rows = make(map[int]*listRow)
	}
	m.rows[i] = r
	return r
}

// titleLines are the first lines of a title: those shown, and one more if there is.
func (m *Model) titleLines(title string, width int) []text.Line {
	end, _ := text.Cut(title, (mostTitles+1)*width, m.method)
	return text.Wrap(title[:end], width, m.method)
}

// extraLines is how many lines the talk at index i takes, while the cursor is on
// it, besides its title and a second line.
func (m *Model) extraLines(i int) int {
	r := m.row(i, m.layout().list.w)
	lines := min(len(r.titles), mostTitles) - 1
	if r.hasFacts() && r.isQuoted() {
		lines++
	}
	return lines
}

// quoteRoom is how many cells of a list a quote has between two ellipses.
func (m *Model) quoteRoom(r *listRow, width int) int {
	room := width - indent - 1 - 2*m.cells(m.glyphs.Ellipsis)
	if !r.hasFacts() {
		room -= m.lacksRoom(r.lacks)
	}
	return max(room, 0)
}

// factsRoom is how many cells of a list the facts have after time and room.
func (m *Model) factsRoom(width int) int {
	room := width - indent - 1
	for _, column := range []int{m.columns.when, m.columns.room} {
		if column > 0 {
			room -= column + columnGap
		}
	}
	return room
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
	if len(hit.Lacks) == 0 || m.results.Weak {
		return ""
	}
	if _, below := m.list.Section(i); below && m.sortedBy() == byRelevance {
		return ""
	}
	s := "without: " + strings.Join(hit.Lacks, ", ")
	if m.lacksRoom(s) > m.factsRoom(width)-leastList {
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

// quoteOf is the passage of a talk that the query found, or the start of its abstract.
func (m *Model) quoteOf(hit search.Hit, room int) quote {
	passage := search.Span{Field: catalog.Abstract}
	if m.results != nil {
		passage = hit.Passage(room, m.cells)
	} else {
		passage.End = firstLine(hit.Talk.Abstract, room, m.method)
	}
	s := hit.Talk.Text(passage.Field)
	return quote{fact{s, m.found(hit, passage.Field, 0, s)}, text.Range{Start: passage.Start, End: passage.End}}
}

// firstLine is the end of as much of the first line of s as fits, cut between
// words where it can be.
func firstLine(s string, room int, method text.Method) int {
	end, _ := text.Cut(s, room+2, method) // and the character that does not fit
	return text.Wrap(s[:end], room, method)[0].End
}

// drawList draws row y of the window in the list. The selected talk has a bar
// beside it, a bold title and a background.
func (m *Model) drawList(row *text.Row, pane rect, y int) {
	i, line, ok := m.list.At(y - pane.y)
	switch {
	case !ok:
		return
	case line == list.Heading:
		m.drawHeading(row, i, pane.w, y == pane.y)
		return
	}
	r := m.row(i, pane.w)
	if i != m.list.Cursor() {
		if r.drawn[line] == "" {
			r.drawn[line] = m.drawLine(r, pane.w, line)
		}
		row.AddDrawn(r.drawn[line], pane.w)
		return
	}
	theme := m.theme.OnSelected()
	row.Add(m.sign(r.talk, line), m.theme.Key).BlankTo(1).Fill(theme.Plain).Add(m.glyphs.Bar, theme.Cursor).BlankTo(indent)
	m.drawSelected(row, theme, r, pane.w, line)
	row.BlankTo(pane.w).Fill(text.Paint{})
}

// drawLine draws a line of a talk that is not selected.
func (m *Model) drawLine(r *listRow, width, line int) string {
	row := text.NewRow(width, m.method).Add(m.sign(r.talk, line), m.theme.Key).BlankTo(indent)
	switch {
	case line == 0:
		m.drawTitle(row, &m.theme, m.theme.Plain, r, width, r.titles[:1])
	case r.hasFacts():
		m.drawFacts(row, &m.theme, r, width)
	default:
		m.drawQuote(row, &m.theme, r)
	}
	return row.String()
}

// drawSelected draws a line of the selected talk. Where the list has no room for
// all of them, the facts come before the rest of the title, and that before the
// quote.
func (m *Model) drawSelected(row *text.Row, theme *style.Theme, r *listRow, width, line int) {
	titles := min(len(r.titles), mostTitles, max(m.list.Tall()-1, 1))
	switch {
	case line < titles:
		m.drawTitle(row, theme, theme.Chosen, r, width, r.titles[line:titles])
	case line == titles && r.hasFacts():
		m.drawFacts(row, theme, r, width)
	default:
		m.drawQuote(row, theme, r)
	}
}

// drawTitle draws the first of some lines of the title; the last takes what is left.
func (m *Model) drawTitle(row *text.Row, theme *style.Theme, paint text.Paint, r *listRow, width int, lines []text.Line) {
	room, tag := titleRoom(r.talk, width)
	marks := highlights(r.title, theme.Match)
	if len(lines) > 1 {
		row.AddHighlighted(r.talk.Title, lines[0].Range, paint, marks)
	} else {
		row.AddRest(r.talk.Title, lines[0].Start, room, m.glyphs.Ellipsis, paint, marks)
	}
	if lines[0].Start == 0 && tag != "" {
		row.BlankTo(width-1-len(tag)).Add(tag, theme.Tag)
	}
}

// drawFacts draws time and room, each in its column, and the rest after them.
func (m *Model) drawFacts(row *text.Row, theme *style.Theme, r *listRow, width int) {
	at := indent
	column := func(cells int, f fact) {
		if cells > 0 {
			row.AddTruncated(f.text, min(cells, width-1-at), m.glyphs.Ellipsis, theme.Faint, highlights(f.marks, theme.Match))
			at = min(at+cells+columnGap, width-1)
			row.BlankTo(at)
		}
	}
	column(m.columns.when, fact{text: r.when})
	column(m.columns.room, r.room)
	left := func() int { return width - 1 - row.Column() }
	row.AddTruncated(r.lacks, left(), m.glyphs.Ellipsis, theme.Notice, nil)
	for i, f := range r.facts {
		if i > 0 || r.lacks != "" {
			if left() < m.cells(m.glyphs.Dot)+leastFact {
				break
			}
			row.Add(m.glyphs.Dot, theme.Faint)
		}
		row.AddTruncated(f.text, left(), m.glyphs.Ellipsis, theme.Faint, highlights(f.marks, theme.Match))
	}
}

// drawQuote draws part of a text, with ellipses where it goes on.
func (m *Model) drawQuote(row *text.Row, theme *style.Theme, r *listRow) {
	if !r.hasFacts() && r.lacks != "" {
		row.Add(r.lacks, theme.Notice)
		if r.isQuoted() {
			row.Add(m.glyphs.Dot, theme.Faint)
		}
	}
	q := &r.quote
	if !r.isQuoted() {
		return
	}
	if q.shown.Start > 0 {
		row.Add(m.glyphs.Ellipsis, theme.Faint)
	}
	row.AddHighlighted(q.text, q.shown, theme.Faint, highlights(q.marks, theme.Match))
	if q.shown.End < len(q.text) {
		row.Add(m.glyphs.Ellipsis, theme.Faint)
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

// drawHeading draws the heading above the talk at index i; on top of the list it
// says all that it stands for.
func (m *Model) drawHeading(row *text.Row, i, width int, onTop bool) {
	first, _ := m.list.Section(i)
	t, by, room := m.talk(first), m.sortedBy(), width-2
	heading := ""
	switch {
	case by == byRelevance:
		m.drawRule(row, width-1)
		return
	case by != byTime:
		heading = cmp.Or(groupName(by)(t), "no "+by.String())
	case onTop || first == 0 || !m.talk(first-1).Slot.Date().Equal(t.Slot.Date()):
		const gap = "   "
		heading = join(m.dayOf(t, room-len(gap+m.hourOf(t))), m.hourOf(t), gap)
	default:
		heading = cmp.Or(m.hourOf(t), "NO TIME")
	}
	row.Blank(1).AddTruncated(heading, room, m.glyphs.Ellipsis, m.theme.Heading, nil)
}

// dayOf is the day of the conference that a talk belongs to, in short where there
// is little room.
func (m *Model) dayOf(t *catalog.Talk, room int) string {
	date, year := t.Slot.Date(), ""
	if date.IsZero() {
		return "NO TIME"
	}
	if m.spread.years() {
		year = date.Format(" 2006")
	}
	day := date.Format("Monday 2 January") + year
	if len(day) > room {
		day = date.Format("Mon 2 Jan") + year
	}
	return strings.ToUpper(day)
}

// hourOf is the full hour before a talk begins, "" if its time is not known.
func (m *Model) hourOf(t *catalog.Talk) string {
	if t.Slot.Start.IsZero() || t.Slot.AllDay {
		return ""
	}
	return t.Slot.In(m.zone).Format("15:00")
}

// drawRule draws the rule that parts the near misses from the talks above them, up
// to a column.
func (m *Model) drawRule(row *text.Row, end int) {
	line := strings.Repeat(m.glyphs.Rule, 2) + " closest, not all words "
	row.Blank(1).AddTruncated(line+strings.Repeat(m.glyphs.Rule, max(end-1-m.cells(line), 0)), end-1, m.glyphs.Rule, m.theme.Faint, nil)
}

// leastTitle is the fewest cells of a title that has a tag beside it.
const leastTitle = 20

// titleRoom is how many cells of a list a title has, and the tag after it.
func titleRoom(t *catalog.Talk, width int) (room int, tag string) {
	room = width - indent - 1
	if !t.HasLink(catalog.LinkSlides) {
		return room, ""
	}
	tag = "slides"
	if left := room - len(tag) - 2; left >= leastTitle {
		return left, tag
	}
	return room, "" // a very narrow list: the title matters more
}
