package tui

import (
	"fmt"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
)

// What a key costs besides the search: Update and the frame after it.
// 2026-11-23, the 19 talks of the seed, 120x36, 2 cores under load: 0.08 ms.
func BenchmarkKey(b *testing.B) {
	m := New(Options{Catalog: seedCatalog(b)})
	m.Update(tea.WindowSizeMsg{Width: 120, Height: 36})
	keys := []tea.KeyPressMsg{{Code: tea.KeyDown}, {Code: tea.KeyDown}, {Code: tea.KeyUp}}
	i := 0
	b.ReportAllocs()
	for b.Loop() {
		m.Update(keys[i%len(keys)])
		m.View()
		i++
	}
}

func BenchmarkView(b *testing.B) {
	m := New(Options{Catalog: seedCatalog(b)})
	m.Update(tea.WindowSizeMsg{Width: 120, Height: 36})
	b.ReportAllocs()
	for b.Loop() {
		m.View()
	}
}

// large is a schedule of so many talks over four years, in 40 rooms and tracks.
func large(n int) *catalog.Catalog {
	talks := make([]catalog.Talk, n)
	for i := range talks {
		day := time.Date(2023+i%4, 2, 1+i/4%4, 9, 0, 0, 0, time.FixedZone("CET", 3600))
		talks[i] = catalog.Talk{
			Title: fmt.Sprintf("Talk %d of things that a title says in many words, so that it is cut", i), Abstract: "Words about it.",
			Conference: fmt.Sprintf("Conf %d", day.Year()),
			Speakers:   []catalog.Person{{Name: fmt.Sprintf("Ada Lovelace %d", i%3000)}, {Name: fmt.Sprintf("Grace Hopper %d", i%7000)}},
			Slot: catalog.Slot{
				Start: day.Add(time.Duration(i/16%36) * 15 * time.Minute), Duration: 25 * time.Minute,
				Room: fmt.Sprintf("K.%d (Hall)", i%40), Track: fmt.Sprintf("Track %d", i%40),
			},
		}
	}
	return catalogOf(talks...)
}

// What a key costs in a large schedule below headings, Update and the frame after it:
// a move, 200 moves at once, and another order.
func BenchmarkSchedule(b *testing.B) {
	m := New(Options{Catalog: large(12000)})
	m.Update(tea.WindowSizeMsg{Width: 120, Height: 36})
	down, up := tea.KeyPressMsg{Code: tea.KeyDown}, tea.KeyPressMsg{Code: tea.KeyUp}
	press := func(b *testing.B, times int, keys ...tea.KeyPressMsg) {
		i := 0
		for b.Loop() {
			for range times {
				m.Update(keys[i%len(keys)])
				m.View()
			}
			i++
		}
	}
	b.Run("move", func(b *testing.B) { press(b, 1, down, down, up) })
	b.Run("end", func(b *testing.B) {
		press(b, 1, tea.KeyPressMsg{Code: 'G', Text: "G"}, tea.KeyPressMsg{Code: tea.KeyHome})
	})
	b.Run("200", func(b *testing.B) { press(b, 200, down, up) })
	b.Run("order", func(b *testing.B) { press(b, 1, tea.KeyPressMsg{Code: 'S', Text: "S"}) })
}
