package tui

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"talks/tui/style"
	"talks/tui/text"
)

// Update takes a message and routes it.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := m.route(msg)
	if job, ok := m.pager.Job(); ok {
		cmd = tea.Batch(cmd, rewrap(job))
	}
	return m, cmd
}

func (m *Model) route(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return m.press(msg)
	case tea.PasteMsg:
		return m.paste(msg)
	case tea.MouseClickMsg:
		if m.waits(msg) {
			return nil
		}
		return m.click(msg.Mouse())
	case tea.MouseWheelMsg:
		return m.wheel(msg.Mouse())
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
		m.rearrange()
	case tea.BackgroundColorMsg:
		m.background = backgroundOf(msg)
		m.repaint()
	case tea.ColorProfileMsg:
		m.sixteen = msg.String() == "ANSI"
		m.repaint()
	case tea.ModeReportMsg:
		return m.measured(msg)
	case tea.FocusMsg:
		return tea.RequestBackgroundColor
	case tea.ResumeMsg:
		// Suspending switches cluster measuring off without a word.
		return tea.Raw(ansi.RequestModeUnicodeCore)
	case Loaded:
		return m.load(msg)
	case drawn:
		if m.built == 0 {
			return m.reindex()
		}
	case indexed:
		return m.takeIndex(msg)
	case found:
		return m.takeResults(msg)
	case advised:
		if msg.stamp == m.searched {
			m.advice = msg.advice
		}
	case counted:
		return m.takeFacets(msg)
	case opened:
		return m.takeOpened(msg)
	case rewrapped:
		m.pager.Accept(msg.result)
	}
	return nil
}

// press finds the action of a key. Where text is typed, a key without one is
// the text's.
func (m *Model) press(msg tea.KeyPressMsg) tea.Cmd {
	m.notice = ""
	at := m.place()
	if !m.keys.atOnce(msg, at) && m.waits(msg) {
		return nil
	}
	if action := m.keys.action(msg, at); action != nil {
		return action(m)
	}
	switch at {
	case inPrompt:
		before := m.query()
		m.prompt.Type(msg)
		return m.requery(before)
	case inFind:
		m.finder.Type(msg)
		m.seek(m.finder.Value())
	case inPick:
		m.picker.Type(msg)
	}
	return nil
}

func (m *Model) paste(msg tea.PasteMsg) tea.Cmd {
	if m.waits(msg) {
		return nil
	}
	content := msg.Content
	switch m.place() {
	case inPrompt:
		before := m.query()
		m.prompt.Paste(content)
		return m.requery(before)
	case inFind:
		m.finder.Paste(content)
		m.seek(m.finder.Value())
	case inPick:
		m.picker.Paste(content)
	}
	return nil
}

// backgroundOf is what the terminal answered; a bad answer has no colour.
func backgroundOf(msg tea.BackgroundColorMsg) style.Background {
	switch {
	case msg.Color == nil:
		return style.Unknown
	case msg.IsDark():
		return style.Dark
	}
	return style.Light
}

// repaint follows a change of colours.
func (m *Model) repaint() {
	m.theme = style.New(m.background, m.sixteen)
	clear(m.items)
}

// rearrange follows a change of the window or of the way it measures text.
func (m *Model) rearrange() {
	clear(m.items)
	m.resize()
	m.helpTop = min(m.helpTop, m.helpEnd())
}

// measured hears whether the terminal measures clusters as a whole.
func (m *Model) measured(msg tea.ModeReportMsg) tea.Cmd {
	known := msg.Value == ansi.ModeReset || msg.Value == ansi.ModeSet || msg.Value == ansi.ModePermanentlySet
	if msg.Mode != ansi.ModeUnicodeCore || !known || m.method == text.GraphemeWidth {
		return nil
	}
	m.method = text.GraphemeWidth
	m.pager.SetMethod(m.method)
	m.rearrange()
	return tea.ClearScreen // the renderer changes over with the next full frame
}
