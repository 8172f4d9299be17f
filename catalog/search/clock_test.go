package search

import (
	"context"
	"strings"
	"testing"
	"time"

	"talks/catalog"
	"talks/catalog/search/facts"
)

// programme is a Saturday with its night, and a Sunday, in Brussels; the last talk is
// in a file that names no zone.
func programme() []*catalog.Talk {
	brussels := time.FixedZone("CET", 3600)
	talk := func(id string, day int, hour float64, minutes int) *catalog.Talk {
		midnight := time.Date(2026, 1, day, 0, 0, 0, 0, brussels)
		return &catalog.Talk{ID: id, Title: "Talk " + id, Slot: catalog.Slot{
			Start: midnight.Add(time.Duration(hour * float64(time.Hour))), Duration: time.Duration(minutes) * time.Minute,
			Day: time.Date(2026, 1, day, 0, 0, 0, 0, time.UTC), Room: id[:1],
		}}
	}
	wall := talk("wall", 32, 12, 60)
	wall.Slot.Start = catalog.OnWall(wall.Slot.Start)
	all := talk("all", 31, 0, 0)
	all.Slot.AllDay = true
	return []*catalog.Talk{
		talk("early", 31, 5.5, 60), talk("noon", 31, 11.5, 60), talk("rust", 31, 14, 30), talk("r2", 31, 15, 0), talk("r3", 31, 15.25, 30),
		talk("late", 31, 23, 150), talk("night", 31, 25.5, 30), talk("sunday", 32, 14.5, 30), wall, all, {ID: "none", Title: "Talk none"},
	}
}

// at makes an engine for a moment that is told in RFC 3339, or without a zone.
func at(now string, zone *time.Location) *Engine {
	moment, err := time.Parse(time.RFC3339, now)
	if err != nil {
		moment, err = time.ParseInLocation("2006-01-02T15:04", now, catalog.Wall())
	}
	if err != nil {
		panic(err)
	}
	ix := build(programme())
	ix.SetClock(facts.Clock{Zone: zone, Now: func([]*catalog.Talk) time.Time { return moment }})
	return ix
}

func TestTimes(t *testing.T) {
	tokyo := time.FixedZone("JST", 9*3600) // eight hours later
	for _, c := range []struct {
		query string
		zone  *time.Location
		want  string
	}{
		{"time:14:00", nil, "rust"},
		{"time:14:30", nil, "sunday"}, // rust ends then
		{"time:12:00", nil, "noon wall"},
		{"time:15:10", nil, "r2"},
		{"time:15:20", nil, "r3"}, // r2 has no end: it ends where the next in its room begins
		{"time:14", nil, "rust sunday"},
		{"time:15", nil, "r2 r3"},
		{"time:01:00", nil, "late"},
		{"time:01:30", nil, "night"},
		{"time:25:30", nil, "night"},
		{"time:01", nil, "night"},
		{"time:05", nil, "early"},
		{"time:29", nil, ""},
		{"time:morning", nil, "early noon"},
		{"time:afternoon", nil, "rust r2 r3 sunday wall"},
		{"time:e", nil, "late night"},
		{"after:23:00", nil, "late night"},
		{"after:25:00", nil, "night"},
		{"before:06:00", nil, "early"},
		{"before:12:00 after:06:00", nil, "noon"},
		{"day:sat after:14:00 before:15:00", nil, "rust"},
		{"!after:05:00", nil, "all none"},
		{"time:05 | time:23:30", nil, "early late"},
		{"talk time:1", nil, "night"}, // half typed, but there is a talk at one
		{"time:22:00", tokyo, "rust"},
		{"time:22", tokyo, "rust sunday"},
		{"after:30:00", tokyo, "late night"}, // of Saturday, for Tokyo on Sunday
		{"time:12:30", tokyo, "wall"},
	} {
		r := find(t, at("2026-01-31T12:00", c.zone), c.query)
		if got := ids(r); got != c.want {
			t.Errorf("%q in %v finds %q, want %q", c.query, c.zone, got, c.want)
		}
	}
}

// The hours that are offered are those of the clock that the list shows, and find
// what was counted.
func TestTimeFacet(t *testing.T) {
	for zone, want := range map[*time.Location]string{
		nil:                                 "morning 2, afternoon 5, evening 2, 11 1, 12 1, 14 2, 15 2, 23 1, 01 1, 05 1",
		time.FixedZone("west", -9*60*60):    "morning 6, afternoon 3, 12 1, 13 1, 15 1, 19 1, 01 1, 04 2, 05 2", // Saturday's 05:30 is Friday's 19:30
		time.FixedZone("east", 9*3600+1800): "afternoon 2, evening 7, 07 1, 10 1, 12 1, 14 1, 20 1, 22 1, 23 3",
	} {
		r := find(t, at("2026-01-31T12:00", zone), "")
		f, _ := r.facet(context.Background(), "time")
		for _, v := range f.Values {
			if n := find(t, at("2026-01-31T12:00", zone), "time:"+v.Text).Len(); n != v.Count {
				t.Errorf("in %v time:%s finds %d talks, %d were counted", zone, v.Text, n, v.Count)
			}
		}
		if got := strings.TrimPrefix(f.String(), "time: "); got != want {
			t.Errorf("in %v: %s, want %s", zone, got, want)
		}
	}
}

func TestNow(t *testing.T) {
	for _, c := range []struct{ now, query, want string }{
		{"2026-01-31T14:10", "is:now", "rust"},
		{"2026-01-31T13:10:00Z", "is:now", "rust"},
		{"2026-01-31T22:10:00+09:00", "is:now", "rust"},
		{"2026-01-31T14:30", "is:now", ""},
		{"2026-02-01T00:30", "is:now", "late"},
		{"2026-02-01T12:10:00+09:00", "is:now", "wall"}, // no zone: the clock counts
		{"2026-01-31T14:10", "is:next", "r2"},
		{"2026-01-31T14:20", "is:next", "r2 r3"},
		{"2026-01-31T16:00", "is:next", "late"},
		{"2026-02-01T02:00", "is:next", "wall"},
		{"2026-02-02T02:00", "is:next", ""},
		{"2026-01-31T14:10", "day:today", "early noon rust r2 r3 late night all"},
		{"2026-01-31T14:10", "day:tom", "sunday wall"},
		{"2026-01-30T23:59", "day:tomorrow", "early noon rust r2 r3 late night all"},
		{"2026-02-01T01:30", "day:today", "early noon rust r2 r3 late night all"}, // the night goes on
		{"2026-02-01T01:59", "day:tomorrow", "sunday wall"},
		{"2026-02-01T02:00", "day:today", "sunday wall"},
		{"2026-02-02T10:00", "day:today", ""},
	} {
		if got := ids(find(t, at(c.now, nil), c.query)); got != c.want {
			t.Errorf("%s at %s finds %q, want %q", c.query, c.now, got, c.want)
		}
	}
}

func TestRemarksOnTimes(t *testing.T) {
	const dates = " (the talks are on 2026-01-31 to 2026-02-01)"
	ix := at("2026-02-02T10:00", nil)
	for query, want := range map[string]string{
		"time:25:99":    "time:25:99: no time of day (times are 14:00, 14, morning, afternoon, evening)",
		"after:morning": "after:morning: no time of day (times are 14:00, 14, or 25:30 in the night)",
		"time:03:00":    "time:03:00: no talk here is given then (they start from 05:30 to 25:30)",
		"after:26:00":   "after:26:00: no talk here is given then (they start from 05:30 to 25:30)",
		"is:now":        "is:now: no talk runs at Mon 2026-02-02 10:00" + dates,
		"is:next":       "is:next: no talk starts after Mon 2026-02-02 10:00" + dates,
		"day:today":     "day:today: no such day here (there are day:saturday, day:sunday (2026-01-31 to 2026-02-01))",
		"talk time:2":   "", "talk time:25:": "", "talk time:03:3": "", "talk day:to": "",
	} {
		if got := said(t, ix, query); got != want {
			t.Errorf("of %q is said %q, want %q", query, got, want)
		}
	}
	none := build([]*catalog.Talk{{Title: "Talk"}})
	if got, want := said(t, none, "after:12"), "after:12: no talk here is given then (no talk here has a time)"; got != want {
		t.Errorf("said is %q, want %q", got, want)
	}
}

// Free words that are days or times are looked for as words, with the advice to
// ask for the time.
func TestTimesAsWords(t *testing.T) {
	talks := programme()
	talks[2].Abstract = "Slides of day1_14:00_rust."
	talks[3].Abstract = "We met on a Sunday."
	ix := build(talks)
	ix.SetClock(facts.Clock{Now: func([]*catalog.Talk) time.Time { return time.Date(2026, 1, 31, 9, 0, 0, 0, catalog.Wall()) }})
	for query, want := range map[string]string{
		"saturday rust":   "day:saturday rust",
		"sat morning":     "day:sat time:morning",
		"15:20 talk":      "time:15:20 talk",
		"today rust":      "day:today rust",
		"rust evening":    "",
		"giraffe 25:99 x": "",
	} {
		first := ""
		if s := find(t, ix, query).Suggestions(context.Background()); len(s) > 0 && strings.Contains(s[0].Query, ":") {
			first = s[0].Query
		}
		if first != want {
			t.Errorf("%q suggests %q first, want %q", query, first, want)
		}
	}
	for query, want := range map[string]string{
		"14:00":  "14:00 is looked for in the texts (did you mean time:14:00?)",
		"sunday": "sunday is looked for in the texts (did you mean day:sunday?)",
		"sun":    "",
		"'14:00": "",
	} {
		if got := said(t, ix, query); got != want {
			t.Errorf("of %q is said %q, want %q", query, got, want)
		}
	}
}
