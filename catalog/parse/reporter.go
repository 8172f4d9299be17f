package parse

import (
	"fmt"
	"strings"

	"talks/catalog"
)

// maxAlike is how many problems of one kind are listed for one document; the
// rest is counted.
const maxAlike = 50

// A reporter gathers the problems of one document.
type reporter struct {
	doc   *catalog.Document
	kinds []kind
}

// A kind counts the problems that say the same but for what they quote and
// the lines they name.
type kind struct {
	what        string
	line, count int // the first one's line, and how many there are
}

func (r *reporter) problem(line int, what, hint string) {
	about := what
	if at := strings.IndexAny(what, `"0123456789`); at > 0 {
		about = what[:at]
	}
	for i := range r.kinds {
		if k := &r.kinds[i]; k.what == about {
			if k.count++; k.count <= maxAlike {
				report(r.doc, line, what, hint)
			}
			return
		}
	}
	r.kinds = append(r.kinds, kind{what: about, line: line, count: 1})
	report(r.doc, line, what, hint)
}

// close says how many problems are not listed.
func (r *reporter) close() {
	for _, k := range r.kinds {
		if more := k.count - maxAlike; more > 0 {
			report(r.doc, k.line, fmt.Sprintf("and %d more like this, not listed", more), "")
		}
	}
}

// report adds a problem to a document.
func report(doc *catalog.Document, line int, what, hint string) {
	doc.Problems = append(doc.Problems, catalog.Problem{File: doc.File, Line: line, What: what, Hint: hint})
}
