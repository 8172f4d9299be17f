package draft

import (
	"fmt"
	"strings"
)

// MaxText is the most bytes that are kept of a text, whatever the format; the
// longest of the 3,631 abstracts of five FOSDEMs has 10 KB.
const MaxText = 256 << 10

// MaxLine is the most bytes that are kept of what is shown on one line: titles,
// names, links. A hundred thousand talks may share the name of one room.
const MaxLine = 4 << 10

// The most events of a document that are read, and the most links and
// speakers of a talk; no conference known has a tenth of them.
const (
	MaxTalks    = 100_000
	MaxLinks    = 100
	MaxSpeakers = 200
)

// CutLong cuts what is longer than any text of a talk, and reports it.
func (s *Schedule) CutLong(e *Event) {
	if len(e.Speakers) > MaxSpeakers {
		e.Speakers = e.Speakers[:MaxSpeakers]
		s.Problem(e.Line, fmt.Sprintf("more than %d speakers, the rest is left out", MaxSpeakers), "")
	}
	if len(e.Links) > MaxLinks {
		e.Links = e.Links[:MaxLinks]
		s.Problem(e.Line, fmt.Sprintf("more than %d links, the rest is left out", MaxLinks), "")
	}
	for f := range e.Text {
		most := MaxLine
		if f := Field(f); f == Abstract || f == Description {
			most = MaxText
		}
		s.Cut(e.Line, &e.Text[f], most)
	}
	for i := range e.Speakers {
		s.Cut(e.Line, &e.Speakers[i].Name, MaxLine)
		s.Cut(e.Line, &e.Speakers[i].Biography, MaxText)
	}
	for i := range e.Links {
		s.Cut(e.Line, &e.Links[i].Title, MaxLine)
		s.Cut(e.Line, &e.Links[i].URL, MaxLine)
	}
}

// Cut cuts a text that has more bytes than are kept of it, and reports it.
func (r *Reporter) Cut(line int, text *string, most int) {
	if len(*text) > most {
		*text = start(*text, most)
		r.Problem(line, fmt.Sprintf("a text of more than %d KiB, cut", most>>10), "")
	}
}

// TooMany reports that a document has more talks than are read.
func (r *Reporter) TooMany(line int) {
	r.Problem(line, fmt.Sprintf("more than %d talks, the rest is left out", MaxTalks), "split the file")
}

// Shorten is the start of a name. A name that many talks may refer to is cut
// once, rather than in every talk that uses it.
func Shorten(name string) string { return start(name, MaxLine) }

// start is as much of a text as fits into a number of bytes.
func start(s string, most int) string {
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "")
}
