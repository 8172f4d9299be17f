package main

import (
	"io"
	"os"
	"path/filepath"
	"slices"

	"talks/catalog"
	"talks/catalog/load"
	"talks/seeds"
)

// filesOrPath returns the files of the command line, else those of $TALKS_PATH,
// which are parted as in $PATH. No files stand for the built-in catalog.
func filesOrPath(files []string) []string {
	if len(files) == 0 {
		return filepath.SplitList(os.Getenv("TALKS_PATH"))
	}
	return files
}

// openCatalog reads the files, or the built-in catalog if there are none, and
// prints the problems on stderr.
func openCatalog(files []string, s streams) (*catalog.Catalog, error) {
	files = filesOrPath(files)
	if err := refuseKeyboard(files, s.in); err != nil {
		return nil, err
	}
	var c *catalog.Catalog
	var err error
	if len(files) == 0 {
		c, err = load.Builtin(seeds.Files)
	} else {
		c, err = load.Catalog(files, s.in)
	}
	if err != nil {
		return nil, err
	}
	printProblems(s.err, c.Problems)
	return c, nil
}

// refuseKeyboard returns an error if standard input is to be read and is a
// terminal: nobody types a schedule.
func refuseKeyboard(files []string, stdin io.Reader) error {
	if slices.Contains(files, load.Stdin) && isTerminal(stdin) {
		return hinted{"standard input is the keyboard", "pipe a schedule into it: curl … | talks -"}
	}
	return nil
}

// unreadNotice returns a notice for a user who pipes something into talks, as
// into a pager, without the "-" that would have it read.
func unreadNotice(files []string, stdin io.Reader) string {
	in, ok := stdin.(*os.File)
	if !ok || len(files) > 0 {
		return ""
	}
	info, err := in.Stat()
	if err != nil || info.Mode()&os.ModeNamedPipe == 0 && (!info.Mode().IsRegular() || info.Size() == 0) {
		return ""
	}
	return "standard input is not read; talks - reads it"
}
