// Package manual is what there is to read about the program: the help of a command,
// texts about one thing each, and the page of the manual.
package manual

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Once marks a command or a flag that few need, which the help of the program names
// in a line.
const Once = "once"

// Help is the help of a command.
func Help(c *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\nUsage: %s\n", strings.TrimSpace(c.Long), c.UseLine())
	if c.Example != "" {
		fmt.Fprintf(&b, "\n%s\n", c.Example)
	}
	if c.HasAvailableSubCommands() {
		b.WriteString("\nCommands:\n")
		var rest []string
		for _, sub := range c.Commands() {
			if _, once := sub.Annotations[Once]; once {
				rest = append(rest, sub.Name())
			} else if sub.IsAvailableCommand() {
				fmt.Fprintf(&b, "  %-26s %s\n", sub.Use, sub.Short)
			}
		}
		fmt.Fprintf(&b, "  %-26s %s\n", strings.Join(rest, ", "), "talks help COMMAND tells about it")
	}
	often := pflag.NewFlagSet("", pflag.ContinueOnError)
	often.SortFlags = false
	var rest []string
	c.LocalFlags().SortFlags = false
	c.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if _, once := f.Annotations[Once]; once {
			rest = append(rest, "--"+f.Name)
		} else if f.Name != "help" && !f.Hidden {
			often.AddFlag(f)
		}
	})
	if often.HasFlags() {
		fmt.Fprintf(&b, "\nFlags:\n%s", often.FlagUsagesWrapped(width))
	}
	if len(rest) > 0 {
		fmt.Fprintf(&b, "      %s: talks man\n", strings.Join(rest, ", "))
	}
	return b.String()
}
