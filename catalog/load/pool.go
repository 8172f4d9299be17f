package load

import (
	"context"
	"iter"
	"runtime"
	"sync/atomic"

	"talks/catalog"
)

// A pool reads sources, several at a time, and hands out their documents in
// order.
type pool struct {
	sources []source
	results []chan catalog.Document // one for each source
	read    int                     // sources whose document is handed out
	stop    context.CancelFunc
}

// startPool sets workers to the sources, one a processor. When the context ends,
// each of them ends after the file it is reading.
func startPool(ctx context.Context, sources []source) *pool {
	p := &pool{sources: sources, results: make([]chan catalog.Document, len(sources))}
	for i := range p.results {
		p.results[i] = make(chan catalog.Document, 1)
	}
	ctx, p.stop = context.WithCancel(ctx)
	var taken atomic.Int64 // sources that a worker has taken
	for range min(runtime.GOMAXPROCS(0), len(sources)) {
		go func() {
			for ctx.Err() == nil {
				i := int(taken.Add(1)) - 1
				if i >= len(sources) {
					return
				}
				p.results[i] <- sources[i].document()
			}
		}()
	}
	return p
}

// documents yields each source's document, and after a folder that gave no
// talks a document that says so. It calls idle before it waits.
func (p *pool) documents(ctx context.Context, idle func()) iter.Seq2[catalog.Document, bool] {
	return func(yield func(doc catalog.Document, found bool) bool) {
		inFolder := 0 // talks of the current folder so far
		for i, s := range p.sources {
			var doc catalog.Document
			select {
			case doc = <-p.results[i]:
			default:
				idle()
				select {
				case doc = <-p.results[i]:
				case <-ctx.Done():
					return
				}
			}
			p.read++
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
