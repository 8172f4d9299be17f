// Package tui is the screen: one Bubble Tea model that shows a catalog as a
// list that a query narrows down, with the chosen talk beside it.
//
// The model holds facts that do not depend on one another (what is loaded,
// what has the focus, whether help is open) and derives everything else when
// it draws. Update routes messages, keys go through one table (keys.go) to
// the actions (act.go), the arithmetic of the window is in layout.go, and
// whatever takes time is a command with a stamp (commands.go).
package tui

import (
	"cmp"
	"time"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/tui/detail"
	"talks/tui/list"
	"talks/tui/pick"
	"talks/tui/prompt"
	"talks/tui/style"
)

// Options say how a browser starts.
type Options struct {
	Catalog  *catalog.Catalog
	Query    string // to start with
	Progress string // what is still being loaded, in a few words
	// Next waits for a larger catalog; it is false when all is loaded. It is
	// called from a command. Nil: all is loaded.
	Next    func() (Loaded, bool)
	Notice  string         // said until the first key, unless there are problems to tell of
	NoMouse bool           // leave the mouse to the terminal
	ASCII   bool           // draw lines and signs in ASCII
	Zone    *time.Location // of the times shown; nil: each talk's own
	Now     func() time.Time

	// Open shows a web address, http or https, to the reader; nil: nothing
	// can. It may take its time, and fails where it knows that nothing came
	// of it.
	Open func(url string) error
}

// Until the terminal has said how large it is.
const startWidth, startHeight = 80, 24

// New makes a browser for tea.NewProgram.
func New(o Options) *Model {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Open == nil {
		o.Open = openNothing
	}
	if o.Catalog == nil {
		o.Catalog = &catalog.Catalog{}
	}
	m := &Model{
		catalog:  o.Catalog,
		several:  severalSources(o.Catalog),
		zone:     o.Zone,
		progress: o.Progress,
		next:     o.Next,
		keys:     newKeymap(),
		width:    startWidth,
		height:   startHeight,
		list:     &list.List{},
		pager:    detail.New(),
		prompt:   prompt.New(),
		finder:   prompt.New(),
		picker:   pick.New(),
		opener:   o.Open,
		theme:    style.New(style.Unknown, false),
		glyphs:   style.NewGlyphs(!o.ASCII),
		mouse:    !o.NoMouse,
		now:      o.Now,
		items:    make(map[int]item),
	}
	m.prompt.Set(o.Query)
	m.notice = cmp.Or(problemNotice(o.Catalog), o.Notice)
	m.order = m.sorted()
	m.relist(0)
	return m
}

// headStart is how long the first frame has the processor to itself: one tick
// of the renderer's clock, and some for drawing.
const headStart = 25 * time.Millisecond

// Init asks for the background colour and starts to index; the first frame
// waits for neither.
func (m *Model) Init() tea.Cmd {
	index := tea.Tick(headStart, func(time.Time) tea.Msg { return drawn{} })
	if m.query() != "" { // there is nothing right to draw before
		m.pending = true
		index = m.reindex()
	}
	return tea.Batch(tea.RequestBackgroundColor, index, m.loadMore())
}

// severalSources says that it is worth telling where a talk is from.
func severalSources(c *catalog.Catalog) bool {
	for _, t := range c.Talks {
		if t.Conference != c.Talks[0].Conference || t.Source.File != c.Talks[0].Source.File {
			return true
		}
	}
	return false
}

// Interrupted says that the reader left by ^c, for the exit code.
func (m *Model) Interrupted() bool { return m.interrupted }
