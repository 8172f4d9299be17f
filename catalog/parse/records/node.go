package records

import (
	"iter"
	"slices"
	"strings"
)

// A kind is what a node is.
type kind uint8

const (
	kindMissing kind = iota // the zero node
	kindNull
	kindBool
	kindNumber
	kindText
	kindList
	kindObject
)

// A node is a value of a document, whatever its format. The zero node stands
// for a value that is not there: it has no text, no items and no members.
type node struct {
	tree *tree
	at   int // index in tree.values
}

func (n node) value() value {
	if n.tree == nil {
		return value{}
	}
	return n.tree.values[n.at]
}

func (n node) kind() kind { return n.value().kind }

// line is the line of the document, counted from 1, that the node starts on.
func (n node) line() int { return int(n.value().line) }

// name is what an object calls the node; an item of a list has none.
func (n node) name() name {
	if n.tree == nil {
		return name{}
	}
	return n.tree.names[n.value().name]
}

// text is a text, or a number or a truth value as it is written.
func (n node) text() string {
	v := n.value()
	if v.kind == kindMissing || v.kind >= kindList {
		return ""
	}
	return string(n.tree.texts[v.start:v.end])
}

// isEmpty reports whether the node says nothing: it is missing, null, false, or
// an empty text, list or object.
func (n node) isEmpty() bool {
	switch v := n.value(); v.kind {
	case kindNumber:
		return false
	case kindBool:
		return n.text() == "false"
	case kindList, kindObject:
		return int(v.end) == n.at+1
	default:
		return v.kind != kindText || v.start == v.end
	}
}

// items are those of a list.
func (n node) items() iter.Seq[node] { return n.children(kindList) }

// members are those of an object.
func (n node) members() iter.Seq[node] { return n.children(kindObject) }

// repeatedMember is a member with a name that one before has, or the zero node.
// Of an object with many members the first are looked at.
func (n node) repeatedMember() node {
	const most = 64
	names := make([]uint32, 0, most)
	for m := range n.members() {
		name := m.value().name
		if slices.Contains(names, name) {
			return m
		}
		if names = append(names, name); len(names) == most {
			break
		}
	}
	return node{}
}

// children are what lies in the node, if it is of that kind.
func (n node) children(k kind) iter.Seq[node] {
	return func(yield func(node) bool) {
		v := n.value()
		if v.kind != k || k < kindList {
			return
		}
		for at := n.at + 1; at < int(v.end); at = n.tree.after(at) {
			if !yield(node{n.tree, at}) {
				return
			}
		}
	}
}

// get is the member of the first of some names, in lower case, that says
// something.
func (n node) get(names ...string) node {
	best, rank := node{}, len(names)
	for m := range n.members() {
		if i := slices.Index(names[:rank], m.name().lower); i >= 0 && !m.isEmpty() {
			best, rank = m, i
		}
	}
	return best
}

// anyText reads whatever stands where a text is expected: a text, a number, or
// an object that gives the text in several languages ({"en": …, "de": …}) or
// under "name" or "title". Anything else has no text, which is not an error: one odd
// field must not cost the event.
func (n node) anyText() string { return n.anyTextWithin(2) }

// anyTextWithin is anyText, in at most depth objects within one another.
func (n node) anyTextWithin(depth int) string {
	k := n.kind()
	if k == kindText || k == kindNumber {
		return n.text()
	}
	if k != kindObject || depth == 0 {
		return ""
	}
	if s := n.get("en", "name", "title", "public_name").anyTextWithin(depth - 1); s != "" {
		return s
	}
	local, language := "", "" // the first language, in the order of their codes
	for m := range n.members() {
		if code := m.name().lower; isLanguage(code) && (local == "" || code < language) {
			if s := m.anyTextWithin(depth - 1); s != "" {
				local, language = s, code
			}
		}
	}
	return local
}

// isLanguage reports whether a name looks like the code of a language: "de",
// "de-AT".
func isLanguage(name string) bool { return len(name) == 2 || len(name) > 2 && name[2] == '-' }

// firstText is the text of the first of some nodes that has any.
func firstText(nodes ...node) string {
	for _, n := range nodes {
		if s := strings.TrimSpace(n.anyText()); s != "" {
			return s
		}
	}
	return ""
}
