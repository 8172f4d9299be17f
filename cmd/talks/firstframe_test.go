//go:build unix

package main

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"

	"talks/catalog/load"
	"talks/seeds"
	"talks/tui"
)

// The first frame, drawn on a terminal in raw mode, is what the model draws, row
// by row.
func TestFirstFrameIsTheModels(t *testing.T) {
	const width, height = 100, 30
	ours, theirs := openPty(t)
	defer ours.Close()
	if err := pty.Setsize(theirs, winsize(width, height)); err != nil {
		t.Fatal(err)
	}
	makeRaw(t, theirs)
	c, err := load.Builtin(seeds.Files)
	if err != nil {
		t.Fatal(err)
	}
	m := tui.New(tui.Options{Catalog: c})
	out := &screen{File: theirs, profile: colorprofile.TrueColor}
	drawn := make(chan struct{})
	go func() {
		defer close(drawn)
		out.draw(m)
		theirs.Close()
	}()
	e := newEmulator(width, height, false)
	defer e.close()
	buf := make([]byte, 1<<12)
	for {
		n, err := ours.Read(buf)
		e.write(buf[:n])
		if err != nil {
			break
		}
	}
	e.flush()
	<-drawn
	var want []string
	for row := range strings.Lines(m.View().Content) {
		want = append(want, strings.TrimRight(ansi.Strip(row), " \n"))
	}
	if got := e.frame().rows(); !slices.Equal(got, want) {
		t.Errorf("the terminal shows\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if !strings.Contains(want[2], "Istio Ambient Mesh") {
		t.Errorf("row 2 is %q", want[2])
	}
}

func makeRaw(t *testing.T, tty *os.File) {
	t.Helper()
	cmd := exec.Command("stty", "raw", "-echo")
	cmd.Stdin = tty
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("stty: %v %s", err, out)
	}
}
