package records

import (
	"slices"
	"strings"
)

// A tree holds the values of one document in the order in which they are
// written, without pointers: a file may have a million small objects.
type tree struct {
	values  []value // the first is a list of what stands at the top
	names   []name  // of members, each once; the first is "", for a value without a name
	texts   []byte  // of all values, one after the other
	damaged bool    // the document was not well formed
}

// A value is a node as the tree keeps it.
type value struct {
	kind kind
	name uint32 // index in tree.names
	line uint32
	// Where the text is in tree.texts; for a list or an object, end is the index
	// in tree.values after its last descendant.
	start, end uint32
}

// A name is that of a member of an object.
type name struct {
	written, lower string
	key            key   // the field that it stands for
	locale         uint8 // rank of the language that it is the code of, or 0
}

// after is the index of the value after a value and all that lies in it.
func (t *tree) after(at int) int {
	if v := t.values[at]; v.kind >= kindList {
		return int(v.end)
	}
	return at + 1
}

// A builder makes a tree, value by value in the order of the document.
type builder struct {
	tree
	indexes  map[string]uint32 // of tree.names
	named    uint32            // index of the next value's name
	unclosed []int             // indexes of the list at the top, and of what is not closed yet
}

// newBuilder starts a tree and makes room for so many values and bytes of text.
func newBuilder(values, texts int) *builder {
	b := &builder{indexes: map[string]uint32{"": 0}}
	b.names = make([]name, 1)
	b.values = make([]value, 0, values+1)
	b.texts = make([]byte, 0, texts)
	b.begin(kindMissing, 1) // a list, in the end
	return b
}

// innermost is what the next value stands in: a list, an object, or nothing.
func (b *builder) innermost() kind { return b.values[b.unclosed[len(b.unclosed)-1]].kind }

// isWithin reports whether the next value stands in a list or in an object,
// however deep.
func (b *builder) isWithin(k kind) bool {
	return slices.ContainsFunc(b.unclosed, func(at int) bool { return b.values[at].kind == k })
}

// call names the next value.
func (b *builder) call(written []byte) {
	at, known := b.indexes[string(written)]
	if !known {
		n := name{written: string(written), lower: strings.ToLower(string(written))}
		n.key, n.locale = keyOf(n.lower), localeRank(n.lower)
		at = uint32(len(b.names))
		b.names, b.indexes[n.written] = append(b.names, n), at
	}
	b.named = at
}

// add adds a value.
func (b *builder) add(k kind, text []byte, line int) {
	start := len(b.texts)
	b.texts = append(b.texts, text...)
	b.values = append(b.values, value{kind: k, name: b.named, line: uint32(line), start: uint32(start), end: uint32(len(b.texts))})
	b.named = 0
}

// begin opens a list or an object.
func (b *builder) begin(k kind, line int) {
	b.unclosed = append(b.unclosed, len(b.values))
	b.add(k, nil, line)
}

// turn makes a list of the object that was opened last, or the reverse.
func (b *builder) turn(k kind) { b.values[b.unclosed[len(b.unclosed)-1]].kind = k }

// end closes what was opened last.
func (b *builder) end() {
	b.values[b.unclosed[len(b.unclosed)-1]].end = uint32(len(b.values))
	b.unclosed = b.unclosed[:len(b.unclosed)-1]
	b.named = 0
}

// endAll closes the innermost of one kind, with what is open in it.
func (b *builder) endAll(k kind) {
	if !b.isWithin(k) {
		return
	}
	for b.innermost() != k {
		b.end()
	}
	b.end()
}

// finish closes what is open.
func (b *builder) finish() *tree {
	b.values[0].kind = kindList
	for len(b.unclosed) > 0 {
		b.end()
	}
	return &b.tree
}

// copy adds a node of another tree, with all that lies in it.
func (b *builder) copy(n node) {
	b.call([]byte(n.name().written))
	if k := n.kind(); k < kindList {
		b.add(k, []byte(n.text()), n.line())
		return
	}
	b.begin(n.kind(), n.line())
	for child := range n.children(n.kind()) {
		b.copy(child)
	}
	b.end()
}
