package detail

import (
	"cmp"
	"slices"

	"talks/tui/text"
)

// Gutter is the width of the column left of the text; a glyph there points at
// the line of the current match, for those who see no colours.
const Gutter = 2

// surround is how many lines stay visible around a match that is walked to.
const surround = 2

// A Pager shows content in a window.
type Pager struct {
	content Content
	lines   []text.Line // of the content, at this width
	width   int         // of the text, in cells
	height  int
	method  text.Method
	top     int // first visible line
	anchor  int // the offset scrolled to, which stays on top when lines change

	matches []text.Range
	current int // the match walked to, -1: none yet
	chosen  int // the lead walked to, -1: none

	// Hyperlinks says that the terminal takes the addresses of links: OSC 8.
	Hyperlinks bool
}

// New returns a pager without content.
func New() *Pager { return &Pager{current: -1, chosen: -1} }

// SetSize says how many cells a line of text and how many lines the window has,
// and how cells are measured. A chosen lead, else a match, that was in sight
// stays there.
func (p *Pager) SetSize(width, height int, m text.Method) {
	kept := p.shownMatch()
	lead, leads := p.Chosen()
	p.height = max(height, 0)
	if width != p.width || m != p.method {
		p.width, p.method = width, m
		p.wrap()
	}
	p.top = min(p.lineOf(p.anchor), p.last())
	switch {
	case leads && !p.inSight(p.lineOf(lead.Start)):
		p.reach(lead.Range)
	case !leads && kept >= 0 && !p.inSight(p.lineOf(p.matches[kept].Start)):
		p.reach(p.matches[kept])
	}
}

func (p *Pager) wrap() {
	p.lines = nil
	if p.content.text != "" {
		p.lines = p.content.wrap(p.width, p.method)
	}
}

// shownMatch is the match in sight that was walked to, else the first in sight,
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

// last is the lowest line that the window can begin with.
func (p *Pager) last() int { return max(len(p.lines)-max(p.height, 1), 0) }

// Show takes content. Another talk starts at its top and without matches, the same
// one stays as it is. If there is now more around it, the place in it is kept, and
// what was chosen.
func (p *Pager) Show(c Content) {
	if c.ID == p.content.ID && c.text == p.content.text {
		return
	}
	lead, chosen := p.Chosen()
	if c.ID != p.content.ID {
		p.anchor, chosen = 0, false
	}
	p.content = c
	p.matches, p.current, p.chosen = nil, -1, -1
	p.wrap()
	p.top = min(p.lineOf(p.anchor), p.last())
	if chosen {
		p.chosen = slices.IndexFunc(c.leads, lead.leadsTo)
	}
}

// Content returns what is shown.
func (p *Pager) Content() *Content { return &p.content }

// SetMatches takes the ranges of the content to highlight, in order and
// without overlap.
func (p *Pager) SetMatches(matches []text.Range) {
	if !slices.Equal(matches, p.matches) {
		p.matches, p.current = matches, -1
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
	i, _ := slices.BinarySearchFunc(p.matches, p.firstOffset(), func(m text.Range, at int) int { return cmp.Compare(m.Start, at) })
	return i
}

// firstOffset is where the window begins in the text.
func (p *Pager) firstOffset() int {
	if p.top >= len(p.lines) {
		return 0
	}
	return p.lines[p.top].Start
}

// Walk goes to the next match (by 1) or the one before (by -1), around the
// ends. The first step, and one after the user has scrolled away, goes to the
// first match from the top of the window on, or to the last one above it.
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

// Match returns the number of the current match, from 1 (0: none yet), and how
// many there are.
func (p *Pager) Match() (current, count int) { return p.current + 1, len(p.matches) }

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
func (p *Pager) lineOf(offset int) int {
	i, found := slices.BinarySearchFunc(p.lines, offset, func(l text.Line, at int) int { return cmp.Compare(l.Start, at) })
	if !found {
		i--
	}
	return max(i, 0)
}

// ScrollBy moves the window by n lines.
func (p *Pager) ScrollBy(n int) { p.ScrollTo(p.top + n) }

// ScrollTo moves the window to a line, or as far as there is text.
func (p *Pager) ScrollTo(line int) {
	p.top = min(max(line, 0), p.last())
	if p.anchor = 0; p.top > 0 {
		p.anchor = p.lines[p.top].Start
	}
}

// Offset is the byte of the text that the window was scrolled to.
func (p *Pager) Offset() int { return p.anchor }

// ScrollToOffset scrolls to the line of a byte of the text, as far as there is text in
// the window, whatever its size comes to be.
func (p *Pager) ScrollToOffset(offset int) {
	p.anchor = offset
	p.top = min(p.lineOf(offset), p.last())
}

// Height is the number of lines in the window.
func (p *Pager) Height() int { return p.height }

// Top is the first visible line, from 0.
func (p *Pager) Top() int { return p.top }

// Fits reports whether the whole text is visible.
func (p *Pager) Fits() bool { return len(p.lines) <= p.height }

// Read returns how many bytes of the text have been seen once the window is
// read, and how many there are.
func (p *Pager) Read() (seen, all int) {
	last := min(p.top+p.height, len(p.lines)) - 1
	if last < 0 || last == len(p.lines)-1 {
		return len(p.content.text), len(p.content.text)
	}
	return p.lines[last].End, len(p.content.text)
}
