package search

import (
	"context"
	"strings"
	"testing"
	"time"

	"talks/catalog"
	"talks/catalog/search/facts"
)

// weekend has two days, four tracks and people who speak together.
func weekend() *Engine {
	talk := func(id, track, room string, day int, speakers ...string) *catalog.Talk {
		t := &catalog.Talk{
			ID: id, Title: "Talk " + id, Language: "en",
			Slot: catalog.Slot{Track: track, Room: room, Start: time.Date(2026, 1, 31+day, 9+day, 0, 0, 0, time.UTC)},
		}
		for _, name := range speakers {
			t.Speakers = append(t.Speakers, catalog.Person{Name: name})
		}
		return t
	}
	return build([]*catalog.Talk{
		talk("a", "Rust", "K.1", 0, "Ada", "Bob"), talk("b", "Rust", "K.2", 1, "Ada Moon"), talk("c", "Rust Embedded", "K.1", 0, "Cy"),
		talk("d", `The "other"`, "K.2", 1, "Bob"), talk("e", "Go devroom", "K.1", 1, "Cy"),
	})
}

// toggled toggles values, each given as field:value.
func toggled(f Filter, values ...string) Filter {
	for _, v := range values {
		key, value, _ := strings.Cut(v, ":")
		f = f.Toggle(key, value)
	}
	return f
}

func TestFilter(t *testing.T) {
	tests := []struct {
		typed  string
		toggle []string
		want   string
	}{
		{"", []string{"track:Go devroom"}, `track:"Go devroom"`},
		{"", []string{"track:Go devroom", "track:Rust"}, `track:"Go devroom" | track:"Rust"`},
		{"", []string{"track:Go devroom", "track:Go devroom"}, ""},
		{"", []string{`track:The "other"`, "lang:en"}, `track:The\ "other" lang:en`},
		{"talk ", []string{"day:2026-01-31", "track:Rust"}, `talk day:2026-01-31 track:"Rust"`},
		{`x track:"Rust" y`, []string{"track:Go devroom"}, `x track:"Rust" | track:"Go devroom" y`},
		{`x track:"Rust" y`, []string{"track:Rust"}, "x y"},
		{`track:"Rust"  room:K.1 "a b"`, []string{"track:Rust", "room:K.2"}, `room:"K.1" | room:"K.2" "a b"`},
		{"track:rust", []string{"track:Rust Embedded"}, `track:"Rust"`}, // asks for both tracks
		{"day:sat x", []string{"day:2026-02-01"}, "day:2026-01-31 | day:2026-02-01 x"},
		{"time:morning", []string{"time:10"}, "time:morning | time:10"},
		// What no tick could make stays.
		{"!track:rust", []string{"track:Go devroom"}, `!track:rust track:"Go devroom"`},
		{"speaker:ada", []string{"speaker:Bob"}, `speaker:"Ada" | speaker:"Bob"`}, // spells a name out
		{"speaker:ad", []string{"speaker:Bob"}, `speaker:ad speaker:"Bob"`},
		{"track:zzz", []string{"track:Rust"}, `track:zzz track:"Rust"`},
		{"track:rust | go", []string{"track:Rust"}, `track:rust | go track:"Rust"`},
		{"time:09:30", []string{"time:10"}, "time:09:30 time:10"},
		{"is:zzz day:s |", []string{"day:2026-01-31"}, "is:zzz day:s day:2026-01-31"},
		{"speaker:bob speaker:ada", []string{"speaker:Cy"}, `speaker:bob speaker:"Ada" | speaker:"Cy"`}, // the last one
	}
	e := weekend()
	for _, test := range tests {
		f := e.Filter(context.Background(), test.typed)
		if f.Changed() || f.String() != test.typed {
			t.Errorf("%s is already %s", test.typed, f)
		}
		if f = toggled(f, test.toggle...); f.String() != test.want || !f.Changed() {
			t.Errorf("%s with %q is %s, want %s", test.typed, test.toggle, f, test.want)
		}
		for key, values := range map[string]string{"track": "Rust", "day": "2026-01-31"} { // is read back
			if again := e.Filter(context.Background(), f.String()); again.Has(key, values) != f.Has(key, values) {
				t.Errorf("%s: %s:%s is chosen %v", f, key, values, again.Has(key, values))
			}
		}
	}
}

// A facet is counted as if nothing of it were chosen, the others with what is.
func TestFilterCounts(t *testing.T) {
	e := weekend()
	count := func(f Filter, before []facts.Facet) (list []facts.Facet, lines string, hits int) {
		list, hits, err := e.Count(context.Background(), f, before)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range list {
			lines += f.String() + "\n"
		}
		return list, lines, hits
	}
	f := e.Filter(context.Background(), `track:"Rust"`)
	before, got, hits := count(f, nil)
	want := `day: 2026-01-31 1, 2026-02-01 1
time: morning 2, 09 1, 10 1
track: Go devroom 1, Rust 2, Rust Embedded 1, The "other" 1
room: K.1 1, K.2 1
speaker: Ada 1, Ada Moon 1, Bob 1
`
	if got != want || hits != 2 {
		t.Errorf("%d hits, counted\n%swant\n%s", hits, got, want)
	}
	_, got, hits = count(toggled(f, "day:2026-01-31", "track:Rust", "track:Go devroom"), before)
	want = `day: 2026-01-31 0, 2026-02-01 1
time: morning 0, 09 0, 10 0
track: Go devroom 0, Rust 1, Rust Embedded 1, The "other" 0
room: K.1 0, K.2 0
speaker: Ada 0, Ada Moon 0, Bob 0
`
	if got != want || hits != 0 {
		t.Errorf("%d hits, counted\n%swant\n%s", hits, got, want)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := e.Count(ctx, f, nil); err == nil {
		t.Error("a cancelled count has no error")
	}
}
