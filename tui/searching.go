package tui

import (
	"context"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/catalog/search"
	"talks/catalog/search/query"
	"talks/tui/jobs"
	"talks/tui/kept"
	"talks/tui/verdict"
)

// LoadedMsg brings a catalog that takes the place of the one before it.
// Progress says in a few words what is still to come; it is empty when
// everything is there.
type LoadedMsg struct {
	Catalog  *catalog.Catalog
	Progress string
}

// loadNext waits for more talks.
func loadNext(next func() (LoadedMsg, bool)) tea.Cmd {
	return func() tea.Msg {
		if msg, ok := next(); ok {
			msg.Catalog.Timetable() // takes too long between a key and a frame
			return msg
		}
		return nil
	}
}

// takeCatalog takes a larger catalog.
func (m *Model) takeCatalog(msg LoadedMsg) tea.Cmd {
	m.progress = msg.Progress
	stay := m.chosenTalk()
	if len(msg.Catalog.Problems) > len(m.catalog.Problems) {
		m.notice = problemNotice(msg.Catalog)
	}
	m.setCatalog(msg.Catalog)
	m.verdict = verdict.Verdict{} // until the new talks are searched
	if m.results == nil {
		m.relist(stay)
	} else {
		m.resize()
	}
	return tea.Batch(m.reindex(), m.loadMore())
}

func (m *Model) setCatalog(c *catalog.Catalog) {
	m.visible = m.unhidden(c)
	m.catalog, m.mixed, m.shared = c, false, c.Shared()
	for i, v := range m.visits {
		m.visits[i].talk = m.latest(v.talk)
	}
	for _, t := range c.Talks {
		m.mixed = m.mixed || t.Origin() != c.Talks[0].Origin()
	}
}

// latest returns a talk as the catalog has it now, which may have come since.
func (m *Model) latest(t *catalog.Talk) *catalog.Talk {
	for _, now := range m.catalog.Talks {
		if now.ID == t.ID {
			return now
		}
	}
	return t
}

// loadMore waits for the next part of a load, if there is a load under way.
func (m *Model) loadMore() tea.Cmd {
	if m.next == nil {
		return nil
	}
	return loadNext(m.next)
}

// unfinished reports whether there is more to search than has been searched.
func (m *Model) unfinished() bool {
	return m.building || m.progress != "" || m.store == nil && kept.IsAsked(m.typed.Query)
}

// drawnMsg says that the first frame has had its time.
type drawnMsg struct{}

// indexFirst has the catalog indexed, unless that has begun already.
func (m *Model) indexFirst() tea.Cmd {
	if m.built > 0 {
		return nil
	}
	return m.reindex()
}

// reindex has a new catalog indexed: its titles, which is quick, and all of it; and
// its marks found. One index is built at a time; a catalog that comes meanwhile
// waits for it.
func (m *Model) reindex() tea.Cmd {
	m.built++
	if m.building {
		return m.bind()
	}
	return tea.Batch(m.build(), m.bind())
}

func (m *Model) build() tea.Cmd {
	m.building = true
	var titles tea.Cmd
	if m.engine == nil {
		titles = jobs.BuildTitles(m.catalog, m.clock, m.searchable, m.built)
	}
	return tea.Batch(titles, jobs.BuildIndex(m.catalog, m.clock, m.searchable, m.built))
}

// takeIndex takes an index, unless a better one is there already.
func (m *Model) takeIndex(msg jobs.IndexedMsg) tea.Cmd {
	if m.complete && !msg.Complete {
		return nil
	}
	m.engine, m.complete = msg.Engine, msg.Complete
	var next tea.Cmd
	if msg.Complete {
		m.building = false
		if msg.Stamp != m.built {
			next = m.build()
		}
	}
	return tea.Batch(next, m.search(), m.recount())
}

// typed is what the prompt says, parsed once.
type typed struct {
	text string
	query.Query
}

// ask puts another query into the prompt and searches.
func (m *Model) ask(query string) tea.Cmd {
	m.remember(m.query())
	m.prompt.Set(query)
	return m.requery()
}

// requery searches again if the query is not what it was.
func (m *Model) requery() tea.Cmd {
	before := m.typed
	if m.query() == before.text {
		return nil
	}
	m.typed = typed{m.query(), query.Parse(m.query())}
	m.resort(before.Query)
	m.retyped = m.retyped || wordsOf(m.typed.Query) != wordsOf(before.Query)
	m.textSearch.words, m.moving = "", false
	m.endVisits()
	return m.search()
}

// wordsOf is what a query says but for conditions: "" if it only filters.
func wordsOf(q query.Query) string {
	narrows := func(g query.Group) bool { return query.Query{Groups: []query.Group{g}}.Narrows() }
	q.Groups = slices.DeleteFunc(slices.Clone(q.Groups), narrows)
	return q.String()
}

// search asks for the hits of the query, instead of any asked for before. A
// blank query needs no search; any other waits for an index, and takeIndex
// calls again.
func (m *Model) search() tea.Cmd {
	if m.cancel != nil {
		m.cancel()
		m.cancel = nil
	}
	m.searched++
	m.advice, m.inPlace = nil, false
	if strings.TrimSpace(m.query()) == "" {
		m.pending, m.awaiting, m.late = false, false, false
		if m.results != nil {
			m.setResults(jobs.FoundMsg{})
		}
		return nil
	}
	m.pending = true
	if m.engine == nil {
		return nil
	}
	return tea.Batch(jobs.Find(m.cancellable(), m.engine, m.typed.Query, m.searched), m.await())
}

// hold is how long the latest frame stays on the screen while the hits of a new
// query are awaited, so that no frame shows a query with the hits of another. It is
// too short to be noticed. Hits that take longer leave the list empty until they come.
const hold = 60 * time.Millisecond

// lateMsg says that the wait with the given stamp is longer than hold.
type lateMsg struct{ wait int }

// await begins to wait for hits, unless that has begun already.
func (m *Model) await() tea.Cmd {
	if m.awaiting {
		return nil
	}
	m.awaiting = true
	m.awaited++
	wait := m.awaited
	return tea.Tick(m.hold, func(time.Time) tea.Msg { return lateMsg{wait} })
}

// isStale reports whether the list has the hits of another query.
func (m *Model) isStale() bool {
	return m.awaiting && !m.readerOpen && m.answered != m.query()
}

// cancellable returns a context that the next search cancels.
func (m *Model) cancellable() context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	m.cancel = cancel
	return ctx
}

func (m *Model) takeResults(msg jobs.FoundMsg) tea.Cmd {
	if msg.Stamp != m.searched {
		return nil
	}
	m.pending, m.awaiting, m.late = false, false, false
	m.setResults(msg)
	var advice, opened tea.Cmd
	if m.verdict.Dead {
		advice = jobs.Advise(m.cancellable(), msg.Results, msg.Stamp)
	}
	if m.opening {
		m.opening = false
		opened = tea.Batch(m.openReader(), m.catchUp())
	}
	return tea.Batch(advice, opened)
}

// setResults lists the hits of the latest search, or the whole catalog if it
// brings none.
func (m *Model) setResults(msg jobs.FoundMsg) {
	stay := m.chosenTalk()
	m.results, m.advice, m.answered = msg.Results, nil, m.query()
	m.explained = make(map[int]search.Hit)
	m.verdict = m.judge(msg)
	m.relist(stay)
}

// judge is the verdict on a query. There is none while there is more to search.
func (m *Model) judge(msg jobs.FoundMsg) verdict.Verdict {
	if msg.Results == nil || m.unfinished() {
		return verdict.Verdict{}
	}
	gone := kept.GoneLine(msg.Results.Query, m.store)
	return verdict.Of(msg.Results, msg.Remarks, msg.Missing, gone, m.glyphs.Dot)
}

func (m *Model) takeAdvice(msg jobs.AdvisedMsg) {
	if msg.Stamp == m.searched {
		m.advice = msg.Advice
	}
}
