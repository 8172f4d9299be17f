package detail

import (
	"talks/catalog/search"
	"talks/tui/text"
)

// maxFound is how many matches of a text search are kept: more than anybody
// walks through.
const maxFound = 100_000

// Matches are the ranges of a document to light, in order and without overlap.
type Matches struct {
	Ranges []text.Range
	More   bool // there may be more of them
}

// Find returns where words stand in the document, letter case and accents
// ignored.
func (d *Document) Find(words string) Matches {
	var found []text.Range
	for _, p := range d.parts {
		for _, s := range search.Occurrences(p.text, words, maxFound-len(found)) {
			found = append(found, text.Range{Start: p.Start + s.Start, End: p.Start + s.End})
		}
	}
	return Matches{Ranges: found, More: len(found) == maxFound}
}

// Matches returns where the spans of a hit stand in the document.
func (d *Document) Matches(h search.Hit) Matches {
	return Matches{Ranges: stand(d.places, h.Spans), More: h.Partial}
}
