package catalog

// A Document is what one file gave: its talks in the file's order, and the
// problems met on the way. A talk has no ID yet unless the file gives one;
// Builder makes ids unique.
type Document struct {
	File     string // the name it was read under
	Format   string // "seed text", "pentabarf xml", …; empty if it is none that is known
	Encoding string // "utf-8", …
	Name     string // short name of the collection; may be empty
	Talks    []Talk
	Problems []Problem
}
