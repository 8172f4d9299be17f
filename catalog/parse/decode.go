package parse

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"talks/catalog"
	"talks/catalog/parse/clean"
	"talks/catalog/parse/draft"
)

// byteOrderMark begins a document; one that was saved twice has two.
const byteOrderMark = "\ufeff"

// decode gives a document as UTF-8, and the name of
// its encoding. Marks and zeros tell UTF-8 and UTF-16; an encoding that an XML
// declaration names counts unless the bytes are UTF-8 all the same. Bytes that
// are not UTF-8 stay; package clean replaces them.
func decode(data []byte) (text []byte, encoding string) {
	switch {
	case bytes.HasPrefix(data, []byte(byteOrderMark)):
		return data, "utf-8"
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return clean.Decode(data[2:], "utf-16le")
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return clean.Decode(data[2:], "utf-16be")
	case isUTF16(data, 1):
		return clean.Decode(data, "utf-16le")
	case isUTF16(data, 0):
		return clean.Decode(data, "utf-16be")
	}
	label := declaredEncoding(data)
	if isASCII := strings.HasPrefix(label, "iso-2022"); label != "" && (isASCII || !utf8.Valid(data)) {
		return clean.Decode(data, label)
	}
	return data, "utf-8"
}

// tidy gives a text without byte-order marks and without the headers of the HTTP
// response that it came in. Lines that end with CR alone, as on old Macs, end with
// LF.
func tidy(doc *catalog.Document, text []byte) []byte {
	for bytes.HasPrefix(text, []byte(byteOrderMark)) {
		text = text[len(byteOrderMark):]
	}
	if bytes.IndexByte(text, '\r') >= 0 && bytes.IndexByte(text, '\n') < 0 {
		text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	}
	if !bytes.HasPrefix(text, []byte("HTTP/")) {
		return text
	}
	for rest, lines := text, 0; len(rest) > 0; lines++ {
		line, after := clean.CutLine(rest)
		if rest = after; len(line) == 0 {
			draft.Report(doc, 1, "the headers of an HTTP response, passed over", "")
			return append(bytes.Repeat([]byte("\n"), lines+1), rest...)
		}
	}
	return text
}

// isUTF16 reports whether the zero of each of the first pairs of bytes, and no
// other byte, is at that offset: UTF-16 of a text that starts in ASCII.
func isUTF16(data []byte, zero int) bool {
	const pairs = 4
	if len(data) < 2*pairs {
		return false
	}
	for i := range 2 * pairs {
		if (data[i] == 0) != (i%2 == zero) {
			return false
		}
	}
	return true
}

// encodingName finds the name in an XML declaration (XML 1.0 §4.3.3).
var encodingName = regexp.MustCompile(`\sencoding\s*=\s*["']?\s*([A-Za-z0-9._:-]+)`)

// declaredEncoding is the label in an XML declaration, or "".
func declaredEncoding(data []byte) string {
	data = bytes.TrimLeft(data, " \t\r\n")
	if !bytes.HasPrefix(data, []byte("<?xml")) {
		return ""
	}
	declaration, _, _ := bytes.Cut(data[:min(len(data), 256)], []byte("?>"))
	named := encodingName.FindSubmatch(declaration)
	if named == nil {
		return ""
	}
	label := strings.ToLower(string(named[1]))
	if strings.HasPrefix(label, "utf-16") || strings.HasPrefix(label, "ucs-2") {
		return "" // it is not, or the declaration could not have been read
	}
	return label
}

// maxInflated is the most bytes that a packed document may unpack to: twenty
// times the largest schedule known.
const maxInflated = 64 << 20

// MaxUnpacked returns the most bytes that so many packed ones may unpack to:
// DEFLATE makes of two bits at most a match of 258 bytes (RFC 1951 §3.2.5).
func MaxUnpacked(packed int64) int64 { return min(packed, maxInflated/1032) * 1032 }

// IsPacked reports whether a document is a gzip file (RFC 1952).
func IsPacked(data []byte) bool { return bytes.HasPrefix(data, []byte{0x1f, 0x8b, 0x08}) }

// inflate unpacks a gzip file. What comes before a fault is kept; a document
// that would grow past maxInflated is not.
func inflate(doc *catalog.Document, data []byte) []byte {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		draft.Report(doc, 0, "damaged gzip data", "get the file again")
		return nil
	}
	text, err := io.ReadAll(io.LimitReader(z, maxInflated+1))
	if len(text) > maxInflated {
		draft.Report(doc, 0, fmt.Sprintf("unpacks to more than %d MiB", maxInflated>>20), "no schedule is that large")
		return nil
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		draft.Report(doc, 0, "the gzip data ends in the middle", "get the file again")
	} else if err != nil {
		draft.Report(doc, 0, "damaged gzip data", "get the file again")
	}
	return text
}
