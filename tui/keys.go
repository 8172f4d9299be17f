package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// place says where the reader is; it is a set of bits, so that one binding
// can serve several places.
type place uint8

const (
	inList place = 1 << iota
	inPrompt
	inDetail
	inReader
	inFind
	inHelp
	inPick
)

const (
	inText   = inDetail | inReader
	inTyping = inPrompt | inFind | inPick
	anywhere = inList | inText | inTyping | inHelp
)

// action is what a key does.
type action func(*Model) tea.Cmd

// A command is one row of the key table. Rows that follow one another with
// the same help are one line of the help.
type command struct {
	places  place
	binding key.Binding
	do      action
	hint    place // where the status line offers it, …
	rank    int   // … and how early: 1 is first, most likely to have room
	urgent  bool  // acts even while what was pressed before is waited for
}

type keymap []command

func on(places place, help string, do action, keys ...string) command {
	return command{places: places, do: do, binding: key.NewBinding(key.WithKeys(keys...), key.WithHelp(keyNames(keys), help))}
}

func (c command) hinted(at place, rank int) command {
	c.hint, c.rank = at, rank
	return c
}

func (c command) atOnce() command {
	c.urgent = true
	return c
}

// newKeymap is the table of all keys. The help, the README and the tests are
// made from it.
func newKeymap() keymap {
	return slices.Concat(listKeys(), promptKeys(), textKeys(), findKeys(), pickKeys(), helpKeys(), keymap{
		on(anywhere, "leave at once", (*Model).interrupt, "ctrl+c").atOnce(),
		on(anywhere, "suspend", (*Model).suspend, "ctrl+z"),
	})
}

// What the status line offers only where it is of use: see useful.
const (
	openHelp  = "open"
	moveHelp  = "move"
	matchHelp = "next, previous match"
	linkHelp  = "open a link"
	groupHelp = "next, previous group"
)

func listKeys() keymap {
	return keymap{
		on(inList, openHelp, (*Model).open, "enter").hinted(inList, 1),
		on(inList, "find", (*Model).startQuery, "/").hinted(inList, 2),
		on(inList, moveHelp, (*Model).up, "up", "k"),
		on(inList, moveHelp, (*Model).down, "down", "j"),
		on(inList, "page", (*Model).pageUp, "pgup", "ctrl+b"),
		on(inList, "page", (*Model).pageDown, "pgdown", "ctrl+f"),
		on(inList, "top, end", (*Model).top, "g", "home"),
		on(inList, "top, end", (*Model).end, "G", "end"),
		on(inList, "scroll the detail", (*Model).scrollUp, "shift+up"),
		on(inList, "scroll the detail", (*Model).scrollDown, "shift+down"),
		on(inList, "half a page of detail", (*Model).scrollHalfUp, "ctrl+u"),
		on(inList, "half a page of detail", (*Model).scrollHalfDown, "ctrl+d"),
		on(inList, matchHelp, (*Model).nextMatch, "n"),
		on(inList, matchHelp, (*Model).previousMatch, "N"),
		on(inList, "sort by time, title, track, relevance", (*Model).nextSorting, "S"),
		on(inList, "to the detail", (*Model).switchFocus, "tab").hinted(inList, 5),
		on(inList, "filter", (*Model).startFacets, "t").hinted(inList, 6),
		on(inList, linkHelp, (*Model).startLinks, "o").hinted(inList, 7),
		on(inList, "one step back", (*Model).back, "esc").atOnce(),
		on(inList, "help", (*Model).startHelp, "?").hinted(inList, 3),
		on(inList, "quit", (*Model).quit, "q").hinted(inList, 4),
	}
}

func promptKeys() keymap {
	return keymap{
		on(inPrompt, openHelp, (*Model).open, "enter").hinted(inPrompt, 1),
		on(inPrompt, moveHelp, (*Model).up, "up", "ctrl+p", "ctrl+k").hinted(inPrompt, 2),
		on(inPrompt, moveHelp, (*Model).down, "down", "ctrl+n").hinted(inPrompt, 2),
		on(inPrompt, moveHelp, (*Model).lineFeed, "ctrl+j"),
		on(inPrompt, "page", (*Model).pageUp, "pgup"),
		on(inPrompt, "page", (*Model).pageDown, "pgdown"),
		on(inPrompt, "scroll the detail", (*Model).scrollUp, "shift+up"),
		on(inPrompt, "scroll the detail", (*Model).scrollDown, "shift+down"),
		on(inPrompt, "empty the query", (*Model).emptyQuery, "ctrl+u").hinted(inPrompt, 4),
		on(inPrompt, "drop a word", (*Model).dropWord, "ctrl+w"),
		on(inPrompt, "to the detail", (*Model).switchFocus, "tab"),
		on(inPrompt, "back to the list", (*Model).back, "esc").atOnce().hinted(inPrompt, 3),
	}
}

func textKeys() keymap {
	return keymap{
		on(inDetail, openHelp, (*Model).open, "enter").hinted(inDetail, 1),
		on(inText, "scroll", (*Model).scrollUp, "up", "k", "shift+up"),
		on(inText, "scroll", (*Model).scrollDown, "down", "j", "shift+down"),
		on(inText, "page", (*Model).scrollPageUp, "pgup", "b", "ctrl+b"),
		on(inText, "page", (*Model).scrollPageDown, "pgdown", "f", "space", "ctrl+f"),
		on(inText, "half a page", (*Model).scrollHalfUp, "u", "ctrl+u"),
		on(inText, "half a page", (*Model).scrollHalfDown, "d", "ctrl+d"),
		on(inText, "top, end", (*Model).scrollTop, "g", "home"),
		on(inText, "top, end", (*Model).scrollEnd, "G", "end"),
		on(inText, "find in the text", (*Model).startFind, "/").hinted(inText, 3),
		on(inText, matchHelp, (*Model).nextMatch, "n").hinted(inText, 4),
		on(inText, matchHelp, (*Model).previousMatch, "N").hinted(inText, 4),
		on(inText, "next, previous talk", (*Model).nextTalk, "J", "right").hinted(inReader, 5),
		on(inText, "next, previous talk", (*Model).previousTalk, "K", "left").hinted(inReader, 5),
		on(inText, "to the list", (*Model).switchFocus, "tab").hinted(inDetail, 2),
		on(inDetail, "filter", (*Model).startFacets, "t"),
		on(inText, linkHelp, (*Model).startLinks, "o").hinted(inText, 8),
		on(inText, "one step back", (*Model).back, "esc").atOnce().hinted(inText, 1),
		on(inText, "help", (*Model).startHelp, "?").hinted(inText, 6),
		on(inText, "quit", (*Model).quit, "q").hinted(inText, 7),
	}
}

func findKeys() keymap {
	return keymap{
		on(inFind, "to the first match", (*Model).keepFind, "enter").hinted(inFind, 1),
		on(inFind, "empty", (*Model).emptyFind, "ctrl+u"),
		on(inFind, "cancel", (*Model).back, "esc").atOnce().hinted(inFind, 2),
	}
}

func pickKeys() keymap {
	return keymap{
		on(inPick, "choose", (*Model).takePick, "enter").hinted(inPick, 1),
		on(inPick, moveHelp, (*Model).pickUp, "up", "ctrl+p", "ctrl+k"),
		on(inPick, moveHelp, (*Model).pickDown, "down", "ctrl+n", "ctrl+j"),
		on(inPick, "page", (*Model).pickPageUp, "pgup"),
		on(inPick, "page", (*Model).pickPageDown, "pgdown"),
		on(inPick, "top, end", (*Model).pickTop, "home"),
		on(inPick, "top, end", (*Model).pickEnd, "end"),
		on(inPick, groupHelp, (*Model).nextGroup, "tab", "right").hinted(inPick, 3),
		on(inPick, groupHelp, (*Model).previousGroup, "shift+tab", "left").hinted(inPick, 3),
		on(inPick, "empty", (*Model).emptyPick, "ctrl+u"),
		on(inPick, "close", (*Model).back, "esc").atOnce().hinted(inPick, 2),
	}
}

func helpKeys() keymap {
	return keymap{
		on(inHelp, "scroll", (*Model).helpUp, "up", "k").hinted(inHelp, 2),
		on(inHelp, "scroll", (*Model).helpDown, "down", "j").hinted(inHelp, 2),
		on(inHelp, "page", (*Model).helpPageUp, "pgup", "b"),
		on(inHelp, "page", (*Model).helpPageDown, "pgdown", "f", "space"),
		on(inHelp, "top, end", (*Model).helpStart, "g", "home"),
		on(inHelp, "top, end", (*Model).helpLast, "G", "end"),
		on(inHelp, "close", (*Model).back, "esc", "?", "q").hinted(inHelp, 1),
	}
}

// action is what a key does at a place, nil where it does nothing.
func (k keymap) action(msg tea.KeyPressMsg, at place) action {
	if c := k.find(msg, at); c != nil {
		return c.do
	}
	return nil
}

// atOnce says that a key does not wait for what was pressed before it.
func (k keymap) atOnce(msg tea.KeyPressMsg, at place) bool {
	c := k.find(msg, at)
	return c != nil && c.urgent
}

// find is the row of a key at a place. Letters of a keyboard that is not Latin
// count by their place on it, where the terminal tells it, except where text is
// typed.
func (k keymap) find(msg tea.KeyPressMsg, at place) *command {
	for i, c := range k {
		if c.places&at != 0 && key.Matches(msg, c.binding) {
			return &k[i]
		}
	}
	if at&(inPrompt|inFind|inPick) != 0 || msg.BaseCode == 0 || msg.BaseCode == msg.Code {
		return nil
	}
	stroke := msg.Keystroke()
	if letter, shifted := strings.CutPrefix(stroke, "shift+"); shifted && len(letter) == 1 {
		stroke = strings.ToUpper(letter)
	}
	for i, c := range k {
		if c.places&at != 0 && slices.Contains(c.binding.Keys(), stroke) {
			return &k[i]
		}
	}
	return nil
}

// keyNames writes keys the way the help shows them.
func keyNames(keys []string) string {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = keyName(k)
	}
	return strings.Join(names, " ")
}

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
	}
	if rest, ok := strings.CutPrefix(k, "shift+"); ok {
		return "shift+" + keyName(rest)
	}
	if rest, ok := strings.CutPrefix(k, "ctrl+"); ok {
		return "^" + rest
	}
	return k
}
