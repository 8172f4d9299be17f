// Package order puts the talks of the list into an order, under headings, and
// finds the place of a time among them.
package order

import (
	"talks/catalog"
)

// By is what talks are sorted by.
type By uint8

// The orders. Default stands for the one that nobody had to choose.
const (
	Default By = iota
	Time
	Title
	Track
	Room
	Conference
	Relevance
	orders
)

func (by By) String() string {
	return [...]string{"default", "time", "title", "track", "room", "conference", "relevance"}[by]
}

// Next is the order some steps after this one, or before it, around the ends.
func (by By) Next(steps int) By {
	return 1 + (by-1+By(steps+int(orders)-1))%(orders-1)
}

// Group is the name of the group of talks that a talk stands in, "" where an order
// has no such names or the talk is in none.
func (by By) Group(t *catalog.Talk) string {
	switch by {
	case Track:
		return t.Slot.Track
	case Room:
		return t.Slot.Room
	case Conference:
		return t.Origin().String()
	}
	return ""
}

// Talks are those to be sorted; search.Results are some.
type Talks interface {
	Len() int
	Talk(i int) *catalog.Talk
}

// Whole is all talks of a catalog, in the order that they have there.
type Whole []*catalog.Talk

// Len is the number of talks.
func (w Whole) Len() int { return len(w) }

// Talk is the one at index i.
func (w Whole) Talk(i int) *catalog.Talk { return w[i] }

// Name is what Named finds an order by, "" for Default.
func (by By) Name() string {
	if by == Default {
		return ""
	}
	return by.String()
}

// Named is the order of a name, Default if none has it.
func Named(name string) By {
	for by := Default; by < orders; by++ {
		if by.Name() == name {
			return by
		}
	}
	return Default
}
