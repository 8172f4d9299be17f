//go:build unix

package main

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// namedKeys are the bytes that xterm sends for keys without a character of their own.
var namedKeys = map[string]string{
	"enter": "\r", "tab": "\t", "esc": "\x1b", "space": " ", "backspace": "\x7f",
	"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
	"home": "\x1b[H", "end": "\x1b[F", "pgup": "\x1b[5~", "pgdn": "\x1b[6~",
	"shift+up": "\x1b[1;2A", "shift+down": "\x1b[1;2B", "shift+right": "\x1b[1;2C", "shift+left": "\x1b[1;2D",
	"shift+tab": "\x1b[Z",
}

// keyBytes returns the bytes of one key: a name of the table, "ctrl+x", "alt+x" or
// "alt+enter"; anything else is text, typed as it stands.
func keyBytes(key string) string {
	if s, ok := namedKeys[key]; ok {
		return s
	}
	if c, ok := strings.CutPrefix(key, "ctrl+"); ok && len(c) == 1 {
		return string(c[0] & 0x1f)
	}
	if rest, ok := strings.CutPrefix(key, "alt+"); ok && rest != "" {
		return "\x1b" + keyBytes(rest)
	}
	return key
}

// send presses keys: see keyBytes. What the program makes of them shows later;
// wait for it. Only after that may a key follow on esc, or the program, if it is
// slow, takes the two for one with alt.
func (tt *terminal) send(keys ...string) {
	tt.t.Helper()
	for i, key := range keys {
		if key == "esc" && i < len(keys)-1 {
			tt.t.Fatal("wait for what esc does")
		}
		tt.input <- []byte(keyBytes(key))
	}
}

// click presses and releases the left button at a cell, counted from 0.
func (tt *terminal) click(x, y int) {
	tt.t.Helper()
	tt.mouse("\x1b[<0;%d;%dM", x, y)
	tt.mouse("\x1b[<0;%d;%dm", x, y)
}

func (tt *terminal) mouse(report string, x, y int) {
	tt.t.Helper()
	tt.waitFor("that the program asks for the mouse", func([]string) bool { return tt.mouseOn() })
	tt.send(fmt.Sprintf(report, x+1, y+1))
}

// mouseOn reports whether the program gets the mouse, as SGR reports (mode 1006).
func (tt *terminal) mouseOn() bool {
	m := tt.emulator
	return m.mode(ansi.ModeMouseExtSgr) &&
		(m.mode(ansi.ModeMouseNormal) || m.mode(ansi.ModeMouseButtonEvent) || m.mode(ansi.ModeMouseAnyEvent))
}
