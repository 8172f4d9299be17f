// Package query is what the user typed, as a tree: a Query is groups, of which
// a talk must satisfy all; a Group is atoms, of which it must satisfy one.
// Parse reads a query, String writes it in its canonical notation, and And,
// Clause and the methods of Query that return another Query edit it.
package query

import "strings"

// A Query is what the user typed, taken apart. The zero Query asks for
// everything, in catalog order.
type Query struct {
	Groups []Group

	// Unknown holds atoms with is:, has: or time: and a value that no talk can have.
	// They are no part of Groups.
	Unknown []Atom

	// Counts says how much of a query counts that is longer than the limits:
	// "16 words". It is empty for all others.
	Counts string

	// ManyOperators reports whether the query is too long because too many of
	// its words have operators or quotes.
	ManyOperators bool
}

// Empty reports whether the query asks for nothing in particular.
func (q Query) Empty() bool { return len(q.Groups) == 0 }

// Narrows reports whether the query selects talks without ranking them: it
// asks for a speaker, a room, a day and so on, or excludes something, and asks
// for no words of a text.
func (q Query) Narrows() bool {
	for _, g := range q.Groups {
		for _, a := range g.Atoms {
			if !a.Not && (a.Key == "" || a.Key == "title" || a.Key == "abstract") {
				return false
			}
		}
	}
	return true
}

// String returns the query in its canonical notation, which Parse reads back.
func (q Query) String() string { return strings.Join(q.Clauses(), " ") }

// Clauses returns the parts of the query that a talk must have all of, each in
// the canonical notation: kube, "private key", go | rust.
func (q Query) Clauses() []string {
	clauses := make([]string, len(q.Groups))
	for i, g := range q.Groups {
		clauses[i] = g.String()
	}
	return clauses
}

// A Group is one or more atoms of which a talk must satisfy one.
type Group struct{ Atoms []Atom }

// IsFree reports whether the group is a word, or several, without an operator
// or a field word. Only such words may match by a slip.
func (g Group) IsFree() bool {
	return len(g.Atoms) == 1 && g.Atoms[0].Kind == Word && !g.Atoms[0].Not && g.Atoms[0].Key == ""
}

// String returns the group as it would be typed.
func (g Group) String() string {
	atoms := make([]string, len(g.Atoms))
	for i, a := range g.Atoms {
		atoms[i] = a.String()
	}
	return strings.Join(atoms, " | ")
}
