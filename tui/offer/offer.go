// Package offer holds what the box to choose from is open for, one kind a file:
// what it shows, and what follows from choosing one of its items.
package offer

import (
	"talks/catalog"
	"talks/catalog/marks"
	"talks/tui/picker"
)

// An Offer is what the box is open for.
type Offer interface {
	Box() Box
	// Choose is what follows when the item under the cursor is chosen, nil for nothing.
	Choose(Cursor) Choice
	// Typed is what follows from what is typed alone, nil for nothing.
	Typed(Cursor) Choice
}

// A Box is what the picker shows: see picker.Show.
type Box struct {
	Title, Action string
	Ticks         bool
	Empty         string
	Groups        []picker.Group
}

// A Cursor is where the user is in the box.
type Cursor struct {
	Group, Item int
	OnItem      bool   // else there is none that has what is typed
	Typed       string // into the box
	Before      string // letters that came quickly before it, the last of which opened the box
}

// A Choice is what follows from what is chosen, one of the types below or another
// Offer, which the box is open for next.
type Choice any

type (
	// Follow is a link to be opened.
	Follow catalog.Link
	// Read is a talk to be read.
	Read struct{ Talk *catalog.Talk }
	// Mark gives a talk a state.
	Mark struct {
		Talk  *catalog.Talk
		State marks.State
	}
	// Hide hides a group of talks for good, or shows it again if it is hidden.
	Hide marks.Group
	// Ask is a query, instead of the one before.
	Ask string
	// Find is words that were meant for the prompt.
	Find string
	// Close ends the choosing and changes nothing.
	Close struct{}
	// Say is why nothing follows.
	Say string
)
