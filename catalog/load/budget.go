package load

import (
	"context"
	"fmt"
	"sync"

	"golang.org/x/sync/semaphore"

	"talks/catalog"
	"talks/catalog/parse"
)

// maxText is how many bytes of text, unpacked, the talks of all files together
// may have been read from: more than all conferences known to us together, and
// twice the largest file. Talks take twice as much memory, with their index five
// times (24 November 2026, thirty files of long abstracts).
const maxText = 512 << 20

// A budget limits what is in memory: the text that talks were read from, and the
// text that is being read. Its methods may be called from several goroutines.
type budget struct {
	reading *semaphore.Weighted
	mu      sync.Mutex
	left    int  // bytes of text
	spent   bool // something was left out
}

// newBudget returns a budget for so many bytes of text.
func newBudget(text int) *budget {
	return &budget{left: text, reading: semaphore.NewWeighted(maxFile)}
}

// begin waits until there is room for a text that is to be read: one of the
// largest files, or many small ones. The caller calls end when it has parsed it.
func (b *budget) begin(text int64) (end func()) {
	text = min(text, maxFile)
	if err := b.reading.Acquire(context.Background(), text); err != nil {
		panic(err) // the context never ends
	}
	return func() { b.reading.Release(text) }
}

// take takes so many bytes of text and reports whether there were as many left.
// After the first that were not, nothing is: the small files that would still fit
// are not worth reading all the large ones between them.
func (b *budget) take(text int) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.spent = b.spent || text > b.left
	if !b.spent {
		b.left -= text
	}
	return !b.spent
}

// giveBack gives back what was taken for a text that had no talks.
func (b *budget) giveBack(text int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.left += text
}

// leftOut reports that a file was left out for want of a budget.
func leftOut(name string) catalog.Document {
	return withProblem(name, fmt.Sprintf("left out: no more than %d MiB of text are read at once", maxText>>20), "name fewer files")
}

// parse parses what a file holds, if there is enough left.
func (b *budget) parse(name string, data []byte) catalog.Document {
	doc, text, ok := parse.Unpack(printable(name), data)
	if !ok {
		return doc
	}
	if !b.take(len(text)) {
		return leftOut(name)
	}
	addTalks(&doc, text)
	if len(doc.Talks) == 0 {
		b.giveBack(len(text))
	}
	return doc
}
