package parse

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"talks/catalog"
)

// The seed text's own marks: a title that ends with slidesMarker ("download
// the slides") has slides; a last line that starts with attributionMark says
// whose text the document is.
const (
	slidesMarker    = "下载PPT"
	attributionMark = "©"
)

// textHint is the grammar in one line, for whoever hands us something else.
const textHint = "a talk is a title line, a blank line, then its abstract; two blank lines part talks"

// A textReader walks over a seed text line by line. Blocks are parted by two
// or more blank lines; a block is a title line, a blank line and an abstract
// of paragraphs parted by one blank line. Each line is looked at once, each
// kept byte is copied once.
type textReader struct {
	doc    *catalog.Document
	block  []string // lines of the block at hand, "" between paragraphs
	start  int      // the line on which it begins
	titles map[string]int
	formed int // blocks with a title and an abstract

	invalid, control lineCount
}

// lineCount counts lines with the same fault and remembers the first.
type lineCount struct{ first, lines int }

func (c *lineCount) add(line int) {
	if c.lines++; c.lines == 1 {
		c.first = line
	}
}

func readText(doc *catalog.Document, data []byte) {
	r := &textReader{doc: doc, titles: make(map[string]int)}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	blanks := 0
	for number := 1; len(data) > 0; number++ {
		var raw []byte
		raw, data = cutLine(data)
		line := r.clean(raw, number)
		if line == "" {
			blanks++
			continue
		}
		switch {
		case len(r.block) > 0 && blanks >= 2:
			r.flush()
		case len(r.block) > 0 && blanks == 1:
			r.block = append(r.block, "")
		}
		blanks = 0
		if len(r.block) == 0 {
			r.start = number
		}
		r.block = append(r.block, line)
	}
	r.takeAttribution()
	r.flush()
	r.finish()
}

// cutLine splits off the first line, whichever way it ends: LF, CRLF or CR.
func cutLine(data []byte) (line, rest []byte) {
	at := bytes.IndexAny(data, "\r\n")
	if at < 0 {
		return data, nil
	}
	if data[at] == '\r' && at+1 < len(data) && data[at+1] == '\n' {
		return data[:at], data[at+2:]
	}
	return data[:at], data[at+1:]
}

// clean gives the line without trailing blanks and without what no terminal
// may get; a line of blanks is empty.
func (r *textReader) clean(raw []byte, number int) string {
	if !utf8.Valid(raw) {
		r.invalid.add(number)
	}
	if bytes.ContainsFunc(raw, func(c rune) bool { return c != '\t' && unicode.IsControl(c) }) {
		r.control.add(number)
	}
	return strings.TrimRightFunc(Clean(string(raw)), unicode.IsSpace)
}

// takeAttribution takes the document's last line off the last block if it
// says whose text the document is.
func (r *textReader) takeAttribution() {
	last := len(r.block) - 1
	if last < 0 || !strings.HasPrefix(r.block[last], attributionMark) {
		return
	}
	r.doc.Attribution = r.block[last]
	r.doc.Name = attributedName(r.doc.Attribution)
	r.block = r.block[:last]
	if last > 0 && r.block[last-1] == "" {
		r.block = r.block[:last-1]
	}
}

// attributedName picks a short name out of an attribution: its first word in
// Latin letters up to a dot, in lower case ("OSChina.NET" gives "oschina").
func attributedName(line string) string {
	at := strings.IndexFunc(line, isLatin)
	if at < 0 {
		return ""
	}
	name := line[at:]
	if end := strings.IndexFunc(name, func(r rune) bool { return !isLatin(r) && !unicode.IsDigit(r) }); end >= 0 {
		name = name[:end]
	}
	return strings.ToLower(name)
}

func isLatin(r rune) bool { return r < unicode.MaxASCII && unicode.IsLetter(r) }

// flush makes a talk of the block at hand, if there is one.
func (r *textReader) flush() {
	if len(r.block) == 0 {
		return
	}
	t := catalog.Talk{Source: catalog.Source{File: r.doc.File, Line: r.start}}
	switch {
	case len(r.block) == 1:
		t.Title = r.block[0]
		r.problem(r.start, "a title without an abstract", "an abstract follows its title after one blank line")
	case r.block[1] != "":
		t.Title = firstWords(r.block[0])
		t.Abstract = strings.Join(r.block, "\n")
		r.problem(r.start, "an abstract without a title, its first words stand in", textHint)
	default:
		t.Title = r.block[0]
		t.Abstract = strings.Join(r.block[2:], "\n")
		r.formed++
	}
	t.Title, t.Slides = cutSlidesMarker(strings.Join(strings.Split(t.Title, "\n"), " "))
	if before, again := r.titles[t.Title]; again {
		r.problem(r.start, fmt.Sprintf("the same title as on line %d", before), "both are kept")
	} else {
		r.titles[t.Title] = r.start
	}
	r.doc.Talks = append(r.doc.Talks, t)
	r.block = r.block[:0]
}

func cutSlidesMarker(title string) (string, bool) {
	title = strings.TrimSpace(title)
	rest, marked := strings.CutSuffix(title, slidesMarker)
	if rest = strings.TrimSpace(rest); !marked || rest == "" {
		return title, false
	}
	return rest, true
}

// firstWords cuts a line between words to about the length of a title.
func firstWords(line string) string {
	const most = 60 // runes
	count, cut := 0, 0
	for at, c := range line {
		if count++; count > most {
			if cut == 0 {
				cut = at
			}
			return line[:cut] + "…"
		}
		if unicode.IsSpace(c) && at > 0 {
			cut = at
		}
	}
	return line
}

// finish reports what was mended, and drops a document that has not one block
// of the grammar: prose is not a list of talks.
func (r *textReader) finish() {
	if r.formed == 0 {
		r.doc.Talks, r.doc.Problems = nil, nil
		r.problem(0, "no talks found", textHint)
		return
	}
	if n := r.invalid.lines; n > 0 {
		r.problem(r.invalid.first, "invalid utf-8 in "+lines(n)+", replaced", "save the file as utf-8")
	}
	if n := r.control.lines; n > 0 {
		r.problem(r.control.first, "control characters in "+lines(n)+", removed", "")
	}
}

func lines(n int) string {
	if n == 1 {
		return "1 line"
	}
	return fmt.Sprintf("%d lines", n)
}

func (r *textReader) problem(line int, what, hint string) {
	r.doc.Problems = append(r.doc.Problems, catalog.Problem{File: r.doc.File, Line: line, What: what, Hint: hint})
}
