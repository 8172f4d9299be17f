package catalog

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestSurroundings looks at a day that goes on past midnight.
func TestSurroundings(t *testing.T) {
	cet := time.FixedZone("CET", 3600)
	saturday := time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC)
	talk := func(id, room string, hour float64, minutes int) *Talk {
		start := time.Date(2026, 1, 31, 0, 0, 0, 0, cet).Add(time.Duration(hour * float64(time.Hour)))
		return &Talk{ID: id, Conference: "C", Slot: Slot{Start: start, Duration: time.Duration(minutes) * time.Minute, Day: saturday, Room: room}}
	}
	wall := talk("wall", "C", 13, 60)
	wall.Slot.Start = time.Date(2026, 1, 31, 12, 0, 0, 0, Wall()) // the same moment, if it were UTC
	sunday := talk("sunday", "A", 26, 30)
	sunday.Slot.Day = saturday.AddDate(0, 0, 1)
	elsewhere := talk("elsewhere", "A", 13.25, 30)
	elsewhere.Conference = "D"
	whole := talk("whole", "A", 0, 0)
	whole.Slot.AllDay = true
	c := &Catalog{Talks: []*Talk{
		talk("long", "B", 12, 120), talk("one", "A", 13, 30), talk("two", "A", 13.5, 30), talk("three", "A", 14, 0), talk("four", "A", 16, 0),
		talk("open", "B", 13, 0), talk("late", "B", 23.5, 60), talk("night", "A", 24.25, 0), talk("roomless", "", 13, 10), {ID: "timeless"},
		wall, sunday, elsewhere, whole,
	}}
	for id, want := range map[string]string{
		"one":       "- < > two: long open roomless elsewhere",
		"two":       "one < > three: long open elsewhere", // open ends at 14:00, an hour after its start
		"three":     "two < > four: ",
		"long":      "- < > open: one roomless elsewhere two", // not three, which begins as it ends
		"open":      "long < > late: one roomless elsewhere two",
		"night":     "four < > -: late", // the next day's talk is no part of its day
		"late":      "open < > -: night",
		"sunday":    "- < > -: ",
		"roomless":  "- < > -: long one open",
		"elsewhere": "- < > -: long one open two",
		"wall":      "- < > -: ",
		"timeless":  "- < > -: ",
		"whole":     "- < > -: ",
	} {
		if got := around(c, id); got != want {
			t.Errorf("around %s: %s, want %s", id, got, want)
		}
	}
	for id, want := range map[string]time.Duration{"one": 30 * time.Minute, "three": time.Hour, "night": time.Hour, "open": time.Hour, "timeless": 0, "whole": 0} {
		if got := c.Timetable().Duration(named(c, id)); got != want {
			t.Errorf("%s takes %v, want %v", id, got, want)
		}
	}
}

// A talk without an end ends where the next begins.
func TestDurationWithoutEnd(t *testing.T) {
	at := func(minute int, room, track string) *Talk {
		return &Talk{ID: fmt.Sprint(minute, room, track), Slot: Slot{Start: time.Date(2026, 1, 31, 9, minute, 0, 0, Wall()), Room: room, Track: track}}
	}
	c := &Catalog{Talks: []*Talk{at(30, "A", ""), at(0, "A", ""), at(0, "A", "x"), at(0, "B", ""), at(20, "", "Go"), at(30, "", "Go"), at(25, "", "")}}
	for i, want := range []int{60, 30, 30, 60, 10, 60, 60} {
		if got := c.Timetable().Duration(c.Talks[i]); got != time.Duration(want)*time.Minute {
			t.Errorf("%s takes %v, want %d minutes", c.Talks[i].ID, got, want)
		}
	}
}

func named(c *Catalog, id string) *Talk {
	for _, t := range c.Talks {
		if t.ID == id {
			return t
		}
	}
	return nil
}

func around(c *Catalog, id string) string {
	name := func(t *Talk) string {
		if t == nil {
			return "-"
		}
		return t.ID
	}
	s := c.Timetable().Surroundings(named(c, id))
	var ids []string
	for _, t := range s.Meanwhile {
		ids = append(ids, t.ID)
	}
	return name(s.Before) + " < > " + name(s.After) + ": " + strings.Join(ids, " ")
}

func BenchmarkSurroundings(b *testing.B) {
	var c Catalog
	for i := range 100_000 { // a weekend of 40 rooms in which a talk begins each minute
		start := time.Date(2026, 1, 31, 9, i/40, 0, 0, Wall())
		c.Talks = append(c.Talks, &Talk{Slot: Slot{Start: start, Duration: time.Duration(i%2) * 30 * time.Minute, Room: fmt.Sprint(i % 40)}})
	}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			NewTimetable(c.Talks)
		}
	})
	b.Run("each", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			c.Timetable().Surroundings(c.Talks[i%len(c.Talks)])
		}
	})
}
