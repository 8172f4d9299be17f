package jobs

import (
	"errors"
	"io"

	tea "charm.land/bubbletea/v2"
)

// FollowedMsg says what became of a link.
type FollowedMsg struct {
	URL  string
	Err  error
	Back bool // it had the screen
}

// Follow shows a web address; follow may fail with a NeedsScreen.
func Follow(follow func(url string) error, url string) tea.Cmd {
	return func() tea.Msg {
		err := follow(url)
		var program NeedsScreen
		if !errors.As(err, &program) {
			return FollowedMsg{URL: url, Err: err}
		}
		return tea.Exec(program, func(err error) tea.Msg { return FollowedMsg{URL: url, Err: err, Back: true} })()
	}
}

// HasScreenBack is to be done after another program had the terminal.
func HasScreenBack() tea.Cmd {
	return tea.Batch(func() tea.Msg { return tea.ResumeMsg{} }, tea.RequestWindowSize)
}

// NeedsScreen is an error where only a program that takes the
// terminal for itself can show the address: Show runs it.
type NeedsScreen struct{ Show func() error }

func (NeedsScreen) Error() string { return "the screen is needed" }

// Run is part of tea.ExecCommand, as are SetStdin, SetStdout and SetStderr; the
// program takes the terminal as it is.
func (p NeedsScreen) Run() error { return p.Show() }

// SetStdin does nothing.
func (NeedsScreen) SetStdin(io.Reader) {}

// SetStdout does nothing.
func (NeedsScreen) SetStdout(io.Writer) {}

// SetStderr does nothing.
func (NeedsScreen) SetStderr(io.Writer) {}
