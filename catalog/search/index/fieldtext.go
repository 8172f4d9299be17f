package index

import "talks/catalog"

// HiddenField stands, in postings and rows, for the words that no field of a talk
// holds: the name of the conference, and the marker that there are slides. They
// are found, and never shown.
const HiddenField = catalog.FieldCount

// Text returns the text that is indexed for a field or for HiddenField.
func Text(t *catalog.Talk, f catalog.Field) string {
	switch {
	case f != HiddenField:
		return t.Text(f)
	case t.Slides:
		return t.Conference + " 下载 PPT slides"
	}
	return t.Conference
}
