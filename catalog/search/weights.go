package search

import (
	"talks/catalog"
	"talks/catalog/search/index"
	"talks/catalog/search/match"
)

const allFields = index.AllFields

// fieldWeights tells what a word is worth in a field.
var fieldWeights = [...]float64{
	catalog.Title: 1, catalog.Subtitle: 0.62, catalog.Speakers: 0.8, catalog.Track: 0.34, catalog.Room: 0.3,
	catalog.Abstract: 0.34, catalog.Description: 0.3, index.Hidden: 0.25,
}

const (
	commonness = 0.3  // less, at most, for a word that is in every talk and not typed as such
	partWeight = 0.92 // x, for a part of a word
)

// unit is the fixed point of values: sums of whole numbers do not depend on
// their order.
const unit = 1 << 16

// bestWeight holds by the field bits of a posting the weight of its best field.
var bestWeight = func() (table [allFields + 1]float64) {
	for where := range table {
		for f, w := range fieldWeights {
			if where>>f&1 != 0 {
				table[where] = max(table[where], w)
			}
		}
	}
	return table
}()

// value returns what a word of some quality is worth in the best of the fields
// in which a posting says it stands.
func value(quality float64, where uint32) int32 {
	v := quality * bestWeight[where&allFields]
	if where&index.ByItself == 0 {
		v *= partWeight
	}
	return int32(v * unit)
}

// exactValue returns what an exact match in some fields is worth.
func exactValue(fields uint32) int32 { return value(match.Exact, fields|index.ByItself) }
