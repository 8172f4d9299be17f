// Package keymap is a table of keys: which key does what in which mode, and how the
// help and the status line name it. It does not know what the actions act on.
package keymap

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// A Mode is what the keys go to. It is one bit, so that a shortcut can serve a
// set of modes.
type Mode uint16

// A Shortcut is one line of the table; M is what its action acts on. Shortcuts that
// follow one another with the same help are one line of the help.
type Shortcut[M any] struct {
	Modes   Mode
	Binding key.Binding
	Do      func(M) tea.Cmd
	Urgent  bool         // acts even while what was pressed before is waited for
	Patient func(M) bool // whether it waits if it is the first letter of a word; nil: never

	hint   Mode         // where the status line offers it, …
	rank   int          // … how early: 1 is first, most likely to have room, …
	useful func(M) bool // … and when; nil: always
}

// On makes the shortcut that does an action when one of the keys is pressed in one
// of the modes. Two keys with a blank between them are pressed one after the other.
func On[M any](modes Mode, help string, do func(M) tea.Cmd, keys ...string) Shortcut[M] {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = Name(k)
	}
	return Shortcut[M]{Modes: modes, Do: do, Binding: key.NewBinding(key.WithKeys(keys...), key.WithHelp(strings.Join(names, " "), help))}
}

// Hinted has the status line offer the shortcut in some modes: 1 is the rank of what
// is offered first.
func (s Shortcut[M]) Hinted(modes Mode, rank int) Shortcut[M] {
	s.hint, s.rank = modes, rank
	return s
}

// Where has the status line offer the shortcut only while it would change anything.
func (s Shortcut[M]) Where(useful func(M) bool) Shortcut[M] {
	s.useful = useful
	return s
}

// AtOnce makes the shortcut act even while what was pressed before is waited for.
func (s Shortcut[M]) AtOnce() Shortcut[M] {
	s.Urgent = true
	return s
}

// UnlessTyping makes the shortcut wait whether it is the first letter of a word.
func (s Shortcut[M]) UnlessTyping() Shortcut[M] {
	return s.UnlessTypingIf(func(M) bool { return true })
}

// UnlessTypingIf is UnlessTyping where a condition holds.
func (s Shortcut[M]) UnlessTypingIf(waits func(M) bool) Shortcut[M] {
	s.Patient = waits
	return s
}

// Help is what the shortcut does, in a few words.
func (s Shortcut[M]) Help() string { return s.Binding.Help().Desc }
