package tui

import (
	"fmt"
	"testing"
	"time"

	"talks/catalog"
	"talks/tui/order"
)

// weekend is two days, the first with a night, in catalog order.
func weekend() *catalog.Catalog {
	cet := time.FixedZone("CET", 3600)
	var talks []catalog.Talk
	for i, hours := range [][]float64{{10, 14, 14.5, 23, 25.5}, {9, 12}} {
		day := 30 + i
		for _, hour := range hours {
			midnight := time.Date(2026, 1, day, 0, 0, 0, 0, cet)
			talks = append(talks, catalog.Talk{
				Title: fmt.Sprint(day, " at ", hour), Abstract: "Text.", Conference: "Conf",
				Slot: catalog.Slot{Start: midnight.Add(time.Duration(hour * float64(time.Hour))), Duration: time.Hour, Day: time.Date(2026, 1, day, 0, 0, 0, 0, time.UTC)},
			})
		}
	}
	return catalogOf(append(talks, catalog.Talk{Title: "Without a time", Abstract: "Text."})...)
}

func TestJump(t *testing.T) {
	for _, test := range []struct{ typed, want string }{
		{"14", "30 at 14"},
		{"14:", "30 at 14"},
		{"14:01", "30 at 14.5"},
		{"9", "30 at 10"},
		{"10:00", "30 at 10"},
		{"22:30", "30 at 23"},
		{"1:30", "30 at 25.5"}, // of the night: the day begins later
		{"25", "30 at 25.5"},
		{"26", "30 at 25.5"}, // the last of the day
		{"sat", "31 at 9"},
		{"sat 1:15", "30 at 25.5"}, // as its row says
		{"sat 2", "31 at 9"},
		{"sat 11", "31 at 12"},
		{"11 saturday", "31 at 12"},
		{"fri 14:10", "30 at 14.5"},
		{"sun", "30 at 23"}, // none: stays
		{"25:99", "30 at 23"},
		{"", "30 at 23"},
	} {
		d := drive(t, Options{Catalog: weekend()}, 120, 36)
		d.keys("j", "j", "j") // to 23:00 of Friday
		d.keys("@")
		d.typed(test.typed)
		if got := d.m.current().Title; got != test.want {
			t.Errorf("@%s goes to %q, want %q", test.typed, got, test.want)
		}
		d.keys("enter")
		if got := d.m.current().Title; got != test.want || d.m.mode() != inList {
			t.Errorf("after enter @%s is at %q, want %q", test.typed, got, test.want)
		}
	}
}

func TestJumpBack(t *testing.T) {
	d := drive(t, Options{Catalog: weekend()}, 120, 36)
	d.keys("S", "g", "j") // by title
	was := d.m.current().Title
	d.keys("@")
	d.shows("@ 14:00, or sun 9:30")
	d.typed("14")
	if d.m.current().Title != "30 at 14" || d.m.sorting != order.Default {
		t.Errorf("the list is not by time, at %q", d.m.current().Title)
	}
	d.keys("esc")
	if d.m.current().Title != was || d.m.sorting != order.Title || d.m.mode() != inList {
		t.Errorf("esc goes back to %q, want %q", d.m.current().Title, was)
	}
	d.keys("@")
	d.typed("9x")
	d.keys("enter")
	d.shows("no such time here: 9x")
	d.keys("G", "@")
	d.shows("no time to go from") // of the talk without one
}

// A jump goes on in the hits that come while it is typed, though they lack the talk
// that it began on.
func TestJumpBeforeTheHitsCome(t *testing.T) {
	d := drive(t, Options{Catalog: weekend()}, 120, 36)
	d.keys("j", "j", "j") // to 23:00 of Friday
	d.hold = true
	d.typed("/31")
	d.keys("esc", "@")
	d.release(false)
	d.typed("14")
	d.selects("31 at 12")
	d.keys("esc")
	d.isIn(inList)
}

// What is:now finds goes by the clock that the program is given.
func TestNow(t *testing.T) {
	clock := func([]*catalog.Talk) time.Time { return time.Date(2026, 1, 30, 14, 40, 0, 0, catalog.Wall()) }
	d := drive(t, Options{Catalog: weekend(), Clock: clock}, 120, 36)
	d.typed("/is:now")
	d.lists("30 at 14", "30 at 14.5")
	d.keys("ctrl+u")
	d.typed("time:01:30")
	d.lists("30 at 25.5")
}
