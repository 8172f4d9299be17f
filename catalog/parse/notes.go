package parse

import (
	"bytes"
	"strings"

	"talks/catalog"
)

// isNotes says that a document is Markdown in which headings part the talks:
// its first line is a heading. A seed text starts with a title, which is none.
func isNotes(data []byte) bool {
	first, _, _ := bytes.Cut(bytes.TrimLeft(data, " \t\r\n"), []byte("\n"))
	_, title := heading(string(first))
	return title != ""
}

// A note is a heading of the document with the text below it.
type note struct {
	level int
	title string
	line  int
	text  []string
}

// readNotes reads Markdown notes. Each heading of the highest level is a talk
// and the text below it, with any lower headings, is its abstract. A lone
// heading of the first level above others is the name of the collection.
func readNotes(doc *catalog.Document, data []byte) {
	notes := splitNotes(data)
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
		doc.Name = oneLine(notes[0].title)
		notes = notes[1:]
		level = 6
		for _, n := range notes {
			level = min(level, n.level)
		}
	}
	s := newSchedule(doc)
	for i := 0; i < len(notes) && !s.full(); {
		e := entry{line: notes[i].line, title: notes[i].title}
		text := notes[i].text
		for i++; i < len(notes) && notes[i].level > level; i++ {
			text = append(text, "", strings.Repeat("#", notes[i].level)+" "+notes[i].title, "")
			text = append(text, notes[i].text...)
		}
		e.abstract = strings.Join(text, "\n")
		if strings.TrimSpace(e.abstract) == "" {
			s.problem(e.line, "a heading without a text", "an abstract follows its heading")
		}
		s.add(&e)
	}
	s.finish()
}

// splitNotes splits a document at its headings; a "#" within a fenced block is
// code.
func splitNotes(data []byte) []note {
	var notes []note
	fence := ""
	for number := 1; len(data) > 0; number++ {
		var raw []byte
		raw, data = cutLine(data)
		line := strings.TrimRight(string(raw), " \t")
		trimmed := strings.TrimLeft(line, " ")
		switch {
		case fence != "":
			if strings.HasPrefix(trimmed, fence) {
				fence = ""
			}
		case strings.HasPrefix(trimmed, "```"), strings.HasPrefix(trimmed, "~~~"):
			fence = trimmed[:3]
		default:
			if level, title := heading(line); title != "" {
				notes = append(notes, note{level: level, title: title, line: number})
				continue
			}
		}
		if len(notes) > 0 {
			last := &notes[len(notes)-1]
			last.text = append(last.text, line)
		}
	}
	return notes
}

// heading reads an ATX heading (CommonMark §4.2): one to six "#", a blank, the
// title, and any closing "#".
func heading(line string) (level int, title string) {
	line = strings.TrimSpace(line)
	for level < len(line) && line[level] == '#' {
		level++
	}
	if level == 0 || level > 6 || level == len(line) || line[level] != ' ' && line[level] != '\t' {
		return 0, ""
	}
	title = strings.TrimSpace(line[level:])
	if bare := strings.TrimRight(title, "#"); bare == "" || strings.HasSuffix(bare, " ") {
		title = strings.TrimSpace(bare)
	}
	return level, title
}
