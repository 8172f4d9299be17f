package match

// Qualities: how much a word of the catalog is what the user typed, from 0 to
// 1. Their order matters, and how far they are apart; the exact figures hardly
// do.
const (
	Exact       = 1.0
	Joined      = 0.97 // two words of the query that are one in the catalog
	counted     = 0.9  // k8s
	Split       = 0.86 // one word of the query that is two neighbours in the catalog
	Inflected   = 0.85
	JoinedTyped = 0.85 // two words of the query that begin one word
	bones       = 0.78 // all consonants, without the vowels
	typed       = 0.76 // begins with what is typed; and typedShare x the share that is typed
	typedShare  = 0.1

	typedBesideExact = 0.45 // x, if what is typed is a word of the catalog itself
	typedStop        = 0.5  // x, if the word is a stop word

	slip         = 0.74
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

// Qualities of a title that has the letters of a one-word query across its
// words.
const (
	LeastInitials = 0.56
	mostInitials  = 0.78
	initialsStart = 0.04 // more, if they begin the title
	Laid          = 0.66 // x the fit
	leastFit      = 0.5
)
