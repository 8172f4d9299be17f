package load

import (
	"context"
	"io"

	"talks/catalog"
)

// Progress is how far a load has come.
type Progress struct {
	Catalog *catalog.Catalog // what has been read so far; never nil, never changes
	Read    int              // files read
	Files   int              // files found
}

// Done reports whether every file has been read.
func (p Progress) Done() bool { return p.Read == p.Files }

// Stream reads like Catalog and calls emit, from the caller's goroutine, with
// what has been read so far: as soon as there are talks, then whenever it has to
// wait for a file, and at the end. While it waits for a large file, or for one
// that comes slowly, it also emits the first talks of that. Each catalog
// continues the one before: its talks keep their places and ids, but a talk that
// is read further, or that a later file also has, gives way to the later state
// of it.
//
// It returns an *Error if there is not one talk, and ctx's error if ctx ends
// first; emit has then been called at most with what was read before.
func Stream(ctx context.Context, names []string, stdin io.Reader, emit func(Progress)) error {
	return stream(ctx, find(names, stdin), emit)
}

func stream(ctx context.Context, sources []source, emit func(Progress)) error {
	p := startPool(ctx, sources, newBudget(maxText), true)
	defer p.stop()
	var b catalog.Builder
	talks, emitted := 0, -1 // emitted: files read at the last call of emit
	tell := func(c *catalog.Catalog) {
		emit(Progress{Catalog: c, Read: p.read, Files: len(sources)})
		emitted = p.read
	}
	idle := func() {
		if talks > 0 && p.read > emitted {
			tell(b.Catalog())
		}
	}
	for doc := range p.documents(ctx, idle, func(doc catalog.Document) { tell(b.Preview(doc)) }) {
		talks += len(doc.Talks)
		b.Add(doc)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	c, err := finish(&b)
	if err == nil {
		tell(c)
	} else if emitted >= 0 {
		tell(b.Catalog()) // what a preview took for talks is none
	}
	return err
}
