package catalog

import "sync"

// A Catalog is a set of talks in a fixed order, each with an id of its own.
// It is read-only once made.
type Catalog struct {
	Name        string // the names of its documents, or how many there are
	Attribution string // whose texts these are, one document a line; may be empty
	Talks       []*Talk
	Problems    []Problem // in the order of the documents

	speakersOnce sync.Once
	bySpeaker    map[string][]*Talk // see TalksBy
}

// New gathers documents into one catalog, in the order given. See Builder.
func New(docs ...Document) *Catalog {
	var b Builder
	for _, doc := range docs {
		b.Add(doc)
	}
	return b.Catalog()
}
