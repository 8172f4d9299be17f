package main

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/creack/pty"
)

// patience is how long a program that was told to end may take before it is
// ended from outside: its Update hangs, or its terminal does.
const patience = 2 * time.Second

// interruptible is a model that knows of ^c. It quits as for any other reason:
// being interrupted, Bubble Tea would not wait for its reading of keys to end.
type interruptible interface{ Interrupted() bool }

// runProgram shows a model until it quits. However it ends, the terminal is
// left as it was, and the error tells the exit code: 130 for ^c, 128 plus the
// number of a signal, 2 for a panic. With paint, the first frame is shown at
// once.
func runProgram(m tea.Model, paint bool, options ...tea.ProgramOption) error {
	out := &screen{File: os.Stdout}
	options = append(options, tea.WithoutSignalHandler(), tea.WithOutput(out))
	if paint {
		m = firstFrame{m, out}
	}
	p := tea.NewProgram(m, options...)
	got, stop := endOnSignal(p, out)
	defer stop()
	saveTitle(os.Stdout)
	defer restoreTitle(os.Stdout)
	defer recheckSize(p)()
	last, err := p.Run()
	out.leave()
	if s := got.Load(); s != 0 {
		return exitCode(128 + s)
	}
	i, ok := last.(interruptible)
	switch {
	case errors.Is(err, tea.ErrProgramPanic):
		return hinted{errors.New("a bug in talks ended it, the report is above"), "nothing of yours is lost"}
	case err != nil:
		return fmt.Errorf("the terminal cannot be used: %w", err)
	case ok && i.Interrupted():
		return exitCode(exitInterrupted)
	}
	return nil
}

// settled is the time after which Bubble Tea surely listens for changes of the
// window.
const settled = 250 * time.Millisecond

// recheckSize has Bubble Tea look at the window again if its size has changed
// before it was settled: it measures first and listens later.
func recheckSize(p *tea.Program) (stop func() bool) {
	rows, columns, unknown := pty.Getsize(os.Stdout)
	return time.AfterFunc(settled, func() {
		r, c, err := pty.Getsize(os.Stdout)
		if unknown == nil && err == nil && (r != rows || c != columns) {
			p.Send(tea.RequestWindowSize())
		}
	}).Stop
}

// endOnSignal ends the program when a signal asks for it: gently first, and
// from outside where that takes too long or a second signal comes. got is the
// number of the signal, 0 while there is none.
func endOnSignal(p *tea.Program, out *screen) (got *atomic.Int32, stop func()) {
	got = new(atomic.Int32)
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	go func() {
		first, open := <-signals
		if !open {
			return
		}
		s, _ := first.(syscall.Signal)
		got.Store(int32(s))
		go p.Quit() // which waits for an Update that hangs
		select {
		case _, again := <-signals:
			if !again {
				return // it has ended
			}
		case <-time.After(patience):
		}
		p.Kill()
		out.leave()
		restoreTitle(os.Stdout)
		os.Exit(128 + int(s))
	}()
	return got, func() {
		signal.Stop(signals)
		close(signals)
	}
}

// The window's title is the shell's; it is kept on the terminal's own stack
// (XTWINOPS 22 and 23) while the program runs.
// A terminal that cannot be written to has no title to care for.
func saveTitle(out *os.File)    { _, _ = out.WriteString("\x1b[22;2t") }
func restoreTitle(out *os.File) { _, _ = out.WriteString("\x1b[23;2t") }
