package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
)

// Columns are the columns of a line of text, from the first on. More may come after
// them, but these stay where they are.
func Columns() []string {
	return []string{"id", "title", "speakers", "track", "start", "day", "time", "room", "length in minutes"}
}

// PageWidth is how many cells a line of a text that is read has at most.
const PageWidth = 80

// WriteLines writes a line for each talk, with Columns parted by tabs. One that a talk
// does not have is empty.
func WriteLines(w io.Writer, s *Selection) error {
	b := bufio.NewWriter(w)
	for i := range s.Talks {
		t := &s.Talks[i]
		columns := []string{t.ID, s.bold(t.Title), t.Speakers.String(), t.Track, t.Start, t.Day, t.clock(), t.Room, t.minutes()}
		if len(t.Shared) > 0 {
			columns = append(columns, t.Shared.String())
		}
		b.WriteString(strings.Join(columns, "\t") + "\n")
		if t.Sum != nil {
			b.WriteString(t.Sum.String())
		}
	}
	return b.Flush()
}

// bold has a text stand out, if that is wanted.
func (s *Selection) bold(text string) string {
	if !s.Bold || text == "" {
		return text
	}
	return ansi.NewStyle().Bold().Styled(text)
}

// WriteIDs writes the id of each talk.
func WriteIDs(w io.Writer, s *Selection) error {
	b := bufio.NewWriter(w)
	for _, t := range s.Talks {
		b.WriteString(t.ID + "\n")
	}
	return b.Flush()
}

// WriteText writes each talk whole, to be read: its title, what there is to know of
// it with a word before each, its text.
func WriteText(w io.Writer, s *Selection) error {
	b := bufio.NewWriter(w)
	for i := range s.Talks {
		if i > 0 {
			b.WriteString("\n\n")
		}
		s.writeTalk(b, &s.Talks[i])
	}
	return b.Flush()
}

func (s *Selection) writeTalk(b *bufio.Writer, t *Talk) {
	const indent = 12
	fact := func(name, value string) {
		if value != "" {
			value = strings.ReplaceAll(s.wrap(value, indent), "\n", "\n"+strings.Repeat(" ", indent))
			fmt.Fprintf(b, "%-*s%s\n", indent, name+":", value)
		}
	}
	b.WriteString(s.bold(s.wrap(t.Title, 0)) + "\n")
	if t.Subtitle != "" {
		b.WriteString(s.wrap(t.Subtitle, 0) + "\n")
	}
	b.WriteString("\n")
	fact("Speakers", t.Speakers.String())
	if day := t.of.Slot.Date(); !day.IsZero() {
		fact("Day", day.Format(time.DateOnly+", Monday"))
	}
	fact("Time", t.clock())
	fact("Room", t.Room)
	if t.Duration > 0 {
		fact("Length", t.minutes()+" minutes")
	}
	fact("Track", t.Track)
	fact("Type", t.Type)
	fact("Language", t.Language)
	fact("Conference", t.Conference)
	for _, l := range t.Links {
		fact("Link", strings.TrimSpace(l.Title+" "+l.URL))
	}
	fact("Id", t.ID)
	fact("Source", t.Source)
	for _, text := range []string{t.Abstract, t.Description} {
		if text != "" {
			b.WriteString("\n" + s.wrap(text, 0) + "\n")
		}
	}
}

// wrap breaks the lines of a text between words so that they fit beside an indent.
func (s *Selection) wrap(text string, indent int) string {
	if s.Width <= indent {
		return text
	}
	return ansi.Wordwrap(text, s.Width-indent, "")
}
