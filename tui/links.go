package tui

import (
	"errors"
	"io"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/tui/detail"
)

// followLink hands a link to the system's browser. Files are not trusted: they
// choose an address on the web, not a program of this machine.
func (m *Model) followLink(l catalog.Link) tea.Cmd {
	address, ok := detail.WebAddress(l.URL)
	if !ok {
		m.notice = "not opened, it is no web address: " + l.URL
		return nil
	}
	m.notice = "opening " + address + m.glyphs.Ellipsis
	return followURL(m.follow, address)
}

// takeFollowed says what became of a link. Where nothing opens it, it goes to
// the clipboard of the terminal, which never says whether it took it.
func (m *Model) takeFollowed(msg followedMsg) tea.Cmd {
	var resumed tea.Cmd
	if msg.back {
		resumed = hasScreenBack()
	}
	if msg.err == nil {
		m.notice = "opened " + msg.url
		return resumed
	}
	m.notice = msg.err.Error() + ": copied " + msg.url
	return tea.Batch(resumed, tea.SetClipboard(msg.url))
}

// hasScreenBack is to be done after another program had the terminal.
func hasScreenBack() tea.Cmd {
	return tea.Batch(func() tea.Msg { return tea.ResumeMsg{} }, tea.RequestWindowSize)
}

// followNothing stands in where nobody said how to follow links.
func followNothing(string) error { return errors.New("links cannot be opened here") }

// NeedsScreen is the error of Options.Follow where only a program that takes the
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
