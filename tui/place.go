package tui

// A Place is where the user is in a catalog.
type Place struct {
	Query string `json:"query,omitempty"`
	// Order is that of the list, in the words of the screen, and Browsing the one that
	// it had before the query searched for words; empty: nobody chose one.
	Order    string `json:"order,omitempty"`
	Browsing string `json:"browsing,omitempty"`
	Talk     string `json:"talk,omitempty"`    // the ID of the one under the cursor; empty: nobody chose one
	Reading  bool   `json:"reading,omitempty"` // it is open in the reader, …
	Offset   int    `json:"offset,omitempty"`  // … scrolled to this byte of its text
}
