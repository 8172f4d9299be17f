package tui

import tea "charm.land/bubbletea/v2"

// The actions of the key table. Each does one thing to the model and returns
// what is to be done beside the screen, if anything.

func (m *Model) up() tea.Cmd       { return m.moveTo(m.list.Cursor() - 1) }
func (m *Model) down() tea.Cmd     { return m.moveTo(m.list.Cursor() + 1) }
func (m *Model) pageUp() tea.Cmd   { return m.moveTo(m.list.Cursor() - m.list.Fits()) }
func (m *Model) pageDown() tea.Cmd { return m.moveTo(m.list.Cursor() + m.list.Fits()) }
func (m *Model) top() tea.Cmd      { return m.moveTo(0) }
func (m *Model) end() tea.Cmd      { return m.moveTo(m.hits() - 1) }

// lineFeed moves down. Before the first answer there is nowhere to go: then it
// is an enter that was typed before the terminal was ours.
func (m *Model) lineFeed() tea.Cmd {
	if m.index == nil {
		return m.open()
	}
	return m.down()
}

// moveTo puts the cursor on a talk that the reader chose.
func (m *Model) moveTo(item int) tea.Cmd {
	m.chosen = true
	before := m.list.Cursor()
	m.list.MoveTo(item)
	if m.list.Cursor() != before {
		m.showTalk()
	}
	return nil
}

func (m *Model) nextTalk() tea.Cmd     { return m.turn(1, "this is the last talk") }
func (m *Model) previousTalk() tea.Cmd { return m.turn(-1, "this is the first talk") }

// turn goes to a neighbour of the talk that is read, or says that there is none.
func (m *Model) turn(by int, none string) tea.Cmd {
	before := m.list.Cursor()
	cmd := m.moveTo(before + by)
	if m.list.Cursor() == before {
		m.notice = none
	}
	return cmd
}

func (m *Model) scrollUp() tea.Cmd       { return m.scroll(-1) }
func (m *Model) scrollDown() tea.Cmd     { return m.scroll(1) }
func (m *Model) scrollHalfUp() tea.Cmd   { return m.scroll(-max(m.pager.Height()/2, 1)) }
func (m *Model) scrollHalfDown() tea.Cmd { return m.scroll(max(m.pager.Height()/2, 1)) }
func (m *Model) scrollPageUp() tea.Cmd   { return m.scroll(-max(m.pager.Height()-1, 1)) }
func (m *Model) scrollPageDown() tea.Cmd { return m.scroll(max(m.pager.Height()-1, 1)) }

func (m *Model) scroll(lines int) tea.Cmd {
	m.pager.ScrollBy(lines)
	return nil
}

func (m *Model) scrollTop() tea.Cmd {
	m.pager.ScrollTo(0)
	return nil
}

func (m *Model) scrollEnd() tea.Cmd {
	m.pager.End()
	return nil
}

func (m *Model) nextMatch() tea.Cmd     { return m.walk(1) }
func (m *Model) previousMatch() tea.Cmd { return m.walk(-1) }

func (m *Model) walk(by int) tea.Cmd {
	switch _, count, more := m.pager.Match(); {
	case count == 0 && more:
		m.notice = "no match in the first part of this talk, / finds in all of it"
		return nil
	case count == 0:
		m.notice = "no match in this talk"
		return nil
	}
	m.pager.Walk(by)
	return nil
}

// startQuery goes to the prompt, behind what it says.
func (m *Model) startQuery() tea.Cmd {
	m.focus = onPrompt
	m.leaveFind()
	return nil
}

func (m *Model) emptyQuery() tea.Cmd {
	before := m.query()
	m.prompt.Set("")
	return m.requery(before)
}

func (m *Model) dropWord() tea.Cmd {
	before := m.query()
	m.prompt.DropWord()
	return m.requery(before)
}

// open opens the reader. Where the hits of the query have not come yet, it
// waits for them: enter means the talk that was asked for.
func (m *Model) open() tea.Cmd {
	switch {
	case m.pending, m.hits() == 0 && m.unfinished():
		m.opening = true
	case m.hits() == 0 && len(m.advice) > 0:
		return m.takeFirst()
	case m.hits() > 0:
		m.reading, m.chosen = true, true
		m.resize()
		m.pager.Reveal()
	}
	return nil
}

// switchFocus goes from the list to the detail and back, unless there is
// advice to take.
func (m *Model) switchFocus() tea.Cmd {
	switch {
	case m.reading:
		m.focus = onList
		return m.closeReader()
	case m.focus != onDetail && m.dead() && len(m.advice) > 0:
		return m.takeFirst()
	case m.focus == onDetail:
		m.focus = onList
	case m.layout().detail.h > 0:
		m.focus = onDetail
	default:
		return m.open() // the detail has no room beside the list
	}
	return nil
}

// startFind goes to the search in the text.
func (m *Model) startFind() tea.Cmd {
	m.finding = true
	m.findFrom = m.pager.Top()
	m.finder.Set("")
	return nil
}

// leaveFind lights what the query found again.
func (m *Model) leaveFind() {
	if m.sought != "" {
		m.sought = ""
		m.rematch()
	}
}

// seek looks for words in the talk that is shown, from where it was read.
func (m *Model) seek(words string) {
	m.sought = words
	m.rematch()
	m.pager.ScrollTo(m.findFrom)
	if words != "" {
		m.pager.Reach()
	}
}

func (m *Model) emptyFind() tea.Cmd {
	m.finder.Set("")
	m.seek("")
	return nil
}

// keepFind ends the typing of a text search and goes to its first match.
func (m *Model) keepFind() tea.Cmd {
	m.finding = false
	if m.sought == "" {
		return nil
	}
	if _, count, _ := m.pager.Match(); count == 0 {
		m.notice = "not in this talk: " + m.sought
		m.sought = ""
		m.rematch()
		return nil
	}
	m.pager.Walk(1)
	return nil
}

// back goes one step back. It never quits.
func (m *Model) back() tea.Cmd {
	m.opening, m.ahead = false, nil
	switch at := m.place(); {
	case at == inHelp:
		m.helping = false
	case at == inPick:
		m.closePick()
	case at == inFind:
		m.finding = false
		m.seek("")
	case m.sought != "":
		m.sought = ""
		m.rematch()
	case at == inReader:
		return m.closeReader()
	case at == inPrompt, at == inDetail:
		m.focus = onList
	case m.query() != "":
		m.chosen = true
		return m.emptyQuery()
	}
	return nil
}

func (m *Model) closeReader() tea.Cmd {
	m.reading = false
	m.resize()
	m.pager.Reveal()
	return nil
}

// startHelp opens the help at the keys that are in force.
func (m *Model) startHelp() tea.Cmd {
	m.helpTop = min(m.chapterOf(m.place()), m.helpEnd())
	m.helping = true
	return nil
}

func (m *Model) helpUp() tea.Cmd       { return m.scrollHelp(-1) }
func (m *Model) helpDown() tea.Cmd     { return m.scrollHelp(1) }
func (m *Model) helpPageUp() tea.Cmd   { return m.scrollHelp(-max(m.height-2, 1)) }
func (m *Model) helpPageDown() tea.Cmd { return m.scrollHelp(max(m.height-2, 1)) }

func (m *Model) helpStart() tea.Cmd { return m.scrollHelp(-m.helpTop) }
func (m *Model) helpLast() tea.Cmd  { return m.scrollHelp(m.helpEnd()) }

func (m *Model) scrollHelp(lines int) tea.Cmd {
	m.helpTop = min(max(m.helpTop+lines, 0), m.helpEnd())
	return nil
}

func (m *Model) quit() tea.Cmd { return tea.Quit }
func (m *Model) interrupt() tea.Cmd {
	m.interrupted = true
	return tea.Quit
}
func (m *Model) suspend() tea.Cmd { return tea.Suspend }
