package search

import (
	"talks/catalog"
	"talks/catalog/search/index"
	"talks/catalog/search/match"
)

const (
	allFields = index.AllFields
	byItself  = index.ByItself
)

// fieldWeights tells what a word is worth in a field: a title names what its
// talk is about, a text of hundreds of words mentions much besides.
var fieldWeights = [...]float64{
	catalog.Title: 1, catalog.Subtitle: 0.7, catalog.Speakers: 0.7, catalog.Track: 0.33, catalog.Room: 0.33,
	catalog.Abstract: 0.33, catalog.Description: 0.33, index.Hidden: 0.25,
}

const (
	partWeight = 0.5 // x, for a part of a word

	// A title of commonTitle words has the weight of its field; half of
	// lengthShare more has one of hardly any words, as in BM25.
	commonTitle = 7
	lengthShare = 0.25
)

// titleWeight returns what a word of a title of n words is worth, times its
// field's weight.
func titleWeight(n int) float64 { return 1 / (1 - lengthShare + lengthShare*float64(n)/commonTitle) }

// unit is the fixed point of values: sums of whole numbers do not depend on
// their order.
const unit = 1 << 16

// bestWeight holds by the bits of a posting what a word is worth in the best of
// its fields.
var bestWeight = func() (table [allFields + byItself + 1]float32) {
	for where := range table {
		for f, w := range fieldWeights {
			if where>>f&1 != 0 {
				table[where] = max(table[where], float32(w))
			}
		}
		if where&byItself == 0 {
			table[where] *= partWeight
		}
	}
	return table
}()

// weight returns what a word is worth to a talk in the best of the fields in
// which a posting says it stands.
func (m *masses) weight(talk, where uint32) float32 {
	w := bestWeight[where]
	if where&(1<<catalog.Title) != 0 {
		w *= m.titles[talk]
	}
	return w
}

// value returns what a word with some odds is worth to a talk, in units.
func (m *masses) value(odds float64, talk, where uint32) int32 {
	return int32(float32(odds) * m.weight(talk, where) * unit)
}

// exactValue returns what the very word of a condition is worth in some fields,
// in units.
func exactValue(fields uint32) int32 {
	return int32(match.Exact * bestWeight[fields&allFields|byItself] * unit)
}
