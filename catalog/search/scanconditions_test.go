package search

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"talks/catalog"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// conditions is by talk what the conditions of a query are worth in it, found
// by reading its words and texts: the mean, and 0 where one does not hold. A
// query without any is worth the same everywhere; some says that it has some.
func (sc *scan) conditions(q query.Query) (base []int32, some bool) {
	base = make([]int32, len(sc.talks))
	for talk := range base {
		count, sum := int32(0), int32(0)
		for _, g := range q.Groups {
			asked := slices.DeleteFunc(slices.Clone(g.Atoms), func(a query.Atom) bool { return a.IsHalfTyped() && !sc.holdsAnywhere(a) })
			if g.IsFree() || len(asked) == 0 {
				continue
			}
			best := int32(0)
			for _, a := range asked {
				best = max(best, sc.worth(a, talk))
			}
			if count++; best == 0 {
				sum = 0
				break
			}
			sum += best
		}
		if base[talk] = 1; count > 0 {
			base[talk], some = sum/count, true
		}
	}
	return base, some
}

func (sc *scan) holdsAnywhere(a query.Atom) bool {
	a.Not = false
	for talk := range sc.talks {
		if sc.worth(a, talk) > 0 {
			return true
		}
	}
	return false
}

// worth is what an atom is worth in a talk, 0 where it does not hold.
func (sc *scan) worth(a query.Atom, talk int) int32 {
	if a.Not {
		a.Not = false
		never := a.Kind == query.Word && !query.IsFact(a.Key) // no slip excludes a talk
		if sc.worthOf(a, talk, never) > 0 {
			return 0
		}
		return factValue
	}
	return sc.worthOf(a, talk, false)
}

// worthOf is worth for an atom without a not; strict leaves out the slips.
func (sc *scan) worthOf(a query.Atom, talk int, strict bool) int32 {
	fields := a.Fields()
	switch {
	case query.IsFact(a.Key):
		if newFactTest(a, sc.talks).holds(sc.talks[talk]) {
			return factValue
		}
		return 0
	case a.Kind == query.Word:
		return sc.wordsWorth(a, talk, fields, strict)
	case a.Kind == query.Phrase:
		whole := func(i int) bool {
			return sc.phraseFields(a, i, fields) != 0 && isWhole(sc.talks[i], a.Key, words.Fold(a.Text))
		}
		for i := range sc.talks {
			if a.WantsWhole() && whole(i) && !whole(talk) {
				return 0
			}
		}
		return exactly(sc.phraseFields(a, talk, fields))
	}
	return exactly(newLiteral(a.Kind, a.Text).fields(sc.talks[talk], fields))
}

func exactly(fields uint32) int32 {
	if fields == 0 {
		return 0
	}
	return value(qualityExact, fields|wholeBit)
}

// wordsWorth is the sum of what the words of an atom are worth.
func (sc *scan) wordsWorth(a query.Atom, talk int, fields uint32, strict bool) int32 {
	sum := int32(0)
	for _, t := range atomTerms(a, fields) {
		best := int32(0)
		for _, m := range sc.accepted(t, a, strict) {
			if where := sc.where(talk, m.text); where&fields != 0 {
				best = max(best, value(float64(m.quality), where&(fields|wholeBit)))
			}
		}
		if best == 0 {
			return 0
		}
		sum += best
	}
	return sum
}

// accepted are the words that a word of a condition stands for: near ones, else
// the best of the far ones.
func (sc *scan) accepted(t term, a query.Atom, strict bool) []scanMatch {
	key := fmt.Sprint(t.word, t.typing, t.fields, a.Key, strict)
	words, known := sc.taken[key]
	if !known {
		words = sc.accept(t, a, strict)
		sc.taken[key] = words
	}
	return words
}

func (sc *scan) accept(t term, a query.Atom, strict bool) []scanMatch {
	var here []string // the words that stand in the fields
	for _, w := range sc.words {
		for talk := range sc.talks {
			if where := sc.where(talk, w); where&t.fields != 0 {
				here = append(here, w)
				t.exists = t.exists || w == t.word && where&wholeBit != 0
			}
		}
	}
	here = slices.Compact(here)
	var found []scanMatch
	add := func(w string, q float64) {
		found = append(found, scanMatch{match{quality: float32(q)}, w})
	}
	for _, w := range here {
		if q := t.near(w); q > 0 && (!t.exists || a.Key == "" || q >= qualityInflected) {
			add(w, sc.lessCommon(q, w))
		}
	}
	if len(found) > 0 || strict || len(t.runes) < 3 {
		return found
	}
	best := 0.0
	for _, w := range here {
		if words.Stop.Has(w) {
			continue
		}
		q, _ := letters(t.runes, []rune(w), t.typing)
		if len(t.runes) >= 4 {
			far, _ := t.far(w, []rune(w))
			q = max(q, far)
		}
		if best = max(best, q); q > 0 {
			add(w, q)
		}
	}
	return slices.DeleteFunc(found, func(m scanMatch) bool { return float64(m.quality) < best*gateShare })
}

// phraseFields are the fields in which the words stand in a row, written as
// typed where the phrase has an upper-case letter.
func (sc *scan) phraseFields(a query.Atom, talk int, fields uint32) (found uint32) {
	var words []string
	for _, t := range atomTerms(a, fields) {
		words = append(words, t.word)
	}
	if len(words) == 0 {
		return newLiteral(query.Exact, a.Text).fields(sc.talks[talk], fields)
	}
	for f := range facts + 1 {
		if fields>>f&1 == 0 || strings.ContainsFunc(a.Text, unicode.IsUpper) &&
			newLiteral(query.Exact, a.Text).fields(sc.talks[talk], 1<<f) == 0 {
			continue
		}
		var row []string
		for _, w := range sc.rows[talk] {
			if w.field == f && !w.part {
				row = append(row, w.word)
			}
		}
		for at := range len(row) - len(words) + 1 {
			got := slices.Clone(row[at : at+len(words)])
			last := len(words) - 1
			if a.Open && strings.HasPrefix(got[last], words[last]) {
				got[last] = words[last]
			}
			if slices.Equal(got, words) {
				found |= 1 << f
			}
		}
	}
	return found
}

// conditions are queries made of a word and the one behind it, of every kind of
// sign.
func conditions(a, b string) []string {
	return []string{
		fmt.Sprintf(`"%s %s"`, a, b), fmt.Sprintf(`"%s %s`, a, b[:1]), fmt.Sprintf(`!"%s %s"`, a, b),
		fmt.Sprintf(`title:%s`, a), fmt.Sprintf(`abstract:%s`, b), fmt.Sprintf(`speaker:%s`, a), fmt.Sprintf(`!title:%s`, a),
		fmt.Sprintf(`title:"%s %s"`, a, b), fmt.Sprintf(`abstract:"%s %s`, a, b),
		fmt.Sprintf(`%s | %s`, a, b), fmt.Sprintf(`%s | title:%s | '%s`, a[:1], b, a), fmt.Sprintf(`"%s %s" | !%s`, a, b, a),
		fmt.Sprintf(`'%s !%s`, a, b), fmt.Sprintf(`^%s | %s$`, a, b), fmt.Sprintf(`!'%s`, a), fmt.Sprintf(`'%s' title:%s-%s`, a, a, b),
		fmt.Sprintf(`day:m | title:%s`, a), fmt.Sprintf(`!day:20 lang:e %s`, fmt.Sprintf(`"%s"`, b)),
		fmt.Sprintf(`is:slides | track:%s`, a), fmt.Sprintf(`!has:abstract %s | %s`, a, b),
		fmt.Sprintf(`title:%s %s`, a, b), fmt.Sprintf(`!%s %s`, a, b), fmt.Sprintf(`%s '%s`, b, a), fmt.Sprintf(`"%s %s" the %s of %s`, a, b, b, a),
		fmt.Sprintf(`%s %s | title:%s`, a, b, b), fmt.Sprintf(`abstract:%s %s %s zzz`, a, b, a),
	}
}

func TestConditionsAreTrueOnWords(t *testing.T) {
	talks := generate(60)
	ix, sc := Build(talks), newScan(talks)
	random := rand.New(rand.NewPCG(5, 5))
	for i := range 30 {
		words := strings.Fields(talks[random.IntN(len(talks))].Title)
		at := random.IntN(len(words) - 1)
		a, b := words[at], words[at+1]
		switch i % 3 {
		case 1:
			b = b[:1+len(b)/2]
		case 2:
			a = slip(random, a)
		}
		for _, text := range conditions(a, b) {
			agrees(t, ix, sc, text)
		}
	}
}

func FuzzConditions(f *testing.F) {
	for _, text := range conditions("kube", "cost") {
		f.Add(text, "Kube costs, kube cost", "KubeEdge: cost of a cube", "the cost")
	}
	f.Add(`title:clusters | "下载 PPT"`, "Cluster", "clusters 下载 PPT", "clustering")
	f.Add("!\u07f0", "0", "0", "0") // an accent without a letter
	f.Add(`"Go go" | speaker:a-b`, "Go go go", "go Go", "a b ab")
	f.Fuzz(func(t *testing.T, query, a, b, c string) {
		if len(query)+len(a)+len(b)+len(c) > 200 {
			return
		}
		valid := func(s string) string { return strings.ToValidUTF8(s, "?") }
		talks := []*catalog.Talk{
			{Title: valid(a), Abstract: valid(b), Slot: catalog.Slot{Track: valid(c)}},
			{Title: valid(b), Abstract: valid(c), Slides: true},
			{Title: valid(c), Speakers: []catalog.Person{{Name: valid(a)}}},
		}
		agrees(t, Build(talks), newScan(talks), query)
	})
}
