package markup

import (
	"strconv"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extensions "github.com/yuin/goldmark/extension/ast"
	renderer "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The most of a text that is given to the Markdown parser, whose time grows
// with the square of what a text opens and never closes. No abstract comes
// near these; a text past them is taken as plain. Below them 256 KiB take at
// most half a second (2026-11-24).
const (
	maxBrackets = 256  // "["
	maxEmphasis = 2048 // "*", "_" and "~"
	maxQuotes   = 16   // ">" at the start of one line
	maxLists    = 64   // "- ", "1. " and the like at the start of one line
)

// markdown reads Markdown the way pretalx does: tables, struck text and bare
// addresses count, a line feed is a line break. Tags are let through, because
// what reads them drops what is harmful.
var markdown = sync.OnceValue(func() goldmark.Markdown {
	return goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify),
		goldmark.WithRendererOptions(renderer.WithHardWraps(), renderer.WithUnsafe()),
	)
})

// markdownText is the text of Markdown, unless to read it would take too much.
// Only where it has tags it is written as HTML and parsed once more.
func (c *Converter) markdownText(s string) (text string, ok bool) {
	if !isModest(s) || !c.affords(s) {
		return "", false
	}
	if strings.Contains(s, "<") {
		var rendered strings.Builder
		if markdown().Convert([]byte(s), &rendered) != nil {
			return "", false
		}
		return c.htmlText(rendered.String())
	}
	var w writer
	w.b.Grow(len(s))
	w.children(newHTML([]byte(s)), scope{})
	return w.b.String(), true
}

// isModest reports whether a text stays below what Markdown is read for.
func isModest(s string) bool {
	if strings.Count(s, "[") > maxBrackets || strings.Count(s, "*")+strings.Count(s, "_")+strings.Count(s, "~") > maxEmphasis {
		return false
	}
	for line := range strings.Lines(s) {
		start := line[:len(line)-len(strings.TrimLeft(line, "> \t-*+0123456789.)"))]
		if strings.Count(start, ">") > maxQuotes || len(strings.Fields(start)) > maxLists {
			return false
		}
	}
	return true
}

// newHTML is the body of the HTML that Markdown without tags stands for.
func newHTML(source []byte) *html.Node {
	body := &html.Node{}
	add(body, markdown().Parser().Parse(text.NewReader(source)), source)
	return body
}

// tags are what nodes of Markdown are in HTML, but for links, lists and code of
// several lines.
var tags = map[ast.NodeKind]atom.Atom{
	ast.KindParagraph: atom.P, ast.KindHeading: atom.H1, ast.KindBlockquote: atom.Blockquote, ast.KindThematicBreak: atom.Hr,
	ast.KindListItem: atom.Li, ast.KindEmphasis: atom.Em, ast.KindCodeSpan: atom.Code, extensions.KindStrikethrough: atom.Del,
	extensions.KindTable: atom.Table, extensions.KindTableHeader: atom.Tr, extensions.KindTableRow: atom.Tr, extensions.KindTableCell: atom.Td,
}

// add adds to an element of HTML what a node of Markdown stands for.
func add(parent *html.Node, n ast.Node, source []byte) {
	switch n := n.(type) {
	case *ast.Text:
		addText(parent, n, source)
		return
	case *ast.LinkReferenceDefinition:
		return
	case *ast.AutoLink:
		parent = addElement(parent, atom.A, "href", string(util.URLEscape(n.URL(source), false)))
		if n.AutoLinkType == ast.AutoLinkEmail {
			parent.Attr[0].Val = "mailto:" + parent.Attr[0].Val
		}
		parent.AppendChild(&html.Node{Type: html.TextNode, Data: string(n.Label(source))})
	case *ast.Link:
		parent = addElement(parent, atom.A, "href", string(util.URLEscape(n.Destination, true)))
	case *ast.Image:
		parent = addElement(parent, atom.Span, "", "")
	case *ast.List:
		tag := atom.Ul
		if n.IsOrdered() {
			tag = atom.Ol
		}
		parent = addElement(parent, tag, "start", strconv.Itoa(n.Start))
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		pre := addElement(parent, atom.Pre, "", "")
		pre.AppendChild(&html.Node{Type: html.TextNode, Data: string(n.Lines().Value(source))})
		return
	default:
		if tag := tags[n.Kind()]; tag != 0 {
			parent = addElement(parent, tag, "", "")
		}
	}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		add(parent, child, source)
	}
}

// addElement adds an element with one attribute, or none if that has no value.
func addElement(parent *html.Node, tag atom.Atom, name, value string) *html.Node {
	n := &html.Node{Type: html.ElementNode, DataAtom: tag}
	if value != "" {
		n.Attr = []html.Attribute{{Key: name, Val: value}}
	}
	parent.AppendChild(n)
	return n
}

// addText adds a text, to the one before it if nothing parts them, and the line
// break behind it. In code nothing is escaped, and a line feed is a blank.
func addText(parent *html.Node, n *ast.Text, source []byte) {
	var s string
	if n.IsRaw() {
		s = strings.ReplaceAll(string(n.Value(source)), "\n", " ")
	} else {
		s = Unescape(string(util.UnescapePunctuations(n.Value(source))))
	}
	if last := parent.LastChild; last != nil && last.Type == html.TextNode {
		last.Data += s
	} else {
		parent.AppendChild(&html.Node{Type: html.TextNode, Data: s})
	}
	if n.SoftLineBreak() || n.HardLineBreak() {
		addElement(parent, atom.Br, "", "")
	}
}
