package tui

import (
	"context"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/catalog/marks"
	"talks/catalog/search/facts"
	"talks/tui/kept"
	"talks/tui/offer"
)

// keeping is what is kept of the talks. The store is read and written beside the
// screen.
type keeping struct {
	open    func() (*marks.Store, error)
	store   *marks.Store                 // nil until it is read
	live    *atomic.Pointer[marks.Store] // the same, for the engine
	binding bool                         // which talk of the catalog has which mark is being worked out
	delayed []action                     // what waits for that
	marked  int                          // talks of the catalog that are marked
	visible []*catalog.Talk              // of the catalog, those that are not hidden
	walking time.Duration                // between two buildings, for the plan
	changed bool                         // there is something to save
	saving  bool
	stale   bool // the list may be another one, now that marks have changed
}

// boundMsg brings the store, which has found the marks of a catalog.
type boundMsg struct {
	store   *marks.Store
	catalog *catalog.Catalog
	err     error
}

// bind has the marks of the catalog found, one catalog at a time.
func (m *Model) bind() tea.Cmd {
	if m.binding {
		return nil
	}
	m.binding = true
	open, c := m.open, m.catalog
	return func() tea.Msg {
		store, err := open()
		store.Bind(c)
		return boundMsg{store, c, err}
	}
}

// takeMarks shows the marks, and does what has waited for them.
func (m *Model) takeMarks(msg boundMsg) tea.Cmd {
	if m.store == nil && msg.err != nil {
		m.complain(msg.err)
	}
	m.store, m.binding = msg.store, false
	m.live.Store(msg.store)
	if msg.catalog != m.catalog {
		return m.bind()
	}
	m.showMarks()
	delayed := m.delayed
	m.delayed = nil
	var cmd tea.Cmd
	for _, do := range delayed {
		cmd = tea.Batch(cmd, do(m))
	}
	return cmd
}

// whenBound does an action once it is known which talk has which mark.
func (m *Model) whenBound(do action) tea.Cmd {
	if m.store == nil || m.binding {
		m.delayed = append(m.delayed, do)
		return nil
	}
	return do(m)
}

// searchable are the marks that a query asks for, nil until they are read.
func (m *Model) searchable() facts.Marks {
	if store := m.live.Load(); store != nil {
		return store
	}
	return nil
}

// showMarks draws what depends on marks, and has the list follow.
func (m *Model) showMarks() {
	m.marked, m.rows, m.stale = m.store.Count(), nil, true
	m.showTalk()
}

// unhidden returns the talks of a catalog that are not hidden.
func (m *Model) unhidden(c *catalog.Catalog) []*catalog.Talk {
	if m.store == nil {
		return c.Talks
	}
	hides := m.store.Hider()
	if hides == nil {
		return c.Talks
	}
	return slices.DeleteFunc(slices.Clone(c.Talks), hides)
}

// followMarks lists what is to be listed now that marks have changed. The cursor
// stays where it is.
func (m *Model) followMarks() tea.Cmd {
	m.stale = false
	current, visible := m.current(), m.unhidden(m.catalog)
	again := kept.IsAsked(m.typed.Query)
	if !slices.Equal(visible, m.visible) {
		m.visible, again = visible, true
		if m.results == nil {
			m.inPlace = true
			m.relist(current)
		}
	}
	if !again || strings.TrimSpace(m.query()) == "" {
		return nil
	}
	cmd := m.search()
	m.inPlace = true
	return cmd
}

// savedMsg says what became of the changes.
type savedMsg struct{ err error }

// keep follows a change of marks, and saves it, one save at a time. What could not be
// saved is tried again with the next change.
func (m *Model) keep() tea.Cmd {
	var list, save tea.Cmd
	if m.stale && m.mode()&(inList|inPrompt) != 0 { // elsewhere the talk that is read may leave the list
		list = m.followMarks()
	}
	if m.changed && !m.saving {
		m.changed, m.saving = false, true
		store := m.store
		save = func() tea.Msg { return savedMsg{store.Save(context.Background())} }
	}
	return tea.Batch(list, save)
}

// takeSaved shows what other programs have changed meanwhile.
func (m *Model) takeSaved(msg savedMsg) {
	m.saving = false
	if msg.err != nil {
		m.complain(msg.err)
	}
	m.showMarks()
	if o, open := m.offered.(offer.Plan); open && o.Gap == nil && !m.binding {
		now := m.planned()
		m.offered = now
		box := now.Box()
		m.picker.SetGroups(box.Action, box.Empty, box.Groups)
	}
}
