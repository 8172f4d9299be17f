// Package facts tells what is known of talks besides their texts: when they are
// given, in which language, how the user has marked them. It answers conditions
// such as is:slides (query.IsFact), says what could be asked instead, and counts
// the values to filter by.
package facts

import (
	"time"

	"talks/catalog"
)

// Facts are those of the talks of a catalog. They are safe for many readers once
// Clock and Marks are set.
type Facts struct {
	Clock Clock
	Marks func() Marks // gives the marks as they are now, or nil; may be nil itself

	catalog *catalog.Catalog
}

// Of returns the facts of a catalog.
func Of(c *catalog.Catalog) *Facts { return &Facts{catalog: c} }

func (x *Facts) now() time.Time {
	if x.Clock.Now == nil {
		return time.Time{}
	}
	return x.Clock.Now(x.catalog.Talks)
}
