package load

import (
	"context"
	"fmt"
	"io"
	"iter"
	"runtime"
	"sync/atomic"

	"talks/catalog"
	"talks/catalog/parse/clean"
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
	l := start(ctx, find(names, stdin))
	defer l.stop()
	var b catalog.Builder
	talks, emitted := 0, 0 // emitted: files read at the last call of emit
	emitNews := func() {
		if talks > 0 && l.read > emitted {
			emit(Progress{Catalog: b.Catalog(), Read: l.read, Files: len(l.sources)})
			emitted = l.read
		}
	}
	for doc := range l.documents(ctx, emitNews) {
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
	emit(Progress{Catalog: c, Read: len(l.sources), Files: len(l.sources)})
	return nil
}

// Documents reads what the names stand for and yields the documents in the
// order of the names and, within a folder, of its files. Files are read in
// parallel. A name that gives nothing gives a document with a problem. found
// reports that a listing of a folder produced the file, which then may well
// have no talks.
func Documents(ctx context.Context, names []string, stdin io.Reader) iter.Seq2[catalog.Document, bool] {
	return func(yield func(doc catalog.Document, found bool) bool) {
		l := start(ctx, find(names, stdin))
		defer l.stop()
		l.documents(ctx, func() {})(yield)
	}
}

// A loading reads sources, several at a time, and hands out their documents in
// order.
type loading struct {
	sources []source
	results []chan catalog.Document // one for each source
	read    int                     // sources whose document is handed out
	stop    context.CancelFunc
}

// start sets workers to the sources, one a processor. When the context ends,
// each of them ends after the file it is reading.
func start(ctx context.Context, sources []source) *loading {
	l := &loading{sources: sources, results: make([]chan catalog.Document, len(sources))}
	for i := range l.results {
		l.results[i] = make(chan catalog.Document, 1)
	}
	ctx, l.stop = context.WithCancel(ctx)
	var taken atomic.Int64 // sources that a worker has taken
	for range min(runtime.GOMAXPROCS(0), len(sources)) {
		go func() {
			for ctx.Err() == nil {
				i := int(taken.Add(1)) - 1
				if i >= len(sources) {
					return
				}
				l.results[i] <- sources[i].document()
			}
		}()
	}
	return l
}

// document reads the source. A panic in a goroutine would end the program and
// leave the terminal as it is; here it costs one file.
func (s *source) document() (doc catalog.Document) {
	defer func() {
		if fault := recover(); fault != nil {
			doc = problem(s.name, "talks cannot read it, a bug: "+clean.Line(fmt.Sprint(fault)), "report it, with the file if you may")
		}
	}()
	return s.read()
}

// documents yields each source's document, and after a folder that gave no
// talks a document that says so. It calls idle before it waits.
func (l *loading) documents(ctx context.Context, idle func()) iter.Seq2[catalog.Document, bool] {
	return func(yield func(doc catalog.Document, found bool) bool) {
		inFolder := 0 // talks of the current folder so far
		for i, s := range l.sources {
			var doc catalog.Document
			select {
			case doc = <-l.results[i]:
			default:
				idle()
				select {
				case doc = <-l.results[i]:
				case <-ctx.Done():
					return
				}
			}
			l.read++
			if !yield(doc, s.folder != "") {
				return
			}
			if s.folder != "" {
				inFolder += len(doc.Talks)
			}
			if s.last {
				if inFolder == 0 && !yield(noTalks(s.folder), false) {
					return
				}
				inFolder = 0
			}
		}
	}
}
