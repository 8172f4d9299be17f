// Package search finds talks: a catalog becomes an index, a query becomes
// hits, best first.
//
// This is its first form. A term is looked for in titles by
// github.com/sahilm/fuzzy (letters in order) and in the other fields as a
// word or the start of one; every term must be found somewhere. A whole word
// is worth more than a start, a title more than a text, and ties stay in
// catalog order.
package search
