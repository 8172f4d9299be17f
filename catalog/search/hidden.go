package search

import "talks/catalog"

// facts are words that no field holds: the conference's name, and the mark
// that there are slides. They are found and never shown.
const facts = catalog.FieldCount

// indexedText returns the text that is indexed for a field or for facts.
func indexedText(t *catalog.Talk, f catalog.Field) string {
	switch {
	case f != facts:
		return t.Text(f)
	case t.Slides:
		return t.Conference + " 下载 PPT slides"
	}
	return t.Conference
}

// shownFields are the fields that spans can lie in, a bit each.
const shownFields = 1<<catalog.FieldCount - 1
