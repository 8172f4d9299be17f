// Command talks browses the talks of a conference in the terminal: find the
// talk you mean with a few keys, read it, with no network.
package main

import (
	"errors"
	"io"
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"
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
	return finish(root.Execute(), stderr)
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

Without FILE it opens the built-in catalog. FILE is a talk list, a folder of
them, or - for standard input. Where standard output is no terminal, the
talks are printed, one a line.`

const examples = `  talks                      browse the built-in catalog
  talks -q ebpf talks.txt    open a file, with a query to start with
  talks | grep -i mesh       print the titles, one a line`

func rootCommand(stdin io.Reader, stdout, stderr io.Writer) *cobra.Command {
	var o browseOptions
	root := &cobra.Command{
		Use:           "talks [FILE...]",
		Short:         "Find and read conference talks in the terminal",
		Long:          about,
		Example:       examples,
		Version:       version(),
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(_ *cobra.Command, files []string) error {
			return browse(files, o, stdin, stdout, stderr)
		},
	}
	root.SetVersionTemplate("talks {{.Version}}\n")
	root.CompletionOptions.DisableDefaultCmd = true
	root.Flags().SortFlags = false
	root.Flags().StringVarP(&o.query, "query", "q", "", "start with this `QUERY`")
	root.Flags().BoolVar(&o.noMouse, "no-mouse", false, "leave the mouse to the terminal")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error {
		return hinted{err: err, hint: "talks --help lists the flags"}
	})
	return root
}

// version is that of the module, as the build recorded it.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
