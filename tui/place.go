package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/catalog/diff"
	"talks/catalog/search/query"
	"talks/tui/offer"
	"talks/tui/order"
	"talks/tui/text"
)

// A Place is where the user is in a catalog.
type Place struct {
	Query string `json:"query,omitempty"`
	// Order is that of the list, in the words of the screen, and Browsing the one that
	// it had before the query searched for words; empty: nobody chose one.
	Order    string `json:"order,omitempty"`
	Browsing string `json:"browsing,omitempty"`
	Talk     string `json:"talk,omitempty"`    // the ID of the one that the user chose; empty: nobody did
	Reading  bool   `json:"reading,omitempty"` // it is open in the reader, …
	Offset   int    `json:"offset,omitempty"`  // … scrolled to this byte of its text
}

// remembering is what outlasts the program, besides marks.
type remembering struct {
	returning Place // where the reader is to be, until a key or the mouse leads elsewhere

	history  []string // queries that were asked, the latest last
	session  []string // the same, of this session
	recalled int      // which of the history the prompt shows, counted from its end; 0: none
	moving   bool     // in the list, since the prompt was empty
}

// goTo goes to a place. A query that is asked instead has its own best hit.
func (m *Model) goTo(p Place, asked string) {
	m.sorting, m.browsing = order.Named(p.Order), order.Named(p.Browsing)
	m.prompt.Set(p.Query)
	m.typed = typed{m.query(), query.Parse(m.query())}
	switch {
	case asked != "":
		before := m.typed.Query
		m.prompt.Set(asked)
		m.typed = typed{m.query(), query.Parse(m.query())}
		m.resort(before)
		return
	case p.Reading:
		m.notice = "as you left it" + m.glyphs.Dot + "esc goes to the list"
	case p.Query != "":
		m.notice = "as you left it" + m.glyphs.Dot + "esc empties the query"
	}
	if p.Talk != "" {
		m.chosen = &catalog.Talk{ID: p.Talk}
	}
	m.returning = p
}

// resume opens the reader where it was, once its talk is in the list; what is still
// loaded and how large the window is, is known only later.
func (m *Model) resume() {
	at, t := m.returning, m.current()
	if !at.Reading || t == nil || t.ID != at.Talk || m.query() != "" && m.results == nil {
		return
	}
	if !m.readerOpen {
		m.readerOpen = true
		m.resize()
		m.see(t)
	}
	m.pager.ScrollToOffset(at.Offset)
}

// Left returns where the user is, and what was asked in this session, the latest
// last, for the next time.
func (m *Model) Left() (at Place, asked []string) {
	if m.noting != nil {
		m.keepNote()
	}
	m.remember(m.query())
	at = Place{Query: strings.TrimSpace(m.query()), Order: m.sorting.Name(), Browsing: m.browsing.Name()}
	if t := m.chosenTalk(); t != nil {
		at.Talk = t.ID
	}
	if m.readerOpen {
		at.Reading, at.Talk = true, m.current().ID
		if len(m.visits) == 0 {
			at.Offset = m.pager.Offset()
		}
	}
	return at, m.session
}

// remember puts a query behind all others in the history.
func (m *Model) remember(query string) {
	query = strings.TrimSpace(query)
	if query == "" {
		return
	}
	for _, list := range []*[]string{&m.history, &m.session} {
		*list = append(slices.DeleteFunc(*list, func(q string) bool { return q == query }), query)
	}
}

// recall puts the query that was asked before into a prompt that is empty, or that
// shows one of the history, or the one that was asked after that. Otherwise it moves
// in the list, as it does after that.
func (m *Model) recall(by int) tea.Cmd {
	shown, n := "", len(m.history)
	if m.recalled > 0 {
		shown = m.history[max(n-m.recalled, 0)]
	}
	if m.query() != shown {
		m.recalled, shown = 0, ""
	}
	switch at := m.recalled - by; {
	case m.query() != shown, m.moving, at < 0, n == 0:
		m.moving = true
		return m.move(by)
	case at > n:
		m.notice = "nothing was asked before that"
		return nil
	case at == 0:
		shown = ""
		m.recalled = at
	default:
		shown = m.history[n-at]
		m.recalled = at
	}
	m.prompt.Set(shown)
	return m.requery()
}

// pickQuery offers what was asked, the latest first.
func (m *Model) pickQuery() tea.Cmd {
	m.remember(m.query())
	m.offer(offer.Queries(m.history))
	return nil
}

// reloadedMsg brings the catalog, read again, and what is new in it.
type reloadedMsg struct {
	catalog *catalog.Catalog
	news    string
	err     error
}

// reload reads the files again, and the marks.
func (m *Model) reload() tea.Cmd {
	switch {
	case m.again == nil:
		m.notice = "there is no file to read again"
		return nil
	case m.progress != "":
		m.notice = "still reading"
		return nil
	}
	m.progress = "reading again"
	m.changed = m.store != nil
	again, before, dot := m.again, m.catalog, m.glyphs.Dot
	return func() tea.Msg {
		c, err := again()
		if err != nil {
			return reloadedMsg{err: err}
		}
		c.Timetable() // takes too long between a key and a frame
		news := diff.Compare(before, c)
		return reloadedMsg{catalog: c, news: "read again" + dot + news.String()}
	}
}

// takeReloaded shows the catalog in place of the one before. The user stays where
// they are.
func (m *Model) takeReloaded(msg reloadedMsg) tea.Cmd {
	if msg.err != nil {
		m.progress = ""
		m.complain(msg.err)
		return nil
	}
	if m.chosen != nil {
		m.choseTalk()
	}
	m.inPlace = true
	top := m.pager.Offset()
	cmd := m.takeCatalog(LoadedMsg{Catalog: msg.catalog})
	m.pager.ScrollToOffset(top)
	m.notice = text.Join(msg.news, problemNotice(msg.catalog), m.glyphs.Dot)
	return cmd
}
