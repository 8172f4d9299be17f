package tui

import (
	"errors"
	"net/url"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/tui/detail"
	"talks/tui/pick"
)

// startLinks opens the link of the talk, or lets the reader choose one.
func (m *Model) startLinks() tea.Cmd {
	if m.hits() == 0 {
		return nil
	}
	t := m.talk(m.list.Cursor())
	switch len(t.Links) {
	case 0:
		m.notice = "no links"
		return nil
	case 1:
		return m.openLink(t.Links[0])
	}
	m.links = t.Links
	m.startPick(pickingLinks, "open", "no links", []pick.Group{{Name: t.Title, Rows: linkRows(t.Links)}})
	return nil
}

func linkRows(list []catalog.Link) []pick.Row {
	rows := make([]pick.Row, len(list))
	for i, l := range list {
		rows[i] = pick.Row{Label: detail.LinkLabel(l), Note: l.URL}
	}
	return rows
}

// openLink hands a link to the system's browser. Files are not trusted: they
// choose an address on the web, not a program of this machine.
func (m *Model) openLink(l catalog.Link) tea.Cmd {
	address, ok := webAddress(l.URL)
	if !ok {
		m.notice = "not opened, it is no web address: " + l.URL
		return nil
	}
	m.notice = "opening " + address + m.glyphs.Ellipsis
	return openURL(m.opener, address)
}

// webAddress is a URL in its canonical form if it leads to the web.
func webAddress(link string) (address string, ok bool) {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return "", false
	}
	return u.String(), true
}

// takeOpened says what became of a link. Where nothing opens it, it goes to
// the clipboard of the terminal, which never says whether it took it.
func (m *Model) takeOpened(msg opened) tea.Cmd {
	if msg.err == nil {
		m.notice = "opened " + msg.url
		return nil
	}
	m.notice = "sent to the terminal's clipboard: " + msg.url + " (" + msg.err.Error() + ")"
	return tea.SetClipboard(msg.url)
}

// openNothing opens links where nobody said how to.
func openNothing(string) error { return errors.New("links cannot be opened here") }
