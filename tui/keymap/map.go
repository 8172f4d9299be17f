package keymap

import (
	"cmp"
	"slices"
	"strings"
)

// A Map is a table of keys.
type Map[M any] []Shortcut[M]

// Lookup returns what a key does in a mode after another, or after none: "". The key
// is told by its names. It is nil where the key does nothing.
func (k Map[M]) Lookup(names []string, in Mode, after string) *Shortcut[M] {
	for _, name := range names {
		if after != "" {
			name = after + " " + name
		}
		for i, s := range k {
			if s.Modes&in != 0 && slices.Contains(s.Binding.Keys(), name) {
				return &k[i]
			}
		}
	}
	return nil
}

// Starter is the name of a key if it begins a shortcut of two keys, else "".
func (k Map[M]) Starter(names []string, in Mode) string {
	for _, name := range names {
		for _, s := range k {
			begins := func(key string) bool { return strings.HasPrefix(key, name+" ") }
			if s.Modes&in != 0 && slices.ContainsFunc(s.Binding.Keys(), begins) {
				return name
			}
		}
	}
	return ""
}

// A Line is a line of the help: keys and what they do.
type Line struct{ Keys, Text string }

// Lines returns the keys of a mode for the help.
func (k Map[M]) Lines(in Mode, ascii bool) []Line {
	shown := slices.DeleteFunc(slices.Clone(k), func(s Shortcut[M]) bool { return s.Modes&in == 0 })
	var out []Line
	for _, group := range shown.grouped() {
		keys := make([]string, len(group))
		for i, s := range group {
			keys[i] = spelled(s.Binding.Help().Key, ascii)
		}
		out = append(out, Line{Keys: strings.Join(keys, " "), Text: group[0].Help()})
	}
	return out
}

// A Hint is what the status line offers: one or more keys, and what they do.
type Hint[M any] struct {
	Keys      []string // how they are written, one for each shortcut
	Shortcuts Map[M]
}

// Hints returns what the status line offers in a mode, the most useful first.
func (k Map[M]) Hints(in Mode, of M, ascii bool) []Hint[M] {
	var offered Map[M]
	for i := range k { // each frame comes by: no copies of those that are not offered
		if s := &k[i]; s.Modes&s.hint&in != 0 && (s.useful == nil || s.useful(of)) {
			offered = append(offered, *s)
		}
	}
	slices.SortStableFunc(offered, func(a, b Shortcut[M]) int { return cmp.Compare(a.rank, b.rank) })
	var hints []Hint[M]
	for _, group := range offered.grouped() {
		hint := Hint[M]{Shortcuts: group}
		for _, s := range group {
			hint.Keys = append(hint.Keys, spelled(Name(s.Binding.Keys()[0]), ascii))
		}
		hints = append(hints, hint)
	}
	return hints
}

// grouped returns the shortcuts with the same help that follow one another together.
func (k Map[M]) grouped() (groups []Map[M]) {
	for _, s := range k {
		if n := len(groups); n > 0 && groups[n-1][0].Help() == s.Help() {
			groups[n-1] = append(groups[n-1], s)
		} else {
			groups = append(groups, Map[M]{s})
		}
	}
	return groups
}
