// Package markup makes clean paragraphs and lines of texts. Their authors wrote
// HTML, Markdown or neither, and no schedule says which. HTML is read by
// golang.org/x/net/html, Markdown (CommonMark with tables and struck text) by
// goldmark.
package markup

import (
	"html"
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"

	"talks/catalog/parse/clean"
)

// A Converter makes prose of the texts of one document, and bounds what that
// may cost.
type Converter struct {
	Unread int // texts that were too much, and are shown as they are written

	spent int // of maxSpent
}

// maxSpent bounds what the markup of one document may take, in tags, of which
// the worst take two microseconds (2026-11-24). The 883 talks of FOSDEM 2026
// take 17,500.
const maxSpent = 3_000_000

// affords reports whether there is enough left to read a text, and spends it.
// To read 250 letters takes as long as a tag.
func (c *Converter) affords(s string) bool {
	c.spent += 1 + strings.Count(s, "<") + len(s)/250
	return c.spent <= maxSpent
}

// Prose makes clean paragraphs of a text. It is HTML if it starts with the tag
// of a block or ends a paragraph; else it is read as Markdown, in which a plain
// text is itself and HTML's other tags are allowed. A line feed of Markdown or
// plain text stays, as in the editors that the text comes from.
func (c *Converter) Prose(s string) string {
	for _, end := range []string{`\r\n`, "\r\n", "\r"} { // the first was escaped once too often
		s = strings.ReplaceAll(s, end, "\n")
	}
	s = unwrap(dedent(strings.TrimSpace(s)))
	if s == "" {
		return ""
	}
	text, ok := s, true
	if isHTML(s) {
		text, ok = c.htmlText(s)
	} else if !isPlain(s) {
		text, ok = c.markdownText(s)
	}
	if !ok {
		c.Unread++
		text = s
	}
	return paragraphs(text)
}

// maxLineTags is how many tags a title or a name may have that is read as HTML.
const maxLineTags = 100

// Line makes a clean line of a title or a name, its blanks single. It is HTML
// only if it has an end tag, so that a talk about <video> keeps its title.
func Line(s string) string {
	s = Unescape(s)
	isMarkup := hasEndTag(s, func(tag atom.Atom) bool { return tag != 0 })
	if at := strings.IndexByte(s, '<'); at > 0 && elementAt(s[at+1:]) == atom.Br && s[at-1] != ' ' {
		isMarkup = true // "A<br>B"; one between blanks is what the title is about
	}
	if isMarkup && strings.Count(s, "<") <= maxLineTags {
		if text, ok := new(Converter).htmlText(s); ok {
			s = text
		}
	}
	s = strings.TrimSpace(clean.Text(s))
	isOther := func(c rune) bool { return c != ' ' && unicode.IsSpace(c) }
	if strings.Contains(s, "  ") || strings.ContainsFunc(s, isOther) {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s
}

// dedent undoes the indenting of a document that was made to look good: every
// line but the first starts with more blanks than Markdown has a use for. The
// first has lost its own.
func dedent(s string) string {
	const least = 5
	if !strings.Contains(s, "\n"+strings.Repeat(" ", least)) {
		return s
	}
	first, rest, _ := strings.Cut(s, "\n")
	indent := len(rest)
	for line := range strings.Lines(rest) {
		if text := strings.TrimLeft(line, " "); strings.TrimSpace(text) != "" {
			indent = min(indent, len(line)-len(text))
		}
	}
	if indent < least {
		return s
	}
	return first + strings.ReplaceAll("\n"+rest, "\n"+strings.Repeat(" ", indent), "\n")
}

// unwrap undoes one escaping too many: a text without a single tag that has
// an escaped one.
func unwrap(s string) string {
	if strings.Contains(s, "<") {
		return s
	}
	for from := 0; ; {
		at := strings.Index(s[from:], "&lt;")
		if at < 0 {
			return s
		}
		from += at + len("&lt;")
		if elementAt(strings.TrimPrefix(s[from:], "/")) != 0 {
			return Unescape(s)
		}
	}
}

// isHTML reports whether a text starts with a block or ends a paragraph. A
// list alone does not make it HTML: authors put one among lines of plain text.
func isHTML(s string) bool {
	return s[0] == '<' && isBlock(elementAt(s[1:])) ||
		hasEndTag(s, func(tag atom.Atom) bool { return tag == atom.P || tag == atom.Div })
}

// isPlain reports whether a text has nothing that would mean anything to
// Markdown, neither within its lines nor at the start of one.
func isPlain(s string) bool {
	if strings.ContainsAny(s, "<&*_`[\\") || strings.Contains(s, "~~") {
		return false
	}
	for line := range strings.Lines(s) {
		if strings.IndexByte(" \t#>-+=|:~0123456789", line[0]) >= 0 {
			return false
		}
	}
	return true
}

// Unescape replaces HTML's references, but only whole ones: "R&D" and
// "&notify" are not references.
func Unescape(s string) string {
	first := strings.IndexByte(s, '&')
	if first < 0 {
		return s
	}
	var b strings.Builder
	from := 0
	for at := first; at >= 0; at = indexFrom(s, '&', at+1) {
		if !isReference(s[at+1:]) {
			b.WriteString(s[from:at+1] + "amp;")
			from = at + 1
		}
	}
	if from > 0 {
		s = b.String() + s[from:]
	}
	return html.UnescapeString(s)
}

// indexFrom is the offset of the next such byte, or -1.
func indexFrom(s string, c byte, from int) int {
	at := strings.IndexByte(s[from:], c)
	if at < 0 {
		return -1
	}
	return from + at
}

// isReference reports whether "&" and what follows it are a whole reference.
func isReference(s string) bool {
	const most = 34 // "&CounterClockwiseContourIntegral;" is the longest
	for i := range min(len(s), most) {
		switch s[i] {
		case ';':
			return i > 0
		case ' ', '&':
			return false
		}
	}
	return false
}

// paragraphs cleans a text and parts its paragraphs by one blank line.
func paragraphs(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for line := range strings.Lines(clean.Text(s)) {
		line = strings.TrimRight(line, " \n\u00a0\u3000")
		if line == "" {
			blank = true
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
			if blank {
				b.WriteByte('\n')
			}
		}
		blank = false
		b.WriteString(line)
	}
	text := b.String()
	if bare := strings.TrimSpace(text); bare != strings.TrimLeft(text, " ") { // they stood behind a character that was dropped
		return bare
	}
	return text
}
