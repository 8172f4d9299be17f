//go:build unix

package screen

import (
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/sys/unix"

	"talks/tui"
)

// A suspender suspends the program, for ^z or SIGTSTP, and takes the terminal
// back when it goes on. Bubble Tea would wait for ever where nobody resumes it,
// and would not notice SIGTSTP and SIGSTOP from another process.
type suspender struct {
	signals chan os.Signal
	guard   *guard
	filter  func(tea.Model, tea.Msg) tea.Msg // the next one
}

// continuedMsg says that the process was stopped, and goes on: a shell had the
// terminal meanwhile.
type continuedMsg struct{}

func newSuspender(guard *guard, filter func(tea.Model, tea.Msg) tea.Msg) *suspender {
	return &suspender{signals: make(chan os.Signal, 1), guard: guard, filter: filter}
}

// watch begins to watch for signals, until stop is called.
func (s *suspender) watch(p *tea.Program) (stop func()) {
	s.notify()
	go func() {
		for got := range s.signals {
			if got == syscall.SIGTSTP {
				p.Send(tea.SuspendMsg{})
			} else {
				p.Send(continuedMsg{})
			}
		}
	}()
	return func() {
		signal.Stop(s.signals)
		close(s.signals)
	}
}

func (s *suspender) notify() { signal.Notify(s.signals, syscall.SIGTSTP, syscall.SIGCONT) }

// filterMsg has Bubble Tea let go of the terminal for as long as the program is
// suspended.
func (s *suspender) filterMsg(m tea.Model, msg tea.Msg) tea.Msg {
	switch msg.(type) {
	case tea.SuspendMsg:
		if orphaned() {
			return s.filter(m, tui.NoticeMsg("not suspended: there is no shell to resume it"))
		}
		return tea.Exec(released(s.stop), resume)()
	case continuedMsg:
		return tea.Exec(released(letClockStop), resume)()
	}
	return s.filter(m, msg)
}

// orphaned reports whether no shell would resume the process if it stopped: its
// group has the leader of the session, as in a window of its own, or its parent is
// of another session (see POSIX, Base Definitions, "Orphaned Process Group").
func orphaned() bool {
	session, err := unix.Getsid(0)
	if err != nil {
		return false
	}
	parents, err := unix.Getsid(os.Getppid())
	return syscall.Getpgrp() == session || err == nil && parents != session
}

// stop stops the process group and returns when it goes on. It does so by
// SIGSTOP: once Go has watched for SIGTSTP, that stops nothing any more, not even
// after signal.Reset.
func (s *suspender) stop() error {
	signal.Stop(s.signals)
	defer s.notify()
	s.guard.stop() // the terminal is the shell's
	defer s.guard.start()
	resumed := make(chan os.Signal, 1)
	signal.Notify(resumed, syscall.SIGCONT)
	defer signal.Stop(resumed)
	if err := syscall.Kill(0, syscall.SIGSTOP); err != nil {
		return err
	}
	<-resumed
	return nil
}

// letClockStop waits until Bubble Tea has stopped the clock by which it draws. Bubble
// Tea 2.1.1 stops it in a goroutine that it does not wait for; if the clock were
// started before, the goroutine would stop it for good, and nothing be drawn again.
func letClockStop() error {
	time.Sleep(50 * time.Millisecond)
	return nil
}

// resume says what became of being suspended. The window may have changed.
func resume(err error) tea.Msg {
	cmds := tea.BatchMsg{
		func() tea.Msg { return tea.ResumeMsg{} },
		func() tea.Msg { return tea.WindowSizeMsg{} },
	}
	if err != nil {
		cmds = append(cmds, func() tea.Msg { return tui.NoticeMsg("not suspended: " + err.Error()) })
	}
	return cmds
}

// released is what is run while Bubble Tea has let go of the terminal.
type released func() error

func (run released) Run() error          { return run() }
func (run released) SetStdin(io.Reader)  {}
func (run released) SetStdout(io.Writer) {}
func (run released) SetStderr(io.Writer) {}
