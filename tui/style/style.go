// Package style holds what the screens look like: paints for each part, and
// the glyphs drawn around text. A theme is a value; nothing here is global.
package style

import (
	"strings"

	"charm.land/lipgloss/v2"

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
	Heading text.Paint // a heading in help and detail
}

// Background is what is known of the terminal's background.
type Background uint8

// The backgrounds.
const (
	Unknown Background = iota // it has not answered, and may never
	Light
	Dark
)

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

// basic are the colours of a terminal that has sixteen: its own, and none that
// would be taken for an error.
func basic(b Background) palette {
	if b == Light {
		return palette{accent: "4", match: "5", faint: "8", tag: "2"}
	}
	return palette{accent: "6", match: "3", faint: "8", tag: "2"}
}

// New makes a theme for a background, in many colours or in sixteen. Colours
// stay clear of backgrounds, so that a wrong guess remains readable; every
// distinction shows by bold, underline or reverse as well.
func New(b Background, sixteen bool) Theme {
	p := palettes(b)
	if sixteen {
		p = basic(b)
	}
	var (
		accent = lipgloss.Color(p.accent)
		match  = lipgloss.Color(p.match)
		faint  = lipgloss.Color(p.faint)
		tag    = lipgloss.Color(p.tag)
	)
	base := lipgloss.NewStyle()
	fg := base.Foreground
	return Theme{
		Name:    paint(fg(accent).Bold(true)),
		Faint:   paint(fg(faint)),
		Title:   paint(base.Bold(true)),
		Chosen:  paint(base.Bold(true)),
		Cursor:  paint(fg(accent).Bold(true)),
		Tag:     paint(fg(tag)),
		Match:   paint(fg(match).Bold(true).Underline(true)),
		Current: paint(fg(match).Bold(true).Reverse(true)),
		Key:     paint(fg(accent)),
		Notice:  paint(fg(match)),
		Heading: paint(fg(accent).Bold(true)),
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
	Dot      string // between two facts
	Dash     string // between two times
	Here     string // beside the line of the current match
	ASCII    bool   // nothing but ASCII is drawn
}

// NewGlyphs returns line-drawing glyphs, or ASCII ones for a terminal whose
// locale knows no UTF-8.
func NewGlyphs(unicode bool) Glyphs {
	if unicode {
		return Glyphs{
			Bar: "┃", Border: "│", Focused: "┃", Rule: "─", Strong: "━",
			Ellipsis: "…", Dot: " · ", Dash: "–", Here: "▸",
		}
	}
	return Glyphs{
		Bar: ">", Border: "|", Focused: "#", Rule: "-", Strong: "=",
		Ellipsis: "...", Dot: " - ", Dash: "-", Here: ">", ASCII: true,
	}
}
