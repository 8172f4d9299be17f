package main

import (
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/catalog/load"
	"talks/seeds"
	"talks/tui"
)

type browseOptions struct {
	query   string
	noMouse bool
}

// browse opens the screen, or prints the talks where there is no terminal to
// show them on.
func browse(ctx context.Context, files []string, o browseOptions, stdin io.Reader, stdout, stderr io.Writer) error {
	c, err := open(files, stdin)
	if err != nil {
		return err
	}
	out, ok := stdout.(*os.File)
	if !ok || !isTerminal(out) {
		complainOf(stderr, c.Problems)
		if o.query != "" {
			return new(printing).printHits(ctx, o.query, c, stdout)
		}
		return printLines(stdout, c.Talks)
	}
	m := tui.New(tui.Options{
		Catalog: c,
		Query:   o.query,
		NoMouse: o.noMouse,
		ASCII:   !isUTF8(os.Getenv),
	})
	return runProgram(m, programOptions(os.Environ())...)
}

// open reads the files, or the built-in catalog where none is named.
func open(files []string, stdin io.Reader) (*catalog.Catalog, error) {
	if len(files) == 0 {
		return load.Builtin(seeds.Files)
	}
	for _, name := range files {
		if in, ok := stdin.(*os.File); name == load.Stdin && ok && isTerminal(in) {
			return nil, hinted{errors.New("standard input is the keyboard"), "pipe a talk list into it: curl … | talks -"}
		}
	}
	return load.Catalog(files, stdin)
}

func programOptions(environ []string) []tea.ProgramOption {
	for i, v := range environ {
		// The convention is any value that is not empty; Bubble Tea wants a
		// boolean.
		if value, ok := strings.CutPrefix(v, "NO_COLOR="); ok && value != "" {
			environ[i] = "NO_COLOR=1"
		}
	}
	return []tea.ProgramOption{tea.WithEnvironment(environ), tea.WithFilter(tui.Filter(time.Now))}
}
