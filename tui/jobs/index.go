package jobs

import (
	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/catalog/search"
	"talks/catalog/search/facts"
)

// IndexedMsg brings an engine for the catalog with a stamp.
type IndexedMsg struct {
	Stamp    int
	Engine   *search.Engine
	Complete bool // it covers more than titles
}

// BuildTitles indexes the titles of a catalog, which is quick.
func BuildTitles(c *catalog.Catalog, clock facts.Clock, marks func() facts.Marks, stamp int) tea.Cmd {
	return index(search.BuildTitles, c, clock, marks, IndexedMsg{Stamp: stamp})
}

// BuildIndex indexes all of a catalog.
func BuildIndex(c *catalog.Catalog, clock facts.Clock, marks func() facts.Marks, stamp int) tea.Cmd {
	return index(search.Build, c, clock, marks, IndexedMsg{Stamp: stamp, Complete: true})
}

func index(build func(*catalog.Catalog) *search.Engine, c *catalog.Catalog, clock facts.Clock, marks func() facts.Marks, msg IndexedMsg) tea.Cmd {
	return func() tea.Msg {
		msg.Engine = build(c)
		msg.Engine.SetClock(clock)
		msg.Engine.SetMarks(marks)
		return msg
	}
}
