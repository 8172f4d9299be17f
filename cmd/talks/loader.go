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

	"talks/catalog"
	"talks/catalog/load"
	"talks/cmd/talks/place"
	"talks/cmd/talks/tty"
	"talks/seeds"
	"talks/tui"
)

// A loader loads in the background while the screen shows what is there.
type loader struct {
	updates chan tui.LoadedMsg // at most one, the latest; closed at the end
	fault   any                // what a bug in the load panicked with
}

// startLoader starts to read the files and returns when there is something to
// show, or with an error if there is not one talk.
func startLoader(ctx context.Context, files []string, stdin io.Reader) (*loader, error) {
	l := &loader{updates: make(chan tui.LoadedMsg, 1)}
	if len(files) == 0 {
		c, err := load.Builtin(seeds.Files)
		l.put(tui.LoadedMsg{Catalog: c})
		close(l.updates)
		return l, err
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(50) // a catalog stays, so most of what is collected while loading is garbage
	}
	ready := make(chan struct{}, 1)
	failed := make(chan error, 1)
	go func() {
		defer close(l.updates)
		defer func() {
			if l.fault = recover(); l.fault != nil {
				failed <- nil // next panics with it
			}
		}()
		failed <- load.Stream(ctx, files, stdin, func(p load.Progress) {
			l.put(tui.LoadedMsg{Catalog: p.Catalog, Progress: progressWords(p)})
			select {
			case ready <- struct{}{}:
			default:
			}
		})
	}()
	select {
	case <-ready:
		return l, nil
	case err := <-failed:
		return l, err
	}
}

// put leaves an update for next, in place of one that next has not taken yet.
func (l *loader) put(msg tui.LoadedMsg) {
	select {
	case <-l.updates:
	default:
	}
	l.updates <- msg
}

// next waits for more than it returned before; ok is false at the end. If the
// load panicked, next does too: its caller can handle that, a goroutine cannot.
func (l *loader) next() (msg tui.LoadedMsg, ok bool) {
	msg, ok = <-l.updates
	if !ok && l.fault != nil {
		panic(l.fault)
	}
	return msg, ok
}

// reloader returns what reads the files once more; nil if there are none, or they can
// be read only once.
func reloader(files []string) func() (*catalog.Catalog, error) {
	if len(files) == 0 || place.Of(files) == "" {
		return nil
	}
	return func() (*catalog.Catalog, error) { return load.Catalog(files, nil) }
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
	if tty.IsUTF8(os.Getenv) {
		return line + "…"
	}
	return line + "..."
}

// sayIfSlow writes a line unless done is called soon. On a terminal, done erases
// the line.
func sayIfSlow(w io.Writer, line string) (done func()) {
	end := "\n"
	if tty.Is(w) {
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
