package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/catalog/search"
	"talks/tui/detail"
	"talks/tui/list"
	"talks/tui/pick"
	"talks/tui/prompt"
	"talks/tui/style"
	"talks/tui/text"
)

// focus is the part of the list screen that keys go to.
type focus uint8

const (
	onList focus = iota
	onPrompt
	onDetail
)

// Model is the state of the browser. Its fields are facts; none can be worked
// out from the others.
type Model struct {
	// What is loaded.
	catalog  *catalog.Catalog
	progress string // what is still to come
	next     func() (Loaded, bool)
	index    *search.Index // nil until the first one is built
	complete bool          // index covers more than titles
	built    int           // stamp of the latest catalog
	building bool          // an index is on its way
	several  bool          // the talks are from several sources
	zone     *time.Location

	// What is asked for, and what came of it.
	searched int  // stamp of the latest search
	pending  bool // it has not been answered
	cancel   context.CancelFunc
	results  *search.Results     // nil: nothing is asked, the whole catalog is shown
	remarks  []search.Remark     // what is to be said about the query
	advice   []search.Suggestion // what to ask instead of a dead query
	sorting  sorting
	browsing sorting // what it was before words were looked for
	order    []int32 // what the sorting makes of the results; see sort.go

	// Where the reader is.
	focus    focus
	reading  bool
	helping  bool
	helpTop  int       // first visible line of the help
	finding  bool      // typing a search in the text
	sought   string    // what is searched for in the text
	findFrom int       // the line that was on top before
	chosen   bool      // the reader moved to the talk under the cursor
	opening  bool      // enter came before the hits did
	ahead    []tea.Msg // what came since, while opening or counting

	// What is chosen from, over all that.
	picking picking
	count   count          // what pickingFacets offers
	links   []catalog.Link // what pickingLinks offers

	interrupted bool // left by ^c

	// The window.
	width, height int
	method        text.Method
	background    style.Background
	sixteen       bool // colours
	theme         style.Theme
	glyphs        style.Glyphs
	mouse         bool
	notice        string // said until the next key
	pressed       press

	keys   keymap
	list   *list.List
	pager  *detail.Pager
	prompt *prompt.Prompt
	finder *prompt.Prompt
	picker *pick.Picker
	items  map[int]item // what the list shows of a hit; see item.go
	now    func() time.Time

	opener func(string) error
}

// place says which keys are in force.
func (m *Model) place() place {
	switch {
	case m.helping:
		return inHelp
	case m.picking != notPicking:
		return inPick
	case m.finding:
		return inFind
	case m.reading:
		return inReader
	case m.focus == onPrompt:
		return inPrompt
	case m.focus == onDetail && m.layout().detail.h > 0:
		return inDetail
	}
	return inList
}

func (m *Model) layout() layout {
	return arrange(m.width, m.height, m.reading, len(m.verdict()), m.hits() > 0)
}

// query is what the prompt says.
func (m *Model) query() string { return m.prompt.Value() }

// hits is the number of talks in the list.
func (m *Model) hits() int {
	if m.results == nil {
		return len(m.catalog.Talks)
	}
	return m.results.Len()
}

// foundTalk is the talk at place i of the results.
func (m *Model) foundTalk(i int) *catalog.Talk {
	if m.results == nil {
		return m.catalog.Talks[i]
	}
	return m.results.Talk(i)
}

// hit returns the hit at place i of the list.
func (m *Model) hit(i int) search.Hit {
	if m.results == nil {
		return search.Hit{Talk: m.talk(i)}
	}
	return m.results.Hit(m.at(i))
}

// talk returns the talk at place i of the list.
func (m *Model) talk(i int) *catalog.Talk { return m.foundTalk(m.at(i)) }

// setting says how facts about talks are written.
func (m *Model) setting() detail.Setting {
	return detail.Setting{Dot: m.glyphs.Dot, Dash: m.glyphs.Dash, Zone: m.zone, Source: m.several, TalksBy: m.catalog.TalksBy}
}

// setResults lists the hits of the latest search. The cursor stays on its
// talk if the reader chose it and it is still there; otherwise it goes to the
// best hit.
func (m *Model) setResults(r *search.Results, remarks []search.Remark) {
	stay := m.chosenTalk()
	m.results, m.remarks, m.advice = r, remarks, nil
	m.order = m.sorted()
	cursor := m.findTalk(stay)
	m.chosen = cursor >= 0
	m.relist(max(cursor, 0))
}

// chosenTalk is the talk that the cursor should stay on, "" where the reader
// has not chosen any.
func (m *Model) chosenTalk() string {
	if !m.chosen || m.hits() == 0 {
		return ""
	}
	return m.talk(m.list.Cursor()).ID
}

// unfinished says that there is more to search than has been searched.
func (m *Model) unfinished() bool { return m.building || m.progress != "" }

// findTalk is the place of a talk in the list, -1 where it is not.
func (m *Model) findTalk(id string) int {
	if id == "" {
		return -1
	}
	for i := range m.hits() {
		if m.talk(i).ID == id {
			return i
		}
	}
	return -1
}

// relist takes up a changed list of hits, with the cursor on one of them.
func (m *Model) relist(cursor int) {
	clear(m.items)
	m.resize() // a verdict above the list takes room
	m.list.SetItems(m.hits(), cursor)
	m.showTalk()
}

// showTalk brings the talk under the cursor into the pager.
func (m *Model) showTalk() {
	if m.hits() == 0 {
		m.pager.Show(detail.Document{})
		m.pager.SetMatches(detail.Matches{})
		return
	}
	m.pager.Show(detail.NewDocument(m.talk(m.list.Cursor()), m.setting()))
	m.rematch()
	if !m.reading {
		m.pager.Reveal()
	}
}

// rematch lights what is searched for in the text, else what the query found.
func (m *Model) rematch() {
	doc := m.pager.Document()
	switch {
	case m.sought != "":
		m.pager.SetMatches(doc.Find(m.sought))
	case m.hits() > 0:
		m.pager.SetMatches(doc.Matches(m.hit(m.list.Cursor())))
	}
}

// resize hands every part its room.
func (m *Model) resize() {
	l := m.layout()
	m.list.SetHeight(l.list.h)
	if l.detail.h > 0 {
		m.pager.SetSize(textWidth(l.detail), l.detail.h)
	}
	m.picker.SetSize(m.width, m.height-m.pickHead()-1, m.method)
}
