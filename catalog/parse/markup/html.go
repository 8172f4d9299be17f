package markup

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// htmlText is the text of an HTML fragment: blocks become paragraphs, list
// items lines that start with "- " or a number, links "text (address)". It
// fails where elements are nested more than 512 deep, or to read them would
// take too much.
func (c *Converter) htmlText(s string) (text string, ok bool) {
	if !c.affords(s) {
		return "", false
	}
	var w writer
	w.b.Grow(len(s))
	ok = w.fragment(s, scope{})
	return w.b.String(), ok
}

// A scope is what a node stands in.
type scope struct {
	list  *list // the innermost, or nil
	depth int   // of lists
	pre   bool  // line feeds count
	code  bool  // references that are left in the text stay
	twice bool  // in a text that was escaped twice
}

// A list numbers its items.
type list struct {
	numbered bool
	next     int
}

// body is what fragments are taken to stand in.
var body = html.Node{Type: html.ElementNode, DataAtom: atom.Body, Data: "body"}

// fragment writes a fragment, unless it is nested too deep.
func (w *writer) fragment(s string, in scope) bool {
	if root := plainTree(s); root != nil {
		w.children(root, in)
		return true
	}
	nodes, err := html.ParseFragment(strings.NewReader(onlyElements(s)), &body)
	if err != nil {
		return false
	}
	for _, n := range nodes {
		w.node(n, in)
	}
	return true
}

// node writes a node with all that it holds.
func (w *writer) node(n *html.Node, in scope) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data, in)
		return
	case html.ElementNode:
	default:
		return
	}
	switch n.DataAtom {
	case atom.A:
		w.link(n, in)
		return
	case atom.Br:
		w.gap = min(w.gap+1, 2)
	case atom.Img:
		w.text(attribute(n, "alt"), in)
	case atom.Sup:
		w.power(n)
	case atom.Td, atom.Th:
		w.cell()
	case atom.Pre:
		in.pre = true
	case atom.Code, atom.Tt, atom.Samp, atom.Kbd:
		in.code = true
	case atom.Ul, atom.Ol:
		w.list(n, in)
		return
	case atom.Li:
		w.item(n, in)
		return
	}
	gap := elements[n.DataAtom]
	w.breakLines(gap)
	w.children(n, in)
	w.breakLines(gap)
}

func (w *writer) children(n *html.Node, in scope) {
	for child := range n.ChildNodes() {
		w.node(child, in)
	}
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// link writes a link, and its address behind it unless the text says it.
func (w *writer) link(n *html.Node, in scope) {
	before := w.b.Len()
	w.children(n, in)
	text, href := w.b.String()[before:], Target(strings.TrimSpace(attribute(n, "href")))
	if text != "" && href != "" && !SameAddress(text, href) {
		w.b.WriteString(" (" + href + ")")
		w.linkEnd = w.b.Len()
	}
}

// list writes a list. One within another follows its item at once.
func (w *writer) list(n *html.Node, in scope) {
	gap := 2
	if in.list != nil {
		gap = 1
	}
	in.list = &list{numbered: n.DataAtom == atom.Ol, next: 1}
	if start := attribute(n, "start"); start != "" {
		if first, err := strconv.Atoi(start); err == nil && first >= 0 {
			in.list.next = first
		}
	}
	in.depth++
	w.breakLines(gap)
	w.children(n, in)
	w.markEnd = 0
	w.breakLines(gap)
}

// item writes a list item behind its mark. It may have lost its list.
func (w *writer) item(n *html.Node, in scope) {
	if in.list == nil {
		in.list = &list{}
		in.depth = 1
	}
	w.gap = max(w.gap, 1)
	w.begin(in.depth - 1)
	if in.list.numbered {
		w.b.WriteString(strconv.Itoa(in.list.next) + ". ")
		in.list.next++
	} else {
		w.b.WriteString("- ")
	}
	w.markEnd = w.b.Len()
	w.children(n, in)
	w.markEnd, w.blankLine = 0, false
	w.gap = max(w.gap, 1)
}

// power parts a number from its exponent: 10^6.
func (w *writer) power(sup *html.Node) {
	if n := sup.FirstChild; n != nil && n.Type == html.TextNode && n.Data != "" && n.Data[0] >= '0' && n.Data[0] <= '9' &&
		w.gap == 0 && !w.space && w.b.Len() > 0 {
		w.b.WriteByte('^')
	}
}

// cell parts the cells of a table's row.
func (w *writer) cell() {
	if w.b.Len() > 0 && w.gap == 0 {
		w.b.WriteString(" | ")
		w.space = false
	}
}

// Target is a link's address if it leads anywhere from here, or "".
func Target(href string) string {
	for _, nowhere := range []string{"#", "javascript:", "data:", "vbscript:"} {
		if _, found := cutPrefix(href, nowhere); found {
			return ""
		}
	}
	return href
}

// SameAddress reports whether a link's text is its address, but for what
// readers leave out: the scheme, "www." and a last slash.
func SameAddress(text, href string) bool {
	return strings.EqualFold(bareAddress(text), bareAddress(href))
}

func bareAddress(s string) string {
	s = strings.TrimSpace(s)
	for _, prefix := range []string{"https://", "http://", "mailto:", "www."} {
		s, _ = cutPrefix(s, prefix)
	}
	return strings.TrimRight(s, "/")
}

// cutPrefix is strings.CutPrefix in any case of ASCII letters.
func cutPrefix(s, prefix string) (rest string, found bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}
