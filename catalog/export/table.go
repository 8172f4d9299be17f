package export

import (
	"encoding/csv"
	"io"
	"strings"
)

// WriteTable writes a table (RFC 4180) with a heading.
func WriteTable(w io.Writer, s *Selection) error {
	table := csv.NewWriter(w)
	rows := [][]string{{"id", "day", "time", "duration", "start", "title", "subtitle", "speakers", "room", "track", "type", "language", "conference", "url", "abstract"}}
	for i := range s.Talks {
		t := &s.Talks[i]
		row := []string{t.ID, t.Day, t.clock(), t.minutes(), t.Start, t.Title, t.Subtitle, t.Speakers.String(), t.Room, t.Track, t.Type, t.Language, t.Conference, t.address(), t.Abstract}
		for i, cell := range row {
			row[i] = Cell(cell)
		}
		rows = append(rows, row)
	}
	return table.WriteAll(rows)
}

// Cell is a text for a cell of a table. A spreadsheet computes what begins as a
// formula does, which may run programs, unless an apostrophe stands before it.
func Cell(text string) string {
	if text != "" && strings.ContainsRune("=+-@", rune(text[0])) {
		return "'" + text
	}
	return text
}
