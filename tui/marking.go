package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/catalog/marks"
)

// marking is what is kept of the talks. The store is read and written beside the
// screen.
type marking struct {
	open    func() (*marks.Store, error)
	store   *marks.Store // nil until it is read
	binding bool         // which talk of the catalog has which mark is being worked out
	delayed []action     // what waits for that
	marked  int          // talks of the catalog that have a state or a note
	changed bool         // there is something to save
	saving  bool
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
		m.notice = msg.err.Error()
	}
	m.store, m.binding = msg.store, false
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

// showMarks draws what depends on marks.
func (m *Model) showMarks() {
	m.marked, m.rows = m.store.Count(), nil
	m.showTalk()
}

// markOf is the mark of a talk.
func (m *Model) markOf(t *catalog.Talk) marks.Mark {
	if m.store == nil {
		return marks.Mark{}
	}
	return m.store.Of(t)
}

// sign is drawn before a line of a talk.
func (m *Model) sign(t *catalog.Talk, line int) string {
	if line > 0 {
		return ""
	}
	return m.glyphs.States[m.markOf(t).State]
}

// kept is what the detail says of a mark.
func (m *Model) kept(t *catalog.Talk) string {
	s := m.markOf(t).State
	if s == marks.None {
		return ""
	}
	return m.glyphs.States[s] + " " + s.String()
}

// nextState makes a talk one that the user goes to, maybe goes to, or neither.
func (m *Model) nextState() tea.Cmd {
	t := m.shown()
	if t == nil {
		return nil
	}
	return m.whenBound(func(m *Model) tea.Cmd {
		next := marks.Going
		switch m.store.Of(t).State {
		case marks.Going:
			next = marks.Maybe
		case marks.Maybe:
			next = marks.None
		}
		m.setState(t, next)
		return nil
	})
}

func (m *Model) setState(t *catalog.Talk, s marks.State) {
	mark := m.store.Of(t)
	mark.State = s
	m.store.Set(t, mark)
	m.changed = true
	m.notice = stateNotice(t, s)
	m.showMarks()
}

// stateNotice says what the state of a talk is now.
func stateNotice(t *catalog.Talk, s marks.State) string {
	if s == marks.None {
		return "not marked: " + t.Title
	}
	return s.String() + ": " + t.Title
}

// see takes note that a talk was opened. That alone is no reason to say anything.
func (m *Model) see(t *catalog.Talk) {
	m.whenBound(func(m *Model) tea.Cmd {
		if mark := m.store.Of(t); !mark.Seen {
			mark.Seen = true
			m.store.Set(t, mark)
			m.changed = true
		}
		return nil
	})
}

// undo takes back the last change of a mark.
func (m *Model) undo() tea.Cmd {
	return m.whenBound(func(m *Model) tea.Cmd {
		t, ok := m.store.Undo()
		if !ok {
			m.notice = "nothing to take back"
			return nil
		}
		m.changed = true
		m.notice = "taken back" + m.glyphs.Dot + stateNotice(t, m.store.Of(t).State)
		m.showMarks()
		return nil
	})
}

// savedMsg says what became of the changes.
type savedMsg struct{ err error }

// keep saves what has changed, one save at a time. What could not be saved is tried
// again with the next change.
func (m *Model) keep() tea.Cmd {
	if !m.changed || m.saving {
		return nil
	}
	m.changed, m.saving = false, true
	store := m.store
	return func() tea.Msg { return savedMsg{store.Save(context.Background())} }
}

// takeSaved shows what other programs have changed meanwhile.
func (m *Model) takeSaved(msg savedMsg) {
	m.saving = false
	if msg.err != nil {
		m.notice = msg.err.Error()
	}
	m.showMarks()
}
