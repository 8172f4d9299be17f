package tui

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/catalog/search"
	"talks/catalog/search/facts"
	"talks/catalog/search/query"
	"talks/tui/offer"
)

// What takes time runs in a command, beside the screen, and answers with a
// message. A command gets values that do not change and answers with the stamp
// it was given; the model drops an answer whose stamp is no longer its own.

// LoadedMsg brings a catalog that takes the place of the one before it.
// Progress says in a few words what is still to come; it is empty when
// everything is there.
type LoadedMsg struct {
	Catalog  *catalog.Catalog
	Progress string
}

// NoticeMsg is said in the last row until the next key.
type NoticeMsg string

// loadNext waits for more talks.
func loadNext(next func() (LoadedMsg, bool)) tea.Cmd {
	return func() tea.Msg {
		if msg, ok := next(); ok {
			msg.Catalog.Timetable() // takes too long between a key and a frame
			return msg
		}
		return nil
	}
}

// drawnMsg says that the first frame has had its time.
type drawnMsg struct{}

// indexedMsg brings an engine for the catalog with the given stamp.
type indexedMsg struct {
	stamp    int
	engine   *search.Engine
	complete bool // it covers more than titles
}

func buildTitles(c *catalog.Catalog, clock facts.Clock, marks func() facts.Marks, stamp int) tea.Cmd {
	return func() tea.Msg {
		engine := search.BuildTitles(c)
		engine.SetClock(clock)
		engine.SetMarks(marks)
		return indexedMsg{stamp: stamp, engine: engine}
	}
}

func buildIndex(c *catalog.Catalog, clock facts.Clock, marks func() facts.Marks, stamp int) tea.Cmd {
	return func() tea.Msg {
		engine := search.Build(c)
		engine.SetClock(clock)
		engine.SetMarks(marks)
		return indexedMsg{stamp: stamp, engine: engine, complete: true}
	}
}

// foundMsg brings the results of the search with the given stamp, what is to be
// said about the query, and the words to blame if the hits are none or near misses.
type foundMsg struct {
	stamp   int
	results *search.Results
	remarks []search.Remark
	missing []string
}

// findTalks searches; a search that is cancelled has no answer.
func findTalks(ctx context.Context, engine *search.Engine, typed query.Query, stamp int) tea.Cmd {
	return func() tea.Msg {
		results, err := engine.Search(ctx, typed)
		if err != nil {
			return nil
		}
		return foundMsg{stamp: stamp, results: results, remarks: results.Remarks(), missing: results.Missing()}
	}
}

// lateMsg says that the wait with the given stamp is longer than hold.
type lateMsg struct{ wait int }

// advisedMsg brings what to ask instead of the query with the given stamp.
type advisedMsg struct {
	stamp  int
	advice []search.Suggestion
}

func advise(ctx context.Context, results *search.Results, stamp int) tea.Cmd {
	return func() tea.Msg {
		return advisedMsg{stamp: stamp, advice: results.Suggestions(ctx)}
	}
}

// countedMsg brings the facets of the count with the given stamp, the filter that
// they are for and the number of its hits.
type countedMsg struct {
	stamp  int
	filter search.Filter
	facets []facts.Facet
	hits   int
}

// countFacets counts what there is to filter by, for what the filter box has now. A
// count that is cancelled has no answer.
func countFacets(ctx context.Context, engine *search.Engine, typed string, now offer.Filter, stamp int) tea.Cmd {
	return func() tea.Msg {
		msg := countedMsg{stamp: stamp}
		if now.Now != nil {
			msg.filter = *now.Now
		} else {
			msg.filter = engine.Filter(ctx, typed)
		}
		var err error
		if msg.facets, msg.hits, err = engine.Count(ctx, msg.filter, now.Facets); err != nil {
			return nil
		}
		return msg
	}
}

// followedMsg says what became of a link.
type followedMsg struct {
	url  string
	err  error
	back bool // it had the screen
}

func followURL(follow func(string) error, url string) tea.Cmd {
	return func() tea.Msg {
		err := follow(url)
		var program NeedsScreen
		if !errors.As(err, &program) {
			return followedMsg{url: url, err: err}
		}
		return tea.Exec(program, func(err error) tea.Msg { return followedMsg{url: url, err: err, back: true} })()
	}
}
