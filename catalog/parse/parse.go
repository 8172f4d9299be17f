// Package parse turns the bytes of one file into talks and problems. It knows
// no files, no clock and no terminal.
//
// A format is one file here and one row in the table below. Which format a
// document has is told from its content, never from its name. Every text of a
// talk goes through Clean; whatever a document is, the answer is talks and
// problems, never a panic, and nothing that a document names is ever opened.
package parse

import (
	"bytes"
	"unicode/utf8"

	"talks/catalog"
)

// A format is one row of the table: whether a document looks like it, and how
// it is read. Both get UTF-8, with faults, without a byte-order mark.
type format struct {
	name string
	is   func(data []byte) bool
	read func(doc *catalog.Document, data []byte)
	own  bool // it reports invalid bytes itself
}

// formats are tried in this order; the seed text comes last, because any text
// may be one.
func formats() []format {
	return []format{
		{name: "pentabarf xml", is: isPentabarf, read: readPentabarf},
		{name: "schedule json", is: isJSON, read: readJSON},
		{name: "icalendar", is: isICal, read: readICal, own: true},
		{name: "markdown notes", is: isNotes, read: readNotes},
		{name: "seed text", is: func([]byte) bool { return true }, read: readText, own: true},
	}
}

// Document reads one document, packed with gzip or not. The name goes into
// sources and problems only. A document without talks is no error here: its
// problems say what is wrong.
func Document(name string, data []byte) catalog.Document {
	doc := catalog.Document{File: name}
	packed := isGzip(data)
	if packed {
		if data = inflate(&doc, data); data == nil {
			return doc
		}
	}
	data, doc.Encoding = decode(data)
	if isBinary(data) {
		report(&doc, 0, "a binary file", "talks reads schedules and talk lists, which are text")
		return doc
	}
	for _, f := range formats() {
		if f.is(data) {
			doc.Format = f.name
			var invalid lineCount
			if !f.own {
				invalid = invalidLines(data)
			}
			f.read(&doc, data) // the last that needs data: a large one can go
			invalid.report(&doc)
			break
		}
	}
	if packed {
		doc.Encoding += ", gzip"
	}
	return doc
}

// invalidLines counts the lines with bytes that are no UTF-8.
func invalidLines(data []byte) (invalid lineCount) {
	if utf8.Valid(data) {
		return invalid
	}
	for number := 1; len(data) > 0; number++ {
		line, rest, _ := bytes.Cut(data, []byte("\n"))
		if data = rest; !utf8.Valid(line) {
			invalid.add(number)
		}
	}
	return invalid
}

// report says on how many lines bytes were replaced.
func (c *lineCount) report(doc *catalog.Document) {
	if c.lines > 0 {
		report(doc, c.first, "invalid utf-8 in "+lines(c.lines)+", replaced", "save the file as utf-8")
	}
}

// isBinary says that more than three tenths of the first bytes are what no
// text has: control characters and bytes that are not UTF-8.
func isBinary(data []byte) bool {
	data = data[:min(len(data), 8<<10)]
	odd := 0
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 || r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f' {
			odd++
		}
		i += size
	}
	return odd*10 > len(data)*3
}
