package clipboard

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// Without a clipboard of the system the terminal gets the text, through GNU screen in
// pieces that screen hands on.
func TestCopyByTheTerminal(t *testing.T) {
	for _, name := range []string{"TMUX", "STY", "SSH_TTY"} {
		t.Setenv(name, "")
	}
	t.Setenv("SSH_CONNECTION", "1 2 3 4")
	text := strings.Repeat("a talk ", 500)
	if said, sequence := Copy(text); said != "sent to the terminal's clipboard" || sequence != ansi.SetSystemClipboard(text) {
		t.Errorf("%s, %.40q", said, sequence)
	}
	t.Setenv("STY", "1.screen")
	_, sequence := Copy(text)
	var outside strings.Builder
	for _, piece := range strings.Split(sequence, "\x1bP")[1:] {
		if len(piece) > screenLimit+len("\x1b\\") {
			t.Errorf("a piece has %d bytes", len(piece))
		}
		outside.WriteString(strings.TrimSuffix(piece, "\x1b\\"))
	}
	if outside.String() != ansi.SetSystemClipboard(text) {
		t.Errorf("the terminal gets %.80q", outside.String())
	}
	t.Setenv("TMUX", "/nowhere/tmux.sock,1,0") // it answers nothing
	if _, sequence := Copy(text); sequence == "" {
		t.Error("a text is lost in tmux")
	}
}
