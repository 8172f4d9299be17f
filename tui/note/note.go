// Package note is a small editor for a note of any number of lines. The editing is that
// of bubbles/textarea; what is drawn is measured as all else on the screen is.
package note

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"talks/tui/text"
)

// mostRunes is the longest note that can be typed or pasted.
const mostRunes = 100_000

// An Editor has a text, a cursor in it, and a window that follows the cursor.
type Editor struct{ area textarea.Model }

// New returns an empty editor.
func New() *Editor {
	area := textarea.New()
	area.CharLimit, area.MaxHeight = mostRunes, 0 // lines: as many as there are
	area.Prompt, area.ShowLineNumbers = "", false
	area.SetStyles(textarea.Styles{})
	area.SetVirtualCursor(false)
	area.KeyMap.Paste = key.NewBinding(key.WithDisabled()) // would run other programs
	area.Focus()
	return &Editor{area}
}

// Open begins to edit a text, with the cursor at its end.
func (e *Editor) Open(s string) { e.area.SetValue(s) }

// Text is what has been written.
func (e *Editor) Text() string { return e.area.Value() }

// SetSize says how many cells and rows the window has.
func (e *Editor) SetSize(width, height int) {
	e.area.SetWidth(max(width, 1))
	e.area.SetHeight(max(height, 1))
}

// Type takes a key that edits.
func (e *Editor) Type(msg tea.KeyPressMsg) { e.area, _ = e.area.Update(msg) }

// Paste inserts a text.
func (e *Editor) Paste(s string) { e.area, _ = e.area.Update(tea.PasteMsg{Content: s}) }

// Clear empties the text.
func (e *Editor) Clear() { e.Open("") }

// Draw draws a row of the window.
func (e *Editor) Draw(row *text.Row, line int) {
	if lines := strings.Split(e.area.View(), "\n"); line < len(lines) {
		row.AddTruncated(strings.TrimRight(ansi.Strip(lines[line]), " "), row.Left(), "", text.Paint{}, nil)
	}
}

// Cursor is the cell of the window that the cursor stands in.
func (e *Editor) Cursor() (x, y int) {
	if c := e.area.Cursor(); c != nil {
		return c.X, c.Y
	}
	return 0, 0
}
