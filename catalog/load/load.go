// Package load turns the names on a command line into a catalog: it finds the
// files, hands their bytes to package parse and gathers what comes back.
//
// Problems never stop a load. A name that gives nothing becomes a problem of
// the catalog like any other; only when nothing at all could be read is there
// an error.
package load

import (
	"context"
	"io"
	"io/fs"
	"iter"
	"strings"

	"talks/catalog"
	"talks/catalog/parse"
)

// The most that is read: bytes of one file or of standard input, enough for a
// hundred thousand talks with long abstracts and little enough to be held in
// memory; files and folders below one that is named.
const (
	MaxFile  = 256 << 20
	MaxFiles = 10_000
)

// Stdin is the name that stands for standard input.
const Stdin = "-"

// standardInput is what standard input is called where a file has its name.
const standardInput = "standard input"

// An Error says that nothing could be read. Problems has at least one entry.
type Error struct{ Problems []catalog.Problem }

// Error gives the problems, one a line.
func (e *Error) Error() string {
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// Catalog reads the named files, the files in the named folders and, for "-",
// stdin. The error, if any, is an *Error.
func Catalog(names []string, stdin io.Reader) (*catalog.Catalog, error) {
	var b catalog.Builder
	for doc := range Documents(context.Background(), names, stdin) {
		b.Add(doc)
	}
	return gathered(b.Catalog())
}

// Builtin reads every document of a file system, in the order of their names.
// The error, if any, is an *Error.
func Builtin(files fs.FS) (*catalog.Catalog, error) {
	var b catalog.Builder
	for doc := range BuiltinDocuments(files) {
		b.Add(doc)
	}
	return gathered(b.Catalog())
}

// BuiltinDocuments reads every document at the top of a file system, in the
// order of their names. One that cannot be read is a document with a problem.
// None is found in a folder, as Documents means it.
func BuiltinDocuments(files fs.FS) iter.Seq2[catalog.Document, bool] {
	return func(yield func(doc catalog.Document, found bool) bool) {
		names, err := fs.Glob(files, "*.txt")
		if err != nil {
			return // a fault of the pattern alone
		}
		for _, name := range names {
			var doc catalog.Document
			if data, err := fs.ReadFile(files, name); err != nil {
				doc = failed(name, err)
			} else {
				doc = parse.Document(name, data)
			}
			if !yield(doc, false) {
				return
			}
		}
	}
}

func gathered(c *catalog.Catalog) (*catalog.Catalog, error) {
	if len(c.Talks) == 0 {
		return nil, &Error{Problems: c.Problems}
	}
	return c, nil
}
