package tui

import (
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"talks/catalog/parse"
)

// FuzzDocument shows what was read of a document, whatever it is: its talks go
// through the index, a query and every screen.
func FuzzDocument(f *testing.F) {
	for _, doc := range []string{
		"<schedule><day date='2026-01-31'><room name='R'><event id='1'><title>One &amp; 云</title><abstract>&lt;p&gt;x&lt;/p&gt;</abstract><start>10:00</start><persons><person>Ada</person></persons></event></room></day></schedule>",
		`[{"title": "One\u200d\u0600", "abstract": "a **b** [c](https://example.org)\n\n- d", "speakers": ["Ada"], "start": "2026-01-31T10:00:00Z"}]`,
		"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:One\\, e\u0301\nDTSTART:20260131T100000Z\nEND:VEVENT\nEND:VCALENDAR\n",
		"title,speaker,abstract\nOne,Ada,\"x\ny\"\n",
		"- title: One\n  speakers: [Ada]\n",
		"# One\nby Ada\n\n> text\n\n    code\n",
		"One\n\ntext 👩\u200d👩 \u1112\u1112\n\n\nTwo\n\nมากกว่า\n",
	} {
		for _, query := range []string{"one", "ada | 'x !y", "speaker:a"} {
			f.Add([]byte(doc), query, uint8(80), uint8(24))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte, query string, w, h uint8) {
		doc := parse.Document("f", data)
		if len(doc.Talks) > 100 {
			doc.Talks = doc.Talks[:100]
		}
		d := drive(t, Options{Catalog: gather(doc)}, int(w), int(h))
		checkFrame(t, d.m, "the list")
		d.keys("/")
		d.typed(strings.Map(onlyGraphic, query[:min(len(query), 50)]))
		checkFrame(t, d.m, "the prompt")
		d.keys("enter")
		for _, keys := range [][]string{{"j"}, {"tab", "j"}, {"tab", "enter"}, {"G"}, {"n"}, {"esc", "esc"}, {"t"}, {"tab"}, {"tab"}, {"esc"}, {"?"}} {
			d.keys(keys...)
			checkFrame(t, d.m, strings.Join(keys, " "))
		}
		d.send(tea.WindowSizeMsg{Width: 120, Height: 36})
		checkFrame(t, d.m, "a larger window")
		for _, row := range strings.Split(d.m.View().Content, "\n") {
			if strings.ContainsAny(row, "\x07\x08\x7f\u009b\u202e") {
				t.Errorf("a control character on the screen: %q", row)
			}
		}
	})
}

// onlyGraphic drops what no key types.
func onlyGraphic(r rune) rune {
	if unicode.IsGraphic(r) {
		return r
	}
	return -1
}
