package match

import "math"

// Qualities: how surely a word of the catalog is what the user typed, from 0 to
// 1. A tenth less is half as likely (see Odds).
const (
	Exact       = 1.0
	Joined      = 0.97 // two words of the query that are one in the catalog
	plural      = 0.91 // llms for llm: above large language model, which is half of llm
	counted     = 0.9  // k8s
	spelling    = 0.9  // British for American, or the other way round
	Split       = 0.86 // one word of the query that is two neighbours in the catalog
	JoinedTyped = 0.85 // two words of the query that begin one word
	bones       = 0.78 // all consonants, without the vowels
	Inflected   = 0.77
	Abbreviated = Inflected // llm for large language model
	typed       = 0.76      // begins with what is typed; and typedShare x the share that is typed
	typedShare  = 0.1

	BesideExact = 0.6 // x, if what is typed is a word of the catalog itself
	typedStop   = 0.9 // x, if the word is a stop word

	slip         = 0.74
	Alike        = slip // said alike: geffy for gephi
	slipFirst    = 0.12 // less, if the first letter is wrong
	inside       = 0.72 // the end of a compound: pannen in Datenpannen
	insideShare  = 0.9  // x, in the middle of it
	mostLetters  = 0.7  // letters left out
	leastLetters = 0.52
	halfBones    = 0.62 // all consonants so far, without the vowels; and halfShare x the share that is typed
	LongSlips    = 0.59 // two slips, in a long word or between the same ends
	halfSlip     = 0.58 // a slip in a half-typed word; and halfShare x the share that is typed
	halfShare    = 0.12
	twoSlips     = 0.52
	loose        = 0.4

	// GateShare: far words that are worth less than this share of the best
	// are dropped.
	GateShare = 0.78
)

// Odds returns how likely it is, for a word of some quality, that somebody who
// means it types what was typed, as against somebody who means the word typed.
func Odds(quality float64) float64 { return math.Exp(-steepness * (1 - quality)) }

// steepness makes a word that is a tenth of a quality away half as likely.
const steepness = 7

// Qualities of a title that has the letters of a one-word query across its
// words.
const (
	LeastInitials = 0.56
	MostInitials  = 0.78
	initialsStart = 0.04 // more, if they begin the title
	Laid          = 0.66 // x the fit
	leastFit      = 0.5
)
