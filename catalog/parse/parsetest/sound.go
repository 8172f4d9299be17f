package parsetest

import (
	"strings"
	"testing"

	"talks/catalog"
	"talks/catalog/parse/clean"
	"talks/catalog/parse/when"
)

// Sound checks what every document must keep to, whatever was read.
func Sound(t testing.TB, doc *catalog.Document) {
	t.Helper()
	line := func(what, s string) {
		if s != clean.Line(s) {
			t.Errorf("%s is not a clean line: %.200q", what, s)
		}
	}
	text := func(what, s string) {
		if s != clean.Text(s) || strings.TrimSpace(s) != strings.TrimLeft(s, " ") || strings.Contains(s, "\n\n\n") {
			t.Errorf("%s is not clean: %.200q", what, s)
		}
	}
	line("name", doc.Name)
	for i := range doc.Talks {
		talk := &doc.Talks[i]
		if talk.Title == "" {
			t.Error("a talk without a title")
		}
		for _, s := range []string{talk.ID, talk.Title, talk.Subtitle, talk.Type, talk.Language, talk.Conference, talk.Slot.Room, talk.Slot.Track} {
			line("a field", s)
		}
		text("the abstract", talk.Abstract)
		text("the description", talk.Description)
		for _, p := range talk.Speakers {
			line("a name", p.Name)
			text("a biography", p.Biography)
		}
		for _, l := range talk.Links {
			line("a link's title", l.Title)
			line("a link", l.URL)
		}
		if d := talk.Slot.Duration; d < 0 || d > when.MaxDuration {
			t.Errorf("a duration of %v", d)
		}
		if y := talk.Slot.Start.Year(); y < 1 || y > 9999 {
			t.Errorf("the year %d", y)
		}
	}
	for _, p := range doc.Problems {
		line("a problem", p.What)
	}
	if len(doc.Talks) == 0 && len(doc.Problems) == 0 {
		t.Error("neither a talk nor a problem")
	}
}
