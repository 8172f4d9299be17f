// Package notes parses Markdown in which headings part the talks.
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

// Is reports that a document is Markdown in which headings part the talks:
// its first line is a heading. A seed text starts with a title, which is none.
func Is(data []byte) bool {
	first, _, _ := bytes.Cut(bytes.TrimLeft(data, " \t\r\n"), []byte("\n"))
	_, title := heading(first)
	return title != ""
}

// maxNotes is how many headings are read, of talks and within them.
const maxNotes = 2 * draft.MaxTalks

// A note is a heading of the document with the text below it.
type note struct {
	level int
	title string
	line  int
	text  []byte // up to the next heading
}

// Parse reads Markdown notes. Each heading of the highest level is a talk
// and the text below it, with any lower headings, is its abstract. A lone
// heading of the first level above others is the name of the collection.
func Parse(doc *catalog.Document, data []byte) {
	s := draft.New(doc)
	notes := splitNotes(data)
	if len(notes) == maxNotes {
		s.Problem(notes[maxNotes-1].line, fmt.Sprintf("more than %d headings, the rest is left out", maxNotes-1), "split the file")
		notes = notes[:maxNotes-1]
	}
	level, count := 6, 0
	for _, n := range notes {
		level = min(level, n.level)
	}
	for _, n := range notes {
		if n.level == level {
			count++
		}
	}
	if count == 1 && len(notes) > 1 && notes[0].level == level {
		doc.Name = markup.Line(notes[0].title)
		notes = notes[1:]
		level = 6
		for _, n := range notes {
			level = min(level, n.level)
		}
	}
	for i := 0; i < len(notes) && !s.Full(); {
		e := draft.Event{Line: notes[i].line}
		e.Text[draft.Title] = notes[i].title
		var text strings.Builder
		text.Write(notes[i].text)
		for i++; i < len(notes) && notes[i].level > level; i++ {
			text.WriteString("\n" + strings.Repeat("#", notes[i].level) + " " + notes[i].title + "\n\n")
			text.Write(notes[i].text)
		}
		e.Text[draft.Abstract] = lineFeeds.Replace(text.String())
		if strings.TrimSpace(e.Text[draft.Abstract]) == "" {
			s.Problem(e.Line, "a heading without a text", "an abstract follows its heading")
		}
		s.Add(&e)
	}
	s.Finish()
}

// lineFeeds are what a text's lines end with for those who read Markdown.
var lineFeeds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// splitNotes splits a document at its headings; a "#" within a fenced block is
// code.
func splitNotes(data []byte) []note {
	var notes []note
	from := data // what follows the last heading
	fence := ""
	end := func(length int) {
		if len(notes) > 0 {
			notes[len(notes)-1].text = from[:length]
		}
	}
	for number := 1; len(data) > 0 && len(notes) < maxNotes; number++ {
		var raw []byte
		here := len(data)
		raw, data = clean.CutLine(data)
		trimmed := bytes.TrimLeft(raw, " ")
		switch {
		case fence != "":
			if bytes.HasPrefix(trimmed, []byte(fence)) {
				fence = ""
			}
		case bytes.HasPrefix(trimmed, []byte("```")), bytes.HasPrefix(trimmed, []byte("~~~")):
			fence = string(trimmed[:3])
		default:
			if level, title := heading(raw); title != "" {
				end(len(from) - here)
				notes = append(notes, note{level: level, title: title, line: number})
				from = data
			}
		}
	}
	end(len(from))
	return notes
}

// heading reads an ATX heading (CommonMark §4.2): one to six "#", a blank, the
// title, and any closing "#".
func heading(line []byte) (level int, title string) {
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
