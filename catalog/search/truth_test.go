package search

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"talks/catalog"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// agrees fails when the index and the slow truth differ on a query.
func agrees(t *testing.T, ix *Index, sc *scan, text string) {
	t.Helper()
	q := query.Parse(text)
	want, weak := sc.search(q)
	got, err := ix.Search(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	var order []int
	for i := range got.Len() {
		order = append(order, got.Place(i))
	}
	if !slices.Equal(order, want) || got.Weak != weak {
		t.Fatalf("%q over %q:\nindex %v weak %v\ntruth %v weak %v", text, titles(sc.talks), order, got.Weak, want, weak)
	}
}

func titles(talks []*catalog.Talk) string {
	var list []string
	for _, t := range talks {
		list = append(list, t.Title+"|"+t.Abstract)
	}
	return strings.Join(list, "\n")
}

// Every query of up to five letters of a small alphabet, and of up to four
// letters and signs, over talks of such words.
func TestIndexIsTrueOnSmallAlphabet(t *testing.T) {
	texts := [][2]string{
		{"a b", "ab ba"}, {"abba", "baba ebb"}, {"AbBe", "a-b be"}, {"bee abe", ""}, {"ebbe bea", "eba abe"}, {"ab", "aaab"},
	}
	var talks []*catalog.Talk
	for _, x := range texts {
		talks = append(talks, &catalog.Talk{Title: x[0], Abstract: x[1]})
	}
	ix, sc := Build(talks), newScan(talks)
	var text [5]byte
	var try func(alphabet string, n, most int)
	try = func(alphabet string, n, most int) {
		agrees(t, ix, sc, string(text[:n]))
		for i := 0; n < most && i < len(alphabet); i++ {
			text[n] = alphabet[i]
			try(alphabet, n+1, most)
		}
	}
	try("abe ", 0, 5)
	try("abe !|'\"^$-\\", 0, 4)
}

func TestIndexIsTrueOnWords(t *testing.T) {
	talks := generate(60)
	ix, sc := Build(talks), newScan(talks)
	random := rand.New(rand.NewPCG(3, 3))
	keys := typed(talks, 40)
	for range 400 {
		agrees(t, ix, sc, keys[random.IntN(len(keys))])
	}
	for range 100 {
		a, b := strings.Fields(talks[random.IntN(60)].Title), strings.Fields(talks[random.IntN(60)].Abstract)
		agrees(t, ix, sc, "how "+a[0]+" the "+b[0]+" "+b[1])
		agrees(t, ix, sc, a[0]+a[1])
		agrees(t, ix, sc, slip(random, b[2])+" "+slip(random, a[1]))
	}
}

func slip(r *rand.Rand, w string) string {
	at := r.IntN(len(w))
	return w[:at] + "x" + w[at+r.IntN(2):]
}

func FuzzTruth(f *testing.F) {
	f.Add("kube cost", "Kubernetes costs", "KubeEdge at the edge", "finops")
	f.Add("servicemesh", "A service mesh", "mesh of services", "")
	f.Add("muler", "Müller", "Mueller und Møller", "x")
	f.Add("ambmsh", "Istio Ambient Mesh", "ambush", "下载 PPT")
	f.Add("0 0 S", "0", " ", "0") // a field without words
	f.Add("how does it w", "how it works", "what it was", "c++ and c#")
	f.Fuzz(func(t *testing.T, query, a, b, c string) {
		if len(query)+len(a)+len(b)+len(c) > 300 {
			return
		}
		valid := func(s string) string { return strings.ToValidUTF8(s, "?") }
		talks := []*catalog.Talk{
			{Title: valid(a), Abstract: valid(b)},
			{Title: valid(b), Abstract: valid(c), Slides: true},
			{Title: valid(c), Speakers: []catalog.Person{{Name: valid(a)}}},
		}
		agrees(t, Build(talks), newScan(talks), query)
	})
}

// Conditions on letters are answered from the vocabulary where that can be; the
// truth is in the texts.
func FuzzLiteral(f *testing.F) {
	f.Add("'side", "sidecar-less Side", "Linux's it's", "RISC-V")
	f.Add("'s", "Linux's", "s", "x")
	f.Add("'riscv", "RISC-V", "riscv", "Müller")
	f.Add("^c++", "C++ and c#", "ａｂｃ", "微服务")
	f.Add("b$", "ab", "a-b!", "ʼs")
	f.Add("'a b'", "a b", "a  b", "xa b")
	f.Fuzz(func(t *testing.T, text, a, b, c string) {
		var talks []*catalog.Talk
		for _, text := range []string{a, b, c} {
			talks = append(talks, &catalog.Talk{Title: strings.ToValidUTF8(text, "?"), Abstract: strings.ToValidUTF8(b, "?")})
		}
		ix := Build(talks)
		q := query.Parse(text)
		if len(q.Groups) != 1 || len(q.Groups[0].Atoms) != 1 {
			return
		}
		atom := q.Groups[0].Atoms[0]
		if atom.Kind == query.Word || atom.Kind == query.Phrase || atom.Key != "" || len(atom.Text) >= words.MaxLen || len(a)+len(b)+len(c) > words.MaxLen {
			return
		}
		var want []uint32
		l := newLiteral(atom.Kind, atom.Text)
		for i, talk := range talks {
			if l.fields(talk, fieldsMask) != 0 {
				want = append(want, uint32(i))
			}
		}
		got, err := ix.letterSet(context.Background(), newScratch(len(talks), ix.vocabulary.size()), atom)
		if err != nil || !slices.Equal(got.talks, want) {
			t.Errorf("%q in %q: %v, want %v", text, titles(talks), got.talks, want)
		}
	})
}
