package tui

import (
	"cmp"
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// load takes a larger catalog; the cursor stays on a talk that the reader chose.
func (m *Model) load(msg Loaded) tea.Cmd {
	m.progress = msg.Progress
	stay := m.chosenTalk()
	m.catalog = msg.Catalog
	m.several = severalSources(m.catalog)
	m.notice = cmp.Or(problemNotice(m.catalog), m.notice)
	if m.results == nil {
		m.order = m.sorted()
		m.relist(max(m.findTalk(stay), 0))
	}
	return tea.Batch(m.reindex(), m.loadMore(), m.recount())
}

// loadMore waits for the next part of a load, if there is a load under way.
func (m *Model) loadMore() tea.Cmd {
	if m.next == nil {
		return nil
	}
	return loadNext(m.next)
}

// reindex has the catalog indexed: its titles, which is quick, and all of it.
// One index is built at a time; a catalog that comes meanwhile waits for it.
func (m *Model) reindex() tea.Cmd {
	m.built++
	if m.building {
		return nil
	}
	m.building = true
	var titles tea.Cmd
	if m.index == nil {
		titles = buildTitles(m.catalog, m.built)
	}
	return tea.Batch(titles, buildIndex(m.catalog, m.built))
}

// takeIndex takes an index, unless a better one is there already.
func (m *Model) takeIndex(msg indexed) tea.Cmd {
	if m.complete && !msg.complete {
		return nil
	}
	m.index, m.complete = msg.index, msg.complete
	var next tea.Cmd
	if msg.complete {
		m.building = false
		if msg.stamp != m.built {
			m.built-- // reindex counts it again
			next = m.reindex()
		}
	}
	return tea.Batch(next, m.search())
}

// requery searches again if the query is not what it was.
func (m *Model) requery(before string) tea.Cmd {
	if m.query() == before {
		return nil
	}
	m.resort(before)
	m.sought = ""
	return m.search()
}

func isBlank(query string) bool { return strings.TrimSpace(query) == "" }

// search asks for the hits of the query, instead of any asked for before. A
// blank query needs no search; any other waits for an index, and takeIndex
// calls again.
func (m *Model) search() tea.Cmd {
	if m.cancel != nil {
		m.cancel()
		m.cancel = nil
	}
	m.searched++
	m.advice = nil
	if isBlank(m.query()) {
		m.pending = false
		if m.results != nil {
			m.setResults(nil, nil)
		}
		return nil
	}
	m.pending = true
	if m.index == nil {
		return nil
	}
	ctx, cancel := context.WithCancel(context.Background())
	m.cancel = cancel
	return find(ctx, m.index, m.query(), m.searched)
}

func (m *Model) takeResults(msg found) tea.Cmd {
	if msg.stamp != m.searched {
		return nil
	}
	m.pending = false
	m.setResults(msg.results, msg.remarks)
	var cmd tea.Cmd
	if m.dead() {
		ctx, cancel := context.WithCancel(context.Background())
		m.cancel = cancel // by the next search
		cmd = advise(ctx, msg.results, msg.stamp)
	}
	if m.opening {
		cmd = tea.Batch(cmd, m.openAtLast())
	}
	return tea.Batch(cmd, m.recount())
}
