package main

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"talks/catalog"
	"talks/catalog/load"
	"talks/seeds"
)

const checkAbout = `check reads each FILE as the other commands do, or the built-in catalog, and
says of every one which format and encoding it has and how many talks were
read, then what was left out or mended: where, what, and what can be done.

It exits with 0 if there is nothing to say, 1 if something was left out or
mended or a talk is a duplicate, 2 if a FILE gave no talks at all. A file
without talks in a folder that has others is left out.`

// checkCommand makes "talks check". Its report goes to stdout, not to stderr:
// it is what was asked for.
func checkCommand(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "check [FILE...]",
		Short: "Say what was read of each file, and what was not",
		Long:  checkAbout,
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, files []string) error {
			files, s, err := s.resolve(files)
			if err != nil {
				return err
			}
			if len(files) == 0 {
				return check(load.BuiltinDocuments(seeds.Files), s.out)
			}
			return check(load.Documents(cmd.Context(), files, s.in), s.out)
		},
	}
}

// check reports on the documents one by one, as they are read. A document that
// comes with true was found in a folder; it may well have no talks.
func check(docs iter.Seq2[catalog.Document, bool], stdout io.Writer) error {
	code := exitFound
	var b catalog.Builder
	reported := 0 // how many of the builder's problems
	for doc, found := range docs {
		b.Add(withoutTexts(doc))
		problems := slices.Clone(b.Problems()[reported:])
		reported += len(problems)
		slices.SortStableFunc(problems, func(a, b catalog.Problem) int { return cmp.Compare(a.Line, b.Line) })
		if err := report(stdout, &doc, problems); err != nil {
			return err
		}
		switch {
		case len(doc.Talks) == 0 && !found:
			code = exitError
		case len(problems) > 0:
			code = max(code, exitNothing)
		}
	}
	if code != exitFound {
		return exitCode(code)
	}
	return nil
}

// withoutTexts returns a document with what tells its talks from those of other
// documents: all that is kept of a thousand files.
func withoutTexts(doc catalog.Document) catalog.Document {
	talks := make([]catalog.Talk, len(doc.Talks))
	for i, t := range doc.Talks {
		talks[i] = catalog.Talk{ID: t.ID, Title: strings.Clone(t.Title), Conference: t.Conference, Slot: t.Slot, Source: t.Source}
		if t.Abstract != "" {
			abstract := sha256.Sum256([]byte(t.Abstract))
			talks[i].Abstract = string(abstract[:])
		}
	}
	doc.Talks = talks
	return doc
}

// report prints a line for a document and one or two for each problem.
func report(w io.Writer, doc *catalog.Document, problems []catalog.Problem) error {
	if doc.Format != "" {
		talks := catalog.Count(len(doc.Talks), "talk", "talks")
		if _, err := fmt.Fprintf(w, "%s: %s, %s, %s\n", doc.File, doc.Format, doc.Encoding, talks); err != nil {
			return err
		}
	}
	for _, p := range problems {
		if _, err := fmt.Fprintln(w, p); err != nil {
			return err
		}
		if p.Hint == "" {
			continue
		}
		if _, err := fmt.Fprintln(w, "  hint:", p.Hint); err != nil {
			return err
		}
	}
	return nil
}
