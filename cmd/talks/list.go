package main

import (
	"slices"

	"github.com/spf13/cobra"

	"talks/catalog/export"
)

// listCommand makes "talks list", which prints the talks in catalog order.
func listCommand(s streams) *cobra.Command {
	var p printer
	c := &cobra.Command{
		Use:   "list [FILE...]",
		Short: "Print the talks, one a line",
		Long: `Print the talks, one a line: ` + columns() + `

Without FILE what is piped in is listed, else the files of $TALKS_PATH, else
the built-in talks; "-" reads standard input.`,
		RunE: func(_ *cobra.Command, files []string) error { return p.list(files, s) },
	}
	c.Flags().IntVar(&p.limit, "limit", 0, "print at most `N` talks (0: all)")
	p.addFlags(c, "text")
	return c
}

// columns tells the columns of a line.
func columns() string {
	return `id,
title, speakers, track, start, day, time, room, length in minutes, parted by
tabs. What a talk does not have is empty. More columns may come after these.`
}

// list prints the talks of the files.
func (p *printer) list(files []string, s streams) error {
	if _, err := p.checkFlags(nil); err != nil {
		return err
	}
	c, err := openCatalog(files, s)
	if err != nil {
		return err
	}
	sel := export.Select(c, slices.Values(c.Talks[:p.most(len(c.Talks))]))
	sel.Total = len(c.Talks)
	return p.write(s, sel)
}
