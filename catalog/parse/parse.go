// Package parse turns the bytes of one file into talks and problems. It knows
// no files, no clock and no terminal.
//
// A format is one file here and one row in the table below. Which format a
// document has is told from its content, never from its name.
package parse

import "talks/catalog"

// A format is one row of the table: whether a document looks like it, and how
// it is read.
type format struct {
	name string
	is   func(data []byte) bool
	read func(doc *catalog.Document, data []byte)
}

// formats are tried in this order; the seed text comes last, because any text
// may be one.
func formats() []format {
	return []format{
		{name: "pentabarf xml", is: isPentabarf, read: readPentabarf},
		{name: "seed text", is: func([]byte) bool { return true }, read: readText},
	}
}

// Document reads one document. The name goes into sources and problems only.
// A document without talks is no error here: its problems say what is wrong.
func Document(name string, data []byte) catalog.Document {
	doc := catalog.Document{File: name, Encoding: "utf-8"}
	for _, f := range formats() {
		if f.is(data) {
			doc.Format = f.name
			f.read(&doc, data)
			break
		}
	}
	return doc
}

// report adds a problem to a document.
func report(doc *catalog.Document, line int, what, hint string) {
	doc.Problems = append(doc.Problems, catalog.Problem{File: doc.File, Line: line, What: what, Hint: hint})
}
