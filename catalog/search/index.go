package search

import (
	"math/bits"
	"sync"

	"talks/catalog"
	"talks/catalog/search/words"
)

// An Index holds talks ready to be searched. It is read-only and safe for
// many readers.
type Index struct {
	talks      []*catalog.Talk
	vocabulary vocabulary
	postings   []posting // of all words, one after the other, each by talk
	starts     []uint32  // by word: where its postings begin; one more at the end
	briefs     []posting // the postings in brief fields again, for short starts of words
	briefAt    []uint32  // by word: where its brief postings begin; one more at the end
	blocks     []block   // the rows, blockTalks to a block
	heads      []head    // by talk, and one more
	initials   []byte    // of all titles, with and without stop words
	pool       sync.Pool // of *scratch
}

// A posting says that a word stands in a talk, and where: the talk's place in
// the upper bits, a bit for each field below it, and whether the word stands
// there by itself or as a part of others only.
type posting uint32

const (
	wholeBit   = 1 << 8
	whereMask  = wholeBit<<1 - 1
	fieldsMask = wholeBit - 1
	talkShift  = 9
)

func newPosting(talk int, where uint32) posting { return posting(uint32(talk)<<talkShift | where) }

func (p posting) talk() uint32  { return uint32(p) >> talkShift }
func (p posting) where() uint32 { return uint32(p) & whereMask }

// A head sums up a title for the filters that go before letters and initials.
type head struct {
	letters  uint32 // mask of all letters
	initials uint32 // mask of the letters that begin a word
	start    uint32 // where its initials begin; they end where the next begin
	plain    uint32 // where those begin that leave out the stop words
}

// Len is the number of talks in the index.
func (ix *Index) Len() int { return len(ix.talks) }

func (ix *Index) of(id uint32) []posting { return ix.postings[ix.starts[id]:ix.starts[id+1]] }

func (ix *Index) briefOf(id uint32) []posting { return ix.briefs[ix.briefAt[id]:ix.briefAt[id+1]] }

// briefFields are all but the texts: one or two letters begin some word of
// nearly every text, so they are looked for in these only.
const briefFields = 1<<catalog.Title | 1<<catalog.Subtitle | 1<<catalog.Speakers | 1<<catalog.Track | 1<<catalog.Room

// briefFrom is how many talks make a catalog too large to search every text for
// the start of a word that is one or two letters.
const briefFrom = 20_000

// extractBriefs copies the postings that short starts of words need.
func (ix *Index) extractBriefs() {
	n := 0
	for _, p := range ix.postings {
		if p.where()&briefFields != 0 {
			n++
		}
	}
	ix.briefs = make([]posting, 0, n)
	ix.briefAt = make([]uint32, 0, len(ix.starts))
	for id := range uint32(ix.vocabulary.size()) {
		ix.briefAt = append(ix.briefAt, uint32(len(ix.briefs)))
		for _, p := range ix.of(id) {
			if p.where()&briefFields != 0 {
				ix.briefs = append(ix.briefs, p)
			}
		}
	}
	ix.briefAt = append(ix.briefAt, uint32(len(ix.briefs)))
}

func (ix *Index) headTitles() {
	ix.heads = make([]head, len(ix.talks)+1)
	var title []uint32
	for talk := range ix.heads {
		h := &ix.heads[talk]
		h.start = uint32(len(ix.initials))
		if talk == len(ix.talks) {
			break
		}
		title = ix.title(uint32(talk), title[:0])
		title = title[:min(len(title), mostTitleWords)]
		for _, id := range title {
			first := ix.vocabulary.word(id)[0]
			h.letters |= ix.vocabulary.masks[id]
			h.initials |= words.LetterBit(first)
			ix.initials = append(ix.initials, first)
		}
		h.plain = uint32(len(ix.initials))
		for _, id := range title {
			if w := ix.vocabulary.word(id); !words.Stop.Has(w) {
				ix.initials = append(ix.initials, w[0])
			}
		}
	}
}

// stands says whether a word stands by itself in one of the fields.
func (ix *Index) stands(id, fields uint32) bool {
	for _, p := range ix.of(id) {
		if p.where()&wholeBit != 0 && p.where()&fields != 0 {
			return true
		}
	}
	return false
}

// occurs says whether a word stands in one of the fields, if only as a part.
func (ix *Index) occurs(id, fields uint32) bool {
	for _, p := range ix.of(id) {
		if p.where()&fields != 0 {
			return true
		}
	}
	return false
}

// rarity is 1 for a word of one talk and about 0 for a word of all, by the
// logarithm to the base 2.
func (ix *Index) rarity(id uint32) float64 {
	return 1 - float64(bits.Len(uint(len(ix.of(id)))-1))/float64(bits.Len(uint(len(ix.talks))))
}
