// Package plan makes a plan of the talks that the user goes to or may go to: by
// day and time, with what clashes and with what would fit into the gaps.
package plan

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
	"time"
	"unicode"

	"talks/catalog"
	"talks/catalog/marks"
)

// A Plan is the talks of a catalog that are marked going or maybe.
type Plan struct {
	Days []Day   // by date
	Rest []*Item // those whose day is not known, in the order of the catalog

	// Friends returns who else has marked a talk.
	Friends func(*catalog.Talk) []marks.Friend
}

// A Day is the plan of one day of a conference; see catalog.Slot.Date.
type Day struct {
	Date  time.Time // midnight UTC
	Lines []Line    // those without a time of day first, then by time
}

// A Line is a talk or a gap; the other is nil.
type Line struct {
	Item *Item
	Gap  *Gap
}

// An Item is a talk of the plan.
type Item struct {
	Talk *catalog.Talk
	Mark marks.Mark

	// End is told in the zone of the start. Where the file gives none it is a
	// guess; see catalog.Timetable.Duration. It is zero where no time of day is
	// known.
	End time.Time

	// Clashes are the other talks of the plan that are not over when this one
	// begins, or begin before it is over, by time. Two in different buildings
	// need the time for the walk between them; see Overlaps.
	Clashes []*Item

	isWall   bool // its time is that of a clock on the wall
	building string
}

// A Gap is the time between two talks of a day that are marked going, in which
// no other such talk runs.
type Gap struct {
	Start, End time.Time

	// Fits are the talks of the same conference that begin and end in the gap,
	// have no state, and clash with no talk that is marked going; by time.
	Fits []*catalog.Talk
}

// Free says how long a gap is and how much fits into it: "1h30m free, 2 talks fit".
func (g *Gap) Free() string {
	minutes := int(g.End.Sub(g.Start) / time.Minute)
	free := fmt.Sprintf("%dm free, ", minutes)
	if minutes >= 60 {
		free = fmt.Sprintf("%dh%02dm free, ", minutes/60, minutes%60)
	}
	if len(g.Fits) == 0 {
		return free + "nothing fits"
	}
	return free + catalog.Count(len(g.Fits), "talk fits", "talks fit")
}

// New makes the plan of a catalog. A talk of which mark says skip fits nowhere.
// Walk is the time it takes from one building to another; rooms whose names begin
// with the same letters are in one building.
func New(c *catalog.Catalog, mark func(*catalog.Talk) marks.Mark, walk time.Duration) *Plan {
	p := Plan{Friends: func(*catalog.Talk) []marks.Friend { return nil }}
	var planned, free []*Item // planned: on a known day; free: without a state
	for _, t := range c.Talks {
		i := &Item{Talk: t, Mark: mark(t), isWall: catalog.IsWall(t.Slot.Start.Location()), building: building(t.Slot.Room)}
		if !t.Slot.Start.IsZero() && !t.Slot.AllDay {
			i.End = t.Slot.Start.Add(c.Timetable().Duration(t))
		}
		switch isPlanned := i.Mark.State == marks.Going || i.Mark.State == marks.Maybe; {
		case isPlanned && t.Slot.Date().IsZero():
			p.Rest = append(p.Rest, i)
		case isPlanned:
			planned = append(planned, i)
		case i.Mark.State == marks.None && !i.End.IsZero():
			free = append(free, i)
		}
	}
	all := newAgenda(planned, walk)
	for _, i := range all.items {
		i.Clashes = all.clashing(i)
	}
	going := newAgenda(slices.DeleteFunc(slices.Clone(planned), func(i *Item) bool { return i.Mark.State != marks.Going }), walk)
	sortByTime(free)
	slices.SortStableFunc(planned, func(a, b *Item) int {
		return cmp.Or(a.Talk.Slot.Date().Compare(b.Talk.Slot.Date()), compareTimes(a, b))
	})
	for len(planned) > 0 {
		date := planned[0].Talk.Slot.Date()
		n := slices.IndexFunc(planned, func(i *Item) bool { return !i.Talk.Slot.Date().Equal(date) })
		if n < 0 {
			n = len(planned)
		}
		p.Days = append(p.Days, Day{date, linesOf(planned[:n], going, free)})
		planned = planned[n:]
	}
	return &p
}

// Of makes the plan of the catalog that a store is bound to; see New. What is hidden
// for good fits into no gap.
func Of(c *catalog.Catalog, store *marks.Store, walk time.Duration) *Plan {
	hides := store.Hider()
	p := New(c, func(t *catalog.Talk) marks.Mark {
		m := store.Of(t)
		if m.State == marks.None && hides != nil && hides(t) {
			m.State = marks.Skip
		}
		return m
	}, walk)
	p.Friends = store.Friends
	return p
}

// linesOf are the lines of a day: its talks, which are by time, and its gaps. A gap
// stands before the first talk that begins in it or ends it.
func linesOf(day []*Item, going agenda, free []*Item) []Line {
	var lines []Line
	var open []*Gap
	last := make(map[bool]*Item) // the talk marked going that ends last so far, for each kind of zone
	for _, i := range day {
		if i.Mark.State != marks.Going || i.End.IsZero() {
			continue
		}
		before := last[i.isWall]
		if before != nil && i.start().After(before.End) {
			open = append(open, &Gap{before.End, i.start(), fitting(before, i, going, free)})
		}
		if before == nil || i.End.After(before.End) {
			last[i.isWall] = i
		}
	}
	for _, i := range day {
		for len(open) > 0 && !i.End.IsZero() && !open[0].Start.After(i.start()) {
			lines = append(lines, Line{Gap: open[0]})
			open = open[1:]
		}
		lines = append(lines, Line{Item: i})
	}
	return lines
}

// fitting returns the talks that fit between two.
func fitting(before, after *Item, going agenda, free []*Item) []*catalog.Talk {
	var fits []*catalog.Talk
	for _, i := range free[sort.Search(len(free), func(i int) bool { return !free[i].start().Before(before.End) }):] {
		if !i.start().Before(after.start()) {
			break
		}
		near := i.Talk.Conference == before.Talk.Conference || i.Talk.Conference == after.Talk.Conference
		if near && !i.End.After(after.start()) && i.isWall == after.isWall && len(going.clashing(i)) == 0 {
			fits = append(fits, i.Talk)
		}
	}
	return fits
}

// An agenda is items with a time of day, by time, in which those that clash with
// another are found.
type agenda struct {
	items []*Item
	walk  time.Duration
	reach time.Duration // how long before another one an item can begin and clash
}

func newAgenda(items []*Item, walk time.Duration) agenda {
	a := agenda{walk: walk}
	for _, i := range items {
		if !i.End.IsZero() {
			a.items = append(a.items, i)
			a.reach = max(a.reach, i.End.Sub(i.start())+walk)
		}
	}
	sortByTime(a.items)
	return a
}

// clashing returns the items that clash with one.
func (a *agenda) clashing(i *Item) []*Item {
	var list []*Item
	earliest := i.start().Add(-a.reach)
	for _, other := range a.items[sort.Search(len(a.items), func(at int) bool { return !a.items[at].start().Before(earliest) }):] {
		walk := a.walk
		if i.building == other.building || i.building == "" || other.building == "" {
			walk = 0
		}
		if !other.start().Before(i.End.Add(a.walk)) {
			break
		}
		if other != i && i.meets(other, walk) {
			list = append(list, other)
		}
	}
	return list
}

// Overlaps reports whether two talks run at the same time; two that clash and do
// not overlap leave too little time for the walk.
func (i *Item) Overlaps(other *Item) bool { return i.meets(other, 0) }

// meets reports whether there is less than a time between two talks. What a clock
// on the wall shows cannot be compared with a time in a zone.
func (i *Item) meets(other *Item, walk time.Duration) bool {
	return i.isWall == other.isWall && i.start().Before(other.End.Add(walk)) && other.start().Before(i.End.Add(walk))
}

func (i *Item) start() time.Time { return i.Talk.Slot.Start }

// compareTimes orders what has no time of day before what has one.
func compareTimes(a, b *Item) int {
	if a.End.IsZero() || b.End.IsZero() {
		return a.End.Compare(b.End)
	}
	return a.start().Compare(b.start())
}

func sortByTime(items []*Item) { slices.SortStableFunc(items, compareTimes) }

// building is how the name of a room begins: its first letters, or its first
// digits. "UB2.252A" and "UB4.132" are in one building, "H.1301" in another.
func building(room string) string {
	room = strings.ToLower(room)
	isPart := unicode.IsLetter
	if strings.IndexFunc(room, unicode.IsLetter) != 0 {
		isPart = unicode.IsDigit
	}
	if end := strings.IndexFunc(room, func(r rune) bool { return !isPart(r) }); end > 0 {
		return room[:end]
	}
	return room
}
