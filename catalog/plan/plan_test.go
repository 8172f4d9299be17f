package plan

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the zones of the random plans

	"talks/catalog"
	"talks/catalog/marks"
)

// describe is a plan as a text, a line a talk or gap.
func describe(p *Plan) string {
	var b strings.Builder
	ids := func(items []*Item) (list []string) {
		for _, i := range items {
			list = append(list, i.Talk.ID)
		}
		return list
	}
	for _, day := range p.Days {
		fmt.Fprintln(&b, day.Date.Format(time.DateOnly))
		for _, l := range day.Lines {
			if l.Gap != nil {
				var fits []string
				for _, t := range l.Gap.Fits {
					fits = append(fits, t.ID)
				}
				fmt.Fprintf(&b, "gap %s-%s %v\n", l.Gap.Start.Format("15:04"), l.Gap.End.Format("15:04"), fits)
				continue
			}
			fmt.Fprintf(&b, "%v %s", l.Item.Mark.State, l.Item.Talk.ID)
			if !l.Item.End.IsZero() {
				fmt.Fprintf(&b, " %s-%s", l.Item.Talk.Slot.Start.Format("15:04"), l.Item.End.Format("15:04"))
			}
			fmt.Fprintf(&b, " %v\n", ids(l.Item.Clashes))
		}
	}
	fmt.Fprintln(&b, "rest", ids(p.Rest))
	return b.String()
}

// TestPlan plans a day that goes on past midnight, and one of which no times are
// known.
func TestPlan(t *testing.T) {
	saturday := time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC)
	states := make(map[*catalog.Talk]marks.State)
	var c catalog.Catalog
	add := func(id, room string, hour float64, minutes int, state marks.State) *catalog.Talk {
		talk := &catalog.Talk{ID: id, Slot: catalog.Slot{Day: saturday, Room: room, Duration: time.Duration(minutes) * time.Minute}}
		if hour > 0 {
			talk.Slot.Start = time.Date(2026, 1, 31, 0, 0, 0, 0, time.FixedZone("CET", 3600)).Add(time.Duration(hour * float64(time.Hour)))
		}
		states[talk] = state
		c.Talks = append(c.Talks, talk)
		return talk
	}
	add("night", "A1", 24.5, 60, marks.Going)
	add("a", "A1", 10, 60, marks.Going)
	add("far", "B1", 11, 0, marks.Going) // until two, after an hour
	add("between", "A2", 9.5, 10, marks.None)
	add("long", "A2", 10.5, 120, marks.Maybe)
	add("ends with it", "B1", 12.5, 30, marks.None)
	add("too late", "B1", 12.75, 30, marks.None)
	add("at once", "A9", 12, 15, marks.None) // but for the walk
	add("two", "B1", 13, 30, marks.Going)
	add("dull", "B1", 14, 30, marks.Skip)
	add("later", "B1", 14, 30, marks.Later)
	add("elsewhere", "B2", 20, 30, marks.None).Conference = "another"
	add("some time", "A1", 0, 0, marks.Going)
	add("some day", "A1", 0, 0, marks.Maybe).Slot.Day = time.Time{}
	add("sunday", "A1", 0, 0, marks.Maybe).Slot.Day = saturday.AddDate(0, 0, 1)
	const want = `2026-01-31
going some time []
going a 10:00-11:00 [long%[1]s]
maybe long 10:30-12:30 [a far%[2]s]
going far 11:00-12:00 [%[3]slong]
gap 12:00-13:00 [%[4]sends with it]
going two 13:00-13:30 [%[5]s]
gap 13:30-00:30 []
going night 00:30-01:30 []
2026-02-01
maybe sunday []
rest [some day]
`
	mark := func(t *catalog.Talk) marks.Mark { return marks.Mark{State: states[t]} }
	for walk, clashes := range map[time.Duration][]any{
		0:                {"", "", "", "at once ", ""},
		5 * time.Minute:  {" far", "", "a ", "", ""},
		31 * time.Minute: {" far", " two", "a ", "", "long"},
	} {
		if got, want := describe(New(&c, mark, walk)), fmt.Sprintf(want, clashes...); got != want {
			t.Errorf("a walk of %v:\n%s\nwant\n%s", walk, got, want)
		}
	}
}

func TestBuilding(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"UB2.252A (Lameere)", "UB4.132", false},
		{"UB2.252A", "UD2.120", true},
		{"H.1301", "Janson", true},
		{"Saal 1", "saal Zuse", false},
		{"1.01", "1.02", false},
		{"1.01", "2.01", true},
		{"大厅 1", "大厅 2", false},
		{"?", "?", false},
	} {
		if (building(test.a) != building(test.b)) != test.want {
			t.Errorf("%q is in %q, %q in %q", test.a, building(test.a), test.b, building(test.b))
		}
	}
}

// TestBruteForce compares plans with what counting minutes gives: random ones that
// go past midnight, in three zones at once, on days on which a clock is changed.
func TestBruteForce(t *testing.T) {
	brussels, err := time.LoadLocation("Europe/Brussels")
	if err != nil {
		t.Fatal(err)
	}
	zones := []*time.Location{brussels, time.UTC, catalog.Wall()}
	random := rand.New(rand.NewPCG(1, 2))
	clashes, fits := 0, 0
	for round := range 100 {
		day := []time.Time{time.Date(2026, 3, 28, 20, 0, 0, 0, brussels), time.Date(2026, 10, 24, 20, 0, 0, 0, brussels)}[round%2]
		var c catalog.Catalog
		states := make(map[*catalog.Talk]marks.State)
		for n := range 40 {
			start := day.Add(time.Duration(random.IntN(9*12)) * 5 * time.Minute).In(zones[random.IntN(1+round%3)])
			if zone := start.Location(); catalog.IsWall(zone) {
				start = time.Date(start.Year(), start.Month(), start.Day(), start.Hour(), start.Minute(), 0, 0, zone)
			}
			talk := &catalog.Talk{ID: fmt.Sprint(n), Slot: catalog.Slot{
				Start: start, Duration: time.Duration(random.IntN(12)) * 5 * time.Minute, Room: []string{"A1", "A2", "B1", "7", ""}[random.IntN(5)],
			}}
			if random.IntN(2) == 0 {
				talk.Slot.Day = time.Date(2026, day.Month(), day.Day(), 0, 0, 0, 0, time.UTC)
			}
			states[talk] = []marks.State{marks.None, marks.None, marks.Going, marks.Maybe, marks.Skip}[random.IntN(5)]
			c.Talks = append(c.Talks, talk)
		}
		walk := time.Duration(random.IntN(3)) * 5 * time.Minute
		got := New(&c, func(t *catalog.Talk) marks.Mark { return marks.Mark{State: states[t]} }, walk)
		b := brute{&c, states, walk}
		planned := 0
		for _, day := range got.Days {
			gaps := b.gaps(day.Date)
			for _, l := range day.Lines {
				if l.Item != nil {
					planned++
					clashes += len(l.Item.Clashes)
					b.checkClashes(t, l.Item)
					continue
				}
				fits += len(l.Gap.Fits)
				if at := slices.Index(gaps, b.gap(l.Gap)); at < 0 {
					t.Errorf("round %d: a gap %s, want %q", round, b.gap(l.Gap), gaps)
				} else {
					gaps = slices.Delete(gaps, at, at+1)
				}
			}
			if len(gaps) > 0 {
				t.Errorf("round %d: no gaps %q", round, gaps)
			}
		}
		for _, state := range states {
			if state == marks.Going || state == marks.Maybe {
				planned--
			}
		}
		if planned != 0 || t.Failed() {
			t.Fatalf("round %d: %d too many talks in\n%s", round, planned, describe(got))
		}
	}
	if clashes < 1000 || fits < 100 {
		t.Errorf("%d clashes and %d talks that fit are too few to say anything", clashes, fits)
	}
}

// A brute counts minutes.
type brute struct {
	catalog *catalog.Catalog
	states  map[*catalog.Talk]marks.State
	walk    time.Duration
}

// minutes are those in which a talk runs, and after it as long as a walk takes.
func (b *brute) minutes(t *catalog.Talk, walk time.Duration) map[int64]bool {
	all := make(map[int64]bool)
	first := t.Slot.Start.Unix() / 60
	for m := range int64((b.catalog.Timetable().Duration(t) + walk) / time.Minute) {
		all[first+m] = true
	}
	return all
}

func (b *brute) clash(one, other *catalog.Talk) bool {
	walk := time.Duration(0)
	if one.Slot.Room != "" && other.Slot.Room != "" && one.Slot.Room[0] != other.Slot.Room[0] {
		walk = b.walk
	}
	if catalog.IsWall(one.Slot.Start.Location()) != catalog.IsWall(other.Slot.Start.Location()) {
		return false
	}
	for _, pair := range [][2]*catalog.Talk{{one, other}, {other, one}} {
		busy := b.minutes(pair[0], walk)
		for m := range b.minutes(pair[1], 0) {
			if busy[m] {
				return true
			}
		}
	}
	return false
}

func (b *brute) checkClashes(t *testing.T, i *Item) {
	var got, want []string
	for _, other := range i.Clashes {
		got = append(got, other.Talk.ID)
	}
	for _, other := range b.catalog.Talks {
		if state := b.states[other]; other != i.Talk && (state == marks.Going || state == marks.Maybe) && b.clash(i.Talk, other) {
			want = append(want, other.ID)
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%s clashes with %v, want %v", i.Talk.ID, got, want)
	}
}

func (b *brute) gap(g *Gap) string {
	var fits []string
	for _, t := range g.Fits {
		fits = append(fits, t.ID)
	}
	slices.Sort(fits)
	return fmt.Sprint(g.Start.Unix()/60, g.End.Unix()/60, catalog.IsWall(g.Start.Location()), fits)
}

// gaps are those of a day.
func (b *brute) gaps(date time.Time) []string {
	var gaps []string
	for _, wall := range []bool{false, true} {
		busy := make(map[int64]bool)
		for _, t := range b.catalog.Talks {
			if b.states[t] == marks.Going && t.Slot.Date().Equal(date) && catalog.IsWall(t.Slot.Start.Location()) == wall {
				for m := range b.minutes(t, 0) {
					busy[m] = true
				}
			}
		}
		first := int64(0)
		for m := date.Unix()/60 - 24*60; m < date.Unix()/60+3*24*60; m++ {
			switch {
			case busy[m] && first != 0 && first < m:
				gaps = append(gaps, fmt.Sprint(first, m, wall, b.fits(first, m, wall)))
				first = m + 1
			case busy[m]:
				first = m + 1
			}
		}
	}
	return gaps
}

// fits are the talks that fit between two minutes.
func (b *brute) fits(from, to int64, wall bool) []string {
	var fits []string
	for _, t := range b.catalog.Talks {
		fit := b.states[t] == marks.None && catalog.IsWall(t.Slot.Start.Location()) == wall
		for m := range b.minutes(t, 0) {
			fit = fit && m >= from && m < to
		}
		for _, going := range b.catalog.Talks {
			fit = fit && (b.states[going] != marks.Going || !b.clash(t, going))
		}
		if fit {
			fits = append(fits, t.ID)
		}
	}
	slices.Sort(fits)
	return fits
}

func BenchmarkNew(b *testing.B) {
	var c catalog.Catalog
	states := make(map[*catalog.Talk]marks.State)
	for i := range 50_000 { // a month of 40 rooms, every second talk marked
		start := time.Date(2026, 1, 1+i/1700, 9, i%1700/40*15, 0, 0, time.UTC)
		t := &catalog.Talk{Slot: catalog.Slot{Start: start, Duration: 30 * time.Minute, Room: fmt.Sprint(i % 40)}}
		c.Talks = append(c.Talks, t)
		states[t] = marks.State(i % 2)
	}
	for b.Loop() {
		New(&c, func(t *catalog.Talk) marks.Mark { return marks.Mark{State: states[t]} }, 0)
	}
}
