package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/tui/order"
)

// programme has enough of everything that each key has something to do.
func programme() *catalog.Catalog {
	talks := make([]catalog.Talk, 60)
	for i := range talks {
		talks[i] = catalog.Talk{
			Title:    fmt.Sprintf("Talk %d about kube", i+1),
			Abstract: strings.Repeat("Kube is told.\n\n", 60),
			Speakers: []catalog.Person{{Name: []string{"Ada Lovelace", "Grace Hopper"}[i%2]}},
			Slot: catalog.Slot{
				Track: fmt.Sprintf("Track %d", i%5), Room: fmt.Sprintf("Room %d", i%4),
				Start: time.Date(2026, 1, 31+i/30, 10, 10*(i%30), 0, 0, time.UTC),
			},
			Links: []catalog.Link{{Title: "Page", URL: "https://example.org/a"}, {Title: "Video", URL: "https://example.org/b"}},
		}
	}
	return catalogOf(talks...)
}

// A moment is what a key may change.
type moment struct {
	mode                mode
	cursor, top, match  int
	query, typed, shown string
	sorting             order.By
	mouse               bool
	said                []tea.Msg
}

func (d *driver) moment() moment {
	match, _ := d.m.pager.Match()
	return moment{
		mode: d.m.mode(), cursor: d.m.list.Cursor(), top: d.m.pager.Top(), match: match, query: d.m.query(),
		typed: d.m.textPrompt.Value(), shown: d.screen(), sorting: d.m.sorting, mouse: d.m.mouse, said: d.said,
	}
}

func (m moment) says(msg tea.Msg) bool { return (&driver{said: m.said}).was(msg) }

// effects are what the help says that keys do, as changes of what can be seen.
func effects() map[string]func(before, after moment) bool {
	to := func(mode mode) func(_, after moment) bool {
		return func(_, after moment) bool { return after.mode == mode }
	}
	stays := func(before, after moment) bool { return before.mode == after.mode && before.shown != after.shown }
	emptied := func(before, after moment) bool {
		return before.mode == after.mode && after.query+after.typed == "" && before.shown != after.shown
	}
	return map[string]func(before, after moment) bool{
		openHelp: to(inReader), "find": to(inPrompt), "to the detail": to(inDetail), "filter": to(inPicker),
		jumpHelp: to(inJump), linkHelp: to(inPicker), planHelp: to(inPicker), nearHelp: to(inPicker), "help": to(inHelp), "find in the text": to(inTextSearch),
		"back to the list": to(inList), "close": to(inList), "cancel": to(inReader),
		moveHelp: stays, "page": stays, "half a page": stays, "top, end": stays, "scroll": stays, groupHelp: stays, tickHelp: stays,
		"empty the query": emptied, "drop a word": emptied,
		"scroll the detail":                func(b, a moment) bool { return b.top != a.top && b.cursor == a.cursor },
		matchHelp:                          func(b, a moment) bool { return b.match != a.match },
		sortHelp:                           func(b, a moment) bool { return b.sorting != a.sorting },
		"mouse: to the terminal, and back": func(b, a moment) bool { return b.mouse != a.mouse },
		"one step back":                    func(b, a moment) bool { return a.mode == inList && (b.mode != inList || a.query == "") },
		"next, previous talk":              func(b, a moment) bool { return b.mode == a.mode && b.cursor != a.cursor },
		leadHelp:                           func(b, a moment) bool { return b.shown != a.shown },
		"link or talk before, to the list": to(inList), // there is none before
		noteHelp:                           func(b, a moment) bool { return b.shown != a.shown },
		markHelp:                           to(inPicker),
		stateHelp:                          func(b, a moment) bool { return b.shown != a.shown },
		"take back the last mark":          func(b, a moment) bool { return b.shown != a.shown },
		"read the files again":             func(_, a moment) bool { return strings.Contains(a.shown, "there is no file to read again") },
		"keep the note":                    func(_, a moment) bool { return a.mode == inList && strings.Contains(a.shown, "note: ") },
		"what was asked before":            to(inPicker),
		"what was asked before; also up, where nothing is typed": to(inPicker),
		copyHelp:                 func(_, a moment) bool { return strings.Contains(a.shown, "sent to the terminal's clipboard") },
		formHelp:                 to(inPicker),
		followHelp:               func(b, a moment) bool { return b.mode == a.mode && b.shown != a.shown },
		"to the first match":     func(b, a moment) bool { return a.mode == inReader && a.match > 0 },
		"empty":                  func(b, a moment) bool { return b.mode == a.mode && a.typed == "" && b.shown != a.shown },
		"stay there":             func(b, a moment) bool { return a.mode == inList && a.cursor == b.cursor },
		"back to where it began": func(b, a moment) bool { return a.mode == inList && a.cursor != b.cursor },
		chooseHelp:               func(b, a moment) bool { return a.mode == inList && b.query != a.query },
		"draw the screen anew":   func(_, a moment) bool { return a.says(tea.ClearScreen()) },
		"quit":                   func(_, a moment) bool { return a.says(tea.QuitMsg{}) },
		"leave at once":          func(_, a moment) bool { return a.says(tea.QuitMsg{}) },
		"suspend":                func(_, a moment) bool { return a.says(tea.SuspendMsg{}) },
	}
}

// Every key of the help does what the help says, wherever it says so.
func TestEveryKeyDoesWhatTheHelpSays(t *testing.T) {
	found := []string{"3", "0", "j"} // in the middle of a list
	places := map[mode][]string{
		inList:       append(found, "shift+down"),
		inPrompt:     append(found, "shift+down", "/"),
		inDetail:     append(found, "shift+down", "tab"),
		inReader:     append(found, "enter", "d", "n", "n"),
		inTextSearch: append(found, "enter", "/", "l"),
		inJump:       append(found, "@", "s", "a", "t"),
		inNote:       append(found, "e", "k", "esc", "e", "x"),
		inPicker:     {"t", "T", "down"},
		inHelp:       {"?", "j", "j", "j"},
	}
	effects, talks := effects(), programme()
	for at, keys := range places {
		for _, s := range newKeys() {
			effect := effects[s.Help()]
			if effect == nil {
				t.Fatalf("nobody knows what %q does", s.Help())
			}
			if s.Modes&at == 0 {
				continue
			}
			for _, k := range s.Binding.Keys() {
				d := drive(t, Options{Catalog: talks, Query: "kube"}, 120, 30)
				d.keys(keys...)
				if s.Help() == followHelp {
					d.keys("tab")
				}
				d.said = nil
				before := d.moment()
				if before.mode != at {
					t.Fatalf("in mode %b instead of %b:\n%s", before.mode, at, before.shown)
				}
				d.keys(strings.Fields(k)...)
				if after := d.moment(); !effect(before, after) {
					t.Errorf("in mode %b, %s does not do this: %s; after\n%s\ncomes\n%s", at, k, s.Help(), before.shown, after.shown)
				}
			}
		}
	}
}
