package tui

import (
	tea "charm.land/bubbletea/v2"

	"talks/tui/detail"
	"talks/tui/jobs"
	"talks/tui/offer"
	"talks/tui/row"
)

// The actions of the key table. Each does one thing to the model and returns
// what is to be done beside the screen, if anything. Those that have a file of
// their own are named in the package comment.

// move moves the cursor of the list by some talks.
func (m *Model) move(by int) tea.Cmd { return m.moveTo(m.list.Cursor() + by) }

func (m *Model) movePage(by int) tea.Cmd { return m.moveRows(by * m.list.Fits() * row.Lines) }
func (m *Model) moveHalf(by int) tea.Cmd { return m.moveRows(by * max(m.list.Fits()/2, 1) * row.Lines) }
func (m *Model) moveRows(by int) tea.Cmd { return m.moveTo(m.list.Ahead(by)) }

// lineFeed moves down. Before the first answer there is nowhere to go: then it
// is an enter that was typed before the terminal was ours.
func (m *Model) lineFeed() tea.Cmd {
	if m.engine == nil {
		return m.openReader()
	}
	return m.move(1)
}

// moveTo puts the cursor on a talk that the user chose.
func (m *Model) moveTo(index int) tea.Cmd {
	before := m.list.Cursor()
	m.list.MoveTo(index)
	if m.list.Cursor() != before {
		m.endVisits()
		m.showTalk()
	}
	m.choseTalk()
	return nil
}

// turn goes to a neighbour of the talk in the reader, or says that there is none.
func (m *Model) turn(by int) tea.Cmd {
	before := m.list.Cursor()
	m.move(by)
	switch {
	case m.list.Cursor() != before:
	case by > 0:
		m.notice = "this is the last talk"
	default:
		m.notice = "this is the first talk"
	}
	return nil
}

// scroll moves the text by some lines.
func (m *Model) scroll(by int) tea.Cmd {
	m.pager.ScrollBy(by)
	return nil
}

// scrollTo brings a line of the text to the top.
func (m *Model) scrollTo(line int) tea.Cmd {
	m.pager.ScrollTo(line)
	return nil
}

func (m *Model) scrollHalf(by int) tea.Cmd { return m.scroll(by * max(m.pager.Height()/2, 1)) }
func (m *Model) scrollPage(by int) tea.Cmd { return m.scroll(by * max(m.pager.Height()-1, 1)) }

// walk goes to the next match in the text, or the one before.
func (m *Model) walk(by int) tea.Cmd {
	if _, count := m.pager.Match(); count == 0 {
		m.notice = "no match in this talk"
	}
	m.pager.Walk(by)
	return nil
}

// typeQuery moves the focus to the prompt, to go on with the query that is there.
func (m *Model) typeQuery() tea.Cmd {
	m.focus, m.moving = onPrompt, false
	m.endVisits()
	m.leaveTextSearch()
	return nil
}

// clear empties what is typed.
func (m *Model) clear() tea.Cmd {
	if m.mode() == inPrompt {
		m.remember(m.query())
	}
	return m.edit(m.mode(), typing.Clear)
}

// dropWord deletes the word before the cursor.
func (m *Model) dropWord() tea.Cmd {
	return m.edit(m.mode(), func(t typing) { t.Type(tea.KeyPressMsg{Code: 'w', Mod: tea.ModCtrl}) })
}

// openReader opens the reader. If the hits of the query have not come yet, it
// waits for them: enter means the talk that was asked for.
func (m *Model) openReader() tea.Cmd {
	switch {
	case m.pending, m.hits() == 0 && m.unfinished():
		m.opening = true
	case m.hits() == 0 && len(m.advice) > 0:
		return m.takeSuggestion(0)
	case m.hits() > 0:
		if m.focus == onPrompt {
			m.remember(m.query())
			m.focus = onList // where esc goes back to
		}
		m.choseTalk()
		m.readerOpen = true
		m.resize()
		m.pager.Reveal()
		m.see(m.shown())
	}
	return nil
}

// switchFocus goes from the list to the detail. Where the query is dead, it takes
// the first suggestion instead.
func (m *Model) switchFocus() tea.Cmd {
	switch {
	case m.verdict.Dead && len(m.advice) > 0:
		return m.takeSuggestion(0)
	case m.verdict.Instead != "":
		return m.ask(m.verdict.Instead)
	case m.layout().Detail.H > 0:
		m.focus = onDetail
	default:
		return m.openReader() // the detail has no room beside the list
	}
	return nil
}

// typeTextSearch goes to the prompt of the search in the text.
func (m *Model) typeTextSearch() tea.Cmd {
	m.textSearch.typing = true
	m.textSearch.from = m.pager.Top()
	m.textPrompt.Clear()
	return nil
}

// searchText highlights words in the talk, and scrolls to the first of them at or
// below the line that was on top when the search began.
func (m *Model) searchText(words string) {
	m.textSearch.words = words
	m.highlightText()
	m.pager.ScrollTo(m.textSearch.from)
	if words != "" {
		m.pager.Reach()
	}
}

// keepTextSearch ends the typing of a search in the text and goes to its first
// match.
func (m *Model) keepTextSearch() tea.Cmd {
	m.textSearch.typing = false
	if _, count := m.pager.Match(); count == 0 && m.textSearch.words != "" {
		m.notice = "not in this talk: " + m.textSearch.words
		m.leaveTextSearch()
	}
	if m.textSearch.words != "" {
		m.pager.Walk(1)
	}
	return nil
}

// leaveTextSearch ends a search in the text: what the query found is highlighted again.
func (m *Model) leaveTextSearch() {
	if m.textSearch.words != "" {
		m.textSearch.words = ""
		m.highlightText()
	}
}

// back goes one step back. It never quits.
func (m *Model) back() tea.Cmd {
	m.opening, m.ahead = false, nil
	switch mode := m.mode(); {
	case mode == inHelp:
		m.helpOpen = false
	case mode == inPicker:
		m.closePicker()
	case mode == inJump:
		m.leaveJump()
	case mode == inTextSearch:
		m.textSearch.typing = false
		m.searchText("")
	case m.textSearch.words != "":
		m.leaveTextSearch()
	case mode&inText != 0 && m.leaveVisit():
	case mode == inReader:
		m.closeReader()
	case mode == inPrompt, mode == inDetail:
		m.toList()
	case len(m.visits) > 0:
		m.endVisits()
	case m.query() != "":
		m.choseTalk()
		return m.edit(inPrompt, typing.Clear)
	}
	return nil
}

// leaveText goes back to the list, from the reader or the detail.
func (m *Model) leaveText() tea.Cmd {
	m.leaveTextSearch()
	m.toList()
	return nil
}

// closeReader goes back to the list screen, with the talk that it showed before.
func (m *Model) closeReader() {
	for m.leaveVisit() {
	}
	m.readerOpen = false
	m.pager.Unchoose()
	m.resize()
	m.pager.Reveal()
}

func (m *Model) quit() tea.Cmd { return tea.Quit }
func (m *Model) interrupt() tea.Cmd {
	m.interrupted = true
	return tea.Quit
}
func (m *Model) suspend() tea.Cmd { return tea.Suspend }

// redraw draws every cell anew, where something else has written to the terminal.
func (m *Model) redraw() tea.Cmd { return tea.ClearScreen }

// switchMouse gives the mouse to the terminal, which selects text with it, or
// takes it back.
func (m *Model) switchMouse() tea.Cmd {
	m.mouse = !m.mouse
	m.notice = "the mouse is the terminal's, to select text" + m.glyphs.Dot + "M takes it back"
	if m.mouse {
		m.notice = "the mouse clicks and scrolls" + m.glyphs.Dot + "M gives it to the terminal"
	}
	return nil
}

// showHelp opens the help at the keys of the current mode.
func (m *Model) showHelp() tea.Cmd {
	m.sizeHelp()
	m.help.Show(m.helpSections(), m.mode())
	m.helpOpen = true
	return nil
}

// sizeHelp gives the help the rows between its heading and the status line.
func (m *Model) sizeHelp() { m.help.SetSize(m.width, m.height-2, m.method) }

func (m *Model) scrollHelp(lines int) tea.Cmd {
	m.help.ScrollBy(lines)
	return nil
}

func (m *Model) scrollHelpPage(by int) tea.Cmd { return m.scrollHelp(by * max(m.height-2, 1)) }

// copyTalk copies the talk as plain text.
func (m *Model) copyTalk() tea.Cmd {
	t := m.shown()
	if t == nil {
		return nil
	}
	return jobs.Copy(m.clipboard, detail.Plain(t, m.setting()), "", t.Title)
}

// pickCopy offers the forms in which the talk can be copied.
func (m *Model) pickCopy() tea.Cmd {
	if t := m.shown(); t != nil {
		m.offer(offer.Copies{Talk: t, Plain: detail.Plain(t, m.setting())})
	}
	return nil
}

// takeCopied says where a copy went, and sends it to the terminal if that has to take
// it.
func (m *Model) takeCopied(msg jobs.CopiedMsg) tea.Cmd {
	m.notice = msg.Notice
	if msg.Sequence == "" {
		return nil
	}
	return tea.Raw(msg.Sequence)
}

// takeSuggestion asks what was suggested in place of the query.
func (m *Model) takeSuggestion(i int) tea.Cmd {
	m.chosen = nil
	return m.ask(m.advice[i].Query)
}
