// Package screen runs a model on the terminal: it has Bubble Tea draw, read keys
// and heed signals, and leaves the terminal as it was, however the program ends.
//
//	input      what comes from the terminal, without what Bubble Tea cannot bear
//	output     what goes to it, and the first frame at once
//	suspender  ^z, and stops from outside
//	guard      a second process, for an end that nothing else can catch
package screen

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"sync/atomic"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"talks/tui"
)

// interruptible is a model that knows whether ^c ended it. It then quits as
// for any other reason: if Bubble Tea were interrupted, it would not wait until
// its reading of keys has ended.
type interruptible interface{ Interrupted() bool }

// EndedBy is an error: the number of the signal that ended the program. ^c counts
// as SIGINT.
type EndedBy int

func (s EndedBy) Error() string { return "ended by signal " + strconv.Itoa(int(s)) }

// ErrBug says, after the report of a panic, what it was.
var ErrBug = errors.New("a bug in talks ended it, the report is above")

// Options say how the first frame is drawn.
type Options struct {
	AtOnce          bool // it does not wait for Bubble Tea's clock, see firstFrame
	BackgroundKnown bool // the terminal need not be asked for its background
}

// Run shows a model until it quits. However the program ends, it leaves the
// terminal as it was. The error is an EndedBy, ErrBug, or says why the terminal
// cannot be used.
func Run(m tea.Model, o Options) error {
	out := &output{File: os.Stdout, profile: colourProfile()}
	m = firstFrame{Model: m, out: out, Options: o}
	in, err := openInput()
	if err != nil {
		return unusable(err)
	}
	before, err := term.GetState(in.Fd())
	if err != nil {
		return unusable(err)
	}
	width, height, _ := out.size()
	guard := &guard{before: before}
	guard.start()
	defer guard.stop()
	jobs := newSuspender(guard, freshSize(out, tui.ThinWheel(time.Now)))
	p := tea.NewProgram(m, tea.WithInput(in), tea.WithOutput(out.forBubbleTea()), tea.WithWindowSize(width, height), tea.WithColorProfile(out.profile),
		tea.WithoutSignalHandler(), tea.WithFilter(jobs.filterMsg))
	got, stop := endOnSignal(p, out, guard, func() { _ = term.Restore(in.Fd(), before) })
	defer stop()
	defer jobs.watch(p)()
	saveTitle(os.Stdout)
	defer restoreTitle(os.Stdout)
	defer onResize(func() { p.Send(tea.WindowSizeMsg{}) })() // Bubble Tea listens too late: it measures first
	last, err := p.Run()
	out.leave()
	if s := got.Load(); s != 0 {
		return EndedBy(s)
	}
	i, ok := last.(interruptible)
	switch {
	case errors.Is(err, tea.ErrProgramPanic):
		return ErrBug
	case err != nil:
		return unusable(err)
	case ok && i.Interrupted():
		return EndedBy(syscall.SIGINT)
	}
	return nil
}

func unusable(err error) error { return fmt.Errorf("the terminal cannot be used: %w", err) }

// colourProfile returns the colours that the terminal has. Lip Gloss found out
// when the program began; finding out once more would start a tmux process in
// tmux. By convention any value of NO_COLOR counts, but Lip Gloss wants a
// boolean.
func colourProfile() colorprofile.Profile {
	if os.Getenv("NO_COLOR") != "" {
		return min(lipgloss.Writer.Profile, colorprofile.ASCII)
	}
	return lipgloss.Writer.Profile
}

// freshSize lets messages through to next. It measures anew what the size of the
// window is: of two measurements the older may come last. An empty size is only
// asked for.
func freshSize(out *output, next func(tea.Model, tea.Msg) tea.Msg) func(tea.Model, tea.Msg) tea.Msg {
	return func(m tea.Model, msg tea.Msg) tea.Msg {
		if size, ok := msg.(tea.WindowSizeMsg); ok {
			switch w, h, known := out.size(); {
			case known:
				msg = tea.WindowSizeMsg{Width: w, Height: h}
			case size.Width == 0:
				return nil
			}
		}
		return next(m, msg)
	}
}

// endOnSignal ends the program when a signal asks for it. It quits the program
// first. If that takes too long, or a second signal comes, it kills the program:
// an Update may hang. If that takes too long as well, the terminal takes no output;
// then it sets the terminal back, which writes nothing, and ends the process. got
// is the number of the signal, 0 while there is none.
func endOnSignal(p *tea.Program, out *output, guard *guard, setBack func()) (got *atomic.Int32, stop func()) {
	const patience, morePatience = 1500 * time.Millisecond, 500 * time.Millisecond
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
		go p.Quit() // it waits for an Update that hangs
		select {
		case _, again := <-signals:
			if !again {
				return // the program has ended
			}
		case <-time.After(patience):
		}
		killed := make(chan struct{})
		go func() {
			p.Kill()
			out.leave()
			restoreTitle(os.Stdout)
			close(killed)
		}()
		select {
		case <-killed:
		case <-time.After(morePatience):
			setBack()
		}
		guard.stop()
		os.Exit(128 + int(s))
	}()
	return got, func() {
		signal.Stop(signals)
		close(signals)
	}
}

// saveTitle and restoreTitle keep the shell's title of the window on the
// terminal's own stack (xterm's XTWINOPS 22 and 23). A terminal that cannot be
// written to has no title to keep.
func saveTitle(out *os.File)    { _, _ = out.WriteString("\x1b[22;2t") }
func restoreTitle(out *os.File) { _, _ = out.WriteString("\x1b[23;2t") }
