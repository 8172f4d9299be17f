package search

import "strings"

// A Query is what the reader typed, taken apart. The zero Query asks for
// everything, in catalog order.
type Query struct {
	terms []string // as typed, without blanks
}

// Parse takes a query apart. Every text is a query: there is no error.
func Parse(text string) Query {
	return Query{terms: strings.Fields(text)}
}

// Empty says that the query asks for nothing in particular.
func (q Query) Empty() bool { return len(q.terms) == 0 }

// String gives the query in its canonical notation, which Parse reads back.
func (q Query) String() string { return strings.Join(q.terms, " ") }
