package prompt

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"talks/tui/text"
)

func typed(p *Prompt, s string) {
	for _, r := range s {
		p.Type(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

func draw(p *Prompt, width int) (string, int) {
	row := text.NewRow(width, text.GraphemeWidth)
	column := p.Draw(row, width, text.Paint{}, text.GraphemeWidth)
	return row.String(), column
}

func TestTyping(t *testing.T) {
	p := New()
	typed(p, "kube cost")
	p.Type(tea.KeyPressMsg{Code: tea.KeyBackspace})
	p.Type(tea.KeyPressMsg{Code: tea.KeyHome})
	typed(p, "my ")
	if got := p.Value(); got != "my kube cos" {
		t.Errorf("%q", got)
	}
	p.Type(tea.KeyPressMsg{Code: tea.KeyEnd})
	p.Type(tea.KeyPressMsg{Code: 'w', Mod: tea.ModCtrl})
	if got := p.Value(); got != "my kube " {
		t.Errorf("after ^w %q", got)
	}
}

func TestPaste(t *testing.T) {
	p := New()
	p.Paste("a\n\tb\x1b[2J\u202e会")
	if got := p.Value(); got != "a  b[2J会" {
		t.Errorf("%q", got)
	}
	p.Set(strings.Repeat("x", 3*maxRunes))
	if got := len(p.Value()); got != maxRunes {
		t.Errorf("%d runes", got)
	}
}

// The cursor is in sight, in the column that the terminal will have it in.
func TestCursorColumn(t *testing.T) {
	tests := []struct {
		typed  string
		left   int // times the cursor goes left
		width  int
		shown  string
		column int
	}{
		{"abc", 0, 10, "abc", 3},
		{"会议", 0, 10, "会议", 4},
		{"会议", 1, 10, "会议", 2},
		{"e\u0301a", 0, 10, "e\u0301a", 2},
		{"abcdefghij", 0, 5, "ghij", 4},
		{"abcdefghij", 10, 5, "abcde", 0},
		{"会议会议会议", 0, 5, "会议", 4},
		{"abc", 0, 1, "", 0},
	}
	for _, test := range tests {
		p := New()
		typed(p, test.typed)
		for range test.left {
			p.Type(tea.KeyPressMsg{Code: tea.KeyLeft})
		}
		shown, column := draw(p, test.width)
		if strings.TrimRight(shown, " ") != test.shown || column != test.column {
			t.Errorf("%q in %d cells: %q, cursor in %d; want %q, %d", test.typed, test.width, shown, column, test.shown, test.column)
		}
	}
}
