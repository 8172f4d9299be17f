package index

import "talks/catalog"

// An Entry is one item of a talk's row, which holds its words in order: a word,
// a part of the word before it, or a mark that a field begins.
type Entry uint32

const (
	partBit   = 1 << 31
	stopBit   = 1 << 30
	fieldMark = 0x7fffff00 // | catalog.Field
)

// Word returns the id of the word, which is never one of a field mark.
func (e Entry) Word() uint32 { return uint32(e) &^ (partBit | stopBit) }

// IsPart reports whether the word stands at the place of the one before it, as
// a part of it.
func (e Entry) IsPart() bool { return e&partBit != 0 }

// FollowsStop reports whether a full stop, a comma or the like stands between
// the word and the one before it.
func (e Entry) FollowsStop() bool { return e&stopBit != 0 }

// Field returns the field that begins here; ok is false for a word.
func (e Entry) Field() (f catalog.Field, ok bool) {
	return catalog.Field(e), e&^0xff == fieldMark
}

// Row returns the words of a talk, in order. Fields without words are left out.
func (ix *Index) Row(talk uint32) []Entry {
	return ix.rows[ix.rowStarts[talk]:ix.rowStarts[talk+1]]
}

// AppendTitle appends the words of a talk's title to dst, in order, without
// parts.
func (ix *Index) AppendTitle(dst []string, talk uint32) []string {
	for _, e := range ix.Row(talk) {
		if f, ok := e.Field(); ok && f != catalog.Title {
			break
		} else if !ok && !e.IsPart() {
			dst = append(dst, ix.Word(e.Word()))
		}
	}
	return dst
}
