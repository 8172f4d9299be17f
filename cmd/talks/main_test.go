package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
	"github.com/rogpeppe/go-internal/testscript"

	"talks/cmd/talks/screen"
)

// TestMain puts two commands into $PATH for the tests. The test binary,
// started under the name talks, is the program; as badmodel, it is a program
// whose model misbehaves.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"talks": main,
		"badmodel": func() {
			if !screen.WasGuard(sayBug) {
				os.Exit(finish(screen.Run(badModel(os.Args[1]), screen.Options{AtOnce: true}), os.Stderr))
			}
		},
	})
}

// A badModel goes wrong in the way its name says: when it starts, or when a key
// is pressed.
type badModel string

// Init of a slow model ends after the window has another width than 80.
func (m badModel) Init() tea.Cmd {
	if m == "slow" {
		fmt.Fprintln(os.Stderr, " it starts")
	}
	for width := 80; m == "slow" && width == 80; time.Sleep(time.Millisecond) {
		width, _, _ = term.GetSize(os.Stdout.Fd())
	}
	return nil
}

func (m badModel) View() tea.View {
	v := tea.NewView("model ready " + string(m))
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
	return v
}

func (m badModel) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if size, ok := msg.(tea.WindowSizeMsg); ok && m == "slow" {
		return badModel(fmt.Sprint("width ", size.Width)), nil
	}
	if _, key := msg.(tea.KeyPressMsg); !key {
		return m, nil
	}
	switch m {
	case "panic":
		panic("in Update")
	case "command":
		return m, func() tea.Msg { panic("in a command") }
	case "goroutine":
		go panic("in a goroutine")
	case "hang":
		fmt.Fprintln(os.Stderr, " it hangs") // a signal before that would only end it
		time.Sleep(time.Hour)
	}
	return m, nil
}

// An error is one line of text, whatever the name in it says.
func TestErrorsAreClean(t *testing.T) {
	for _, name := range []string{"no\x1b[2J", "no\u202egnp", "no\u009b2J", "no\nsuch", "no\x00", "--no\u202egnp"} {
		var out, errs bytes.Buffer
		if code := run([]string{"list", name}, streams{strings.NewReader(""), &out, &errs}); code != exitError {
			t.Errorf("%q: exit code %d", name, code)
		}
		said := errs.String()
		if !strings.HasPrefix(said, "talks: ") || strings.Count(said, "no") == 0 || strings.ContainsAny(said, "\x1b\u202e\u009b\x00") || strings.Contains(said, "no\n") {
			t.Errorf("of %q is said %q", name, said)
		}
	}
}
