package load

import (
	"bytes"
	"errors"
	"io"
	"time"

	"talks/catalog"
	"talks/catalog/parse"
)

// A preview shows the first talks of a document that is still being read.
type preview struct {
	wanted func() bool // reports whether the user waits for this document
	show   func(start catalog.Document)
}

// What has arrived is parsed again when it has grown so much that all the
// parsing before costs at most a seventh of the last; what comes slowly, when
// that costs at most a tenth of the time that has passed.
const (
	firstPiece = 256 << 10 // bytes; some hundred talks
	growth     = 8
	patience   = 100 * time.Millisecond
	thrift     = 10
)

// follow takes what arrives to the end, and shows the first pieces of it. size is
// the number of bytes to expect, 0 if that is unknown.
func (p *preview) follow(name string, latest <-chan arrival, size int64) ([]byte, error) {
	var a arrival
	next := firstPiece                        // bytes of the next piece
	shown, due := 0, time.Now().Add(patience) // bytes of the last piece, and when what came since is worth a piece
	for a.err == nil || next*growth <= len(a.data) {
		if a.err == nil && 0 < size && size < int64(next*growth) { // the next piece is the whole
			a = <-latest
			continue
		}
		if len(a.data) < next {
			var slow <-chan time.Time
			if len(a.data) > shown {
				slow = time.After(time.Until(due))
			}
			select {
			case a = <-latest:
				continue
			case <-slow:
			}
		}
		piece := a.data[:min(len(a.data), next)]
		if len(piece) == next {
			next *= growth
		}
		start := time.Now()
		if p.wanted() {
			p.showStart(name, piece)
		}
		shown, due = len(piece), time.Now().Add(max(patience, thrift*time.Since(start)))
	}
	if errors.Is(a.err, io.EOF) {
		return a.data, nil
	}
	return a.data, a.err
}

// showStart shows the talks of a piece, except the last, which may be cut. What
// seems wrong with the others may be so because the rest is missing: rooms and
// speakers may follow.
func (p *preview) showStart(name string, piece []byte) {
	if end := bytes.LastIndexByte(piece, '\n'); end > len(piece)/2 { // no character is cut there
		piece = piece[:end+1]
	}
	doc, text, ok := parse.Unpack(printable(name), piece)
	if !ok {
		return
	}
	addTalks(&doc, text)
	if len(doc.Talks) < 2 {
		return
	}
	doc.Talks, doc.Problems = doc.Talks[:len(doc.Talks)-1], nil
	p.show(doc)
}
