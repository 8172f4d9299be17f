package search

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"talks/catalog"
	"talks/catalog/search/query"
)

// fixture is a small programme with the traps of a real one.
func fixture() []*catalog.Talk {
	day := time.Date(2026, 1, 31, 10, 0, 0, 0, time.UTC) // a Saturday
	return []*catalog.Talk{
		{ID: "mesh", Title: "Ambient Mesh: Present and Future", Abstract: "A service mesh without sidecars. Written in Rust.", Slides: true,
			Language: "en", Conference: "Conf", Slot: catalog.Slot{Track: "Go devroom", Room: "Janson", Start: day}},
		{ID: "edge", Title: "KubeEdge devices at the edge", Abstract: "Kubernetes manages devices.\n\nPrivate keys stay private.", Language: "de",
			Speakers:   []catalog.Person{{Name: "Jürgen Müller"}, {Name: "Zoë van Dyk"}},
			Conference: "Conf", Slot: catalog.Slot{Track: "Government", Start: day.AddDate(0, 0, 1)}},
		{ID: "keys", Title: "Private key protection", Abstract: "Keys in hardware. See C++ and RISC-V code.",
			Links: []catalog.Link{{URL: "v.mp4", Kind: catalog.LinkRecording}}, Source: catalog.Source{File: "talks-2026.txt"}},
		{ID: "costs", Title: "How FinOps cuts the costs of Kubernetes clusters", Abstract: "Cloud costs, cut. Load balancing included."},
		{ID: "han", Title: "云原生微服务实践", Abstract: "Kubernetes 下载 分布式系统"},
		{ID: "broken", Title: "Making changes without breaking users", Abstract: "The braking system of a train is another talk."},
	}
}

// build makes an engine for some talks.
func build(talks []*catalog.Talk) *Engine { return Build(&catalog.Catalog{Talks: talks}) }

// ids returns the IDs of the hits, in order. Where some hits have all words, a ~
// stands before those that lack one.
func ids(r *Results) string {
	var list []string
	for i := range r.Len() {
		id := r.Talk(i).ID
		if r.IsNear(i) && !r.relaxed {
			id = "~" + id
		}
		list = append(list, id)
	}
	return strings.Join(list, " ")
}

func find(t *testing.T, ix *Engine, text string) *Results {
	t.Helper()
	r, err := ix.Search(context.Background(), query.Parse(text))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// An answer is what a query finds in the fixture: ids in order, and whether
// they are near misses.
type answer struct {
	query, want string
	weak        bool
}

func answers() []answer { return append(freeAnswers(), signAnswers()...) }

func freeAnswers() []answer {
	return []answer{
		{query: "", want: "mesh edge keys costs han broken"},
		{query: "mesh", want: "mesh"},
		{query: "private key", want: "keys edge"},
		{query: "Kubernetes", want: "costs edge han"},
		{query: "kube", want: "edge costs han"},
		{query: "kube edge", want: "edge ~costs ~han"},
		{query: "servicemesh", want: "mesh"},
		{query: "loadbalancing", want: "costs"},
		{query: "riscv", want: "keys"},
		{query: "c++", want: "keys"},
		{query: "muller", want: "edge"},
		{query: "mueller", want: "edge"},
		{query: "zoe dyk", want: "edge"},
		{query: "kuberntes", want: "costs edge han"},
		{query: "kbrnts", want: "costs edge han"},
		{query: "amf", want: "mesh", weak: true},
		{query: "pkp", want: "keys"},
		{query: "ambmsh", want: "mesh"},
		{query: "braking changes", want: "broken"},
		{query: "kubernetes haskell", want: "costs edge han", weak: true},
		{query: "zebra okapi rust giraffe", want: "mesh", weak: true}, // one of four is better than none
		{query: "sdcr", want: "mesh", weak: true},                     // on the way to sdcrs
		{query: "sdcrs", want: "mesh"},
		{query: "what is a service mesh", want: "mesh"},
		{query: "微服务", want: "han"},
		{query: "微", want: "han"},
		{query: "下载", want: "han mesh"},
		{query: "mesh haskell", want: "mesh", weak: true},
		{query: "giraffe", want: ""},
	}
}

func signAnswers() []answer {
	return []answer{
		{query: `"private key"`, want: "keys"},
		{query: `"private key`, want: "keys edge"},
		{query: "'side", want: "mesh"},
		{query: "'side'", want: ""},
		{query: "'C++", want: "keys"},
		{query: "'c++", want: "keys"},
		{query: "'Kube", want: "edge costs han"},
		{query: "'KUBE", want: ""},
		{query: "^private", want: "keys"},
		{query: "protection$", want: "keys"},
		{query: "^private\\ key\\ protection$", want: "keys"},
		{query: "!kubernetes", want: "mesh keys broken"},
		{query: "!kubernetes !mesh", want: "keys broken"},
		{query: "mesh | finops", want: "mesh costs"},
		{query: "track:go", want: "mesh"},
		{query: "track:gov", want: "edge"},
		{query: `track:"go devroom"`, want: "mesh"},
		{query: "speaker:muler", want: "edge"},
		{query: "speaker:kubernetes", want: ""},
		{query: "title:kubernetes", want: "costs"},
		{query: "abstract:kubernetes", want: "edge han"},
		{query: "room:janson", want: "mesh"},
		{query: "day:sat", want: "mesh"},
		{query: "day:2026-02-01", want: "edge"},
		{query: "day:2", want: "edge"},
		{query: "day:3", want: ""},
		{query: "lang:de", want: "edge"},
		{query: "is:slides", want: "mesh"},
		{query: "!is:slides kubernetes", want: "costs edge han"},
		{query: "has:video", want: "keys"},
		{query: "source:2026", want: "keys"},
		{query: "conference:conf !lang:de", want: "mesh"},
		// half-typed signs ask for nothing
		{query: "mesh !", want: "mesh"},
		{query: "mesh |", want: "mesh"},
		{query: `mesh "`, want: "mesh"},
		{query: "mesh '", want: "mesh"},
		{query: "mesh ^", want: "mesh"},
		{query: `mesh \`, want: "mesh"},
		{query: `mesh '\`, want: "mesh"},
		{query: `mesh "\`, want: "mesh"},
		{query: `mesh speaker:\`, want: "mesh"},
		{query: `^private\`, want: "keys"},
		{query: `\`, want: "mesh edge keys costs han broken"},
		{query: "mesh speaker:", want: "mesh"},
		{query: "mesh is:", want: "mesh"},
		{query: "mesh is:xyz", want: "mesh"},
		{query: "|", want: "mesh edge keys costs han broken"},
	}
}

func TestSearch(t *testing.T) {
	ix := build(fixture())
	for _, c := range answers() {
		r := find(t, ix, c.query)
		if got := ids(r); got != c.want || r.Weak != c.weak {
			t.Errorf("%q finds %q, weak %v; want %q, %v", c.query, got, r.Weak, c.want, c.weak)
		}
	}
}

// Talks that lack a word are told from those that have all.
func TestNearMisses(t *testing.T) {
	ix := build([]*catalog.Talk{
		{ID: "both", Title: "One thing of many", Abstract: "A demo is given. It forges packets, and so does scapy."},
		{ID: "demo", Title: "A demo"},
		{ID: "scapy", Title: "Scapy"},
		{ID: "braking", Title: "The braking of trains"},
		{ID: "breaking", Title: "The breaking of trust"},
	})
	for _, c := range []struct {
		query    string
		complete int
		from     int
		lacks    []string // of each hit
	}{
		{"demo", 2, 2, []string{"", ""}},
		{"demo scapy", 1, 3, []string{"demo", "scapy", ""}}, // in titles
		{"packets scapy forges", 1, 1, []string{"", "packets forges"}},
		{"trains breaking", 0, 0, []string{"breaking", "trains"}},
		{"giraffe", 0, 0, nil},
		{"", 5, 5, []string{"", "", "", "", ""}},
	} {
		r := find(t, ix, c.query)
		var lacks []string
		for i := range r.Len() {
			lacks = append(lacks, strings.Join(r.Explain(i).Lacks, " "))
			if r.IsNear(i) != (lacks[i] != "") {
				t.Errorf("%q: hit %d is near: %v, lacks %q", c.query, i, r.IsNear(i), lacks[i])
			}
		}
		if !slices.Equal(lacks, c.lacks) || r.Complete() != c.complete || r.NearFrom() != c.from {
			t.Errorf("%q finds %q, %d complete, near from %d, lacking %q", c.query, ids(r), r.Complete(), r.NearFrom(), lacks)
		}
	}
}

func TestUpperCaseComesFirst(t *testing.T) {
	talks := []*catalog.Talk{{ID: "game", Title: "we go on"}, {ID: "language", Title: "we Go on"}}
	ix := build(talks)
	for query, want := range map[string]string{"go": "game language", "Go": "language game"} {
		if got := ids(find(t, ix, query)); got != want {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
}

// Two neighbours written as one are trusted more than slips of one word.
func TestNeighboursShutTheGate(t *testing.T) {
	ix := build([]*catalog.Talk{
		{ID: "nodes", Title: "Nodes and models"},
		{ID: "runtime", Title: "A runtime", Abstract: "It runs Node.js, and asks an AI model. To do so is up to you."},
	})
	for query, want := range map[string]string{
		"nodejs": "runtime", "aimodel": "runtime", "aimodels": "nodes", "nodej": "nodes runtime", "todo": "", "nodesjs": "nodes",
	} {
		if got := ids(find(t, ix, query)); got != want {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
}

func TestDeadQueryExplainsItself(t *testing.T) {
	ix := build(fixture())
	for _, c := range []struct{ query, missing, first string }{
		{"kubernetes haskell", "haskell", "kubernetes"},
		{"giraffe mesh rust", "giraffe", "mesh rust"},
		{"track:foo mesh", "track:foo", "mesh"},
		{"mesh", "", ""},
		{"x giraffe", "x giraffe", ""}, // one letter is no suggestion
		{"speaker:zoe giraffe", "giraffe", "speaker:zoe"},
		{"kubernetes giraffe haskell", "giraffe haskell", "kubernetes"},
	} {
		r := find(t, ix, c.query)
		if got := strings.Join(r.Missing(), " "); got != c.missing {
			t.Errorf("%q blames %q, want %q", c.query, got, c.missing)
		}
		first := ""
		for _, s := range r.Suggestions(context.Background()) {
			if n := find(t, ix, s.Query).Complete(); n != s.Count || n == 0 {
				t.Errorf("%q suggests %q with %d talks, it finds %d", c.query, s.Query, s.Count, n)
			}
			if first == "" {
				first = s.Query
			}
		}
		if first != c.first {
			t.Errorf("%q suggests %q first, want %q", c.query, first, c.first)
		}
	}
}

func TestSearchStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, text := range []string{"", "mesh", "'mesh", "is:slides", `"private key"`} {
		if r, err := build(fixture()).Search(ctx, query.Parse(text)); !errors.Is(err, context.Canceled) || r != nil {
			t.Errorf("%q: %v, %v; want nothing and %v", text, r, err, context.Canceled)
		}
	}
}

func TestBuildTitlesFindsTitles(t *testing.T) {
	ix := BuildTitles(&catalog.Catalog{Talks: fixture()})
	if got := ids(find(t, ix, "private key")); got != "keys" {
		t.Errorf("titles alone find %q", got)
	}
	if got := find(t, ix, "sidecars"); got.Len() != 0 {
		t.Errorf("titles alone find an abstract: %q", ids(got))
	}
}

func TestManyReaders(t *testing.T) {
	talks := generate(300)
	ix := build(talks)
	keys := typed(talks, 12)
	shared := find(t, ix, "a")
	want := make([]string, len(keys))
	for i, k := range keys {
		want[i] = ids(find(t, ix, k))
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for i, k := range keys {
				r, err := ix.Search(context.Background(), query.Parse(k))
				if err != nil || ids(r) != want[i] {
					t.Errorf("%q finds other talks beside other readers", k)
					return
				}
			}
			for i := range shared.Len() {
				shared.Explain(i)
			}
		})
	}
	group.Wait()
}

// A narrow query costs the same few allocations in a catalog of any size.
func TestNarrowQueryAllocates(t *testing.T) {
	const most = 40
	for _, size := range []int{500, 4000} {
		talks := append(generate(size), &catalog.Talk{Title: "Quixotic Zymurgy"})
		ix := build(talks)
		q := query.Parse("quixotic zymurgy")
		ctx := context.Background()
		allocs := testing.AllocsPerRun(50, func() {
			if r, err := ix.Search(ctx, q); err != nil || r.Len() != 1 {
				t.Fatal("the only talk is not found")
			}
		})
		if allocs > most {
			t.Errorf("%d talks: %v allocations a search, want %d at most", size, allocs, most)
		}
	}
}
