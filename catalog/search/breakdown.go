package search

import (
	"fmt"
	"strings"

	"talks/catalog"
	"talks/catalog/search/index"
	"talks/catalog/search/match"
)

// A Breakdown is the score of a hit, taken apart: see Results.Breakdown.
type Breakdown []Part

// Total returns the score.
func (s Breakdown) Total() float64 {
	total := 0.0
	for _, p := range s {
		total += p.Score
	}
	return total
}

// A Part is what one thing adds to the score of a hit.
type Part struct {
	Kind  PartKind
	Typed string  // the word of the query; of Nearness, the second of the two words
	Score float64 // what it adds; 0 of a Missing word

	// Of a Word: Score is ln(1 + Odds x Weight x Rarity).
	Word   string  // the word of the talk that it was taken for, "" for letters over the title
	Odds   float64 // how surely, from 0 to 1: see match.Odds
	Field  string  // where the talk has it
	Weight float64 // what a word is worth there
	Rarity float64 // how many talks the catalog has for each mention of the word in a title
	Talks  int     // how many talks have Word

	After string  // of Nearness: the first of the two words
	Lost  float64 // of a Missing word: the most that it could have added
}

// A PartKind says what a Part is about.
type PartKind string

// The kinds of parts.
const (
	Word          PartKind = "word"
	Nearness      PartKind = "nearness" // two words stand near each other
	UpperCase     PartKind = "upper case"
	SeveralFields PartKind = "in several fields"
	Missing       PartKind = "missing"    // a word that the talk does not have
	Conditions    PartKind = "conditions" // of a query that has nothing else
)

// fieldNames holds the name of each field in a Part.
var fieldNames = [...]string{
	catalog.Title: "title", catalog.Subtitle: "subtitle", catalog.Speakers: "speakers", catalog.Track: "track", catalog.Room: "room",
	catalog.Abstract: "abstract", catalog.Description: "description", index.HiddenField: "hidden",
}

// Breakdown tells how the score of the hit at place i came about, word by word
// in the order of the query. The total is Score(i). Breakdown searches anew, so
// it is meant for the hits that somebody asks about. Hits so far down that nobody
// looked closer at them have a Score of 0, no nearness and no upper case.
func (r *Results) Breakdown(i int) Breakdown {
	if r.all {
		return nil
	}
	if len(r.terms) == 0 {
		return Breakdown{{Kind: Conditions, Typed: r.Query.String(), Score: r.Score(i)}}
	}
	s := r.engine.scratches.Get().(*scratch)
	defer r.engine.scratches.Put(s)
	s.terms = termsOf(r.Query)
	s.findCandidates()
	s.respell()
	s.weigh()
	s.link()
	defer s.unlink()
	talk := r.at(i).talk
	s.judge(talk)
	parts := s.breakdown(talk)
	if i < r.sorted {
		if share := caseShare(s.terms, s.ix.Talks[talk]); share > 0 {
			parts = append(parts, Part{Kind: UpperCase, Score: trifle * share})
		}
		if share := s.fieldsShare(); share > 0 {
			parts = append(parts, Part{Kind: SeveralFields, Score: trifle * share})
		}
		return parts
	}
	words := parts[:0]
	for _, p := range parts {
		if p.Kind != Nearness {
			words = append(words, p)
		}
	}
	return words
}

// breakdown returns what the words of the query add to the talk judged last.
func (s *scratch) breakdown(talk uint32) Breakdown {
	var parts Breakdown
	before := ""
	for i := range s.terms {
		term, p := &s.terms[i], &s.parts[i]
		switch {
		case term.Stop:
		case p.share > 0:
			parts = append(parts, s.wordPart(term, p, talk))
			if p.nearness > 0 {
				parts = append(parts, Part{Kind: Nearness, Score: p.nearness, Typed: term.typed, After: before})
			}
			before = term.typed
		case !term.isOptional():
			parts = append(parts, Part{Kind: Missing, Typed: term.typed, Lost: term.most, Rarity: term.scale})
		}
	}
	return parts
}

// wordPart returns what a term adds to a talk that has it.
func (s *scratch) wordPart(term *term, p *part, talk uint32) Part {
	if p.field == noteField {
		return s.notePart(term, p)
	}
	out := Part{Kind: Word, Score: p.score, Typed: term.typed, Field: fieldNames[p.field], Rarity: term.scale}
	full := fieldWeights[p.field]
	if p.field == catalog.Title {
		full *= float64(s.weights.titles[talk])
	}
	// The share is odds times weight. Nearest to it is what the place was.
	meant := func(word string, odds float64, talks int) {
		for _, weight := range [...]float64{full, full * partWeight} {
			share := float64(p.share)
			if off := share - odds*weight; off*off < 1e-10 {
				out.Word, out.Odds, out.Weight, out.Talks = word, odds, weight, talks
				return
			}
		}
	}
	if p.word == noWord {
		meant("", float64(p.share)/full, 0)
		return out
	}
	for _, pair := range s.pairs {
		if pair.term == p.term && pair.from <= p.word && p.word < pair.to {
			words := s.ix.Word(pair.left) + " " + s.ix.Word(p.word)
			meant(words, term.splitOdds(), s.countPair(pair))
		}
	}
	for _, c := range s.candidates[term.from:term.to] {
		if c.word == p.word {
			meant(s.ix.Word(c.word), float64(c.odds), len(s.ix.Postings(c.word)))
		}
	}
	return out
}

// countPair returns how many talks have a pair.
func (s *scratch) countPair(p wordPair) int {
	talks, last := 0, -1
	s.eachPair(p, func(talk uint32, _ catalog.Field) bool {
		if int(talk) != last {
			talks, last = talks+1, int(talk)
		}
		return true
	})
	return talks
}

// String says in a few words what the part is: "title, 1 talk".
func (p Part) String() string {
	switch p.Kind {
	case Word:
		return p.found()
	case Nearness:
		return "near " + p.After
	case Missing:
		if p.Rarity == 0 {
			return "in no talk"
		}
		return fmt.Sprintf("missing, up to %.2f", p.Lost)
	}
	return string(p.Kind)
}

// found tells what a word was taken for, how surely, and where.
func (p Part) found() string {
	var said []string
	if p.Word == "" {
		said = append(said, "letters over the title")
	} else if !strings.EqualFold(p.Word, p.Typed) {
		said = append(said, p.Word)
	}
	if p.Odds < match.Exact {
		said = append(said, fmt.Sprintf("odds %.2f", p.Odds))
	}
	if p.Word != "" {
		said = append(said, p.Field, catalog.Count(p.Talks, "talk", "talks"))
	}
	return strings.Join(said, ", ")
}
