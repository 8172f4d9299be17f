package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"talks/catalog/load"
	"talks/seeds"
	"talks/tui"
)

// A stream is a load that goes on while the screen shows what is there.
type stream struct {
	updates chan tui.LoadedMsg // at most one, the latest; closed at the end
	fault   any                // what a bug in the load panicked with
}

// startStream starts to read the files and returns when there is something to
// show, or with an error if there is not one talk.
func startStream(ctx context.Context, files []string, stdin io.Reader) (*stream, error) {
	s := &stream{updates: make(chan tui.LoadedMsg, 1)}
	if len(files) == 0 {
		c, err := load.Builtin(seeds.Files)
		s.put(tui.LoadedMsg{Catalog: c})
		close(s.updates)
		return s, err
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(50) // a catalog stays, so most of what is collected while loading is garbage
	}
	ready := make(chan struct{}, 1)
	failed := make(chan error, 1)
	go func() {
		defer close(s.updates)
		defer func() {
			if s.fault = recover(); s.fault != nil {
				failed <- nil // next panics with it
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

// put leaves an update for next, in place of one that next has not taken yet.
func (s *stream) put(l tui.LoadedMsg) {
	select {
	case <-s.updates:
	default:
	}
	s.updates <- l
}

// next waits for more than it returned before; ok is false at the end. If the
// load panicked, next does too: its caller can handle that, a goroutine cannot.
func (s *stream) next() (l tui.LoadedMsg, ok bool) {
	l, ok = <-s.updates
	if !ok && s.fault != nil {
		panic(s.fault)
	}
	return l, ok
}

func progressWords(p load.Progress) string {
	switch {
	case p.Done():
		return ""
	case p.Files == 1:
		return "still reading"
	}
	return fmt.Sprintf("%d of %d files", p.Read, p.Files)
}

// slow is how long a user waits before wondering what for.
const slow = time.Second

// readingLine says what is being read.
func readingLine(files []string) string {
	line := "talks: reading"
	if slices.Contains(files, load.Stdin) {
		line += " standard input"
	}
	if isUTF8(os.Getenv) {
		return line + "…"
	}
	return line + "..."
}

// sayIfSlow writes a line unless done is called soon. On a terminal, done erases
// the line.
func sayIfSlow(w io.Writer, line string) (done func()) {
	end := "\n"
	if isTerminal(w) {
		end = ""
	}
	written := make(chan struct{})
	timer := time.AfterFunc(slow, func() {
		_, _ = io.WriteString(w, line+end)
		close(written)
	})
	return func() {
		if timer.Stop() {
			return
		}
		<-written
		if end == "" {
			_, _ = io.WriteString(w, "\r"+strings.Repeat(" ", utf8.RuneCountInString(line))+"\r")
		}
	}
}
