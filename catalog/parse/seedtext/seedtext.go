// Package seedtext parses the format of the built-in list: blocks parted by
// two or more blank lines, each a title line, a blank line and an abstract of
// paragraphs parted by one blank line. It takes the bytes of a document and
// gives its talks and problems.
package seedtext

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"talks/catalog"
	"talks/catalog/parse/clean"
	"talks/catalog/parse/draft"
)

// The format's own marks: a title that ends with slidesMarker ("download the
// slides") has slides; a last line that starts with attributionMark says whose
// text the document is.
const (
	slidesMarker    = "下载PPT"
	attributionMark = "©"
)

// hint is the grammar in one line, shown beside a problem with a document.
const hint = "a talk is a title line, a blank line, then its abstract; two blank lines part talks"

// A parser gathers lines to blocks and makes a talk of each.
type parser struct {
	draft.Reporter
	block  block  // the current block, without blank lines at its end
	title  int    // the length of its first line
	start  int    // the number of its first line
	last   string // its last line
	blanks int    // blank lines since

	lines  map[string]int // of each title, where it stands
	blocks int
	talks  int // blocks that look like a talk
	titles int // blocks that are a title alone

	unwrapped bool // the first block has each paragraph on one line

	control draft.LineCount // lines with control characters
}

// Parse adds the talks and the problems of a document to doc.
func Parse(doc *catalog.Document, data []byte) {
	p := &parser{Reporter: draft.Reporter{Doc: doc}, lines: make(map[string]int)}
	rest := strings.TrimPrefix(string(data), "\ufeff")
	for number := 1; len(rest) > 0 && len(doc.Talks) <= draft.MaxTalks; number++ {
		raw, after := clean.CutLine(rest)
		if line := p.clean(raw, number); line == "" {
			p.blanks++
		} else {
			p.take(line, rest, number)
		}
		rest = after
	}
	if len(doc.Talks) <= draft.MaxTalks {
		p.takeAttribution()
		p.flush()
	}
	p.finish()
}

// clean gives a line without trailing blanks and without what no terminal may
// get; a line of blanks is empty. Of a line that is longer than any text only
// the start is looked at.
func (p *parser) clean(raw string, number int) string {
	written := raw[:min(len(raw), draft.MaxText+utf8.UTFMax)]
	line := clean.Text(written)
	if line != written && strings.ContainsFunc(written, func(c rune) bool { return c != '\t' && unicode.IsControl(c) }) {
		p.control.Add(number)
	}
	return strings.TrimRightFunc(line, unicode.IsSpace)
}

// take adds a line to the current block, or starts one with it; rest is the
// document from there on. A block that is too long already takes no more.
func (p *parser) take(line, rest string, number int) {
	if p.blanks >= 2 {
		p.flush()
	}
	if p.block.len() == 0 {
		p.start, p.title = number, len(line)
		p.block.begin(rest)
		p.block.add(line)
	} else if p.block.len() <= p.title+len("\n\n")+draft.MaxText {
		p.block.add("\n\n"[:1+min(p.blanks, 1)])
		p.block.add(line)
	}
	p.last, p.blanks = line, 0
}

// takeAttribution takes the document's last line off the last block if it
// says whose text the document is.
func (p *parser) takeAttribution() {
	if p.block.len() == 0 || !strings.HasPrefix(p.last, attributionMark) {
		return
	}
	p.Doc.Name = attributedName(p.line(p.last))
	before := strings.TrimRight(strings.TrimSuffix(p.block.text(), p.last), "\n")
	p.block.begin(before)
	p.block.add(before)
}

// line cuts a line that is too long to be one.
func (p *parser) line(s string) string {
	s = strings.ReplaceAll(s, "\n", " ")
	p.Cut(p.start, &s, draft.MaxLine)
	return strings.TrimSpace(s)
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

// flush makes a talk of the current block, if there is one.
func (p *parser) flush() {
	if p.block.len() == 0 {
		return
	}
	p.blocks++
	t := catalog.Talk{Source: catalog.Source{File: p.Doc.File, Line: p.start}}
	block := p.block.text()
	title, text := block[:p.title], block[p.title:]
	switch abstract, formed := strings.CutPrefix(text, "\n\n"); {
	case formed:
		t.Abstract = abstract
		if isTitle(title) && isProse(abstract) {
			p.talks++
		}
		p.unwrapped = p.blocks == 1 && areLines(abstract) && !strings.ContainsAny(title[len(title)-1:], ".]")
	case text != "":
		t.Abstract = title + text
		title = draft.FirstWords(title)
		p.Problem(p.start, "an abstract without a title, its first words stand in", hint)
	default:
		if isTitle(title) {
			p.titles++
		}
		p.Problem(p.start, "a title without an abstract", "an abstract follows its title after one blank line")
	}
	t.Title, t.Slides = cutSlidesMarker(p.line(title))
	p.Cut(p.start, &t.Abstract, draft.MaxText)
	if before, again := p.lines[t.Title]; again {
		p.Problem(p.start, fmt.Sprintf("the same title as on line %d", before), "both are kept")
	} else {
		p.lines[t.Title] = p.start
	}
	if n := len(p.Doc.Talks); n == cap(p.Doc.Talks) {
		p.Doc.Talks = slices.Grow(p.Doc.Talks, n+1) // append alone copies a hundred thousand talks five times
	}
	p.Doc.Talks = append(p.Doc.Talks, t)
	p.block.begin("")
}

// cutSlidesMarker takes the marker off a title, and reports whether it has one.
func cutSlidesMarker(title string) (string, bool) {
	rest, marked := strings.CutSuffix(title, slidesMarker)
	if rest = strings.TrimSpace(rest); !marked || rest == "" {
		return title, false
	}
	return rest, true
}

// finish reports what was mended, and drops the talks of a document that is no
// list of them.
func (p *parser) finish() {
	if !p.areTalks() {
		p.Doc.Format, p.Doc.Talks, p.Doc.Problems = "", nil, nil
		draft.Report(p.Doc, 0, "no talks found", hint)
		return
	}
	if len(p.Doc.Talks) > draft.MaxTalks {
		p.TooMany(p.Doc.Talks[draft.MaxTalks].Source.Line)
		p.Doc.Talks = p.Doc.Talks[:draft.MaxTalks]
	}
	if n := p.control.Lines; n > 0 {
		p.Problem(p.control.First, "control characters in "+catalog.Count(n, "line", "lines")+", taken out", "")
	}
	p.Close()
}
