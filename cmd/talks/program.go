package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
)

// patience is how long a program that was told to end may take before it is
// ended from outside: its Update hangs, or its terminal does.
const patience = 2 * time.Second

// signalled is why a program was told to end.
type signalled struct{ signal syscall.Signal }

func (s signalled) Error() string { return s.signal.String() }

// runProgram shows a model until it quits. However it ends, the terminal is
// left as it was, and the error tells the exit code: 130 for ^c, 128 plus the
// number of a signal, 2 for a panic. With paint, the first frame is shown at
// once.
func runProgram(m tea.Model, paint bool, options ...tea.ProgramOption) error {
	ctx, cancel := context.WithCancelCause(context.Background())
	defer cancel(nil)
	out := &screen{File: os.Stdout}
	options = append(options, tea.WithContext(ctx), tea.WithoutSignalHandler(), tea.WithOutput(out))
	if paint {
		m = firstFrame{m, out}
	}
	p := tea.NewProgram(m, options...)
	stop := endOnSignal(p, cancel)
	defer stop()
	saveTitle(os.Stdout)
	defer restoreTitle(os.Stdout)
	_, err := p.Run()
	out.leave()
	var s signalled
	switch {
	case errors.As(context.Cause(ctx), &s):
		return exitCode(128 + int(s.signal))
	case errors.Is(err, tea.ErrInterrupted):
		return exitCode(exitInterrupted)
	case errors.Is(err, tea.ErrProgramPanic):
		return hinted{errors.New("a bug in talks ended it, the report is above"), "nothing of yours is lost"}
	case err != nil:
		return fmt.Errorf("the terminal cannot be used: %w", err)
	}
	return nil
}

// endOnSignal ends the program when a signal asks for it: gently first, and
// from outside where that takes too long or a second signal comes.
func endOnSignal(p *tea.Program, cancel context.CancelCauseFunc) (stop func()) {
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	go func() {
		first, open := <-signals
		if !open {
			return
		}
		s, _ := first.(syscall.Signal)
		cancel(signalled{s})
		select {
		case _, again := <-signals:
			if !again {
				return // it has ended
			}
		case <-time.After(patience):
		}
		p.Kill()
		restoreTitle(os.Stdout)
		os.Exit(128 + int(s))
	}()
	return func() {
		signal.Stop(signals)
		close(signals)
	}
}

// The window's title is the shell's; it is kept on the terminal's own stack
// (XTWINOPS 22 and 23) while the program runs.
// A terminal that cannot be written to has no title to care for.
func saveTitle(out *os.File)    { _, _ = out.WriteString("\x1b[22;2t") }
func restoreTitle(out *os.File) { _, _ = out.WriteString("\x1b[23;2t") }
