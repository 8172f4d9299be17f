// Package tree turns a document of any notation into one tree of nodes, each
// with its line. It knows how things are written, not what they are called:
// where a notation leaves open what is a name, its reader asks a function.
//
// Each notation has a file: JSON (json.go; jsonrecovery.go goes on after a fault),
// JavaScript (script.go), YAML (yaml.go; yamlblock.go goes on after a fault),
// XML (xml.go), tables (csv.go), pages with front matter (page.go) and lines
// with labels (labels.go). A reader gives the tree of whatever it gets: what is
// wrong is handed to the function problem, with its line counted from 1, or 0
// for the whole document, and a hint for the user, or "". What a hostile
// document can cost is bounded.
package tree

import (
	"iter"
	"slices"
	"strings"
)

// A Tree holds the values of one document in the order in which they are
// written, without pointers: a file may have a million small objects.
type Tree struct {
	values  []value // the first is a list of what stands at the top
	names   []Name  // of members, each once; the first is "", for a value without a name
	texts   []byte  // of all values, one after the other
	Damaged bool    // the document was not well formed: what lies in a node may be out of place
}

// A value is a node as the tree keeps it.
type value struct {
	kind Kind
	name uint32 // index in tree.names
	line uint32
	// Where the text is in tree.texts; for a list or an object, end is the index
	// in tree.values after its last descendant.
	start, end uint32
}

// A Name is that of a member of an object.
type Name struct {
	Written, Lower string // as in the document, and in lower case
}

// Top is the list of what stands at the top of the document.
func (t *Tree) Top() Node { return Node{tree: t} }

// Node is the node of an index (see Node.Index).
func (t *Tree) Node(index int) Node { return Node{t, index} }

// Nodes are all nodes in the order of the document, the first of them Top.
func (t *Tree) Nodes() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for at := range t.values {
			if !yield(Node{t, at}) {
				return
			}
		}
	}
}

// Names are the names of members, each once; the first is "".
func (t *Tree) Names() []Name { return t.names }

// after is the index of the value after a value and all that lies in it.
func (t *Tree) after(at int) int {
	if v := t.values[at]; v.kind >= List {
		return int(v.end)
	}
	return at + 1
}

// A builder makes a tree, value by value in the order of the document.
type builder struct {
	Tree
	indexes  map[string]uint32 // of tree.names
	named    uint32            // index of the next value's name
	unclosed []int             // indexes of the list at the top, and of what is not closed yet
}

// newBuilder starts a tree and makes room for so many values and bytes of text.
func newBuilder(values, texts int) *builder {
	b := &builder{indexes: map[string]uint32{"": 0}}
	b.names = make([]Name, 1)
	b.values = make([]value, 0, values+1)
	b.texts = make([]byte, 0, texts)
	b.begin(Missing, 1) // a list, in the end
	return b
}

// innermost is what the next value stands in: a list, an object, or nothing.
func (b *builder) innermost() Kind { return b.values[b.unclosed[len(b.unclosed)-1]].kind }

// isWithin reports whether the next value stands in a list or in an object,
// however deep.
func (b *builder) isWithin(k Kind) bool {
	return slices.ContainsFunc(b.unclosed, func(at int) bool { return b.values[at].kind == k })
}

// call names the next value.
func (b *builder) call(written []byte) {
	at, known := b.indexes[string(written)]
	if !known {
		n := Name{Written: string(written), Lower: strings.ToLower(string(written))}
		at = uint32(len(b.names))
		b.names, b.indexes[n.Written] = append(b.names, n), at
	}
	b.named = at
}

// add adds a value.
func (b *builder) add(k Kind, text []byte, line int) {
	start := len(b.texts)
	b.texts = append(b.texts, text...)
	b.values = append(b.values, value{kind: k, name: b.named, line: uint32(line), start: uint32(start), end: uint32(len(b.texts))})
	b.named = 0
}

// begin opens a list or an object.
func (b *builder) begin(k Kind, line int) {
	b.unclosed = append(b.unclosed, len(b.values))
	b.add(k, nil, line)
}

// turn makes a list of the object that was opened last, or the reverse.
func (b *builder) turn(k Kind) { b.values[b.unclosed[len(b.unclosed)-1]].kind = k }

// end closes what was opened last.
func (b *builder) end() {
	b.values[b.unclosed[len(b.unclosed)-1]].end = uint32(len(b.values))
	b.unclosed = b.unclosed[:len(b.unclosed)-1]
	b.named = 0
}

// endAll closes the innermost of one kind, with what is open in it.
func (b *builder) endAll(k Kind) {
	if !b.isWithin(k) {
		return
	}
	for b.innermost() != k {
		b.end()
	}
	b.end()
}

// finish closes what is open.
func (b *builder) finish() *Tree {
	b.values[0].kind = List
	for len(b.unclosed) > 0 {
		b.end()
	}
	return &b.Tree
}

// copy adds a node of another tree, with all that lies in it.
func (b *builder) copy(n Node) {
	b.call([]byte(n.Name().Written))
	if k := n.Kind(); k < List {
		b.add(k, []byte(n.Text()), n.Line())
		return
	}
	b.begin(n.Kind(), n.Line())
	for child := range n.Children() {
		b.copy(child)
	}
	b.end()
}
