package load

import (
	"bytes"
	"io"
	"path/filepath"
	"slices"

	"talks/catalog"
	"talks/catalog/parse"
)

// maxFile is how many bytes of one file or of standard input are read: enough
// for a hundred thousand talks with long abstracts, and little enough to be
// held in memory.
const maxFile = 256 << 20

// read reads one document to its end or to the limit. size is the number of
// bytes to expect, 0 if that is unknown. A preview is shown of what is large or
// comes slowly.
func read(name string, r io.Reader, size int64, p *preview) catalog.Document {
	const small = 1 << 20 // bytes; parsed before anyone notices
	r = io.LimitReader(r, maxFile+1)
	var data []byte
	var err error
	if p == nil || 0 < size && size <= small {
		data, err = readAll(r, size)
	} else {
		data, err = p.follow(name, arrive(r, size), size)
	}
	switch {
	case err != nil:
		return unreadable(name, err)
	case len(data) > maxFile:
		return tooLarge(name)
	case len(data) == 0:
		return withProblem(name, "the file is empty", "")
	}
	return parsed(name, data)
}

// readAll is io.ReadAll with room for the size that is expected.
func readAll(r io.Reader, size int64) ([]byte, error) {
	var b bytes.Buffer
	b.Grow(int(min(size, maxFile)) + bytes.MinRead)
	_, err := b.ReadFrom(r)
	return b.Bytes(), err
}

// parsed parses a document, which has the name of its file if it has no other.
func parsed(name string, data []byte) catalog.Document {
	doc := parse.Document(printable(name), data)
	if doc.Name == "" && len(doc.Talks) > 0 {
		doc.Name = filepath.Base(doc.File)
	}
	return doc
}

// An arrival is what has been read so far, and the error that ended it, io.EOF
// at the end. Its bytes never change.
type arrival struct {
	data []byte
	err  error
}

// arrive reads in the background. The channel has the latest arrival, if that
// has not been taken yet.
func arrive(r io.Reader, size int64) <-chan arrival {
	latest := make(chan arrival, 1)
	go func() {
		data := make([]byte, 0, max(firstPiece, int(min(size, maxFile))+1)) // 1: to meet the end
		for {
			if len(data) == cap(data) {
				data = slices.Grow(data, len(data))
			}
			n, err := r.Read(data[len(data):min(cap(data), len(data)+firstPiece)])
			data = data[:len(data)+n]
			select {
			case <-latest:
			default:
			}
			latest <- arrival{data, err}
			if err != nil {
				return
			}
		}
	}()
	return latest
}
