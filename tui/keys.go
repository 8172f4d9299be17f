package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"talks/catalog/search/query"
	"talks/tui/help"
	"talks/tui/keymap"
)

// mode, action and shortcut are those of the keymap, for this model.
type (
	mode     = keymap.Mode
	action   = func(*Model) tea.Cmd
	shortcut = keymap.Shortcut[*Model]
	keys     = keymap.Map[*Model]
)

const (
	inList mode = 1 << iota
	inPrompt
	inDetail
	inReader
	inTextSearch
	inHelp
	inPicker
	inJump
	inNote
)

const (
	inText   = inDetail | inReader
	inStatus = inTextSearch | inJump // what is typed stands in the status line
	inTyping = inPrompt | inPicker | inNote | inStatus
	inAny    = inList | inText | inTyping | inHelp
)

// by is an action that goes a number of steps, as many times as the count says.
func by(steps int, do func(m *Model, steps int) tea.Cmd) action {
	return func(m *Model) tea.Cmd { return do(m, steps*max(m.count, 1)) }
}

// toEnd is an action that goes as far as there is anything or, with a count, to
// the item or line of that number.
func toEnd(steps int, do, to func(m *Model, steps int) tea.Cmd) action {
	return func(m *Model) tea.Cmd {
		if m.count > 0 {
			return to(m, m.count-1)
		}
		return do(m, steps)
	}
}

// far is more steps than there are anywhere: to the top, to the end.
const far = 1 << 30

// on is keymap.On.
func on(modes mode, help string, do action, keys ...string) shortcut {
	return keymap.On(modes, help, do, keys...)
}

// newKeys is the table of all keys. The help, the README and the tests are
// made from it.
func newKeys() keys {
	return slices.Concat(listKeys(), promptKeys(), textKeys(), textSearchKeys(), jumpKeys(), pickerKeys(), noteKeys(), helpKeys(), keys{
		on(inAny, "draw the screen anew", (*Model).redraw, "ctrl+l"),
		on(inAny, "leave at once", (*Model).interrupt, "ctrl+c").AtOnce(),
		on(inAny, "suspend", (*Model).suspend, "ctrl+z"),
	})
}

// What several shortcuts do, or a test asks for.
const (
	openHelp   = "open"
	emptyHelp  = "empty the query"
	moveHelp   = "move"
	matchHelp  = "next, previous match"
	leadHelp   = "next link or talk"
	followHelp = "go there"
	linkHelp   = "open a link"
	copyHelp   = "copy the talk"
	formHelp   = "copy its address, title, Markdown, JSON or BibTeX"
	sortHelp   = "next, previous order: time, title, track, room"
	jumpHelp   = "go to a time"
	markHelp   = "mark"
	noteHelp   = "write a note"
	stateHelp  = "mark as going, maybe, none"
	nearHelp   = "related talks"
	planHelp   = "plan: what you go to"
	groupHelp  = "next, previous group"
	chooseHelp = "choose, apply"
	tickHelp   = "tick several"
)

func listKeys() keys {
	return keys{
		on(inList, openHelp, (*Model).openReader, "enter", "l", "right").Hinted(inList, 1).Where((*Model).hasHits),
		on(inList, "find", (*Model).typeQuery, "/").Hinted(inList, 2),
		on(inList, "what was asked before", (*Model).pickQuery, "ctrl+r"),
		on(inList, moveHelp, by(-1, (*Model).move), "up", "k"),
		on(inList, moveHelp, by(1, (*Model).move), "down", "j"),
		on(inList, "page", by(-1, (*Model).movePage), "pgup", "ctrl+b"),
		on(inList, "page", by(1, (*Model).movePage), "pgdown", "space", "ctrl+f"),
		on(inList, "half a page", by(-1, (*Model).moveHalf), "ctrl+u"),
		on(inList, "half a page", by(1, (*Model).moveHalf), "ctrl+d"),
		on(inList, "top, end", toEnd(-far, (*Model).move, (*Model).moveTo), "g", "g g", "home"),
		on(inList, "top, end", toEnd(far, (*Model).move, (*Model).moveTo), "G", "end"),
		on(inList, "scroll the detail", by(-1, (*Model).scroll), "shift+up"),
		on(inList, "scroll the detail", by(1, (*Model).scroll), "shift+down"),
		on(inList, matchHelp, by(1, (*Model).walk), "n"),
		on(inList, matchHelp, by(-1, (*Model).walk), "N"),
		on(inList, sortHelp, by(1, (*Model).nextSorting), "S"),
		on(inList, sortHelp, by(-1, (*Model).nextSorting), "ctrl+s"),
		on(inList, "to the detail", (*Model).switchFocus, "tab").Hinted(inList, 5),
		on(inList, "filter", (*Model).pickFilter, "t").Hinted(inList, 6),
		on(inList, jumpHelp, (*Model).typeJump, "@").Hinted(inList, 8).Where((*Model).hasTime),
		on(inList, linkHelp, (*Model).pickLink, "o").Hinted(inList, 7).Where((*Model).hasLinks).UnlessTypingIf((*Model).hasOneLink),
		on(inList, markHelp, (*Model).pickMark, "m").Hinted(inList, 7),
		on(inList, copyHelp, (*Model).copyTalk, "y").Hinted(inList, 12).UnlessTyping(),
		on(inList, formHelp, (*Model).pickCopy, "Y").UnlessTyping(),
		on(inList, stateHelp, (*Model).nextState, "s").UnlessTyping(),
		on(inList, noteHelp, (*Model).editNote, "e").UnlessTyping(),
		on(inList, "take back the last mark", (*Model).undo, "u").UnlessTyping(),
		on(inList, nearHelp, (*Model).pickRelated, "r").UnlessTyping(),
		on(inList, planHelp, (*Model).pickPlanned, "P").UnlessTyping(),
		on(inList|inText, "read the files again", (*Model).reload, "R").UnlessTyping(),
		on(inList, "mouse: to the terminal, and back", (*Model).switchMouse, "M"),
		on(inList, "one step back", (*Model).back, "esc").AtOnce(),
		on(inList, "help", (*Model).showHelp, "?", "f1").Hinted(inList, 3),
		on(inList, "quit", (*Model).quit, "q", ": q", "Z Z").Hinted(inList, 4).UnlessTyping(),
	}
}

func promptKeys() keys {
	return keys{
		on(inPrompt, openHelp, (*Model).openReader, "enter").Hinted(inPrompt, 1).Where((*Model).hasHits),
		on(inPrompt, moveHelp, by(-1, (*Model).recall), "up", "ctrl+p", "ctrl+k").Hinted(inPrompt, 2).Where((*Model).hasHits),
		on(inPrompt, moveHelp, by(1, (*Model).recall), "down", "ctrl+n").Hinted(inPrompt, 2).Where((*Model).hasHits),
		on(inPrompt, moveHelp, (*Model).lineFeed, "ctrl+j"),
		on(inPrompt, "page", by(-1, (*Model).movePage), "pgup"),
		on(inPrompt, "page", by(1, (*Model).movePage), "pgdown"),
		on(inPrompt, "scroll the detail", by(-1, (*Model).scroll), "shift+up"),
		on(inPrompt, "scroll the detail", by(1, (*Model).scroll), "shift+down"),
		on(inPrompt, emptyHelp, (*Model).clear, "ctrl+u").Hinted(inPrompt, 4).Where((*Model).hasQuery),
		on(inPrompt, "drop a word", (*Model).dropWord, "ctrl+w"),
		on(inPrompt, "what was asked before; also up, where nothing is typed", (*Model).pickQuery, "ctrl+r"),
		on(inPrompt, "to the detail", (*Model).switchFocus, "tab"),
		on(inPrompt, "back to the list", (*Model).back, "esc").AtOnce().Hinted(inPrompt, 3),
		on(inTyping, "help", (*Model).showHelp, "f1"),
	}
}

func textKeys() keys {
	return keys{
		on(inDetail, openHelp, (*Model).enter, "enter", "l", "right").Hinted(inDetail, 1).Where((*Model).hasHits),
		on(inReader, followHelp, (*Model).enter, "enter", "l", "right").Hinted(inReader, 1).Where((*Model).hasLead),
		on(inText, "scroll", by(-1, (*Model).scroll), "up", "k", "shift+up"),
		on(inText, "scroll", by(1, (*Model).scroll), "down", "j", "shift+down"),
		on(inText, "page", by(-1, (*Model).scrollPage), "pgup", "b", "ctrl+b"),
		on(inText, "page", by(1, (*Model).scrollPage), "pgdown", "f", "space", "ctrl+f"),
		on(inText, "half a page", by(-1, (*Model).scrollHalf), "u", "ctrl+u"),
		on(inText, "half a page", by(1, (*Model).scrollHalf), "d", "ctrl+d"),
		on(inText, "top, end", toEnd(-far, (*Model).scroll, (*Model).scrollTo), "g", "g g", "home"),
		on(inText, "top, end", toEnd(far, (*Model).scroll, (*Model).scrollTo), "G", "end"),
		on(inText, "find in the text", (*Model).typeTextSearch, "/").Hinted(inText, 3),
		on(inText, matchHelp, by(1, (*Model).walk), "n").Hinted(inText, 4).Where((*Model).hasMatches),
		on(inText, matchHelp, by(-1, (*Model).walk), "N").Hinted(inText, 4).Where((*Model).hasMatches),
		on(inText, "next, previous talk", by(1, (*Model).turn), "J").Hinted(inReader, 5),
		on(inText, "next, previous talk", by(-1, (*Model).turn), "K").Hinted(inReader, 5),
		on(inText, leadHelp, by(1, (*Model).chooseLead), "tab").Hinted(inText, 4).Where((*Model).hasLeads),
		on(inText, "link or talk before, to the list", by(-1, (*Model).chooseLead), "shift+tab"),
		on(inDetail, "filter", (*Model).pickFilter, "t"),
		on(inText, linkHelp, (*Model).pickLink, "o").Hinted(inText, 8).Where((*Model).hasLinks).UnlessTypingIf((*Model).hasOneLink),
		on(inText, markHelp, (*Model).pickMark, "m").Hinted(inText, 7),
		on(inText, copyHelp, (*Model).copyTalk, "y").Hinted(inText, 12).UnlessTyping(),
		on(inText, formHelp, (*Model).pickCopy, "Y").UnlessTyping(),
		on(inText, stateHelp, (*Model).nextState, "s").UnlessTyping(),
		on(inText, noteHelp, (*Model).editNote, "e").UnlessTyping(),
		on(inText, nearHelp, (*Model).pickRelated, "r").UnlessTyping(),
		on(inText, planHelp, (*Model).pickPlanned, "P").UnlessTyping(),
		on(inText, "mouse: to the terminal, and back", (*Model).switchMouse, "M"),
		on(inText, "one step back", (*Model).back, "esc", "h", "left").AtOnce().Hinted(inText, 1),
		on(inText, "help", (*Model).showHelp, "?", "f1").Hinted(inText, 6),
		on(inText, "back to the list", (*Model).leaveText, "q", ": q", "Z Z").Hinted(inText, 7),
	}
}

func textSearchKeys() keys {
	return keys{
		on(inTextSearch, "to the first match", (*Model).keepTextSearch, "enter").Hinted(inTextSearch, 1),
		on(inTextSearch, "empty", (*Model).clear, "ctrl+u"),
		on(inTextSearch, "cancel", (*Model).back, "esc").AtOnce().Hinted(inTextSearch, 2),
	}
}

func jumpKeys() keys {
	return keys{
		on(inJump, "stay there", (*Model).keepJump, "enter").Hinted(inJump, 1),
		on(inJump, "empty", (*Model).clear, "ctrl+u"),
		on(inJump, "back to where it began", (*Model).back, "esc").AtOnce().Hinted(inJump, 2),
	}
}

func pickerKeys() keys {
	return keys{
		on(inPicker, chooseHelp, (*Model).choose, "enter").Hinted(inPicker, 1).Where((*Model).hasQuietBox),
		on(inPicker, tickHelp, (*Model).tick, "space").Hinted(inPicker, 1).Where((*Model).hasTicks),
		on(inPicker, moveHelp, by(-1, (*Model).movePicker), "up", "ctrl+p", "ctrl+k"),
		on(inPicker, moveHelp, by(1, (*Model).movePicker), "down", "ctrl+n", "ctrl+j"),
		on(inPicker, "page", by(-1, (*Model).movePickerPage), "pgup"),
		on(inPicker, "page", by(1, (*Model).movePickerPage), "pgdown"),
		on(inPicker, "top, end", by(-far, (*Model).movePicker), "home"),
		on(inPicker, "top, end", by(far, (*Model).movePicker), "end"),
		on(inPicker, groupHelp, by(1, (*Model).turnPicker), "tab").Hinted(inPicker, 3).Where((*Model).hasGroups),
		on(inPicker, groupHelp, by(-1, (*Model).turnPicker), "shift+tab").Hinted(inPicker, 3).Where((*Model).hasGroups),
		on(inPicker, "empty", (*Model).clear, "ctrl+u"),
		on(inPicker, "close", (*Model).back, "esc").AtOnce().Hinted(inPicker, 2),
	}
}

func noteKeys() keys {
	return keys{
		on(inNote, "keep the note", (*Model).keepNote, "esc", "ctrl+s").AtOnce().Hinted(inNote, 1),
	}
}

func helpKeys() keys {
	return keys{
		on(inHelp, "scroll", by(-1, (*Model).scrollHelp), "up", "k").Hinted(inHelp, 2),
		on(inHelp, "scroll", by(1, (*Model).scrollHelp), "down", "j").Hinted(inHelp, 2),
		on(inHelp, "page", by(-1, (*Model).scrollHelpPage), "pgup", "b"),
		on(inHelp, "page", by(1, (*Model).scrollHelpPage), "pgdown", "f", "space"),
		on(inHelp, "top, end", by(-far, (*Model).scrollHelp), "g", "home"),
		on(inHelp, "top, end", by(far, (*Model).scrollHelp), "G", "end"),
		on(inHelp, "close", (*Model).back, "esc", "h", "left", "?", "f1", "q", ": q", "Z Z").Hinted(inHelp, 1),
	}
}

// sections lists every key, mode by mode. The README prints it too.
func sections(k keys, ascii bool) []help.Section {
	sections := []help.Section{
		{Title: "In the list", Mode: inList},
		{Title: "While typing a query", Mode: inPrompt},
		{Title: "In the reader", Mode: inReader},
		{Title: "In the detail beside the list", Mode: inDetail},
		{Title: "While typing a search in the text", Mode: inTextSearch},
		{Title: "While typing a time to go to", Mode: inJump},
		{Title: "While choosing from a box", Mode: inPicker},
		{Title: "While writing a note", Mode: inNote},
		{Title: "In this help", Mode: inHelp},
	}
	for i, s := range sections {
		sections[i].Lines = k.Lines(s.Mode, ascii)
		if s.Mode&(inList|inText) != 0 {
			sections[i].Lines = append(sections[i].Lines,
				keymap.Line{Keys: "5j 12G", Text: "a number before a key: so many times, or that one"},
				keymap.Line{Keys: "abc", Text: "letters typed quickly, or pasted: find them"})
		}
	}
	return sections
}

// helpSections is all of the help.
func (m *Model) helpSections() []help.Section {
	mouse := help.Section{Title: "Mouse", Lines: []keymap.Line{
		{Keys: "wheel", Text: "scrolls what is under it"},
		{Keys: "click", Text: "selects a talk, follows a link, does what the last row offers"},
		{Keys: "double click", Text: "opens it"},
		{Keys: "shift+drag", Text: "selects text, as the terminal does it"},
	}}
	syntax := help.Section{Title: "What a query can say"}
	for _, row := range query.Syntax() {
		syntax.Lines = append(syntax.Lines, keymap.Line{Keys: row.Notation, Text: row.Meaning})
	}
	return append(sections(m.keys, m.glyphs.ASCII), mouse, syntax)
}

// What the status line offers only where it would change anything.

func (m *Model) hasHits() bool  { return m.hits() > 0 }
func (m *Model) hasLeads() bool { return m.pager.HasLeads() }
func (m *Model) hasTicks() bool { return m.picker.Ticks() }

// hasQuery reports whether there is a query to be emptied, and no banner says so.
func (m *Model) hasQuery() bool { return m.hits() > 0 || !m.verdict.Dead || len(m.advice) > 0 }

func (m *Model) hasMatches() bool {
	_, count := m.pager.Match()
	return count > 0
}

func (m *Model) hasTime() bool { return m.current() != nil && !m.current().Slot.Date().IsZero() }

func (m *Model) hasLinks() bool { return len(m.pager.Content().Links) > 0 }

// hasOneLink reports whether the key for links follows one at once: a box that opens
// can be closed, a browser cannot.
func (m *Model) hasOneLink() bool { return len(m.pager.Content().Links) == 1 }

func (m *Model) hasLead() bool {
	_, chosen := m.pager.Chosen()
	return chosen
}

// hasQuietBox reports whether the box does not say itself what enter does.
func (m *Model) hasQuietBox() bool { return !m.picker.ShowsAction() }

func (m *Model) hasGroups() bool { return m.picker.Groups() > 1 }
