package detail

import (
	"regexp"

	"talks/tui/text"
)

// maxFound is how many matches of a text search are kept: more than anybody
// walks through.
const maxFound = 100_000

// Find returns where words stand in the document, letter case ignored.
func (d *Document) Find(words string) []text.Range {
	if words == "" {
		return nil
	}
	literal, err := regexp.Compile("(?i)" + regexp.QuoteMeta(words))
	if err != nil {
		return nil
	}
	var found []text.Range
	for _, at := range literal.FindAllStringIndex(d.Text, maxFound) {
		found = append(found, text.Range{Start: at[0], End: at[1]})
	}
	return found
}
