package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"talks/catalog"
	"talks/catalog/export"
	"talks/catalog/load"
	"talks/catalog/parse/clean"
	"talks/catalog/search"
	"talks/catalog/search/facts"
	"talks/catalog/search/query"
	"talks/cmd/talks/completion"
	"talks/cmd/talks/hint"
	"talks/cmd/talks/manual"
)

// searchCommand makes "talks search", which prints what a query finds.
func searchCommand(s streams) *cobra.Command {
	var p printer
	var batch string
	c := &cobra.Command{
		Use:   "search QUERY [FILE...]",
		Short: "Print the talks that a query finds, best first",
		Long: `Print the talks that a query finds, best first, one a line: ` + columns() + `
Several words are one query. The first one that names a file, or has a dot or a
slash in it, and all after it are FILEs, as is what follows "--". Without FILE
what is piped in is searched, else the files of $TALKS_PATH, else the built-in
talks; "-" reads standard input.

The exit code is 1 if no talk has all words of the query. The closest are
printed then and, where fewer than ten talks have all words, after those (in
JSON they are "near"), unless --strict is given.

With --batch FILE the queries come from a file, one a line ("-": standard
input), the arguments are all files, and each answer is one line of JSON.

The query language:
` + manual.Syntax(),
		ValidArgsFunction: completion.Query(s.known),
		RunE: func(cmd *cobra.Command, args []string) error {
			if batch != "" {
				return p.searchBatch(cmd.Context(), batch, args, s)
			}
			words, files := parted(cmd, args)
			if words == "" {
				return hint.New("search needs a query", "talks search QUERY [FILE...]")
			}
			return suggestQuotes("search", args, p.search(cmd.Context(), words, files, s))
		},
	}
	c.Flags().IntVar(&p.limit, "limit", 0, "print at most `N` talks (0: all)")
	p.addFlags(c, "text")
	c.Flags().BoolVar(&p.strict, "strict", false, "print no talk that lacks a word")
	c.Flags().StringVar(&p.now, "now", "", nowUsage)
	addMarksFlag(c, &p.marks)
	addFriendFlag(c, &p.friends)
	c.Flags().BoolVar(&p.explain, "explain", false, "below each talk, print how its score came about")
	c.Flags().StringVar(&batch, "batch", "", "read queries from this `FILE`, one a line")
	return c
}

// parted parts the arguments of a command that takes words and files. The first is a
// word.
func parted(cmd *cobra.Command, args []string) (words string, files []string) {
	n := min(1, len(args))
	for n < len(args) && !namesFile(args[n]) {
		n++
	}
	if dash := cmd.ArgsLenAtDash(); dash >= 0 {
		n = dash
	}
	return strings.Join(args[:n], " "), args[n:]
}

// namesFile reports whether an argument is a file rather than a word.
func namesFile(arg string) bool {
	if arg == "" || arg == load.Stdin || strings.ContainsAny(arg, `./\`) {
		return true
	}
	_, err := os.Stat(arg)
	return err == nil
}

// suggestQuotes adds a hint to the error about missing files if they may be words
// of what was asked.
func suggestQuotes(command string, args []string, err error) error {
	var unread *load.Error
	if len(args) < 2 || !errors.As(err, &unread) || strings.ContainsAny(strings.Join(args[1:], ""), `./\`) {
		return err
	}
	unread.Problems[0].Hint = "did you mean talks " + command + ` "` + strings.Join(args, " ") + `"?`
	return err
}

// search prints what a query finds in the files. On stderr it says which parts
// of the query do not count, and whether the hits are near misses only.
func (p *printer) search(ctx context.Context, typed string, files []string, s streams) error {
	now, err := p.checkFlags(nil)
	if err != nil {
		return err
	}
	c, err := openCatalog(files, s)
	if err != nil {
		return err
	}
	results, err := p.build(c, now, s).Search(ctx, query.Parse(typed))
	if err != nil {
		return err
	}
	explained := false // why there is nothing
	for _, r := range results.Remarks() {
		say(s.err, r.What, r.Hint)
		explained = explained || r.Explains
	}
	if results.Len() > 0 || !explained {
		p.sayNear(ctx, s, results)
	}
	if err := p.write(s, p.answer(c, typed, results, false)); err != nil {
		return err
	}
	if results.Len() == 0 || results.Weak {
		return exitCode(exitNothing) // an answer, no failure
	}
	return nil
}

// build makes an engine that takes it to be some time, and knows the user's marks.
func (p *printer) build(c *catalog.Catalog, now func([]*catalog.Talk) time.Time, s streams) *search.Engine {
	engine := search.Build(c)
	engine.SetClock(facts.Clock{Now: now})
	store, err := openMarks(p.marks)
	if err != nil {
		say(s.err, err.Error(), "")
	}
	friends, err := readFriends(p.friends, s)
	if err != nil {
		say(s.err, err.Error(), "")
	}
	store.SetFriends(friends)
	store.Bind(c)
	engine.SetMarks(func() facts.Marks { return store })
	return engine
}

// sayNear says whether what is printed has all words of the query, and if no
// talk has, which words are to blame and what to ask instead.
func (p *printer) sayNear(ctx context.Context, s streams, results *search.Results) {
	clauses := results.Query.Clauses()
	asked := strings.Join(clauses, ", ")
	near := slices.ContainsFunc(p.hits(results), results.IsNear)
	switch {
	case results.Weak, results.Len() == 0:
		what := "no talk has: " + asked
		if len(clauses) > 1 {
			what = "no talk has all of: " + asked
			if missing := results.Missing(); len(missing) > 0 && len(missing) < len(clauses) {
				what += "; to blame: " + strings.Join(missing, ", ")
			}
		}
		say(s.err, what, p.instead(ctx, results))
	case near:
		whole := results.Complete()
		match := "talks match"
		if whole == 1 {
			match = "talk matches"
		}
		say(s.err, fmt.Sprintf("%d %s all of: %s", whole, match, asked), "the others are the closest")
	}
}

// instead tells what to do about a query that no talk has all of.
func (p *printer) instead(ctx context.Context, results *search.Results) string {
	var hints []string
	if results.Len() > 0 && !p.strict {
		hints = append(hints, "these are the closest")
	}
	var offers []string
	for _, o := range results.Suggestions(ctx) {
		offers = append(offers, fmt.Sprintf("%s (%d)", o.Query, o.Count))
	}
	if len(offers) > 0 {
		hints = append(hints, "did you mean "+strings.Join(offers, ", ")+"?")
	}
	return strings.Join(hints, "; ")
}

// wholeHits are the places of the hits that have all words of the query.
func wholeHits(results *search.Results) []int {
	var whole []int
	for i := range results.Len() {
		if !results.Weak && !results.IsNear(i) {
			whole = append(whole, i)
		}
	}
	return whole
}

// hits are the places of the hits that are printed.
func (p *printer) hits(results *search.Results) []int {
	if p.strict {
		whole := wholeHits(results)
		return whole[:p.most(len(whole))]
	}
	hits := make([]int, p.most(results.Len()))
	for i := range hits {
		hits[i] = i
	}
	return hits
}

// searchBatch prints an answer, one line of JSON, for each line of a file of
// queries.
func (p *printer) searchBatch(ctx context.Context, batch string, files []string, s streams) error {
	const maxLine = 1 << 20 // bytes
	now, err := p.checkFlags(nil)
	if err != nil {
		return err
	}
	if batch == load.Stdin && slices.Contains(files, load.Stdin) {
		return errors.New("--batch - and FILE - both read standard input")
	}
	if err := refuseKeyboard([]string{batch}, s.in); err != nil {
		return err
	}
	queries := s.in
	if batch == load.Stdin {
		s.in = nil // it has the queries, and no talks
	} else {
		f, err := os.Open(batch)
		if errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s: no such file", batch)
		} else if err != nil {
			return err
		}
		defer f.Close()
		queries = f
	}
	c, err := openCatalog(files, s)
	if err != nil {
		return err
	}
	index := p.build(c, now, s)
	lines := bufio.NewScanner(queries)
	lines.Buffer(nil, maxLine)
	for lines.Scan() {
		results, err := index.Search(ctx, query.Parse(lines.Text()))
		if err != nil {
			return err
		}
		if err := export.WriteDocumentLine(s.out, p.answer(c, lines.Text(), results, true)); err != nil {
			return err
		}
	}
	return lines.Err()
}

// answer returns the answer to a query. In a batch, each hit has its score, and
// each answer says whether its hits are near misses.
func (p *printer) answer(c *catalog.Catalog, typed string, results *search.Results, batch bool) *export.Selection {
	hits := p.hits(results)
	answer := export.Select(c, func(yield func(*catalog.Talk) bool) {
		for _, i := range hits {
			if !yield(results.Talk(i)) {
				return
			}
		}
	})
	answer.Query, answer.Total = &typed, results.Len()
	if batch || results.Weak {
		answer.Weak = &results.Weak
	}
	for at, i := range hits {
		t := &answer.Talks[at]
		t.Near = results.IsNear(i)
		if p.explain {
			t.Sum = newBreakdown(results.Breakdown(i))
		}
		if batch {
			score := results.Score(i)
			t.Score = &score
		}
	}
	return answer
}

// A breakdown is how the score of a hit came about.
type breakdown []partJSON

// String is a breakdown for people, a part a line.
func (parts breakdown) String() string {
	var b strings.Builder
	width, total := 0, 0.0
	for _, p := range parts {
		width = max(width, ansi.StringWidth(clean.Line(p.Typed)))
	}
	for _, p := range parts {
		total += p.Score
		score := fmt.Sprintf("%8.2f", p.Score)
		if p.Kind == search.Missing {
			score = fmt.Sprintf("%8s", "-")
		}
		typed := clean.Line(p.Typed)
		fmt.Fprintf(&b, "%s  %s%s  %s\n", score, typed, strings.Repeat(" ", width-ansi.StringWidth(typed)), clean.Line(search.Part(p).String()))
	}
	fmt.Fprintf(&b, "%8.2f  in all\n", total)
	return b.String()
}

// A partJSON is a part of a score. Those that do not apply to its kind are
// absent.
type partJSON struct {
	Kind   search.PartKind `json:"kind"`
	Typed  string          `json:"typed,omitempty"`
	Score  float64         `json:"score"`
	Word   string          `json:"word,omitempty"`
	Odds   float64         `json:"odds,omitempty"`
	Field  string          `json:"field,omitempty"`
	Weight float64         `json:"weight,omitempty"`
	Rarity float64         `json:"rarity,omitempty"`
	Talks  int             `json:"talks,omitempty"`
	After  string          `json:"after,omitempty"`
	Lost   float64         `json:"lost,omitempty"`
}

func newBreakdown(parts search.Breakdown) breakdown {
	out := make(breakdown, len(parts))
	for i, p := range parts {
		out[i] = partJSON(p)
	}
	return out
}
