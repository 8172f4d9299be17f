package row

import (
	"talks/catalog"
	"talks/catalog/search"
	"talks/tui/text"
)

// A quote is part of a text of a talk.
type quote struct {
	fact
	shown text.Range
}

// quoteRoom is how many cells of a list a quote has between two ellipses.
func (r *Row) quoteRoom() int {
	room := r.Width - Indent - 1 - 2*r.cells(r.Glyphs.Ellipsis)
	if !r.hasFacts() {
		room -= r.lacksRoom(r.lacks)
	}
	return max(room, 0)
}

// quoteOf is the passage of a talk that the query found, or the start of its abstract.
func (s *Setting) quoteOf(hit search.Hit, room int) quote {
	passage := search.Span{Field: catalog.Abstract}
	if s.Asked {
		passage = hit.Passage(room, s.cells)
	} else {
		passage.End = firstLine(hit.Talk.Abstract, room, s.Method)
	}
	quoted := hit.Talk.Text(passage.Field)
	return quote{fact{quoted, found(hit, passage.Field, 0, quoted)}, text.Range{Start: passage.Start, End: passage.End}}
}

// firstLine is the end of as much of the first line of s as fits, cut between
// words where it can be.
func firstLine(s string, room int, method text.Method) int {
	end, _ := text.Cut(s, room+2, method) // and the character that does not fit
	return text.Wrap(s[:end], room, method)[0].End
}
