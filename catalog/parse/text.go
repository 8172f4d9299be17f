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

// maxAbstract is the most bytes of a block that are kept. A title is cut like
// any other line.
const maxAbstract = 16 << 20

// A textReader walks over a seed text line by line. Blocks are parted by two
// or more blank lines; a block is a title line, a blank line and an abstract
// of paragraphs parted by one blank line. Each line is looked at once.
type textReader struct {
	reporter
	source string // the document
	from   int    // where the block at hand begins in it
	block  []byte // the block, without blank lines at its end
	first  int    // the length of its first line
	last   int    // where its last line starts
	start  int    // the line on which it begins
	cut    bool   // it is longer than is kept
	full   bool   // nothing more of it is kept
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
	text := strings.TrimPrefix(string(data), "\ufeff") // from here on, data is garbage
	r := &textReader{reporter: reporter{doc: doc}, source: text, titles: make(map[string]int)}
	blanks := 0
	for number := 1; len(text) > 0 && len(doc.Talks) <= maxTalks; number++ {
		at := len(r.source) - len(text)
		var raw string
		raw, text = cutLine(text)
		line := r.clean(raw, number)
		if len(line) == 0 {
			blanks++
			continue
		}
		if blanks >= 2 {
			r.flush()
		}
		if len(r.block) == 0 {
			r.from = at
		}
		r.take(line, number, blanks)
		blanks = 0
	}
	if len(doc.Talks) <= maxTalks {
		r.takeAttribution()
		r.flush()
	}
	r.finish()
}

// take adds a line to the block at hand, or starts one with it. The title
// takes nothing from the room that the abstract has.
func (r *textReader) take(line string, number, blanks int) {
	if len(r.block) == 0 {
		r.start, r.last = number, 0
		r.add(line, maxAbstract)
		r.first, r.full = len(r.block), false
		return
	}
	part := "\n\n"[:1+min(blanks, 1)]
	room := maxAbstract + r.first - len(r.block) - len(part)
	if r.full = r.full || room <= 0; r.full {
		r.cut = true
		return
	}
	r.block = append(r.block, part...)
	r.last = len(r.block)
	r.full = r.add(line, room)
}

// add adds a line, or as much of it as there is room for.
func (r *textReader) add(line string, room int) (cut bool) {
	if cut = len(line) > room; cut {
		line = strings.ToValidUTF8(line[:room], "")
		r.cut = true
	}
	r.block = append(r.block, line...)
	return cut
}

// cutLine splits off the first line, whichever way it ends: LF, CRLF or CR.
func cutLine[T string | []byte](text T) (line, rest T) {
	at := 0
	for at < len(text) && text[at] != '\n' && text[at] != '\r' {
		at++
	}
	line, rest = text[:at], text[at:]
	switch {
	case at+1 < len(text) && text[at] == '\r' && text[at+1] == '\n':
		return line, rest[2:]
	case at < len(text):
		return line, rest[1:]
	}
	return line, rest
}

// clean gives the line without trailing blanks and without what no terminal
// may get; a line of blanks is empty. Of a line that is longer than any
// abstract only the start is looked at.
func (r *textReader) clean(raw string, number int) string {
	raw = raw[:min(len(raw), maxAbstract+utf8.UTFMax)]
	if isClean(raw) {
		return strings.TrimRightFunc(raw, unicode.IsSpace)
	}
	if !utf8.ValidString(raw) {
		r.invalid.add(number)
	}
	if strings.ContainsFunc(raw, func(c rune) bool { return c != '\t' && unicode.IsControl(c) }) {
		r.control.add(number)
	}
	return strings.TrimRightFunc(Clean(raw), unicode.IsSpace)
}

// takeAttribution takes the document's last line off the last block if it
// says whose text the document is.
func (r *textReader) takeAttribution() {
	if len(r.block) == 0 || !bytes.HasPrefix(r.block[r.last:], []byte(attributionMark)) {
		return
	}
	r.doc.Attribution = r.line(string(r.block[r.last:]))
	r.doc.Name = attributedName(r.doc.Attribution)
	r.block = bytes.TrimRight(r.block[:r.last], "\n")
}

// line cuts a line that is too long to be one.
func (r *textReader) line(s string) string {
	s = strings.ReplaceAll(s, "\n", " ")
	if len(s) <= maxLine {
		return s
	}
	r.problem(r.start, fmt.Sprintf("a line of more than %d KiB, cut", maxLine>>10), textHint)
	return strings.TrimSpace(strings.ToValidUTF8(s[:maxLine], ""))
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
	block := r.text()
	title := block[:min(r.first, len(block))]
	switch abstract, formed := strings.CutPrefix(block[len(title):], "\n\n"); {
	case formed:
		t.Abstract = abstract
		r.formed++
	case len(abstract) > 0:
		title = firstWords(title)
		t.Abstract = block
		r.problem(r.start, "an abstract without a title, its first words stand in", textHint)
	default:
		r.problem(r.start, "a title without an abstract", "an abstract follows its title after one blank line")
	}
	t.Title, t.Slides = cutSlidesMarker(r.line(title))
	if r.cut {
		r.problem(r.start, fmt.Sprintf("a text of more than %d MiB, cut", maxAbstract>>20), "")
	}
	if before, again := r.titles[t.Title]; again {
		r.problem(r.start, fmt.Sprintf("the same title as on line %d", before), "both are kept")
	} else {
		r.titles[t.Title] = r.start
	}
	r.doc.Talks = append(r.doc.Talks, t)
	r.block, r.cut = r.block[:0], false
}

// text is the block: the very piece of the document, where nothing in it had to
// be mended. A catalog of such texts takes hardly more memory than its file.
func (r *textReader) text() string {
	rest := r.source[r.from:]
	if len(rest) >= len(r.block) && rest[:len(r.block)] == string(r.block) {
		return rest[:len(r.block)]
	}
	return string(r.block)
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
		r.doc.Format, r.doc.Talks, r.doc.Problems = "", nil, nil
		report(r.doc, 0, "no talks found", textHint)
		return
	}
	if len(r.doc.Talks) > maxTalks {
		r.problem(r.doc.Talks[maxTalks].Source.Line, fmt.Sprintf("more than %d talks, the rest is left out", maxTalks), "split the file")
		r.doc.Talks = r.doc.Talks[:maxTalks]
	}
	if n := r.invalid.lines; n > 0 {
		r.problem(r.invalid.first, "invalid utf-8 in "+lines(n)+", replaced", "save the file as utf-8")
	}
	if n := r.control.lines; n > 0 {
		r.problem(r.control.first, "control characters in "+lines(n)+", taken out", "")
	}
	r.close()
}

func lines(n int) string { return counted(n, "line") }
func texts(n int) string { return counted(n, "text") }

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
