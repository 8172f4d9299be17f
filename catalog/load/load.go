// Package load turns the names on a command line into a catalog: it finds the
// files, hands their bytes to package parse and gathers the documents.
//
// Problems never stop a load. A name that gives nothing becomes a problem of
// the catalog like any other; there is an error only if nothing at all could
// be read.
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

// Stdin is the name that stands for standard input.
const Stdin = "-"

// An Error says that nothing could be read. Problems has at least one entry.
type Error struct{ Problems []catalog.Problem }

// Error returns the problems, one a line.
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
	return gather(Documents(context.Background(), names, stdin))
}

// Documents reads what the names stand for and yields the documents in the
// order of the names and, within a folder, of its files. Files are read in
// parallel. A name that gives nothing gives a document with a problem. found
// reports that a listing of a folder produced the file, which then may well
// have no talks.
func Documents(ctx context.Context, names []string, stdin io.Reader) iter.Seq2[catalog.Document, bool] {
	return func(yield func(doc catalog.Document, found bool) bool) {
		p := startPool(ctx, find(names, stdin), newBudget(maxText), false)
		defer p.stop()
		p.documents(ctx, func() {}, nil)(yield)
	}
}

// Builtin reads every document of a file system, in the order of their names.
// The error, if any, is an *Error.
func Builtin(files fs.FS) (*catalog.Catalog, error) {
	return gather(BuiltinDocuments(files))
}

// BuiltinDocuments reads every *.txt document at the top of a file system, in
// the order of their names. One that cannot be read is a document with a
// problem. It yields the documents as Documents does, none of them as found.
func BuiltinDocuments(files fs.FS) iter.Seq2[catalog.Document, bool] {
	return func(yield func(doc catalog.Document, found bool) bool) {
		names, _ := fs.Glob(files, "*.txt") // fails for a bad pattern alone
		for _, name := range names {
			var doc catalog.Document
			if data, err := fs.ReadFile(files, name); err != nil {
				doc = unreadable(name, err)
			} else {
				doc = parse.Document(name, data)
			}
			if !yield(doc, false) {
				return
			}
		}
	}
}

func gather(docs iter.Seq2[catalog.Document, bool]) (*catalog.Catalog, error) {
	var b catalog.Builder
	for doc := range docs {
		b.Add(doc)
	}
	return finish(&b)
}

// finish returns the catalog, or an *Error if it has no talks.
func finish(b *catalog.Builder) (*catalog.Catalog, error) {
	c := b.Catalog()
	if len(c.Talks) == 0 {
		return nil, &Error{Problems: c.Problems}
	}
	return c, nil
}
