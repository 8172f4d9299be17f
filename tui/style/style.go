// Package style holds what the screens look like: paints for each part, and
// the glyphs drawn around text. A theme is a value; nothing here is global.
package style

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"talks/tui/text"
)

// A Theme is a paint for each part of a screen.
type Theme struct {
	Plain   text.Paint
	Name    text.Paint // the program's name
	Faint   text.Paint // what can wait: counts, hints, passages
	Title   text.Paint // a talk's title in the detail
	Chosen  text.Paint // the title of the selected row
	Cursor  text.Paint // the bar beside the selected row
	Tag     text.Paint // "slides"
	Match   text.Paint // what the query found
	Current text.Paint // the match that n and N stand on
	Key     text.Paint // a key in the status line
	Notice  text.Paint // a message
	Heading text.Paint // a heading in the list, the help and the detail

	selected *Theme // what is on the selected row; nil: the same
}

// OnSelected is the theme of what is on the selected row of a list.
func (t *Theme) OnSelected() *Theme {
	if t.selected != nil {
		return t.selected
	}
	return t
}

// Background is what is known of the terminal's background.
type Background uint8

// The backgrounds.
const (
	Unknown Background = iota // it has not answered, and may never
	Light
	Dark
)

// Colours is how many a terminal has.
type Colours uint8

// The numbers of colours that make a difference.
const (
	Many Colours = iota
	Sixteen
	None
)

// ColoursOf is the number of colours of a profile.
func ColoursOf(profile colorprofile.Profile) Colours {
	switch profile {
	case colorprofile.ANSI:
		return Sixteen
	case colorprofile.ASCII, colorprofile.NoTTY:
		return None
	}
	return Many
}

// A palette has a colour for each thing that has one. Each contrasts with its
// background by at least 4.5 to 1; those for an unknown one by 3.9 with white
// and with black.
type palette struct{ accent, match, faint, tag string }

func palettes(b Background) palette {
	switch b {
	case Light:
		return palette{accent: "#005f87", match: "#af5f00", faint: "#6c6c6c", tag: "#4e7000"}
	case Dark:
		return palette{accent: "#5fafd7", match: "#ffaf5f", faint: "#8a8a8a", tag: "#87af5f"}
	}
	return palette{accent: "#0087af", match: "#b86a00", faint: "#767676", tag: "#5f8700"}
}

// selected is the palette on the background of the selected row, which is fill. On
// an unknown background it has a colour for plain text as well.
func selected(b Background) (p palette, fill, plain string) {
	switch b {
	case Light:
		return palette{accent: "#005f87", match: "#875000", faint: "#4e4e4e", tag: "#3f5c00"}, "#e4e4e4", ""
	case Dark:
		return palette{accent: "#5fafd7", match: "#ffaf5f", faint: "#a8a8a8", tag: "#87af5f"}, "#3a3a3a", ""
	}
	return palette{accent: "#ffffff", match: "#ffd787", faint: "#d7d7d7", tag: "#d7ffaf"}, "#005f87", "#ffffff"
}

// basic are the colours of a terminal that has sixteen: its own, and none that
// would be taken for an error.
func basic(b Background) palette {
	if b == Light {
		return palette{accent: "4", match: "5", faint: "8", tag: "2"}
	}
	return palette{accent: "6", match: "3", faint: "8", tag: "2"}
}

// New makes a theme for a background. Colours stay clear of backgrounds, so that a
// wrong guess remains readable; every distinction shows by bold, underline,
// reverse or, where there are no colours, faintness as well.
func New(b Background, c Colours) Theme {
	base := lipgloss.NewStyle()
	reversed := base.Reverse(true)
	var t, row Theme
	switch c {
	case Many:
		p, fill, plain := selected(b)
		filled := base.Background(lipgloss.Color(fill))
		if plain != "" {
			filled = filled.Foreground(lipgloss.Color(plain))
		}
		t, row = palettes(b).theme(base), p.theme(filled)
	case Sixteen:
		t, row = basic(b).theme(base), palette{}.theme(reversed)
	default:
		t, row = palette{}.theme(base), palette{}.theme(reversed)
		t.Faint = paint(base.Faint(true))
	}
	t.selected = &row
	return t
}

// theme is a theme of a palette on a base; a colour that is "" is that of the base.
func (p palette) theme(base lipgloss.Style) Theme {
	fg := func(colour string) lipgloss.Style {
		if colour == "" {
			return base
		}
		return base.Foreground(lipgloss.Color(colour))
	}
	return Theme{
		Plain:   paint(base),
		Name:    paint(fg(p.accent).Bold(true)),
		Faint:   paint(fg(p.faint)),
		Title:   paint(base.Bold(true)),
		Chosen:  paint(base.Bold(true)),
		Cursor:  paint(fg(p.accent).Bold(true)),
		Tag:     paint(fg(p.tag)),
		Match:   paint(fg(p.match).Bold(true).Underline(true)),
		Current: paint(fg(p.match).Bold(true).Reverse(true)),
		Key:     paint(fg(p.accent)),
		Notice:  paint(fg(p.match)),
		Heading: paint(fg(p.accent).Bold(true)),
	}
}

// paint takes a style apart into what switches it on and off, once, so that a
// frame is put together without calling lipgloss for every word.
func paint(s lipgloss.Style) text.Paint {
	on, off, _ := strings.Cut(s.Render("x"), "x")
	return text.Paint{On: on, Off: off}
}

// Glyphs are drawn around text.
type Glyphs struct {
	Bar      string // beside the selected row
	Border   string // between list and detail
	Focused  string // the same while the detail has the focus
	Rule     string // between list above and detail below
	Strong   string // the same while the detail has the focus
	Ellipsis string
	Dot      string    // between two facts
	Dash     string    // between two times
	Here     string    // beside the line of the current match
	States   [5]string // of a talk: marks.State
	Note     string    // of a talk that has one, and no state
	Corners  [4]string // of a box, row by row
	ASCII    bool      // nothing but ASCII is drawn
}

// NewGlyphs returns line-drawing glyphs, or ASCII ones for a terminal whose
// locale knows no UTF-8.
func NewGlyphs(unicode bool) Glyphs {
	if unicode {
		return Glyphs{
			Bar: "┃", Border: "│", Focused: "┃", Rule: "─", Strong: "━",
			Ellipsis: "…", Dot: " · ", Dash: "–", Here: "▸", States: [5]string{"", "★", "☆", "▷", "×"}, Note: "✎", Corners: [4]string{"╭", "╮", "╰", "╯"},
		}
	}
	return Glyphs{
		Bar: ">", Border: "|", Focused: "#", Rule: "-", Strong: "=",
		Ellipsis: "...", Dot: " - ", Dash: "-", Here: ">", States: [5]string{"", "*", "?", ">", "x"}, Note: "+", Corners: [4]string{"+", "+", "+", "+"}, ASCII: true,
	}
}
