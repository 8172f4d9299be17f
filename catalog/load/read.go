package load

import (
	"errors"
	"io"
	"path/filepath"

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
func read(name string, r io.Reader, size int64, p *preview, b *budget) catalog.Document {
	const small = 1 << 20 // bytes; parsed before anyone notices
	r = io.LimitReader(&sniffer{r: r}, maxFile+1)
	var data []byte
	var err error
	if p == nil || 0 < size && size <= small {
		data, err = readAll(r, size)
	} else {
		data, err = p.follow(name, arrive(r, size), size)
	}
	switch {
	case err != nil && !errors.Is(err, errBinary):
		return unreadable(name, err)
	case len(data) > maxFile:
		return tooLarge(name)
	case len(data) == 0:
		return withProblem(name, "the file is empty", "")
	}
	return b.parse(name, data)
}

// A sniffer reads until it has seen that a file is binary.
type sniffer struct {
	r      io.Reader
	head   []byte // at most parse.Head bytes
	binary bool
}

var errBinary = errors.New("a binary file")

// Read reads. Its error is errBinary if what has been read so far is no text.
func (s *sniffer) Read(p []byte) (int, error) {
	missing := parse.Head - len(s.head)
	switch {
	case s.binary:
		return 0, errBinary
	case missing == 0:
		return s.r.Read(p)
	}
	n, err := s.r.Read(p[:min(len(p), missing)])
	s.head = append(s.head, p[:n]...)
	s.binary = n == missing && parse.IsBinary(s.head)
	return n, err
}

// readAll is io.ReadAll with room for the size that is expected.
func readAll(r io.Reader, size int64) (data []byte, err error) {
	for err == nil {
		data, err = readMore(r, data, size)
	}
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return data, err
}

// readMore reads once. It makes room for all that is expected when it has seen the
// head, in which a sniffer may find that there is no need to; and never for more
// than is read of the largest file, which would be seen in memory.
func readMore(r io.Reader, data []byte, size int64) ([]byte, error) {
	if len(data) == cap(data) && len(data) <= maxFile {
		room := parse.Head + 1 // 1: to meet the end
		if len(data) > 0 {
			room = max(2*len(data), firstPiece+1, int(size)+1)
		} else if size > 0 {
			room = min(room, int(size)+1)
		}
		data = append(make([]byte, 0, min(room, maxFile+1)), data...)
	}
	n, err := r.Read(data[len(data):min(cap(data), len(data)+firstPiece)])
	return data[:len(data)+n], err
}

// addTalks parses a text into a document, which has the name of its file if it
// has no other.
func addTalks(doc *catalog.Document, text []byte) {
	parse.Text(doc, text)
	if doc.Name == "" && len(doc.Talks) > 0 {
		doc.Name = filepath.Base(doc.File)
	}
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
		var data []byte
		for {
			var err error
			data, err = readMore(r, data, size)
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
