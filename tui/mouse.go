package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"talks/tui/list"
	"talks/tui/row"
)

// doubleClick is the longest time between the clicks of a double click.
const doubleClick = 400 * time.Millisecond

// wheelPace is the shortest time between two turns of the wheel that count:
// one frame. Terminals send floods of them.
const wheelPace = 16 * time.Millisecond

// wheelLines is how far a turn of the wheel scrolls a text.
const wheelLines = 3

// A click is on which item of a list, and when, the mouse was pressed.
type click struct {
	item int
	at   time.Time
}

// click selects what is under the mouse; a second one opens it.
func (m *Model) click(msg tea.MouseClickMsg) tea.Cmd {
	if m.postponed(msg) || msg.Button != tea.MouseLeft {
		return nil
	}
	x, y := msg.X, msg.Y
	hint := m.hintAt(x, y)
	m.notice, m.returning = "", Place{}
	switch mode := m.mode(); {
	case hint != nil:
		return hint(m)
	case mode == inHelp, mode == inNote:
		return nil
	case mode&inStatus != 0 && y == m.height-1:
		sign, _ := textPromptSign(mode)
		m.textPrompt.MoveTo(x-1-len(sign), m.method)
		return nil
	}
	m.jump.typing = false
	return m.clickAt(msg.Mouse())
}

// clickAt selects what is under the mouse above the status line.
func (m *Model) clickAt(mouse tea.Mouse) tea.Cmd {
	x, y := mouse.X, mouse.Y
	l := m.layout()
	switch {
	case l.Small:
	case m.offered != nil:
		return m.clickPicker(mouse)
	case m.readerOpen:
		return m.clickLead(x, y)
	case y == promptRow:
		m.prompt.MoveTo(x-promptMargin, m.method)
		return m.typeQuery()
	case m.suggestionAt(x, y) >= 0:
		return m.takeSuggestion(m.suggestionAt(x, y))
	case l.Detail.Holds(x, y):
		m.focus = onDetail
		return m.clickLead(x, y)
	case l.List.Holds(x, y):
		switch i, line, ok := m.list.At(y - l.List.Y); {
		case ok && line == list.Heading:
			m.toList()
			return m.moveTo(i)
		case ok:
			return m.clickTalk(i)
		}
	}
	return nil
}

// suggestionAt is the index of the suggestion at a cell of the window, -1 where there is none.
func (m *Model) suggestionAt(x, y int) int {
	at, from := promptRow+2, row.Indent
	if m.hits() > 0 {
		at, from = m.height-1, 1
	}
	if !m.verdict.Dead || y != at {
		return -1
	}
	return m.saying().SuggestionAt(x - from)
}

// clickTalk goes to a talk of the list; a second click opens it.
func (m *Model) clickTalk(index int) tea.Cmd {
	m.toList()
	m.moveTo(index)
	if m.doubled(index) {
		return m.openReader()
	}
	return nil
}

// doubled takes note of a click on an item of a list, and reports whether it is
// the second of a double click.
func (m *Model) doubled(item int) bool {
	last := m.clicked
	m.clicked = click{item: item, at: m.now()}
	if last.item != item || m.clicked.at.Sub(last.at) > doubleClick {
		return false
	}
	m.clicked = click{}
	return true
}

// wheel scrolls what is under the mouse.
func (m *Model) wheel(mouse tea.Mouse) tea.Cmd {
	turn := 1
	switch mouse.Button {
	case tea.MouseWheelUp:
		turn = -1
	case tea.MouseWheelDown:
	default:
		return nil
	}
	l := m.layout()
	switch {
	case m.helpOpen:
		return m.scrollHelp(turn * wheelLines)
	case m.offered != nil:
		m.picker.ScrollBy(turn)
	case m.readerOpen, l.Detail.Holds(mouse.X, mouse.Y):
		return m.scroll(turn * wheelLines)
	case l.List.Holds(mouse.X, mouse.Y):
		before := m.list.Cursor()
		m.list.ScrollBy(turn)
		if m.list.Cursor() != before {
			m.showTalk()
			m.choseTalk()
		}
	}
	return nil
}

// ThinWheel thins out a flood of wheel messages; it is for tea.WithFilter.
func ThinWheel(now func() time.Time) func(tea.Model, tea.Msg) tea.Msg {
	var last time.Time
	return func(_ tea.Model, msg tea.Msg) tea.Msg {
		if _, wheel := msg.(tea.MouseWheelMsg); !wheel {
			return msg
		}
		if at := now(); at.Sub(last) >= wheelPace {
			last = at
			return msg
		}
		return nil
	}
}
