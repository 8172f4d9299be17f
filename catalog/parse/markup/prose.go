// Package markup makes clean paragraphs and lines of texts whose authors wrote
// HTML, Markdown or neither.
package markup

import (
	"bytes"
	"html"
	"strings"

	"talks/catalog/parse/clean"

	"golang.org/x/net/html/atom"
)

// Prose makes clean paragraphs of a text whose author wrote HTML, Markdown or
// neither, which no schedule says. It is HTML if it starts with the tag of a
// block or ends a paragraph; else it is read as Markdown, in which a plain
// text is itself and HTML's other tags are allowed. A line feed of
// Markdown or plain text stays, as in the editors that the text comes from.
func (p *Converter) Prose(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), `\r\n`, "\n") // escaped once too often
	s = unwrap(dedent(s))
	switch {
	case s == "":
		return ""
	case isHTML(s):
		p.text = appendHTMLText(p.text[:0], s)
	case isPlain(s):
		p.text = append(p.text[:0], s...)
	default:
		if html, ok := p.markdownHTML(s); ok {
			p.text = appendHTMLText(p.text[:0], html)
		} else {
			p.text = append(p.text[:0], s...)
		}
	}
	return paragraphs(p.text)
}

// A Converter makes prose of the texts of one document.
type Converter struct {
	Budget
	text []byte // room for the text at hand
}

// Line makes a clean line of a title or a name, its blanks single. It is
// HTML only if it has an end tag, so that a talk about <video> keeps its title.
func Line(s string) string {
	if strings.Contains(s, "&") {
		s = unescape(s)
	}
	if hasEndTag(s, func(tag atom.Atom) bool { return tag != 0 }) {
		s = string(appendHTMLText(nil, s))
	}
	if at := strings.IndexByte(s, '<'); at > 0 && elementAt(s[at+1:]) == atom.Br && s[at-1] != ' ' {
		s = string(appendHTMLText(nil, s)) // "A<br>B"; one between blanks is what the title is about
	}
	if s = strings.TrimSpace(clean.Text(s)); hasSingleBlanks(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// hasSingleBlanks says that a text of ASCII has single blanks between its
// words and no other white space.
func hasSingleBlanks(s string) bool {
	for i := range len(s) {
		if c := s[i]; c == '\n' || c >= 0x80 || c == ' ' && s[i+1] == ' ' {
			return false
		}
	}
	return true
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
			return unescape(s)
		}
	}
}

// isHTML says that a text starts with a block or ends a paragraph. A list
// alone does not make it HTML: authors put one among lines of plain text.
func isHTML(s string) bool {
	return s[0] == '<' && blocks[elementAt(s[1:])] > 0 ||
		hasEndTag(s, func(tag atom.Atom) bool { return tag == atom.P || tag == atom.Div })
}

// isPlain says that a text has nothing that would mean anything to Markdown,
// neither within its lines nor at the start of one.
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

// unescape replaces HTML's references, but only whole ones: "R&D" and
// "&notify" are no references.
func unescape(s string) string {
	const most = 34 // "&CounterClockwiseContourIntegral;" is the longest
	var b strings.Builder
	for {
		at := strings.IndexByte(s, '&')
		if at < 0 {
			break
		}
		b.WriteString(s[:at])
		s = s[at:]
		end := strings.IndexByte(s[:min(len(s), most)], ';')
		next := strings.IndexByte(s[1:min(len(s), most)], '&')
		if end < 2 || next >= 0 && next+1 < end {
			b.WriteByte('&')
			s = s[1:]
			continue
		}
		b.WriteString(html.UnescapeString(s[:end+1]))
		s = s[end+1:]
	}
	b.WriteString(s)
	return b.String()
}

// paragraphs cleans a text and parts its paragraphs by one blank line. It
// works in place: no line becomes longer.
func paragraphs(text []byte) string {
	if !clean.Is(text) {
		text = []byte(clean.Text(string(text)))
	}
	kept := text[:0]
	blanks := 0
	for line := range bytes.Lines(text) {
		line = bytes.TrimRight(line, " \n\u00a0\u3000")
		if len(line) == 0 {
			blanks++
			continue
		}
		if len(kept) > 0 {
			kept = append(kept, "\n\n"[:1+min(blanks, 1)]...)
		}
		blanks = 0
		kept = append(kept, line...)
	}
	return string(kept)
}
