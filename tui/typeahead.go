package tui

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"talks/tui/keymap"
	"talks/tui/order"
)

// Where letters are commands, somebody may type a word nevertheless: letters that
// follow one another quickly, and are not all commands. Then the word is to be
// found, and what its first letters did is undone.

// quickly is the longest time between two letters of one word, and patience how
// long a patient shortcut waits for a second letter. (40 words a minute are a
// letter each 300 ms, 60 words each 200 ms.)
const (
	quickly  = 300 * time.Millisecond
	patience = 200 * time.Millisecond
)

// mostCount is the largest count.
const mostCount = 1_000_000

// typeahead is what was pressed before the next key.
type typeahead struct {
	count   int    // 5 before j: five times; 0: none
	after   string // the first key of a shortcut of two keys
	word    word
	waiting action // of the last letter, whose shortcut is patient; nil: none
	stamp   int    // of the latest wait
}

// A word is letters that followed one another quickly.
type word struct {
	letters string
	unbound int       // how many of them are no command
	at      time.Time // when the last of them came

	// What was before the first of them.
	sorting, browsing order.By
	mouse             bool
}

// pausedMsg says that nothing has come for a while after the key with the stamp.
type pausedMsg struct{ stamp int }

// command does what a key is for where letters are commands.
func (m *Model) command(msg tea.KeyPressMsg, in mode) tea.Cmd {
	names := keymap.Names(msg, false)
	key := m.keys.Lookup(names, in, m.after)
	begins := ""
	if m.after == "" || key == nil {
		if m.after != "" { // the key before it was meant alone
			m.count = 0
			key = m.keys.Lookup(names, in, "")
		}
		begins = m.keys.Starter(names, in)
	}
	counts := key == nil && m.isCount(msg)
	isCommand := key != nil && !(key.Patient != nil && m.count > 0) // which nobody does five times
	m.spell(msg, in, isCommand || begins != "" || counts)
	if m.isWord() {
		return m.findWord()
	}
	m.after = begins
	switch {
	case counts:
		m.count = min(10*m.count+int(msg.Text[0]-'0'), mostCount)
		m.notice = strconv.Itoa(m.count) + m.glyphs.Ellipsis
		return nil
	case key != nil && key.Patient != nil && m.word.letters != "" && key.Patient(m):
		return m.wait(key.Do)
	}
	var cmd tea.Cmd
	switch {
	case key != nil:
		cmd = key.Do(m)
	case begins != "":
		m.notice = begins + m.glyphs.Ellipsis
		return nil
	case in != inHelp:
		m.notice = keymap.Name(msg.String()) + " is no key here" + m.glyphs.Dot + "? lists the keys"
	}
	if m.after == "" {
		m.count = 0
	}
	return cmd
}

// isCount reports whether a key is a digit of a count.
func (m *Model) isCount(msg tea.KeyPressMsg) bool {
	return len(msg.Text) == 1 && (msg.Text >= "1" && msg.Text <= "9" || msg.Text == "0" && m.count > 0)
}

// wait does an action unless a letter follows quickly.
func (m *Model) wait(do action) tea.Cmd {
	m.waiting = do
	m.stamp++
	stamp := m.stamp
	return tea.Tick(m.patience, func(time.Time) tea.Msg { return pausedMsg{stamp} })
}

// pause does what waited.
func (m *Model) pause(msg pausedMsg) tea.Cmd {
	if msg.stamp != m.stamp {
		return nil
	}
	return m.actNow()
}

// actNow does what waits, if anything does.
func (m *Model) actNow() tea.Cmd {
	do := m.waiting
	m.waiting = nil
	if do == nil {
		return nil
	}
	return do(m)
}

// settle does what waits unless a key makes a word of it.
func (m *Model) settle(msg tea.KeyPressMsg) tea.Cmd {
	if isLetter(msg) && !strings.HasSuffix(m.word.letters, msg.Text) && m.now().Sub(m.word.at) <= quickly {
		return nil
	}
	return m.actNow()
}

// isLetter reports whether a key writes something that may be part of a word.
func isLetter(msg tea.KeyPressMsg) bool { return strings.TrimSpace(msg.Text) != "" }

// spell adds a key to the word, or begins another.
func (m *Model) spell(msg tea.KeyPressMsg, in mode, bound bool) {
	if !isLetter(msg) || in == inHelp {
		m.word = word{}
		return
	}
	now := m.now()
	if m.word.letters == "" || now.Sub(m.word.at) > quickly {
		m.word = word{sorting: m.sorting, browsing: m.browsing, mouse: m.mouse}
	}
	m.word.letters += msg.Text
	m.word.at = now
	if !bound {
		m.word.unbound += utf8.RuneCountInString(msg.Text)
	}
}

// isWord reports whether the letters are a word and no commands: letters of
// which two are no command, or one of three, or what follows a patient one. A key
// that is held down is no word.
func (m *Model) isWord() bool {
	first, size := utf8.DecodeRuneInString(m.word.letters)
	if strings.Trim(m.word.letters[size:], string(first)) == "" {
		return false
	}
	return m.word.unbound >= 2 || m.word.unbound == 1 && utf8.RuneCountInString(m.word.letters) >= 3 || m.waiting != nil
}

// findWord undoes what the letters of a word did, and finds it.
func (m *Model) findWord() tea.Cmd {
	w := m.word
	m.sorting, m.browsing, m.mouse = w.sorting, w.browsing, w.mouse
	return m.find(w.letters)
}

// find asks for words that were typed or pasted beside the prompt; the prompt
// takes what comes next. Filters that were chosen remain.
func (m *Model) find(words string) tea.Cmd {
	m.typeahead = typeahead{stamp: m.stamp + 1}
	m.leaveText()
	m.focus = onPrompt
	words = strings.TrimSpace(words)
	if asked := strings.TrimSpace(m.query()); asked != "" && m.typed.Narrows() {
		words = asked + " " + words
	}
	return m.ask(words)
}
