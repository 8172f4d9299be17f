package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"talks/catalog"
	"talks/catalog/load"
	"talks/catalog/search"
	"talks/catalog/search/query"
)

// maxBatchLine is the longest query read from a batch, in bytes.
const maxBatchLine = 1 << 20

// An answerJSON is the answer to one query, or the whole catalog.
type answerJSON struct {
	Query *string    `json:"query,omitempty"`
	Total int        `json:"total"`
	Weak  *bool      `json:"weak,omitempty"` // near misses only
	Talks []talkJSON `json:"talks"`
}

// searchCommand prints what a query finds, best first.
func searchCommand(stdin io.Reader, stdout, stderr io.Writer) *cobra.Command {
	var p printing
	var batch string
	c := &cobra.Command{
		Use:   "search QUERY [FILE...]",
		Short: "Print the talks that a query finds, best first",
		Long: `Print the talks that a query finds, best first, one a line: id, title,
speakers, track and start, parted by tabs. Without FILE those of $TALKS_PATH
are searched, or the built-in ones; "-" reads standard input. Exit code 1 says
that nothing was found.

The query language:
` + syntaxTable() + `
With --batch FILE the queries come from a file, one a line ("-": standard
input), the arguments are all files, and each answer is one line of JSON.`,
		Args: func(_ *cobra.Command, args []string) error {
			if batch == "" && len(args) == 0 {
				return hinted{errors.New("search needs a query"), "talks search QUERY [FILE...]"}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := p.check(); err != nil {
				return err
			}
			if batch != "" {
				return p.answerAll(cmd.Context(), batch, args, stdin, stdout, stderr)
			}
			return p.answer(cmd.Context(), args[0], args[1:], stdin, stdout, stderr)
		},
	}
	p.flags(c)
	c.Flags().StringVar(&batch, "batch", "", "read queries from this `FILE`, one a line")
	return c
}

// syntaxTable is the query language as two columns, of 79 cells together.
func syntaxTable() string {
	const indent, notation, width = 2, 24, 79
	var b strings.Builder
	for _, row := range query.Syntax() {
		meaning := ansi.Wordwrap(row.Meaning, width-indent-notation, "")
		meaning = strings.ReplaceAll(meaning, "\n", "\n"+strings.Repeat(" ", indent+notation))
		fmt.Fprintf(&b, "%*s%-*s%s\n", indent, "", notation, row.Notation, meaning)
	}
	return b.String()
}

func (p *printing) answer(ctx context.Context, query string, files []string, stdin io.Reader, stdout, stderr io.Writer) error {
	c, err := open(files, stdin)
	if err != nil {
		return err
	}
	complainOf(stderr, c.Problems)
	return p.printHits(ctx, query, c, stdout, stderr)
}

// printHits prints what a query finds in a catalog; what does not count of the
// query, and that the hits are near misses only, is said on stderr.
func (p *printing) printHits(ctx context.Context, typed string, c *catalog.Catalog, stdout, stderr io.Writer) error {
	found, err := search.Build(c.Talks).Search(ctx, query.Parse(typed))
	if err != nil {
		return err
	}
	for _, r := range found.Remarks() {
		say(stderr, r.What, r.Hint)
	}
	if found.Weak {
		say(stderr, "no talk has all of: "+typed, "these are the closest")
	}
	if p.asJSON {
		err = printJSON(stdout, p.found(typed, found, false), "  ")
	} else {
		talks := make([]*catalog.Talk, p.most(found.Len()))
		for i := range talks {
			talks[i] = found.Talk(i)
		}
		err = printLines(stdout, talks)
	}
	if err == nil && found.Len() == 0 {
		return exitCode(exitNothing) // no failure but an answer
	}
	return err
}

// found is the answer to one query; with scores it says of every list whether
// it is weak.
func (p *printing) found(query string, found *search.Results, scores bool) answerJSON {
	doc := answerJSON{Query: &query, Total: found.Len(), Talks: []talkJSON{}}
	if scores || found.Weak {
		doc.Weak = &found.Weak
	}
	for i := range p.most(found.Len()) {
		t := newTalkJSON(found.Talk(i))
		if scores {
			score := found.Score(i)
			t.Score = &score
		}
		doc.Talks = append(doc.Talks, t)
	}
	return doc
}

// answerAll answers a query a line.
func (p *printing) answerAll(ctx context.Context, batch string, files []string, stdin io.Reader, stdout, stderr io.Writer) error {
	if batch == "-" && slices.Contains(files, load.Stdin) {
		return errors.New("--batch - and FILE - both read standard input")
	}
	if err := checkStdin([]string{batch}, stdin); err != nil {
		return err
	}
	queries := stdin
	if batch != "-" {
		f, err := os.Open(batch)
		if errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s: no such file", batch)
		} else if err != nil {
			return err
		}
		defer f.Close()
		queries = f
	}
	c, err := open(files, stdin)
	if err != nil {
		return err
	}
	complainOf(stderr, c.Problems)
	index := search.Build(c.Talks)
	lines := bufio.NewScanner(queries)
	lines.Buffer(nil, maxBatchLine)
	for lines.Scan() {
		found, err := index.Search(ctx, query.Parse(lines.Text()))
		if err != nil {
			return err
		}
		if err := printJSON(stdout, p.found(lines.Text(), found, true), ""); err != nil {
			return err
		}
	}
	return lines.Err()
}
