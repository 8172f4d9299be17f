package detail

import (
	"cmp"
	"slices"

	"talks/tui/style"
	"talks/tui/text"
)

// Gutter is the width of the column left of the text; a sign there marks the
// line of the current match, for those who see no colours.
const Gutter = 2

// surround is how many lines stay visible around a match that is walked to.
const surround = 2

// A Pager shows a document in a window.
type Pager struct {
	doc    Document
	wrap   wrapped
	width  int // of the text, in cells
	height int
	method text.Method
	top    int  // first visible line
	anchor int  // the offset scrolled to, which stays on top when lines change
	ending bool // the end was asked for before it was known

	matches []text.Range
	more    bool // there may be more of them
	current int  // the match walked to, -1: none yet
}

// New returns a pager without a document.
func New() *Pager { return &Pager{current: -1} }

// SetSize says how many cells a line of text and how many lines the window has.
// A match that was in sight stays there.
func (p *Pager) SetSize(width, height int) {
	kept := p.shownMatch()
	p.height = max(height, 0)
	if width != p.width {
		p.width = width
		p.rewrap()
	}
	p.settle()
	if kept >= 0 && !p.inSight(p.lineOf(p.matches[kept].Start)) {
		p.reach(p.matches[kept])
	}
}

// shownMatch is the match in sight that was walked to, else the first of them,
// -1 where there is none.
func (p *Pager) shownMatch() int {
	if p.current >= 0 && p.inSight(p.lineOf(p.matches[p.current].Start)) {
		return p.current
	}
	if i := p.ahead(); i < len(p.matches) && p.inSight(p.lineOf(p.matches[i].Start)) {
		return i
	}
	return -1
}

// SetMethod says how the terminal measures text.
func (p *Pager) SetMethod(m text.Method) {
	if m != p.method {
		p.method = m
		p.rewrap()
	}
}

// rewrap breaks the text anew. What was on top stays there, to and fro.
func (p *Pager) rewrap() {
	p.wrap.start(&p.doc, p.width, p.method)
	p.settle()
}

// settle puts the window where it belongs among new lines.
func (p *Pager) settle() { p.top = min(p.lineOf(p.anchor), p.last()) }

// last is the lowest line that the window can begin with.
func (p *Pager) last() int { return max(len(p.wrap.lines)-max(p.height, 1), 0) }

// Show takes a document. Another talk starts at its top and without matches,
// the same one stays as it is.
func (p *Pager) Show(d Document) {
	if d.ID == p.doc.ID && slices.Equal(d.parts, p.doc.parts) {
		return
	}
	p.doc = d
	p.top, p.anchor, p.ending = 0, 0, false
	p.SetMatches(Matches{})
	p.current = -1
	p.wrap.start(&p.doc, p.width, p.method)
}

// Document returns what is shown.
func (p *Pager) Document() *Document { return &p.doc }

// SetMatches takes the matches to light.
func (p *Pager) SetMatches(m Matches) {
	p.more = m.More
	if !slices.Equal(m.Ranges, p.matches) {
		p.matches, p.current = m.Ranges, -1
	}
}

// Reveal shows the top of the text, or as far down as it takes to have the
// current match in sight, or the first where none has been walked to.
func (p *Pager) Reveal() {
	p.ScrollTo(0)
	if len(p.matches) > 0 {
		p.reach(p.matches[max(p.current, 0)])
	}
}

// Reach brings the first match at or below the top of the window into sight,
// or else the first of all.
func (p *Pager) Reach() {
	if len(p.matches) > 0 {
		p.reach(p.matches[p.ahead()%len(p.matches)])
	}
}

// ahead is the first match that does not begin above the window.
func (p *Pager) ahead() int {
	start := 0
	if p.top < len(p.wrap.lines) {
		start = p.wrap.lines[p.top].Start
	}
	i, _ := slices.BinarySearchFunc(p.matches, start, func(m text.Range, at int) int { return cmp.Compare(m.Start, at) })
	return i
}

// Walk goes to the next match (by 1) or the one before (by -1), around the
// ends. The first step, and one from a place that the reader has scrolled to,
// goes to the first match from the top of the window on, or the last one above
// it.
func (p *Pager) Walk(by int) {
	n := len(p.matches)
	if n == 0 {
		return
	}
	if p.current < 0 || !p.inSight(p.lineOf(p.matches[p.current].Start)) {
		p.current = p.ahead()
		if by > 0 {
			p.current--
		}
	}
	p.current = ((p.current+by)%n + n) % n
	p.reach(p.matches[p.current])
}

// Match returns the number of the current match, from 1 (0: none yet), how
// many there are, and whether there may be more.
func (p *Pager) Match() (current, count int, more bool) {
	return p.current + 1, len(p.matches), p.more
}

func (p *Pager) inSight(line int) bool { return line >= p.top && line < p.top+p.height }

// reach scrolls until a match and some lines around it are visible. One out of
// sight comes to stand a third down the window, with room for what follows.
func (p *Pager) reach(m text.Range) {
	line := p.lineOf(m.Start)
	around := min(surround, (p.height-1)/2)
	switch {
	case !p.inSight(line):
		p.ScrollTo(line - p.height/3)
	case line < p.top+around:
		p.ScrollTo(line - around)
	case line > p.top+p.height-1-around:
		p.ScrollTo(line + around + 1 - p.height)
	}
}

// lineOf is the line that an offset of the text lies on.
func (p *Pager) lineOf(at int) int {
	i, found := slices.BinarySearchFunc(p.wrap.lines, at, func(l text.Line, at int) int { return cmp.Compare(l.Start, at) })
	if !found {
		i--
	}
	return max(i, 0)
}

// ScrollBy moves the window by n lines.
func (p *Pager) ScrollBy(n int) { p.ScrollTo(p.top + n) }

// ScrollTo moves the window to a line, or as far as there is text.
func (p *Pager) ScrollTo(line int) {
	p.ending = false
	p.top = min(max(line, 0), p.last())
	if p.anchor = 0; p.top > 0 {
		p.anchor = p.wrap.lines[p.top].Start
	}
}

// End moves the window to the last line, as soon as it is known which that is.
func (p *Pager) End() {
	p.ScrollTo(len(p.wrap.lines))
	p.ending = p.wrap.waiting
}

// Height is the number of lines in the window.
func (p *Pager) Height() int { return p.height }

// Top is the first visible line, from 0.
func (p *Pager) Top() int { return p.top }

// Fits says that the whole text is visible.
func (p *Pager) Fits() bool { return len(p.wrap.lines) <= p.height }

// Percent is how much of the text has been seen once the window is read.
func (p *Pager) Percent() int {
	last := min(p.top+p.height, len(p.wrap.lines)) - 1
	if last < 0 || last == len(p.wrap.lines)-1 && !p.wrap.waiting {
		return 100
	}
	return 100 * p.wrap.lines[last].End / p.doc.Len()
}

// Draw adds line i of the window, with its gutter, to a row of the screen.
func (p *Pager) Draw(row *text.Row, i int, theme *style.Theme, glyphs *style.Glyphs) {
	n := p.top + i
	if i >= p.height || n >= len(p.wrap.lines) {
		return
	}
	line := p.wrap.lines[n]
	gutter := Gutter
	if p.current >= 0 && p.lineOf(p.matches[p.current].Start) == n {
		row.Add(glyphs.Here, theme.Cursor)
		gutter--
	}
	row.Blank(gutter + line.Indent)
	base := theme.Plain
	part := p.doc.partAt(line.Start)
	switch part.Kind {
	case Title:
		base = theme.Title
	case Facts:
		base = theme.Faint
	case Heading:
		base = theme.Heading
	}
	marks := p.marks(line.Range, theme)
	for i := range marks {
		marks[i].Range = shift(marks[i].Range, -part.Start)
	}
	row.AddMarked(part.text, shift(line.Range, -part.Start), base, marks)
}

func shift(r text.Range, by int) text.Range { return text.Range{Start: r.Start + by, End: r.End + by} }

// marks returns the matches that touch a line, as they are drawn.
func (p *Pager) marks(line text.Range, theme *style.Theme) []text.Mark {
	first, _ := slices.BinarySearchFunc(p.matches, line.Start, func(m text.Range, at int) int { return cmp.Compare(m.End, at+1) })
	var marks []text.Mark
	for i := first; i < len(p.matches) && p.matches[i].Start < line.End; i++ {
		paint := theme.Match
		if i == p.current {
			paint = theme.Current
		}
		marks = append(marks, text.Mark{Range: p.matches[i], Paint: paint})
	}
	return marks
}
