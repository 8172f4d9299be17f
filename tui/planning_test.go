package tui

import (
	"path/filepath"
	"testing"
	"time"

	"talks/catalog"
	"talks/catalog/marks"
)

// The plan has what is marked by time, its clashes and gaps; from it one goes to a
// talk and back.
func TestPlan(t *testing.T) {
	talk := func(title string, hour, minute, length int) catalog.Talk {
		start := time.Date(2026, 1, 31, hour, minute, 0, 0, time.UTC)
		return catalog.Talk{Title: title, Abstract: "About " + title + ".", Slot: catalog.Slot{Start: start, Duration: time.Duration(length) * time.Minute, Room: "Janson"}}
	}
	c := catalogOf(talk("Apples", 9, 30, 60), talk("Bears", 10, 0, 60), talk("Crows", 11, 0, 30), talk("Ducks", 12, 0, 30))
	d := drive(t, Options{Catalog: c}, 120, 36)
	d.keys("P")
	d.shows("plan", "no talk is marked going or maybe")
	d.keys("esc", "s", "j", "s", "s", "j", "j", "s", "P")
	d.shows("Saturday 31 January 2026", "09:30–10:30 ★ Apples", "clashes with 10:00–11:00 ☆ Bears", "clashes with 09:30–10:30 ★ Apples", "10:30–12:00  1h30m free, 1 talk fits", "12:00–12:30 ★ Ducks")
	d.keys("down", "down", "down", "down", "enter")
	d.shows("free 10:30–12:00", "11:00–11:30 Crows")
	d.keys("enter")
	d.shows("About Crows.")
	d.keys("s")
	d.shows("going: Crows")
	d.keys("P")
	d.shows("11:00–11:30 ★ Crows", "11:30–12:00  30m free, nothing fits")
	d.typed("nothing")
	d.keys("enter")
	d.shows("nothing fits")
	d.keys("esc", "esc", "esc")
	d.shows("About Ducks.")
}

// What a friend marks stands beside the user's marks, in the plan too, and is found.
// What another program marks is in the plan that opens.
func TestPlanOfTwo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "marks.toml")
	ada := marks.NewOthers("Ada", map[*catalog.Talk]marks.Mark{{Title: "Apples"}: {State: marks.Maybe}})
	open := keeper(path)
	o := Options{Catalog: schedule(), Walk: time.Minute, Marks: func() (*marks.Store, error) {
		store, err := open()
		store.SetFriends([]*marks.Others{ada})
		return store, err
	}}
	d := drive(t, o, 120, 36)
	d.shows("☆ Ada · Ada Lovelace", "☆ Ada: maybe")
	d.typed("/friend:ada")
	d.lists("Apples")
	d.keys("esc", "esc")
	drive(t, Options{Catalog: schedule(), Marks: keeper(path)}, 120, 36).keys("s")
	d.keys("P")
	d.shows("★ Apples", "Janson · ☆ Ada")
}
