// Package completion completes command lines in the shells that people use: the talks,
// the conditions of a query, the values of flags.
package completion

import (
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"talks/catalog"
	"talks/catalog/search/query"
	"talks/cmd/talks/hint"
	"talks/cmd/talks/manual"
	"talks/cmd/talks/near"
)

// shells are those that have a script, with how it is written.
func shells() map[string]func(root *cobra.Command, out io.Writer) error {
	return map[string]func(*cobra.Command, io.Writer) error{
		"bash":       func(root *cobra.Command, out io.Writer) error { return root.GenBashCompletionV2(out, true) },
		"zsh":        (*cobra.Command).GenZshCompletion,
		"fish":       func(root *cobra.Command, out io.Writer) error { return root.GenFishCompletion(out, true) },
		"powershell": (*cobra.Command).GenPowerShellCompletionWithDesc,
	}
}

// Command makes "talks completion", which prints the script for a shell.
func Command(out io.Writer) *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print what has a shell complete talks: bash, zsh, fish, powershell",
		Long: `completion prints the script that has a shell complete the commands and flags
of talks, talks by their ids, and the conditions of a query:

  bash        source <(talks completion bash)     in ~/.bashrc
  zsh         source <(talks completion zsh)      in ~/.zshrc, after compinit
  fish        talks completion fish | source      in ~/.config/fish/config.fish
  powershell  talks completion powershell | Out-String | Invoke-Expression

bash needs the package bash-completion.`,
		Annotations: map[string]string{manual.Once: ""},
		ValidArgs:   slices.Sorted(maps.Keys(shells())),
		RunE: func(c *cobra.Command, args []string) error {
			names := slices.Sorted(maps.Keys(shells()))
			if len(args) != 1 {
				return hint.New("completion needs a shell", "there are "+strings.Join(names, ", "))
			}
			write, known := shells()[args[0]]
			if known {
				return write(c.Root(), out)
			}
			tip := "there are " + strings.Join(names, ", ")
			if meant := near.Of(args[0], names); meant != "" {
				tip = "did you mean " + meant + "?"
			}
			return hint.New("completion "+args[0]+": no such shell", tip)
		},
	}
}

// Open returns the catalog, nil if there is none.
type Open func() *catalog.Catalog

// Talks completes a talk by its id, and then files.
func Talks(open Open) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveDefault
		}
		c := open()
		if c == nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		var found []cobra.Completion
		for _, t := range c.Talks {
			if strings.HasPrefix(t.ID, typed) && !strings.ContainsAny(t.ID, " \t") {
				found = append(found, cobra.CompletionWithDesc(t.ID, t.Title))
			}
		}
		return found, cobra.ShellCompDirectiveNoFileComp
	}
}

// Query completes the conditions of a query: field words, and what the catalog has for
// them. What has a colon is no file.
func Query(open Open) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		sign := ""
		if strings.HasPrefix(typed, "!") {
			sign, typed = "!", typed[1:]
		}
		key, _, isCondition := strings.Cut(typed, ":")
		if !isCondition {
			var found []cobra.Completion
			for _, k := range query.Keys() {
				if strings.HasPrefix(k, typed) && typed != "" {
					found = append(found, sign+k+":")
				}
			}
			if len(found) == 0 && len(args) > 0 {
				return nil, cobra.ShellCompDirectiveDefault
			}
			return found, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
		}
		var found []cobra.Completion
		for _, value := range values(key, open) {
			if condition := key + ":" + value; strings.HasPrefix(strings.ToLower(condition), strings.ToLower(typed)) {
				found = append(found, sign+condition)
			}
		}
		return found, cobra.ShellCompDirectiveNoFileComp
	}
}

// values are what a field word can be followed by, in order. One with blanks is in
// quotes.
func values(key string, open Open) []string {
	switch key {
	case "is", "has":
		return query.Features(key)
	case "time":
		return []string{"morning", "afternoon", "evening"}
	}
	c := open()
	if c == nil {
		return nil
	}
	set := make(map[string]bool)
	for _, t := range c.Talks {
		for _, value := range of(t, key) {
			if strings.ContainsAny(value, ` "'`) {
				value = `"` + strings.ReplaceAll(value, `"`, "") + `"`
			}
			set[value] = true
		}
	}
	delete(set, "")
	return slices.Sorted(maps.Keys(set))
}

// of returns what a talk has for a field word.
func of(t *catalog.Talk, key string) []string {
	switch key {
	case "track":
		return []string{t.Slot.Track}
	case "room":
		return []string{t.Slot.Room}
	case "type":
		return []string{t.Type}
	case "conference":
		return []string{t.Conference}
	case "lang":
		return []string{t.Language}
	case "source":
		return []string{t.Source.File}
	case "day":
		if day := t.Slot.Date(); !day.IsZero() {
			return []string{day.Format(time.DateOnly), strings.ToLower(day.Weekday().String()), "today", "tomorrow"}
		}
	case "speaker":
		var names []string
		for _, p := range t.Speakers {
			names = append(names, p.Name)
		}
		return names
	}
	return nil
}

// Values completes the value of a flag.
func Values(names ...string) cobra.CompletionFunc {
	return func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return names, cobra.ShellCompDirectiveNoFileComp
	}
}
