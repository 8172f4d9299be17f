package main

import (
	"os"
	"strings"

	"github.com/charmbracelet/x/term"
)

// isTerminal reports whether a stream is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}

// canDraw reports whether the terminal knows more than to print: one without a
// name, or named dumb, as the shell of an editor, does not. Windows names none.
func canDraw(goos string, getenv func(string) string) bool {
	name := getenv("TERM")
	return name != "dumb" && (name != "" || goos == "windows")
}

// isUTF8 reports whether the locale can show more than ASCII. The first of the
// three variables that is set decides (POSIX, Base Definitions 8.2); if none
// is, a terminal of today can.
func isUTF8(getenv func(string) string) bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := strings.ToLower(getenv(name)); v != "" {
			return strings.Contains(v, "utf-8") || strings.Contains(v, "utf8")
		}
	}
	return true
}
