// Package notes parses Markdown in which headings part the talks (ATX headings,
// CommonMark §4.2). It takes the bytes of a document and gives its talks and
// problems. Each heading of the highest level is a talk; the text below it,
// with any lower headings, is its abstract. A list of names below a heading is
// that of its speakers (people.go). Most documents with headings are no lists of
// talks (evidence.go).
package notes

import (
	"bytes"
	"fmt"
	"strings"

	"talks/catalog"
	"talks/catalog/parse/clean"
	"talks/catalog/parse/draft"
	"talks/catalog/parse/markup"
)

// maxNotes is how many headings are read, of talks and within them.
const maxNotes = 2 * draft.MaxTalks

// A note is a heading of the document with the text below it.
type note struct {
	level    int // from 1, the highest
	title    string
	line     int
	from, to int  // byte offsets of the text up to the next heading
	apart    bool // no text stands on the line above
}

// Is reports whether the first line of a document is a heading.
func Is(data []byte) bool {
	first, _, _ := bytes.Cut(bytes.TrimLeft(data, " \t\r\n"), []byte("\n"))
	_, title := heading(first)
	return title != ""
}

// Parse adds the talks and the problems of a document to doc. A lone heading
// above all others is the name of the collection.
func Parse(doc *catalog.Document, data []byte) {
	s := draft.New(doc)
	notes := split(data)
	if len(notes) == maxNotes {
		s.Problem(notes[maxNotes-1].line, fmt.Sprintf("more than %d headings, the rest is left out", maxNotes-1), "split the file")
		notes = notes[:maxNotes-1]
	}
	comments := areComments(notes)
	if len(notes) > 1 && notes[0].level < highest(notes[1:]) {
		doc.Name = markup.Line(notes[0].title)
		notes = notes[1:]
	}
	events := makeEvents(data, notes)
	named := takeSpeakers(events)
	if comments || !areTalks(doc.Name, events, named) {
		doc.Name = ""
		s.Seen = catalog.Count(len(events), "heading", "headings") + "; nothing shows that they are titles of talks"
		events = nil
	}
	for i := range events {
		if s.Full() {
			break
		}
		s.Add(&events[i])
	}
	s.Finish()
}

// makeEvents makes an event of each heading of the highest level.
func makeEvents(data []byte, notes []note) []draft.Event {
	var events []draft.Event
	level := highest(notes)
	for i := 0; i < len(notes); {
		e := draft.Event{Line: notes[i].line}
		e.Text[draft.Title] = notes[i].title
		var text strings.Builder
		text.Write(data[notes[i].from:notes[i].to])
		for i++; i < len(notes) && notes[i].level > level; i++ {
			text.WriteString("\n" + strings.Repeat("#", notes[i].level) + " " + notes[i].title + "\n\n")
			text.Write(data[notes[i].from:notes[i].to])
		}
		e.Text[draft.Abstract] = text.String()
		events = append(events, e)
	}
	return events
}

// highest is the highest level among the headings.
func highest(notes []note) int {
	level := 6
	for _, n := range notes {
		level = min(level, n.level)
	}
	return level
}

// split splits a document at its headings. A "#" within a fenced block is
// code.
func split(data []byte) []note {
	var notes []note
	fence := ""
	rest := data
	apart := true // the line before is blank
	for number := 1; len(rest) > 0 && len(notes) < maxNotes; number++ {
		var line []byte
		at := len(data) - len(rest)
		line, rest = clean.CutLine(rest)
		trimmed := bytes.TrimLeft(line, " ")
		switch {
		case fence != "":
			if bytes.HasPrefix(trimmed, []byte(fence)) {
				fence = ""
			}
		case bytes.HasPrefix(trimmed, []byte("```")), bytes.HasPrefix(trimmed, []byte("~~~")):
			fence = string(trimmed[:3])
		default:
			if level, title := heading(line); title != "" {
				if last := len(notes) - 1; last >= 0 {
					notes[last].to = at
				}
				notes = append(notes, note{level: level, title: title, line: number, from: len(data) - len(rest), to: len(data), apart: apart})
			}
		}
		apart = len(trimmed) == 0
	}
	return notes
}

// heading reads a heading: at most three blanks, one to six "#", a blank, the
// title, and any closing "#". It gives no title for another line.
func heading(line []byte) (level int, title string) {
	if bytes.HasPrefix(line, []byte("    ")) || bytes.HasPrefix(bytes.TrimLeft(line, " "), []byte("\t")) {
		return 0, "" // code
	}
	line = bytes.TrimSpace(line)
	for level < len(line) && line[level] == '#' {
		level++
	}
	if level == 0 || level > 6 || level == len(line) || line[level] != ' ' && line[level] != '\t' {
		return 0, ""
	}
	title = strings.TrimSpace(string(line[level:]))
	if bare := strings.TrimRight(title, "#"); bare == "" || strings.HasSuffix(bare, " ") {
		title = strings.TrimSpace(bare)
	}
	return level, title
}
