package main

import (
	"github.com/spf13/cobra"
)

// listCommand makes "talks list", which prints the talks in catalog order.
func listCommand(s streams) *cobra.Command {
	var p printer
	c := &cobra.Command{
		Use:   "list [FILE...]",
		Short: "Print the talks, one a line",
		Long: `Print the talks, one a line: id, title, speakers, track and start, parted by
tabs. Without FILE what is piped in is listed, else the files of $TALKS_PATH,
else the built-in talks; "-" reads standard input.`,
		RunE: func(_ *cobra.Command, files []string) error { return p.list(files, s) },
	}
	p.addFlags(c)
	return c
}

// list prints the talks of the files.
func (p *printer) list(files []string, s streams) error {
	if _, err := p.checkFlags(); err != nil {
		return err
	}
	c, err := openCatalog(files, s)
	if err != nil {
		return err
	}
	talks := c.Talks[:p.most(len(c.Talks))]
	if !p.asJSON {
		return printLines(s.out, talks)
	}
	answer := answerJSON{Total: len(c.Talks), Talks: []talkJSON{}}
	for _, t := range talks {
		answer.Talks = append(answer.Talks, newTalkJSON(t))
	}
	return printJSON(s.out, answer, "  ")
}
