//go:build unix

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// sh is a setup in which a shell takes the place of the program.
func sh(script string) setup { return setup{command: []string{"sh", "-c", script}} }

// ask writes a query, reads size bytes of answers in raw mode, for as many
// tenths of a second at most, and prints them without the escape bytes.
func ask(query, size, tenths string) string {
	return `stty raw -echo min 0 time ` + tenths + `; printf '` + query + `'
answer=$(dd bs=1 count=` + size + ` 2>/dev/null | tr -d '\033\a')
stty sane; printf 'answer <%s>' "$answer"`
}

func TestTerminalAnswers(t *testing.T) {
	tests := []struct {
		name, query, size string
		light, mute       bool
		want              string
	}{
		{name: "synchronized output", query: `\033[?2026$p`, size: "11", want: `<\[\?2026;2\$y>`},
		{name: "grapheme clusters", query: `\033[?2027$p`, size: "11", want: `<\[\?2027;2\$y>`},
		{name: "an unknown mode", query: `\033[?4711$p`, size: "11", want: `<\[\?4711;0\$y>`},
		{name: "what it is", query: `\033[c`, size: "13", want: `<\[\?62;1;6;22c>`},
		{name: "where the cursor is", query: `\033[5;7H\033[6n`, size: "6", want: `<\[5;7R>`},
		{name: "dark", query: `\033]11;?\a`, size: "24", want: `<\]11;rgb:0000/0000/0000>`},
		{name: "light", query: `\033]11;?\a`, size: "24", light: true, want: `<\]11;rgb:ffff/ffff/ffff>`},
		{name: "mute", query: `\033]11;?\a\033[?2026$p`, size: "1", mute: true, want: `<>`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tenths := "100"
			if tt.mute {
				tenths = "3"
			}
			s := sh(ask(tt.query, tt.size, tenths))
			s.light, s.mute = tt.light, tt.mute
			startTerminal(t, s).wait("answer " + tt.want)
		})
	}
}

func TestTerminalShows(t *testing.T) {
	tt := startTerminal(t, sh(`printf 'one \033[1;31meBPF\033[m two \033[7mthree \033[m\033[2m faint\033[m\r\n世界\033[4m!\033[m'; sleep 60`))
	tt.wait("世界!$")
	if got, want := tt.row(0), "one eBPF two three  faint"; got != want {
		t.Errorf("row 0 is %q, want %q", got, want)
	}
	if got := tt.rowOf("two three"); got != 0 {
		t.Errorf("row of %q is %d, want 0", "two three", got)
	}
	if got, want := tt.lit(0), []string{"eBPF", "three"}; !slices.Equal(got, want) {
		t.Errorf("lit in row 0: %q, want %q", got, want)
	}
	if got, want := tt.lit(1), []string{"!"}; !slices.Equal(got, want) {
		t.Errorf("lit in row 1: %q, want %q", got, want)
	}
	if got, want := tt.spans(0)[1].String(), `"eBPF" bold fg=#800000`; got != want {
		t.Errorf("span 1 is %s, want %s", got, want)
	}
	if x, y, visible := tt.cursor(); x != 5 || y != 1 || !visible {
		t.Errorf("cursor at %d,%d, visible %t, want 5,1, true", x, y, visible)
	}
}

// A frame that is being drawn is not seen.
func TestTerminalShowsWholeFrames(t *testing.T) {
	tt := startTerminal(t, sh(`printf 'old'; printf '\033[?2026h\rnew'; read x; printf '\033[?2026l'; sleep 60`))
	tt.quiet(50 * time.Millisecond)
	if got := tt.row(0); got != "old" {
		t.Errorf("row 0 is %q while a frame is being drawn, want %q", got, "old")
	}
	tt.send("enter")
	tt.wait("^new")
}

func TestTerminalTakes(t *testing.T) {
	asked := `stty raw -echo; printf 'ready\033[?1002h\033[?1006h\033[?2004h\r\n'; exec cat -v`
	tests := []struct {
		name, want string
		do         func(tt *terminal)
	}{
		{"text", `kube cost`, func(tt *terminal) { tt.send("kube", "space", "cost") }},
		{"keys", `^M^[[A^[[6~^Z`, func(tt *terminal) { tt.send("enter", "up", "pgdn", "ctrl+z") }},
		{"modifiers", `^[x^[^M^[[1;2B`, func(tt *terminal) { tt.send("alt+x", "alt+enter", "shift+down") }},
		{"a click", `^[[<0;3;2M^[[<0;3;2m`, func(tt *terminal) { tt.click(2, 1) }},
		{"the wheel", `^[[<65;1;1M^[[<65;1;1M^[[<64;1;1M`, func(tt *terminal) { tt.wheel(0, 0, 2); tt.wheel(0, 0, -1) }},
		{"a paste", `^[[200~text^[[201~`, func(tt *terminal) { tt.paste("text") }},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tt := startTerminal(t, sh(asked))
			tt.wait("ready")
			test.do(tt)
			tt.wait("^" + regexp.QuoteMeta(test.want) + "$")
		})
	}
}

// Data come through a pipe, keys from the terminal.
func TestTerminalPipes(t *testing.T) {
	s := sh(`cat; read key </dev/tty; printf 'then %s' $key`)
	s.stdin = strings.NewReader("first data\n")
	tt := startTerminal(t, s)
	tt.wait("^first data$")
	tt.send("keys", "enter")
	tt.wait("then keys")
	if got := tt.exit(); got != 0 {
		t.Errorf("exit code %d, want 0", got)
	}
}

func TestTerminalResizes(t *testing.T) {
	tt := startTerminal(t, setup{width: 40, height: 10, command: []string{"sh", "-c",
		`trap 'stty size' WINCH; stty size; while :; do sleep 0.05; done`}})
	tt.wait("^10 40$")
	tt.resize(100, 30)
	tt.wait("^30 100$")
	if got := len(tt.screen()); got != 30 {
		t.Errorf("the screen has %d rows, want 30", got)
	}
}

func TestTerminalExit(t *testing.T) {
	tests := []struct {
		name, script string
		do           func(tt *terminal)
		code         int
		left         string // "": nothing
	}{
		{name: "by itself", script: `exit 3`, code: 3},
		{name: "everything put back", script: `printf '\033[?1049h\033[?25l\033[?1002h\033[>1u\033[<u\033[?1002l\033[?25h\033[?1049l'`},
		{name: "killed", script: `printf ready; sleep 60`, code: 128 + int(syscall.SIGTERM),
			do: func(tt *terminal) { tt.wait("ready"); tt.signal(syscall.SIGTERM) }},
		{name: "hung up", script: `printf ready; sleep 60`, code: 128 + int(syscall.SIGHUP), left: "terminal settings",
			do: func(tt *terminal) { tt.wait("ready"); tt.hangUp() }},
		{name: "alternate screen", script: `printf '\033[?1049h'`, left: "mode ?1049 is true"},
		{name: "hidden cursor", script: `printf '\033[?25l'`, left: "mode ?25 is false"},
		{name: "mouse", script: `printf '\033[?1002h'`, left: "mode ?1002 is true"},
		{name: "keyboard", script: `printf '\033[>1u'`, left: "kitty keyboard level is 1"},
		{name: "other keys", script: `printf '\033[>4;2m'`, left: "modifyOtherKeys is 2"},
		{name: "cursor shape", script: `printf '\033[5 q'`, left: "cursor shape is 5"},
		{name: "raw mode", script: `stty raw`, left: "terminal settings are"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tt := startTerminal(t, sh(test.script))
			if test.do != nil {
				test.do(tt)
			}
			if got := tt.exit(); got != test.code {
				t.Errorf("exit code %d, want %d", got, test.code)
			}
			got := strings.Join(tt.left(), "; ")
			if (got == "") != (test.left == "") || !strings.Contains(got, test.left) {
				t.Errorf("left behind: %q, want %q", got, test.left)
			}
		})
	}
}

// A shell with job control is what suspending needs.
func TestTerminalSuspends(t *testing.T) {
	tt := startTerminal(t, setup{command: []string{"sh", "-i"}, env: []string{"PS1=$ ", "ENV="}})
	tt.wait(`^\$`)
	tt.send("cat", "enter", "echoed", "enter")
	tt.wait(`^echoed$\n^echoed$`)
	tt.send("ctrl+z")
	tt.wait(`Stopped`)
	tt.send("fg", "enter")
	tt.wait(`fg\ncat$`)
	tt.send("again", "enter")
	tt.wait(`^again$\n^again$`)
	tt.send("ctrl+d", "stty -echo; clear", "enter")
	tt.waitGone("again")
}

func TestTerminalLeavesNoProcess(t *testing.T) {
	pidFile := filepath.Join(t.TempDir(), "pid")
	t.Run("start", func(t *testing.T) {
		startTerminal(t, sh(`set -m; trap '' HUP; sleep 60 & echo $! >`+pidFile+`; printf ready; sleep 60`)).wait("ready")
	})
	pid, err := os.ReadFile(pidFile)
	if err != nil {
		t.Fatal(err)
	}
	stat := "/proc/" + strings.TrimSpace(string(pid)) + "/stat"
	for end := time.Now().Add(longEnough); ; time.Sleep(5 * time.Millisecond) {
		now, err := os.ReadFile(stat)
		if err != nil || strings.Contains(string(now), ") Z ") { // gone, or dead and not yet buried
			return
		}
		if time.Now().After(end) {
			t.Fatalf("the child still runs: %s", now)
		}
	}
}
