package parsetest

import (
	"fmt"
	"strings"
	"time"

	"talks/catalog"
)

// Told prints what a document tells of its talks, a talk a line, field by
// field, those that are empty left out; then its problems.
func Told(doc *catalog.Document) []string {
	var lines []string
	for i := range doc.Talks {
		t := &doc.Talks[i]
		line := t.ID + " " + t.Title
		field := func(mark, text string) {
			if text != "" {
				line += " " + mark + text
			}
		}
		for _, p := range t.Speakers {
			field("@", p.Name)
			field("~", p.Biography)
		}
		field("track:", t.Slot.Track)
		field("room:", t.Slot.Room)
		field("type:", t.Type)
		field("lang:", t.Language)
		if !t.Slot.Start.IsZero() {
			field("", start(&t.Slot))
		}
		if t.Slot.Duration > 0 {
			field("", t.Slot.Duration.String())
		}
		field("abstract:", t.Abstract)
		field("description:", t.Description)
		for _, l := range t.Links {
			field("", fmt.Sprintf("<%s %s %d>", l.Title, l.URL, l.Kind))
		}
		lines = append(lines, strings.ReplaceAll(line, "\n", "/"))
	}
	return append(lines, problems(doc)...)
}

// Outline prints what matters of a document in a table's space: of each talk
// its line, id, title, start and length, then the problems.
func Outline(doc *catalog.Document) []string {
	var lines []string
	for i := range doc.Talks {
		t := &doc.Talks[i]
		line := fmt.Sprintf("%d %s %q", t.Source.Line, t.ID, t.Title)
		if !t.Slot.Start.IsZero() {
			line += " " + start(&t.Slot)
		}
		if t.Slot.Duration > 0 {
			line += " " + t.Slot.Duration.String()
		}
		lines = append(lines, line)
	}
	return append(lines, problems(doc)...)
}

// start prints when a talk starts: with an offset if its zone is known, a whole
// day as a date, and the day of the conference if that has another date.
func start(s *catalog.Slot) string {
	layout := "2006-01-02T15:04Z07:00"
	switch {
	case s.AllDay:
		layout = time.DateOnly
	case catalog.IsWall(s.Start.Location()):
		layout = "2006-01-02T15:04"
	}
	date := s.Start.Format(time.DateOnly)
	if day := s.Date().Format(time.DateOnly); day != date {
		return s.Start.Format(layout) + " of " + day
	}
	return s.Start.Format(layout)
}

func problems(doc *catalog.Document) (lines []string) {
	for _, p := range doc.Problems {
		lines = append(lines, strings.TrimPrefix(p.String(), doc.File))
	}
	return lines
}
