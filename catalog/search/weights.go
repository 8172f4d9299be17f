package search

import "talks/catalog"

// Qualities: how much a word of the catalog is what the reader typed. The
// order of the tiers and the distance between them decide; the figures inside
// a tier hardly matter.
const (
	qualityExact     = 1.0
	qualityInflected = 0.85
	qualityCounted   = 0.9  // k8s
	qualityTyped     = 0.76 // and typedShare x the share of the word that is typed
	typedShare       = 0.1
	commonness       = 0.3  // less, at most, for a word that is in every talk and not typed as such
	typedBehindExact = 0.45 // x, when the word exists by itself
	typedStop        = 0.5  // x, when the word is a stop word
	qualityJoined    = 0.97 // two words of the query that are one
	joinedTyped      = 0.85
	qualitySplit     = 0.86 // one word of the query that is two neighbours
	qualityPart      = 0.92 // x, for a piece of a word

	qualitySlip      = 0.74
	slipFirst        = 0.12 // less, when the first letter is wrong
	qualityBones     = 0.78 // all consonants, no vowels
	qualityHalfBones = 0.62 // all consonants so far, no vowels; and halfShare x the share typed
	qualityHalfSlip  = 0.58 // a slip in a half-typed word; and halfShare x the share typed
	halfShare        = 0.12
	mostLetters      = 0.7
	leastLetters     = 0.52
	qualityInside    = 0.72 // the end of a compound: pannen of Datenpannen
	insideMiddle     = 0.9  // x, in the midst of it
	qualityTwoSlips  = 0.52
	qualityLongSlips = 0.59 // of a long word, or of one with the same ends

	qualityLoose = 0.4

	gateShare = 0.78 // far words worth less than this share of the best are dropped
)

// fieldWeights says what a match in a field is worth, by Field.
var fieldWeights = [...]float64{
	catalog.Title: 1, catalog.Subtitle: 0.62, catalog.Speakers: 0.8, catalog.Track: 0.34, catalog.Room: 0.3, catalog.Abstract: 0.34, catalog.Description: 0.3, facts: 0.25,
}

// unit is the fixed point of values: sums of whole numbers do not depend on
// their order.
const unit = 1 << 16

// worth gives by the field bits of a posting the weight of its best field.
var worth = func() (table [fieldsMask + 1]float64) {
	for where := range table {
		for f, w := range fieldWeights {
			if where>>f&1 != 0 {
				table[where] = max(table[where], w)
			}
		}
	}
	return table
}()

// value is what a word of this quality is worth at a place.
func value(quality float64, where uint32) int32 {
	v := quality * worth[where&fieldsMask]
	if where&wholeBit == 0 {
		v *= qualityPart
	}
	return int32(v * unit)
}
