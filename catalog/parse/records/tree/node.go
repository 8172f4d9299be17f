package tree

import (
	"iter"
	"slices"
)

// A Kind is what a node is.
type Kind uint8

// The kinds. A list and an object, which hold other nodes, are the last.
const (
	Missing Kind = iota // that of the zero node
	Null
	Bool
	Number
	Text
	List
	Object
)

// A Node is a value of a document, whatever its format. The zero node stands
// for a value that is not there: it has no text, no items and no members.
type Node struct {
	tree *Tree
	at   int // index in tree.values
}

func (n Node) value() value {
	if n.tree == nil {
		return value{}
	}
	return n.tree.values[n.at]
}

// Kind is what the node is.
func (n Node) Kind() Kind { return n.value().kind }

// Line is the line of the document, counted from 1, that the node starts on.
func (n Node) Line() int { return int(n.value().line) }

// Name is what an object calls the node; an item of a list has none.
func (n Node) Name() Name {
	if n.tree == nil {
		return Name{}
	}
	return n.tree.names[n.NameIndex()]
}

// NameIndex is the index of the node's name in the names of its tree.
func (n Node) NameIndex() int { return int(n.value().name) }

// Index is the index of the node in its tree: 0 for the top, and more for each
// node the later it starts. The zero node has none.
func (n Node) Index() int { return n.at }

// Text is a text, or a number or a truth value as it is written;
// anything else has none. It may not be UTF-8.
func (n Node) Text() string {
	v := n.value()
	if v.kind == Missing || v.kind >= List {
		return ""
	}
	return string(n.tree.texts[v.start:v.end])
}

// IsEmpty reports whether the node says nothing: it is missing, null, false, or
// an empty text, list or object.
func (n Node) IsEmpty() bool {
	switch v := n.value(); v.kind {
	case Number:
		return false
	case Bool:
		return n.Text() == "false"
	case List, Object:
		return int(v.end) == n.at+1
	default:
		return v.kind != Text || v.start == v.end
	}
}

// Items are those of a list.
func (n Node) Items() iter.Seq[Node] { return n.children(List) }

// Members are those of an object.
func (n Node) Members() iter.Seq[Node] { return n.children(Object) }

// Children are the items of a list or the members of an object.
func (n Node) Children() iter.Seq[Node] { return n.children(n.Kind()) }

// children are what lies in the node, if it is of that kind.
func (n Node) children(k Kind) iter.Seq[Node] {
	return func(yield func(Node) bool) {
		v := n.value()
		if v.kind != k || k < List {
			return
		}
		for at := n.at + 1; at < int(v.end); at = n.tree.after(at) {
			if !yield(Node{n.tree, at}) {
				return
			}
		}
	}
}

// Get is the member of the first of some names, in lower case, that says
// something.
func (n Node) Get(names ...string) Node {
	best, rank := Node{}, len(names)
	for m := range n.Members() {
		if i := slices.Index(names[:rank], m.Name().Lower); i >= 0 && !m.IsEmpty() {
			best, rank = m, i
		}
	}
	return best
}
