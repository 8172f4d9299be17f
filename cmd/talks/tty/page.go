package tty

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"strings"
	"syscall"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
)

// Size is how many cells the terminal of a stream has, 80 by 24 if it does not say.
func Size(stream any) (width, height int) {
	if f, ok := stream.(*os.File); ok {
		width, height, _ = term.GetSize(f.Fd())
	}
	return cmp.Or(width, 80), cmp.Or(height, 24)
}

// Page writes a text to a terminal of a size, by $PAGER or less if it is longer. As
// git does, it has less keep colours and leave the text on the screen, unless $LESS
// says otherwise.
func Page(w io.Writer, text []byte, width, height int) error {
	if pager := cmp.Or(os.Getenv("PAGER"), "less"); pager != "cat" && isLonger(text, width, height) {
		cmd := shell(pager)
		cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(text), w, os.Stderr
		cmd.Env = os.Environ()
		for _, preset := range []string{"LESS=FRX", "LV=-c"} {
			if name, _, _ := strings.Cut(preset, "="); os.Getenv(name) == "" {
				cmd.Env = append(cmd.Env, preset)
			}
		}
		signal.Ignore(os.Interrupt) // it is for the pager
		defer signal.Reset(os.Interrupt)
		err := cmd.Run()
		var exit *exec.ExitError
		const notFound = 127 // as shells have it
		if err == nil || errors.As(err, &exit) && exit.ExitCode() != notFound {
			return nil
		}
	}
	_, err := w.Write(text)
	if errors.Is(err, syscall.EPIPE) {
		return nil
	}
	return err
}

// shell is a command that the user wrote for a shell.
func shell(command string) *exec.Cmd {
	if words := strings.Fields(command); runtime.GOOS == "windows" {
		return exec.Command(words[0], words[1:]...)
	}
	return exec.Command("sh", "-c", command)
}

// isLonger reports whether a text takes more lines than a terminal has, but for the
// one of the prompt.
func isLonger(text []byte, width, height int) bool {
	lines := 0
	for line := range bytes.Lines(text) {
		if lines += 1 + max(0, len(line)-2)/width; lines >= height {
			wide := 0 // at least one byte a cell; now exactly
			for line := range bytes.Lines(text) {
				wide += 1 + max(0, ansi.StringWidth(strings.TrimSuffix(string(line), "\n"))-1)/width
				if wide >= height {
					return true
				}
			}
			return false
		}
	}
	return false
}
