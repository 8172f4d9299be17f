package tui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/catalog/marks"
	"talks/catalog/plan"
	"talks/tui/detail"
	"talks/tui/jobs"
	"talks/tui/layout"
	"talks/tui/offer"
	"talks/tui/text"
)

// picking is what the box to choose from is open for.
type picking struct {
	offered   offer.Offer // nil: there is no box
	filtering filtering
	relating  relating
}

// filtering is a count for the filter box, which runs beside the screen.
type filtering struct {
	stamp   int // of the latest count
	cancel  context.CancelFunc
	awaited bool // the box is open and nothing has been counted yet
}

// offer opens the picker over what is on the screen.
func (m *Model) offer(o offer.Offer) {
	box := o.Box()
	m.offered = o
	m.clicked = click{}
	m.picker.Show(box.Title, box.Action, box.Ticks, box.Empty, box.Groups)
	m.resize()
}

func (m *Model) closePicker() {
	m.offered = nil
	m.clicked = click{}
	m.filtering.awaited = false
	m.stopCounting()
	m.stopRelating()
}

// choosing is where the user is in the picker.
func (m *Model) choosing() offer.Cursor {
	c := offer.Cursor{Typed: m.picker.Typed(), Before: m.word.letters}
	c.Group, c.Item, c.OnItem = m.picker.Item()
	return c
}

// choose does what the item under the cursor is for, or what is ticked.
func (m *Model) choose() tea.Cmd { return m.take(m.offered.Choose(m.choosing())) }

// take does what follows from a choice.
func (m *Model) take(c offer.Choice) tea.Cmd {
	switch c := c.(type) {
	case nil:
		return nil
	case offer.Say:
		m.notice = string(c)
		return nil
	case offer.Offer:
		m.offer(c)
		return nil
	}
	m.closePicker()
	switch c := c.(type) {
	case offer.Follow:
		return m.followLink(catalog.Link(c))
	case offer.Copy:
		return jobs.Copy(m.clipboard, c.Text, "", c.What)
	case offer.Mark:
		return m.whenBound(func(m *Model) tea.Cmd {
			m.setState(m.latest(c.Talk), c.State)
			return nil
		})
	case offer.Hide:
		return m.whenBound(func(m *Model) tea.Cmd {
			m.hide(m.store.Hidden().Toggle(marks.Group(c)))
			return nil
		})
	case offer.Ask:
		return m.ask(string(c))
	case offer.Find:
		return m.find(string(c))
	case offer.Read:
		m.visit(c.Talk)
		if !m.readerOpen {
			return m.openReader()
		}
	}
	return nil
}

// pickLink follows the link of the talk, or lets the user choose one by its
// number.
func (m *Model) pickLink() tea.Cmd {
	t := m.shown()
	if t == nil {
		return nil
	}
	switch links := m.pager.Content().Links; {
	case len(links) == 0 && t.Slides:
		m.notice = detail.NoSlides
	case len(links) == 0:
		m.notice = "no links"
	case len(links) == 1:
		return m.followLink(links[0])
	default:
		m.offer(offer.Links{Talk: t, Links: links})
	}
	return nil
}

// pickMark offers the states that a talk can have.
func (m *Model) pickMark() tea.Cmd {
	t := m.shown()
	if t == nil {
		return nil
	}
	return m.whenBound(func(m *Model) tea.Cmd {
		m.offer(offer.States{Talk: t, Now: m.store.Of(t).State, Hidden: m.store.Hidden(), Glyphs: &m.glyphs})
		return nil
	})
}

// pickPlanned offers the talks that are marked going or maybe, and the gaps between
// them.
func (m *Model) pickPlanned() tea.Cmd {
	if m.current() == nil {
		m.notice = "no talk to come back to"
		return nil
	}
	return m.whenBound(func(m *Model) tea.Cmd {
		m.offer(m.planned())
		m.changed = true // the marks of other programs are read, see takeSaved
		return nil
	})
}

func (m *Model) planned() offer.Plan {
	days := offer.PlanOf(plan.Of(m.catalog, m.store, m.walking))
	return offer.Plan{Days: days, Friends: m.store.Friends, Timetable: m.catalog.Timetable(), Zone: m.zone, Glyphs: &m.glyphs}
}

// pickFilter offers what the hits can be narrowed down to.
func (m *Model) pickFilter() tea.Cmd {
	m.filtering.awaited = true
	m.offer(&offer.Filter{Glyphs: &m.glyphs})
	return m.recount()
}

// recount starts a count for the filter box. Where no index can answer yet it does
// not: takeIndex then calls it again.
func (m *Model) recount() tea.Cmd {
	m.stopCounting()
	o, open := m.offered.(*offer.Filter)
	if !open || m.engine == nil {
		return nil
	}
	typed := m.query()
	if o.Now != nil {
		typed = o.Now.String()
	}
	if !m.complete && strings.TrimSpace(typed) != "" {
		return nil
	}
	ctx, cancel := context.WithCancel(context.Background())
	m.filtering.cancel = cancel
	return jobs.Count(ctx, m.engine, m.query(), *o, m.filtering.stamp)
}

func (m *Model) stopCounting() {
	m.filtering.stamp++
	if m.filtering.cancel != nil {
		m.filtering.cancel()
		m.filtering.cancel = nil
	}
}

func (m *Model) takeFacets(msg jobs.CountedMsg) tea.Cmd {
	o, open := m.offered.(*offer.Filter)
	if msg.Stamp != m.filtering.stamp || !open {
		return nil
	}
	m.stopCounting()
	o.Now, o.Facets, o.Hits = &msg.Filter, msg.Facets, msg.Hits
	box := o.Box()
	m.picker.SetGroups(box.Action, box.Empty, box.Groups)
	m.filtering.awaited = false
	return m.catchUp()
}

// tick chooses the item under the cursor, besides what is chosen already, or takes
// it back. Where one item alone can be chosen, the key is a blank.
func (m *Model) tick() tea.Cmd {
	o, isFilter := m.offered.(*offer.Filter)
	if !isFilter {
		return m.edit(inPicker, func(t typing) { t.Type(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}) })
	}
	group, item, ok := m.picker.Item()
	switch {
	case !ok:
		return nil
	case !o.Toggle(group, item):
		return m.take(offer.Full)
	}
	m.picker.Tick(group, item, o.IsChosen(group, item))
	return m.recount()
}

// followPicker does what follows from what is typed into the picker.
func (m *Model) followPicker() tea.Cmd {
	at := m.choosing()
	if o, isFilter := m.offered.(*offer.Filter); isFilter && o.IsUntouched() {
		m.picker.SetAction("choose")
		if word := o.Unmatched(at); word != "" {
			m.picker.SetAction("find " + word)
			m.notice = "enter finds " + word
		}
	}
	return m.take(m.offered.Typed(at))
}

func (m *Model) movePicker(by int) tea.Cmd {
	m.picker.MoveBy(by)
	return nil
}

func (m *Model) movePickerPage(by int) tea.Cmd { return m.movePicker(by * m.picker.Fits()) }

// turnPicker goes to the next group, or the one before.
func (m *Model) turnPicker(by int) tea.Cmd {
	m.picker.Turn(by)
	return nil
}

// clickPicker does what is under the mouse: ticks an item, or selects it where one
// alone can be chosen; a second click chooses it.
func (m *Model) clickPicker(mouse tea.Mouse) tea.Cmd {
	box := m.box()
	x, y := mouse.X-box.X, mouse.Y-box.Y
	if m.picker.OnAction(x, y) {
		return m.choose()
	}
	item, heading, ok := m.picker.At(x, y)
	if !ok {
		return nil
	}
	m.picker.MoveTo(item)
	switch {
	case heading:
		return nil
	case m.doubled(item):
		return m.choose()
	case m.picker.Ticks():
		return m.tick()
	}
	return nil
}

// boxRoom is the part of the window that the picker may take. The filter leaves the
// talk beside the list in sight.
func (m *Model) boxRoom() (room layout.Rect, framed bool) {
	return m.layout().Box(m.width, m.height, m.picker.Ticks())
}

// box is the part of the window that the picker takes.
func (m *Model) box() layout.Rect {
	room, _ := m.boxRoom()
	w, h := m.picker.Size()
	return layout.Rect{X: room.X + (room.W-w)/2, Y: room.Y, W: w, H: h}
}

// drawPicker draws the picker over the rows of the screen.
func (m *Model) drawPicker(rows []string) *tea.Cursor {
	box := m.box()
	drawn, x, y := m.picker.View(&m.theme, &m.glyphs)
	for i, row := range drawn {
		rows[box.Y+i] = text.Overlay(rows[box.Y+i], row, box.X, m.method)
	}
	return barCursor(box.X+x, box.Y+y)
}
