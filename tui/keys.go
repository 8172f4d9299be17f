package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// A mode is what the keys go to. It is one bit, so that a shortcut can serve a
// set of modes.
type mode uint8

const (
	inList mode = 1 << iota
	inPrompt
	inDetail
	inReader
	inTextSearch
	inHelp
	inPicker
	inJump
)

const (
	inText   = inDetail | inReader
	inStatus = inTextSearch | inJump // what is typed stands in the status line
	inTyping = inPrompt | inPicker | inStatus
	inAny    = inList | inText | inTyping | inHelp
)

// An action is what a key does.
type action func(*Model) tea.Cmd

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

// A shortcut is one line of the key table. Shortcuts that follow one another
// with the same help are one line of the help.
type shortcut struct {
	modes   mode
	binding key.Binding
	do      action
	hint    mode // where the status line offers it, …
	rank    int  // … and how early: 1 is first, most likely to have room
	urgent  bool // acts even while what was pressed before is waited for
	patient bool // waits whether it is the first letter of a word
}

type keymap []shortcut

// on makes the shortcut that does an action when one of the keys is pressed in one
// of the modes. Two keys with a blank between them are pressed one after the other.
func on(modes mode, help string, do action, keys ...string) shortcut {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = keyName(k)
	}
	return shortcut{modes: modes, do: do, binding: key.NewBinding(key.WithKeys(keys...), key.WithHelp(strings.Join(names, " "), help))}
}

// hinted has the status line offer the shortcut in some modes: see rank.
func (s shortcut) hinted(modes mode, rank int) shortcut {
	s.hint, s.rank = modes, rank
	return s
}

// atOnce makes the shortcut act even while what was pressed before is waited for.
func (s shortcut) atOnce() shortcut {
	s.urgent = true
	return s
}

// unlessTyping makes the shortcut wait whether it is the first letter of a word.
func (s shortcut) unlessTyping() shortcut {
	s.patient = true
	return s
}

// help is what the shortcut does, in a few words.
func (s shortcut) help() string { return s.binding.Help().Desc }

// newKeymap is the table of all keys. The help, the README and the tests are
// made from it.
func newKeymap() keymap {
	return slices.Concat(listKeys(), promptKeys(), textKeys(), textSearchKeys(), jumpKeys(), pickerKeys(), helpKeys(), keymap{
		on(inAny, "draw the screen anew", (*Model).redraw, "ctrl+l"),
		on(inAny, "leave at once", (*Model).interrupt, "ctrl+c").atOnce(),
		on(inAny, "suspend", (*Model).suspend, "ctrl+z"),
	})
}

// What the status line offers only where it is of use: see useful.
const (
	openHelp   = "open"
	emptyHelp  = "empty the query"
	moveHelp   = "move"
	matchHelp  = "next, previous match"
	leadHelp   = "next link or talk"
	followHelp = "go there"
	linkHelp   = "open a link"
	copyHelp   = "copy the talk"
	sortHelp   = "next, previous order: time, title, track, room"
	jumpHelp   = "go to a time"
	markHelp   = "mark"
	noteHelp   = "write a note, in $EDITOR"
	stateHelp  = "mark as going, maybe, none"
	planHelp   = "plan: what you go to"
	groupHelp  = "next, previous group"
	chooseHelp = "choose, apply"
	tickHelp   = "tick several"
)

func listKeys() keymap {
	return keymap{
		on(inList, openHelp, (*Model).openReader, "enter", "l", "right").hinted(inList, 1),
		on(inList, "find", (*Model).typeQuery, "/").hinted(inList, 2),
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
		on(inList, "to the detail", (*Model).switchFocus, "tab").hinted(inList, 5),
		on(inList, "filter", (*Model).pickFilter, "t").hinted(inList, 6),
		on(inList, jumpHelp, (*Model).typeJump, "@").hinted(inList, 8),
		on(inList, linkHelp, (*Model).pickLink, "o").hinted(inList, 7).unlessTyping(),
		on(inList, markHelp, (*Model).pickMark, "m").hinted(inList, 7),
		on(inList, copyHelp, (*Model).copyTalk, "y").hinted(inList, 12).unlessTyping(),
		on(inList, stateHelp, (*Model).nextState, "s").unlessTyping(),
		on(inList, noteHelp, (*Model).editNote, "e").unlessTyping(),
		on(inList, "take back the last mark", (*Model).undo, "u").unlessTyping(),
		on(inList, planHelp, (*Model).pickPlanned, "P").unlessTyping(),
		on(inList, "mouse: to the terminal, and back", (*Model).switchMouse, "M"),
		on(inList, "one step back", (*Model).back, "esc").atOnce(),
		on(inList, "help", (*Model).showHelp, "?", "f1").hinted(inList, 3),
		on(inList, "quit", (*Model).quit, "q", ": q", "Z Z").hinted(inList, 4).unlessTyping(),
	}
}

func promptKeys() keymap {
	return keymap{
		on(inPrompt, openHelp, (*Model).openReader, "enter").hinted(inPrompt, 1),
		on(inPrompt, moveHelp, by(-1, (*Model).move), "up", "ctrl+p", "ctrl+k").hinted(inPrompt, 2),
		on(inPrompt, moveHelp, by(1, (*Model).move), "down", "ctrl+n").hinted(inPrompt, 2),
		on(inPrompt, moveHelp, (*Model).lineFeed, "ctrl+j"),
		on(inPrompt, "page", by(-1, (*Model).movePage), "pgup"),
		on(inPrompt, "page", by(1, (*Model).movePage), "pgdown"),
		on(inPrompt, "scroll the detail", by(-1, (*Model).scroll), "shift+up"),
		on(inPrompt, "scroll the detail", by(1, (*Model).scroll), "shift+down"),
		on(inPrompt, emptyHelp, (*Model).clear, "ctrl+u").hinted(inPrompt, 4),
		on(inPrompt, "drop a word", (*Model).dropWord, "ctrl+w"),
		on(inPrompt, "to the detail", (*Model).switchFocus, "tab"),
		on(inPrompt, "back to the list", (*Model).back, "esc").atOnce().hinted(inPrompt, 3),
		on(inTyping, "help", (*Model).showHelp, "f1"),
	}
}

func textKeys() keymap {
	return keymap{
		on(inDetail, openHelp, (*Model).enter, "enter", "l", "right").hinted(inDetail, 1),
		on(inReader, followHelp, (*Model).enter, "enter", "l", "right").hinted(inReader, 1),
		on(inText, "scroll", by(-1, (*Model).scroll), "up", "k", "shift+up"),
		on(inText, "scroll", by(1, (*Model).scroll), "down", "j", "shift+down"),
		on(inText, "page", by(-1, (*Model).scrollPage), "pgup", "b", "ctrl+b"),
		on(inText, "page", by(1, (*Model).scrollPage), "pgdown", "f", "space", "ctrl+f"),
		on(inText, "half a page", by(-1, (*Model).scrollHalf), "u", "ctrl+u"),
		on(inText, "half a page", by(1, (*Model).scrollHalf), "d", "ctrl+d"),
		on(inText, "top, end", toEnd(-far, (*Model).scroll, (*Model).scrollTo), "g", "g g", "home"),
		on(inText, "top, end", toEnd(far, (*Model).scroll, (*Model).scrollTo), "G", "end"),
		on(inText, "find in the text", (*Model).typeTextSearch, "/").hinted(inText, 3),
		on(inText, matchHelp, by(1, (*Model).walk), "n").hinted(inText, 4),
		on(inText, matchHelp, by(-1, (*Model).walk), "N").hinted(inText, 4),
		on(inText, "next, previous talk", by(1, (*Model).turn), "J").hinted(inReader, 5),
		on(inText, "next, previous talk", by(-1, (*Model).turn), "K").hinted(inReader, 5),
		on(inText, leadHelp, by(1, (*Model).chooseLead), "tab").hinted(inText, 4),
		on(inText, "link or talk before, to the list", by(-1, (*Model).chooseLead), "shift+tab"),
		on(inDetail, "filter", (*Model).pickFilter, "t"),
		on(inText, linkHelp, (*Model).pickLink, "o").hinted(inText, 8).unlessTyping(),
		on(inText, markHelp, (*Model).pickMark, "m").hinted(inText, 7),
		on(inText, copyHelp, (*Model).copyTalk, "y").hinted(inText, 12).unlessTyping(),
		on(inText, stateHelp, (*Model).nextState, "s").unlessTyping(),
		on(inText, noteHelp, (*Model).editNote, "e").unlessTyping(),
		on(inText, planHelp, (*Model).pickPlanned, "P").unlessTyping(),
		on(inText, "mouse: to the terminal, and back", (*Model).switchMouse, "M"),
		on(inText, "one step back", (*Model).back, "esc", "h", "left").atOnce().hinted(inText, 1),
		on(inText, "help", (*Model).showHelp, "?", "f1").hinted(inText, 6),
		on(inText, "back to the list", (*Model).leaveText, "q", ": q", "Z Z").hinted(inText, 7),
	}
}

func textSearchKeys() keymap {
	return keymap{
		on(inTextSearch, "to the first match", (*Model).keepTextSearch, "enter").hinted(inTextSearch, 1),
		on(inTextSearch, "empty", (*Model).clear, "ctrl+u"),
		on(inTextSearch, "cancel", (*Model).back, "esc").atOnce().hinted(inTextSearch, 2),
	}
}

func jumpKeys() keymap {
	return keymap{
		on(inJump, "stay there", (*Model).keepJump, "enter").hinted(inJump, 1),
		on(inJump, "empty", (*Model).clear, "ctrl+u"),
		on(inJump, "back to where it began", (*Model).back, "esc").atOnce().hinted(inJump, 2),
	}
}

func pickerKeys() keymap {
	return keymap{
		on(inPicker, chooseHelp, (*Model).choose, "enter").hinted(inPicker, 1),
		on(inPicker, tickHelp, (*Model).tick, "space").hinted(inPicker, 1),
		on(inPicker, moveHelp, by(-1, (*Model).movePicker), "up", "ctrl+p", "ctrl+k"),
		on(inPicker, moveHelp, by(1, (*Model).movePicker), "down", "ctrl+n", "ctrl+j"),
		on(inPicker, "page", by(-1, (*Model).movePickerPage), "pgup"),
		on(inPicker, "page", by(1, (*Model).movePickerPage), "pgdown"),
		on(inPicker, "top, end", by(-far, (*Model).movePicker), "home"),
		on(inPicker, "top, end", by(far, (*Model).movePicker), "end"),
		on(inPicker, groupHelp, by(1, (*Model).turnPicker), "tab").hinted(inPicker, 3),
		on(inPicker, groupHelp, by(-1, (*Model).turnPicker), "shift+tab").hinted(inPicker, 3),
		on(inPicker, "empty", (*Model).clear, "ctrl+u"),
		on(inPicker, "close", (*Model).back, "esc").atOnce().hinted(inPicker, 2),
	}
}

func helpKeys() keymap {
	return keymap{
		on(inHelp, "scroll", by(-1, (*Model).scrollHelp), "up", "k").hinted(inHelp, 2),
		on(inHelp, "scroll", by(1, (*Model).scrollHelp), "down", "j").hinted(inHelp, 2),
		on(inHelp, "page", by(-1, (*Model).scrollHelpPage), "pgup", "b"),
		on(inHelp, "page", by(1, (*Model).scrollHelpPage), "pgdown", "f", "space"),
		on(inHelp, "top, end", by(-far, (*Model).scrollHelp), "g", "home"),
		on(inHelp, "top, end", by(far, (*Model).scrollHelp), "G", "end"),
		on(inHelp, "close", (*Model).back, "esc", "h", "left", "?", "f1", "q", ": q", "Z Z").hinted(inHelp, 1),
	}
}

// lookup returns what a key does in a mode after another, or after none: "". It
// is nil where the key does nothing.
func (k keymap) lookup(msg tea.KeyPressMsg, in mode, after string) *shortcut {
	for _, name := range names(msg, in) {
		if after != "" {
			name = after + " " + name
		}
		for i, s := range k {
			if s.modes&in != 0 && slices.Contains(s.binding.Keys(), name) {
				return &k[i]
			}
		}
	}
	return nil
}

// starter is the name of a key if it begins a shortcut of two keys, else "".
func (k keymap) starter(msg tea.KeyPressMsg, in mode) string {
	for _, name := range names(msg, in) {
		for _, s := range k {
			begins := func(key string) bool { return strings.HasPrefix(key, name+" ") }
			if s.modes&in != 0 && slices.ContainsFunc(s.binding.Keys(), begins) {
				return name
			}
		}
	}
	return ""
}

// names are what a key is called in the table. Letters of a keyboard that is not
// Latin count by their position on it, if the terminal reports it, except where
// text is typed.
func names(msg tea.KeyPressMsg, in mode) []string {
	names := []string{msg.String()}
	if in&inTyping != 0 || msg.BaseCode == 0 || msg.BaseCode == msg.Code {
		return names
	}
	stroke := msg.Keystroke()
	if letter, shifted := strings.CutPrefix(stroke, "shift+"); shifted && len(letter) == 1 {
		stroke = strings.ToUpper(letter)
	}
	return append(names, stroke)
}

// keyName writes a key the way the help shows it.
func keyName(k string) string {
	switch k {
	case "up":
		return "↑"
	case "down":
		return "↓"
	case "left":
		return "←"
	case "right":
		return "→"
	case "pgdown":
		return "pgdn"
	case "f1":
		return "F1"
	}
	if first, second, two := strings.Cut(k, " "); two {
		return first + second
	}
	if rest, ok := strings.CutPrefix(k, "shift+"); ok {
		return "shift+" + keyName(rest)
	}
	if rest, ok := strings.CutPrefix(k, "ctrl+"); ok {
		return "^" + rest
	}
	return k
}
