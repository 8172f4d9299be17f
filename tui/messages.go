package tui

import (
	"talks/catalog"
	"talks/catalog/search"
	"talks/tui/detail"
)

// Loaded tells the model that there is more to browse: a catalog that takes
// the place of the one before it. Progress says in a few words what is still
// to come; it is empty when everything is there.
type Loaded struct {
	Catalog  *catalog.Catalog
	Progress string
}

// drawn says that the first frame has had its time.
type drawn struct{}

// indexed brings an index of the catalog with the given stamp.
type indexed struct {
	stamp    int
	index    *search.Index
	complete bool
}

// found brings the results of the search with the given stamp, and what is to
// be said about the query.
type found struct {
	stamp   int
	results *search.Results
	remarks []search.Remark
}

// advised brings what to ask instead of the query with the given stamp.
type advised struct {
	stamp  int
	advice []search.Suggestion
}

// counted brings the facets of the count with the given stamp.
type counted struct {
	stamp  int
	facets []search.Facet
}

// opened says what became of a link that was to be opened.
type opened struct {
	url string
	err error
}

// rewrapped brings the lines of a long text.
type rewrapped struct{ result detail.Result }
