package parse

import (
	"bytes"
	"slices"

	"talks/catalog"
	"talks/catalog/parse/clean"
	"talks/catalog/parse/draft"
)

// A mark begins a line where git and others could not merge two states of a
// file. They stand in this order; the base is what both sides come from, and is
// not always written.
type mark int

const (
	noMark mark = iota
	ours
	base
	theirs
	end
)

// markOf tells which mark a line is. What separates the sides stands alone;
// the others may have a name after them.
func markOf(line []byte) mark {
	for i, written := range []string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"} {
		name, found := bytes.CutPrefix(line, []byte(written))
		m := ours + mark(i)
		if found && (len(bytes.TrimSpace(name)) == 0 || name[0] == ' ' && m != theirs) {
			return m
		}
	}
	return noMark
}

// A marked line is one that starts with a mark, by its number, and by the byte
// offsets of its start and its end.
type markedLine struct {
	mark
	number, from, to int
}

// passConflicts reports each conflict that a merge has left in a document, and
// gives the document with both sides: the marks become blank, and so does the
// base. Lines and offsets stay what they are. A conflict has all its marks, in
// their order: "=======" alone underlines a heading.
func passConflicts(doc *catalog.Document, data []byte) []byte {
	if !bytes.Contains(data, []byte("<<<<<<<")) {
		return data
	}
	both := slices.Clone(data)
	problems := draft.Reporter{Doc: doc}
	var open []markedLine // the marks of a conflict so far
	for rest, number := data, 1; len(rest) > 0; number++ {
		line, after := clean.CutLine(rest)
		from := len(data) - len(rest)
		l := markedLine{markOf(line), number, from, from + len(line)}
		rest = after
		switch {
		case l.mark == ours:
			open = []markedLine{l}
		case l.mark == noMark, len(open) == 0, l.mark <= open[len(open)-1].mark:
		case l.mark != end:
			open = append(open, l)
		case open[len(open)-1].mark == theirs:
			blank(both, append(open, l))
			problems.Problem(open[0].number, "a merge conflict left in the file", "talks shows both sides; keep one of them")
			open = nil
		}
	}
	problems.Close()
	return both
}

// blank makes the marks of a conflict blank, and what stands between the base's
// and the next.
func blank(data []byte, marks []markedLine) {
	for i, m := range marks {
		to := m.to
		if m.mark == base {
			to = marks[i+1].from
		}
		for at := m.from; at < to; at++ {
			if data[at] != '\n' && data[at] != '\r' {
				data[at] = ' '
			}
		}
	}
}
