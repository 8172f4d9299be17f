package main

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"talks/catalog/parse/clean"
	"talks/catalog/search"
)

// A breakdown is how the score of a hit came about.
type breakdown []partJSON

// String is a breakdown for people, a part a line.
func (parts breakdown) String() string {
	var b strings.Builder
	width, total := 0, 0.0
	for _, p := range parts {
		width = max(width, ansi.StringWidth(clean.Line(p.Typed)))
	}
	for _, p := range parts {
		total += p.Score
		score := fmt.Sprintf("%8.2f", p.Score)
		if p.Kind == search.Missing {
			score = fmt.Sprintf("%8s", "-")
		}
		typed := clean.Line(p.Typed)
		fmt.Fprintf(&b, "%s  %s%s  %s\n", score, typed, strings.Repeat(" ", width-ansi.StringWidth(typed)), clean.Line(search.Part(p).String()))
	}
	fmt.Fprintf(&b, "%8.2f  in all\n", total)
	return b.String()
}

// A partJSON is a part of a score. Those that do not apply to its kind are
// absent.
type partJSON struct {
	Kind   search.PartKind `json:"kind"`
	Typed  string          `json:"typed,omitempty"`
	Score  float64         `json:"score"`
	Word   string          `json:"word,omitempty"`
	Odds   float64         `json:"odds,omitempty"`
	Field  string          `json:"field,omitempty"`
	Weight float64         `json:"weight,omitempty"`
	Rarity float64         `json:"rarity,omitempty"`
	Talks  int             `json:"talks,omitempty"`
	After  string          `json:"after,omitempty"`
	Lost   float64         `json:"lost,omitempty"`
}

func newBreakdown(parts search.Breakdown) breakdown {
	out := make(breakdown, len(parts))
	for i, p := range parts {
		out[i] = partJSON(p)
	}
	return out
}
