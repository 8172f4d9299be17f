package parse

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"

	"talks/catalog"
)

// MaxInflated is the most bytes that a compressed document may unpack to:
// twenty times the largest schedule known.
const MaxInflated = 64 << 20

// isGzip tells a gzip file (RFC 1952) by its magic number.
func isGzip(data []byte) bool { return bytes.HasPrefix(data, []byte{0x1f, 0x8b, 0x08}) }

// inflate unpacks a gzip file. What comes before a fault is kept; a document
// that would grow past MaxInflated is not.
func inflate(doc *catalog.Document, data []byte) []byte {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		report(doc, 0, "damaged gzip data", "get the file again")
		return nil
	}
	text, err := io.ReadAll(io.LimitReader(z, MaxInflated+1))
	if len(text) > MaxInflated {
		report(doc, 0, fmt.Sprintf("unpacks to more than %d MiB", MaxInflated>>20), "no schedule is that large")
		return nil
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		report(doc, 0, "the gzip data ends in the middle", "get the file again")
	} else if err != nil {
		report(doc, 0, "damaged gzip data", "get the file again")
	}
	return text
}
