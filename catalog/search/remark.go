package search

import "fmt"

// A Remark tells the reader what of a query does not count, or was not
// understood.
type Remark struct {
	What string // a plain sentence, lower case, without a full stop
	Hint string // what is possible instead; "" where that goes without saying
}

// Remarks says what the hits alone do not show: that the query was too long.
func (r *Results) Remarks() []Remark {
	var remarks []Remark
	if r.Query.Cut() {
		remarks = append(remarks, Remark{
			What: "the query is too long: only its first " + r.Query.counts + " count",
			Hint: fmt.Sprintf("a query has at most %d words, %d of them with signs or quotes", maxAtoms, maxLiterals),
		})
	}
	return remarks
}
