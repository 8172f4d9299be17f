package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/tui/layout"
)

// schedule is a catalog as a conference's file gives it.
func schedule() *catalog.Catalog {
	brussels := time.FixedZone("CET", 3600)
	at := func(hour, minute int) time.Time { return time.Date(2026, 1, 31, hour, minute, 0, 0, brussels) }
	return catalogOf(
		catalog.Talk{
			Title: "Zebras in the kernel", Abstract: "Stripes and scheduling.", Conference: "Conf 2026", Type: "lecture", Language: "en",
			Speakers: []catalog.Person{{Name: "Ada Lovelace", Biography: "Ada wrote programs."}, {Name: "Grace Hopper"}},
			Slot:     catalog.Slot{Start: at(14, 0), Duration: 25 * time.Minute, Room: "K.1.105", Track: "Kernel"},
			Links:    []catalog.Link{{URL: "https://example.org/slides.pdf", Kind: catalog.LinkSlides}},
		},
		catalog.Talk{
			Title: "Apples", Abstract: "Fruit.", Conference: "Conf 2026",
			Speakers: []catalog.Person{{Name: "Ada Lovelace"}},
			Slot:     catalog.Slot{Start: at(9, 30), Duration: time.Hour, Room: "Janson", Track: "Main"},
		},
		catalog.Talk{Title: "Without a time", Abstract: "Whenever.", Conference: "Conf 2026", Slot: catalog.Slot{Track: "Attic"}},
	)
}

func TestScheduleOnTheScreen(t *testing.T) {
	d := drive(t, Options{Catalog: schedule()}, 120, 36)
	d.shows(
		" SATURDAY 31 JANUARY   09:00 ", "┃ 09:30  Janson   Ada Lovelace · Main ",
		"\n 14:00 ", "  14:00  K.1.105  Ada Lovelace +1 · Kernel ",
		" NO TIME ", "                   Attic ",
	)
	d.keys("down", "enter")
	d.shows(
		"Ada Lovelace, Grace Hopper", "Saturday 31 January 2026, 14:00–14:25 CET · K.1.105\n", "Kernel · lecture · en\n",
		"Stripes and scheduling.", "[1] slides  example.org/slides.pdf", "Ada wrote programs.", "Also by Ada Lovelace", "Sat 09:30  Janson  Apples",
	)
	d.lacks("Also by Grace Hopper")
}

// A row has time and room first, however many speak and however narrow it is.
func TestTimeIsNotCut(t *testing.T) {
	d := drive(t, Options{Catalog: schedule()}, 100, 30)
	d.shows("14:00  K.1.105  Ada Lovelace +1      │", "09:30  Janson   Ada Lovelace · Main  │")
	for width, want := range map[int]string{
		48: "14:00  K.1.105  Ada Lovelace +1 · Kernel", 40: "14:00  K.1.105  Ada Lovelace +1",
		30: "14:00  K.1.105  Ada Lovel…", 20: "14:00  K.1.105",
	} {
		d.send(tea.WindowSizeMsg{Width: width, Height: 12})
		d.shows("   " + want + "\n")
	}
	d.send(tea.WindowSizeMsg{Width: 40, Height: 12})
	d.typed("/hopper")
	d.shows("┃ 14:00  K.1.105  Grace Hopper +1\n")
	d.highlights("Hopper")
}

// What is only a filter is not highlighted, neither in every row nor in the detail,
// and a room loses its brackets where it is wide.
func TestFilterIsNotHighlighted(t *testing.T) {
	d := drive(t, Options{Catalog: catalogOf(
		catalog.Talk{Title: "Borrowed", Slot: catalog.Slot{Track: "Rust", Room: "UB2.252A (Lameere)"}},
		catalog.Talk{Title: "Rust without a track", Slot: catalog.Slot{Room: "H.1 (B)"}},
	)}, 60, 12)
	d.shows("┃ UB2.252A  Rust\n", "  H.1 (B)\n")
	d.typed("/track:rust")
	d.highlights()
	d.send(tea.WindowSizeMsg{Width: 120, Height: 36})
	d.shows("│ ", "Rust")
	d.highlights()
	d.send(tea.WindowSizeMsg{Width: 60, Height: 12})
	d.keys("ctrl+u")
	d.typed("rust")
	d.highlights("Rust", "Rust")
}

// A room that is found may stand beside a name that is too long, and no track.
func TestLongNameAlone(t *testing.T) {
	d := drive(t, Options{Catalog: catalogOf(catalog.Talk{
		Title: "Alone", Speakers: []catalog.Person{{Name: strings.Repeat("long name ", 9)}}, Slot: catalog.Slot{Room: "Attic"},
	})}, 60, 12)
	d.typed("/attic")
	d.shows("┃ Attic  long name long name long name")
	d.highlights("Attic")
}

// Only the selected row says where in the text the words are, below its facts, and
// shows the whole title.
func TestSelectedRow(t *testing.T) {
	d := drive(t, Options{Catalog: schedule()}, 120, 36)
	d.typed("/stripes | fruit")
	d.shows("┃ 14:00  K.1.105  Ada Lovelace +1 · Kernel ", "┃ Stripes and scheduling.  ", "  09:30  Janson   Ada Lovelace · Main ")
	d.lacks("   Fruit")
	d.keys("down")
	d.shows("┃ Fruit.  ")
	d.lacks("┃ Stripes")
	d.keys("up", "ctrl+u", "esc")
	d.selects("Zebras")
	d.send(tea.WindowSizeMsg{Width: 22, Height: 12})
	d.shows("┃ Zebras in the\n ┃ kernel\n ┃ 14:00  K.1.105  A…\n", " SAT 31 JAN   09:00\n")
	d.keys("up")
	d.shows("   Zebras in the ker…\n   14:00")
}

func TestTimesOfTheUsersZone(t *testing.T) {
	d := drive(t, Options{Catalog: schedule(), Zone: time.FixedZone("EST", -5*3600)}, 120, 36)
	d.shows("31 JANUARY   03:00", "03:30  Janson", "Saturday 31 January 2026, 03:30–04:30 EST")
}

// Times of which no zone is known stay as they are, and stand among the others
// by what the clock shows.
func TestTimesOfNoZone(t *testing.T) {
	c := gather(
		catalog.Document{File: "a.xml", Talks: []catalog.Talk{
			{Title: "Zoned", Slot: catalog.Slot{Start: time.Date(2026, 1, 31, 9, 0, 0, 0, time.FixedZone("CET", 3600)), Duration: time.Hour}},
		}},
		catalog.Document{File: "b.json", Talks: []catalog.Talk{
			{Title: "Floating", Slot: catalog.Slot{Start: time.Date(2026, 1, 31, 8, 30, 0, 0, catalog.Wall())}},
		}},
	)
	d := drive(t, Options{Catalog: c}, 120, 36)
	d.lists("Floating", "Zoned")
	d.shows("JANUARY   08:00", "┃ 08:30 ", "Saturday 31 January 2026, 08:30", "\n 09:00 ", "  09:00 ")
	d.lacks("local time")

	d = drive(t, Options{Catalog: c, Zone: time.FixedZone("EST", -5*3600)}, 120, 36)
	d.lists("Zoned", "Floating")
	d.shows("\n 08:00 ", "  08:30 ", "┃ 03:00", "Saturday 31 January 2026, 03:00–04:00 EST")
	d.keys("down")
	d.shows("Saturday 31 January 2026, 08:30 local time")
}

// A talk of another date than its day of the conference says both: one after
// midnight, and one that begins the next day where the user is.
func TestDaysOfTheConference(t *testing.T) {
	cet := time.FixedZone("CET", 3600)
	saturday := time.Date(2019, 12, 28, 0, 0, 0, 0, time.UTC)
	monday := saturday.AddDate(0, 0, 2)
	c := catalogOf(
		catalog.Talk{Title: "Night", Slot: catalog.Slot{Start: time.Date(2019, 12, 29, 0, 30, 0, 0, cet), Duration: time.Hour, Day: saturday, Room: "Ada"}},
		catalog.Talk{Title: "Evening", Slot: catalog.Slot{Start: time.Date(2019, 12, 28, 18, 0, 0, 0, cet), Day: saturday}},
		catalog.Talk{Title: "Late", Slot: catalog.Slot{Start: time.Date(2019, 12, 31, 1, 0, 0, 0, cet), Day: monday}},
		catalog.Talk{Title: "Some time", Slot: catalog.Slot{Day: saturday, Room: "Foyer"}},
	)
	d := drive(t, Options{Catalog: c}, 120, 36)
	d.lists("Evening", "Night", "Late", "Some time")
	d.shows(
		" SATURDAY 28 DECEMBER   18:00", "┃ 18:00 ", "\n 00:00 ", "   Sun 00:30  Ada ",
		" MONDAY 30 DECEMBER   01:00", "   Tue 01:00 ", " SATURDAY 28 DECEMBER ", "              Foyer ", "Saturday 28 December 2019, 18:00 CET",
	)
	d.keys("S")
	d.shows("   Mon/Tue 01:00", "┃ Sat 18:00", "   Sat/Sun 00:30  Ada ", "   Sat            Foyer")
	d.keys("ctrl+s")
	d.keys("down")
	d.shows("Sunday 29 December 2019, 00:30–01:30 CET (Saturday's programme) ·")
	d.keys("down", "down")
	d.shows("Saturday 28 December 2019 · Foyer")
	d.typed("/day:1")
	d.lists("Evening", "Night", "Some time")

	d = drive(t, Options{Catalog: c, Zone: time.FixedZone("JST", 9*3600)}, 120, 36)
	d.shows(" SATURDAY 28 DECEMBER   02:00", "┃ Sun 02:00", "Sunday 29 December 2019, 02:00 JST (Saturday's programme)", "   Sun 08:30  Ada")
}

func TestSorting(t *testing.T) {
	d := drive(t, Options{Catalog: schedule()}, 120, 36)
	byTime := []string{"Apples", "Zebras in the kernel", "Without a time"}
	d.lists(byTime...)
	for _, want := range []struct {
		says   string
		titles []string
	}{
		{"by title", []string{"Apples", "Without a time", "Zebras in the kernel"}},
		{"by track", []string{"Without a time", "Zebras in the kernel", "Apples"}},
		{"by room", byTime},
		{"by time", byTime},
		{"back by room", byTime},
		{"back by track", []string{"Without a time", "Zebras in the kernel", "Apples"}},
	} {
		if back := strings.TrimPrefix(want.says, "back "); back != want.says {
			want.says = back
			d.keys("ctrl+s")
		} else {
			d.keys("S")
		}
		d.shows(want.says)
		d.lists(want.titles...)
		if got := d.m.list.Cursor(); got != 0 {
			t.Errorf("%s: the cursor went to %d, which nobody chose", want.says, got)
		}
	}
}

// A title in quotes stands at its first letter.
func TestSortingByTitleSkipsQuotes(t *testing.T) {
	d := drive(t, Options{Catalog: catalogOf(catalog.Talk{Title: "Zebras"}, catalog.Talk{Title: `"Quoted"`}, catalog.Talk{Title: "[Apples]"})}, 80, 24)
	d.keys("S")
	d.lists("[Apples]", `"Quoted"`, "Zebras")
}

func TestSortingKeepsTheChosenTalk(t *testing.T) {
	d := drive(t, Options{Catalog: schedule()}, 120, 36)
	d.keys("down", "S", "S")
	d.selects("Zebras in the kernel")
}

// A query is answered by relevance, whatever the catalog was sorted by.
func TestNewQueryIsSortedByRelevance(t *testing.T) {
	d := drive(t, Options{Catalog: schedule()}, 120, 36)
	d.keys("S", "S")
	d.shows("by track")
	d.typed("/apples")
	d.lacks("by track")
	d.keys("esc", "S")
	d.shows("by time")
	d.keys("/", "backspace")
	d.shows("by time")
	d.keys("ctrl+u")
	d.shows("by track")
}

// What only narrows the catalog is looked through as the catalog is: by time,
// or as the user has sorted it.
func TestFilterKeepsTheOrder(t *testing.T) {
	d := drive(t, Options{Catalog: schedule()}, 120, 36)
	d.typed("/speaker:ada")
	d.lists("Apples", "Zebras in the kernel")
	d.keys("esc", "S", "esc")
	d.shows("by title")
	d.typed("/!apples")
	d.shows("by title")
	d.lists("Without a time", "Zebras in the kernel")
	d.typed(" zebras")
	d.lacks("by title")
}

// Of several years the newest comes first, each with its talks in order of time; of
// several conferences that which ended last.
func TestNewestFirst(t *testing.T) {
	at := func(year int) catalog.Slot { return catalog.Slot{Start: time.Date(year, 2, 1, 9, 0, 0, 0, time.UTC)} }
	late := at(2024)
	late.Start = late.Start.Add(time.Hour)
	d := drive(t, Options{Catalog: catalogOf(
		catalog.Talk{Title: "A", Conference: "Old", Slot: at(2012)}, catalog.Talk{Title: "B", Conference: "New", Slot: late},
		catalog.Talk{Title: "C", Conference: "New", Slot: at(2024)}, catalog.Talk{Title: "D", Conference: "Never"},
	)}, 120, 36)
	d.lists("C", "B", "A", "D")
	d.shows(" THURSDAY 1 FEBRUARY 2024   09:00", "┃ 09:00  New", "\n 10:00", " WEDNESDAY 1 FEBRUARY 2012   09:00", "\n NO TIME")
	d.keys("S")
	d.shows("2012 Wed 09:00  Old")
	d.keys("S")
	d.shows("by conference", "\n New ", "┃ Thu 09:00 ", "\n Old ", "\n Never ")
	d.lists("C", "B", "A", "D")
}

// A hit in the speakers is highlighted in the line that names them.
func TestSpeakerIsHighlighted(t *testing.T) {
	d := drive(t, Options{Catalog: schedule()}, 120, 36)
	d.typed("/hopper")
	d.highlights("Hopper", "Hopper")
}

func TestSourceIsShownWhereThereAreSeveral(t *testing.T) {
	ada := []catalog.Person{{Name: "Ada"}}
	c := gather(
		catalog.Document{File: "a.xml", Talks: []catalog.Talk{{Title: "A", Conference: "Conf 2025", Speakers: ada, Source: catalog.Source{File: "a.xml"}}}},
		catalog.Document{File: "b.xml", Talks: []catalog.Talk{{Title: "B", Conference: "Conf 2026", Speakers: ada, Source: catalog.Source{File: "b.xml"}}}},
	)
	d := drive(t, Options{Catalog: c}, 120, 36)
	d.shows("Conf 2025", "Conf 2026", "Conf 2025 · a.xml", "Conf 2026  B")

	d = drive(t, Options{Catalog: gather(
		catalog.Document{File: "x/a.txt", Talks: []catalog.Talk{{Title: "A", Abstract: "text", Source: catalog.Source{File: "x/a.txt"}}}},
		catalog.Document{File: "x/b.txt", Talks: []catalog.Talk{{Title: "B", Abstract: "text", Source: catalog.Source{File: "x/b.txt"}}}},
	)}, 120, 36)
	d.shows("   b.txt", "│  a.txt")
	d.lacks("x/")
}

func TestDeadQueryExplainsItself(t *testing.T) {
	d := driveSeed(t, 120, 36)
	d.typed("/kubernetes qqqqx")
	d.shows("no talk has all of: kubernetes, qqqqx", "to blame: qqqqx", "closest:", "tab: did you mean kubernetes (")
	d.keys("tab")
	d.shows("/ kubernetes")
	d.lacks("no talk", "qqqqx")
	d.keys("ctrl+u")
	d.typed("qqqqzzzz")
	d.shows("no talk has: qqqqzzzz", "no hits")
	d.keys("ctrl+u")
	d.lacks("no talk")
}

// Even the smallest window says that nothing was found, and what to do.
func TestDeadQueryInASmallWindow(t *testing.T) {
	d := driveSeed(t, layout.MinWidth, layout.MinHeight)
	d.typed("/qqqqzzzz")
	d.shows("no talk has: qq", "^u empties the ")
}

// What is offered can be clicked, and comes late without moving anything.
func TestAdviceComesLate(t *testing.T) {
	d := driveSeed(t, 120, 36)
	d.typed("/kubernetes zi")
	d.hold = true
	d.typed("g")
	held := d.held
	d.held, d.hold = nil, false
	_, advise := d.m.Update(held[0]().(tea.BatchMsg)[0]()) // the hits, but not yet the advice
	first := d.rows()[4]
	d.lacks("did you mean")
	d.run(advise)
	d.shows("did you mean")
	if d.rows()[4] != first {
		t.Errorf("the list moved: %q, was %q", d.rows()[4], first)
	}
	d.send(tea.MouseClickMsg{X: 10, Y: 2, Button: tea.MouseLeft}) // not an offer
	d.asks("kubernetes zig")
	d.send(tea.MouseClickMsg{X: 25, Y: 35, Button: tea.MouseLeft})
	if got := d.m.query(); strings.Contains(got, "zig") {
		t.Errorf("after a click the query is %q", got)
	}
}

// No frame shows a query with the hits of another one: the latest frame stays for a
// moment, then there are no hits until the right ones come.
func TestNoHitsOfAnotherQuery(t *testing.T) {
	d := driveSeed(t, 120, 36)
	d.typed("/istio")
	before := d.screen()
	d.hold = true
	d.typed(" h")
	if d.screen() != before {
		t.Errorf("while hits are awaited the screen is\n%s\nwant\n%s", d.screen(), before)
	}
	d.send(lateMsg{d.m.awaited - 1}) // of an earlier search
	d.lacks("searching")
	d.send(lateMsg{d.m.awaited})
	d.shows("/ istio h", "searching")
	d.lacks("Istio Ambient Mesh")
	d.send(tea.WindowSizeMsg{Width: 90, Height: 30})
	d.lacks("Istio Ambient Mesh")
	d.release(false)
	d.lacks("searching")
	d.shows("Istio", "1 of ")
}

// A window of another size shows no hits of another query either.
func TestResizedWhileHitsAreAwaited(t *testing.T) {
	d := driveSeed(t, 120, 36)
	d.typed("/istio")
	d.hold = true
	d.typed(" h")
	d.send(tea.WindowSizeMsg{Width: 90, Height: 30})
	d.shows("/ istio h", "searching")
	d.lacks("Istio Ambient Mesh")
}

// What a query probably means is taken by tab, also where it has hits.
func TestTabTakesATimeForAWord(t *testing.T) {
	d := drive(t, Options{Catalog: catalogOf(
		catalog.Talk{Title: "Lunch is at 14:00", Slot: catalog.Slot{Start: time.Date(2026, 1, 31, 14, 0, 0, 0, time.UTC), Duration: time.Hour, Room: "A"}},
		catalog.Talk{Title: "Breakfast", Slot: catalog.Slot{Start: time.Date(2026, 1, 31, 9, 0, 0, 0, time.UTC), Duration: time.Hour, Room: "B"}},
	)}, 100, 30)
	d.typed("/14:00")
	d.shows("tab: did you mean time:14:00?")
	d.keys("tab")
	d.asks("time:14:00")
	d.selects("Lunch is at 14:00")
}

// twoDays is a conference of two days in three rooms.
func twoDays() *catalog.Catalog {
	var talks []catalog.Talk
	add := func(day, hour, minute int, room, track, title, abstract string, names ...string) {
		t := catalog.Talk{
			Title: title, Abstract: abstract, Conference: "Conf 2026", Language: "en", Type: "lecture",
			Slot: catalog.Slot{
				Start: time.Date(2026, 1, 30+day, hour, minute, 0, 0, time.FixedZone("CET", 3600)), Duration: 25 * time.Minute,
				Day: time.Date(2026, 1, 30+day, 0, 0, 0, 0, time.UTC), Room: room, Track: track,
			},
		}
		for _, n := range names {
			t.Speakers = append(t.Speakers, catalog.Person{Name: n})
		}
		talks = append(talks, t)
	}
	add(1, 9, 30, "Janson", "Main Track", "Welcome", "Doors, coffee, and where the rooms are.", "The Team")
	add(1, 10, 0, "Janson", "Main Track", "A compiler that explains itself", "What an error owes to its reader.", "Ada Lovelace", "Grace Hopper")
	add(1, 10, 30, "K.1.105 (Fountain)", "Databases", "Indexes without tears", "A tour of trees, hashes and sorted runs.", "Edgar Codd")
	add(1, 10, 45, "UB2.147", "Energy", "Meters that speak: a demand response for a whole street in one winter", "We wired forty houses. The grid learned to wait, and a compiler in each meter made it small enough.", "Hedy Lamarr", "Maria Telkes", "Edith Clarke")
	add(1, 11, 0, "Janson", "Main Track", "Free your firmware", "From the reset vector to a shell.", "Grace Hopper")
	add(1, 13, 5, "K.1.105 (Fountain)", "Databases", "Joins, and how to live with them", "The optimizer is a compiler too.", "Edgar Codd", "Jim Gray")
	add(1, 13, 30, "UB2.147", "Energy", "Heat pumps over radio", "Decoding what the neighbours send.", "Maria Telkes")
	add(1, 14, 0, "Janson", "Main Track", "云原生的编译器", "A compiler in the cloud.", "Wu Wenjun")
	add(1, 14, 0, "UB2.147", "Energy", "A battery for the cellar", "Chemistry that does not burn.", "Maria Telkes")
	add(1, 15, 0, "Janson", "Main Track", "Letters from the archive", "What a mailing list remembers.", "Kathleen Booth")
	add(1, 15, 30, "K.1.105 (Fountain)", "Databases", "One writer, many readers", "Snapshots explained with paper.", "Jim Gray")
	add(1, 16, 0, "UB2.147", "Energy", "The grid at night", "When nobody cooks.", "Edith Clarke")
	add(2, 9, 0, "UB2.147", "Energy", "Sundays are windy", "Forecasts for a co-operative.", "Edith Clarke")
	add(2, 9, 0, "Janson", "Main Track", "Compilers for museums", "Old tapes, old machines.", "Kathleen Booth")
	add(2, 10, 0, "K.1.105 (Fountain)", "Databases", "Closing the log", "When may a record go?", "Jim Gray")
	add(2, 11, 0, "Janson", "Main Track", "Fonts for all scripts", "Shaping, from Thai to Tamil.", "Wu Wenjun")
	add(2, 13, 0, "UB2.147", "Energy", "Solar ovens", "Bread without a grid.", "Maria Telkes")
	add(2, 14, 30, "Janson", "Main Track", "Who reads the source?", "Teaching with old programs.", "Kathleen Booth", "Ada Lovelace")
	add(2, 16, 0, "K.1.105 (Fountain)", "Databases", "Keys that outlive us", "Names for a hundred years.", "Edgar Codd")
	add(2, 17, 0, "Janson", "Main Track", "Goodbye", "And who cleans up.", "The Team")
	return catalogOf(talks...)
}
