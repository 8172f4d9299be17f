package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/catalog/diff"
	"talks/catalog/search"
	"talks/catalog/search/facts"
	"talks/tui/detail"
	"talks/tui/help"
	"talks/tui/jobs"
	"talks/tui/kept"
	"talks/tui/layout"
	"talks/tui/list"
	"talks/tui/note"
	"talks/tui/picker"
	"talks/tui/prompt"
	"talks/tui/style"
	"talks/tui/text"
	"talks/tui/verdict"
)

// Model is the state of the browser. No field can be worked out from the others,
// but for some that drawing needs often: mixed, shared, visible, marked, verdict,
// places, spread, columns, explained, rows, theme and frame.
type Model struct {
	loaded
	keeping
	asked
	listing
	reading
	typeahead
	remembering
	window

	list       list.List
	pager      *detail.Pager
	prompt     *prompt.Prompt
	textPrompt *prompt.Prompt // of the search in the text, and of a jump
	picker     *picker.Picker
	note       *note.Editor
	help       help.Help

	keys     keys
	now      func() time.Time
	patience time.Duration // of shortcuts that wait; the tests have none
	hold     time.Duration // how long the latest frame stays while hits are awaited
	frame    tea.View      // the latest, and
	framed   layout.Rect   // its window
	clock    facts.Clock   // of the query
	follow   func(url string) error
	editor   func(text string) (string, error) // nil: there is none

	clipboard jobs.Clipboard
}

// loaded is the catalog and its index.
type loaded struct {
	catalog  *catalog.Catalog
	mixed    bool // its talks are of several conferences
	shared   catalog.Talk
	progress string // what is still to come
	next     func() (LoadedMsg, bool)
	again    func() (*catalog.Catalog, error) // reads it once more; nil: nothing can
	built    int                              // stamp of the latest catalog
	building bool                             // an index is on its way
	engine   *search.Engine                   // nil until the first one is built
	complete bool                             // it covers more than titles
}

// asked is what became of the query, and the order of the list.
type asked struct {
	typed    typed // what is asked
	searched int   // stamp of the latest search
	pending  bool  // it has not been answered; without an index it has not begun
	cancel   context.CancelFunc
	results  *search.Results     // nil: nothing is asked, the whole catalog is shown
	answered string              // the query of results
	awaiting bool                // a search has begun and has not been answered
	awaited  int                 // stamp of the latest wait for one
	late     bool                // that takes longer than hold
	verdict  verdict.Verdict     // on the query of results
	advice   []search.Suggestion // what to ask instead of a dead query
	inPlace  bool                // what is asked is what is shown, with other marks
}

// reading is where the user is.
type reading struct {
	focus      focus
	readerOpen bool
	chosen     *catalog.Talk // that the user moved to last; nil: none
	retyped    bool          // the words of the query have changed since
	helpOpen   bool
	textSearch textSearch
	jump       jump

	picking
	visits []visit
	noting *catalog.Talk // that a note is written about; nil: none

	opening bool      // enter came before the hits did
	ahead   []tea.Msg // what came since, while opening or counting

	clicked     click
	notice      string // said until the next key
	trouble     string // a notice that is not to be cut
	interrupted bool   // left by ^c
}

// A textSearch is a search in the text of one talk.
type textSearch struct {
	typing bool
	words  string // "" where there is no search
	from   int    // the line that was on top before
}

// window is the terminal: its size, how it measures text, what it draws with.
type window struct {
	width, height int
	method        text.Method
	background    style.Background
	colours       style.Colours
	hyperlinks    bool // the terminal has many colours, and is taken to know hyperlinks too
	asks          bool // the terminal tells its background
	theme         style.Theme
	glyphs        style.Glyphs
	mouse         bool
	zone          *time.Location // of times; nil: each talk's own
}

// newRow starts a row of the screen.
func (w *window) newRow() *text.Row { return text.NewRow(w.width, w.method) }

// cells is the number of cells that s takes.
func (w *window) cells(s string) int { return text.Width(s, w.method) }

// focus is the part of the list screen that keys go to.
type focus uint8

const (
	onList focus = iota
	onPrompt
	onDetail
)

// mode returns the one mode that the keys are in.
func (m *Model) mode() mode {
	switch {
	case m.helpOpen:
		return inHelp
	case m.noting != nil:
		return inNote
	case m.offered != nil:
		return inPicker
	case m.textSearch.typing:
		return inTextSearch
	case m.jump.typing:
		return inJump
	case m.readerOpen:
		return inReader
	case m.focus == onPrompt:
		return inPrompt
	case m.focus == onDetail && m.layout().Detail.H > 0:
		return inDetail
	}
	return inList
}

func (m *Model) layout() layout.Layout {
	return layout.Arrange(m.width, m.height, m.readerOpen, m.gap(), m.hits() > 0)
}

// query is what the prompt says.
func (m *Model) query() string { return m.prompt.Value() }

// setting is what the content of the detail is made with besides the talk.
func (m *Model) setting() detail.Setting {
	return detail.Setting{
		Dot: m.glyphs.Dot, Dash: m.glyphs.Dash, Zone: m.zone, Shared: m.shared, TalksBy: m.catalog.TalksBy,
		Kept: func(t *catalog.Talk) []string {
			lines := kept.Lines(m.markOf(t), func() []diff.Change { return m.store.Changes(t) }, &m.glyphs)
			return append(lines, kept.FriendLines(m.friendsOf(t), &m.glyphs)...)
		},
		Around: func(t *catalog.Talk) catalog.Surroundings { return m.catalog.Timetable().Surroundings(t) },
	}
}

// showTalk brings the talk under the cursor, or the one visited from it, into the
// pager.
func (m *Model) showTalk() {
	t := m.shown()
	if t == nil {
		m.pager.Show(detail.Content{})
		return
	}
	same := m.pager.Content().ID == t.ID
	_, before := m.pager.Match()
	if m.readerOpen {
		m.see(t)
	}
	m.pager.Show(detail.NewContent(t, m.setting()))
	m.highlightText()
	_, matches := m.pager.Match()
	if !m.readerOpen && !(same && (m.focus == onDetail || matches == before)) {
		m.pager.Reveal()
	}
}

// highlightText highlights the words of a search in the text, else what the
// query found.
func (m *Model) highlightText() {
	content := m.pager.Content()
	switch {
	case m.textSearch.words != "":
		m.pager.SetMatches(content.Search(m.textSearch.words))
	case len(m.visits) > 0:
		m.pager.SetMatches(nil)
	case m.hits() > 0:
		m.pager.SetMatches(content.Ranges(m.hit(m.list.Cursor()).Spans))
	}
}

// resize gives every child its room, after a change of the window or of what
// is in it.
func (m *Model) resize() {
	m.rows = nil
	l := m.layout()
	m.list.SetHeight(l.List.H)
	if l.Detail.H > 0 {
		m.pager.SetSize(layout.TextWidth(l.Detail), l.Detail.H, m.method)
		m.pager.Hyperlinks = m.hyperlinks
	}
	room, framed := m.boxRoom()
	m.picker.SetRoom(room.W, room.H, framed, m.method)
	m.note.SetSize(m.width-2, m.height-2)
	if m.helpOpen {
		m.sizeHelp()
	}
}
