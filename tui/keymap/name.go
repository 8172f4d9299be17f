package keymap

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Names are what a key is called in the table. Letters of a keyboard that is not
// Latin count by their position on it, if the terminal reports it, except where
// text is typed.
func Names(msg tea.KeyPressMsg, isTyped bool) []string {
	names := []string{msg.String()}
	if isTyped || msg.BaseCode == 0 || msg.BaseCode == msg.Code {
		return names
	}
	stroke := msg.Keystroke()
	if letter, shifted := strings.CutPrefix(stroke, "shift+"); shifted && len(letter) == 1 {
		stroke = strings.ToUpper(letter)
	}
	return append(names, stroke)
}

// Name writes a key the way the help shows it.
func Name(k string) string {
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
		return "shift+" + Name(rest)
	}
	if rest, ok := strings.CutPrefix(k, "ctrl+"); ok {
		return "^" + rest
	}
	return k
}

// spelled writes keys with letters only if no arrows can be drawn.
func spelled(keys string, ascii bool) string {
	if !ascii {
		return keys
	}
	return strings.NewReplacer("↑", "up", "↓", "down", "←", "left", "→", "right").Replace(keys)
}
