// Package tui is the screen: one Bubble Tea model that shows a catalog as a
// list that a query narrows down, with the chosen talk beside it.
//
// This is the way of a key from the terminal to the screen. Bubble Tea, which
// cmd/talks/screen runs, reads the key and calls Update, which routes messages
// (update.go). The mode that the screen is in (model.go) and the key name one
// shortcut of the table (keys.go, folder keymap). Its action changes the model: it
// is in actions.go, or in the file of what it is about, which is the list and its
// order (listing.go), a time to go to (jump.go), what a talk leads to, another one
// or a link (visiting.go), marks (marking.go, keeping.go, folder kept), a box to
// choose from (picking.go; what it can be open for is folder offer, how it looks
// folder picker), or the help (folder help). Where letters are commands, counts,
// shortcuts of two keys and words that are typed nevertheless are told apart first
// (typeahead.go). Where text is typed, a key without a shortcut edits it: folder
// prompt. If the query changed, a command searches beside the screen
// (searching.go, folder jobs); it answers with a message that bears the stamp of
// what was asked, and an answer to an older query is dropped. New hits are sorted
// (listing.go, folder order), counted and followed by the cursor (folder list),
// and judged: the banner says what of the query finds nothing or does not count
// (folder verdict). The talk under the cursor goes to the pager (folder detail).
// View (view.go) then draws the window, divided by folder layout, row by row:
// heading, prompt, banner, list (folder row) beside detail, status line
// (status.go). While hits are awaited it shows the latest frame for a moment more
// (hold, in searching.go).
package tui

import (
	"cmp"
	"errors"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"talks/catalog"
	"talks/catalog/marks"
	"talks/catalog/search/facts"
	"talks/tui/detail"
	"talks/tui/jobs"
	"talks/tui/list"
	"talks/tui/note"
	"talks/tui/picker"
	"talks/tui/prompt"
	"talks/tui/row"
	"talks/tui/style"
)

// Options say how a browser starts.
type Options struct {
	Catalog  *catalog.Catalog
	Query    string   // to start with, instead of that of the place
	Place    Place    // to start at
	History  []string // what was asked before, the latest last
	Progress string   // what is still being loaded, in a few words
	// Next waits for a larger catalog; it is false when all is loaded. It is
	// called from a command. Nil: all is loaded.
	Next func() (LoadedMsg, bool)
	// Reload reads the catalog again; it is called from a command. Nil: it cannot be
	// read twice.
	Reload  func() (*catalog.Catalog, error)
	NoMouse bool // leave the mouse to the terminal
	ASCII   bool // draw lines and glyphs in ASCII
	// Light and Dark say what the background is. With neither, the terminal is asked:
	// at the start by what runs the browser, later by the browser itself.
	Light, Dark bool
	Zone        *time.Location // of the times shown, but those in catalog.Wall; nil: each talk's own
	Now         func() time.Time
	// Clock is what is:now goes by, for a catalog of these talks, see facts.Clock;
	// nil: Now.
	Clock func(talks []*catalog.Talk) time.Time

	// Marks opens what is kept of the talks; the store can be used whatever the
	// error. It is called once, from a command. Nil: marks are kept in memory.
	Marks func() (*marks.Store, error)

	// Walk is the time it takes from one building to another, for the plan.
	Walk time.Duration

	// Edit lets the user edit a text in a program that takes the terminal for itself,
	// and returns what became of it; nil: there is none.
	Edit func(text string) (string, error)

	// Follow shows a web address, http or https, to the user; nil: nothing
	// can. It may take its time, and fails where it knows that nothing came
	// of it, or with a NeedsScreen.
	Follow func(url string) error

	// Clipboard takes what is copied; it is called from a command. Nil: that of the
	// terminal does.
	Clipboard Clipboard
}

// A Clipboard takes a text. It says where it went, in a few words, and which sequence
// the terminal has to get for that, if any.
type Clipboard = jobs.Clipboard

// NoticeMsg is said in the last row until the next key.
type NoticeMsg string

// NeedsScreen is the error of Options.Follow where only a program that takes the
// terminal for itself can show the address.
type NeedsScreen = jobs.NeedsScreen

// The size of the window, in cells, until the terminal has reported it.
const startWidth, startHeight = 80, 24

// New makes a browser for tea.NewProgram.
func New(o Options) *Model {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Clock == nil {
		o.Clock = func([]*catalog.Talk) time.Time { return o.Now() }
	}
	if o.Follow == nil {
		o.Follow = followNothing
	}
	if o.Clipboard == nil {
		o.Clipboard = TerminalClipboard
	}
	if o.Marks == nil {
		o.Marks = func() (*marks.Store, error) { return marks.Open("", o.Now) }
	}
	if o.Catalog == nil {
		o.Catalog = &catalog.Catalog{}
	}
	m := &Model{
		loaded:  loaded{progress: o.Progress, next: o.Next, again: o.Reload},
		keeping: keeping{open: sync.OnceValues(o.Marks), walking: o.Walk, live: new(atomic.Pointer[marks.Store])},
		window: window{
			width:      startWidth,
			height:     startHeight,
			background: o.background(),
			asks:       !o.Light && !o.Dark,
			theme:      style.New(o.background(), style.Many),
			glyphs:     style.NewGlyphs(!o.ASCII),
			mouse:      !o.NoMouse,
			zone:       o.Zone,
		},
		list:       list.New(row.Lines, 1),
		pager:      detail.New(),
		prompt:     prompt.New(),
		textPrompt: prompt.New(),
		picker:     picker.New(),
		note:       note.New(),
		keys:       newKeys(),
		now:        o.Now,
		patience:   patience,
		hold:       hold,
		clock:      facts.Clock{Now: o.Clock, Zone: o.Zone},
		follow:     o.Follow,
		editor:     o.Edit,
		clipboard:  o.Clipboard,
	}
	m.list.SetExtra(m.extraLines)
	m.setCatalog(o.Catalog)
	m.history = slices.Clone(o.History)
	m.goTo(o.Place, o.Query)
	m.notice = cmp.Or(problemNotice(o.Catalog), m.notice)
	m.setResults(jobs.FoundMsg{})
	return m
}

// followNothing stands in where nobody said how to follow links.
func followNothing(string) error { return errors.New("links cannot be opened here") }

// TerminalClipboard sends a text to the clipboard of the terminal (OSC 52), which never
// says whether it took it.
func TerminalClipboard(text string) (said, sequence string) {
	return "sent to the terminal's clipboard", ansi.SetSystemClipboard(text)
}

func (o Options) background() style.Background {
	switch {
	case o.Light:
		return style.Light
	case o.Dark:
		return style.Dark
	}
	return style.Unknown
}

// headStart is how long the first frame has the processor to itself: one tick
// of the renderer's clock, and some for drawing.
const headStart = 25 * time.Millisecond

// Init starts to index; the first frame does not wait for it.
func (m *Model) Init() tea.Cmd {
	index := tea.Tick(headStart, func(time.Time) tea.Msg { return drawnMsg{} })
	if m.query() != "" { // there is nothing right to draw before
		m.pending = true
		index = m.reindex()
	}
	return tea.Batch(index, m.loadMore())
}

// Interrupted reports whether the user left by ^c, for the exit code.
func (m *Model) Interrupted() bool { return m.interrupted }
