package search

import (
	"math"

	"talks/catalog"
	"talks/catalog/search/index"
	"talks/catalog/search/match"
)

// The score of a talk is what the words of the query tell about it. What a talk
// has of a word is an amount a: how likely it is that the user means the word
// that stands there (match.Odds), times the weight of the field. The mass m of a
// word is the sum of these amounts over all N talks. Then the word tells
//
//	ln(1 + a·N/m)
//
// of the talk: a word that one talk alone has tells much, a word of all talks
// next to nothing, and a talk that lacks a word is told nothing, so that a missing
// word costs what it would have told. Two words that stand side by side are rarer
// than both: nearness (closeness.go) adds to the sum. There is nothing else in it
// but a trifle for upper case.

// weights holds what the words of a catalog weigh.
type weights struct {
	masses []float32 // by word, over all talks
	titles []float32 // by talk: titleWeight of its title
}

func newWeights(ix *index.Index) *weights {
	w := &weights{masses: make([]float32, ix.Size()), titles: make([]float32, len(ix.Talks))}
	var title []string
	for talk := range ix.Talks {
		title = ix.AppendTitle(title[:0], uint32(talk))
		w.titles[talk] = float32(titleWeight(len(title)))
	}
	for id := range w.masses {
		for _, p := range ix.Postings(uint32(id)) {
			w.masses[id] += w.of(p.Talk(), p.Where())
		}
	}
	return w
}

// leastMass is the mass of a word that one talk mentions in its text. A mass is
// never taken for less: a word that has only unlikely readings would look very
// rare, and score very high.
const leastMass = 1. / 3

// unknownMass is the mass of what a word may mean that the catalog lacks: as if
// one more talk had it in its title. A guess counts the less beside it the less
// sure it is: "aurae" is hardly assurance.
const unknownMass = 1

// weigh works out what each term can tell.
func (s *scratch) weigh() {
	for i := range s.terms {
		term := &s.terms[i]
		mass, best, known := 0.0, 0.0, isSplit(s.pairs, i)
		for k := range s.candidates[term.from:term.to] {
			c := &s.candidates[term.from+k]
			c.odds = float32(match.Odds(float64(c.quality)))
			mass += float64(c.odds * s.weights.masses[c.word])
			best = max(best, float64(c.odds))
			known = known || !c.far
		}
		for _, p := range s.pairs {
			if int(p.term) == i {
				mass += term.splitOdds() * float64(p.mass)
				best = max(best, term.splitOdds())
			}
		}
		s.eachNoted(i, func(_ uint32, share float32) {
			mass += float64(share)
			best = max(best, float64(share)/noteWeight)
			known = true
		})
		if term.scale = 0; mass > 0 || len(s.terms) == 1 { // letters over titles have no mass
			if !known || term.Typing {
				mass += unknownMass * (1 - best)
			}
			term.scale = float64(len(s.ix.Talks)) / max(mass, leastMass)
		}
		if len(s.terms) == 1 {
			best = max(best, match.Odds(match.MostInitials))
		}
		term.most = term.score(best * titleWeight(1))
	}
}

// splitOdds returns how likely it is that the term's word means two words that
// stand side by side: open source for opensource.
func (t *term) splitOdds() float64 {
	if t.Exists {
		return match.Odds(match.BesideExact * match.Split)
	}
	return match.Odds(match.Split)
}

// score returns what the term tells of a talk that has some of it.
func (t *term) score(share float64) float64 { return math.Log1p(t.scale * share) }

// steps returns the score of a value, in steps.
func (t *term) steps(value int32) int32 { return ln(1 + t.scale*float64(value)/unit) }

// While talks are gathered, scores are counted in steps, by a table: for each
// of 100,000 talks a logarithm takes too long.
const (
	step     = 1. / 4096
	fraction = 10 // bits of a number's fraction that the table tells apart
)

var lnTable = func() (table [1 << fraction]int32) {
	for i := range table {
		table[i] = int32(math.Round(math.Log1p((float64(i)+0.5)/(1<<fraction)) / step))
	}
	return table
}()

// ln returns the natural logarithm of a number from 1 on, in steps.
func ln(x float64) int32 {
	bits := math.Float64bits(x)
	exponent := int32(bits>>52) - 1023
	return int32(float64(exponent)*math.Ln2/step) + lnTable[bits>>(52-fraction)&(1<<fraction-1)]
}

const (
	allFields = index.AllFields
	byItself  = index.ByItself
)

// fieldWeights tells what a word is worth in a field: a title names what its
// talk is about, a text of hundreds of words mentions much besides.
var fieldWeights = [...]float64{
	catalog.Title: 1, catalog.Subtitle: 0.7, catalog.Speakers: 0.7, catalog.Track: 0.33, catalog.Room: 0.33,
	catalog.Abstract: 0.33, catalog.Description: 0.33, index.HiddenField: 0.25,
}

const (
	partWeight = 0.5 // x, for a part of a word

	// A word of a title of commonTitle words has the weight of the field, one of a
	// shorter title up to a third more, as in BM25.
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

// of returns what a word is worth to a talk in the best of the fields in
// which a posting says it stands.
func (w *weights) of(talk, where uint32) float32 {
	weight := bestWeight[where]
	if where&(1<<catalog.Title) != 0 {
		weight *= w.titles[talk]
	}
	return weight
}

// value returns what a word with some odds is worth to a talk, in units.
func (w *weights) value(odds float64, talk, where uint32) int32 {
	return int32(float32(odds) * w.of(talk, where) * unit)
}

// exactValue returns what the very word of a condition is worth in some fields,
// in units.
func exactValue(fields uint32) int32 {
	return int32(match.Exact * bestWeight[fields&allFields|byItself] * unit)
}
