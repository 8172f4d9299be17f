package tui

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/tui/layout"
	"talks/tui/text"
)

// hard has texts that tear a careless layout apart.
func hard() *catalog.Catalog {
	slot := func(track string) catalog.Slot {
		return catalog.Slot{Track: track, Room: "K.1.105", Start: time.Date(2026, 1, 31, 9, 0, 0, 0, time.UTC)}
	}
	links := []catalog.Link{
		{Title: "会议" + strings.Repeat("x", 90), URL: "https://example.org/" + strings.Repeat("y", 300), Kind: catalog.LinkSlides},
		{Title: "👨\u200d👩\u200d👧", URL: "https://例え.jp/"},
	}
	return catalogOf(
		catalog.Talk{Title: "会议会议会议会议会议会议会议会议会议会议会议会议会议会议会议会议会议会议", Slides: true, Abstract: strings.Repeat("云原生。", 60), Slot: slot("会议"), Links: links},
		catalog.Talk{Title: "👨\u200d👩\u200d👧 family ❤\ufe0f 1\ufe0f\u20e3 👍\U0001f3fd", Abstract: "e\u0301\u0301\u0301 " + strings.Repeat("x", 5000), Slot: slot("❤\ufe0f 👍\U0001f3fd"), Language: "en"},
		catalog.Talk{Title: "नमस्ते สวัสดี 한국어", Abstract: "a\n\nb\n\n\nc"},
		catalog.Talk{Title: "", Abstract: ""},
		catalog.Talk{Title: "plain", Abstract: strings.Repeat("kube and mesh ", 40), Slides: true, Slot: slot(strings.Repeat("long track ", 30)), Speakers: []catalog.Person{{Name: "e\u0301 नमस्ते"}}},
	)
}

// checkFrame fails unless the frame is exactly as large as the window.
func checkFrame(t *testing.T, m *Model, what string) {
	t.Helper()
	rows, cursor := m.screen()
	if len(rows) != max(m.height, 1) {
		t.Fatalf("%s at %dx%d: %d rows", what, m.width, m.height, len(rows))
	}
	for y, r := range rows {
		if w := m.method.StringWidth(r); w != m.width {
			t.Fatalf("%s at %dx%d: row %d takes %d cells: %q", what, m.width, m.height, y, w, r)
		}
		if strings.ContainsAny(r, "\n\t\r") {
			t.Fatalf("%s at %dx%d: row %d holds a control character: %q", what, m.width, m.height, y, r)
		}
	}
	if cursor != nil && (cursor.X < 0 || cursor.X >= m.width || cursor.Y < 0 || cursor.Y >= m.height) {
		t.Fatalf("%s at %dx%d: the cursor is at %d,%d", what, m.width, m.height, cursor.X, cursor.Y)
	}
}

// states are the screens that there are, each reached by keys from the start.
func states() map[string][]string {
	return map[string][]string{
		"list":      nil,
		"end":       {"G"},
		"title":     {"S"},
		"track":     {"S", "S", "j", "j"},
		"room":      {"S", "S", "S", "G"},
		"prompt":    {"/", "k", "u", "会"},
		"hits":      {"/", "k", "u", "enter", "esc", "esc"},
		"near":      {"/", "a", "e", "space", "p", "l", "a", "i", "n", "space", "f", "a", "m", "i", "l", "y", "enter"},
		"no hits":   {"/", "z", "z", "q", "x"},
		"detail":    {"tab", "j", "n"},
		"reader":    {"enter", "d", "n"},
		"hard text": {"j", "enter", "G"},
		"find":      {"enter", "/", "a"},
		"help":      {"?", "j"},
		"facets":    {"t", "down"},
		"speakers":  {"t", "tab", "e"},
		"ticked":    {"t", "space", "shift+tab", "space", "会"},
		"no facet":  {"t", "会", "会", "会"},
		"links":     {"o", "down"},
		"jump":      {"@"},
		"jumping":   {"@", "1", "会"},
		"reading":   {"enter", "o"},
		"lead":      {"tab", "tab", "tab"},
		"visit":     {"enter", "tab", "enter", "tab"},
	}
}

// Every size of window from 1x1 to 250x60, reached by resizing an open one.
// That takes a minute, so all of them are tried only when TALKS_SWEEP is
// "full"; else those where the layout changes, and a walk through the rest.
func TestEverySize(t *testing.T) {
	sizes := someSizes()
	if os.Getenv("TALKS_SWEEP") == "full" {
		sizes = allSizes()
	}
	for name, keys := range states() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, method := range []text.Method{text.WcWidth, text.GraphemeWidth} {
				d := drive(t, Options{Catalog: hard()}, 80, 24)
				d.m.method = method
				d.m.resize()
				d.keys(keys...)
				for _, size := range sizes {
					d.m.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
					checkFrame(t, d.m, name)
				}
			}
		})
	}
}

const largestWidth, largestHeight = 250, 60

// allSizes goes up and down through the heights of each width.
func allSizes() [][2]int {
	var sizes [][2]int
	for w := 1; w <= largestWidth; w++ {
		for h := 1; h <= largestHeight; h++ {
			y := h
			if w%2 == 0 {
				y = largestHeight + 1 - h
			}
			sizes = append(sizes, [2]int{w, y})
		}
	}
	return sizes
}

func someSizes() [][2]int {
	var sizes [][2]int
	for _, w := range []int{1, 2, 3, layout.MinWidth - 1, layout.MinWidth, 33, 40, 80, layout.SideBySide - 1, layout.SideBySide, 120, largestWidth} {
		for _, h := range []int{1, 2, layout.MinHeight - 1, layout.MinHeight, layout.MinHeight + 1, layout.Roomy, 12, layout.Stacked - 1, layout.Stacked, 36, largestHeight} {
			sizes = append(sizes, [2]int{w, h})
		}
	}
	for i, size := range allSizes() {
		if i%53 == 0 {
			sizes = append(sizes, size)
		}
	}
	return sizes
}

// FuzzKeys hands a model what a terminal may: keys, pastes, clicks, turns of the
// wheel and other sizes of the window. Each leaves a frame of the right size.
//
// Most runes are keys. A rune of session stands for something else, and takes the
// runes after it with it.
func FuzzKeys(f *testing.F) {
	f.Add("/kube\nnN\x1bG?jq", 80, 24)
	f.Add("jjj\t\tdd/x\n", 120, 36)
	f.Add("tg\tx\nto", 60, 12)
	f.Add("o\n\nom\x1b", 59, 13)
	f.Add("/会\n\x1b\x1b\x1b", 20, 5)
	f.Add("@14:0\n@sun 9\x1b@x\n@?1", 100, 30)
	f.Add("/C000000000000", 20, 5) // a match in a pager without a line
	f.Add("\x1dF\t\x1dF\t\x1eF\t\x1fF\t", 120, 36)
	f.Add("/\x1cplain family\n\x1a~\x18\n\x1a\x14\x05\x1cx\n\n", 80, 24)
	f.Add("t\x19U\x15\x05\x1e\x04\x04\n\x1a\x03\x03\x1aZ<\x17G", 120, 36)
	f.Fuzz(func(t *testing.T, keys string, w, h int) {
		w, h = 1+(w&0x7fffffff)%largestWidth, 1+(h&0x7fffffff)%largestHeight
		d := drive(t, Options{Catalog: hard(), Follow: func(string) error { return nil }}, w, h)
		s := session{left: []rune(keys)}
		for range 60 {
			msg := s.next()
			if msg == nil {
				break
			}
			d.clock = d.clock.Add(doubleClick / 2)
			d.send(msg)
			checkFrame(t, d.m, fmt.Sprintf("%#v", msg))
		}
	})
}

// A session is what is left of the text that FuzzKeys plays.
type session struct{ left []rune }

// take takes a rune off, 0 if there is none.
func (s *session) take() (r rune) {
	if len(s.left) > 0 {
		r, s.left = s.left[0], s.left[1:]
	}
	return r
}

// next returns the next message, nil at the end.
func (s *session) next() tea.Msg {
	if len(s.left) == 0 {
		return nil
	}
	switch r := s.take(); r {
	case 0x1a:
		return tea.WindowSizeMsg{Width: 1 + int(s.take())%largestWidth, Height: 1 + int(s.take())%largestHeight}
	case 0x1c:
		end := slices.Index(s.left, '\n')
		if end < 0 {
			end = len(s.left)
		}
		paste := string(s.left[:end])
		s.left = s.left[min(end+1, len(s.left)):]
		return tea.PasteMsg{Content: paste}
	case 0x1d:
		return tea.MouseClickMsg{X: int(s.take()), Y: int(s.take()), Button: tea.MouseLeft}
	case 0x1e:
		return tea.MouseWheelMsg{X: int(s.take()), Y: int(s.take()), Button: tea.MouseWheelDown}
	case 0x1f:
		return tea.MouseWheelMsg{X: int(s.take()), Y: int(s.take()), Button: tea.MouseWheelUp}
	case '\n':
		return tea.KeyPressMsg{Code: tea.KeyEnter}
	case '\t':
		return tea.KeyPressMsg{Code: tea.KeyTab}
	case 0x1b:
		return tea.KeyPressMsg{Code: tea.KeyEscape}
	case 0x7f:
		return tea.KeyPressMsg{Code: tea.KeyBackspace}
	default:
		if r == 0 || r > 0x14 && r < ' ' { // the others have no letter
			others := []rune{tea.KeyUp, tea.KeyDown, tea.KeyLeft, tea.KeyRight, tea.KeyPgUp, tea.KeyPgDown, tea.KeyHome, tea.KeyEnd, tea.KeyF1}
			mods := []tea.KeyMod{0, tea.ModShift, tea.ModCtrl, tea.ModAlt}
			return tea.KeyPressMsg{Code: others[int(s.take())%len(others)], Mod: mods[int(r)%len(mods)]}
		}
		if r < ' ' {
			return tea.KeyPressMsg{Code: 'a' - 1 + r, Mod: tea.ModCtrl}
		}
		return tea.KeyPressMsg{Code: r, Text: string(r)}
	}
}
