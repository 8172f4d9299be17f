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
//     conditions.go, set.go, literalsearch.go (package literal finds all literals
//     of a query in one walk over a text), phrase.go, and package facts for what
//     stands in no text (days, times, marks). An exclusion takes away what is
//     found without the exclamation mark: !title:llm a title with large language
//     model too, which title:llm finds, and !llm just the letters.
//  4. A free word becomes a term (terms.go), with the words of the catalog that
//     it may stand for and how well (candidates.go, wordpairs.go,
//     titleletters.go; package match compares two words), and the words of the
//     user's notes (notes.go), which are a field of few talks that changes.
//  5. What the terms tell of a talk is summed up and ranked (weights.go,
//     rank.go), the best talks are looked at word by word (closeness.go), and the
//     best of all is checked for being a guess (weakmatch.go). breakdown.go
//     writes a score out, part by part.
//  6. Results.Explain works out for a hit on the screen what matched
//     (highlight.go, span.go), why and what is missing (explain.go), and the
//     passage that a row shows (package passage), once.
//  7. Of a dead query suggestion.go tells what to ask instead; remark.go tells
//     what of a query does not count; filter.go, with package facts, offers what
//     hits can be filtered by.
//
// # What a word may stand for
//
// In order of trust, with the figures in match/quality.go: the word itself; two
// words that are one; an abbreviation such as k8s; one word that is two
// neighbours; a word that begins so; all consonants without vowels; another form,
// American for British too, and a short form that the catalog's texts explain
// (package abbrev); one slip of the finger, or the same sound; a part of a compound;
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
// A talk matches if it has any of the words, except stop words and, in a
// question, filler words; a last word that may still become one of these is
// optional. A talk that lacks a word is a near miss: no more than ten come first,
// and behind these only talks that have all words. A word that a talk has only
// as a slip of one that the catalog has too (braking for breaking) counts as
// missing. If no talk has all words, or the best is weak, the results are
// Weak. Then Missing and Suggestions help.
//
// # The score
//
// A score is the sum of what the words of the query tell about a talk
// (weights.go). A word tells ln(1 + a*N/m): a is what the talk has of it, how
// likely the word that stands there is meant times the weight of its best field;
// m is the same summed over all N talks. So what is rare and exact wins: the one
// talk that has a word comes first whatever stands beside it, a word that is
// missing costs what it would have told, and any other reading of a word that
// the catalog has exactly is a tenth as likely. A slip of such a word counts in
// titles and names alone, and beside a guess stands what it may mean that the
// catalog lacks (unknownMass). Two words side by side add 1.5 times what the
// lesser tells, less with each word between them (closeness.go). A trifle is added
// for upper case as typed and for words that several fields have; equal scores
// stay in catalog order.
//
// # Measured
//
// On 2026-11-24, two cores, share of queries whose right talk is on top. Judged
// queries that the score was tuned to: 99.0 % on the built-in catalog (204), 99.0
// % on FOSDEM 2024-26 (512 queries, 2,500 talks), 97.9 % on hard slips there (94),
// 98.3 % with one wrong word (750). Queries of the last kind over files that had
// no part in it (C3 2010, Camp 2011 and 2019, FOSDEM 2012 and 2021; 750 each):
// 95.9 to 98.8 %, where the score before it had 67.6 to 89.1 %; 73 queries typed
// by hand over such files: 87.7 %, before 93.2 %. Two to four right words and a
// rare wrong one (1,200 by rule, other files): 96.7 %, before 89.1 %. All of 36
// queries without an answer are empty or weak.
//
// Generated catalogs (generate_test.go: Heaps' and Simon's law with FOSDEM's
// figures), queries typed letter by letter (BenchmarkKey), on 2026-11-25: at 12,000
// talks (13.5 MB) a key takes 0.45 to 0.5 ms on average, and one in a hundred 2.3
// to 3 ms or more; at 100,000 (113 MB) 1.8 to 1.9 ms, and one in a hundred 10 to 11
// ms or more (2.3 ms where others use the machine, too). Of what takes longest
// (longest_test.go), six literals that no word narrows, !a' to !f', take 35 to 40
// ms of CPU at 12,000: all texts are read, each byte once. With 50,000 notes a key
// takes 0.5 ms more.
//
// # Kept true
//
// truth_test.go holds the engine against a slow truth that reads every word of
// every talk: it proves which talks match. Tables prove their order.
package search
