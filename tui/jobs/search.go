// Package jobs is what takes time: it runs in a command, beside the screen, and answers
// with a message. A job gets values that do not change and answers with the stamp it
// was given; the model drops an answer whose stamp is no longer its own.
package jobs

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"talks/catalog/search"
	"talks/catalog/search/facts"
	"talks/catalog/search/query"
	"talks/tui/offer"
)

// FoundMsg brings the results of the search with a stamp, what is to be said about
// the query, and the words to blame if the hits are none or near misses.
type FoundMsg struct {
	Stamp   int
	Results *search.Results
	Remarks []search.Remark
	Missing []string
}

// Find searches; a search that is cancelled has no answer.
func Find(ctx context.Context, engine *search.Engine, typed query.Query, stamp int) tea.Cmd {
	return func() tea.Msg {
		results, err := engine.Search(ctx, typed)
		if err != nil {
			return nil
		}
		return FoundMsg{Stamp: stamp, Results: results, Remarks: results.Remarks(), Missing: results.Missing()}
	}
}

// AdvisedMsg brings what to ask instead of the query with a stamp.
type AdvisedMsg struct {
	Stamp  int
	Advice []search.Suggestion
}

// Advise works out what to ask instead of a dead query.
func Advise(ctx context.Context, results *search.Results, stamp int) tea.Cmd {
	return func() tea.Msg {
		return AdvisedMsg{Stamp: stamp, Advice: results.Suggestions(ctx)}
	}
}

// CountedMsg brings the facets of the count with a stamp, the filter that they are for
// and the number of its hits.
type CountedMsg struct {
	Stamp  int
	Filter search.Filter
	Facets []facts.Facet
	Hits   int
}

// Count counts what there is to filter by, for what the filter box has now. A count
// that is cancelled has no answer.
func Count(ctx context.Context, engine *search.Engine, typed string, now offer.Filter, stamp int) tea.Cmd {
	return func() tea.Msg {
		msg := CountedMsg{Stamp: stamp}
		if now.Now != nil {
			msg.Filter = *now.Now
		} else {
			msg.Filter = engine.Filter(ctx, typed)
		}
		var err error
		if msg.Facets, msg.Hits, err = engine.Count(ctx, msg.Filter, now.Facets); err != nil {
			return nil
		}
		return msg
	}
}
