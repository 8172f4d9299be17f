package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/catalog/related"
	"talks/tui/jobs"
	"talks/tui/offer"
)

// relating is the search for related talks, which runs beside the screen.
type relating struct {
	index     *related.Index   // nil until it is asked for
	indexed   *catalog.Catalog // of which the index is
	stamp     int              // of the latest search
	stopIndex context.CancelFunc
}

// mostRelated is how many related talks are offered.
const mostRelated = 10

// pickRelated offers the talks that are near to the one that is shown.
func (m *Model) pickRelated() tea.Cmd {
	t := m.shown()
	if t == nil {
		return nil
	}
	m.offer(&offer.Related{To: t, Dot: m.glyphs.Dot, Mixed: m.mixed})
	m.stopRelating()
	ctx, cancel := context.WithCancel(context.Background())
	m.relating.stopIndex = cancel
	if m.relating.indexed != m.catalog {
		m.relating.index = nil
	}
	return jobs.Relate(ctx, m.catalog, m.relating.index, t, mostRelated, m.hides(), m.relating.stamp)
}

// hides tells of a talk whether it is hidden for good.
func (m *Model) hides() func(*catalog.Talk) bool {
	if m.store != nil {
		if hides := m.store.Hider(); hides != nil {
			return hides
		}
	}
	return func(*catalog.Talk) bool { return false }
}

func (m *Model) stopRelating() {
	m.relating.stamp++
	if m.relating.stopIndex != nil {
		m.relating.stopIndex()
		m.relating.stopIndex = nil
	}
}

func (m *Model) takeRelated(msg jobs.RelatedMsg) {
	m.relating.index, m.relating.indexed = msg.Index, msg.Catalog
	o, open := m.offered.(*offer.Related)
	if msg.Stamp != m.relating.stamp || !open {
		return
	}
	m.stopRelating()
	o.Found, o.Done = msg.Found, true
	box := o.Box()
	m.picker.SetGroups(box.Action, box.Empty, box.Groups)
}
