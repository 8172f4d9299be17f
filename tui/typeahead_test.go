package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"talks/tui/keymap"
	"talks/tui/order"
)

// fast presses keys in quick succession, and then none for a while.
func (d *driver) fast(keys ...string) {
	d.t.Helper()
	d.hold = true
	for _, k := range keys {
		d.clock = d.clock.Add(quickly / 2)
		d.send(keyPress(d.t, k))
	}
	d.release(false)
}

// A word typed where letters are commands is found. It quits nothing, opens no
// box, and what its first letters did is undone.
func TestFastLettersAreAWord(t *testing.T) {
	for _, word := range []string{
		"quarkus", "kubernetes", "golang", "linux", "javascript", "nginx", "k8s", "oppo", "llvm", "Slurm", "MQTT", "ai",
		"docker", "hello", "Zig", "раст", "云原生", "14:00", ":quit", "jquery",
	} {
		for name, before := range map[string][]string{"list": nil, "reader": {"enter"}, "detail": {"tab"}} {
			d := driveSeed(t, 120, 36)
			d.keys(before...)
			d.fast(strings.Split(word, "")...)
			d.asks(word)
			d.isIn(inPrompt)
			if d.was(tea.QuitMsg{}) {
				t.Errorf("in the %s, %s quits", name, word)
			}
			if d.m.sorting != order.Default || !d.m.mouse {
				t.Errorf("in the %s, %s leaves the order or the mouse changed", name, word)
			}
		}
	}
}

// A word that begins with the key of the filter box is found from there.
func TestWordInTheFilterBox(t *testing.T) {
	for word, want := range map[string]string{"tencent": "tencent", "twasm": "twasm"} {
		d := driveSeed(t, 120, 36)
		d.typed(word)
		d.shows("enter finds "+want, "enter find "+want)
		d.keys("enter")
		d.asks(want)
		d.isIn(inPrompt)
	}
	d := driveSeed(t, 120, 36)
	d.keys("t")
	d.clock = d.clock.Add(time.Second)
	d.typed("wasm")
	d.shows("enter finds wasm")
	d.keys("backspace", "backspace", "backspace", "backspace")
	d.lacks("enter find")
}

// What is meant as commands stays so: keys held down, counts, moves and then a
// command, however fast.
func TestFastCommandsAreNoWord(t *testing.T) {
	tests := []struct {
		keys string
		at   string
	}{
		{"jjjjj", "6 of 19"},
		{"jjjkkj", "3 of 19"},
		{"5j", "6 of 19"},
		{"12G", "12 of 19"},
		{"12gg", "12 of 19"},
		{"Ggg", "1 of 19"},
		{"jjGk", "18 of 19"},
		{"aaaa", "1 of 19"}, // a key without a meaning, held down
		{"10jj", "12 of 19"},
		{"3", "1 of 19"},
	}
	for _, test := range tests {
		d := driveSeed(t, 120, 36)
		d.fast(strings.Split(test.keys, "")...)
		d.asks("")
		d.isIn(inList)
		d.shows(test.at)
	}
}

func TestQuit(t *testing.T) {
	tests := []struct {
		keys []string
		fast bool
		at   mode
		quit bool
	}{
		{[]string{"q"}, false, inList, true},
		{[]string{"j", "q"}, true, inList, true},
		{[]string{"q", "enter"}, true, inReader, true},
		{[]string{":", "q", "enter"}, true, inReader, true},
		{[]string{":", "q"}, false, inList, true},
		{[]string{"Z", "Z"}, false, inList, true},
		{[]string{"Z", "j", "Z"}, false, inList, false},
		{[]string{"q", "t"}, true, inPrompt, false}, // a word
		{[]string{"enter", "q"}, false, inList, false},
		{[]string{"enter", "q", "q"}, true, inList, true},
		{[]string{"enter", ":", "q"}, false, inList, false},
		{[]string{"enter", "/", "e", "enter", "q"}, false, inList, false},
		{[]string{"tab", "q"}, false, inList, false},
		{[]string{"?", "q"}, false, inList, false},
		{[]string{"/", "q"}, false, inPrompt, false},
	}
	for _, test := range tests {
		d := driveSeed(t, 120, 36)
		press := d.keys
		if test.fast {
			press = d.fast
		}
		press(test.keys...)
		d.isIn(test.at)
		if d.was(tea.QuitMsg{}) != test.quit {
			t.Errorf("%q: quits %v", test.keys, !test.quit)
		}
	}
}

// A query that only filters remains when a word is typed beside it, another makes
// way.
func TestWordKeepsTheFilter(t *testing.T) {
	for before, want := range map[string]string{"is:slides": "is:slides wasm", "mesh": "wasm", "": "wasm"} {
		d := drive(t, Options{Catalog: seedCatalog(t), Query: before}, 80, 24)
		d.fast("w", "a", "s", "m")
		d.asks(want)
	}
}

// The status line names a key without a meaning, and where the others stand.
func TestUnboundKeys(t *testing.T) {
	d := driveSeed(t, 80, 24)
	for _, k := range []string{"x", "left", "ctrl+t", "0"} {
		d.keys(k)
		d.shows(keymap.Name(k) + " is no key here · ? lists the keys")
	}
	d.keys("enter", "x")
	d.shows("x is no key here")
	d.keys("J")
	d.lacks("no key")
	d.keys(":")
	d.shows(":…")
	d.keys("7")
	d.lacks(":…")
}

// Two esc in one read are two.
func TestTwoEscAtOnce(t *testing.T) {
	d := driveSeed(t, 80, 24)
	d.typed("/mesh")
	d.keys("enter", "alt+esc")
	d.isIn(inList)
	d.asks("")
}

func TestCountsInTheText(t *testing.T) {
	d := driveSeed(t, 60, 12)
	d.keys("enter", "3", "j")
	if top := d.m.pager.Top(); top != 3 {
		t.Errorf("3j scrolls to %d", top)
	}
	d.keys("5", "G", "2", "J")
	d.shows("3 of 19")
}
