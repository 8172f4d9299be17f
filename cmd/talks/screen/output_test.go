//go:build unix

package screen

import (
	"image/color"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"

	"talks/catalog/load"
	"talks/seeds"
	"talks/tui"
)

// rawTerminal opens a terminal in raw mode: what is written to theirs is read from
// ours.
func rawTerminal(t *testing.T, width, height int) (ours, theirs *os.File) {
	t.Helper()
	ours, theirs, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ours.Close() })
	if err := pty.Setsize(theirs, &pty.Winsize{Cols: uint16(width), Rows: uint16(height)}); err != nil {
		t.Fatal(err)
	}
	if _, err := term.MakeRaw(theirs.Fd()); err != nil {
		t.Fatal(err)
	}
	return ours, theirs
}

func seedModel(t *testing.T) *tui.Model {
	t.Helper()
	c, err := load.Builtin(seeds.Files)
	if err != nil {
		t.Fatal(err)
	}
	return tui.New(tui.Options{Catalog: c})
}

// The first frame, drawn on a terminal in raw mode, is what the model draws, row
// by row.
func TestFirstFrameIsTheModels(t *testing.T) {
	const width, height = 100, 30
	ours, theirs := rawTerminal(t, width, height)
	m := seedModel(t)
	out := &output{File: theirs, profile: colorprofile.TrueColor}
	done := make(chan struct{})
	go func() {
		defer close(done)
		out.draw(m)
		theirs.Close()
	}()
	drawn, _ := io.ReadAll(ours) // Linux ends it with an error
	<-done
	e := vt.NewEmulator(width, height)
	defer e.Close()
	_, _ = e.Write(drawn)
	got, want := rows(e.String()), rows(ansi.Strip(m.View().Content))
	if !slices.Equal(got, want) {
		t.Errorf("the terminal shows\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if !strings.Contains(strings.Join(want, "\n"), "┃ Istio Ambient Mesh") {
		t.Errorf("the model shows\n%s", strings.Join(want, "\n"))
	}
}

// The first frame is drawn once, in colours that change at a key at the earliest.
func TestFirstFrameIsDrawnOnce(t *testing.T) {
	const frame = ansi.SetModeAltScreenSaveCursor
	answer := tea.BackgroundColorMsg{Color: color.Black}
	key := tea.KeyPressMsg{Code: 'j', Text: "j"}
	const dark = "38;2;95;175;215"
	tests := []struct {
		name    string
		options Options
		msgs    []tea.Msg
		frames  int
		dark    bool // the first one
	}{
		{"answer", Options{AtOnce: true}, []tea.Msg{answer, noAnswerMsg{}, key}, 1, true},
		{"late answer", Options{AtOnce: true}, []tea.Msg{noAnswerMsg{}, answer, key}, 1, false},
		{"no answer", Options{AtOnce: true}, []tea.Msg{noAnswerMsg{}, key}, 1, false},
		{"a key before the answer", Options{AtOnce: true}, []tea.Msg{key, answer, key}, 1, true},
		{"with a query", Options{}, []tea.Msg{answer, noAnswerMsg{}, key}, 0, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			ours, theirs := rawTerminal(t, 80, 24)
			inner := seedModel(t)
			var m tea.Model = firstFrame{Model: inner, out: &output{File: theirs, profile: colorprofile.TrueColor}, Options: test.options}
			done := make(chan struct{})
			go func() {
				defer close(done)
				defer theirs.Close()
				for _, msg := range test.msgs {
					before := inner.View().Content
					m, _ = m.Update(msg)
					if _, answered := msg.(tea.BackgroundColorMsg); answered && test.name == "late answer" && inner.View().Content != before {
						t.Error("the colours change by themselves")
					}
				}
			}()
			drawn, _ := io.ReadAll(ours)
			<-done // the model is ours again
			if n := strings.Count(string(drawn), frame); n != test.frames {
				t.Errorf("%d frames, want %d", n, test.frames)
			}
			if strings.Contains(string(drawn), dark) != test.dark {
				t.Errorf("drawn for a dark background: %v", !test.dark)
			}
			if want := test.name != "no answer"; strings.Contains(inner.View().Content, dark) != want {
				t.Errorf("in the end dark: %v", !want)
			}
		})
	}
}

func rows(screen string) []string {
	list := strings.Split(strings.TrimRight(screen, " \n"), "\n")
	for i := range list {
		list[i] = strings.TrimRight(list[i], " \r")
	}
	return list
}

// Bubble Tea's own first frame erases the screen only if the model no longer shows
// what is drawn there.
func TestSecondFrameErasesNothing(t *testing.T) {
	const first = ansi.SetModeAltScreenSaveCursor + ansi.SetModeBracketedPaste + ansi.CursorHomePosition + ansi.EraseEntireScreen + "frame"
	tests := []struct {
		name  string
		msgs  []tea.Msg
		erase bool
	}{
		{"the same frame", []tea.Msg{tea.BackgroundColorMsg{Color: color.Black}}, false},
		{"the same frame, without an answer", []tea.Msg{noAnswerMsg{}}, false},
		{"another frame", []tea.Msg{noAnswerMsg{}, tea.WindowSizeMsg{Width: 60, Height: 20}}, true},
		{"a key", []tea.Msg{noAnswerMsg{}, tea.KeyPressMsg{Code: 'x', Text: "x"}}, true},
		{"no frame of ours", nil, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			ours, theirs := rawTerminal(t, 80, 24)
			out := &output{File: theirs, profile: colorprofile.TrueColor}
			var m tea.Model = firstFrame{Model: seedModel(t), out: out, Options: Options{AtOnce: true}}
			go func() {
				defer theirs.Close()
				for _, msg := range test.msgs {
					m, _ = m.Update(msg)
					m.View()
				}
				_, _ = theirs.WriteString("|") // parts our frame from Bubble Tea's
				_, _ = out.Write([]byte(first))
			}()
			drawn, _ := io.ReadAll(ours)
			_, theirsDrawn, _ := strings.Cut(string(drawn), "|")
			want := first
			if !test.erase {
				want = ansi.SetModeBracketedPaste + ansi.CursorHomePosition + "frame"
			}
			if theirsDrawn != want {
				t.Errorf("Bubble Tea's frame is %q, want %q", theirsDrawn, want)
			}
		})
	}
}
