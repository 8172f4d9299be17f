// Package export writes talks in the formats of other programs.
package export

import (
	"io"
	"iter"
	"time"

	"talks/catalog"
)

// A Selection is some talks of a catalog, in order, and what there is to say of them.
type Selection struct {
	Catalog *catalog.Catalog // the whole of which the talks are, which tells when they end
	Talks   []Talk

	// Of a search: what was asked, as typed, and whether no talk has all words, or the
	// best rests on a guess.
	Query *string
	Weak  *bool

	Total int       // how many talks there are without a limit
	Now   time.Time // when it is written
	Bold  bool      // titles stand out on a terminal
	Width int       // of the lines of a text that is read, in cells; 0: as they are
}

// Select makes a selection of talks.
func Select(c *catalog.Catalog, talks iter.Seq[*catalog.Talk]) *Selection {
	s := &Selection{Catalog: c, Talks: []Talk{}}
	for t := range talks {
		s.Talks = append(s.Talks, NewTalk(t))
	}
	s.Total = len(s.Talks)
	return s
}

// A Format is a way to write talks.
type Format struct {
	Name, Meaning string
	Write         func(w io.Writer, s *Selection) error
}

// Formats returns the formats that have names.
func Formats() []Format {
	return []Format{
		{"text", "a line for each talk, in columns parted by tabs", WriteLines},
		{"json", "one document of JSON", WriteDocument},
		{"jsonl", "JSON, a line for each talk", WriteJSONLines},
		{"md", "Markdown", WriteMarkdown},
		{"csv", "a table with a heading", WriteTable},
		{"ics", "a calendar (iCalendar)", writeCalendar},
		{"bib", "references (BibTeX)", WriteBibTeX},
		{"id", "the id of each talk alone", WriteIDs},
	}
}

// Undated is how many talks have no day that is known.
func (s *Selection) Undated() int {
	n := 0
	for _, t := range s.Talks {
		if t.Day == "" {
			n++
		}
	}
	return n
}
