package tree

import (
	"bytes"
	"errors"

	"go.yaml.in/yaml/v4"

	"talks/catalog/parse/clean"
)

// A yamlReader makes a tree of YAML (https://yaml.org/spec/1.2.2). The library
// reads it, and stops at the first fault. The reader then splits the block that
// could not be read into its items or its members (yamlblock.go), and reads
// each for itself: a fault costs one member of one talk.
type yamlReader struct {
	into    *builder
	problem func(line int, what, hint string)
	faults  int
	copied  int  // what aliases stand for, as maxCopied counts it
	tooMany bool // more than maxCopied
}

// What a hostile file can cost has these bounds.
const (
	maxYAML   = 1 << 20  // bytes that the library reads at once; it holds them several times
	maxRun    = 64 << 10 // bytes of parts of a block that it reads at once
	maxSplits = 8        // blocks in one another that are split
	maxCopied = 16 << 20 // bytes of the texts that aliases stand for, each value some more
)

// YAML reads the documents of a file, one after the other. Each is an item of
// the top.
func YAML(data []byte, problem func(line int, what, hint string)) *Tree {
	b := newBuilder(min(len(data)/32, maxValues), len(data))
	r := &yamlReader{into: b, problem: problem}
	for _, document := range yamlDocuments(data) {
		if !document.isBlank() {
			r.read(document, 0)
		}
	}
	b.Damaged = r.faults > 0
	t := b.finish()
	if last := (Node{tree: t}).incomplete(); last.Kind() != Missing && !bytes.HasSuffix(data, []byte("\n")) {
		problem(last.Line(), "the file seems to end in the middle of this entry", "it lacks what all before it have; get the file again")
	}
	return t
}

// read reads a block, which stands in so many blocks that were split, and adds
// one value.
func (r *yamlReader) read(b yamlBlock, splits int) {
	if r.faults > maxFaults || len(r.into.values) > maxValues {
		r.into.add(Null, nil, b.line)
		return
	}
	n, fault := b.load()
	if fault == nil {
		r.add(n, b.line-1, 0, false)
		return
	}
	before := r.faults
	parts, isList := b.split()
	switch {
	case len(parts) == 0 || splits == maxSplits:
		r.into.add(Text, b.asWritten(), b.line)
	case isList:
		r.into.begin(List, b.line)
		r.readParts(parts, len(b.text), func(part yamlBlock) { r.read(part.item(), splits+1) })
		r.into.end()
	default:
		r.into.begin(Object, parts[0].line)
		r.readParts(parts, len(b.text), func(part yamlBlock) { r.readMember(part, splits+1) })
		r.into.end()
	}
	if r.faults == before && (!errors.Is(fault, errTooLarge) || len(parts) == 0) {
		r.report(&b, fault)
	}
}

// readParts reads the items or members of a block of so many bytes: as many at
// once as are small enough, and those one by one among which a fault is.
func (r *yamlReader) readParts(parts []yamlBlock, size int, readOne func(part yamlBlock)) {
	for len(parts) > 0 {
		run := parts[0]
		n := 1
		for ; n < len(parts) && len(run.text)+len(parts[n].text) <= min(maxRun, size/2); n++ {
			run.text = run.text[:len(run.text)+len(parts[n].text)] // the next one follows it
		}
		if n == 1 || !r.readRun(run) {
			for _, part := range parts[:n] {
				readOne(part)
			}
		}
		parts = parts[n:]
	}
}

// readRun adds the items or members that a block has, or reports that it has a
// fault.
func (r *yamlReader) readRun(b yamlBlock) bool {
	if r.faults > maxFaults || len(r.into.values) > maxValues {
		return false
	}
	n, fault := b.load()
	if fault != nil {
		return false
	}
	if n = n.Content[0]; n.Kind == yaml.MappingNode {
		r.addMembers(n, b.line-1, 1, false, nil)
	}
	if n.Kind == yaml.SequenceNode {
		for _, item := range n.Content {
			r.add(item, b.line-1, 1, false)
		}
	}
	return n.Kind != yaml.ScalarNode
}

func (r *yamlReader) readMember(part yamlBlock, splits int) {
	name, value, ok := part.member()
	if !ok {
		r.report(&part, errNoName)
		return
	}
	r.into.call(name)
	if value.isBlank() {
		r.into.add(Null, nil, value.line)
	} else {
		r.read(value, splits)
	}
}

// report reports why a block could not be read.
func (r *yamlReader) report(b *yamlBlock, fault error) {
	r.faults++
	line, what := b.line, fault.Error()
	var detail *yaml.LoadError
	if errors.As(fault, &detail) {
		what = detail.Message
		if !b.isInline {
			line += max(0, detail.Mark.Line-1)
		}
	}
	r.problem(line, "not well formed, "+clean.Line(what), "what stands near it may be lost; YAML is indented with blanks")
}

// add adds a node of the library. Its lines count from the one after first.
func (r *yamlReader) add(n *yaml.Node, first, depth int, isCopy bool) {
	line := first + max(1, n.Line)
	if isCopy {
		r.copied += len(n.Value) + 64
	}
	if depth > maxNesting || isCopy && r.copied > maxCopied {
		r.reportCopies(line)
		r.into.add(Null, nil, line)
		return
	}
	switch n.Kind {
	case yaml.DocumentNode:
		r.add(n.Content[0], first, depth, isCopy)
	case yaml.AliasNode:
		r.add(n.Alias, first, depth+1, true)
	case yaml.SequenceNode:
		r.into.begin(List, line)
		for _, item := range n.Content {
			r.add(item, first, depth+1, isCopy)
		}
		r.into.end()
	case yaml.MappingNode:
		r.into.begin(Object, line)
		r.addMembers(n, first, depth+1, isCopy, nil)
		r.into.end()
	default:
		r.into.add(yamlKind(n), []byte(n.Value), line)
	}
}

// addMembers adds the members of a mapping but those whose names are known, and
// then what it merges ("<<", https://yaml.org/type/merge.html): its own members hold.
func (r *yamlReader) addMembers(n *yaml.Node, first, depth int, isCopy bool, known map[string]bool) {
	var merged []*yaml.Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		switch {
		case name.ShortTag() == "!!merge":
			merged = append(merged, value)
		case !known[name.Value]:
			if known != nil {
				known[name.Value] = true
			}
			r.into.call([]byte(name.Value))
			r.add(value, first, depth, isCopy)
		}
	}
	if len(merged) > 0 && known == nil {
		known = make(map[string]bool)
		for i := 0; i+1 < len(n.Content); i += 2 {
			known[n.Content[i].Value] = true
		}
	}
	for _, value := range merged {
		r.merge(value, first, depth+1, known)
	}
}

// merge adds the members of a mapping, or of a list of them.
func (r *yamlReader) merge(n *yaml.Node, first, depth int, known map[string]bool) {
	if r.copied += 64; depth > maxNesting || r.copied > maxCopied {
		r.reportCopies(first + max(1, n.Line))
		return
	}
	switch n.Kind {
	case yaml.AliasNode:
		r.merge(n.Alias, first, depth+1, known)
	case yaml.SequenceNode:
		for _, item := range n.Content {
			r.merge(item, first, depth+1, known)
		}
	case yaml.MappingNode:
		r.addMembers(n, first, depth+1, true, known)
	}
}

// reportCopies reports once that aliases stand for too much.
func (r *yamlReader) reportCopies(line int) {
	if !r.tooMany {
		r.tooMany = true
		r.faults++
		r.problem(line, "aliases that stand for too much, the rest is left out", "")
	}
}

// incomplete is the last object within the node if it lacks a member that all
// before it in its list have, or the zero node. YAML has no mark of its end.
func (n Node) incomplete() Node {
	const enough = 3 // objects before it
	for n.Kind() >= List {
		var last Node
		items := 0
		having := make(map[int]int) // how many items have a member of that name
		for child := range n.Children() {
			items++
			last = child
			for m := range child.Members() {
				having[m.NameIndex()]++
			}
		}
		for m := range last.Members() {
			delete(having, m.NameIndex())
		}
		for _, count := range having {
			if n.Kind() == List && items > enough && count == items-1 {
				return last
			}
		}
		n = last
	}
	return Node{}
}

// yamlKind is what a scalar is. A date is a text.
func yamlKind(n *yaml.Node) Kind {
	switch n.ShortTag() {
	case "!!null":
		return Null
	case "!!bool":
		return Bool
	case "!!int", "!!float":
		return Number
	}
	return Text
}

// IsYAML reports whether a document is a mapping of YAML, or a list of them:
// the first line, and most of those that are not indented, start with a name and
// a colon or with a dash. The others may be of a text in quotes; prose has many.
func IsYAML(data []byte) bool {
	const most = 64 << 10 // bytes that are looked at
	start := yamlBlock{text: data[:min(len(data), most)]}
	lines, well := 0, 0
	for line := range start.lines() {
		trimmed := bytes.TrimLeft(line.text, " ")
		if isComment(trimmed) || isDocumentMark(line.text) || line.text[0] == '%' {
			continue
		}
		isItem, isMember := isDash(trimmed), startsMember(trimmed)
		if lines == 0 && !isMember && !(isItem && len(bytes.TrimSpace(trimmed)) == 1) {
			return false // "- a text" starts a list of whatever
		}
		if lines == 0 || len(trimmed) == len(line.text) {
			lines++
			if isMember || isItem || trimmed[0] == ']' || trimmed[0] == '}' {
				well++
			}
		}
	}
	return 2*well > lines
}

// startsMember reports whether a line, without its indentation, starts a member
// of a mapping, be it the first in an item. A name has no blanks: so have many
// first lines of prose.
func startsMember(line []byte) bool {
	if isDash(line) {
		line = bytes.TrimLeft(line[1:], " ")
	}
	name, _, ok := cutMember(line)
	return ok && !bytes.ContainsAny(name, " \t")
}
