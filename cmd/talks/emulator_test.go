//go:build unix

package main

import (
	"fmt"
	"image/color"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// An emulator turns the bytes a program writes into what a person sees, and
// answers what a program asks. It counts the cells of a cluster as mode 2027
// does; a mute one is therefore right only for text without emoji sequences.
type emulator struct {
	mu      sync.Mutex
	vt      *vt.Emulator
	modes   map[ansi.DECMode]bool
	levels  [2]int // kitty keyboard levels pushed and not popped: main, alternate screen
	keys    int    // xterm's modifyOtherKeys
	shape   int    // cursor shape, as in DECSCUSR; 0 is the user's own
	shown   *frame
	partial []byte // the start of a cluster that may not be all here yet
	written []byte // every byte since the start
}

// A frame is the content of a screen at one moment: rows of cells.
type frame [][]cell

type cell struct {
	text  string // one cluster; "" in the second cell of a wide one
	width int
	look  look
}

// A look is how a cell is drawn; the zero value is plain text.
type look struct {
	fg, bg    color.Color
	attrs     uint8 // bold 1, faint 2, italic 4, blink 8, 16, reverse 32, conceal 64, struck 128
	underline bool
}

func newEmulator(width, height int, light bool) *emulator {
	e := &emulator{
		vt:    vt.NewEmulator(width, height),
		modes: map[ansi.DECMode]bool{ansi.ModeTextCursorEnable: true},
	}
	if light {
		e.vt.SetDefaultBackgroundColor(color.White)
		e.vt.SetDefaultForegroundColor(color.Black)
	}
	// Naming a mode makes it known: DECRQM then says "reset", not "never heard of".
	e.vt.WriteString(ansi.ResetModeSynchronizedOutput + ansi.ResetModeUnicodeCore)
	e.vt.SetCallbacks(vt.Callbacks{
		EnableMode:  func(m ansi.Mode) { e.setMode(m, true) },
		DisableMode: func(m ansi.Mode) { e.setMode(m, false) },
	})
	watch := func(prefix, intermediate, final byte, f func(n int)) {
		e.vt.RegisterCsiHandler(ansi.Command(prefix, intermediate, final), func(p ansi.Params) bool {
			first, _, _ := p.Param(0, 0)
			second, _, _ := p.Param(1, 0)
			if prefix == '>' && final == 'm' {
				first = second // CSI > 4 ; level m
			}
			f(first)
			return prefix != 0
		})
	}
	level := func() *int {
		if e.vt.IsAltScreen() {
			return &e.levels[1]
		}
		return &e.levels[0]
	}
	watch('>', 0, 'u', func(int) { *level()++ })
	watch('<', 0, 'u', func(n int) { *level() = max(0, *level()-max(1, n)) })
	watch('>', 0, 'm', func(level int) { e.keys = level })
	watch(0, ' ', 'q', func(shape int) { e.shape = shape })
	return e
}

func (e *emulator) setMode(m ansi.Mode, on bool) {
	mode, ok := m.(ansi.DECMode)
	if !ok {
		return
	}
	e.modes[mode] = on
	if mode == ansi.ModeSynchronizedOutput {
		e.shown = nil
		if on {
			f := e.capture()
			e.shown = &f // until the program says that it has drawn the next one
		}
	}
}

// write takes output of the program. A cluster beyond ASCII at the end waits
// for more output, because a read may have cut it in two.
func (e *emulator) write(p []byte) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.written = append(e.written, p...)
	p = append(e.partial, p...)
	whole := len(p)
	for whole > 0 && p[whole-1] >= 0x80 {
		whole--
	}
	e.vt.Write(p[:whole])
	e.partial = slices.Clone(p[whole:])
}

// flush shows the cluster that still waits for more output.
func (e *emulator) flush() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.vt.Write(e.partial)
	e.partial = nil
}

func (e *emulator) resize(width, height int) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.vt.Resize(width, height)
}

// raw returns all bytes written so far.
func (e *emulator) raw() []byte {
	e.mu.Lock()
	defer e.mu.Unlock()
	return slices.Clone(e.written)
}

// mode reports whether a DEC private mode is on.
func (e *emulator) mode(m ansi.DECMode) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.modes[m]
}

// close ends the reading of answers. The emulator's own Close races with Read.
func (e *emulator) close() { e.vt.InputPipe().(io.Closer).Close() }

// frame returns what a person sees now: while a frame is being drawn, the one
// before it.
func (e *emulator) frame() frame {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.shown != nil {
		return *e.shown
	}
	return e.capture()
}

func (e *emulator) capture() frame {
	f := make(frame, e.vt.Height())
	for y := range f {
		f[y] = make([]cell, e.vt.Width())
		for x := range f[y] {
			f[y][x] = cell{text: " ", width: 1}
			if c := e.vt.CellAt(x, y); c != nil && (c.Content != "" || c.Width == 0) {
				s := c.Style
				f[y][x] = cell{c.Content, c.Width, look{s.Fg, s.Bg, s.Attrs, s.Underline != 0}}
			}
		}
	}
	return f
}

// left lists what the program should have put back.
func (e *emulator) left() []string {
	e.mu.Lock()
	defer e.mu.Unlock()
	var list []string
	for mode, on := range e.modes {
		if on != (mode == ansi.ModeTextCursorEnable) && mode != ansi.ModeAutoWrap {
			list = append(list, fmt.Sprintf("mode ?%d is %t", mode.Mode(), on))
		}
	}
	for what, n := range map[string]int{
		"kitty keyboard level": e.levels[0] + e.levels[1], "modifyOtherKeys": e.keys, "cursor shape": e.shape,
	} {
		if n != 0 {
			list = append(list, fmt.Sprintf("%s is %d", what, n))
		}
	}
	slices.Sort(list)
	return list
}

// rows returns the text of each row, without trailing blanks.
func (f frame) rows() []string {
	rows := make([]string, len(f))
	for y, row := range f {
		var b strings.Builder
		for _, c := range row {
			b.WriteString(c.text)
		}
		rows[y] = strings.TrimRight(b.String(), " ")
	}
	return rows
}

const faint, italic = 1 << 1, 1 << 2

// lit reports whether text of this look stands out: it is neither plain nor
// only faint or italic.
func (l look) lit() bool {
	l.attrs &^= faint | italic
	return l != look{}
}

// lit returns the stretches of row y that stand out, each in one look and
// without blanks around it.
func (f frame) lit(y int) []string {
	var texts []string
	last := look{}
	for _, c := range f[y] {
		switch {
		case c.look.lit() && c.look != last && c.width > 0:
			texts = append(texts, c.text)
		case c.look.lit():
			texts[len(texts)-1] += c.text
		}
		if c.width > 0 {
			last = c.look
		}
	}
	for i := range texts {
		texts[i] = strings.TrimSpace(texts[i])
	}
	return slices.DeleteFunc(texts, func(s string) bool { return s == "" })
}
