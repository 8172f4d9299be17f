package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxIndent is how deep lists are indented; deeper ones stay at its edge.
const maxIndent = 8

// maxReparse is how many text nodes of one fragment that were escaped twice
// are parsed as HTML.
const maxReparse = 100

// An writer puts the texts of an HTML tree together.
type writer struct {
	b         strings.Builder
	gap       int  // line feeds owed before the next text
	space     bool // a blank owed before the next text
	blankLine bool // authors take one for a paragraph's end, unless markup says more
	linkEnd   int  // where the last link's address ends
	markEnd   int  // where the mark of an empty list item ends, or 0
	reparsed  int  // text nodes so far
}

// breakLines owes n line feeds, unless a list item has just begun.
func (w *writer) breakLines(n int) {
	if n > 0 && !w.atMark() {
		w.gap = max(w.gap, n)
		w.blankLine = false
	}
}

// atMark reports whether the text ends with the mark of an empty list item.
func (w *writer) atMark() bool { return w.markEnd > 0 && w.markEnd == w.b.Len() }

// begin pays the line feeds and the blank that are owed.
func (w *writer) begin(depth int) {
	switch {
	case w.gap > 0 && w.b.Len() > 0:
		w.b.WriteString("\n\n"[:w.gap])
		w.b.WriteString(strings.Repeat("  ", min(depth, maxIndent)))
	case w.space && w.b.Len() > 0:
		w.b.WriteByte(' ')
	}
	w.gap, w.space, w.blankLine = 0, false, false
}

// text writes a text node. Outside of code, references that are left in it
// and end tags of blocks are markup that was escaped twice.
func (w *writer) text(s string, in scope) {
	if in.pre {
		w.verbatim(s, in.depth)
		return
	}
	if !in.code && strings.ContainsAny(s, "&<") {
		s = Unescape(s)
		if !in.twice && w.reparsed < maxReparse && hasEndTag(s, isBlock) {
			w.reparsed++
			in.twice = true
			if w.fragment(s, in) {
				return
			}
		}
	}
	s = strings.ReplaceAll(s, "\u00a0", " ") // one searches for it with a plain blank
	for at := 0; at < len(s); {
		start := at
		for at < len(s) && isBlank(s[at]) {
			at++
		}
		w.blanks(s[start:at], s[at:])
		start = at
		for at < len(s) && (!isBlank(s[at]) || s[at] == ' ' && at+1 < len(s) && !isBlank(s[at+1])) {
			at++
		}
		w.words(s[start:at], in.depth)
	}
}

// isBlank reports whether HTML folds a character with others of its kind into
// one blank.
func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// blanks takes the white space before a word.
func (w *writer) blanks(s, next string) {
	if s == "" {
		return
	}
	w.space = w.space || w.b.Len() > 0 && !w.atMark()
	if feeds := strings.Count(s, "\n"); feeds > 1 {
		w.blankLine = true
	} else if feeds > 0 && startsItem(next) {
		w.breakLines(1)
	}
}

// startsItem reports whether a text starts with what authors put before the
// items of a list where they have no list: a dash, a bullet, "[1]".
func startsItem(s string) bool {
	for _, mark := range []string{"- ", "* ", "• ", "· "} {
		if strings.HasPrefix(s, mark) {
			return true
		}
	}
	return len(s) > 3 && s[0] == '[' && s[1] >= '0' && s[1] <= '9' && (s[2] == ']' || s[3] == ']')
}

// words writes words with single blanks between them. A link's address never
// touches the word behind it.
func (w *writer) words(s string, depth int) {
	if s == "" {
		return
	}
	first, _ := utf8.DecodeRuneInString(s)
	if w.linkEnd > 0 && w.linkEnd == w.b.Len() && (unicode.IsLetter(first) || unicode.IsDigit(first)) {
		w.space = true
	}
	if w.blankLine && w.gap == 0 {
		w.gap = 2
	}
	w.begin(depth)
	w.b.WriteString(s)
}

// verbatim writes code, whose line feeds count.
func (w *writer) verbatim(s string, depth int) {
	if w.gap > 0 {
		s = strings.TrimLeft(s, "\n")
	}
	if s == "" {
		return
	}
	w.begin(depth)
	indent := strings.Repeat("  ", min(depth, maxIndent))
	w.b.WriteString(strings.ReplaceAll(s, "\n", "\n"+indent))
}
