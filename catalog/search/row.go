package search

import (
	"slices"

	"talks/catalog"
)

// A row is one talk's words in order: word ids, and marks where a field with
// words starts. A word with the part bit stands at the place of the one before.
const (
	partBit   = 1 << 31
	fieldMark = 0x7fffff00 // | Field
)

// A block is the rows of some talks that one reader has read. They are packed:
// a field or a word by the reader's own count. It counts words as it meets
// them, so that nearly all take 16 bits.
type block struct {
	rows   []uint16
	starts []uint32 // where each talk's row begins; one more at the end
	ids    []uint32 // the reader's own ids -> ids of the index
}

// The numbers of a packed row: fields, the mark before a part, words, and the
// upper half of a number that takes two places.
const (
	packedPart  = uint16(facts) + 1
	packedWords = packedPart + 1
	packedWide  = 1 << 15
)

func appendField(row []uint16, f catalog.Field) []uint16 { return append(row, uint16(f)) }

func appendWord(row []uint16, own uint32, part bool) []uint16 {
	if part {
		row = append(row, packedPart)
	}
	n := own + uint32(packedWords)
	if n >= packedWide {
		row = append(row, packedWide|uint16(n>>16))
	}
	return append(row, uint16(n))
}

// row appends the words of the i-th talk to dst, those of the fields up to last.
func (b *block) row(i int, last catalog.Field, dst []uint32) []uint32 {
	packed := b.rows[b.starts[i]:b.starts[i+1]]
	part := uint32(0)
	for at := 0; at < len(packed); at++ {
		n := uint32(packed[at])
		switch {
		case n >= packedWide:
			at++
			n = n&^packedWide<<16 | uint32(packed[at])
		case n >= uint32(packedWords):
		case n == uint32(packedPart):
			part = partBit
			continue
		case n > uint32(last):
			return dst
		default:
			dst = append(dst, fieldMark|n)
			continue
		}
		dst = append(dst, b.ids[n-uint32(packedWords)]|part)
		part = 0
	}
	return dst
}

// row is the words of a talk, in order. It is good until the next one.
func (ix *Index) row(s *scratch, talk uint32) []uint32 { return ix.rowUpTo(s, talk, facts) }

// rowUpTo is row, for the fields up to last.
func (ix *Index) rowUpTo(s *scratch, talk uint32, last catalog.Field) []uint32 {
	s.words = ix.blocks[talk/blockTalks].row(int(talk%blockTalks), last, s.words[:0])
	return s.words
}

// title appends the words of a talk's title to dst, in order, but for parts.
func (ix *Index) title(talk uint32, dst []uint32) []uint32 {
	from := len(dst)
	dst = ix.blocks[talk/blockTalks].row(int(talk%blockTalks), catalog.Title, dst)
	isOther := func(w uint32) bool { return w >= fieldMark }
	return append(dst[:from], slices.DeleteFunc(dst[from:], isOther)...)
}
