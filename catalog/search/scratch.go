package search

// A scratch is the memory of one search, reused by the next: one value a talk
// and one a word, all zero between searches.
type scratch struct {
	value   []int32  // by talk: the best for the slot at hand
	touched []uint32 // talks with a value
	tallies []tally  // by talk
	hits    []uint32 // talks with a sum

	// By word: 1 + the place in matches of the first match, or 0.
	first   []int32
	matches []match

	slots  []slot
	ranked []ranked
	looked int // how many of the ranked are in order
	row    []uint32
	words  []uint32 // of the talk at hand
	paired []uint32 // talks that have both words of a pair
	runes  []rune
	places []place
	pairs  []pair
	over   []uint32 // talks whose title matches as a whole, in order
}

func newScratch(talks, words int) *scratch {
	return &scratch{
		value:   make([]int32, talks),
		tallies: make([]tally, talks),
		first:   make([]int32, words),
	}
}

// A tally is what a talk has of the slots so far: the sum of their values, and
// how many they are.
type tally struct {
	sum   int32
	count uint32
}

// A match is a word of the catalog that a slot accepts.
type match struct {
	word    uint32
	next    int32 // 1 + place of the word's next match, or 0
	quality float32
	slot    uint8
	doubt   bool
	typed   bool // the word is the term or starts with it
	brief   bool // looked for in brief fields only
	joined  bool // the word is this slot and the next in one
}

// A pair is a word of the query that is two neighbours in the catalog: a and a
// word from b to c.
type pair struct {
	slot    uint8
	a, b, c uint32
}
