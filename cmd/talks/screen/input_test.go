package screen

import (
	"io"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"talks/catalog/load"
	"talks/seeds"
	"talks/tui"
)

func TestMender(t *testing.T) {
	many, most := strings.Repeat("1;", 40), strings.Repeat("1;", 15)
	tests := []struct{ name, in, want string }{
		{"keys", "j\x1b[A\x1b[<0;10;20M\x1bOP", "j\x1b[A\x1b[<0;10;20M\x1bOP"},
		{"CSI", "\x1b[" + many + "mq", "\x1b[" + most + "1mq"},
		{"CSI, 8 bits", "\x9b" + many + "mq", "\x9b" + most + "1mq"},
		{"CSI ?", "\x1b[?" + many + "mq", "\x1b[?" + most + "1mq"},
		{"DCS", "\x1bP" + many + "q", "\x1bP" + most + "1q"},
		{"DCS, 8 bits", "\x90" + many + "q", "\x90" + most + "1q"},
		{"colons", "\x1b[" + strings.Repeat(":", 40) + "5m", "\x1b[" + strings.Repeat(":", 15) + "m"},
		{"16 parameters", "\x1b[" + most + "5m", "\x1b[" + most + "5m"},
		{"one after another", "\x1b[" + most + "5m\x1b[" + most + "5m", "\x1b[" + most + "5m\x1b[" + most + "5m"},
		{"text", many + " [" + many + "é" + many, many + " [" + many + "é" + many},
		{"paste", pasteStart + "\x1b[" + many + pasteEnd, pasteStart + "\x1b[" + most + "1" + pasteEnd},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			now := time.Unix(0, 0)
			if got := string(new(mender).mend([]byte(test.in), now)); got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
			var m mender
			var got []byte
			for i := range len(test.in) { // a byte a read
				got = append(got, m.mend([]byte(test.in[i:i+1]), now)...)
			}
			if string(got) != test.want {
				t.Errorf("byte by byte %q, want %q", got, test.want)
			}
		})
	}
}

func TestMenderEndsAPaste(t *testing.T) {
	tests := []struct {
		name          string
		before, after string // a quiet time
		want          string
	}{
		{"^c", pasteStart + "text", "\x03", pasteEnd + "\x03"},
		{"esc", pasteStart + "text", "\x1b", pasteEnd + "\x1b"},
		{"^c of xterm", pasteStart + "text", "\x1b[27;5;99~", pasteEnd + "\x1b[27;5;99~"},
		{"more of the paste", pasteStart + "text", "more\x03", "more\x03"},
		{"a paste that has ended", pasteStart + "text" + pasteEnd, "\x03", "\x03"},
		{"no paste", "text", "\x03", "\x03"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var m mender
			now := time.Unix(0, 0)
			m.mend([]byte(test.before), now)
			if got := string(m.mend([]byte(test.after), now.Add(quietPaste))); got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
			m = mender{}
			m.mend([]byte(test.before), now)
			if got := string(m.mend([]byte(test.after), now.Add(quietPaste/2))); got != test.after {
				t.Errorf("too early: %q", got)
			}
		})
	}
}

// A scripted input gives what is typed in pieces and then ends.
type scripted struct {
	pieces [][]byte
	mender mender
	now    time.Time
	ended  chan struct{}
}

func (s *scripted) Read(p []byte) (int, error) {
	if len(s.pieces) == 0 {
		close(s.ended)
		return 0, io.EOF
	}
	piece := s.pieces[0]
	s.pieces = s.pieces[1:]
	s.now = s.now.Add(quietPaste)
	return copy(p, s.mender.mend(piece, s.now)), nil
}

// No bytes that a terminal sends, whether keys, pastes or answers, make the
// program panic or hang.
func FuzzInput(f *testing.F) {
	for _, seed := range []string{
		"j\x1b[B\r\x1b", "/kube\r", "tq\x1b[<0;10;5M\x1b[<0;10;5m\x1b[<64;10;5M", "\x1b[?2027;2$y\x1b[?2026;2$y\x1b[?1u",
		"\x1b]11;rgb:ffff/ffff/ffff\x07", "\x1b[I\x1b[O", "/\x1b[200~one\ntwo\x1b[31m\x1b[201~", "\x1b[200~never ends\x03q",
		"\x1b[97;5:3;97u\x1b[0;0;97;1;0;1_", "\x1bP>|xterm(370)\x1b\\", "\x1b[1;1R\x1b[?62;22c", "\x9b1;2;3m\x90q",
		"\x1b[" + strings.Repeat("1;", 40), "\x1bP" + strings.Repeat("1:", 40) + "q", "\x1b[?" + strings.Repeat(";", 40) + "5",
	} {
		f.Add([]byte(seed), uint8(len(seed)))
		f.Add([]byte(seed), uint8(3))
	}
	c, err := load.Builtin(seeds.Files)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, typed []byte, size uint8) {
		in := &scripted{ended: make(chan struct{})}
		for size := int(size) + 1; len(typed) > 0; typed = typed[min(size, len(typed)):] {
			in.pieces = append(in.pieces, typed[:min(size, len(typed))])
		}
		m := tui.New(tui.Options{Catalog: c, Follow: func(string) error { return nil }})
		var seen atomic.Int64 // messages
		p := tea.NewProgram(m, tea.WithInput(in), tea.WithOutput(io.Discard), tea.WithWindowSize(80, 24), tea.WithoutSignalHandler(),
			tea.WithColorProfile(colorprofile.TrueColor), tea.WithEnvironment([]string{"TERM=xterm-256color"}), tea.WithoutCatchPanics(),
			tea.WithFilter(func(_ tea.Model, msg tea.Msg) tea.Msg {
				seen.Add(1)
				if _, ok := msg.(tea.SuspendMsg); ok { // it would stop the test
					return nil
				}
				return msg
			}))
		go func() {
			<-in.ended
			for before := int64(-1); before != seen.Load(); time.Sleep(3 * time.Millisecond) {
				before = seen.Load()
			}
			p.Quit()
		}()
		if _, err := p.Run(); err != nil {
			t.Error(err)
		}
	})
}
