package parse

import (
	"bytes"
	"slices"
	"unicode"
	"unicode/utf8"

	"talks/catalog"
	"talks/catalog/parse/draft"
)

// tellCut reports that a document may have lost its end, in a format without a
// mark of it: the text has no end of a line, and the last talk lacks what all
// before it have, or the end of a sentence that nine tenths of them have.
func tellCut(doc *catalog.Document, text []byte) {
	const enough = 3 // talks before it
	before := len(doc.Talks) - 1
	if before < enough || bytes.HasSuffix(text, []byte("\n")) {
		return
	}
	line := doc.Talks[before].Source.Line
	if slices.ContainsFunc(doc.Problems, func(p catalog.Problem) bool { return p.Line == line }) {
		return // told already
	}
	var having [len(traits{})]int // talks before it
	for i := range doc.Talks[:before] {
		for j, has := range traitsOf(&doc.Talks[i]) {
			if has {
				having[j]++
			}
		}
	}
	for j, has := range traitsOf(&doc.Talks[before]) {
		if isUsual := having[j] == before || j == sentence && having[j]*10 >= before*9; isUsual && !has {
			draft.Report(doc, line, "the file seems to end in the middle of this talk", "it lacks what those before it have; get the file again")
			return
		}
	}
}

// traits are what a talk has or not; that at the index sentence is the end of one.
type traits [8]bool

const sentence = 0

func traitsOf(t *catalog.Talk) traits {
	text := draft.First(t.Description, t.Abstract)
	end, _ := utf8.DecodeLastRuneInString(text)
	return traits{
		unicode.IsPunct(end), text != "", len(t.Speakers) > 0, !t.Slot.Start.IsZero(), t.Slot.Duration > 0,
		t.Slot.Room != "", t.Slot.Track != "", t.Language != "",
	}
}
