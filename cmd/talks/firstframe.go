package main

import (
	"bytes"
	"os"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"
)

// A firstFrame is a model whose first frame is shown at once. Bubble Tea draws
// on the ticks of a clock, the first of which comes 17 ms after its start; it
// then enters the alternate screen once more and draws the same over this one.
// (2026-11-23, seed, start to list, medians of 31: 30 ms without it, 11 with it;
// fzf with the same titles 10.)
type firstFrame struct {
	tea.Model
	screen *screen
}

// Init is called when the terminal is ready for keys, and before that clock.
func (f firstFrame) Init() tea.Cmd {
	return tea.Batch(f.screen.paint(f.Model), f.Model.Init())
}

// A screen is a terminal that knows whether the alternate screen was left
// again. Bubble Tea's clock writes to it, and so does paint.
type screen struct {
	*os.File
	use     sync.Mutex
	written bool // by Bubble Tea
	painted bool // the first frame, and nothing has taken it off
}

// paint draws a model's frame. Where the size of the window cannot be had,
// there is nothing to draw yet; where Bubble Tea was faster, on a slow machine,
// no more: what it has set on the main screen it must find there. What the model
// wants done about the size is for the program to do.
func (s *screen) paint(m tea.Model) tea.Cmd {
	rows, columns, err := pty.Getsize(s.File)
	if err != nil || rows <= 0 || columns <= 0 {
		return nil
	}
	m, cmd := m.Update(tea.WindowSizeMsg{Width: columns, Height: rows})
	frame := m.View().Content
	s.use.Lock()
	defer s.use.Unlock()
	if s.written {
		return cmd
	}
	s.painted = true
	p := &page{s.File, []byte(ansi.SetModeAltScreenSaveCursor + ansi.ResetModeTextCursorEnable + ansi.CursorHomePosition)}
	for y, row := range strings.Split(frame, "\n") {
		if y > 0 {
			p.text = append(p.text, "\r\n"...) // raw: a line feed is that alone
		}
		p.print(row)
	}
	_, _ = s.File.Write(p.text)
	return cmd
}

// A page gathers what is for a terminal.
type page struct {
	*os.File
	text []byte
}

func (p *page) Write(text []byte) (int, error) {
	p.text = append(p.text, text...)
	return len(text), nil
}

// WriteString keeps [io.WriteString] from the file.
func (p *page) WriteString(text string) (int, error) { return p.Write([]byte(text)) }

// print writes in the colours that the terminal has. Lipgloss has found out
// which, when the program began, from tmux with a process of its own; it would
// take as long again. It knows NO_COLOR only as programOptions sets it.
func (p *page) print(s string) {
	if os.Getenv("NO_COLOR") != "" {
		_, _ = lipgloss.Fprint(p, s)
		return
	}
	w := *lipgloss.Writer
	w.Forward = p
	_, _ = w.WriteString(s)
}

// Write is what Bubble Tea writes by.
func (s *screen) Write(p []byte) (int, error) {
	s.use.Lock()
	defer s.use.Unlock()
	s.written = true
	if s.painted && bytes.Contains(p, []byte(ansi.ResetModeAltScreenSaveCursor)) {
		s.painted = false
	}
	return s.File.Write(p)
}

// leave takes the first frame off the screen if Bubble Tea never came to draw
// one of its own, and so does not. It does not wait for a terminal that takes
// nothing.
func (s *screen) leave() {
	if !s.use.TryLock() {
		return
	}
	defer s.use.Unlock()
	if s.painted {
		_, _ = s.WriteString(ansi.ResetModeAltScreenSaveCursor + ansi.SetModeTextCursorEnable)
	}
}
