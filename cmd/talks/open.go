package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"

	"talks/catalog"
	"talks/catalog/load"
	"talks/seeds"
	"talks/tui"
)

// named are the files to read: those of the command line, else those of
// $TALKS_PATH, parted as in $PATH; none stands for the built-in catalog.
func named(files []string) []string {
	if len(files) == 0 {
		return filepath.SplitList(os.Getenv("TALKS_PATH"))
	}
	return files
}

// open reads the files, or the built-in catalog where none is named.
func open(files []string, stdin io.Reader) (*catalog.Catalog, error) {
	files = named(files)
	if len(files) == 0 {
		return load.Builtin(seeds.Files)
	}
	if err := checkStdin(files, stdin); err != nil {
		return nil, err
	}
	return load.Catalog(files, stdin)
}

// checkStdin refuses to wait for a schedule to be typed.
func checkStdin(files []string, stdin io.Reader) error {
	if in, ok := stdin.(*os.File); ok && slices.Contains(files, load.Stdin) && isTerminal(in) {
		return hinted{errors.New("standard input is the keyboard"), "pipe a schedule into it: curl … | talks -"}
	}
	return nil
}

// unreadNotice tells who pipes something into talks, as into a pager, that it
// has not been read.
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

// A stream is a load under way, of which the first files are there.
type stream struct {
	updates chan tui.LoadedMsg // the latest one only; closed at the end
	broken  any                // what a bug in the load panicked with
}

// startStream starts to read the files and returns when there is something to
// show. An error says that there is not one talk.
func startStream(ctx context.Context, files []string, stdin io.Reader) (*stream, error) {
	files = named(files)
	s := &stream{updates: make(chan tui.LoadedMsg, 1)}
	if len(files) == 0 {
		c, err := load.Builtin(seeds.Files)
		s.updates <- tui.LoadedMsg{Catalog: c}
		close(s.updates)
		return s, err
	}
	if err := checkStdin(files, stdin); err != nil {
		return nil, err
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(50) // a catalog stays, so most of what is gathered while loading is garbage
	}
	failed := make(chan error, 1)
	ready := make(chan struct{}, 1)
	go func() {
		defer close(s.updates)
		defer func() {
			if s.broken = recover(); s.broken != nil {
				failed <- nil // next tells
			}
		}()
		failed <- load.Stream(ctx, files, stdin, func(p load.Progress) {
			s.put(tui.LoadedMsg{Catalog: p.Catalog, Progress: progressWords(p)})
			select {
			case ready <- struct{}{}:
			default:
			}
		})
	}()
	select {
	case <-ready:
		return s, nil
	case err := <-failed:
		return s, err
	}
}

// put leaves an update for next, in place of one that nobody has taken yet.
func (s *stream) put(l tui.LoadedMsg) {
	select {
	case <-s.updates:
	default:
	}
	s.updates <- l
}

// next waits for what has been read since it was last called; it is false at
// the end. A bug in the load is a panic of its caller, who can handle it.
func (s *stream) next() (tui.LoadedMsg, bool) {
	l, ok := <-s.updates
	if !ok && s.broken != nil {
		panic(s.broken)
	}
	return l, ok
}

func progressWords(p load.Progress) string {
	if p.Done() {
		return ""
	}
	return fmt.Sprintf("%d of %d files", p.Read, p.Files)
}
