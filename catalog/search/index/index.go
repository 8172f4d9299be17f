// Package index holds the words of a catalog ready to be looked up: which words
// there are (the vocabulary), which talks have them (the postings), and in
// which order (the rows).
//
// Texts are split once, on all cores. The vocabulary is sorted, and the id of a
// word is its place in it, so that the words with one start are one range of
// ids. Only words are kept, no offsets: these are found again in the few texts
// that are shown.
package index

import (
	"talks/catalog"
)

// An Index holds talks ready to be searched. It is read-only and safe for many
// readers.
type Index struct {
	Vocabulary
	Abbreviations
	Talks []*catalog.Talk

	postings   []Posting // of all words, one word after the other, each by talk
	starts     []uint32  // by word: where its postings begin; one more at the end
	heads      []Posting // those of the postings that are in HeadFields
	headStarts []uint32  // by word: where its heads begin; one more at the end
	rows       []Entry   // of all talks, one after the other
	rowStarts  []uint32  // by talk: where its row begins; one more at the end
	titles     []Title   // by talk; one more at the end
	initials   []byte    // of all titles, with and without stop words
}
