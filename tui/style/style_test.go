package style

import (
	"image/color"
	"math"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// contrast is the ratio of two colours that WCAG 2.2 defines.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + .05) / (min(x, y) + .05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		x := float64(v) / 0xffff
		if x > .04045 {
			return math.Pow((x+.055)/1.055, 2.4)
		}
		return x / 12.92
	}
	return .2126*linear(r) + .7152*linear(g) + .0722*linear(b)
}

// What is on the selected row can be read, in all colours and in 256.
func TestSelectedRowCanBeRead(t *testing.T) {
	for _, b := range []Background{Unknown, Light, Dark} {
		p, fill, _ := selected(b)
		for _, colour := range []string{p.accent, p.match, p.faint, p.tag} {
			on, of := lipgloss.Color(fill), lipgloss.Color(colour)
			for _, ratio := range []float64{contrast(of, on), contrast(ansi.Convert256(of), ansi.Convert256(on))} {
				if ratio < 4.5 {
					t.Errorf("background %d: %s on %s: %.2f", b, colour, fill, ratio)
				}
			}
		}
	}
}
