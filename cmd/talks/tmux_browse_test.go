//go:build tmux

package main

import (
	"fmt"
	"strings"
	"testing"
)

// The same story in windows of four sizes.
func TestTmuxFindReadLeave(t *testing.T) {
	for _, size := range [][2]int{{200, 50}, {120, 36}, {80, 24}, {40, 12}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			tm := startTmux(t, size[0], size[1], nil, builtProgram(t))
			tm.wait("1 of 19")
			tm.send("/")
			tm.send("kubesk")
			tm.wait("^ ┃ KubeSkoop")
			if got := tm.styled(); !strings.Contains(got, "KubeSk\x1b[") {
				t.Errorf("KubeSk is not lit: %q", got)
			}
			tm.send("Enter")
			tm.wait("^ esc one step back")
			tm.send("G")
			tm.wait("implementation$")
			tm.send("Escape")
			tm.wait("^ enter open · ↑ ↓ move") // the prompt
			tm.send("Escape")
			tm.wait("^ enter open · / find") // the list
			tm.send("q")
			if got := tm.exit(); got != 0 {
				t.Errorf("exit code %d", got)
			}
			if got := tm.ask("alternate_on"); got != "0" {
				t.Error("the alternate screen is left on")
			}
		})
	}
}

func TestTmuxResize(t *testing.T) {
	tm := startTmux(t, 120, 36, nil, builtProgram(t))
	tm.wait("│  Istio Ambient Mesh")
	tm.resize(80, 24)
	tm.wait("^─{80}$")
	tm.resize(10, 3)
	tm.wait("^window too")
	tm.resize(120, 36)
	tm.wait("│  Istio Ambient Mesh")
}

func TestTmuxPlainTerminal(t *testing.T) {
	tm := startTmux(t, 80, 24, []string{"TERM=dumb", "LANG=C"}, builtProgram(t))
	tm.wait("^ > Istio Ambient Mesh")
	if got := tm.styled(); strings.Contains(got, "\x1b[") {
		t.Errorf("styles in a dumb terminal: %q", got)
	}
	tm.send("C-c")
	if got := tm.exit(); got != 130 {
		t.Errorf("exit code %d, want 130", got)
	}
}
