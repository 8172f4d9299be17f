// Package style holds what the screens look like: paints for each part, and
// the signs drawn around text. A theme is a value; nothing here is global.
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

// New makes a theme for a dark or a light background. Colours stay clear of
// backgrounds, so that a wrong guess remains readable; every distinction
// shows by bold, underline or reverse as well.
func New(dark bool) Theme {
	pick := lipgloss.LightDark(dark)
	var (
		accent = pick(lipgloss.Color("#005f87"), lipgloss.Color("#5fafd7"))
		match  = pick(lipgloss.Color("#af5f00"), lipgloss.Color("#ffaf5f"))
		faint  = pick(lipgloss.Color("#6c6c6c"), lipgloss.Color("#8a8a8a"))
		tag    = pick(lipgloss.Color("#5f8700"), lipgloss.Color("#87af5f"))
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

// Glyphs are the signs that are drawn around text.
type Glyphs struct {
	Bar      string // beside the selected row
	Border   string // between list and detail
	Focused  string // the same while the detail has the focus
	Rule     string // between list above and detail below
	Strong   string // the same while the detail has the focus
	Ellipsis string
	Dot      string // between two facts
	Here     string // beside the line of the current match
	ASCII    bool   // nothing but ASCII is drawn
}

// NewGlyphs returns line-drawing signs, or ASCII ones for a terminal whose
// locale knows no UTF-8.
func NewGlyphs(unicode bool) Glyphs {
	if unicode {
		return Glyphs{
			Bar: "┃", Border: "│", Focused: "┃", Rule: "─", Strong: "━",
			Ellipsis: "…", Dot: " · ", Here: "▸",
		}
	}
	return Glyphs{
		Bar: ">", Border: "|", Focused: "#", Rule: "-", Strong: "=",
		Ellipsis: "...", Dot: " - ", Here: ">", ASCII: true,
	}
}
