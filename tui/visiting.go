package tui

import (
	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/tui/detail"
	"talks/tui/jobs"
	"talks/tui/text"
)

// A visit is of a talk that another one led to. The list stays as it is.
type visit struct {
	talk   *catalog.Talk
	from   *detail.Pager // where the user was before
	reader bool          // it began in the reader
}

// shown is the talk that the detail or the reader shows, nil in an empty list.
func (m *Model) shown() *catalog.Talk {
	if n := len(m.visits); n > 0 {
		return m.visits[n-1].talk
	}
	return m.current()
}

// visit shows a talk instead of the one that led to it.
func (m *Model) visit(t *catalog.Talk) {
	m.visits = append(m.visits, visit{talk: t, from: m.pager, reader: m.readerOpen})
	m.pager = detail.New()
	m.resize()
	m.showTalk()
}

// leaveVisit goes back to where the last visit began. It reports whether there was
// one to leave: in the reader, one that began there.
func (m *Model) leaveVisit() bool {
	n := len(m.visits) - 1
	if n < 0 || m.readerOpen && !m.visits[n].reader {
		return false
	}
	m.pager = m.visits[n].from
	m.visits = m.visits[:n]
	m.resize()
	m.showTalk()
	return true
}

// wayBack says in some cells which talk led to the one that is visited, "" where
// none is.
func (m *Model) wayBack(room int) string {
	n := len(m.visits)
	if n == 0 {
		return ""
	}
	from := m.current()
	if n > 1 {
		from = m.visits[n-2].talk
	}
	s := "esc: back to " + from.Title
	if end, _ := text.Cut(s, room-1, m.method); end < len(s) {
		return s[:end] + m.glyphs.Ellipsis
	}
	return s
}

// endVisits goes back to the talk of the list.
func (m *Model) endVisits() {
	if len(m.visits) > 0 {
		m.pager = m.visits[0].from
		m.visits = nil
		m.resize()
		m.showTalk()
	}
}

// toList goes to the list, and shows the talk under its cursor.
func (m *Model) toList() {
	m.remember(m.query())
	m.focus = onList
	if m.readerOpen {
		m.closeReader()
	}
	m.endVisits()
	m.pager.Unchoose()
}

// chooseLead chooses the next lead of the text, or the one before. Before the first
// is the list, as it is where there is none.
func (m *Model) chooseLead(by int) tea.Cmd {
	if !m.pager.Choose(by) {
		m.toList()
	}
	return nil
}

// enter goes where the chosen lead leads; without one it opens the reader.
func (m *Model) enter() tea.Cmd {
	if lead, ok := m.pager.Chosen(); ok {
		return m.followLead(lead)
	}
	if m.readerOpen {
		return nil
	}
	return m.openReader()
}

func (m *Model) followLead(l detail.Lead) tea.Cmd {
	switch {
	case l.Link > 0:
		return m.followLink(m.pager.Content().Links[l.Link-1])
	case l.Talk != nil:
		m.visit(l.Talk)
		return nil
	}
	m.toList()
	return m.ask(l.Query)
}

// clickLead follows what is under the mouse, if it leads anywhere.
func (m *Model) clickLead(x, y int) tea.Cmd {
	pane := m.layout().Detail
	if y == pane.Y && !m.readerOpen && m.pager.Top() > 0 {
		return nil // the title stands there
	}
	if lead, ok := m.pager.LeadAt(x-pane.X, y-pane.Y); ok {
		return m.followLead(lead)
	}
	return nil
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
	return jobs.Follow(m.follow, address)
}

// takeFollowed says what became of a link. Where nothing opens it, it is copied.
func (m *Model) takeFollowed(msg jobs.FollowedMsg) tea.Cmd {
	var resumed tea.Cmd
	if msg.Back {
		resumed = jobs.HasScreenBack()
	}
	if msg.Err == nil {
		m.notice = "opened " + msg.URL
		return resumed
	}
	return tea.Batch(resumed, jobs.Copy(m.clipboard, msg.URL, msg.Err.Error()+", ", msg.URL))
}
