package main

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
	"slices"

	"talks/catalog"
	"talks/catalog/load"
	"talks/cmd/talks/hint"
	"talks/cmd/talks/tty"
	"talks/seeds"
)

// resolve returns the files that a command line means, and the streams to read
// them with. A command line without files means what is piped into the program,
// else the files of $TALKS_PATH, which are parted as in $PATH, else the built-in
// catalog: no files.
func (s streams) resolve(files []string) ([]string, streams, error) {
	if len(files) > 0 {
		return files, s, refuseKeyboard(files, s.in)
	}
	if piped := s.piped(); piped != nil {
		s.in = piped
		return []string{load.Stdin}, s, nil
	}
	files = filepath.SplitList(os.Getenv("TALKS_PATH"))
	return files, s, refuseKeyboard(files, s.in)
}

// refuseKeyboard returns an error if standard input is to be read and is a
// terminal: nobody types a schedule.
func refuseKeyboard(files []string, stdin io.Reader) error {
	if slices.Contains(files, load.Stdin) && tty.Is(stdin) {
		return hint.New("standard input is the keyboard", "pipe a schedule into it: curl … | talks -")
	}
	return nil
}

// piped returns standard input if it is a pipe or a file that has at least one
// byte, else nil: cron and the like give a program an empty one.
func (s streams) piped() io.Reader {
	in, ok := s.in.(*os.File)
	if !ok {
		return nil
	}
	info, err := in.Stat()
	if err != nil || !info.Mode().IsRegular() && info.Mode()&os.ModeNamedPipe == 0 {
		return nil
	}
	defer sayIfSlow(s.err, readingLine([]string{load.Stdin}))()
	r := bufio.NewReaderSize(in, 64<<10)
	if _, err := r.Peek(1); err != nil {
		return nil
	}
	return r
}

// openCatalog reads the files, or the built-in catalog if there are none, and
// prints the problems on stderr.
func openCatalog(files []string, s streams) (*catalog.Catalog, error) {
	files, s, err := s.resolve(files)
	if err != nil {
		return nil, err
	}
	var c *catalog.Catalog
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

// known is the catalog of a command line without files or pipe, for completions. It
// is silent.
func (s streams) known() *catalog.Catalog {
	files := filepath.SplitList(os.Getenv("TALKS_PATH"))
	if slices.Contains(files, load.Stdin) {
		return nil
	}
	c, err := openCatalog(files, streams{nil, s.out, io.Discard})
	if err != nil {
		return nil
	}
	return c
}
