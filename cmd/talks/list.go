package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"talks/catalog"
)

// printing is how list and search print talks.
type printing struct {
	limit  int
	asJSON bool
}

func (p *printing) flags(c *cobra.Command) {
	c.Flags().IntVar(&p.limit, "limit", 0, "print at most `N` talks (0: all)")
	c.Flags().BoolVar(&p.asJSON, "json", false, "print one JSON document")
}

func (p *printing) most(total int) int {
	if p.limit > 0 {
		return min(p.limit, total)
	}
	return total
}

func (p *printing) check() error {
	if p.limit < 0 {
		return fmt.Errorf("--limit %d: a limit is not negative", p.limit)
	}
	return nil
}

// listCommand prints the talks of a catalog in its order.
func listCommand(stdin io.Reader, stdout, stderr io.Writer) *cobra.Command {
	var p printing
	c := &cobra.Command{
		Use:   "list [FILE...]",
		Short: "Print the talks, one a line",
		Long: `Print the talks, one a line: id, title, speakers, track and start, parted by
tabs. Without FILE those of $TALKS_PATH are listed, or the built-in ones; "-"
reads standard input.`,
		RunE: func(_ *cobra.Command, files []string) error {
			if err := p.check(); err != nil {
				return err
			}
			c, err := open(files, stdin)
			if err != nil {
				return err
			}
			complainOf(stderr, c.Problems)
			talks := c.Talks[:p.most(len(c.Talks))]
			if !p.asJSON {
				return printLines(stdout, talks)
			}
			doc := answerJSON{Total: len(c.Talks), Talks: []talkJSON{}}
			for _, t := range talks {
				doc.Talks = append(doc.Talks, newTalkJSON(t))
			}
			return printJSON(stdout, doc, "  ")
		},
	}
	p.flags(c)
	return c
}

// printLines prints talks for people and for cut: a field that the talk does
// not have is empty.
func printLines(w io.Writer, talks []*catalog.Talk) error {
	for _, t := range talks {
		line := []string{t.ID, t.Title, strings.Join(speakersOf(t), ", "), t.Slot.Track, startOf(t)}
		if _, err := fmt.Fprintln(w, strings.TrimRight(strings.Join(line, "\t"), "\t")); err != nil {
			return err
		}
	}
	return nil
}

func printJSON(w io.Writer, doc any, indent string) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	return enc.Encode(doc)
}
