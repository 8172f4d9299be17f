//go:build unix

package screen

import (
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"

	"talks/catalog/load"
	"talks/seeds"
	"talks/tui"
)

// The first frame, drawn on a terminal in raw mode, is what the model draws, row
// by row.
func TestFirstFrameIsTheModels(t *testing.T) {
	const width, height = 100, 30
	ours, theirs, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer ours.Close()
	if err := pty.Setsize(theirs, &pty.Winsize{Cols: width, Rows: height}); err != nil {
		t.Fatal(err)
	}
	if _, err := term.MakeRaw(theirs.Fd()); err != nil {
		t.Fatal(err)
	}
	c, err := load.Builtin(seeds.Files)
	if err != nil {
		t.Fatal(err)
	}
	m := tui.New(tui.Options{Catalog: c})
	out := &output{File: theirs, profile: colorprofile.TrueColor}
	go func() {
		out.draw(m)
		theirs.Close()
	}()
	drawn, _ := io.ReadAll(ours) // Linux ends it with an error
	e := vt.NewEmulator(width, height)
	defer e.Close()
	_, _ = e.Write(drawn)
	got, want := rows(e.String()), rows(ansi.Strip(m.View().Content))
	if !slices.Equal(got, want) {
		t.Errorf("the terminal shows\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(want) < 3 || !strings.Contains(want[2], "Istio Ambient Mesh") {
		t.Errorf("the model shows\n%s", strings.Join(want, "\n"))
	}
}

func rows(screen string) []string {
	list := strings.Split(strings.TrimRight(screen, " \n"), "\n")
	for i := range list {
		list[i] = strings.TrimRight(list[i], " \r")
	}
	return list
}
