//go:build tmux && unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// tmuxConf gives the whole window to the program.
const tmuxConf = `
set -g status off
set -g escape-time 0
set -g default-terminal tmux-256color
`

// startTmux runs talks inside tmux, inside a terminal. tmux answers no query
// about modes, takes one colour for another and counts cells its own way: many
// people have such a terminal. When talks ends, its exit code is printed. env
// is NAME=value.
func startTmux(t *testing.T, width, height int, env ...string) *terminal {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		t.Fatal(err) // who asks for these tests means them
	}
	dir, err := os.MkdirTemp("", "tmux") // the name of t.TempDir is too long for a socket
	if err != nil {
		t.Fatal(err)
	}
	socket, conf := filepath.Join(dir, "socket"), filepath.Join(dir, "conf")
	write(t, conf, tmuxConf)
	t.Cleanup(func() {
		exec.Command("tmux", "-S", socket, "kill-server").Run()
		os.RemoveAll(dir)
	})
	command := []string{"tmux", "-u", "-S", socket, "-f", conf, "new-session", "env"}
	command = append(command, env...)
	command = append(command, "sh", "-c", `talks; echo "code $?"; read x`)
	return startTerminal(t, setup{width: width, height: height, command: command})
}

// The same story in windows of four sizes.
func TestTmuxFindReadLeave(t *testing.T) {
	for _, size := range [][2]int{{200, 50}, {120, 36}, {80, 24}, {40, 12}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			tt := startTmux(t, size[0], size[1])
			tt.wait("1 of 19")
			settle(tt)
			tt.send("/", "kubesk")
			tt.wait("^ ┃ KubeSkoop")
			row := tt.rowOf(" ┃ KubeSkoop")
			tt.waitFor("KubeSk lit", func([]string) bool { return strings.Contains(strings.Join(tt.lit(row), "|"), "KubeSk") })
			tt.send("enter")
			tt.wait("^ esc one step back")
			tt.send("G")
			tt.wait("implementation$")
			tt.send("esc")
			tt.wait("^ enter open · / find") // the list
			tt.send("q")
			tt.wait("^code 0")
			tt.waitGone("of 19") // it was on the alternate screen
		})
	}
}

func TestTmuxResize(t *testing.T) {
	tt := startTmux(t, 120, 36)
	tt.wait("│  Istio Ambient Mesh")
	tt.resize(80, 24)
	tt.wait("^─{80}$")
	tt.resize(10, 3)
	tt.wait("^window too")
	tt.resize(120, 36)
	tt.wait("│  Istio Ambient Mesh")
}

// On a terminal that nothing can be drawn on, the list is printed.
func TestTmuxDumbTerminal(t *testing.T) {
	tt := startTmux(t, 80, 24, "TERM=dumb", "LANG=C")
	tt.wait("^from-load-balancing-to-cloud-native ")
	tt.wait("^code 0")
	for y := range tt.screen() {
		if lit := tt.lit(y); len(lit) > 0 {
			t.Errorf("lit in row %d of a dumb terminal: %q", y, lit)
		}
	}
}
