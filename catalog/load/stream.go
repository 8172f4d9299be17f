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
// what has been read so far: as soon as the first file with talks is read, then
// whenever it has to wait for a file, and at the end. Each catalog continues
// the one before: its talks keep their places and ids, but a talk that a later
// file also has gives way to the later state of it.
//
// It returns an *Error if there is not one talk, and ctx's error if ctx ends
// first; emit has then been called at most with what was read before.
func Stream(ctx context.Context, names []string, stdin io.Reader, emit func(Progress)) error {
	p := startPool(ctx, find(names, stdin))
	defer p.stop()
	var b catalog.Builder
	talks, emitted := 0, 0 // emitted: files read at the last call of emit
	emitNews := func() {
		if talks > 0 && p.read > emitted {
			emit(Progress{Catalog: b.Catalog(), Read: p.read, Files: len(p.sources)})
			emitted = p.read
		}
	}
	for doc := range p.documents(ctx, emitNews) {
		talks += len(doc.Talks)
		b.Add(doc)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	c, err := finish(&b)
	if err != nil {
		return err
	}
	emit(Progress{Catalog: c, Read: len(p.sources), Files: len(p.sources)})
	return nil
}
