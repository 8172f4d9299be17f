package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/catalog/search/query"
)

// A jump goes to a time while it is typed: 14:00, or sun 9, on the day of the talk
// that it began on.
type jump struct {
	typing  bool
	from    *catalog.Talk
	sorting sorting // what it was before
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
	if m.sorting = byTime; m.natural() == byTime {
		m.sorting = byDefault
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

// timeIndex is the index of the first talk at or after a time, on the day of the
// talk that the jump began on or, with a weekday, on the next such day; see
// timeOnDay. It is -1 if no time is typed or no talk is on such a day.
func (m *Model) timeIndex(typed string) int {
	weekday, asked, ok := parseJump(typed)
	if !ok {
		return -1
	}
	day := m.jump.from.Slot.Date()
	at := -1
	// Hits that came meanwhile may lack the talk: then the first one stands for it.
	for i, n := max(m.indexOf(m.jump.from), 0), m.hits(); n > 0; n-- {
		if date := m.talk(i).Slot.Date(); !date.IsZero() && strings.HasPrefix(strings.ToLower(date.Weekday().String()), weekday) {
			day, at = date, i
			break
		}
		i = (i + 1) % m.hits()
	}
	if at < 0 {
		return -1
	}
	return m.timeOnDay(day, asked)
}

// timeOnDay is the index of the first talk at or after a time of a day, or of the
// last talk of that day. A time before its first talk is in its night or else, as
// the calendar has it, in the night before.
func (m *Model) timeOnDay(day time.Time, asked time.Duration) int {
	found, last := m.firstAt(day, asked)
	if opening, _ := m.firstAt(day, 0); found >= 0 && found == opening {
		if clock, _ := m.talk(found).Slot.Clock(m.zone); clock > asked && asked > 0 {
			for _, evening := range []time.Time{day, day.AddDate(0, 0, -1)} {
				if night, _ := m.firstAt(evening, asked+24*time.Hour); night >= 0 {
					return night
				}
			}
		}
	}
	if found < 0 {
		return last
	}
	return found
}

// firstAt is the index of the first talk at or after a time of a day, and of its last
// talk; -1 where there is none.
func (m *Model) firstAt(day time.Time, asked time.Duration) (found, last int) {
	found, last = -1, -1
	for i := range m.hits() {
		slot := &m.talk(i).Slot
		clock, known := slot.Clock(m.zone)
		if !known || !slot.Date().Equal(day) {
			continue
		}
		if clock >= asked && found < 0 {
			found = i
		}
		last = i
	}
	return found, last
}

// parseJump reads a weekday, half typed perhaps, a time, or both.
func parseJump(typed string) (weekday string, at time.Duration, ok bool) {
	for _, word := range strings.Fields(strings.ToLower(typed)) {
		clock := query.Atom{Key: "after", Text: word}
		if t, isTime := clock.TimeOfDay(); isTime {
			at, ok = time.Duration(t.From)*time.Minute, true
			continue
		}
		weekday, ok = word, true
	}
	return weekday, at, ok
}
