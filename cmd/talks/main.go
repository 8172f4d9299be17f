// Command talks browses the talks of a conference in the terminal: find the
// talk you mean with a few keys, read it, with no network.
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"talks/catalog/load"
)

// The exit codes.
const (
	exitFound       = 0
	exitNothing     = 1
	exitError       = 2
	exitInterrupted = 130
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the program but for the process around it.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := rootCommand(stdin, stdout, stderr)
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	return finish(root.ExecuteContext(context.Background()), stderr)
}

// finish says an error, and gives the exit code for it.
func finish(err error, stderr io.Writer) int {
	if err == nil {
		return exitFound
	}
	if code := exitCode(0); errors.As(err, &code) {
		return int(code)
	}
	complain(stderr, err)
	return exitError
}

// exitCode is an error that has been told already, or needs no words.
type exitCode int

func (exitCode) Error() string { return "" }

const about = `talks finds and reads conference talks in the terminal, with no network.

FILE is a schedule (Pentabarf, frab, pretalx, iCalendar), a talk list, a folder
of them, or - for standard input; without FILE $TALKS_PATH or the built-in one.`

const examples = `  talks                         browse the built-in catalog
  talks -q ebpf talks.txt       open a file, with a query to start with
  talks search mesh | cut -f2   print the titles of what a query finds`

// helpTemplate is shorter than Cobra's own.
const helpTemplate = `{{.Long}}

Usage: {{.UseLine}}
{{- if .HasExample}}

Examples:
{{.Example}}
{{- end}}
{{- if .HasAvailableSubCommands}}

Commands:
{{- range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Use 26}} {{.Short}}{{end}}{{end}}
{{- end}}

Flags:
{{.LocalFlags.FlagUsages}}`

func rootCommand(stdin io.Reader, stdout, stderr io.Writer) *cobra.Command {
	var o browseOptions
	var root *cobra.Command
	root = &cobra.Command{
		Use:           "talks [FILE...]",
		Short:         "Find and read conference talks in the terminal",
		Long:          about,
		Example:       examples,
		Version:       version(),
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, files []string) error {
			return orCommand(root, files, browse(cmd.Context(), files, o, stdin, stdout, stderr))
		},
	}
	root.SetVersionTemplate("talks {{.Version}}\n")
	root.SetHelpTemplate(helpTemplate)
	root.AddCommand(searchCommand(stdin, stdout, stderr), listCommand(stdin, stdout, stderr), checkCommand(stdin, stdout))
	root.InitDefaultHelpCmd()
	for _, c := range root.Commands() {
		c.Hidden = c.Name() == "help"
	}
	root.SuggestionsMinimumDistance = 2 // letters a command's name may be off
	root.CompletionOptions.DisableDefaultCmd = true
	root.Flags().SortFlags = false
	root.Flags().StringVarP(&o.query, "query", "q", "", "start with this `QUERY`")
	root.Flags().BoolVar(&o.noMouse, "no-mouse", false, "leave the mouse to the terminal")
	root.Flags().StringVar(&o.zone, "tz", "", "times on the screen: `ZONE` is local, talk, or a name")
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		what, _, _ := strings.Cut(err.Error(), ": strconv.") // how a number is read is nobody's business
		return hinted{err: errors.New(what), hint: c.CommandPath() + " --help lists the flags"}
	})
	return root
}

// orCommand adds a hint where a file that is missing may have been meant as a
// command.
func orCommand(root *cobra.Command, files []string, err error) error {
	var unreadable *load.Error
	if len(files) == 0 || !errors.As(err, &unreadable) || strings.ContainsAny(files[0], "./") {
		return err
	}
	if near := root.SuggestionsFor(files[0]); len(near) > 0 {
		unreadable.Problems[0].Hint = "did you mean talks " + near[0] + "?"
	}
	return err
}

// version is that of the module, as the build recorded it.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
