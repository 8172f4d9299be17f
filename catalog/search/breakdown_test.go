package search

import (
	"math"
	"slices"
	"strings"
	"testing"

	"talks/catalog"
	"talks/catalog/search/match"
)

// program is a small one whose scores can be told by hand: all its titles have
// the common number of words, so that these have the weight of their field.
func program() []*catalog.Talk {
	talk := func(id, title, text string) *catalog.Talk {
		return &catalog.Talk{ID: id, Title: title + strings.Repeat(" zz", commonTitle-len(strings.Fields(title))), Abstract: text}
	}
	return []*catalog.Talk{
		talk("scapy", "packets by scapy", ""),
		talk("demo", "security demo", ""),
		talk("other", "another demo", "security"),
		talk("sql", "database", ""),
		talk("phrase", "storage", "shared database access"),
		talk("door", "access", ""),
		talk("braking", "braking", ""),
		talk("breaking", "breaking", ""),
		talk("hash", "HashGNN", ""),
		talk("gnns", "learning", "gnns"),
		talk("rail", "trains", "scheduling"),
		{ID: "name", Title: "Buffers", Speakers: []catalog.Person{{Name: "Daniel Vetter"}}},
		talk("plan", "planner", "better scheduling"),
		talk("dye", "dyeing", "color looms"),
		talk("mill", "weaving", "colour looms"),
		talk("twice", "orchid orchid", "orchid"),
		talk("once", "orchid orchid", ""),
	}
}

// What the parts of a score are made of.
var (
	title = fieldWeights[catalog.Title]
	text  = fieldWeights[catalog.Abstract]
	name  = fieldWeights[catalog.Speakers]
)

// has returns a word that a talk has so much of, of all that the talks have.
func has(typed string, share, all float64) Part {
	return Part{Kind: Word, Typed: typed, Score: math.Log1p(share * float64(len(program())) / max(all, leastMass))}
}

// guess is has of a word that the catalog lacks, whose best reading is so sure.
func guess(typed string, share, all, best float64) Part {
	return has(typed, share, all+unknownMass*(1-best))
}

func lacks(typed string) Part { return Part{Kind: Missing, Typed: typed} }

// inARow returns the two words, and what it adds that they stand side by side.
func inARow(a, b Part) Breakdown {
	return Breakdown{a, b, {Kind: Nearness, Typed: b.Typed, Score: nearShare * min(a.Score, b.Score)}}
}

// odds returns how likely it is that what was typed stands for a word.
func odds(typed, word string) float64 {
	t := match.NewTerm(typed, true)
	q := t.Near(word)
	if q == 0 {
		q, _ = t.Far(word, []rune(word))
	}
	return match.Odds(q)
}

// respeltQuality returns the quality of a word that is one slip from another.
func respeltQuality(typed, word string) float64 {
	t := match.NewTerm(typed, false)
	return t.Respelt([]rune(word))
}

func TestScoresAreSums(t *testing.T) {
	type hit struct {
		id  string
		sum Breakdown
	}
	begins := odds("breakin", "breaking")
	slip, slips := odds("breeking", "breaking"), odds("breeking", "braking")
	part := odds("gnns", "gnn") * partWeight
	american := odds("colour", "color")
	respelt := match.Odds(respeltQuality("vetter", "better"))
	for _, c := range []struct {
		rule, query string
		hits        []hit
	}{
		{"the only talk with the rare word is first", "scapy demo", []hit{
			{"scapy", Breakdown{has("scapy", title, title), lacks("demo")}},
			{"demo", Breakdown{lacks("scapy"), has("demo", title, 2*title)}},
			{"other", Breakdown{lacks("scapy"), has("demo", title, 2*title)}},
		}},
		{"a phrase in a text beats one of its words in a title", "database access", []hit{
			{"phrase", inARow(has("database", text, text+title), has("access", text, text+title))},
			{"sql", Breakdown{has("database", title, text+title), lacks("access")}},
			{"door", Breakdown{lacks("database"), has("access", title, text+title)}},
		}},
		{"the word itself in a text beats a part of a word in a title", "gnns", []hit{
			{"gnns", Breakdown{has("gnns", text, text+part*title)}},
			{"hash", Breakdown{has("gnns", part*title, text+part*title)}},
		}},
		{"one slip beats two", "breeking", []hit{
			{"breaking", Breakdown{guess("breeking", slip*title, (slip+slips)*title, slip)}},
			{"braking", Breakdown{guess("breeking", slips*title, (slip+slips)*title, slip)}},
		}},
		{"a beginning beats a slip", "breakin", []hit{
			{"breaking", Breakdown{guess("breakin", begins*title, begins*title, begins)}},
		}},
		{"more words beat fewer", "security demo trains", []hit{
			{"demo", append(inARow(has("security", title, text+title), has("demo", title, 2*title)), lacks("trains"))},
			{"other", Breakdown{has("security", text, text+title), has("demo", title, 2*title), lacks("trains")}},
			{"rail", Breakdown{lacks("security"), lacks("demo"), has("trains", title, title)}},
		}},
		{"a word that the catalog has is no slip of another in a text", "vetter scheduling", []hit{
			{"name", Breakdown{has("vetter", name, name+respelt*text), lacks("scheduling")}},
			{"rail", Breakdown{lacks("vetter"), has("scheduling", text, 2*text)}},
			{"plan", Breakdown{lacks("vetter"), has("scheduling", text, 2*text)}},
		}},
		{"American spelling is nearly the word", "colour looms", []hit{
			{"mill", inARow(has("colour", text, (1+american)*text), has("looms", text, 2*text))},
			{"dye", inARow(has("colour", american*text, (1+american)*text), has("looms", text, 2*text))},
		}},
		{"a trifle for what title and text say", "orchid", []hit{
			{"twice", Breakdown{has("orchid", title, 2*title), {Kind: SeveralFields, Score: trifle}}},
			{"once", Breakdown{has("orchid", title, 2*title)}},
		}},
		{"upper case is a trifle", "HashGNN", []hit{
			{"hash", Breakdown{has("HashGNN", title, title), {Kind: UpperCase, Score: trifle}}},
		}},
	} {
		r := find(t, build(program()), c.query)
		var want []string
		for _, h := range c.hits {
			want = append(want, h.id)
		}
		if got := strings.ReplaceAll(ids(r), "~", ""); got != strings.Join(want, " ") {
			t.Errorf("%s: %q finds %q, want %q", c.rule, c.query, got, want)
			continue
		}
		for i, h := range c.hits {
			if got := r.Breakdown(i); !slices.EqualFunc(got, h.sum, isSamePart) {
				t.Errorf("%s: %q scores %s\n%v, want\n%v", c.rule, c.query, h.id, got, h.sum)
			}
		}
	}
}

func isSamePart(a, b Part) bool {
	return a.Kind == b.Kind && a.Typed == b.Typed && math.Abs(a.Score-b.Score) < 1e-4
}

// The parts of each score add up to it, and a word's part to what it is made of.
// A hit is a near miss if, and only if, it lacks a word that can be named.
func TestSumsAddUp(t *testing.T) {
	talks := generate(600)
	e := build(talks)
	queries := append(typed(talks, 60), "track:go", "'a b", "the of")
	for i, q := range queries {
		r := find(t, e, q)
		for hit := range min(r.Len(), 30) {
			if hit > 2 && i%7 > 0 {
				break
			}
			if lacks := r.Explain(hit).Lacks; r.IsNear(hit) != (len(lacks) > 0) {
				t.Fatalf("%q: hit %d is near: %v, lacks %q", q, hit, r.IsNear(hit), lacks)
			}
			sum := r.Breakdown(hit)
			for _, p := range sum {
				if made := math.Log1p(p.Odds * p.Weight * p.Rarity); p.Kind == Word && math.Abs(made-p.Score) > 1e-3 {
					t.Fatalf("%q: %s is not made of %+v", q, p.Typed, p)
				}
			}
			if got := sum.Total(); hit < r.sorted && math.Abs(got-r.Score(hit)) > 1e-4 {
				t.Fatalf("%q: the sum of hit %d is %v, its score %v:\n%v", q, hit, got, r.Score(hit), sum)
			}
		}
	}
}
