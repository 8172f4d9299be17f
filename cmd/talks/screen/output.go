package screen

import (
	"bytes"
	"os"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
)

// An output is the terminal that Bubble Tea writes to. It remembers whether the
// first frame has put it on the alternate screen.
type output struct {
	*os.File
	profile colorprofile.Profile

	mu      sync.Mutex // Bubble Tea's clock writes from another goroutine
	written bool       // Bubble Tea has written something
	drawn   bool       // the first frame is drawn, and its alternate screen not left
	frame   string     // the first frame
	shown   string     // what the model shows now, while it may still be the first frame
}

// The largest window that is drawn in; of a larger one, the rest stays blank.
// Bubble Tea keeps some 300 bytes for each cell, and never draws in a window of more
// than 2^20 cells.
const mostColumns, mostRows = 1000, 500

// size measures the window, in cells, of which at most mostColumns by mostRows
// count.
func (s *output) size() (width, height int, known bool) {
	width, height, err := term.GetSize(s.Fd())
	return min(width, mostColumns), min(height, mostRows), err == nil && width > 0 && height > 0
}

// draw draws the frame of a model. It draws nothing if the size of the window
// is unknown, or if Bubble Tea has written something already, as on a slow
// machine: the modes that Bubble Tea has set belong to the main screen. The
// command is what the model wants done about its colours and its size.
func (s *output) draw(m tea.Model) tea.Cmd {
	width, height, known := s.size()
	if !known {
		return nil
	}
	m, coloured := m.Update(tea.ColorProfileMsg{Profile: s.profile}) // Bubble Tea says so too, some time
	m, sized := m.Update(tea.WindowSizeMsg{Width: width, Height: height})
	cmd := tea.Batch(coloured, sized)
	content := m.View().Content
	frame := strings.ReplaceAll(content, "\n", "\r\n") // in raw mode \n does not go to the left edge
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.written {
		return cmd
	}
	s.drawn, s.frame, s.shown = true, content, content
	var text bytes.Buffer
	text.WriteString(ansi.SetModeAltScreenSaveCursor + ansi.ResetModeTextCursorEnable + ansi.CursorHomePosition)
	_, _ = (&colorprofile.Writer{Forward: &text, Profile: s.profile}).WriteString(frame)
	_, _ = s.File.Write(text.Bytes())
	return cmd
}

// ask asks the terminal something before Bubble Tea writes, which it does on the
// ticks of its clock.
func (s *output) ask(query string) { _, _ = s.WriteString(query) }

// show notes what the model shows. "" means that it is no longer known.
func (s *output) show(content string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.shown = content
}

// Write writes for Bubble Tea.
func (s *output) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.written = true
	if bytes.Contains(p, []byte(ansi.ResetModeAltScreenSaveCursor)) {
		s.drawn = false
	}
	text := p
	if s.drawn && s.shown == s.frame && bytes.Contains(p, []byte(ansi.SetModeAltScreenSaveCursor)) {
		text = withoutClearing(p)
	}
	if _, err := s.File.Write(text); err != nil {
		return 0, err
	}
	return len(p), nil
}

// withoutClearing returns what Bubble Tea writes to draw its first frame, without
// entering and erasing the alternate screen: over the same frame, drawn already,
// no cell then changes.
func withoutClearing(p []byte) []byte {
	p = bytes.Replace(p, []byte(ansi.SetModeAltScreenSaveCursor), nil, 1)
	return bytes.Replace(p, []byte(ansi.EraseEntireScreen), nil, 1)
}

// leave leaves the alternate screen if Bubble Tea ended before it drew, and so
// does not leave it. It does not wait for a Write that hangs.
func (s *output) leave() {
	if !s.mu.TryLock() {
		return
	}
	defer s.mu.Unlock()
	if s.drawn {
		_, _ = s.WriteString(ansi.ResetModeAltScreenSaveCursor + ansi.SetModeTextCursorEnable)
	}
}
