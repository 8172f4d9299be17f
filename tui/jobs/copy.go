package jobs

import tea "charm.land/bubbletea/v2"

// A Clipboard takes a text. It says where it went, in a few words, and which sequence
// the terminal has to get for that, if any.
type Clipboard func(text string) (said, sequence string)

// CopiedMsg says where a text went.
type CopiedMsg struct {
	Notice   string
	Sequence string // for the terminal; may be empty
}

// Copy hands a text to the clipboard. What it is stands behind where it went, and
// before it what is to be said first.
func Copy(to Clipboard, text, first, what string) tea.Cmd {
	return func() tea.Msg {
		said, sequence := to(text)
		return CopiedMsg{Notice: first + said + ": " + what, Sequence: sequence}
	}
}
