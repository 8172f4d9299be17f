package draft

import (
	"fmt"
	"strings"

	"talks/catalog"
)

// maxAlike is how many problems of one kind are listed for one document; the
// rest is counted.
const maxAlike = 50

// A Reporter adds problems to a document, at most maxAlike of each kind.
type Reporter struct {
	Doc   *catalog.Document
	kinds []kind
}

// A kind counts the problems that say the same but for what they quote and
// the lines they name.
type kind struct {
	what        string
	line, count int // the first one's line, and how many there are
}

// Problem reports a problem at a line, or of the whole document if that is 0.
func (r *Reporter) Problem(line int, what, hint string) {
	about := what
	if at := strings.IndexAny(what, `"0123456789`); at > 0 {
		about = what[:at]
	}
	for i := range r.kinds {
		if k := &r.kinds[i]; k.what == about {
			if k.count++; k.count <= maxAlike {
				Report(r.Doc, line, what, hint)
			}
			return
		}
	}
	r.kinds = append(r.kinds, kind{what: about, line: line, count: 1})
	Report(r.Doc, line, what, hint)
}

// Close reports how many problems are not listed.
func (r *Reporter) Close() {
	for _, k := range r.kinds {
		if more := k.count - maxAlike; more > 0 {
			Report(r.Doc, k.line, fmt.Sprintf("and %d more like this, not listed", more), "")
		}
	}
}

// Report adds a problem to a document.
func Report(doc *catalog.Document, line int, what, hint string) {
	doc.Problems = append(doc.Problems, catalog.Problem{File: doc.File, Line: line, What: what, Hint: hint})
}

// A LineCount counts lines with the same fault and remembers the first.
type LineCount struct{ First, Lines int }

// Add counts a line.
func (c *LineCount) Add(line int) {
	if c.Lines++; c.Lines == 1 {
		c.First = line
	}
}

// ReportInvalid reports on how many lines bytes were replaced that are not text
// in an encoding.
func (c LineCount) ReportInvalid(doc *catalog.Document, encoding string) {
	if c.Lines > 0 {
		Report(doc, c.First, "invalid "+encoding+" in "+catalog.Count(c.Lines, "line", "lines")+", replaced", "save the file as utf-8")
	}
}
