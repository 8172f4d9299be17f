package seedtext

import "strings"

// A block is the lines of a talk. As long as they stand in the document as they
// are to be, it is a piece of that, which costs no copy.
type block struct {
	document string // from the start of the block on
	size     int    // bytes of document that are the block
	mended   []byte // the block, if it is no piece of the document
}

// begin makes the block an empty one that starts where document does.
func (b *block) begin(document string) { *b = block{document: document, mended: b.mended[:0]} }

// add adds a text to the end of the block.
func (b *block) add(text string) {
	if len(b.mended) == 0 {
		if strings.HasPrefix(b.document[b.size:], text) {
			b.size += len(text)
			return
		}
		b.mended = append(b.mended, b.document[:b.size]...)
	}
	b.mended = append(b.mended, text...)
}

func (b *block) len() int { return max(b.size, len(b.mended)) }

func (b *block) text() string {
	if len(b.mended) == 0 {
		return b.document[:b.size]
	}
	return string(b.mended)
}
