package tokens

import (
	"encoding/xml"

	"talks/catalog/parse/clean"
)

// Where a tag is damaged or a piece is missing, one tag has no other that
// belongs to it. So each lost start, end or comment of an event is told, without
// a rule for what was lost.

// An openElement is an element that has begun.
type openElement struct {
	name string
	line int
}

const (
	missingEnd = "a start tag without its end tag, "
	mayBeLost  = "what stands near it may be lost"

	maxOpen = 1 << 16 // elements in one another that are kept
	maxFar  = 100     // of them, how many may have lost their end before the one that ends
)

// check keeps count of the elements that are open, and reports a tag that has
// no other.
func (r *Reader) check(token xml.Token) {
	switch tag := token.(type) {
	case xml.StartElement:
		if len(r.open) < maxOpen {
			r.open = append(r.open, openElement{tag.Name.Local, r.Line()})
		}
	case xml.EndElement:
		for at := len(r.open) - 1; at >= max(0, len(r.open)-maxFar); at-- {
			if r.open[at].name == tag.Name.Local {
				r.unclosed(at + 1)
				r.open = r.open[:at]
				return
			}
		}
		r.problem(r.Line(), "an end tag without its start tag, "+clean.Quote(tag.Name.Local), mayBeLost)
	case nil:
		r.checkEnd()
	}
}

// checkEnd reports at the end of a document what is open: the innermost element,
// and each with another of its name in it, since no schedule has that.
func (r *Reader) checkEnd() {
	within := make(map[string]bool)
	for i := len(r.open) - 1; i >= 0; i-- {
		e := r.open[i]
		switch {
		case i == len(r.open)-1:
			r.problem(e.line, "the file ends in the middle of "+clean.Quote(e.name), "get the file again")
		case within[e.name]:
			r.problem(e.line, missingEnd+clean.Quote(e.name), mayBeLost)
		}
		within[e.name] = true
	}
	r.open = nil
}

// unclosed reports those elements that are open from an index on: they have
// lost their end tags.
func (r *Reader) unclosed(from int) {
	for _, e := range r.open[max(0, from):] {
		r.problem(e.line, missingEnd+clean.Quote(e.name), mayBeLost)
	}
	r.open = r.open[:max(0, from)]
}
