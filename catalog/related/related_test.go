package related

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"talks/catalog"
	"talks/catalog/load"
	"talks/seeds"
)

func build(t testing.TB, talks []*catalog.Talk) *Index {
	t.Helper()
	x, err := Build(t.Context(), talks)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func builtin(t testing.TB) []*catalog.Talk {
	t.Helper()
	c, err := load.Builtin(seeds.Files)
	if err != nil {
		t.Fatal(err)
	}
	return c.Talks
}

// Talks of one subject find each other among their nearest five.
func TestBuiltinTalksFindEachOther(t *testing.T) {
	talks := builtin(t)
	x := build(t, talks)
	titled := func(part string) *catalog.Talk {
		return talks[slices.IndexFunc(talks, func(k *catalog.Talk) bool { return strings.Contains(k.Title, part) })]
	}
	for _, group := range [][]string{
		{"Ambient Mesh", "Kitex", "Private key"},
		{"Federation", "Ctrip", "Clusterpedia", "Cross-Cluster"},
	} {
		for _, from := range group {
			near := x.To(titled(from), 5)
			for _, to := range group {
				if from != to && !slices.ContainsFunc(near, func(r Talk) bool { return r.Talk == titled(to) }) {
					t.Errorf("%q does not lead to %q", titled(from).Title, titled(to).Title)
				}
			}
		}
	}
	ambient := x.To(titled("Ambient Mesh"), 1)[0]
	if got := strings.Join(ambient.Words, " "); !strings.HasPrefix(ambient.Title, "Cloud-native microservice") || got != "Istio sidecar mode mesh" {
		t.Errorf("Ambient Mesh leads to %q by %q", ambient.Title, got)
	}
}

// What a reader has before their eyes is nothing to go on to: the talk itself, its
// state in another file, a repeat of it.
func TestTheSameTalkIsNotRelated(t *testing.T) {
	talks := builtin(t)
	again := func(k *catalog.Talk, title string) *catalog.Talk {
		other := *k
		other.Title = title
		return &other
	}
	first := talks[0]
	repeats := []*catalog.Talk{again(first, strings.ToUpper(first.Title)), again(first, first.Title+" (repeat)"), {Title: first.Title, Abstract: "Cancelled."}}
	x := build(t, append(slices.Clone(talks), repeats...))
	for _, r := range x.To(first, 30) {
		if r.Talk == first || slices.Contains(repeats, r.Talk) {
			t.Errorf("%q is related to itself", r.Title)
		}
	}
	seen := make(map[string]bool)
	for _, r := range x.To(talks[2], 30) { // of the three states of the first talk one is enough
		title := strings.ToLower(strings.TrimSuffix(r.Title, " (repeat)"))
		if seen[title] {
			t.Errorf("%q is shown twice", r.Title)
		}
		seen[title] = true
	}
}

func TestFewTalks(t *testing.T) {
	if x := build(t, nil); len(x.To(&catalog.Talk{Title: "Istio"}, 5)) > 0 {
		t.Error("an empty catalog has a related talk")
	}
	mesh, other, empty := &catalog.Talk{Title: "Istio mesh"}, &catalog.Talk{Title: "Rust borrows"}, &catalog.Talk{}
	x := build(t, []*catalog.Talk{mesh, other, empty})
	for _, k := range x.talks {
		if near := x.To(k, 5); len(near) > 0 {
			t.Errorf("%q is related to %q", k.Title, near[0].Title)
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Build(ctx, builtin(t)); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
}

// Two indexes of the same talks say the same, whoever asks.
func TestTheSameEachTime(t *testing.T) {
	talks := generated(300)
	a, b := build(t, talks), build(t, talks)
	var group sync.WaitGroup
	for _, k := range talks {
		group.Go(func() {
			if x, y := fmt.Sprint(a.To(k, 5)), fmt.Sprint(b.To(k, 5)); x != y {
				t.Errorf("%s or %s", x, y)
			}
		})
	}
	group.Wait()
}

// generated returns talks of 120 words each, of which few are frequent and most are
// rare, as in a language, and a third is of the talk's subject.
func generated(n int) []*catalog.Talk {
	random := rand.New(rand.NewPCG(16, 16))
	language := rand.NewZipf(random, 1.2, 20, 60_000)
	subject := rand.NewZipf(random, 1.5, 5, 300)
	talks := make([]*catalog.Talk, n)
	for i := range talks {
		subjects := 1000 * random.IntN(200)
		var text []string
		for w := range 120 {
			if w%3 == 0 {
				text = append(text, fmt.Sprintf("s%dx", subjects+int(subject.Uint64())))
			} else {
				text = append(text, fmt.Sprintf("w%dx", language.Uint64()))
			}
		}
		talks[i] = &catalog.Talk{Title: strings.Join(text[:6], " "), Abstract: strings.Join(text[6:], " ")}
	}
	return talks
}

// On 2026-11-25, two cores of a busy machine: Build 3.9 s, of which 1 s goes to
// reading the words, To 2.5 ms.
func BenchmarkBuild(b *testing.B) {
	talks := generated(12_000)
	for b.Loop() {
		build(b, talks)
	}
}

func BenchmarkTo(b *testing.B) {
	talks := generated(12_000)
	x := build(b, talks)
	i := 0
	for b.Loop() {
		x.To(talks[i%len(talks)], 10)
		i++
	}
}
