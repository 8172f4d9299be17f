package screen

import (
	"bytes"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
)

// An input is the terminal that Bubble Tea reads from. It changes what would
// make Bubble Tea panic or wait for ever. (On Windows, Bubble Tea reads the
// console itself.)
type input struct {
	*os.File
	mender mender
}

// openInput returns standard input or, if talks come from there, the terminal
// of the process.
func openInput() (*input, error) {
	if term.IsTerminal(os.Stdin.Fd()) {
		return &input{File: os.Stdin}, nil
	}
	tty, _, err := tea.OpenTTY()
	return &input{File: tty}, err
}

// Read reads for Bubble Tea. It may return no bytes and no error.
func (in *input) Read(p []byte) (int, error) {
	if len(p) <= len(pasteEnd) {
		return in.File.Read(p)
	}
	n, err := in.File.Read(p[len(pasteEnd):])
	return copy(p, in.mender.mend(p[len(pasteEnd):len(pasteEnd)+n], time.Now())), err
}

// A mender mends the bytes that come from a terminal, wherever reads cut them.
// It makes them longer by len(pasteEnd) at most.
//
// It breaks off the parameters of a control sequence after mostParameters. An
// introducer is looked for everywhere, even within a paste or a letter:
// Bubble Tea may begin to decode at any byte.
//
// It ends a paste that the terminal does not: Bubble Tea keeps all that comes
// until the end of a paste, ^c as well. After quietPaste without a byte, ^c or a
// sequence is no more of the paste, but a key.
type mender struct {
	place      place
	separators int
	last       []byte // as many bytes as pasteEnd has
	pasting    bool
	read       time.Time // when the last byte came
}

// place is where in a control sequence a byte stands.
type place uint8

const (
	inText place = iota
	afterEscape
	inParameters
)

// mostParameters is how many parameters Bubble Tea takes: of a DCS 16, or the
// rest would count as keys; of a CSI 32, or its decoder panics (decodeSequence
// of x/ansi 0.11.9). Terminals send fewer.
const mostParameters = 16

// pasteStart and pasteEnd enclose what is pasted (xterm's mode 2004).
const pasteStart, pasteEnd = "\x1b[200~", "\x1b[201~"

const quietPaste = time.Second

func (m *mender) mend(p []byte, now time.Time) []byte {
	if len(p) == 0 {
		return p
	}
	var mended []byte
	if m.pasting && now.Sub(m.read) >= quietPaste && (p[0] == '\x03' || p[0] == '\x1b') {
		m.pasting = false
		mended = append(mended, pasteEnd...)
	}
	m.read = now
	for _, c := range p {
		if m.passes(c) {
			mended = append(mended, c)
			m.watchPaste(c)
		}
	}
	return mended
}

// passes reports whether a byte is passed on: it is not if it belongs to
// parameters beyond the last that there is room for.
func (m *mender) passes(c byte) bool {
	switch {
	case c == '\x1b':
		m.place = afterEscape
	case c == 0x9b || c == 0x90, m.place == afterEscape && (c == '[' || c == 'P'): // CSI, DCS
		m.place, m.separators = inParameters, 0
	case m.place == inParameters && c >= '0' && c <= '?':
		if c == ';' || c == ':' {
			m.separators++
		}
		return m.separators < mostParameters
	default:
		m.place = inText
	}
	return true
}

func (m *mender) watchPaste(c byte) {
	m.last = append(m.last, c)
	m.last = m.last[max(0, len(m.last)-len(pasteEnd)):]
	switch {
	case bytes.HasSuffix(m.last, []byte(pasteStart)):
		m.pasting = true
	case bytes.HasSuffix(m.last, []byte(pasteEnd)):
		m.pasting = false
	}
}
