//go:build tmux

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// tmuxPatience is how long a test waits for what must come.
const tmuxPatience = 20 * time.Second

// A tmux is a program in a tmux of its own, which answers no query about
// modes, takes one colour for another and counts cells its own way: a terminal
// as many people have it.
type tmux struct {
	t        *testing.T
	socket   string
	exitCode string // the file for it: tmux 3.3 forgets some
}

// tmuxConf makes the window all of the program's, and keeps its screen when it ends.
const tmuxConf = `
set -g status off
set -g remain-on-exit on
set -g escape-time 0
set -g default-terminal tmux-256color
`

// startTmux runs a command in a tmux of a given size. Its environment is that
// of the test, with an empty home, and env on top.
func startTmux(t *testing.T, width, height int, env []string, command ...string) *tmux {
	t.Helper()
	dir, err := os.MkdirTemp("", "tmux") // t.TempDir is too long a name for a socket
	if err != nil {
		t.Fatal(err)
	}
	conf := filepath.Join(dir, "conf")
	if err := os.WriteFile(conf, []byte(tmuxConf), 0o600); err != nil {
		t.Fatal(err)
	}
	tm := &tmux{t, filepath.Join(dir, "socket"), filepath.Join(dir, "code")}
	t.Cleanup(func() {
		exec.Command("tmux", "-S", tm.socket, "kill-server").Run() // it may be gone already
		os.RemoveAll(dir)
	})
	args := []string{"-f", conf, "new-session", "-d", "-x", strconv.Itoa(width), "-y", strconv.Itoa(height), "env"}
	args = append(args, "-u", "TALKS_PATH", "-u", "NO_COLOR", "HOME="+t.TempDir(), "LANG=C.UTF-8")
	args = append(args, env...)
	args = append(args, "sh", "-c", `"$@"; echo $? >`+tm.exitCode, "sh")
	tm.run(append(args, command...)...)
	return tm
}

// run runs a tmux command and gives what it prints. A missing tmux fails the
// test: who asks for these tests means them.
func (tm *tmux) run(args ...string) string {
	tm.t.Helper()
	cmd := exec.Command("tmux", append([]string{"-u", "-S", tm.socket}, args...)...)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		tm.t.Fatalf("tmux %s: %v\n%s", strings.Join(args, " "), err, stderr.String())
	}
	return string(out)
}

// send presses keys by tmux's names: Enter, Escape, C-z, PageDown; other words are typed.
func (tm *tmux) send(keys ...string) {
	tm.t.Helper()
	tm.run(append([]string{"send-keys"}, keys...)...)
}

// resize gives the window another size.
func (tm *tmux) resize(width, height int) {
	tm.t.Helper()
	tm.run("resize-window", "-x", strconv.Itoa(width), "-y", strconv.Itoa(height))
}

// screen gives the rows of the screen without trailing blanks.
func (tm *tmux) screen() []string {
	tm.t.Helper()
	return strings.Split(strings.TrimSuffix(tm.run("capture-pane", "-p"), "\n"), "\n")
}

// styled gives the screen with the escape codes of its colours.
func (tm *tmux) styled() string {
	tm.t.Helper()
	return tm.run("capture-pane", "-p", "-e")
}

// ask gives the value of a format, as in ask("alternate_on").
func (tm *tmux) ask(format string) string {
	tm.t.Helper()
	return strings.TrimSpace(tm.run("display-message", "-p", "#{"+format+"}"))
}

// wait waits until the screen shows a match of a regular expression, in which
// ^ and $ are the ends of a row.
func (tm *tmux) wait(pattern string) {
	tm.t.Helper()
	re := regexp.MustCompile("(?m)" + pattern)
	tm.waitFor("a match of "+pattern, func() bool { return re.MatchString(strings.Join(tm.screen(), "\n")) })
}

// exit waits for the program to end and gives its exit code: 128+n if signal n
// killed it.
func (tm *tmux) exit() int {
	tm.t.Helper()
	var code int
	tm.waitFor("the end of the program", func() bool {
		text, _ := os.ReadFile(tm.exitCode) // there is none before the end
		n, err := fmt.Sscanln(string(text), &code)
		return n == 1 && err == nil
	})
	return code
}

func (tm *tmux) waitFor(what string, ok func() bool) {
	tm.t.Helper()
	for end := time.Now().Add(tmuxPatience); !ok(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			tm.t.Fatalf("there never is %s\n  | %s", what, strings.Join(tm.screen(), "\n  | "))
		}
	}
}

func TestTmuxCheck(t *testing.T) {
	tm := startTmux(t, 40, 10, []string{"WORD=kube"}, "sh", "-c",
		`trap 'stty size' WINCH; printf '\033[7m%s\033[m %s\n' $WORD $HOME; read x; printf '\033[?1049h<%s>' $x; sleep 0.5; stty size; read y; exit 3`)
	tm.wait("^kube /")
	if got, want := tm.styled(), "\x1b[7mkube"; !strings.Contains(got, want) {
		t.Errorf("the styled screen %q has no %q", got, want)
	}
	if got := len(tm.screen()); got != 10 {
		t.Errorf("the screen has %d rows, want 10: %q", got, tm.screen())
	}
	tm.send("typed", "Enter")
	tm.wait("<typed>")
	if got := tm.ask("alternate_on"); got != "1" {
		t.Errorf("alternate_on is %s, want 1", got)
	}
	tm.resize(60, 12)
	tm.wait("12 60")
	tm.send("Enter")
	if got := tm.exit(); got != 3 {
		t.Errorf("exit code %d, want 3", got)
	}
}

func TestTmuxCheckSignal(t *testing.T) {
	tm := startTmux(t, 40, 10, nil, "sh", "-c", "kill -TERM $$")
	if got := tm.exit(); got != 128+15 {
		t.Errorf("exit code %d, want %d", got, 128+15)
	}
}
