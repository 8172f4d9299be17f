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

	front    atomic.Int64 // the source that the caller waits for; -1: it wants no previews
	previews chan early
}

// early is what a source has of its document before it is read to its end.
type early struct {
	source int
	doc    catalog.Document
}

// startPool sets workers to the sources, one a processor. When the context ends,
// each of them ends after the file it is reading. With previews, the first
// talks of a large file come before the others.
func startPool(ctx context.Context, sources []source, b *budget, previews bool) *pool {
	p := &pool{sources: sources, results: make([]chan catalog.Document, len(sources)), previews: make(chan early, 1)}
	if !previews {
		p.front.Store(-1)
	}
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
				p.results[i] <- sources[i].document(p.previewOf(i), b)
			}
		}()
	}
	return p
}

// previewOf returns what a source needs to show its first talks, nil if nobody
// wants to see them.
func (p *pool) previewOf(i int) *preview {
	if p.front.Load() < 0 {
		return nil
	}
	return &preview{
		wanted: func() bool { return p.front.Load() == int64(i) },
		show: func(doc catalog.Document) {
			select {
			case <-p.previews: // an older one that was not taken
			default:
			}
			select {
			case p.previews <- early{i, doc}:
			default: // another source was quicker
			}
		},
	}
}

// wait returns the document of a source. While it waits, it hands what comes early
// to preview; ok is false if the context ends.
func (p *pool) wait(ctx context.Context, i int, preview func(catalog.Document)) (doc catalog.Document, ok bool) {
	for {
		select {
		case doc = <-p.results[i]:
			return doc, true
		case e := <-p.previews:
			if e.source == i {
				preview(e.doc)
			}
		case <-ctx.Done():
			return doc, false
		}
	}
}

// documents yields each source's document, and after a folder that gave no
// talks a document that says so. It calls idle before it waits, and preview with
// the first talks of the document that it waits for.
func (p *pool) documents(ctx context.Context, idle func(), preview func(catalog.Document)) iter.Seq2[catalog.Document, bool] {
	return func(yield func(doc catalog.Document, found bool) bool) {
		inFolder := 0 // talks of the current folder so far
		for i, s := range p.sources {
			var doc catalog.Document
			select {
			case doc = <-p.results[i]:
			default:
				idle()
				var ok bool
				if doc, ok = p.wait(ctx, i, preview); !ok {
					return
				}
			}
			p.read++
			if p.front.Load() >= 0 {
				p.front.Store(int64(p.read))
			}
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
