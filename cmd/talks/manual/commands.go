package manual

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"talks/cmd/talks/hint"
	"talks/cmd/talks/near"
)

// HelpCommand makes "talks help", which tells about a command or a topic. Write
// shows a text.
func HelpCommand(write func(text string) error) *cobra.Command {
	return &cobra.Command{
		Use:         "help [COMMAND | TOPIC]",
		Short:       "Tell about a command or a topic",
		Long:        "help tells about a command, or about one of these topics:\n\n" + topicTable(),
		Annotations: map[string]string{Once: ""},
		ValidArgsFunction: func(c *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return subjects(c.Root()), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return write(Help(c.Root()))
			}
			for _, t := range Topics() {
				if t.Name == args[0] {
					return write(t.Text)
				}
			}
			for _, about := range append(commands(c.Root()), c) {
				if about.Name() == args[0] {
					return write(Help(about))
				}
			}
			known := subjects(c.Root())
			tip := "there are " + strings.Join(known, ", ")
			if meant := near.Of(args[0], known); meant != "" {
				tip = "did you mean talks help " + meant + "?"
			}
			return hint.New("help "+args[0]+": no such command or topic", tip)
		},
	}
}

// subjects are what there is help about.
func subjects(root *cobra.Command) []string {
	var names []string
	for _, c := range commands(root) {
		names = append(names, c.Name())
	}
	for _, t := range Topics() {
		names = append(names, t.Name)
	}
	return names
}

func topicTable() string {
	var b strings.Builder
	for _, t := range Topics() {
		fmt.Fprintf(&b, "  %-14s %s\n", t.Name, t.Title)
	}
	return b.String()
}

// PageCommand makes "talks man", which writes the page of the manual.
func PageCommand(out io.Writer, date, version string) *cobra.Command {
	return &cobra.Command{
		Use:   "man",
		Short: "Print the page of the manual, for man -l",
		Long: `man prints the page of the manual as roff, for man, mandoc or groff:

  talks man | man -l -
  talks man > ~/.local/share/man/man1/talks.1`,
		Annotations: map[string]string{Once: ""},
		Args:        cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := io.WriteString(out, Page(c.Root(), date, version))
			return err
		},
	}
}
