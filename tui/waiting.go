package tui

import tea "charm.land/bubbletea/v2"

// waits keeps what was pressed, clicked or pasted for later, if what it is
// meant for is still to come: the talk that enter asked for, or the facets.
func (m *Model) waits(msg tea.Msg) bool {
	if !m.opening && !m.count.awaited {
		return false
	}
	m.ahead = append(m.ahead, msg)
	return true
}

// openAtLast opens the talk that enter asked for.
func (m *Model) openAtLast() tea.Cmd {
	m.opening = false
	return tea.Batch(m.open(), m.catchUp())
}

// catchUp takes up what was kept for later.
func (m *Model) catchUp() tea.Cmd {
	kept := m.ahead
	m.ahead = nil
	var cmd tea.Cmd
	for _, msg := range kept {
		cmd = tea.Batch(cmd, m.route(msg))
	}
	return cmd
}
