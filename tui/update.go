package tui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"talks/tui/style"
	"talks/tui/text"
)

// Update takes a message and routes it.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := m.route(msg)
	if job, ok := m.pager.Job(); ok {
		cmd = tea.Batch(cmd, rewrap(job))
	}
	return m, cmd
}

func (m *Model) route(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return m.press(msg)
	case tea.PasteMsg:
		return m.paste(msg.Content)
	case tea.MouseClickMsg:
		return m.click(msg.Mouse())
	case tea.MouseWheelMsg:
		return m.wheel(msg.Mouse())
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
		m.rearrange()
	case tea.BackgroundColorMsg:
		m.background = backgroundOf(msg)
		m.repaint()
	case tea.ColorProfileMsg:
		m.sixteen = msg.String() == "ANSI"
		m.repaint()
	case tea.ModeReportMsg:
		return m.measured(msg)
	case tea.FocusMsg:
		return tea.RequestBackgroundColor
	case tea.ResumeMsg:
		// Suspending switches cluster measuring off without a word.
		return tea.Raw(ansi.RequestModeUnicodeCore)
	case Loaded:
		return m.load(msg)
	case drawn:
		return m.reindex()
	case indexed:
		return m.takeIndex(msg)
	case found:
		return m.takeResults(msg)
	case advised:
		if msg.stamp == m.searched {
			m.advice = msg.advice
		}
	case counted:
		return m.takeFacets(msg)
	case opened:
		return m.takeOpened(msg)
	case rewrapped:
		m.pager.Accept(msg.result)
	}
	return nil
}

// press finds the action of a key. Where text is typed, a key without one is
// the text's.
func (m *Model) press(msg tea.KeyPressMsg) tea.Cmd {
	m.notice = ""
	if (m.opening || m.count.awaited) && msg.String() != "esc" && msg.String() != "ctrl+c" {
		m.ahead = append(m.ahead, msg) // meant for what is to come
		return nil
	}
	at := m.place()
	if action := m.keys.action(msg, at); action != nil {
		return action(m)
	}
	switch at {
	case inPrompt:
		before := m.query()
		m.prompt.Type(msg)
		return m.requery(before)
	case inFind:
		m.finder.Type(msg)
		m.seek(m.finder.Value())
	case inPick:
		m.picker.Type(msg)
	}
	return nil
}

func (m *Model) paste(content string) tea.Cmd {
	switch m.place() {
	case inPrompt:
		before := m.query()
		m.prompt.Paste(content)
		return m.requery(before)
	case inFind:
		m.finder.Paste(content)
		m.seek(m.finder.Value())
	case inPick:
		m.picker.Paste(content)
	}
	return nil
}

// backgroundOf is what the terminal answered; a bad answer has no colour.
func backgroundOf(msg tea.BackgroundColorMsg) style.Background {
	switch {
	case msg.Color == nil:
		return style.Unknown
	case msg.IsDark():
		return style.Dark
	}
	return style.Light
}

// repaint follows a change of colours.
func (m *Model) repaint() {
	m.theme = style.New(m.background, m.sixteen)
	clear(m.items)
}

// rearrange follows a change of the window or of the way it measures text.
func (m *Model) rearrange() {
	clear(m.items)
	m.resize()
	m.helpTop = min(m.helpTop, m.helpEnd())
}

// measured hears whether the terminal measures clusters as a whole.
func (m *Model) measured(msg tea.ModeReportMsg) tea.Cmd {
	known := msg.Value == ansi.ModeReset || msg.Value == ansi.ModeSet || msg.Value == ansi.ModePermanentlySet
	if msg.Mode != ansi.ModeUnicodeCore || !known || m.method == text.GraphemeWidth {
		return nil
	}
	m.method = text.GraphemeWidth
	m.pager.SetMethod(m.method)
	m.rearrange()
	return tea.ClearScreen // the renderer changes over with the next full frame
}

// load takes a larger catalog; the cursor stays on a talk that the reader chose.
func (m *Model) load(msg Loaded) tea.Cmd {
	m.progress = msg.Progress
	stay := m.chosenTalk()
	m.catalog = msg.Catalog
	m.several = severalConferences(m.catalog)
	m.notice = problemNotice(m.catalog)
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
	if isBlank(before) != isBlank(m.query()) {
		m.sorting = byDefault // another question
	}
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
	if isBlank(m.query()) {
		m.pending = false
		if m.results != nil {
			m.setResults(nil)
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
	m.setResults(msg.results)
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

// openAtLast opens the talk that enter asked for.
func (m *Model) openAtLast() tea.Cmd {
	m.opening = false
	return tea.Batch(m.open(), m.catchUp())
}

// catchUp takes up the keys that were pressed while something was waited for.
func (m *Model) catchUp() tea.Cmd {
	keys := m.ahead
	m.ahead = nil
	var cmd tea.Cmd
	for _, k := range keys {
		cmd = tea.Batch(cmd, m.press(k))
	}
	return cmd
}

// seek looks for words in the talk that is shown, from where it was read.
func (m *Model) seek(words string) {
	m.sought = words
	m.rematch()
	m.pager.ScrollTo(m.findFrom)
	if words != "" {
		m.pager.Reach()
	}
}
