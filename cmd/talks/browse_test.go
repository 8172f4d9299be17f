//go:build unix

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"

	"talks/catalog/load"
	"talks/seeds"
)

// Every talk of the built-in catalog is opened and read to its last word, and
// every word of it has been on the screen by then, in order.
func TestReadsEveryTalk(t *testing.T) {
	c, err := load.Builtin(seeds.Files)
	if err != nil {
		t.Fatal(err)
	}
	tt := startTerminal(t, setup{width: 80, height: 24})
	tt.wait("1 of 19")
	tt.send("enter")
	tt.wait("esc one step back")
	for i, talk := range c.Talks {
		want := strings.Fields(talk.Title)
		if talk.Slides {
			want = append(want, strings.Fields("slides: not in this file")...)
		}
		want = append(want, strings.Fields(talk.Abstract)...)
		tt.wait(regexp.QuoteMeta(want[0]) + `[\s\S]*` + regexp.QuoteMeta(want[5]))
		if got := readToTheEnd(tt); !slices.Equal(got, want) {
			t.Errorf("talk %d: %q, want %q", i+1, got, want)
		}
		if i+1 < len(c.Talks) {
			tt.send("J")
			tt.wait(regexp.QuoteMeta(c.Talks[i+1].Title[:20]))
		}
	}
	tt.send("q", "q") // out of the reader, out of the list
	tt.exit()
}

// readToTheEnd scrolls through the reader line by line and returns the words
// that it shows.
func readToTheEnd(tt *terminal) []string {
	tt.t.Helper()
	page := func() []string { return tt.screen()[2:23] }
	words := strings.Fields(strings.Join(page(), " "))
	for unread := regexp.MustCompile(` \d?\d%$`); unread.MatchString(tt.row(23)); {
		before := tt.row(23)
		tt.send("j")
		tt.waitFor("another line", func(rows []string) bool { return rows[23] != before })
		words = append(words, strings.Fields(page()[20])...)
	}
	return words
}

func TestFindsKubeSkoop(t *testing.T) {
	tt := startTerminal(t, setup{width: 120, height: 36})
	tt.wait("1 of 19")
	tt.send("/", "kubesk", "enter")
	tt.wait("capabilities implementation")
	if row := tt.rowOf("KubeSkoop: An automated diagnostic system for container network issues"); row < 0 {
		t.Errorf("the talk is not open:\n%s", strings.Join(tt.screen(), "\n"))
	}
}

func TestFindsByAbstract(t *testing.T) {
	for _, light := range []bool{false, true} {
		tt := startTerminal(t, setup{width: 120, height: 36, light: light})
		tt.wait("1 of 19")
		tt.send("/", "ebpf")
		tt.wait("1 of 1$")
		tt.wait("combine eBPF kernel$")
		row := tt.rowOf("combine eBPF kernel")
		tt.waitFor("eBPF lit in the text", func([]string) bool { return slices.Contains(tt.lit(row), "eBPF") })
	}
}

// A terminal that never answers a query shows the same as any other.
func TestMuteTerminal(t *testing.T) {
	tt := startTerminal(t, setup{mute: true})
	tt.wait("1 of 19")
	tt.send("/", "kubesk", "enter")
	tt.wait("KubeSkoop")
	tt.send("q", "q") // out of the reader, out of the list
	if tt.exit() != 0 || len(tt.left()) > 0 {
		t.Errorf("exit %d, left %q", tt.exit(), tt.left())
	}
}

func TestResizesWhileOpen(t *testing.T) {
	tt := startTerminal(t, setup{width: 120, height: 36})
	tt.wait("│  Istio Ambient")
	for _, size := range []struct {
		w, h int
		want string
	}{
		{80, 24, "^─{80}$"}, {40, 12, "┃ Future$"}, {19, 5, "^window too small"}, {1, 1, "^w$"}, {200, 50, "│  Istio Ambient"},
	} {
		tt.resize(size.w, size.h)
		tt.wait(size.want)
	}
}

// In a window of any size there is something to read.
func TestHugeWindow(t *testing.T) {
	for _, window := range []pty.Winsize{{Cols: 3000, Rows: 3000}, {Cols: 65535, Rows: 65535}, {Cols: 65535, Rows: 24}, {Cols: 80, Rows: 65535}} {
		tt := startTerminal(t, setup{window: &window})
		tt.wait("enter open") // in the last row of what is drawn
		settle(tt)
		tt.send("q")
		checkEnd(tt, exitFound)
	}
}

var (
	colour = regexp.MustCompile(`\x1b\[[0-9;:]*\b(3[0-8]|4[0-8]|9[0-7]|10[0-7])\b[0-9;:]*m`)
	styled = regexp.MustCompile(`\x1b\[[0-9;:]*[1-9][0-9;:]*m`)
)

func TestColours(t *testing.T) {
	tests := []struct {
		name           string
		env            []string
		colour, styled bool
	}{
		{"true colour", nil, true, true},
		{"16 colours", []string{"TERM=xterm", "COLORTERM="}, true, true},
		{"NO_COLOR", []string{"NO_COLOR=yes"}, false, true},
		{"NO_COLOR is empty", []string{"NO_COLOR="}, true, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tt := startTerminal(t, setup{env: test.env})
			tt.wait("1 of 19")
			tt.send("/", "mesh")
			tt.wait("1 of 3")
			tt.wait("^ ┃ Istio Ambient Mesh")
			if got := colour.Match(tt.raw()); got != test.colour {
				t.Errorf("colours: %t", got)
			}
			if got := styled.Match(tt.raw()); got != test.styled {
				t.Errorf("styles: %t", got)
			}
		})
	}
}

// On a terminal that only prints, talks prints, as into a pipe.
func TestTerminalThatOnlyPrints(t *testing.T) {
	for _, env := range []string{"TERM=dumb", "TERM="} {
		tt := startTerminal(t, setup{width: 200, height: 50, env: []string{env}})
		if code := tt.exit(); code != exitFound {
			t.Errorf("%s: exit code %d", env, code)
		}
		if out := string(tt.raw()); strings.Contains(out, "\x1b") || strings.Count(out, "\n") != 19 {
			t.Errorf("%s: %q", env, out)
		}
	}
}

// A background that is named is not asked for.
func TestNamedBackground(t *testing.T) {
	accents := map[string]string{"--light": "38;2;0;95;135", "--dark": "38;2;95;175;215"}
	for name, accent := range accents {
		tt := startTerminal(t, setup{light: name == "--dark"}, name) // the other one
		tt.wait("1 of 19")
		settle(tt)
		if out := string(tt.raw()); !strings.Contains(out, accent) || strings.Contains(out, "\x1b]11;?") {
			t.Errorf("%s: %q", name, out)
		}
	}
}

// In GNU screen the mouse is the terminal's.
func TestMouseInScreen(t *testing.T) {
	tt := startTerminal(t, setup{env: []string{"STY=1.pts-0.host"}})
	tt.wait("1 of 19")
	settle(tt)
	if tt.mouseOn() {
		t.Error("talks takes the mouse")
	}
	tt.send("M")
	tt.waitFor("that the program asks for the mouse", func([]string) bool { return tt.mouseOn() })
}

// In a terminal with sixteen colours, talks uses the terminal's own. A match is
// yellow: the nearest to its true colour would be red, as an error is.
func TestSixteenColours(t *testing.T) {
	tt := startTerminal(t, setup{env: []string{"TERM=xterm", "COLORTERM="}})
	tt.wait("1 of 19")
	tt.send("/", "mesh")
	tt.wait("1 of 3")
	tt.quiet(100 * time.Millisecond)
	for _, s := range styled.FindAllString(string(tt.raw()), -1) {
		if strings.Contains(s, "38;") || strings.Contains(s, "31") || strings.Contains(s, "91") {
			t.Errorf("wrote %q", s)
		}
	}
	if !strings.Contains(string(tt.raw()), "[33;") {
		t.Errorf("no match is yellow: %q", styled.FindAllString(string(tt.raw()), -1))
	}
}

func TestLocaleWithoutUTF8(t *testing.T) {
	tt := startTerminal(t, setup{env: []string{"LANG=C"}})
	tt.wait("1 of 19")
	tt.wait("^ > Istio Ambient")
	tt.wait("^-{80}$")
}

func TestMouse(t *testing.T) {
	tt := startTerminal(t, setup{width: 120, height: 36})
	tt.wait("1 of 19")
	tt.click(10, 5)
	tt.wait("2 of 19")
	tt.click(10, 5)
	tt.wait("implementation")

	off := startTerminal(t, setup{}, "--no-mouse")
	off.wait("1 of 19")
	settle(off)
	if off.mouseOn() {
		t.Error("--no-mouse takes the mouse")
	}
}

// The talks come through a pipe, the keys from the terminal.
func TestStandardInput(t *testing.T) {
	tt := startTerminal(t, setup{stdin: strings.NewReader("One talk\n\nIts text.\n\n\nAnother\n\nText.\n")}, "-")
	tt.wait("1 of 2")
	tt.send("j")
	tt.wait("^ ┃ Another")
	tt.send("q")
	if got := tt.exit(); got != 0 {
		t.Errorf("exit code %d", got)
	}

	plain := startTerminal(t, setup{stdin: strings.NewReader("")})
	plain.wait("1 of 19")
	plain.send("j")
	plain.wait("2 of 19")
}

func TestStartsWithAQuery(t *testing.T) {
	tt := startTerminal(t, setup{}, "-q", "kubesk")
	tt.wait("^ / kubesk")
	tt.wait("^ ┃ KubeSkoop")
}

func TestProblemsAreToldOnTheScreen(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "good.txt"), "A\n\na\n\n\nLonely\n")
	write(t, filepath.Join(dir, "prose.txt"), "just\nprose\n")
	tt := startTerminal(t, setup{}, dir)
	tt.wait("prose.txt: no talks found, and 1 more: talks check")
}

// Without talks to show, talks leaves the terminal alone.
func TestNothingToShow(t *testing.T) {
	tt := startTerminal(t, setup{}, "nosuch.txt")
	if got := tt.exit(); got != exitError {
		t.Errorf("exit code %d", got)
	}
	if raw := string(tt.raw()); raw != "talks: nosuch.txt: no such file\r\n" {
		t.Errorf("wrote %q", raw)
	}
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}
