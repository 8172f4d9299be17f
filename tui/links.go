package tui

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/tui/detail"
	"talks/tui/picker"
)

// pickLink follows the link of the talk, or lets the user choose one by its
// number.
func (m *Model) pickLink() tea.Cmd {
	t := m.shown()
	if t == nil {
		return nil
	}
	switch links := m.pager.Content().Links; {
	case len(links) == 0 && t.Slides:
		m.notice = detail.NoSlides
	case len(links) == 0:
		m.notice = "no links"
	case len(links) == 1:
		return m.followLink(links[0])
	default:
		group := picker.Group{Name: t.Title}
		for i, l := range links {
			host, _, _ := strings.Cut(detail.ShortAddress(l.URL), "/")
			label := fmt.Sprintf("[%d] %s", i+1, cmp.Or(detail.LinkLabel(l), host))
			group.Items = append(group.Items, picker.Item{Label: label, Note: l.URL})
		}
		m.links = links
		m.openPicker(pickingLink, "links", "open", "no links", []picker.Group{group})
	}
	return nil
}

// numberedLink is the link whose number is typed in the picker, if no longer number
// begins so.
func (m *Model) numberedLink() (catalog.Link, bool) {
	n, err := strconv.Atoi(m.picker.Typed())
	if m.picking != pickingLink || err != nil || n < 1 || n > len(m.links) || n*10 <= len(m.links) {
		return catalog.Link{}, false
	}
	return m.links[n-1], true
}

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
