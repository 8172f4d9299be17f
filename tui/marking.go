package tui

import (
	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/catalog/marks"
	"talks/tui/jobs"
	"talks/tui/kept"
)

// What the user does to the mark of a talk: its state, its note, and taking them back.

// markOf is the mark of a talk.
func (m *Model) markOf(t *catalog.Talk) marks.Mark {
	if m.store == nil {
		return marks.Mark{}
	}
	return m.store.Of(t)
}

// friendsOf are the marks of others.
func (m *Model) friendsOf(t *catalog.Talk) []marks.Friend {
	if m.store == nil {
		return nil
	}
	return m.store.Friends(t)
}

// nextState makes a talk one that the user goes to, maybe goes to, or neither.
func (m *Model) nextState() tea.Cmd {
	t := m.shown()
	if t == nil {
		return nil
	}
	return m.whenBound(func(m *Model) tea.Cmd {
		t := m.latest(t)
		m.setState(t, kept.Next(m.store.Of(t).State))
		return nil
	})
}

func (m *Model) setState(t *catalog.Talk, s marks.State) {
	mark := m.store.Of(t)
	mark.State = s
	m.store.Set(t, mark)
	m.changed = true
	m.notice = kept.StateNotice(t, s)
	m.showMarks()
}

// hide changes what is hidden for good.
func (m *Model) hide(h marks.Hidden) {
	before := m.store.Hidden()
	m.store.Hide(h)
	m.changed = true
	m.notice = kept.HiddenNotice(before, m.store.Hidden(), m.catalog.Talks)
	if len(h.Groups()) > len(before.Groups()) {
		m.notice += m.glyphs.Dot + "u takes it back, is:hidden lists them"
	}
	m.showMarks()
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
		hidden := m.store.Hidden()
		t, ok := m.store.Undo()
		if !ok {
			m.notice = "nothing to take back"
			return nil
		}
		m.changed = true
		m.notice = "taken back" + m.glyphs.Dot
		if t != nil {
			m.notice += kept.StateNotice(t, m.store.Of(t).State)
		} else {
			m.notice += kept.HiddenNotice(hidden, m.store.Hidden(), m.catalog.Talks)
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

// editNote has the user write a note about a talk: in a program of theirs or, where
// there is none, on the screen.
func (m *Model) editNote() tea.Cmd {
	t := m.shown()
	if t == nil {
		return nil
	}
	return m.whenBound(func(m *Model) tea.Cmd {
		edit, note := m.editor, m.store.Of(m.latest(t)).Note
		if edit == nil {
			m.noting = t
			m.note.Open(note)
			return nil
		}
		program := jobs.NeedsScreen{Show: func() (err error) {
			note, err = edit(note)
			return err
		}}
		return tea.Exec(program, func(err error) tea.Msg { return editedMsg{t, note, err} })
	})
}

// keepNote keeps the note that is written on the screen.
func (m *Model) keepNote() tea.Cmd {
	t := m.noting
	m.noting = nil
	return m.setNote(t, m.note.Text())
}

// takeNote keeps a note.
func (m *Model) takeNote(msg editedMsg) tea.Cmd {
	if msg.err != nil {
		m.notice = "the note is what it was: " + msg.err.Error()
		return jobs.HasScreenBack()
	}
	return tea.Batch(jobs.HasScreenBack(), m.setNote(msg.talk, msg.note))
}

// setNote keeps a note about a talk.
func (m *Model) setNote(t *catalog.Talk, note string) tea.Cmd {
	return m.whenBound(func(m *Model) tea.Cmd {
		t := m.latest(t)
		mark := m.store.Of(t)
		mark.Note = note
		m.store.Set(t, mark)
		m.changed = true
		m.notice = "note: " + t.Title
		if m.store.Of(t).Note == "" {
			m.notice = "no note: " + t.Title
		}
		m.showMarks()
		return nil
	})
}
