package markup

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// maxIndent is how deep lists are indented; deeper ones stay at its edge.
const maxIndent = 8

// maxTwice is how many of the texts between a fragment's tags are read again
// as HTML; in the others, tags that were escaped twice stay as they are. Each
// costs a tokenizer, and what is escaped twice is mostly one text. 8 MB of
// nothing else are read in 0.3 s; without a limit it was 2.7 s (2026-11-23).
const maxTwice = 100

// An htmlWriter turns a stream of tags and text into paragraphs. It builds no
// tree, so depth costs nothing.
type htmlWriter struct {
	b     []byte
	gap   int  // line feeds owed before the next text
	space bool // a blank owed before the next text
	blank bool // behind a blank line, which authors take for a paragraph's end
	glued bool // the text ends with a link's address
	fresh bool // right behind a list item's mark
	lists []int
	pre   int
	code  int
	power bool // right behind <sup>
	again bool // within a text that was escaped twice
	twice int  // such texts so far

	endless []atom.Atom // scripts and styles that have no end tag from here on

	href   string
	hrefAt int // where the link's text starts
}

// list starts a list whose first number is given, or -1.
func (w *htmlWriter) list(first int) {
	w.breakLines(w.listGap())
	w.lists = append(w.lists, first)
}

// listGap is what parts a list from its neighbours: a list in a list follows
// its item at once, unless that is a paragraph.
func (w *htmlWriter) listGap() int {
	if len(w.lists) > 0 {
		return 1
	}
	return 2
}

// breakLines owes n line feeds, unless a list item has just begun.
func (w *htmlWriter) breakLines(n int) {
	if n > 0 && !w.fresh {
		w.gap = max(w.gap, n)
		w.blank = false
	}
}

// item starts a list item with its mark.
func (w *htmlWriter) item() {
	if len(w.lists) == 0 {
		w.lists = append(w.lists, -1) // an item without a list
	}
	w.fresh = false
	w.gap = max(w.gap, 1)
	w.begin(len(w.lists) - 1)
	last := len(w.lists) - 1
	if n := w.lists[last]; n >= 0 {
		w.b = append(strconv.AppendInt(w.b, int64(n), 10), ". "...)
		w.lists[last]++
	} else {
		w.b = append(w.b, "- "...)
	}
	w.fresh = true
}

// cell parts the cells of a table's row.
func (w *htmlWriter) cell() {
	if len(w.b) > 0 && w.gap == 0 {
		w.b = append(w.b, " | "...)
		w.space = false
	}
}

// begin pays the line feeds and the blank that are owed.
func (w *htmlWriter) begin(depth int) {
	switch {
	case w.gap > 0 && len(w.b) > 0:
		w.b = append(w.b, "\n\n"[:w.gap]...)
		w.b = append(w.b, strings.Repeat("  ", min(depth, maxIndent))...)
	case w.space && len(w.b) > 0:
		w.b = append(w.b, ' ')
	}
	w.gap, w.space, w.blank = 0, false, false
}

// text takes a text without tags. Outside of code, references that are left
// in it and end tags of blocks are markup that was escaped twice.
func (w *htmlWriter) text(s string) {
	if w.pre > 0 {
		w.verbatim(s)
		return
	}
	if w.code == 0 && strings.ContainsAny(s, "&<") {
		s = unescape(s)
		if !w.again && w.twice < maxTwice && hasEndTag(s, isBlock) {
			w.twice++
			outer := w.endless
			w.again, w.endless = true, nil
			w.read(s)
			w.again, w.endless = false, outer
			return
		}
	}
	for {
		end := wordsEnd(s)
		if end > 0 {
			w.words(s[:end])
		}
		if end == len(s) {
			return
		}
		w.space = w.space || len(w.b) > 0 && !w.fresh
		rest := strings.TrimLeftFunc(s[end:], isBlank)
		if feeds := strings.Count(s[end:len(s)-len(rest)], "\n"); feeds > 1 {
			w.blank = true
		} else if feeds > 0 && startsItem(rest) {
			w.breakLines(1)
		}
		s = rest
	}
}

// startsItem says that a text starts with what authors put before the items
// of a list where they have no list: a dash, a bullet, "[1]".
func startsItem(s string) bool {
	for _, mark := range []string{"- ", "* ", "• ", "· "} {
		if strings.HasPrefix(s, mark) {
			return true
		}
	}
	return len(s) > 3 && s[0] == '[' && s[1] >= '0' && s[1] <= '9' && (s[2] == ']' || s[3] == ']')
}

// isBlank names what HTML folds into one blank; a no-break space is a blank
// to whoever searches for it.
func isBlank(r rune) bool {
	return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' || r == '\u00a0'
}

// wordsEnd is the length of the words at the start of s that are parted by
// single blanks, and so can be written as they are.
func wordsEnd(s string) int {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\n' || c == '\t' || c == '\r' || c == '\f', c == 0xc2 && strings.HasPrefix(s[i:], "\u00a0"):
			return i
		case c == ' ' && (i == 0 || i+1 == len(s) || isBlank(rune(s[i+1])) || s[i+1] == 0xc2):
			return i
		}
	}
	return len(s)
}

// words writes words as they are.
func (w *htmlWriter) words(s string) {
	first, _ := utf8.DecodeRuneInString(s)
	if w.glued && (unicode.IsLetter(first) || unicode.IsDigit(first)) {
		w.space = true
	}
	if w.power && unicode.IsDigit(first) && w.gap == 0 && !w.space && len(w.b) > 0 {
		w.b = append(w.b, '^')
	}
	if w.blank && w.gap == 0 {
		w.gap = 2
	}
	w.begin(len(w.lists))
	w.glued, w.fresh, w.power = false, false, false
	if w.href != "" && w.hrefAt < 0 {
		w.hrefAt = len(w.b)
	}
	w.b = append(w.b, s...)
}

// verbatim writes code, whose line feeds count.
func (w *htmlWriter) verbatim(s string) {
	indent := strings.Repeat("  ", min(len(w.lists), maxIndent))
	s = strings.ReplaceAll(s, "\r\n", "\n")
	if w.gap > 0 {
		s = strings.TrimLeft(s, "\n")
	}
	if s == "" {
		return
	}
	w.begin(len(w.lists))
	w.fresh, w.glued = false, false
	if indent != "" {
		s = strings.ReplaceAll(s, "\n", "\n"+indent)
	}
	w.b = append(w.b, s...)
}

// closeLink puts a link's address behind its text, unless the text says it.
func (w *htmlWriter) closeLink() {
	href, at := w.href, w.hrefAt
	w.href = ""
	if href == "" {
		return
	}
	if at < 0 { // a link around nothing
		return
	}
	if text := string(w.b[at:]); SameAddress(text, href) {
		return
	}
	w.b = append(append(append(w.b, " ("...), href...), ')')
	w.glued = true
}

// Target is a link's target if it leads anywhere from here.
func Target(href string) string {
	lower := strings.ToLower(href)
	for _, nowhere := range []string{"#", "javascript:", "data:", "vbscript:"} {
		if strings.HasPrefix(lower, nowhere) {
			return ""
		}
	}
	return href
}

// SameAddress says that a link's text is its target, but for what readers
// leave out: the scheme, "www." and a last slash.
func SameAddress(text, href string) bool {
	return bareAddress(text) == bareAddress(href)
}

func bareAddress(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, prefix := range []string{"https://", "http://", "mailto:", "www."} {
		s = strings.TrimPrefix(s, prefix)
	}
	return strings.TrimRight(s, "/")
}

// literal is the text of a tag that is no element; <https://…> is an address
// in brackets.
func literal(raw string) string {
	inner := strings.Trim(raw, "<>")
	if strings.HasPrefix(inner, "http://") || strings.HasPrefix(inner, "https://") {
		return inner
	}
	return raw
}
