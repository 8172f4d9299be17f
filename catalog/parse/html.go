package parse

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

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
			switch tag := element(name); tag {
			case 0:
				if !isForeign(name, true) {
					w.text(raw)
				}
			case w.skip:
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
		if !isForeign(name, more) {
			w.text(literal(raw))
		}
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

// An attribute list, of what matters here.
type attribute struct{ href, alt, start string }

// attributes reads the attributes that matter of the tag at hand.
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
