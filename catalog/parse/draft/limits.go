package draft

import (
	"fmt"
	"strings"
)

// MaxTalks is how many events of one document are read; no conference known
// has a tenth of them.
const MaxTalks = 100_000

// The most bytes that are kept of a text and of a line, and the most links and
// speakers of a talk; nothing published comes near them.
const (
	MaxText     = 256 << 10
	MaxLine     = 4 << 10
	MaxLinks    = 100
	MaxSpeakers = 200
)

// CutLong cuts what is longer than any text of a talk, and reports it.
func (s *Schedule) CutLong(e *Event) {
	cut := func(text *string, most int) {
		if len(*text) > most {
			*text = strings.ToValidUTF8((*text)[:most], "")
			s.Problem(e.Line, fmt.Sprintf("a text of more than %d KiB, cut", most>>10), "")
		}
	}
	if len(e.Speakers) > MaxSpeakers {
		e.Speakers = e.Speakers[:MaxSpeakers]
		s.Problem(e.Line, fmt.Sprintf("more than %d speakers, the rest is left out", MaxSpeakers), "")
	}
	for f := range e.Text {
		if f := Field(f); f == Abstract || f == Description {
			cut(&e.Text[f], MaxText)
		} else {
			cut(&e.Text[f], MaxLine)
		}
	}
	for i := range e.Speakers {
		cut(&e.Speakers[i].Name, MaxLine)
		cut(&e.Speakers[i].Biography, MaxText)
	}
	for i := range e.Links {
		cut(&e.Links[i].Title, MaxLine)
		cut(&e.Links[i].URL, MaxLine)
	}
}

// Shorten is the start of a name. A name that many talks may refer to is cut
// once, rather than in every talk that uses it.
func Shorten(name string) string {
	return strings.ToValidUTF8(name[:min(len(name), MaxLine)], "")
}
