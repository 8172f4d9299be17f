package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"talks/tui"
)

type browseOptions struct {
	query   string
	noMouse bool
	zone    string
}

// browse opens the screen, or prints the talks where there is no terminal to
// show them on.
func browse(ctx context.Context, files []string, o browseOptions, stdin io.Reader, stdout, stderr io.Writer) error {
	zone, err := zoneOf(o.zone)
	if err != nil {
		return err
	}
	out, ok := stdout.(*os.File)
	if !ok || !isTerminal(out) {
		return printAll(ctx, files, o.query, stdin, stdout, stderr)
	}
	done := sayIfSlow(stderr, readingWords(files))
	s, err := startStream(ctx, files, stdin)
	done()
	if err != nil {
		return err
	}
	first, _ := s.next()
	m := tui.New(tui.Options{
		Catalog:  first.Catalog,
		Progress: first.Progress,
		Next:     s.next,
		Query:    o.query,
		Notice:   unreadNotice(files, stdin),
		NoMouse:  o.noMouse,
		ASCII:    !isUTF8(os.Getenv),
		Zone:     zone,
		Follow:   openURL,
	})
	return runProgram(m, o.query == "", programOptions()...)
}

// printAll prints what list prints or, with a query, what search does.
func printAll(ctx context.Context, files []string, query string, stdin io.Reader, stdout, stderr io.Writer) error {
	c, err := open(files, stdin)
	if err != nil {
		return err
	}
	complainOf(stderr, c.Problems)
	if query != "" {
		return new(printing).printHits(ctx, query, c, stdout, stderr)
	}
	return printLines(stdout, c.Talks)
}

// zoneOf is the zone that times are shown in: that of each talk (nil), the
// reader's, or a named one.
func zoneOf(name string) (*time.Location, error) {
	switch name {
	case "", "talk":
		return nil, nil
	case "local":
		return time.Local, nil
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil, hinted{fmt.Errorf("unknown time zone %s", name), "--tz takes local, talk, or a name as Europe/Brussels"}
	}
	return zone, nil
}

// programOptions are for Bubble Tea, in the environment that it should see.
func programOptions() []tea.ProgramOption {
	options := []tea.ProgramOption{tea.WithFilter(tui.Filter(time.Now))}
	if os.Getenv("NO_COLOR") != "" {
		// The convention is any value that is not empty; Bubble Tea wants a
		// boolean.
		_ = os.Setenv("NO_COLOR", "1")
		return options
	}
	return append(options, tea.WithColorProfile(lipgloss.Writer.Profile)) // see page.print
}
