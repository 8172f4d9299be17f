package detail

import (
	"cmp"
	"slices"

	"talks/tui/style"
	"talks/tui/text"
)

// Draw adds line i of the window, with its gutter, to a row of the screen. The
// lines of the chosen lead are filled.
func (p *Pager) Draw(row *text.Row, i int, theme *style.Theme, glyphs *style.Glyphs) {
	n := p.top + i
	if i >= p.height || n >= len(p.lines) {
		return
	}
	line := p.lines[n]
	lead, leads := p.Chosen()
	chosen := leads && lead.Start <= line.Start && line.End <= lead.End
	if chosen {
		theme = theme.OnSelected()
		row.Fill(theme.Plain)
	}
	rest := row.Left() - Gutter - p.width
	if p.pointsAt(n) {
		row.Add(glyphs.Here, theme.Cursor)
	}
	row.Blank(row.Left() - rest - p.width + line.Indent)
	base := theme.Plain
	switch kind := p.content.kindAt(line.Start); {
	case chosen:
		base = theme.Chosen
	case kind == title:
		base = theme.Title
	case kind == byline:
		base = theme.Faint
	case kind == heading:
		base = theme.Heading
	}
	highlights := layer(p.secondary(line.Range, theme), p.highlights(line.Range, theme))
	if p.Hyperlinks {
		base = p.link(highlights, base, line.Range)
	}
	row.AddHighlighted(p.content.text, line.Range, base, highlights)
	row.Blank(row.Left() - rest).Fill(text.Paint{})
}

// Pointed is the row of the window where the chosen lead or the current match
// begins; ok is false if there is none in the window.
func (p *Pager) Pointed() (row int, ok bool) {
	for row := range min(p.height, len(p.lines)-p.top) {
		if p.pointsAt(p.top + row) {
			return row, true
		}
	}
	return 0, false
}

// pointsAt reports whether the chosen lead or, where there is none, the current
// match begins on a line.
func (p *Pager) pointsAt(line int) bool {
	if lead, ok := p.Chosen(); ok {
		return p.lineOf(lead.Start) == line
	}
	return p.current >= 0 && p.lineOf(p.matches[p.current].Start) == line
}

// secondary returns what can wait in a line, and the numbers of links, as they are
// drawn.
func (p *Pager) secondary(line text.Range, theme *style.Theme) []text.Highlight {
	var out []text.Highlight
	faint := p.content.faint
	first, _ := slices.BinarySearchFunc(faint, line.Start, func(r text.Range, at int) int { return cmp.Compare(r.End, at+1) })
	for i := first; i < len(faint) && faint[i].Start < line.End; i++ {
		out = append(out, text.Highlight{Range: faint[i], Paint: theme.Faint})
	}
	for _, mark := range within(p.content.marks, line) {
		out = append(out, text.Highlight{Range: mark.Range, Paint: theme.Key})
	}
	return out
}

// link has a line, and its highlights, lead to where they lead. It returns the
// paint of the line itself.
func (p *Pager) link(highlights []text.Highlight, base text.Paint, line text.Range) text.Paint {
	leads := within(p.content.leads, line) // at most one, the line itself
	for _, l := range leads {
		if address := p.address(l); address != "" {
			base = leadingTo(base, address)
		}
	}
	if len(leads) == 0 {
		leads = within(p.content.marks, line)
	}
	for _, l := range leads {
		address := p.address(l)
		for i, h := range highlights {
			if address != "" && h.Start >= l.Start && h.End <= l.End {
				highlights[i].Paint = leadingTo(h.Paint, address)
			}
		}
	}
	return base
}

// address is where the terminal is to go for a lead, "" where it is nothing for it.
func (p *Pager) address(l Lead) string {
	if l.Link == 0 {
		return ""
	}
	return hyperlink(p.content.Links[l.Link-1].URL)
}

// leadingTo is a paint that says to the terminal where its text leads (OSC 8). The
// address is one of hyperlink.
func leadingTo(p text.Paint, address string) text.Paint {
	const start, end = "\x1b]8;;", "\x1b\\"
	return text.Paint{On: start + address + end + p.On, Off: p.Off + start + end}
}

// layer puts highlights over others, which remain where they are not covered.
func layer(under, over []text.Highlight) []text.Highlight {
	out := slices.Clone(over)
	for _, u := range under {
		for _, o := range over {
			if o.Start >= u.End || o.End <= u.Start {
				continue
			}
			if u.Start < o.Start {
				out = append(out, text.Highlight{Range: text.Range{Start: u.Start, End: o.Start}, Paint: u.Paint})
			}
			u.Start = min(o.End, u.End)
		}
		if u.Start < u.End {
			out = append(out, u)
		}
	}
	slices.SortFunc(out, func(a, b text.Highlight) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// highlights returns the matches that touch a line, as they are drawn.
func (p *Pager) highlights(line text.Range, theme *style.Theme) []text.Highlight {
	first, _ := slices.BinarySearchFunc(p.matches, line.Start, func(m text.Range, at int) int { return cmp.Compare(m.End, at+1) })
	var out []text.Highlight
	for i := first; i < len(p.matches) && p.matches[i].Start < line.End; i++ {
		paint := theme.Match
		if i == p.current {
			paint = theme.Current
		}
		out = append(out, text.Highlight{Range: p.matches[i], Paint: paint})
	}
	return out
}
