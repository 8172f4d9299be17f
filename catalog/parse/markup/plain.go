package markup

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// plainTags are tags that HTML's parser leaves where they stand, if each ends
// before what it stands in and mayStand lets it.
var plainTags = map[string]atom.Atom{
	"p": atom.P, "ul": atom.Ul, "ol": atom.Ol, "li": atom.Li, "div": atom.Div, "blockquote": atom.Blockquote, "a": atom.A, "b": atom.B,
	"br": atom.Br, "br/": atom.Br, "br /": atom.Br, "code": atom.Code, "em": atom.Em, "i": atom.I, "span": atom.Span, "strong": atom.Strong, "u": atom.U,
}

// plainTree is the tree of HTML that is well nested, with no other tags than
// these and no other attribute than the address of a link, as nine of ten
// abstracts are; else nil. It is the one that html.ParseFragment makes, which
// takes several times as long.
func plainTree(s string) *html.Node {
	const deepest = 100
	if strings.IndexByte(s, '\r') >= 0 || strings.IndexByte(s, 0) >= 0 { // which the parser replaces
		return nil
	}
	root := &html.Node{}
	parent, depth := root, 0
	for {
		text, rest, found := strings.Cut(s, "<")
		if text != "" {
			parent.AppendChild(&html.Node{Type: html.TextNode, Data: html.UnescapeString(text)})
		}
		if !found && depth == 0 {
			return root
		}
		written, rest, found := strings.Cut(rest, ">")
		name, isEnd := strings.CutPrefix(written, "/")
		name, address, isLink := strings.Cut(name, ` href="`)
		href, isWhole := strings.CutSuffix(address, `"`)
		tag := plainTags[name]
		switch {
		case !found, tag == 0, isLink && (isEnd || tag != atom.A || !isWhole || strings.ContainsAny(href, `"&`)):
			return nil
		case isEnd && tag == parent.DataAtom:
			parent = parent.Parent
			depth--
		case isEnd || depth == deepest || !mayStand(tag, parent):
			return nil
		case tag == atom.Br:
			addElement(parent, tag, "", "")
		default:
			parent = addElement(parent, tag, "href", href)
			depth++
		}
		s = rest
	}
}

// mayStand reports whether an element may stand in another: an item in a list,
// no block in a paragraph, no link in a link.
func mayStand(tag atom.Atom, parent *html.Node) bool {
	if tag == atom.Li && parent.DataAtom != atom.Ul && parent.DataAtom != atom.Ol {
		return false
	}
	for n := parent; n != nil; n = n.Parent {
		if tag == atom.A && n.DataAtom == atom.A || n.DataAtom == atom.P && isBlock(tag) {
			return false
		}
	}
	return true
}
