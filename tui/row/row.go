// Package row draws what the list shows of one talk: the title; the facts, which
// are when and where and who; and a quote of its text, which is on the second line
// if there are no facts, else on a third line of the selected row if the query found
// it there.
package row

import (
	"strings"
	"time"

	"talks/catalog"
	"talks/catalog/search"
	"talks/tui/detail"
	"talks/tui/style"
	"talks/tui/text"
)

// Lines is the number of screen rows that a talk takes that is not selected.
const Lines = 2

// Indent is the room for the bar beside the selected row, and BarColumn where it
// stands in it; both count cells.
const (
	Indent    = 3
	BarColumn = 1
)

// leastWords is how many cells of a list of words are worth showing.
const leastWords = 8

// mostTitles is the most lines that the title of the selected row takes.
const mostTitles = 2

// A Setting is what the rows of a list have in common.
type Setting struct {
	Columns Columns
	Mixed   bool   // their catalog has several conferences
	Asked   bool   // there is a query
	Friends string // who else has marked it
	Zone    *time.Location
	Width   int // of the list, in cells
	Method  text.Method
	Glyphs  *style.Glyphs
}

// cells is the number of cells that s takes.
func (s *Setting) cells(of string) int { return text.Width(of, s.Method) }

// A Row is what the list shows of a talk. Working it out takes longer than drawing
// it.
type Row struct {
	Setting
	talk   *catalog.Talk
	title  []text.Range // what of it the query found
	titles []text.Line  // the lines of the title on the selected row
	when   string
	room   fact
	lacks  string // what a near miss lacks
	facts  []fact // see factsOf
	quote  quote
	drawn  [Lines]string // its lines as they are while it is not selected, "" until drawn
}

// New works out the row of a hit. It says what the hit lacks if there is room.
func New(s Setting, hit search.Hit) *Row {
	r := &Row{Setting: s, talk: hit.Talk}
	r.when = detail.When(&hit.Talk.Slot, s.Zone, s.Columns.year, s.Columns.day)
	r.lacks = s.lack(hit)
	r.title = found(hit, catalog.Title, 0, r.talk.Title)
	titleWidth, _ := r.titleRoom()
	r.titles = s.titleLines(r.talk.Title, titleWidth)
	if s.Columns.room > 0 {
		r.room.text = s.shortRoom(r.talk.Slot.Room)
		r.room.marks = found(hit, catalog.Room, 0, r.room.text)
	}
	first := text.Join(s.note(hit), s.Friends, s.Glyphs.Dot)
	r.facts = s.factsOf(hit, s.factsRoom()-s.lacksRoom(r.lacks)-s.lacksRoom(first))
	if first != "" {
		r.facts = append([]fact{{text: first}}, r.facts...)
	}
	if !r.hasFacts() || hit.Reason == search.InBody {
		r.quote = s.quoteOf(hit, r.quoteRoom())
	}
	return r
}

func (r *Row) isQuoted() bool { return r.quote.shown.Start < r.quote.shown.End }

func (r *Row) hasFacts() bool { return r.when != "" || r.room.text != "" || len(r.facts) > 0 }

// Extra is how many lines the talk takes, while it is selected, besides its title and
// a second line.
func (r *Row) Extra() int {
	lines := min(len(r.titles), mostTitles) - 1
	if r.hasFacts() && r.isQuoted() {
		lines++
	}
	return lines
}

// titleLines are the first lines of a title: those shown, and one more if there is.
func (s *Setting) titleLines(title string, width int) []text.Line {
	end, _ := text.Cut(title, (mostTitles+1)*width, s.Method)
	return text.Wrap(title[:end], width, s.Method)
}

// lack says which words of the query a hit lacks, if there is room to say so.
func (s *Setting) lack(hit search.Hit) string {
	if len(hit.Lacks) == 0 {
		return ""
	}
	lacks := "without: " + strings.Join(hit.Lacks, ", ")
	if s.lacksRoom(lacks) > s.factsRoom()-leastWords {
		return ""
	}
	return lacks
}

// note says what of a hit's note there is room for, if the query found it there.
func (s *Setting) note(hit search.Hit) string {
	if hit.Note == "" {
		return ""
	}
	note := "note: " + strings.Join(strings.Fields(hit.Note), " ")
	if end, _ := text.Cut(note, s.factsRoom()-s.cells(s.Glyphs.Ellipsis), s.Method); end < len(note) {
		note = strings.TrimSpace(note[:end]) + s.Glyphs.Ellipsis
	}
	return note
}

// lacksRoom is how many cells it takes to say what a talk lacks before the rest
// of its second line.
func (s *Setting) lacksRoom(lacks string) int {
	if lacks == "" {
		return 0
	}
	return s.cells(lacks + s.Glyphs.Dot)
}

// leastTitle is the fewest cells of a title that has a tag beside it.
const leastTitle = 20

// titleRoom is how many cells of a list a title has, and the tag after it.
func (r *Row) titleRoom() (room int, tag string) {
	room = r.Width - Indent - 1
	if !r.talk.HasLink(catalog.LinkSlides) {
		return room, ""
	}
	tag = "slides"
	if left := room - len(tag) - 2; left >= leastTitle {
		return left, tag
	}
	return room, "" // a very narrow list: the title matters more
}
