// Package parse turns the bytes of one file into talks and problems. It knows
// no files, no clock and no terminal.
//
// The way from a file to its talks, folder by folder: decode.go unpacks gzip
// and turns every encoding into UTF-8, with the help of clean, which also makes
// any text safe to show. conflicts.go gives both sides of a failed merge.
// markup turns HTML and Markdown into clean paragraphs, when reads dates, times
// and zones, and draft uses both to make a catalog.Talk of a draft.Event. The
// formats (pentabarf, researchr, records, icalendar, notes) find the events of
// a document, those in XML with the help of tokens, and hand each to draft as a
// draft.Event; seedtext, whose texts have neither markup nor times, makes talks
// itself. The notations that records reads are those of its package tree.
//
// A format is one folder here and one row in the table below. The content of a
// document tells its format, never its name. Whatever a document is, it gives
// talks and problems, never a panic; every text of them is clean, and nothing
// that a document names is ever opened.
package parse

import (
	"bytes"
	"unicode/utf8"

	"talks/catalog"
	"talks/catalog/parse/draft"
	"talks/catalog/parse/icalendar"
	"talks/catalog/parse/notes"
	"talks/catalog/parse/pentabarf"
	"talks/catalog/parse/records"
	"talks/catalog/parse/records/tree"
	"talks/catalog/parse/researchr"
	"talks/catalog/parse/seedtext"
)

// A format is one row of the table. Both functions get UTF-8, with faults,
// without a byte-order mark.
type format struct {
	name           string
	is             func(data []byte) bool // reports whether a document looks like it
	parse          func(doc *catalog.Document, data []byte)
	reportsInvalid bool // the format itself reports bytes that are not UTF-8
	hasNoEnd       bool // nothing in a document says that it is whole
}

// formats are tried in this order; the seed text comes last, because any text
// may be one.
func formats() []format {
	return []format{
		{name: "researchr xml", is: researchr.Is, parse: researchr.Parse},
		{name: "pentabarf xml", is: pentabarf.Is, parse: pentabarf.Parse},
		{name: "xml", is: tree.IsXML, parse: records.ParseXML},
		{name: "schedule json", is: tree.IsJSON, parse: records.Parse},
		{name: "schedule javascript", is: tree.IsScript, parse: records.ParseScript},
		{name: "icalendar", is: icalendar.Is, parse: icalendar.Parse, reportsInvalid: true},
		{name: "labelled lines", is: records.IsLabels, parse: records.ParseLabels, hasNoEnd: true},
		{name: "markdown page", is: tree.IsPage, parse: records.ParsePage},
		{name: "yaml", is: tree.IsYAML, parse: records.ParseYAML, hasNoEnd: true},
		{name: "csv", is: records.IsCSV, parse: records.ParseCSV, reportsInvalid: true, hasNoEnd: true},
		{name: "markdown notes", is: notes.Is, parse: notes.Parse, hasNoEnd: true},
		{name: "seed text", is: func([]byte) bool { return true }, parse: seedtext.Parse, hasNoEnd: true},
	}
}

// Document parses a document, packed with gzip or not. The name is only shown,
// in sources and problems. A document without talks is not an error: its
// problems say what is wrong.
func Document(name string, data []byte) catalog.Document {
	doc, text, ok := Unpack(name, data)
	if ok {
		Text(&doc, text)
	}
	return doc
}

// Unpack undoes gzip. It returns a document without talks and, if there is one,
// the text to add to it with Text.
func Unpack(name string, data []byte) (doc catalog.Document, text []byte, ok bool) {
	doc.File = name
	if !IsPacked(data) {
		return doc, data, true
	}
	if text = inflate(&doc, data); text == nil {
		return doc, nil, false
	}
	doc.Encoding = "gzip"
	return doc, text, true
}

// Text parses a text in any encoding, and adds its talks and problems to a
// document that Unpack gave.
func Text(doc *catalog.Document, text []byte) {
	text, encoding := decode(text)
	packing := doc.Encoding
	if doc.Encoding = encoding; packing != "" {
		doc.Encoding += ", " + packing
	}
	text = tidy(doc, text)
	if isBinary(text) {
		draft.Report(doc, 0, "a binary file", "talks reads schedules and talk lists, which are text")
		return
	}
	var replaced draft.LineCount
	if encoding != "utf-8" {
		replaced = linesWhere(text, func(line []byte) bool { return bytes.Contains(line, []byte("\ufffd")) })
	}
	if conflicts := findConflicts(text); conflicts != nil {
		parseSides(doc, text, conflicts)
	} else {
		parseText(doc, text)
	}
	replaced.ReportInvalid(doc, encoding)
}

// Head is how many bytes from the start of a file are enough for IsBinary: twice
// what it looks at, for UTF-16.
const Head = 2 * judged

// IsBinary reports whether a document that starts so is no text; what is packed
// may be.
func IsBinary(head []byte) bool {
	if IsPacked(head) {
		return false
	}
	text, _ := decode(head)
	return isBinary(text)
}

const judged = 8 << 10 // bytes of a text that tell whether it is one

// parseText tells the format of a text and parses it.
func parseText(doc *catalog.Document, data []byte) {
	for _, f := range formats() {
		if f.is(data) {
			doc.Format = f.name
			var invalid draft.LineCount
			if !f.reportsInvalid {
				invalid = linesWhere(data, func(line []byte) bool { return !utf8.Valid(line) })
			}
			f.parse(doc, data)
			if f.hasNoEnd {
				tellCut(doc, data)
			}
			invalid.ReportInvalid(doc, "utf-8")
			return
		}
	}
}

// linesWhere counts the lines with a fault.
func linesWhere(data []byte, isFaulty func(line []byte) bool) (found draft.LineCount) {
	if !isFaulty(data) {
		return found
	}
	for number := 1; len(data) > 0; number++ {
		line, rest, _ := bytes.Cut(data, []byte("\n"))
		if data = rest; isFaulty(line) {
			found.Add(number)
		}
	}
	return found
}

// isBinary reports whether more than three tenths of the first characters are
// what no text has: control characters and bytes that are not UTF-8.
func isBinary(data []byte) bool {
	data = data[:min(len(data), judged)]
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
