package markup

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// appendHTMLText appends the text of an HTML fragment: blocks become
// paragraphs, list items lines that start with "- " or a number, links "text
// (address)". Comments, scripts and styles are dropped. It is for texts with
// tags; the others never need a tokenizer and its buffer of 4 KiB.
func appendHTMLText(b []byte, s string) []byte {
	w := htmlWriter{b: b}
	w.read(s)
	w.closeLink()
	return w.b
}

// read takes a fragment tag by tag.
func (w *htmlWriter) read(s string) {
	z := newHTMLScanner(s)
	for {
		switch z.next() {
		case html.ErrorToken:
			return
		case html.TextToken:
			w.text(z.text())
		case html.StartTagToken, html.SelfClosingTagToken:
			w.startTag(z)
		case html.EndTagToken:
			if tag := element(string(z.name)); tag != 0 {
				w.close(tag)
			} else if !isForeign(string(z.name), true) {
				w.text(z.raw())
			}
		}
	}
}

// startTag takes the start tag at hand. A script that never ends is a word
// about scripts.
func (w *htmlWriter) startTag(z *htmlScanner) {
	tag := element(string(z.name))
	if tag == atom.Script || tag == atom.Style {
		if w.ends(tag, z.rest()) {
			z.skipRaw()
			return
		}
		tag = 0
	}
	z.plain()
	switch {
	case tag != 0:
		w.open(tag, z)
	case !isForeign(string(z.name), z.attributed):
		w.text(literal(z.raw()))
	}
}

// ends says that a script or a style has an end tag in what follows it. A text
// without one is searched once.
func (w *htmlWriter) ends(tag atom.Atom, rest string) bool {
	if slices.Contains(w.endless, tag) {
		return false
	}
	if hasEndTag(rest, func(a atom.Atom) bool { return a == tag }) {
		return true
	}
	w.endless = append(w.endless, tag)
	return false
}

func (w *htmlWriter) open(tag atom.Atom, z *htmlScanner) {
	switch tag {
	case atom.A:
		w.closeLink()
		w.href, w.hrefAt = Target(strings.TrimSpace(z.attribute("href"))), -1
	case atom.Br:
		w.gap = min(w.gap+1, 2)
	case atom.Img:
		w.text(z.attribute("alt"))
	case atom.Sup:
		w.power = true
	case atom.Td, atom.Th:
		w.cell()
	case atom.Code, atom.Tt, atom.Samp, atom.Kbd:
		w.code++
	case atom.Ul:
		w.list(-1)
	case atom.Ol:
		first, err := strconv.Atoi(z.attribute("start"))
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
		w.breakLines(w.listGap())
	case atom.Li:
		w.fresh, w.blank = false, false
		w.gap = max(w.gap, 1)
	case atom.P:
		w.breakLines(2)
	default:
		if tag == atom.Pre {
			w.pre = max(w.pre-1, 0)
		}
		w.breakLines(blocks[tag])
	}
}
