package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/tui/order"
)

// A jump goes to a time while it is typed: 14:00, or sun 9, on the day of the talk
// that it began on.
type jump struct {
	typing  bool
	from    *catalog.Talk
	sorting order.By // what it was before
}

// jumpExample is what can be typed.
const jumpExample = "14:00, or sun 9:30"

// typeJump asks for a time to go to, in a list by time.
func (m *Model) typeJump() tea.Cmd {
	t := m.current()
	if t == nil || t.Slot.Date().IsZero() {
		m.notice = "no time to go from"
		return nil
	}
	m.jump = jump{typing: true, from: t, sorting: m.sorting}
	m.textPrompt.Clear()
	if m.sorting = order.Time; m.natural() == order.Time {
		m.sorting = order.Default
	}
	m.relist(t)
	return nil
}

// jumpTo moves to the time that is typed so far; back if it is none.
func (m *Model) jumpTo(typed string) {
	index := m.timeIndex(typed)
	if index < 0 {
		index = m.indexOf(m.jump.from)
	}
	m.moveTo(index + m.list.Fits()) // so that what follows the talk comes into sight
	m.moveTo(index)
}

// keepJump ends a jump where it has come to.
func (m *Model) keepJump() tea.Cmd {
	m.jump.typing = false
	if typed := m.textPrompt.Value(); strings.TrimSpace(typed) != "" && m.timeIndex(typed) < 0 {
		m.notice = "no such time here: " + typed
	}
	return nil
}

// leaveJump goes back to where a jump began.
func (m *Model) leaveJump() {
	m.jump.typing = false
	m.sorting = m.jump.sorting
	m.relist(m.jump.from)
	m.choseTalk()
}

// timeIndex is where a time that is typed is in the list, -1 if it is nowhere.
func (m *Model) timeIndex(typed string) int {
	// Hits that came meanwhile may lack the talk: then the first one stands for it.
	from := max(m.indexOf(m.jump.from), 0)
	return order.Timeline{Talks: listed{m}, Zone: m.zone}.At(typed, m.jump.from.Slot.Date(), from)
}

// listed are the talks in the order of the list.
type listed struct{ m *Model }

func (l listed) Len() int                 { return l.m.hits() }
func (l listed) Talk(i int) *catalog.Talk { return l.m.talk(i) }
