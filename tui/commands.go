package tui

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/catalog/search"
	"talks/catalog/search/query"
	"talks/tui/detail"
)

// Everything that takes time runs in a command, beside the screen. A command
// gets values that do not change and answers with the stamp it was given; the
// model drops an answer whose stamp is no longer its own.

func buildTitles(c *catalog.Catalog, stamp int) tea.Cmd {
	return func() tea.Msg {
		return indexed{stamp: stamp, index: search.BuildTitles(c.Talks)}
	}
}

func buildIndex(c *catalog.Catalog, stamp int) tea.Cmd {
	return func() tea.Msg {
		return indexed{stamp: stamp, index: search.Build(c.Talks), complete: true}
	}
}

// loadNext waits for more talks.
func loadNext(next func() (Loaded, bool)) tea.Cmd {
	return func() tea.Msg {
		if loaded, ok := next(); ok {
			return loaded
		}
		return nil
	}
}

// find searches; a search that is cancelled has nothing to say.
func find(ctx context.Context, index *search.Index, typed string, stamp int) tea.Cmd {
	return func() tea.Msg {
		results, err := index.Search(ctx, query.Parse(typed))
		if err != nil {
			return nil
		}
		return found{stamp: stamp, results: results, remarks: results.Remarks()}
	}
}

// advise looks for what to ask instead of a dead query.
func advise(ctx context.Context, results *search.Results, stamp int) tea.Cmd {
	return func() tea.Msg {
		return advised{stamp: stamp, advice: results.Suggestions(ctx)}
	}
}

// countFacets counts the values that talks have: those of the results, or of
// the whole catalog where there are none. A count that is cancelled has nothing
// to say.
func countFacets(ctx context.Context, c *catalog.Catalog, results *search.Results, stamp int) tea.Cmd {
	return func() tea.Msg {
		var facets []search.Facet
		if results == nil {
			facets = search.Facets(ctx, slices.Values(c.Talks))
		} else {
			facets = results.Facets(ctx)
		}
		if ctx.Err() != nil {
			return nil
		}
		return counted{stamp: stamp, facets: facets}
	}
}

func openURL(open func(string) error, url string) tea.Cmd {
	return func() tea.Msg { return opened{url: url, err: open(url)} }
}

func rewrap(job detail.Job) tea.Cmd {
	return func() tea.Msg { return rewrapped{result: job.Run()} }
}
