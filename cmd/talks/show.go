package main

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"talks/catalog"
	"talks/catalog/export"
	"talks/catalog/related"
	"talks/catalog/search/query"
	"talks/cmd/talks/completion"
	"talks/cmd/talks/hint"
)

const showAbout = `Print one talk whole. TALK is its id, the beginning of an id that no other has,
its number in the list, or words of which one talk is clearly the best hit. If
several talks may be meant they are listed, and the exit code is 1. What is a
FILE and what a word: see talks search --help.`

// showCommand makes "talks show", which prints one talk.
func showCommand(s streams) *cobra.Command {
	var p printer
	var near bool
	c := &cobra.Command{
		Use:               "show TALK [FILE...]",
		Short:             "Print one talk whole, by its id, number or words",
		Long:              showAbout,
		ValidArgsFunction: completion.Talks(s.known),
		RunE: func(cmd *cobra.Command, args []string) error {
			words, files := parted(cmd, args)
			if strings.TrimSpace(words) == "" {
				return hint.New("show needs a talk", "talks show TALK [FILE...]")
			}
			return suggestQuotes("show", args, p.show(cmd.Context(), words, files, near, s))
		},
	}
	p.addFlags(c, "text")
	c.Flags().StringVar(&p.now, "now", "", nowUsage)
	addMarksFlag(c, &p.marks)
	c.Flags().BoolVar(&near, "related", false, "print the talks that are near to it instead, with the words that say why")
	return c
}

// show prints the talk that is meant, or those that are near to it.
func (p *printer) show(ctx context.Context, typed string, files []string, near bool, s streams) error {
	whole := map[string]export.Format{
		"text": {Write: export.WriteText},
		"json": {Write: export.WriteObjects},
	}
	if near {
		whole = nil // they are several
	}
	now, err := p.checkFlags(whole)
	if err != nil {
		return err
	}
	c, err := openCatalog(files, s)
	if err != nil {
		return err
	}
	talk := named(c, typed)
	var candidates []*catalog.Talk
	if talk == nil {
		if talk, candidates, err = p.bestHit(ctx, c, typed, now, s); err != nil {
			return err
		}
	}
	if talk == nil {
		return sayCandidates(s, typed, export.Select(c, slices.Values(candidates)))
	}
	if near {
		return p.showRelated(ctx, c, talk, s)
	}
	return p.write(s, export.Select(c, slices.Values([]*catalog.Talk{talk})))
}

// mostRelated is how many related talks are printed.
const mostRelated = 10

// showRelated prints the talks that are near to one.
func (p *printer) showRelated(ctx context.Context, c *catalog.Catalog, t *catalog.Talk, s streams) error {
	index, err := related.Build(ctx, c.Talks)
	if err != nil {
		return err
	}
	found := export.Select(c, func(func(*catalog.Talk) bool) {})
	for _, r := range index.To(t, mostRelated) {
		near := export.NewTalk(r.Talk)
		near.Shared = r.Words
		found.Talks = append(found.Talks, near)
	}
	found.Total = len(found.Talks)
	if err := p.write(s, found); err != nil {
		return err
	}
	if found.Total == 0 {
		say(s.err, "no talk is near to: "+t.Title, "")
		return exitCode(exitNothing)
	}
	return nil
}

// named returns the talk that an id, the beginning of one, or a number in the list
// means, nil if none does or two do.
func named(c *catalog.Catalog, typed string) *catalog.Talk {
	var begin []*catalog.Talk
	for _, t := range c.Talks {
		if t.ID == typed {
			return t
		}
		if strings.HasPrefix(t.ID, typed) {
			begin = append(begin, t)
		}
	}
	if n, err := strconv.Atoi(typed); err == nil && n >= 1 && n <= len(c.Talks) {
		return c.Talks[n-1]
	}
	if len(begin) == 1 {
		return begin[0]
	}
	return nil
}

// clearly is how many times the score of the next hit the best one has, if it alone
// is meant.
const clearly = 1.5

// bestHit returns the hit of a query that is clearly the best, else all those that
// have its words or, if none has, the closest.
func (p *printer) bestHit(ctx context.Context, c *catalog.Catalog, typed string, now func([]*catalog.Talk) time.Time, s streams) (best *catalog.Talk, candidates []*catalog.Talk, err error) {
	results, err := p.build(c, now, s).Search(ctx, query.Parse(typed))
	if err != nil {
		return nil, nil, err
	}
	for _, i := range wholeHits(results) {
		candidates = append(candidates, results.Talk(i))
	}
	switch n := len(candidates); {
	case n == 1, n > 1 && results.Score(0) >= clearly*results.Score(1):
		return candidates[0], nil, nil
	case n == 0:
		for i := range results.Len() {
			candidates = append(candidates, results.Talk(i))
		}
	}
	return nil, candidates, nil
}
