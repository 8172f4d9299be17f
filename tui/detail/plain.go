package detail

import (
	"strings"

	"talks/catalog"
)

// Plain is a talk in a few lines, to be pasted elsewhere: its title, when and where,
// who gives it, and the first address on the web that the file gives.
func Plain(t *catalog.Talk, s Setting) string {
	when := bylineWriter{dot: s.Dot}
	when.whenInFull(&t.Slot, s.Zone, s.Dash)
	when.item(t.Slot.Room)
	lines := []string{t.Title, when.line().Text, t.Text(catalog.Speakers), Address(t)}
	var b strings.Builder
	for _, line := range lines {
		if line != "" {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

// Address is the first address on the web that the file gives for a talk, empty if it
// gives none.
func Address(t *catalog.Talk) string {
	for _, l := range t.Links {
		if address, ok := WebAddress(l.URL); ok {
			return address
		}
	}
	return ""
}
