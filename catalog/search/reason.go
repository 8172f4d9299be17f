package search

import "talks/catalog"

// A Reason is where a row finds why it was found.
type Reason uint8

// The places of a reason.
const (
	InTitle Reason = iota // which has every matched word, or there is none
	InNames               // speakers, track and room have more of the others than the body
	InBody                // Abstract and Description have the others
)

// Reason tells where the hit at place i has the matched words that its title
// lacks.
func (r *Results) Reason(i int) Reason {
	if r.all {
		return InTitle
	}
	var inTitle, inNames, inBody [condition + 1]bool
	for _, l := range r.lights(i) {
		switch l.Field {
		case catalog.Title:
			inTitle[l.slot] = true
		case catalog.Speakers, catalog.Track, catalog.Room:
			inNames[l.slot] = true
		case catalog.Abstract, catalog.Description:
			inBody[l.slot] = true
		}
	}
	names, body, both := 0, 0, 0
	for slot, titled := range inTitle {
		switch {
		case titled:
		case inNames[slot] && inBody[slot]:
			both++
		case inNames[slot]:
			names++
		case inBody[slot]:
			body++
		}
	}
	switch {
	case names > body:
		return InNames
	case body+both > 0:
		return InBody
	}
	return InTitle
}
