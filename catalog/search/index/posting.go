package index

import (
	"sort"

	"talks/catalog"
)

// A Posting is a talk that has a word, and where it has it: the number of the talk
// in the upper bits, a bit for each field below it, and one bit that is set if
// the word stands there by itself, not only as a part of others.
type Posting uint32

// The bits of a posting's Where.
const (
	AllFields   = 1<<(HiddenField+1) - 1
	HeadFields  = 1<<catalog.Title | 1<<catalog.Subtitle | 1<<catalog.Speakers | 1<<catalog.Track | 1<<catalog.Room
	ShownFields = 1<<HiddenField - 1
	ByItself    = AllFields + 1
)

const talkShift = 9

func newPosting(talk int, where uint32) Posting {
	return Posting(uint32(talk)<<talkShift | where)
}

// Talk returns the number of the talk in the index.
func (p Posting) Talk() uint32 { return uint32(p) >> talkShift }

// Where returns a bit for each field, and ByItself.
func (p Posting) Where() uint32 { return uint32(p) & (1<<talkShift - 1) }

// Postings returns the postings of a word, in the order of talks.
func (ix *Index) Postings(word uint32) []Posting {
	return ix.postings[ix.starts[word]:ix.starts[word+1]]
}

// Heads returns the postings of a word that are in HeadFields, in the order of
// talks. They are a tenth of all: texts are left out.
func (ix *Index) Heads(word uint32) []Posting {
	return ix.heads[ix.headStarts[word]:ix.headStarts[word+1]]
}

// Has reports whether a word stands in a talk, in one of the fields.
func (ix *Index) Has(word, talk, fields uint32) bool {
	list := ix.Postings(word)
	at := sort.Search(len(list), func(i int) bool { return list[i].Talk() >= talk })
	return at < len(list) && list[at].Talk() == talk && list[at].Where()&fields != 0
}

// Stands reports whether a word stands by itself in one of the fields of any
// talk.
func (ix *Index) Stands(word, fields uint32) bool {
	for _, p := range ix.Postings(word) {
		if p.Where()&ByItself != 0 && p.Where()&fields != 0 {
			return true
		}
	}
	return false
}

// Occurs reports whether a word stands in one of the fields of any talk, even
// if only as a part of another.
func (ix *Index) Occurs(word, fields uint32) bool {
	for _, p := range ix.Postings(word) {
		if p.Where()&fields != 0 {
			return true
		}
	}
	return false
}

// AppendShared appends to dst the talks that have both words, in order.
func (ix *Index) AppendShared(dst []uint32, a, b uint32) []uint32 {
	few, many := ix.Postings(a), ix.Postings(b)
	if len(many) < len(few) {
		few, many = many, few
	}
	for _, p := range few {
		many = many[firstFrom(many, p.Talk()):]
		if len(many) == 0 {
			break
		}
		if many[0].Talk() == p.Talk() {
			dst = append(dst, p.Talk())
		}
	}
	return dst
}

// firstFrom returns the place of the first posting of a talk or of one after
// it. It gallops, then bisects: callers advance through the list.
func firstFrom(list []Posting, talk uint32) int {
	far := 1
	for far < len(list) && list[far].Talk() < talk {
		far *= 2
	}
	from := far / 2
	list = list[from:min(far+1, len(list))]
	return from + sort.Search(len(list), func(i int) bool { return list[i].Talk() >= talk })
}
