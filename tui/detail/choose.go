package detail

import (
	"cmp"
	"slices"

	"talks/tui/text"
)

// Choose goes to the next lead (by 1) or the one before (by -1). The first step,
// and one after the user has scrolled away, goes to the first lead from the top
// of the window on. After the last comes the first again. It reports false where
// there is none to go to: before the first, or at all.
func (p *Pager) Choose(by int) bool {
	leads := p.content.leads
	next := p.chosen + by
	if _, ok := p.Chosen(); !ok {
		next, _ = slices.BinarySearchFunc(leads, p.firstOffset(), func(l Lead, at int) int { return cmp.Compare(l.Start, at) })
		if by < 0 {
			next = -1
		}
	}
	p.chosen = -1
	if next < 0 || len(leads) == 0 {
		return false
	}
	p.chosen = next % len(leads)
	p.reach(leads[p.chosen].Range)
	return true
}

// HasLeads reports whether there is anything to choose.
func (p *Pager) HasLeads() bool { return len(p.content.leads) > 0 }

// Chosen is the lead that was chosen, if it is in sight.
func (p *Pager) Chosen() (Lead, bool) {
	if p.chosen < 0 || !p.inSight(p.lineOf(p.content.leads[p.chosen].Start)) {
		return Lead{}, false
	}
	return p.content.leads[p.chosen], true
}

// Unchoose forgets what was chosen.
func (p *Pager) Unchoose() { p.chosen = -1 }

// LeadAt returns what a cell of the window leads to: a line, or the number of a
// link, at column x of line i.
func (p *Pager) LeadAt(x, i int) (Lead, bool) {
	n := p.top + i
	if i < 0 || i >= p.height || n >= len(p.lines) {
		return Lead{}, false
	}
	line := p.lines[n]
	if leads := within(p.content.leads, line.Range); len(leads) > 0 {
		return leads[0], true
	}
	size, _ := text.Cut(p.content.text[line.Start:line.End], x-Gutter-line.Indent, p.method)
	for _, l := range within(p.content.marks, line.Range) {
		if at := line.Start + size; x >= Gutter && at >= l.Start && at < l.End {
			return l, true
		}
	}
	return Lead{}, false
}

// within returns the leads that touch a line.
func within(leads []Lead, line text.Range) []Lead {
	from, _ := slices.BinarySearchFunc(leads, line.Start, func(l Lead, at int) int { return cmp.Compare(l.End, at+1) })
	to, _ := slices.BinarySearchFunc(leads, line.End, func(l Lead, at int) int { return cmp.Compare(l.Start, at) })
	return leads[from:max(from, to)]
}
