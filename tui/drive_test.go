package tui

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/catalog/load"
	"talks/seeds"
	"talks/tui/style"
	"talks/tui/text"
)

// A driver plays a terminal to a model: it hands it messages and runs its
// commands at once, except those that are held back.
type driver struct {
	t     *testing.T
	m     *Model
	clock time.Time
	held  []tea.Cmd // commands not run yet, while hold is on
	hold  bool
	said  []tea.Msg // what commands answered, for the program: quit and the like
}

func seedCatalog(t testing.TB) *catalog.Catalog {
	t.Helper()
	c, err := load.Builtin(seeds.Files)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func gather(docs ...catalog.Document) *catalog.Catalog {
	var b catalog.Builder
	for _, doc := range docs {
		b.Add(doc)
	}
	return b.Catalog()
}

func catalogOf(talks ...catalog.Talk) *catalog.Catalog {
	return gather(catalog.Document{Name: "test", Talks: talks})
}

// drive starts a browser in a window of w x h, as a program would.
func drive(t *testing.T, o Options, w, h int) *driver {
	t.Helper()
	d := &driver{t: t, clock: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)}
	o.Now = func() time.Time { return d.clock }
	d.m = New(o)
	d.m.patience, d.m.hold = 0, 0
	d.run(d.m.Init())
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
	return d
}

// driveSeed starts a browser of the built-in catalog.
func driveSeed(t *testing.T, w, h int) *driver {
	t.Helper()
	return drive(t, Options{Catalog: seedCatalog(t)}, w, h)
}

func (d *driver) send(msg tea.Msg) {
	_, cmd := d.m.Update(msg)
	d.run(cmd)
}

// run runs a command and what comes of it.
func (d *driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	if d.hold {
		d.held = append(d.held, cmd)
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			d.run(c)
		}
	default:
		d.said = append(d.said, msg)
		d.send(msg)
	}
}

// release runs the held commands, the last one first if so asked.
func (d *driver) release(backwards bool) {
	held := d.held
	d.held, d.hold = nil, false
	for i := range held {
		if backwards {
			i = len(held) - 1 - i
		}
		d.run(held[i])
	}
}

// keys presses keys, one a second: names of several letters, or letters.
func (d *driver) keys(keys ...string) {
	d.t.Helper()
	for _, k := range keys {
		d.clock = d.clock.Add(time.Second)
		d.send(keyPress(d.t, k))
	}
}

// typed presses a key for every letter, all at once.
func (d *driver) typed(s string) {
	d.t.Helper()
	for _, r := range s {
		d.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

func keyPress(t *testing.T, k string) tea.KeyPressMsg {
	t.Helper()
	named := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown,
		"left": tea.KeyLeft, "right": tea.KeyRight, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
		"f1": tea.KeyF1, "home": tea.KeyHome, "end": tea.KeyEnd, "backspace": tea.KeyBackspace,
	}
	var msg tea.KeyPressMsg
	for {
		if rest, ok := strings.CutPrefix(k, "ctrl+"); ok {
			msg.Mod |= tea.ModCtrl
			k = rest
		} else if rest, ok := strings.CutPrefix(k, "shift+"); ok {
			msg.Mod |= tea.ModShift
			k = rest
		} else if rest, ok := strings.CutPrefix(k, "alt+"); ok {
			msg.Mod |= tea.ModAlt
			k = rest
		} else {
			break
		}
	}
	runes := []rune(k)
	code, ok := named[k]
	switch {
	case ok:
		msg.Code = code
	case k == "space":
		msg.Code, msg.Text = ' ', " "
	case len(runes) == 1:
		msg.Code = runes[0]
		if msg.Mod == 0 {
			msg.Text = k
		}
	default:
		t.Fatalf("no key is called %q", k)
	}
	return msg
}

// rows is the screen, a string a row, styles left out.
func (d *driver) rows() []string {
	rows := strings.Split(d.m.View().Content, "\n")
	plain := make([]string, len(rows))
	for i, r := range rows {
		plain[i] = strings.TrimRight(strip(r), " ")
	}
	return plain
}

func (d *driver) screen() string { return strings.Join(d.rows(), "\n") + "\n" }

// shows fails unless the screen holds all the words.
func (d *driver) shows(words ...string) {
	d.t.Helper()
	screen := d.screen()
	for _, w := range words {
		if !strings.Contains(screen, w) {
			d.t.Errorf("the screen does not show %q:\n%s", w, screen)
		}
	}
}

func (d *driver) lacks(words ...string) {
	d.t.Helper()
	screen := d.screen()
	for _, w := range words {
		if strings.Contains(screen, w) {
			d.t.Errorf("the screen shows %q:\n%s", w, screen)
		}
	}
}

// selects fails unless the title of the talk under the cursor begins so.
func (d *driver) selects(title string) {
	d.t.Helper()
	if got := d.selected(); !strings.HasPrefix(got, title) || got == "" {
		d.t.Errorf("the cursor is on %q, want %q", got, title)
	}
}

// lists fails unless the list has exactly these titles.
func (d *driver) lists(titles ...string) {
	d.t.Helper()
	var got []string
	for i := range d.m.hits() {
		got = append(got, d.m.talk(i).Title)
	}
	if !slices.Equal(got, titles) {
		d.t.Errorf("the list has %q, want %q", got, titles)
	}
}

// asks fails unless this is the query.
func (d *driver) asks(query string) {
	d.t.Helper()
	if got := d.m.query(); got != query {
		d.t.Errorf("the query is %q, want %q", got, query)
	}
}

// isIn fails unless the keys are in this mode.
func (d *driver) isIn(want mode) {
	d.t.Helper()
	if got := d.m.mode(); got != want {
		d.t.Errorf("the mode is %b, want %b", got, want)
	}
}

// highlights fails unless exactly these words are drawn as matches, in order.
func (d *driver) highlights(words ...string) {
	d.t.Helper()
	if got := d.highlighted(); !slices.Equal(got, words) {
		d.t.Errorf("highlighted: %q, want %q\n%s", got, words, d.marked())
	}
}

// selected is the title of the talk under the cursor.
func (d *driver) selected() string {
	if d.m.hits() == 0 {
		return ""
	}
	return d.m.talk(d.m.list.Cursor()).Title
}

// highlighted is what is drawn as a match on the screen, in order. It swaps the theme
// for one that writes brackets instead of colours.
func (d *driver) highlighted() []string {
	var out []string
	rest := d.marked()
	for {
		_, after, found := strings.Cut(rest, "«")
		if !found {
			return out
		}
		word, more, _ := strings.Cut(after, "»")
		out, rest = append(out, word), more
	}
}

// marked is the screen with «matches» and ⟦the current one⟧.
func (d *driver) marked() string {
	before := d.m.theme
	defer func() { d.m.theme = before; d.m.rows = nil }()
	d.m.rows = nil
	d.m.theme = style.Theme{Match: text.Paint{On: "«", Off: "»"}, Current: text.Paint{On: "⟦", Off: "⟧"}}
	return d.screen()
}

// strip takes the styles out of a row.
func strip(row string) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(row, "\x1b[")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		_, row, _ = strings.Cut(after, "m")
	}
}

// was says whether a command answered with a message of this type.
func (d *driver) was(msg tea.Msg) bool {
	for _, s := range d.said {
		if reflect.TypeOf(s) == reflect.TypeOf(msg) {
			return true
		}
	}
	return false
}
