//go:build unix

package main

import (
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// These tests check the terminal that the other tests look at, with a shell in
// the place of the program.

func sh(script string) setup { return setup{command: []string{"sh", "-c", script}} }

// ask returns a script that writes a query, reads size bytes of the answer in
// raw mode, for as many tenths of a second at most, and prints them without the
// escape bytes.
func ask(query, size, tenths string) string {
	return `stty raw -echo min 0 time ` + tenths + `; printf '` + query + `'
answer=$(dd bs=1 count=` + size + ` 2>/dev/null | tr -d '\033\a')
stty sane; printf 'answer <%s>' "$answer"`
}

func TestTerminalAnswers(t *testing.T) {
	for _, test := range []struct {
		name, query, size, tenths string
		light, mute               bool
		want                      string
	}{
		{name: "synchronized output", query: `\033[?2026$p`, size: "11", tenths: "100", want: `<\[\?2026;2\$y>`},
		{name: "grapheme clusters", query: `\033[?2027$p`, size: "11", tenths: "100", want: `<\[\?2027;2\$y>`},
		{name: "dark", query: `\033]11;?\a`, size: "24", tenths: "100", want: `<\]11;rgb:0000/0000/0000>`},
		{name: "light", query: `\033]11;?\a`, size: "24", tenths: "100", light: true, want: `<\]11;rgb:ffff/ffff/ffff>`},
		{name: "mute", query: `\033]11;?\a\033[?2026$p`, size: "1", tenths: "3", mute: true, want: `<>`},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := sh(ask(test.query, test.size, test.tenths))
			s.light, s.mute = test.light, test.mute
			startTerminal(t, s).wait("answer " + test.want)
		})
	}
}

func TestTerminalShows(t *testing.T) {
	tt := startTerminal(t, sh(`printf 'one \033[1;31meBPF\033[m two \033[7mthree \033[m\033[2m faint\033[m\r\n世界\033[4m!\033[m'; sleep 60`))
	tt.wait("世界!$")
	if got, want := tt.row(0), "one eBPF two three  faint"; got != want {
		t.Errorf("row 0 is %q, want %q", got, want)
	}
	if got, want := tt.lit(0), []string{"eBPF", "three"}; !slices.Equal(got, want) {
		t.Errorf("lit in row 0: %q, want %q", got, want)
	}
	if got, want := tt.lit(1), []string{"!"}; !slices.Equal(got, want) {
		t.Errorf("lit in row 1: %q, want %q", got, want)
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
