package markup

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// elements are the elements of HTML whose text is kept, each with the number of
// line feeds between it and its neighbours, which is 0 if it is part of a line.
// What is not in this table is text, like <version> in a command line.
var elements = map[atom.Atom]int{
	atom.P: 2, atom.H1: 2, atom.H2: 2, atom.H3: 2, atom.H4: 2, atom.H5: 2, atom.H6: 2,
	atom.Pre: 2, atom.Blockquote: 2, atom.Table: 2, atom.Hr: 2, atom.Ul: 2, atom.Ol: 2, atom.Dl: 2,
	atom.Section: 2, atom.Article: 2, atom.Header: 2, atom.Footer: 2, atom.Aside: 2, atom.Main: 2,
	atom.Nav: 2, atom.Figure: 2, atom.Details: 2, atom.Center: 2, atom.Fieldset: 2, atom.Address: 2,
	atom.Div: 1, atom.Li: 1, atom.Dt: 1, atom.Dd: 1, atom.Tr: 1, atom.Thead: 1, atom.Tbody: 1,
	atom.Tfoot: 1, atom.Caption: 1, atom.Figcaption: 1, atom.Summary: 1, atom.Body: 2, atom.Html: 2,

	atom.A: 0, atom.Abbr: 0, atom.Acronym: 0, atom.B: 0, atom.Bdi: 0, atom.Bdo: 0, atom.Big: 0, atom.Br: 0,
	atom.Cite: 0, atom.Code: 0, atom.Col: 0, atom.Colgroup: 0, atom.Del: 0, atom.Dfn: 0, atom.Em: 0, atom.Font: 0,
	atom.Head: 0, atom.I: 0, atom.Iframe: 0, atom.Img: 0, atom.Ins: 0, atom.Kbd: 0, atom.Label: 0, atom.Mark: 0,
	atom.Nobr: 0, atom.Picture: 0, atom.Q: 0, atom.S: 0, atom.Samp: 0, atom.Script: 0, atom.Small: 0, atom.Span: 0,
	atom.Strike: 0, atom.Strong: 0, atom.Style: 0, atom.Sub: 0, atom.Sup: 0, atom.Td: 0, atom.Th: 0, atom.Time: 0,
	atom.Tt: 0, atom.U: 0, atom.Var: 0, atom.Wbr: 0,
}

// isBlock reports whether an element has lines of its own.
func isBlock(tag atom.Atom) bool { return elements[tag] > 0 }

// atomOf is the atom of a name in any case, or 0.
func atomOf(name string) atom.Atom { return atom.Lookup([]byte(strings.ToLower(name))) }

// embedded are the elements that bring in something that no text can show.
// One without attributes brings nothing: the author writes about the element.
var embedded = map[atom.Atom]bool{
	atom.Video: true, atom.Audio: true, atom.Source: true, atom.Track: true, atom.Object: true, atom.Embed: true,
	atom.Canvas: true, atom.Svg: true, atom.Form: true, atom.Input: true, atom.Button: true, atom.Meta: true, atom.Link: true,
}

// raw are the elements whose content is not meant to be read. If one never ends,
// the author only writes about it.
var raw = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Iframe: true}

// onlyElements makes text of the tags that are not elements of HTML, as in
// "give --version <version>", and takes out the elements of raw content, so
// that a parser of HTML keeps every word.
func onlyElements(s string) string {
	var b strings.Builder
	from := 0 // what of s is not in b yet
	replace := func(at, end int, by string) {
		b.WriteString(s[from:at])
		b.WriteString(by)
		from = end
	}
	endless := make(map[atom.Atom]bool)
	for at := strings.IndexByte(s, '<'); at >= 0; at = indexFrom(s, '<', max(at+1, from)) {
		inner := s[at+1:]
		tag := elementAt(strings.TrimPrefix(inner, "/"))
		switch {
		case raw[tag] && inner[0] != '/':
			if !endless[tag] {
				if end := endOf(tag, inner); end > 0 {
					replace(at, at+1+end, "")
					continue
				}
				endless[tag] = true
			}
			replace(at, at+1, "&lt;")
		case tag == 0 && isWebAddress(inner):
			address, _, _ := strings.Cut(inner, ">")
			replace(at, min(at+1+len(address)+1, len(s)), address)
		case tag == 0 && isWord(inner):
			replace(at, at+1, "&lt;")
		}
	}
	if from == 0 {
		return s
	}
	return b.String() + s[from:]
}

// endOf is the offset behind the end tag of an element, or 0.
func endOf(tag atom.Atom, s string) int {
	from := 0
	for {
		at := strings.Index(s[from:], "</")
		if at < 0 {
			return 0
		}
		from += at + len("</")
		if elementAt(s[from:]) == tag {
			_, rest, _ := strings.Cut(s[from:], ">")
			return len(s) - len(rest)
		}
	}
}

// isWord reports whether "<" and what follows it would be taken for a tag but
// is none of HTML's: neither an embedded element nor one of another vocabulary,
// as word processors leave them behind (<o:p>).
func isWord(s string) bool {
	const longest = 32 // more than any name that is looked for
	s, isEnd := strings.CutPrefix(s, "/")
	if s == "" || s[0]|0x20 < 'a' || s[0]|0x20 > 'z' {
		return false
	}
	length := strings.IndexAny(s[:min(len(s), longest)], " \t\r\n\f/>")
	if length < 0 {
		return true
	}
	if embedded[atomOf(s[:length])] {
		bare := strings.HasPrefix(strings.TrimLeft(s[length:], " \t\r\n\f/"), ">")
		return bare && !isEnd
	}
	prefix, local, found := strings.Cut(s[:length], ":")
	return !found || len(prefix) > 3 || local == "" || strings.ContainsAny(local, "@.")
}

func isWebAddress(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// elementAt is HTML's element whose name s starts with, or 0.
func elementAt(s string) atom.Atom {
	end := 0
	for end < len(s) && (s[end]|0x20 >= 'a' && s[end]|0x20 <= 'z' || s[end] >= '1' && s[end] <= '6') {
		end++
	}
	if end == 0 || end == len(s) || !strings.ContainsRune(" \t\r\n\f/>", rune(s[end])) {
		return 0
	}
	tag := atomOf(s[:end])
	if _, found := elements[tag]; !found {
		return 0
	}
	return tag
}

// hasEndTag reports whether a text has the end tag of such an element.
func hasEndTag(s string, such func(atom.Atom) bool) bool {
	for {
		at := strings.Index(s, "</")
		if at < 0 {
			return false
		}
		s = s[at+2:]
		if such(elementAt(s)) {
			return true
		}
	}
}
