// Package search finds talks: a catalog becomes an index, a query becomes hits,
// best first, each with the reason why.
//
// # The way of a query
//
//  1. query.Parse takes it apart: free words, and conditions, which are all that
//     has an operator, quotes, a field word or alternatives (query.Syntax).
//  2. Engine.Search (search.go) runs the steps below in a scratch (scratch.go),
//     which holds the memory of one search.
//  3. Conditions are answered to the letter, and nothing loosens them:
//     conditions.go, set.go, literal.go, phrase.go, facts.go.
//  4. A free word becomes a slot (slots.go), with the words of the catalog that
//     it may stand for and how well (candidates.go, pairs.go, titles.go; package
//     match compares two words).
//  5. Talks are gathered by their slots and ranked (rank.go, weights.go), the
//     best of them looked at word by word (closeness.go), and the best of all
//     checked for being a guess (doubt.go).
//  6. Results.Explain works out for a hit on the screen what matched
//     (highlight.go, span.go), why (explain.go) and the passage that a row shows
//     (passage.go), once.
//  7. Of a dead query advice.go tells what to ask instead; remark.go tells what
//     of a query does not count; facets.go counts what hits can be filtered by.
//
// # What a word may stand for
//
// In order of trust, with the figures in match/quality.go: the word itself; two
// words that are one; an abbreviation such as k8s; one word that is two
// neighbours; another form, American for British too; a word that begins so; all
// consonants without vowels; one slip of the finger; a part of a compound;
// letters left out (found by sahilm/fuzzy over the vocabulary and judged by how
// dense they lie, never by its score); a slip in a half-typed word; two slips.
// While the last word is being typed and nothing else is left, loose letters of
// titles and names.
//
// The gate: if some talk has the word, one that begins so or the two words that
// it is, slips and letters are not tried; else only what is worth 78 % of the
// best is kept. Another form alone shuts no gate: "omnibs" is no plural of a
// catalog's omnibor.
//
// All words are required except stop words and, in a question, its furniture. A
// last word that may still become one of these is optional. If no talk has all:
// words of the catalog are taken for slips too (braking changes), then talks with
// half of the words, then with any, are near misses, and the results are Weak.
// They are also if the best talk is doubtful. Then Missing and Suggestions help.
//
// # The score
//
// A talk's value for a slot is quality times field weight, for a word that
// begins so less if it is common. The score is the mean over the slots and the
// conditions, and what the closer look adds: all words in the title, their share
// of it, neighbours in order, a small window, words in a row. Values are whole
// numbers, so that no order of evaluation shows; equal scores stay in catalog
// order.
//
// # Measured
//
// On 2026-11-23, two cores, judged queries: the right talk is on top of 99.0 % on
// the built-in catalog (204 queries), 99.6 % on FOSDEM 2024-26 (512 queries,
// 2,500 talks) and 98.9 % on hard slips there (94). Of 36 queries without an
// answer all are empty or weak; of right answers 2.7 % are marked weak.
//
// On 2026-11-24, generated catalogs (generate_test.go: Heaps' and Simon's law
// with FOSDEM's figures), queries typed letter by letter (BenchmarkKey): at
// 12,000 talks (13.5 MB) a key takes 0.5 ms on average, at 100,000 (113 MB) 1.9
// ms.
//
// # Kept true
//
// truth_test.go holds the engine against a slow truth that reads every word of
// every talk: it proves which talks match. Tables prove their order.
package search
