// Package clipboard copies a text for the user: into tmux, into the clipboard of the
// system, or by way of the terminal.
package clipboard

import (
	"context"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"github.com/atotto/clipboard"
	"github.com/charmbracelet/x/ansi"
)

// patience is how long a program may take that keeps the clipboard.
const patience = 2 * time.Second

// screenLimit is the length in bytes of the longest string that GNU screen hands to
// its terminal.
const screenLimit = 768

// Copy copies a text. It returns where the text went, in a few words, and the sequence
// that the terminal has to get for that, "" if none. Over SSH the clipboard of the
// system is that of another machine, so the terminal is asked.
func Copy(text string) (said, sequence string) {
	remote := os.Getenv("SSH_CONNECTION") != "" || os.Getenv("SSH_TTY") != ""
	if !remote && !clipboard.Unsupported && hasDisplay() && clipboard.WriteAll(text) == nil {
		return "copied", ""
	}
	if os.Getenv("TMUX") != "" && toTmux(text) == nil {
		return "copied into tmux, and sent to its terminal's clipboard", ""
	}
	sequence = ansi.SetSystemClipboard(text)
	if os.Getenv("STY") != "" {
		sequence = ansi.ScreenPassthrough(sequence, screenLimit)
	}
	return "sent to the terminal's clipboard", sequence
}

// hasDisplay reports whether there is a screen whose clipboard a program may set.
// Without one, xclip would only wait and fail.
func hasDisplay() bool {
	switch runtime.GOOS {
	case "windows", "darwin":
		return true
	}
	return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// toTmux loads a text into a buffer of tmux. The sequence for the terminal would be
// lost there: by default tmux takes it from no program.
func toTmux(text string) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	load := exec.CommandContext(ctx, "tmux", "load-buffer", "-w", "-")
	load.Stdin = strings.NewReader(text)
	return load.Run()
}
