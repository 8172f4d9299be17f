package row

import (
	"strings"

	"talks/tui/order"
	"talks/tui/text"
)

// Columns are what each row of a list begins its second line with, and how many
// cells that takes; none if no talk has it, or a heading says it.
type Columns struct {
	year, day         bool
	when, room        int
	track, conference bool // are among the facts after them
}

// widestRoom is the most cells that the rooms take in a list, so that the people
// beside them begin in one column.
const widestRoom = 12

// NewColumns are those of some talks that are sorted in an order, below headings or
// not.
func NewColumns(by order.By, headed bool, talks order.Talks, spread order.Spread, method text.Method) Columns {
	c := Columns{
		year: spread.Years(), day: spread.Days(), room: roomColumn(talks, method),
		track: by != order.Track, conference: by != order.Conference,
	}
	switch {
	case headed && by == order.Time:
		c.year, c.day = false, false
	case by == order.Conference:
		c.year = false
	case by == order.Room:
		c.room = 0
	}
	for _, part := range []struct {
		has   bool
		cells int
	}{{c.year, len("2006 ")}, {c.day && spread.Night, len("Mon/")}, {c.day || spread.Night, len("Mon ")}, {spread.Clock, len("15:04 ")}} {
		if part.has {
			c.when += part.cells
		}
	}
	c.when = max(c.when-1, 0)
	return c
}

// roomColumn is how many cells the widest room of some talks takes, up to widestRoom.
func roomColumn(talks order.Talks, method text.Method) (cells int) {
	s := Setting{Method: method}
	seen := make(map[string]bool)
	for i := range talks.Len() {
		if room := talks.Talk(i).Slot.Room; !seen[room] {
			seen[room] = true
			cells = max(cells, min(s.cells(s.shortRoom(room)), widestRoom))
		}
	}
	return cells
}

// shortRoom is a room without what stands in brackets after it, where it is wide.
func (s *Setting) shortRoom(room string) string {
	if short, _, found := strings.Cut(room, " ("); found && s.cells(room) > widestRoom {
		return short
	}
	return room
}

// factsRoom is how many cells of a list the facts have after time and room.
func (s *Setting) factsRoom() int {
	room := s.Width - Indent - 1
	for _, column := range []int{s.Columns.when, s.Columns.room} {
		if column > 0 {
			room -= column + columnGap
		}
	}
	return room
}
