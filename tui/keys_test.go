package tui

import (
	"slices"
	"strings"
	"testing"

	"talks/tui/keymap"
)

// No key has two meanings in one mode, and none has a binding without help.
func TestKeysAreUnambiguous(t *testing.T) {
	for _, at := range []mode{inList, inPrompt, inDetail, inReader, inTextSearch, inHelp, inPicker, inJump} {
		seen := make(map[string]string)
		for _, c := range newKeys() {
			if c.Modes&at == 0 {
				continue
			}
			if c.Binding.Help().Desc == "" || c.Do == nil {
				t.Errorf("%v has no help or does nothing", c.Binding.Keys())
			}
			for _, k := range c.Binding.Keys() {
				if before, twice := seen[k]; twice {
					t.Errorf("in %b, %s means %q and %q", at, k, before, c.Binding.Help().Desc)
				}
				seen[k] = c.Binding.Help().Desc
			}
		}
	}
}

// Where text is typed, no letter is a command.
func TestLettersAreTyped(t *testing.T) {
	for _, c := range newKeys() {
		if c.Modes&inTyping == 0 {
			continue
		}
		for _, k := range c.Binding.Keys() {
			if len([]rune(k)) == 1 || k == "space" && c.Help() != tickHelp { // which types it where nothing is ticked
				t.Errorf("%q cannot be typed, it means %q", k, c.Binding.Help().Desc)
			}
		}
	}
}

// The keys that people bring along from elsewhere, and that the design names.
func TestDesignedKeys(t *testing.T) {
	want := map[mode]string{
		inList:       "up down j k pgup pgdown ctrl+b ctrl+f space g G home end shift+up shift+down ctrl+d ctrl+u / enter l right n N t @ o P M esc tab ? f1 q ctrl+l ctrl+c ctrl+z",
		inPrompt:     "up down ctrl+n ctrl+p ctrl+j ctrl+k pgup pgdown shift+up shift+down ctrl+u ctrl+w enter esc tab f1 ctrl+l ctrl+c ctrl+z",
		inDetail:     "up down j k pgup pgdown b f space d u g G home end / enter l right n N J K t o P M esc h left tab ? f1 q ctrl+l ctrl+c ctrl+z",
		inReader:     "up down j k pgup pgdown b f space d u g G home end / n N J K o P M esc h left ? f1 q ctrl+l ctrl+c ctrl+z",
		inPicker:     "up down ctrl+n ctrl+p pgup pgdown home end tab shift+tab space enter esc ctrl+u ctrl+c ctrl+z",
		inJump:       "enter esc ctrl+u ctrl+c ctrl+z",
		inTextSearch: "enter esc ctrl+u ctrl+c ctrl+z",
		inHelp:       "up down j k esc ? q ctrl+c ctrl+z",
	}
	for at, keys := range want {
		for _, k := range strings.Fields(keys) {
			if newKeys().Lookup(keymap.Names(keyPress(t, k), at&inTyping != 0), at, "") == nil {
				t.Errorf("in mode %b, %s does nothing", at, k)
			}
		}
	}
}

// The help names every key there is.
func TestHelpNamesEveryKey(t *testing.T) {
	var shown []string
	for _, s := range sections(newKeys(), false) {
		for _, l := range s.Lines {
			shown = append(shown, strings.Fields(l.Keys)...)
		}
	}
	for _, c := range newKeys() {
		for _, k := range c.Binding.Keys() {
			if !slices.Contains(shown, keymap.Name(k)) {
				t.Errorf("the help does not name %s", k)
			}
		}
	}
}

// The status line offers what is of use, and as much of it as there is room for.
func TestHints(t *testing.T) {
	tests := []struct {
		keys          []string
		offered, lack string
	}{
		{nil, "t filter · o open a link", "move"},
		{[]string{"G"}, "t filter", "open a link"}, // has none
		{[]string{"o"}, " esc close", "tick"},
		{[]string{"t"}, "space tick several · esc close · tab shift+tab next, previous group", "move"},
		{[]string{"enter"}, "J K next, previous talk", "next, previous match"},
		{[]string{"/", "k", "u", "b", "e"}, "↑ ↓ move", "previous match"},
		{[]string{"/", "k", "u", "b", "e", "enter"}, "/ find in the text · n N next, previous match · ? help", "J K"},
		{[]string{"/", "z", "q", "x"}, " esc back to the list", "↑ ↓ move"},
	}
	for _, test := range tests {
		d := drive(t, Options{Catalog: conference()}, 100, 30)
		d.keys(test.keys...)
		status := d.rows()[29]
		if !strings.Contains(status, test.offered) || strings.Contains(status, test.lack) {
			t.Errorf("%q: the status line is %q, want %q and not %q", test.keys, status, test.offered, test.lack)
		}
	}
}

func TestHelpScrollsToItsEnd(t *testing.T) {
	d := driveSeed(t, 40, 12)
	d.keys("?")
	d.shows("In the list")
	for range 300 {
		d.keys("j")
	}
	d.shows("every field word")
	d.keys("g")
	d.shows("In the list")
	d.keys("G")
	d.shows("every field word")
	d.keys("?")
	d.shows("1 of 19")
}

// The help begins with the keys that are in force, and the others can be
// scrolled to.
func TestHelpBeginsWhereItIsOpened(t *testing.T) {
	for title, keys := range map[string][]string{
		" In the list":                   {"?"},
		" In the reader":                 {"enter", "?"},
		" In the detail beside the list": {"tab", "?"},
	} {
		d := driveSeed(t, 80, 24)
		d.keys(keys...)
		if got := d.rows()[1]; got != title {
			t.Errorf("%q: the help begins with %q, want %q", keys, got, title)
		}
		d.keys("g")
		d.shows("In the list")
	}
}

func TestASCIIOnly(t *testing.T) {
	d := drive(t, Options{Catalog: catalogOf(), ASCII: true}, 80, 24)
	for _, keys := range [][]string{nil, {"?"}, {"esc", "/", "x"}} {
		d.keys(keys...)
		for _, r := range d.screen() {
			if r > 127 {
				t.Errorf("%q is not ASCII:\n%s", r, d.screen())
				break
			}
		}
	}
}
