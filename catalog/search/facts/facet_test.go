package facts

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"talks/catalog"
	"talks/catalog/search/query"
)

// facets counts all that some talks can be told apart by, a line each.
func facets(talks []*catalog.Talk) string {
	var b strings.Builder
	x := Of(&catalog.Catalog{Talks: talks})
	for _, key := range FacetKeys() {
		if f, _ := x.Facet(context.Background(), key, slices.Values(talks)); len(f.Values) > 0 {
			fmt.Fprintln(&b, f)
		}
	}
	return b.String()
}

func people(names ...string) []catalog.Person {
	var list []catalog.Person
	for i, n := range names {
		list = append(list, catalog.Person{Name: n, Biography: fmt.Sprint(i)})
	}
	return list
}

func TestFacets(t *testing.T) {
	brussels := time.FixedZone("CET", 3600)
	day := func(d, hour int) time.Time { return time.Date(2026, 2, d, hour, 0, 0, 0, brussels) }
	slot := func(track, room string, start time.Time) catalog.Slot {
		return catalog.Slot{Track: track, Room: room, Start: start}
	}
	all := []*catalog.Talk{
		{ID: "a", Title: "go one", Speakers: people("Ada", "Bob"), Slot: slot("Rust", "K.1", day(2, 9)), Language: "en", Source: catalog.Source{File: "x/a.xml"}},
		{ID: "b", Title: "go two", Speakers: people("Bob", "Bob"), Slot: slot("Go", "K.1", day(2, 23)), Language: "en", Source: catalog.Source{File: "x/a.xml"}},
		{ID: "c", Title: "go three", Slot: slot("Go", "", day(1, 0)), Language: "de", Source: catalog.Source{File: "y/b.xml"}},
		{ID: "d", Title: "else", Slot: slot("ant", "", time.Time{}), Source: catalog.Source{File: "y/b.xml"}},
	}
	tests := []struct {
		name  string
		talks []*catalog.Talk
		want  string
	}{
		{"all", all, `day: 2026-02-01 1, 2026-02-02 2
time: morning 2, evening 1, 09 1, 23 1, 00 1
track: ant 1, Go 2, Rust 1
room: K.1 2
speaker: Ada 1, Bob 2
lang: de 1, en 2
source: a.xml 2, b.xml 2
`},
		{"nights and days", []*catalog.Talk{
			{Title: "A", Slot: catalog.Slot{Start: day(2, 1), Day: day(1, 1).Truncate(24 * time.Hour)}}, {Title: "B", Slot: catalog.Slot{Start: day(2, 9)}},
			{Title: "C", Slot: catalog.Slot{Day: day(1, 1).Truncate(24 * time.Hour)}},
		}, "day: 2026-02-01 2, 2026-02-02 1\ntime: morning 1, evening 1, 09 1, 01 1\n"},
		{"numbers", []*catalog.Talk{{Slot: catalog.Slot{Room: "Hall 10"}}, {Slot: catalog.Slot{Room: "hall 9b"}}, {Slot: catalog.Slot{Room: "Hall 9"}}, {Slot: catalog.Slot{Room: "Hall"}}},
			"room: Hall 1, Hall 9 1, hall 9b 1, Hall 10 1\n"},
		{"no talks", nil, ""},
		{"no values", []*catalog.Talk{{Title: "A"}}, ""},
		{"files of one name", []*catalog.Talk{
			{Source: catalog.Source{File: "2025/x.xml"}}, {Source: catalog.Source{File: "2026/x.xml"}}, {Source: catalog.Source{File: `c:\y.xml`}},
		}, "source: 2025/x.xml 1, 2026/x.xml 1, y.xml 1\n"},
		{"nothing to ask for", []*catalog.Talk{{Slot: catalog.Slot{Track: `" "`, Room: "\u00a0\\"}}}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := facets(test.talks)
			if got != test.want {
				t.Errorf("facets are\n%swant\n%s", got, test.want)
			}
		})
	}
}

// The days are those of each conference: a night belongs to the one before,
// whatever its date. Each file that names no conference is one.
func TestDaysOfConferences(t *testing.T) {
	at := func(date string, hour int) time.Time {
		day, _ := time.Parse(time.DateOnly, date)
		return day.Add(time.Duration(hour) * time.Hour)
	}
	talk := func(id, conference, day, date string, hour int) *catalog.Talk {
		slot := catalog.Slot{Start: at(date, hour)}
		if day != "" {
			slot.Day = at(day, 0)
		}
		return &catalog.Talk{ID: id, Title: id, Conference: conference, Slot: slot}
	}
	talks := []*catalog.Talk{
		talk("opening", "C", "2019-12-27", "2019-12-27", 11), talk("party", "C", "2019-12-27", "2019-12-28", 1),
		talk("lecture", "C", "2019-12-28", "2019-12-28", 11), talk("closing", "C", "2019-12-28", "2019-12-29", 0),
		talk("calendar", "D", "", "2020-02-01", 23), talk("night", "D", "", "2020-02-02", 0),
		talk("hike", "", "", "2020-03-01", 9), talk("swim", "", "", "2020-03-08", 9), talk("ride", "", "", "2020-03-09", 9),
	}
	for i, file := range []string{"hills.csv", "lakes.csv", "lakes.csv"} {
		talks[len(talks)-3+i].Source.File = file
	}
	x := Of(&catalog.Catalog{Talks: talks})
	for text, want := range map[string]string{
		"day:1": "opening party calendar hike swim", "day:2": "lecture closing night ride", "day:3": "",
		"day:friday": "opening party", "day:2019-12-28": "lecture closing", "day:sun": "night hike swim",
	} {
		var got []string
		is := x.Condition(query.Parse(text).Groups[0].Atoms[0])
		for _, t := range talks {
			if is.Holds(t) {
				got = append(got, t.ID)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s finds %q, want %q", text, got, want)
		}
	}
}

func TestFacetsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	talks := []*catalog.Talk{{Title: "A", Language: "en"}}
	cancel()
	if got, ok := Of(&catalog.Catalog{Talks: talks}).Facet(ctx, "lang", slices.Values(talks)); ok {
		t.Errorf("a cancelled count gives %v", got)
	}
}

func BenchmarkFacets(b *testing.B) {
	talks := make([]*catalog.Talk, 100_000)
	for i := range talks {
		talks[i] = &catalog.Talk{
			ID: fmt.Sprint(i), Speakers: people(fmt.Sprintf("Speaker %d", i*7%60_000)), Language: "en",
			Slot: catalog.Slot{Track: fmt.Sprintf("Track %d", i%90), Room: fmt.Sprintf("K.%d", i%40), Start: time.Unix(int64(i)*600, 0).UTC()},
		}
	}
	for b.Loop() {
		facets(talks)
	}
}
