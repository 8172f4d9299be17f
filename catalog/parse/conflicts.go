package parse

import (
	"bytes"
	"fmt"
	"hash/maphash"
	"slices"

	"talks/catalog"
	"talks/catalog/parse/clean"
	"talks/catalog/parse/draft"
)

// A conflict is what git and others leave in a file where they could not merge
// two states of it: a mark, the first side, a mark, the second side, a mark,
// each mark a line. What both come from may stand between the sides, after a
// mark of its own.
type conflict struct {
	line          int // of the first mark, counted from 1
	whole         span
	first, second span
}

// A span is a part of a document, from one byte offset to another.
type span struct{ from, to int }

// A mark begins a line of a conflict.
type mark int

// The marks in the order in which they stand.
const (
	noMark mark = iota
	firstMark
	baseMark
	secondMark
	endMark
)

// markOf tells which mark a line is. What parts the sides stands alone; the
// others may be followed by a name.
func markOf(line []byte) mark {
	for i, written := range []string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"} {
		m := firstMark + mark(i)
		name, found := bytes.CutPrefix(line, []byte(written))
		if found && (len(bytes.TrimSpace(name)) == 0 || name[0] == ' ' && m != secondMark) {
			return m
		}
	}
	return noMark
}

// findConflicts finds the conflicts of a document. One has all its marks, in
// their order: "=======" alone underlines a heading.
func findConflicts(data []byte) (found []conflict) {
	if !bytes.Contains(data, []byte("<<<<<<<")) {
		return nil
	}
	var c conflict
	last := noMark // of c
	for rest, number := data, 1; len(rest) > 0; number++ {
		line, after := clean.CutLine(rest)
		from, to := len(data)-len(rest), len(data)-len(after)
		rest = after
		switch m := markOf(line); {
		case m == firstMark:
			c = conflict{line: number, whole: span{from: from}, first: span{from: to}}
			last = m
		case last == noMark || m <= last:
		case m == endMark && last == secondMark:
			c.second.to, c.whole.to = from, to
			found = append(found, c)
			last = noMark
		case m != endMark:
			if last == firstMark {
				c.first.to = from
			}
			c.second.from = to
			last = m
		}
	}
	return found
}

// parseSides parses a document with conflicts as it would be if each were
// solved for one side, then for the other, and gives the talks of both. Read in
// one go, a conflict within a talk would mix the sides in it.
func parseSides(doc *catalog.Document, data []byte, conflicts []conflict) {
	problems := draft.Reporter{Doc: doc}
	for _, c := range conflicts {
		problems.Problem(c.line, "a merge conflict left in the file", "talks shows both sides; keep one of them")
	}
	problems.Close()
	first, second := *doc, *doc
	first.Problems, second.Problems = nil, nil
	parseText(&first, withSide(data, conflicts, func(c conflict) span { return c.first }))
	parseText(&second, withSide(data, conflicts, func(c conflict) span { return c.second }))
	if len(first.Talks) == 0 {
		first, second = second, first
	}
	doc.Name, doc.Format, doc.Talks = first.Name, first.Format, first.Talks
	doc.Problems = append(doc.Problems, first.Problems...)
	if len(second.Talks) > 0 {
		addSide(doc, &second)
	}
}

// addSide adds what a document says with the other side of its conflicts.
func addSide(doc, other *catalog.Document) {
	seed := maphash.MakeSeed()
	known := make(map[uint64]bool)
	for _, t := range doc.Talks {
		known[maphash.String(seed, fmt.Sprint(t))] = true
	}
	for _, t := range other.Talks {
		if !known[maphash.String(seed, fmt.Sprint(t))] {
			doc.Talks = append(doc.Talks, t)
		}
	}
	slices.SortStableFunc(doc.Talks, func(a, b catalog.Talk) int { return a.Source.Line - b.Source.Line })
	for _, p := range other.Problems {
		if !slices.Contains(doc.Problems, p) {
			doc.Problems = append(doc.Problems, p)
		}
	}
}

// withSide gives a document with one side of each conflict. All else of it is
// blank, so that lines stay where they are.
func withSide(data []byte, conflicts []conflict, sideOf func(conflict) span) []byte {
	text := slices.Clone(data)
	for _, c := range conflicts {
		kept := sideOf(c)
		blank(text[c.whole.from:kept.from])
		blank(text[kept.to:c.whole.to])
	}
	return text
}

// blank makes text blank, but for the ends of lines.
func blank(text []byte) {
	for i, c := range text {
		if c != '\n' && c != '\r' {
			text[i] = ' '
		}
	}
}
