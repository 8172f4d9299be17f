// Package load turns the names on a command line into a catalog: it finds the
// files, hands their bytes to package parse and gathers what comes back.
//
// Problems never stop a load. A name that gives nothing becomes a problem of
// the catalog like any other; only when nothing at all could be read is there
// an error.
package load

import (
	"io"
	"io/fs"
	"os"
	"strings"

	"talks/catalog"
	"talks/catalog/parse"
)

// MaxFile is the most bytes read of one file or of standard input: twenty
// times the largest schedule known (FOSDEM 2026, 2.8 MB), and little enough
// to be held in memory.
const MaxFile = 64 << 20

// Stdin is the name that stands for standard input.
const Stdin = "-"

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
	var docs []catalog.Document
	for _, name := range names {
		docs = append(docs, documents(name, stdin)...)
	}
	return gather(docs)
}

// Builtin reads every document of a file system, in the order of their names.
func Builtin(files fs.FS) (*catalog.Catalog, error) {
	names, err := fs.Glob(files, "*.txt")
	if err != nil {
		return nil, err
	}
	docs := make([]catalog.Document, 0, len(names))
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		docs = append(docs, parse.Document(name, data))
	}
	return gather(docs)
}

func gather(docs []catalog.Document) (*catalog.Catalog, error) {
	c := catalog.New(docs...)
	if len(c.Talks) == 0 {
		return nil, &Error{Problems: c.Problems}
	}
	return c, nil
}

// documents reads what one name stands for.
func documents(name string, stdin io.Reader) []catalog.Document {
	if name == Stdin {
		return []catalog.Document{read("standard input", stdin)}
	}
	info, err := os.Stat(name)
	if err != nil {
		return []catalog.Document{failed(name, err)}
	}
	if info.IsDir() {
		return folder(name)
	}
	return []catalog.Document{file(name, info)}
}
