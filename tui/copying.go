package tui

import (
	tea "charm.land/bubbletea/v2"

	"talks/tui/detail"
)

// copyTalk sends the talk to the clipboard of the terminal, which never says whether
// it took it.
func (m *Model) copyTalk() tea.Cmd {
	t := m.shown()
	if t == nil {
		return nil
	}
	m.notice = "sent to the terminal's clipboard: " + t.Title
	return tea.SetClipboard(detail.Plain(t, m.setting()))
}
