package parse

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxIndent is how deep lists are indented; deeper ones stay at its edge.
const maxIndent = 8

// blocks are the elements that stand on lines of their own, with the number
// of line feeds that part them from their neighbours.
var blocks = map[atom.Atom]int{
	atom.P: 2, atom.H1: 2, atom.H2: 2, atom.H3: 2, atom.H4: 2, atom.H5: 2, atom.H6: 2,
	atom.Pre: 2, atom.Blockquote: 2, atom.Table: 2, atom.Hr: 2, atom.Ul: 2, atom.Ol: 2, atom.Dl: 2,
	atom.Section: 2, atom.Article: 2, atom.Header: 2, atom.Footer: 2, atom.Aside: 2, atom.Main: 2,
	atom.Nav: 2, atom.Figure: 2, atom.Details: 2, atom.Center: 2, atom.Fieldset: 2, atom.Address: 2,
	atom.Div: 1, atom.Li: 1, atom.Dt: 1, atom.Dd: 1, atom.Tr: 1, atom.Thead: 1, atom.Tbody: 1,
	atom.Tfoot: 1, atom.Caption: 1, atom.Figcaption: 1, atom.Summary: 1, atom.Body: 2, atom.Html: 2,
}

func isBlock(tag atom.Atom) bool { return blocks[tag] > 0 }

// inline are the elements that leave no trace but their text. A name in
// neither table is no element but text, like <version> in a command line.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.Acronym: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Big: true,
	atom.Br: true, atom.Cite: true, atom.Code: true, atom.Del: true, atom.Dfn: true, atom.Em: true,
	atom.Font: true, atom.I: true, atom.Img: true, atom.Ins: true, atom.Kbd: true, atom.Label: true,
	atom.Mark: true, atom.Q: true, atom.S: true, atom.Samp: true, atom.Small: true, atom.Span: true,
	atom.Strike: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Td: true, atom.Th: true,
	atom.Time: true, atom.Tt: true, atom.U: true, atom.Var: true, atom.Wbr: true, atom.Script: true,
	atom.Style: true, atom.Head: true, atom.Iframe: true, atom.Colgroup: true, atom.Col: true, atom.Picture: true,
	atom.Nobr: true,
}

// element is HTML's element of that name, in any case, or 0.
func element(name []byte) atom.Atom {
	a := atom.Lookup(name)
	if a == 0 {
		a = atom.Lookup([]byte(strings.ToLower(string(name))))
	}
	if blocks[a] > 0 || inline[a] {
		return a
	}
	return 0
}

// An htmlWriter turns a stream of tags and text into paragraphs. It builds no
// tree, so depth costs nothing.
type htmlWriter struct {
	b     strings.Builder
	gap   int  // line feeds owed before the next text
	space bool // a blank owed before the next text
	glued bool // the text ends with a link's address
	fresh bool // right behind a list item's mark
	lists []int
	pre   int
	code  int
	power bool               // right behind <sup>
	again bool               // within a text that was escaped twice
	skip  atom.Atom          // the element whose text is dropped, or 0
	ended map[atom.Atom]bool // scripts and styles whose end tags are looked for

	href   string
	hrefAt int // where the link's text starts
}

// htmlText gives the text of an HTML fragment: blocks become paragraphs, list
// items lines that start with "- " or a number, links "text (address)".
// Comments, scripts and styles are dropped.
func htmlText(s string) string {
	var w htmlWriter
	w.b.Grow(len(s))
	w.read(s)
	w.closeLink()
	return w.b.String()
}

// read takes a fragment tag by tag.
func (w *htmlWriter) read(s string) {
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.TextToken:
			if w.skip == 0 {
				w.text(string(z.Text()))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			w.startTag(z, s)
		case html.EndTagToken:
			raw := string(z.Raw())
			name, _ := z.TagName()
			switch tag := element(name); {
			case tag == 0:
				w.text(raw)
			case tag == w.skip:
				w.skip = 0
			default:
				w.close(tag)
			}
		}
	}
}

// startTag takes the start tag at hand, of a fragment s. A script that never
// ends is a word about scripts.
func (w *htmlWriter) startTag(z *html.Tokenizer, s string) {
	raw := string(z.Raw())
	name, more := z.TagName()
	tag := element(name)
	if tag == atom.Script || tag == atom.Style {
		if w.ends(tag, s) {
			w.skip = tag
			return
		}
		tag = 0
	}
	z.NextIsNotRawText() // <title> and <iframe> hold text like any other
	if tag == 0 {
		w.text(literal(raw))
		return
	}
	w.open(tag, attributes(z, more))
}

// ends says that a fragment has an end tag for a script or a style. It looks
// once.
func (w *htmlWriter) ends(tag atom.Atom, s string) bool {
	ends, known := w.ended[tag]
	if !known {
		ends = hasEndTag(s, func(a atom.Atom) bool { return a == tag })
		if w.ended == nil {
			w.ended = make(map[atom.Atom]bool)
		}
		w.ended[tag] = ends
	}
	return ends
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

// attributes reads the attributes that matter of the tag at hand.
type attribute struct{ href, alt, start string }

func attributes(z *html.Tokenizer, more bool) (a attribute) {
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "href":
			a.href = strings.TrimSpace(string(value))
		case "alt":
			a.alt = string(value)
		case "start":
			a.start = string(value)
		}
	}
	return a
}

func (w *htmlWriter) open(tag atom.Atom, a attribute) {
	switch tag {
	case atom.A:
		w.closeLink()
		w.href, w.hrefAt = address(a.href), -1
	case atom.Br:
		w.gap = min(w.gap+1, 2)
	case atom.Img:
		w.text(a.alt)
	case atom.Sup:
		w.power = true
	case atom.Td, atom.Th:
		w.cell()
	case atom.Code, atom.Tt, atom.Samp, atom.Kbd:
		w.code++
	case atom.Ul:
		w.list(-1)
	case atom.Ol:
		first, err := strconv.Atoi(a.start)
		if err != nil || first < 0 {
			first = 1
		}
		w.list(first)
	case atom.Li:
		w.item()
	default:
		if n := blocks[tag]; n > 0 {
			w.breakLines(n)
		}
		if tag == atom.Pre {
			w.pre++
		}
	}
}

func (w *htmlWriter) close(tag atom.Atom) {
	switch tag {
	case atom.A:
		w.closeLink()
	case atom.Sup:
		w.power = false
	case atom.Code, atom.Tt, atom.Samp, atom.Kbd:
		w.code = max(w.code-1, 0)
	case atom.Ul, atom.Ol:
		w.lists = w.lists[:max(len(w.lists)-1, 0)]
		w.fresh = false
		w.breakLines(2)
		if len(w.lists) > 0 {
			w.gap = 1
		}
	case atom.Li:
		w.fresh = false
		w.gap = 1
	case atom.P:
		w.breakLines(2)
	default:
		if tag == atom.Pre {
			w.pre = max(w.pre-1, 0)
		}
		w.breakLines(blocks[tag])
	}
}

// list starts a list whose first number is given, or -1. A list in a list
// follows its item at once.
func (w *htmlWriter) list(first int) {
	w.breakLines(2)
	if len(w.lists) > 0 && !w.fresh {
		w.gap = 1
	}
	w.lists = append(w.lists, first)
}

// breakLines owes n line feeds, unless a list item has just begun.
func (w *htmlWriter) breakLines(n int) {
	if n > 0 && !w.fresh {
		w.gap = max(w.gap, n)
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
		w.b.WriteString(strconv.Itoa(n) + ". ")
		w.lists[last]++
	} else {
		w.b.WriteString("- ")
	}
	w.fresh = true
}

// cell parts the cells of a table's row.
func (w *htmlWriter) cell() {
	if w.b.Len() > 0 && w.gap == 0 {
		w.b.WriteString(" | ")
		w.space = false
	}
}

// begin pays the line feeds and the blank that are owed.
func (w *htmlWriter) begin(depth int) {
	switch {
	case w.gap > 0 && w.b.Len() > 0:
		w.b.WriteString("\n\n"[:w.gap])
		w.b.WriteString(strings.Repeat("  ", min(depth, maxIndent)))
	case w.space && w.b.Len() > 0:
		w.b.WriteByte(' ')
	}
	w.gap, w.space = 0, false
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
		if !w.again && hasEndTag(s, isBlock) {
			outer := w.ended
			w.again, w.ended = true, nil
			w.read(s)
			w.again, w.ended = false, outer
			return
		}
	}
	for {
		end := strings.IndexFunc(s, isBlank)
		word := s
		if end >= 0 {
			word = s[:end]
		}
		if word != "" {
			w.word(word)
		}
		if end < 0 {
			return
		}
		w.space = w.space || w.b.Len() > 0 && !w.fresh
		rest := strings.TrimLeftFunc(s[end:], isBlank)
		if feeds := strings.Count(s[end:len(s)-len(rest)], "\n"); feeds > 1 && w.gap == 0 {
			w.breakLines(2) // a blank line that its author took for a paragraph's end
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

func (w *htmlWriter) word(s string) {
	first, _ := utf8.DecodeRuneInString(s)
	if w.glued && (unicode.IsLetter(first) || unicode.IsDigit(first)) {
		w.space = true
	}
	if w.power && unicode.IsDigit(first) && w.gap == 0 && !w.space && w.b.Len() > 0 {
		w.b.WriteByte('^')
	}
	w.begin(len(w.lists))
	w.glued, w.fresh, w.power = false, false, false
	if w.href != "" && w.hrefAt < 0 {
		w.hrefAt = w.b.Len()
	}
	w.b.WriteString(s)
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
	w.b.WriteString(s)
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
	if text := w.b.String()[at:]; sameAddress(text, href) {
		return
	}
	w.b.WriteString(" (" + href + ")")
	w.glued = true
}

// address is a link's target if it leads anywhere from here.
func address(href string) string {
	lower := strings.ToLower(href)
	for _, nowhere := range []string{"#", "javascript:", "data:", "vbscript:"} {
		if strings.HasPrefix(lower, nowhere) {
			return ""
		}
	}
	return href
}

// sameAddress says that a link's text is its target, but for what readers
// leave out: the scheme, "www." and a last slash.
func sameAddress(text, href string) bool {
	return bareAddress(text) == bareAddress(href)
}

func bareAddress(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, prefix := range []string{"https://", "http://", "mailto:", "www."} {
		s = strings.TrimPrefix(s, prefix)
	}
	return strings.TrimRight(s, "/")
}
