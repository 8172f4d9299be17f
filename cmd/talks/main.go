// Command talks browses the talks of a conference in the terminal: find the
// talk you mean with a few keys and read it, with no network.
//
// This is the way from the name of a file to a row on the screen, folder by
// folder. cmd/talks takes the names from the command line (files.go) and loads
// while the screen shows what is there (loader.go). catalog/load finds the files
// and reads their bytes. catalog/parse undoes gzip and old encodings, tells the
// format, and hands the bytes to the folder of that format: catalog/parse/seedtext,
// notes, pentabarf, researchr, icalendar or records, which finds the events in them. What an
// event says becomes a talk in catalog/parse/draft, its times by way of
// catalog/parse/when, its texts by way of catalog/parse/markup and clean. The
// talks of one file are a document; catalog gathers documents into a catalog,
// where each talk has an id of its own and stands once. catalog/search/index splits
// the talks into words (catalog/search/words) and remembers which talk has which.
// A query is parsed by catalog/search/query; catalog/search/match says which words
// of the index each of its words may stand for, and catalog/search ranks the talks
// that have them: the hits. tui keeps the hits in tui/list, draws each as a row with
// the cells of tui/text in the colours of tui/style, and shows the talk under the
// cursor in tui/detail. The way of a key is told in package tui.
package main

import (
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"talks/catalog/load"
	"talks/cmd/talks/completion"
	"talks/cmd/talks/hint"
	"talks/cmd/talks/manual"
	"talks/cmd/talks/near"
	"talks/cmd/talks/screen"
	"talks/cmd/talks/tty"
)

func main() {
	if screen.WasGuard(sayBug) {
		return
	}
	os.Exit(run(os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
}

// streams are the three streams of the process.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// run is the program without the process around it. It returns the exit code.
func run(args []string, s streams) int {
	root := rootCommand(s)
	root.SetArgs(args)
	root.SetIn(s.in)
	help := &output{Writer: s.out}
	root.SetOut(help)
	root.SetErr(s.err)
	return finish(cmp.Or(root.ExecuteContext(context.Background()), help.err), s.err)
}

// An output remembers why it could not be written to. Cobra would print that and
// end without an error.
type output struct {
	io.Writer
	err error
}

func (o *output) Write(p []byte) (int, error) {
	_, err := o.Writer.Write(p)
	o.err = cmp.Or(o.err, err)
	return len(p), nil
}

const about = `talks finds and reads conference talks in the terminal, with no network. FILE
is a schedule or a folder; without it the built-in talks. See talks help files.`

const examples = `  talks                         browse the built-in catalog
  talks -q ebpf talks.txt       open a file, with a query to start with
  talks search mesh | cut -f2   print the titles of what a query finds`

func rootCommand(s streams) *cobra.Command {
	var o browseOptions
	b := readBuild()
	root := &cobra.Command{
		Use:           "talks [FILE...]",
		Short:         "Find and read conference talks in the terminal",
		Long:          about,
		Example:       examples,
		Version:       b.String(),
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, files []string) error {
			return suggestCommand(cmd, files, browse(cmd.Context(), files, o, s))
		},
	}
	root.SetVersionTemplate("talks {{.Version}}\n")
	root.SetHelpFunc(func(c *cobra.Command, _ []string) {
		s := s
		if !tty.Is(s.out) {
			s.out = c.OutOrStdout() // which keeps the error
		}
		_ = s.page(manual.Help(c))
	})
	root.SetHelpCommand(manual.HelpCommand(s.page))
	root.AddCommand(searchCommand(s), listCommand(s), showCommand(s), checkCommand(s), planCommand(s), diffCommand(s),
		completion.Command(s.out), manual.PageCommand(s.out, b.date(), b.version()))
	root.CompletionOptions.DisableDefaultCmd = true
	root.Flags().SortFlags = false
	root.Flags().StringVarP(&o.query, "query", "q", "", "start with this `QUERY`")
	root.Flags().BoolVar(&o.noMouse, "no-mouse", false, "leave the mouse to the terminal")
	root.Flags().BoolVar(&o.light, "light", false, "colours for a light background; --dark: for a dark one")
	root.Flags().BoolVar(&o.dark, "dark", false, "colours for a dark background")
	root.MarkFlagsMutuallyExclusive("light", "dark")
	root.Flags().StringVar(&o.zone, "tz", "", "show times in `ZONE`: local, talk, or a name")
	root.Flags().StringVar(&o.now, "now", "", nowUsage)
	addKeepingFlags(root, &o)
	root.InitDefaultHelpFlag()
	root.InitDefaultVersionFlag()
	root.Flags().Lookup("version").Usage = "print the version, the commit and its time"
	root.Flags().Lookup("version").Hidden = true // anybody knows it
	for _, name := range []string{"dark", "no-mouse", "now"} {
		_ = root.Flags().SetAnnotation(name, manual.Once, nil) // the help is to fit a screen
	}
	root.SetFlagErrorFunc(flagError)
	return root
}

// flagError says what is wrong with a flag, and which may be meant.
func flagError(c *cobra.Command, err error) error {
	what, _, _ := strings.Cut(err.Error(), ": strconv.") // no user knows strconv
	tip := c.CommandPath() + " --help lists the flags"
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) {
		var names []string
		c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		if meant := near.Of(unknown.GetSpecifiedName(), names); meant != "" {
			tip = "did you mean --" + meant + "?"
		}
	}
	return hint.New(what, tip)
}

// suggestCommand says of a missing file whose name is close to that of a command
// which one may be meant, and nothing else.
func suggestCommand(root *cobra.Command, files []string, err error) error {
	var unread *load.Error
	if !errors.As(err, &unread) || len(files) == 0 || namesFile(files[0]) {
		return err
	}
	var names []string
	for _, c := range root.Commands() {
		names = append(names, c.Name())
	}
	if meant := near.Of(files[0], names); meant != "" {
		unread.Problems = unread.Problems[:1]
		unread.Problems[0].Hint = "did you mean talks " + meant + "?"
	}
	return err
}
