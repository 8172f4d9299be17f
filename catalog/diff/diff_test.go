package diff

import (
	"fmt"
	"testing"
	"time"

	"talks/catalog"
)

// talk makes a talk with an id, at an hour of 31 January 2026 in Brussels.
func talk(id, title string, hour int) catalog.Talk {
	zone := time.FixedZone("", 3600)
	t := catalog.Talk{ID: id, Title: title, Conference: "Conf 2026", Abstract: "A."}
	t.Slot = catalog.Slot{Start: time.Date(2026, 1, 31, hour, 0, 0, 0, zone), Duration: 30 * time.Minute, Room: "A"}
	t.Speakers = []catalog.Person{{Name: "Ada"}, {Name: "Bo"}}
	return t
}

func TestCompare(t *testing.T) {
	gather := func(talks ...catalog.Talk) *catalog.Catalog {
		var b catalog.Builder
		b.Add(catalog.Document{File: "f", Talks: talks})
		return b.Catalog()
	}
	change := func(id string, how func(*catalog.Talk)) catalog.Talk {
		was := talk(id, "Talk "+id, 9)
		how(&was)
		return was
	}
	same := func(*catalog.Talk) {}
	older := gather(change("0", same), change("1", same), change("2", same), change("3", same), change("4", same), change("5", same), change("6", same),
		change("7", func(t *catalog.Talk) { t.Slot.Start = time.Time{} }), change("8", same), change("9", same), change("10", same), change("11", same))
	newer := gather(talk("n", "New", 9),
		change("11", func(t *catalog.Talk) { t.Slot.Start = time.Time{} }),
		change("10", func(t *catalog.Talk) { t.Slot.Start = catalog.OnWall(t.Slot.Start).Add(time.Hour) }),
		change("9", func(t *catalog.Talk) { t.Slot.Start = catalog.OnWall(t.Slot.Start) }),
		change("8", func(t *catalog.Talk) { t.Slot.Start = t.Slot.Start.UTC() }),
		change("7", same),
		change("6", func(t *catalog.Talk) { t.Abstract = "B." }),
		change("5", func(t *catalog.Talk) { t.Speakers = t.Speakers[1:] }),
		change("4", func(t *catalog.Talk) { t.Title = "Renamed" }),
		change("3", func(t *catalog.Talk) { t.Slot.Room = "" }),
		change("2", func(t *catalog.Talk) { t.Slot.Duration = time.Hour }),
		change("1", func(t *catalog.Talk) { t.Slot.Start = t.Slot.Start.Add(26 * time.Hour); t.Slot.Room = "B" }))
	d := Compare(older, newer)
	want := map[string]string{
		"1": "[time: Sun 1 Feb 2026 11:00-11:30, was Sat 31 Jan 2026 09:00-09:30 room: B, was A]",
		"2": "[time: Sat 31 Jan 2026 09:00-10:00, was Sat 31 Jan 2026 09:00-09:30]",
		"3": "[room: open, was A]", "4": "[title: Renamed, was Talk 4]", "5": "[speakers: Bo, was Ada, Bo]", "6": "[text changed]",
		"7":  "[time: Sat 31 Jan 2026 09:00-09:30, was open]",
		"10": "[time: Sat 31 Jan 2026 10:00-10:30, was Sat 31 Jan 2026 09:00-09:30]", "11": "[time: open, was Sat 31 Jan 2026 09:00-09:30]",
	}
	for _, p := range d.Changed {
		if got := fmt.Sprint(p.Changes); got != want[p.Is.ID] {
			t.Errorf("%s: got %s, want %s", p.Is.ID, got, want[p.Is.ID])
		}
	}
	if len(d.Changed) != len(want) || len(d.New) != 1 || d.New[0].ID != "n" || len(d.Gone) != 1 || d.Gone[0].ID != "0" {
		t.Errorf("got %d changed, new %v, gone %v", len(d.Changed), d.New, d.Gone)
	}
	if d.Count(Time) != 5 || d.Count(Room) != 2 {
		t.Errorf("got %d times, %d rooms", d.Count(Time), d.Count(Room))
	}
	if d := Compare(newer, newer); d.New != nil || d.Gone != nil || d.Changed != nil {
		t.Errorf("the same: %v", d)
	}
}
