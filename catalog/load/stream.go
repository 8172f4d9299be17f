package load

import (
	"context"
	"fmt"
	"io"
	"iter"
	"runtime"

	"talks/catalog"
	"talks/catalog/parse/clean"
)

// Progress is how far a load has come.
type Progress struct {
	Catalog *catalog.Catalog // what has been read so far; never nil, never changes
	Read    int              // files read
	Files   int              // files found
}

// Done says that nothing is left to read.
func (p Progress) Done() bool { return p.Read == p.Files }

// Stream reads like Catalog and calls emit, from the caller's goroutine, with
// what has been read so far: as soon as the first file with talks is read, then
// whenever the reader has to wait for a file, and at the end. Each catalog
// continues the one before: its talks keep their places and ids, but a talk
// that a later file has too gives way to the later state of it.
//
// It returns an *Error if there is not one talk, and ctx's error if ctx ends
// first; emit has then been called at most with what was read before.
func Stream(ctx context.Context, names []string, stdin io.Reader, emit func(Progress)) error {
	r := start(ctx, find(names, stdin))
	defer r.stop()
	var b catalog.Builder
	var p Progress
	talks, untold := 0, false
	for doc := range r.documents(ctx, func() {
		if untold && talks > 0 {
			p.Catalog = b.Catalog()
			emit(p)
			untold = false
		}
	}) {
		talks += len(doc.Talks)
		b.Add(doc)
		p.Read, p.Files = r.read, len(r.sources)
		untold = true
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	c, err := gathered(b.Catalog())
	if err != nil {
		return err
	}
	emit(Progress{Catalog: c, Read: len(r.sources), Files: len(r.sources)})
	return nil
}

// Documents reads what the names stand for and gives the documents in the
// order of the names and, in a folder, of its files. Files are read in
// parallel. A name that gives nothing gives a document with a problem.
// Documents that were not named but found in a folder come with true.
func Documents(ctx context.Context, names []string, stdin io.Reader) iter.Seq2[catalog.Document, bool] {
	return func(yield func(doc catalog.Document, found bool) bool) {
		r := start(ctx, find(names, stdin))
		defer r.stop()
		r.documents(ctx, func() {})(yield)
	}
}

// A reader reads sources, several at a time, and hands out what they gave in
// their order.
type reader struct {
	sources []source
	results []chan catalog.Document
	read    int // sources whose document is handed out
	stop    context.CancelFunc
}

// start sets workers to the sources, one a processor. They end with the
// context, each when it has read the file at hand.
func start(ctx context.Context, sources []source) *reader {
	r := &reader{sources: sources}
	r.results = make([]chan catalog.Document, len(r.sources))
	for i := range r.results {
		r.results[i] = make(chan catalog.Document, 1)
	}
	ctx, r.stop = context.WithCancel(ctx)
	next := make(chan int)
	go func() {
		defer close(next)
		for i := range r.sources {
			select {
			case next <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	for range min(runtime.GOMAXPROCS(0), len(r.sources)) {
		go func() {
			for i := range next {
				r.results[i] <- r.sources[i].document()
			}
		}()
	}
	return r
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

// documents gives each source's document, and a problem for a folder that has
// given no talks. It calls idle before it waits.
func (r *reader) documents(ctx context.Context, idle func()) iter.Seq2[catalog.Document, bool] {
	return func(yield func(doc catalog.Document, found bool) bool) {
		talks := 0 // of the folder at hand
		for i := range r.sources {
			var doc catalog.Document
			select {
			case doc = <-r.results[i]:
			default:
				idle()
				select {
				case doc = <-r.results[i]:
				case <-ctx.Done():
					return
				}
			}
			r.read++
			talks += len(doc.Talks)
			if !yield(doc, !r.sources[i].alone) {
				return
			}
			if last := r.sources[i].lastOf; last != "" {
				if talks == 0 && !yield(noTalks(last), false) {
					return
				}
				talks = 0
			} else if r.sources[i].alone {
				talks = 0
			}
		}
	}
}

func noTalks(folder string) catalog.Document {
	return problem(folder, "no talks in this folder", "name a schedule file, or a folder that has some")
}
