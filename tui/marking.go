package tui

import (
	"context"
	"slices"
	"strings"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/catalog/marks"
	"talks/catalog/search/facts"
	"talks/catalog/search/query"
)

// marking is what is kept of the talks. The store is read and written beside the
// screen.
type marking struct {
	open    func() (*marks.Store, error)
	store   *marks.Store                 // nil until it is read
	live    *atomic.Pointer[marks.Store] // the same, for the engine
	binding bool                         // which talk of the catalog has which mark is being worked out
	delayed []action                     // what waits for that
	marked  int                          // talks of the catalog that are marked
	visible []*catalog.Talk              // of the catalog, those that are not hidden
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
		m.notice = msg.err.Error()
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

// latest returns a talk as the catalog has it now, which may have come since.
func (m *Model) latest(t *catalog.Talk) *catalog.Talk {
	for _, now := range m.catalog.Talks {
		if now.ID == t.ID {
			return now
		}
	}
	return t
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
	again := m.asksForMarks()
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

// asksForMarks reports whether the query has a condition on marks.
func (m *Model) asksForMarks() bool {
	return slices.ContainsFunc(m.typed.Groups, func(g query.Group) bool {
		return slices.ContainsFunc(g.Atoms, func(a query.Atom) bool { return a.Mark() != "" || a.Key == "note" })
	})
}

// goneLine says which marked talks are not in the schedule, if a query asks for the
// marked ones.
func (m *Model) goneLine(q query.Query) string {
	asks := slices.ContainsFunc(q.Groups, func(g query.Group) bool { return g.Atoms[0].Mark() == "marked" })
	if !asks || m.store == nil {
		return ""
	}
	gone := m.store.Gone()
	if len(gone) == 0 {
		return ""
	}
	titles := make([]string, len(gone))
	for i, t := range gone {
		titles[i] = t.Title
	}
	return catalog.Count(len(gone), "marked talk is", "marked talks are") + " not in this schedule: " + strings.Join(titles, ", ")
}

// markOf is the mark of a talk.
func (m *Model) markOf(t *catalog.Talk) marks.Mark {
	if m.store == nil {
		return marks.Mark{}
	}
	return m.store.Of(t)
}

// sign is drawn before the title of a talk.
func (m *Model) sign(t *catalog.Talk) string {
	mark := m.markOf(t)
	if mark.State == marks.None && mark.Note != "" {
		return m.glyphs.Note
	}
	return m.glyphs.States[mark.State]
}

// kept is what the detail says of a mark.
func (m *Model) kept(t *catalog.Talk) []string {
	mark := m.markOf(t)
	if mark.State == marks.None && mark.Note == "" {
		return nil
	}
	var lines []string
	if s := mark.State; s != marks.None {
		lines = append(lines, m.glyphs.States[s]+" "+s.String())
	}
	if mark.Note != "" {
		lines = append(lines, "note: "+mark.Note)
	}
	for _, c := range m.store.Changes(t) {
		lines = append(lines, "since it was marked"+m.glyphs.Dot+c.String())
	}
	return lines
}

// nextState makes a talk one that the user goes to, maybe goes to, or neither.
func (m *Model) nextState() tea.Cmd {
	t := m.shown()
	if t == nil {
		return nil
	}
	return m.whenBound(func(m *Model) tea.Cmd {
		t, next := m.latest(t), marks.Going
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
		t := m.latest(t)
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
		m.notice = "taken back"
		if t != nil { // else it was what is hidden
			m.notice += m.glyphs.Dot + stateNotice(t, m.store.Of(t).State)
		}
		m.showMarks()
		return nil
	})
}

// editedMsg brings what the user wrote about a talk.
type editedMsg struct {
	talk *catalog.Talk
	note string
	err  error
}

// editNote has the user write a note about a talk.
func (m *Model) editNote() tea.Cmd {
	t := m.shown()
	switch {
	case t == nil:
		return nil
	case m.editor == nil:
		m.notice = "notes are written with the program that $EDITOR names"
		return nil
	}
	return m.whenBound(func(m *Model) tea.Cmd {
		edit, note := m.editor, m.store.Of(m.latest(t)).Note
		program := NeedsScreen{Show: func() (err error) {
			note, err = edit(note)
			return err
		}}
		return tea.Exec(program, func(err error) tea.Msg { return editedMsg{t, note, err} })
	})
}

// takeNote keeps a note.
func (m *Model) takeNote(msg editedMsg) tea.Cmd {
	if msg.err != nil {
		m.notice = "the note is what it was: " + msg.err.Error()
		return hasScreenBack()
	}
	return tea.Batch(hasScreenBack(), m.whenBound(func(m *Model) tea.Cmd {
		t := m.latest(msg.talk)
		mark := m.store.Of(t)
		mark.Note = msg.note
		m.store.Set(t, mark)
		m.changed = true
		m.notice = "note: " + t.Title
		if m.store.Of(t).Note == "" {
			m.notice = "no note: " + t.Title
		}
		m.showMarks()
		return nil
	}))
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
		m.notice = msg.err.Error()
	}
	m.showMarks()
}
