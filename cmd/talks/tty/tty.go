// Package tty is the terminal that the program runs on: what it can do, and programs
// that take it for a while.
package tty

import (
	"fmt"
	"os"
	"os/exec"
	"strings"

	"github.com/charmbracelet/x/term"
)

// Is reports whether a stream is a terminal.
func Is(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}

// CanDraw reports whether the terminal knows more than to print: one without a
// name, or named dumb, as the shell of an editor, does not. Windows names none.
func CanDraw(goos string, getenv func(string) string) bool {
	name := getenv("TERM")
	return name != "dumb" && (name != "" || goos == "windows")
}

// IsUTF8 reports whether the locale can show more than ASCII. The first of the
// three variables that is set decides (POSIX, Base Definitions 8.2); if none
// is, a terminal of today can.
func IsUTF8(getenv func(string) string) bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := strings.ToLower(getenv(name)); v != "" {
			return strings.Contains(v, "utf-8") || strings.Contains(v, "utf8")
		}
	}
	return true
}

// Run runs a command that takes the terminal until it ends.
func Run(command []string) error {
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	if !Is(os.Stdin) { // talks came from there
		tty, err := os.Open("/dev/tty")
		if err != nil {
			return err
		}
		defer tty.Close()
		cmd.Stdin = tty
	}
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", command[0], err)
	}
	return nil
}
