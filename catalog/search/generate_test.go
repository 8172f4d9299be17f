package search

import (
	"math"
	"math/rand/v2"
	"strings"

	"talks/catalog"
)

// generate makes up a catalog of any size, always the same for the same size.
// The words are made of syllables. Their number grows as that of FOSDEM
// 2012-2026 does (Heaps' law: a word in so many tokens is new), their
// frequencies follow from drawing words that were drawn before (Simon's
// model, which gives Zipf's law); titles and abstracts are as long as there.
func generate(talks int) []*catalog.Talk {
	g := &generator{random: rand.New(rand.NewPCG(20261123, 1))}
	list := make([]*catalog.Talk, talks)
	for i := range list {
		t := &catalog.Talk{
			Title:    g.text(4 + g.random.IntN(7)),
			Abstract: g.text(40+g.random.IntN(130)) + ".",
			Speakers: []catalog.Person{{Name: g.name()}},
		}
		if i%4 == 0 {
			t.Speakers = append(t.Speakers, catalog.Person{Name: g.name()})
		}
		t.Slot.Track = g.tracks()
		list[i] = t
	}
	return list
}

type generator struct {
	random *rand.Rand
	drawn  []uint32 // every token so far
	words  []string
	seen   map[string]bool
	names  []string
}

// Heaps' law for the FOSDEM corpus: words = scale x tokens^growth.
const (
	heapsScale  = 19.0
	heapsGrowth = 0.58
)

func (g *generator) word() string {
	n := float64(len(g.drawn) + 1)
	fresh := heapsScale * heapsGrowth * math.Pow(n, heapsGrowth-1)
	if len(g.words) < 50 || g.random.Float64() < fresh {
		g.words = append(g.words, g.fresh())
		g.drawn = append(g.drawn, uint32(len(g.words)-1))
		return g.words[len(g.words)-1]
	}
	w := g.drawn[g.random.IntN(len(g.drawn))]
	g.drawn = append(g.drawn, w)
	return g.words[w]
}

// fresh makes a word that was not there yet.
func (g *generator) fresh() string {
	if g.seen == nil {
		g.seen = make(map[string]bool)
	}
	for {
		w := g.syllables(1 + min(g.random.IntN(5), g.random.IntN(5)))
		if !g.seen[w] {
			g.seen[w] = true
			return w
		}
	}
}

func (g *generator) syllables(n int) string {
	const onsets = "b c d f g h k l m n p r s t v w st tr pr sc br ch"
	const vowels = "a e i o u e a i ea io"
	const codas = "  n r s t l m ng rd x"
	var b strings.Builder
	for range n {
		b.WriteString(pick(g.random, strings.Split(onsets, " ")))
		b.WriteString(pick(g.random, strings.Split(vowels, " ")))
		b.WriteString(pick(g.random, strings.Split(codas, " ")))
	}
	return b.String()
}

func pick(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }

func (g *generator) text(words int) string {
	var b strings.Builder
	for i := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(g.word())
	}
	return b.String()
}

func (g *generator) name() string {
	if len(g.names) < 40 || g.random.IntN(3) == 0 {
		g.names = append(g.names, strings.ToUpper(g.syllables(1))+" "+g.syllables(3))
	}
	return pick(g.random, g.names)
}

func (g *generator) tracks() string {
	return "track " + pick(g.random, []string{"go", "rust", "main", "legal", "kernel", "web"})
}

// typed are queries as they come key by key, made of the catalog's own words:
// a word, two words, a slip, letters left out, initials.
func typed(talks []*catalog.Talk, queries int) []string {
	random := rand.New(rand.NewPCG(7, 7))
	var keys []string
	for i := range queries {
		t := talks[random.IntN(len(talks))]
		words := strings.Fields(t.Title)
		body := strings.Fields(t.Abstract)
		q := pick(random, words)
		switch i % 6 {
		case 1:
			q += " " + pick(random, words)
		case 2:
			q += " " + strings.TrimSuffix(pick(random, body), ".")
		case 3:
			if n := len(q); n > 4 {
				q = q[:n/2] + q[n/2+1:]
			}
		case 4:
			q = strings.TrimSuffix(pick(random, body), ".")
		case 5:
			q = t.Speakers[0].Name
		}
		for n := 1; n <= len(q); n++ {
			keys = append(keys, q[:n])
		}
	}
	return keys
}
