package search

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"talks/catalog"
)

// satisfies says whether a talk satisfies every condition of a query, by
// reading its words and texts.
func (sc *scan) satisfies(q Query, talk int) bool {
	for _, g := range q.groups {
		holds := g.isFree()
		for _, a := range g.atoms {
			holds = holds || sc.holds(a, talk) != a.not
		}
		if !holds {
			return false
		}
	}
	return true
}

func (sc *scan) holds(a atom, talk int) bool {
	fields := uint32(fieldsMask)
	if a.key != "" {
		fields = textKeys[a.key]
	}
	switch {
	case isFactKey(a.key):
		return newFactTest(a, sc.talks).holds(sc.talks[talk])
	case a.kind == kindWord:
		terms := atomTerms(a, fields)
		for _, t := range terms {
			accepted := sc.accepted(t, a)
			if !slices.ContainsFunc(accepted, func(w string) bool { return sc.where(talk, w)&fields != 0 }) {
				return false
			}
		}
		return len(terms) > 0
	case a.kind == kindPhrase:
		whole := func(i int) bool { return sc.hasPhrase(a, i, fields) && isWhole(sc.talks[i], a.key, folded(a.text)) }
		for i := range sc.talks {
			if a.meansWhole() && whole(i) {
				return whole(talk)
			}
		}
		return sc.hasPhrase(a, talk, fields)
	}
	return newLiteral(a.kind, a.text).fields(sc.talks[talk], fields) != 0
}

// accepted are the words that a word of a condition stands for: near ones, else
// the best of the far ones.
func (sc *scan) accepted(t term, a atom) []string {
	key := fmt.Sprint(t.word, t.typing, t.fields, a.key, a.not)
	words, known := sc.taken[key]
	if !known {
		words = sc.accept(t, a)
		sc.taken[key] = words
	}
	return words
}

func (sc *scan) accept(t term, a atom) []string {
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
	var near []string
	for _, w := range here {
		if q := t.near(w); q > 0 && (!t.exists || a.key == "" || q >= qualityInflected) {
			near = append(near, w)
		}
	}
	if len(near) > 0 || a.not || len(t.runes) < 3 {
		return near
	}
	quality := make(map[string]float64)
	best := 0.0
	for _, w := range here {
		if stopWords.has(w) {
			continue
		}
		q, _ := letters(t.runes, []rune(w), t.typing)
		if len(t.runes) >= 4 {
			far, _ := t.far(w, []rune(w))
			q = max(q, far)
		}
		quality[w] = q
		best = max(best, q)
	}
	return slices.DeleteFunc(here, func(w string) bool { return quality[w] == 0 || quality[w] < best*gateShare })
}

// hasPhrase says that the words stand in a row in one of the fields, written
// as typed where the phrase has an upper-case letter.
func (sc *scan) hasPhrase(a atom, talk int, fields uint32) bool {
	var words []string
	for _, t := range atomTerms(a, fields) {
		words = append(words, t.word)
	}
	exact := atom{kind: kindExact, key: a.key, text: a.text}
	if len(words) == 0 {
		return sc.holds(exact, talk)
	}
	for f := range facts + 1 {
		if fields>>f&1 == 0 || strings.ContainsFunc(a.text, unicode.IsUpper) &&
			newLiteral(kindExact, a.text).fields(sc.talks[talk], 1<<f) == 0 {
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
			if a.open && strings.HasPrefix(got[last], words[last]) {
				got[last] = words[last]
			}
			if slices.Equal(got, words) {
				return true
			}
		}
	}
	return false
}

// agreesOnConditions fails when the index and the slow truth differ on which
// talks a query of conditions finds.
func agreesOnConditions(t *testing.T, ix *Index, sc *scan, text string) {
	t.Helper()
	q := Parse(text)
	if len(freeWords(q)) > 0 {
		return
	}
	var want, got []int
	for talk := range sc.talks {
		if sc.satisfies(q, talk) {
			want = append(want, talk)
		}
	}
	r, err := ix.Search(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	for i := range r.Len() {
		got = append(got, r.Place(i))
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Fatalf("%q over %q:\nindex %v\ntruth %v", text, titles(sc.talks), got, want)
	}
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
		fmt.Sprintf(`is:slides | track:%s`, a), fmt.Sprintf(`!has:abstract %s | %s`, a, b),
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
			agreesOnConditions(t, ix, sc, text)
		}
	}
}

func FuzzConditions(f *testing.F) {
	for _, text := range conditions("kube", "cost") {
		f.Add(text, "Kube costs, kube cost", "KubeEdge: cost of a cube", "the cost")
	}
	f.Add(`title:clusters | "下载 PPT"`, "Cluster", "clusters 下载 PPT", "clustering")
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
		agreesOnConditions(t, Build(talks), newScan(talks), query)
	})
}
