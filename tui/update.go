package tui

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"talks/tui/jobs"
	"talks/tui/keymap"
	"talks/tui/style"
	"talks/tui/text"
)

// Update takes a message and routes it.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) { return m, tea.Batch(m.route(msg), m.keep()) }

func (m *Model) route(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return m.press(msg)
	case tea.PasteMsg:
		return m.paste(msg)
	case tea.MouseClickMsg:
		return m.click(msg)
	case tea.MouseWheelMsg:
		m.returning = Place{}
		return m.wheel(msg.Mouse())
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
		m.resize()
		m.resume()
	case tea.BackgroundColorMsg:
		m.takeBackground(msg)
	case tea.ColorProfileMsg:
		m.colours, m.hyperlinks = style.ColoursOf(msg.Profile), msg.Profile >= colorprofile.ANSI256
		m.repaint()
		m.resize()
	case tea.ModeReportMsg:
		return m.takeMethod(msg)
	case tea.FocusMsg:
		if m.asks {
			return tea.RequestBackgroundColor
		}
	case tea.ResumeMsg:
		// Suspending switches cluster measuring off without a word.
		return tea.Raw(ansi.RequestModeUnicodeCore)
	default:
		return m.takeNews(msg)
	}
	return nil
}

// takeNews routes what does not come from the terminal: what was worked out, read or
// written beside the screen.
func (m *Model) takeNews(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case NoticeMsg:
		m.notice = string(msg)
	case LoadedMsg:
		return m.takeCatalog(msg)
	case drawnMsg:
		return m.indexFirst()
	case jobs.IndexedMsg:
		return m.takeIndex(msg)
	case jobs.FoundMsg:
		return m.takeResults(msg)
	case lateMsg:
		m.late = m.awaiting && msg.wait == m.awaited
	case jobs.AdvisedMsg:
		m.takeAdvice(msg)
	case jobs.CountedMsg:
		return m.takeFacets(msg)
	case jobs.RelatedMsg:
		m.takeRelated(msg)
	case boundMsg:
		return m.takeMarks(msg)
	case reloadedMsg:
		return m.takeReloaded(msg)
	case editedMsg:
		return m.takeNote(msg)
	case savedMsg:
		m.takeSaved(msg)
	case pausedMsg:
		return m.pause(msg)
	case jobs.CopiedMsg:
		return m.takeCopied(msg)
	case jobs.FollowedMsg:
		return m.takeFollowed(msg)
	}
	return nil
}

// press finds the action of a key. Where text is typed, a key without one
// edits the text.
func (m *Model) press(msg tea.KeyPressMsg) tea.Cmd {
	if msg.Code == tea.KeyEscape && msg.Mod == tea.ModAlt { // two esc, in one read
		esc := tea.KeyPressMsg{Code: tea.KeyEscape}
		return tea.Batch(m.press(esc), m.press(esc))
	}
	m.notice, m.returning = "", Place{}
	settled := m.settle(msg)
	mode := m.mode()
	key := m.keys.Lookup(keymap.Names(msg, mode&inTyping != 0), mode, "")
	var cmd tea.Cmd
	switch {
	case (key == nil || !key.Urgent) && m.postponed(msg):
	case mode&inTyping == 0:
		cmd = m.command(msg, mode)
	case key != nil:
		cmd = key.Do(m)
	default:
		cmd = m.edit(mode, func(t typing) { t.Type(msg) })
	}
	return tea.Batch(settled, cmd)
}

// paste adds to what is typed; elsewhere it finds what is pasted.
func (m *Model) paste(msg tea.PasteMsg) tea.Cmd {
	if m.postponed(msg) {
		return nil
	}
	m.notice, m.returning, m.word = "", Place{}, word{}
	if mode := m.mode(); mode&(inList|inText) == 0 {
		return m.edit(mode, func(t typing) { t.Paste(msg.Content) })
	}
	return m.find(msg.Content)
}

// typing is what takes text.
type typing interface {
	Type(key tea.KeyPressMsg)
	Paste(text string)
	Clear()
}

// edit changes what is typed in a mode, and follows it.
func (m *Model) edit(mode mode, change func(typing)) tea.Cmd {
	switch mode {
	case inPrompt:
		change(m.prompt)
		return m.requery()
	case inTextSearch:
		change(m.textPrompt)
		m.searchText(m.textPrompt.Value())
	case inJump:
		change(m.textPrompt)
		m.jumpTo(m.textPrompt.Value())
	case inNote:
		change(m.note)
	case inPicker:
		if m.picker.Typed() == "" && m.now().Sub(m.word.at) > quickly {
			m.word = word{} // what opened the box was no letter of a word
		}
		change(m.picker)
		return m.followPicker()
	}
	return nil
}

// postponed keeps a key, a click or a paste for later, if what it is meant for is
// still to come: the talk that enter asked for, or the facets. It reports whether
// it did.
func (m *Model) postponed(msg tea.Msg) bool {
	if !m.opening && !m.filtering.awaited {
		return false
	}
	m.ahead = append(m.ahead, msg)
	return true
}

// catchUp routes the messages that were postponed.
func (m *Model) catchUp() tea.Cmd {
	kept := m.ahead
	m.ahead = nil
	var cmd tea.Cmd
	for _, msg := range kept {
		cmd = tea.Batch(cmd, m.route(msg))
	}
	return cmd
}

// takeBackground takes what the terminal answered; a bad answer has no colour.
func (m *Model) takeBackground(msg tea.BackgroundColorMsg) {
	switch {
	case !m.asks:
		return
	case msg.Color == nil:
		m.background = style.Unknown
	case msg.IsDark():
		m.background = style.Dark
	default:
		m.background = style.Light
	}
	m.repaint()
}

// repaint follows a change of colours.
func (m *Model) repaint() {
	m.theme = style.New(m.background, m.colours)
	m.rows = nil
}

// takeMethod takes the answer whether the terminal measures whole clusters.
func (m *Model) takeMethod(msg tea.ModeReportMsg) tea.Cmd {
	known := msg.Value == ansi.ModeReset || msg.Value == ansi.ModeSet || msg.Value == ansi.ModePermanentlySet
	if msg.Mode != ansi.ModeUnicodeCore || !known || m.method == text.GraphemeWidth {
		return nil
	}
	before := m.View().Content
	m.method = text.GraphemeWidth
	m.resize()
	if m.View().Content == before {
		return nil // the terminal changes over with whatever is drawn next
	}
	return tea.ClearScreen // the renderer changes over with the next full frame
}
