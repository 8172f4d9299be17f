// Package prompt is one line of typing: a text, a cursor in it, and a window
// that follows the cursor. The editing is that of bubbles/textinput; what is
// drawn is measured in cells here, because textinput counts runes.
package prompt

import (
	"strings"
	"unicode"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"talks/tui/text"
)

// maxRunes is the longest text that can be typed or pasted.
const maxRunes = 10_000

// A Prompt is a line of typing.
type Prompt struct {
	input textinput.Model
	from  int // first visible rune
}

// New returns an empty prompt.
func New() *Prompt {
	in := textinput.New()
	in.CharLimit = maxRunes
	in.SetVirtualCursor(false)
	in.KeyMap.Paste = key.NewBinding(key.WithDisabled()) // would run other programs
	in.Focus()
	return &Prompt{input: in}
}

// Value is what has been typed.
func (p *Prompt) Value() string { return p.input.Value() }

// Set replaces the text and puts the cursor after it.
func (p *Prompt) Set(s string) {
	p.input.SetValue(printable(s))
	p.input.CursorEnd()
}

// Clear empties the prompt.
func (p *Prompt) Clear() { p.Set("") }

// Type takes a key that edits: a letter, backspace, an arrow, ….
func (p *Prompt) Type(msg tea.KeyPressMsg) {
	if msg.Text != "" {
		p.insert(msg.Text)
		return
	}
	p.input, _ = p.input.Update(msg)
}

// Paste inserts a text as one line.
func (p *Prompt) Paste(s string) { p.insert(s) }

func (p *Prompt) insert(s string) {
	p.input, _ = p.input.Update(tea.PasteMsg{Content: printable(s)})
}

// printable makes one line of s and leaves out what no terminal should get.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsPrint(r), r == 0x200c, r == 0x200d:
			return r
		}
		return -1
	}, s)
}

// MoveTo puts the cursor at a column of what was drawn last.
func (p *Prompt) MoveTo(column int, m text.Method) {
	at := p.from
	for runes := []rune(p.input.Value()); at < len(runes) && text.Width(string(runes[p.from:at+1]), m) <= column; {
		at++
	}
	p.input.SetCursor(at)
}

// Draw adds the text to a row, in at most width cells, and returns the column
// of the cursor within them.
func (p *Prompt) Draw(row *text.Row, width int, paint text.Paint, m text.Method) (column int) {
	runes := []rune(p.input.Value())
	at := min(p.input.Position(), len(runes))
	p.from = min(p.from, at)
	for p.from < at && text.Width(string(runes[p.from:at]), m) >= width {
		p.from += max(1, (at-p.from)/2)
	}
	for p.from > 0 && text.Width(string(runes[p.from-1:]), m) < width {
		p.from--
	}
	shown := string(runes[p.from:])
	row.AddTruncated(shown, width, "", paint, nil)
	return min(text.Width(string(runes[p.from:at]), m), max(width-1, 0))
}
