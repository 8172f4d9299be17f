// Package seedtext parses the grammar of the built-in list: blocks of a title
// and an abstract, parted by blank lines.
package seedtext

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"talks/catalog"
	"talks/catalog/parse/clean"
	"talks/catalog/parse/draft"
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
	draft.Reporter
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

	invalid, control draft.LineCount
}

// Parse reads a document into talks and problems.
func Parse(doc *catalog.Document, data []byte) {
	text := strings.TrimPrefix(string(data), "\ufeff") // from here on, data is garbage
	r := &textReader{Reporter: draft.Reporter{Doc: doc}, source: text, titles: make(map[string]int)}
	blanks := 0
	for number := 1; len(text) > 0 && len(doc.Talks) <= draft.MaxTalks; number++ {
		at := len(r.source) - len(text)
		var raw string
		raw, text = clean.CutLine(text)
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
	if len(doc.Talks) <= draft.MaxTalks {
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

// clean gives the line without trailing blanks and without what no terminal
// may get; a line of blanks is empty. Of a line that is longer than any
// abstract only the start is looked at.
func (r *textReader) clean(raw string, number int) string {
	raw = raw[:min(len(raw), maxAbstract+utf8.UTFMax)]
	if clean.Is(raw) {
		return strings.TrimRightFunc(raw, unicode.IsSpace)
	}
	if !utf8.ValidString(raw) {
		r.invalid.Add(number)
	}
	if strings.ContainsFunc(raw, func(c rune) bool { return c != '\t' && unicode.IsControl(c) }) {
		r.control.Add(number)
	}
	return strings.TrimRightFunc(clean.Text(raw), unicode.IsSpace)
}

// takeAttribution takes the document's last line off the last block if it
// says whose text the document is.
func (r *textReader) takeAttribution() {
	if len(r.block) == 0 || !bytes.HasPrefix(r.block[r.last:], []byte(attributionMark)) {
		return
	}
	r.Doc.Attribution = r.line(string(r.block[r.last:]))
	r.Doc.Name = attributedName(r.Doc.Attribution)
	r.block = bytes.TrimRight(r.block[:r.last], "\n")
}

// line cuts a line that is too long to be one.
func (r *textReader) line(s string) string {
	s = strings.ReplaceAll(s, "\n", " ")
	if len(s) <= draft.MaxLine {
		return s
	}
	r.Problem(r.start, fmt.Sprintf("a line of more than %d KiB, cut", draft.MaxLine>>10), textHint)
	return strings.TrimSpace(strings.ToValidUTF8(s[:draft.MaxLine], ""))
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
	t := catalog.Talk{Source: catalog.Source{File: r.Doc.File, Line: r.start}}
	block := r.text()
	title := block[:min(r.first, len(block))]
	switch abstract, formed := strings.CutPrefix(block[len(title):], "\n\n"); {
	case formed:
		t.Abstract = abstract
		r.formed++
	case len(abstract) > 0:
		title = draft.FirstWords(title)
		t.Abstract = block
		r.Problem(r.start, "an abstract without a title, its first words stand in", textHint)
	default:
		r.Problem(r.start, "a title without an abstract", "an abstract follows its title after one blank line")
	}
	t.Title, t.Slides = cutSlidesMarker(r.line(title))
	if r.cut {
		r.Problem(r.start, fmt.Sprintf("a text of more than %d MiB, cut", maxAbstract>>20), "")
	}
	if before, again := r.titles[t.Title]; again {
		r.Problem(r.start, fmt.Sprintf("the same title as on line %d", before), "both are kept")
	} else {
		r.titles[t.Title] = r.start
	}
	r.Doc.Talks = append(r.Doc.Talks, t)
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

// finish reports what was mended, and drops a document that has not one block
// of the grammar: prose is not a list of talks.
func (r *textReader) finish() {
	if r.formed == 0 {
		r.Doc.Format, r.Doc.Talks, r.Doc.Problems = "", nil, nil
		draft.Report(r.Doc, 0, "no talks found", textHint)
		return
	}
	if len(r.Doc.Talks) > draft.MaxTalks {
		r.Problem(r.Doc.Talks[draft.MaxTalks].Source.Line, fmt.Sprintf("more than %d talks, the rest is left out", draft.MaxTalks), "split the file")
		r.Doc.Talks = r.Doc.Talks[:draft.MaxTalks]
	}
	r.invalid.ReportInvalid(&r.Reporter)
	if n := r.control.Lines; n > 0 {
		r.Problem(r.control.First, "control characters in "+draft.Counted(n, "line")+", taken out", "")
	}
	r.Close()
}
