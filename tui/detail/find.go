package detail

import (
	"talks/catalog/search"
	"talks/tui/text"
)

// maxFound is how many matches of a text search are kept: more than anybody
// walks through.
const maxFound = 100_000

// Find returns where words stand in the document, letter case and accents
// ignored.
func (d *Document) Find(words string) []text.Range {
	var found []text.Range
	for _, p := range d.parts {
		for _, s := range search.Occurrences(p.text, words, maxFound-len(found)) {
			found = append(found, text.Range{Start: p.Start + s.Start, End: p.Start + s.End})
		}
	}
	return found
}
