package tui

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/tui/detail"
	"talks/tui/picker"
)

// pickLink follows the link of the talk, or lets the user choose one.
func (m *Model) pickLink() tea.Cmd {
	t := m.current()
	switch {
	case t == nil:
		return nil
	case len(t.Links) == 0:
		m.notice = "no links"
		return nil
	case len(t.Links) == 1:
		return m.followLink(t.Links[0])
	}
	group := picker.Group{Name: t.Title}
	for _, l := range t.Links {
		group.Items = append(group.Items, picker.Item{Label: detail.LinkLabel(l), Note: l.URL})
	}
	m.links = t.Links
	m.openPicker(pickingLink, "open", "no links", []picker.Group{group})
	return nil
}

// followLink hands a link to the system's browser. Files are not trusted: they
// choose an address on the web, not a program of this machine.
func (m *Model) followLink(l catalog.Link) tea.Cmd {
	address, ok := webAddress(l.URL)
	if !ok {
		m.notice = "not opened, it is no web address: " + l.URL
		return nil
	}
	m.notice = "opening " + address + m.glyphs.Ellipsis
	return followURL(m.follow, address)
}

// webAddress is a URL in its canonical form if it leads to the web. What follows
// the link may hand it to a shell (wslview does): nothing but ASCII letters, digits
// and urlSigns stays as it is, the rest is percent-encoded.
func webAddress(link string) (address string, ok bool) {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || strings.ContainsFunc(u.Host, notInHost) {
		return "", false
	}
	var b strings.Builder
	for _, c := range []byte(u.String()) {
		if c < utf8.RuneSelf && (isLetterOrDigit(rune(c)) || strings.IndexByte(urlSigns, c) >= 0) {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String(), true
}

// urlSigns are the signs of a URL that mean something in it and, within quotation
// marks, nothing to a shell.
const urlSigns = "-._~%:/?#[]@&;=+,*"

// notInHost reports whether no name or number of a host has r in it (RFC 3986,
// 3.2.2, without the sub-delims, which no host uses).
func notInHost(r rune) bool { return !isLetterOrDigit(r) && !strings.ContainsRune("-._~%:[]", r) }

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// takeFollowed says what became of a link. Where nothing opens it, it goes to
// the clipboard of the terminal, which never says whether it took it.
func (m *Model) takeFollowed(msg followedMsg) tea.Cmd {
	if msg.err == nil {
		m.notice = "opened " + msg.url
		return nil
	}
	m.notice = "sent to the terminal's clipboard: " + msg.url + " (" + msg.err.Error() + ")"
	return tea.SetClipboard(msg.url)
}

// followNothing stands in where nobody said how to follow links.
func followNothing(string) error { return errors.New("links cannot be opened here") }
