package picker

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"talks/tui/style"
	"talks/tui/text"
)

func itemsOf(labels ...string) []Item {
	var items []Item
	for i, l := range labels {
		items = append(items, Item{Label: l, Note: fmt.Sprint(i)})
	}
	return items
}

func open(groups ...Group) *Picker {
	p := New()
	p.SetRoom(60, 8, false, text.WcWidth)
	p.Show("choose", "take", false, "nothing there", groups)
	return p
}

func typed(p *Picker, s string) {
	for _, r := range s {
		p.Type(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

// chosen is the label under the cursor.
func chosen(p *Picker) string {
	group, item, ok := p.Item()
	if !ok {
		return ""
	}
	return p.groups[group].Items[item].Label
}

// shown is the screen without styles, with «matches» marked.
func shown(p *Picker) []string {
	theme := style.Theme{Match: text.Paint{On: "«", Off: "»"}}
	glyphs := style.NewGlyphs(true)
	rows, _, _ := p.View(&theme, &glyphs)
	for i, r := range rows {
		rows[i] = strings.TrimRight(r, " ")
	}
	return rows
}

func TestNarrows(t *testing.T) {
	names := itemsOf("Go devroom", "Große Halle", "云原生 大会", "Ada Lovelace", "ÉTÉ", "g")
	tests := []struct {
		typed string
		want  []string // with matches marked
	}{
		{"", []string{"Go devroom", "Große Halle", "云原生 大会", "Ada Lovelace", "ÉTÉ", "g"}},
		{"g", []string{"«G»o devroom", "«G»roße Halle", "«g»"}},
		{"DEV", []string{"Go «dev»room"}},
		{"大会", []string{"云原生 «大会»"}},
		{"ete", []string{"«ÉTÉ»"}},
		{"a l", []string{"Ad«a L»ovelace"}},
		{"xyz", nil},
		{"lovelace!", nil},
	}
	for _, test := range tests {
		p := open(Group{Name: "names", Items: names})
		typed(p, test.typed)
		if len(p.shown) != len(test.want) {
			t.Errorf("%q leaves %d rows, want %d", test.typed, len(p.shown), len(test.want))
		}
		screen := strings.Join(shown(p), "\n")
		for _, want := range test.want {
			if !strings.Contains(screen, want) {
				t.Errorf("%q does not show %q:\n%s", test.typed, want, screen)
			}
		}
		if test.want == nil && !strings.Contains(screen, "nothing here has "+test.typed) {
			t.Errorf("%q is not said to be nowhere:\n%s", test.typed, screen)
		}
	}
}

func TestMoves(t *testing.T) {
	p := open(Group{Items: itemsOf("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")}) // six fit
	steps := []struct {
		do   func()
		want string
		top  string
	}{
		{func() {}, "a", "a"},
		{func() { p.MoveBy(-1) }, "a", "a"},
		{func() { p.MoveBy(5) }, "f", "a"},
		{func() { p.MoveBy(1) }, "g", "b"},
		{func() { p.MoveBy(p.Fits()) }, "j", "e"},
		{func() { p.MoveTo(0) }, "a", "a"},
		{func() { p.ScrollBy(2) }, "c", "c"},
		{func() { p.ScrollBy(99) }, "e", "e"},
		{func() { p.ScrollBy(-1) }, "e", "d"},
		{func() { p.SetRoom(60, 4, false, text.WcWidth) }, "e", "d"},
		{func() { typed(p, "j") }, "j", "j"},
		{func() { p.Clear() }, "a", "a"},
	}
	for i, step := range steps {
		step.do()
		top, first := "", 0
		if first, _, _ = p.list.At(0); first < len(p.shown) {
			top = p.groups[0].Items[p.shown[first].item].Label
		}
		if got := chosen(p); got != step.want || top != step.top {
			t.Errorf("after step %d the cursor is on %q under %q, want %q under %q", i, got, top, step.want, step.top)
		}
	}
}

func TestTurns(t *testing.T) {
	p := open(Group{Name: "one", Items: itemsOf("apple", "bean")}, Group{Name: "none"}, Group{Name: "two", Items: itemsOf("cherry", "bean soup", "egg")})
	for i, step := range []struct {
		by   int
		want string
	}{{1, "cherry"}, {1, "apple"}, {-1, "cherry"}, {-1, "apple"}} {
		if p.Turn(step.by); chosen(p) != step.want {
			t.Errorf("after %d turns: %q, want %q", i+1, chosen(p), step.want)
		}
	}
	p.MoveBy(1)
	p.Turn(-1)
	if got := chosen(p); got != "apple" {
		t.Errorf("back from within a group: %q", got)
	}
	p.MoveBy(1)
	p.Turn(1)
	if got := chosen(p); got != "cherry" {
		t.Errorf("on from within a group: %q", got)
	}
}

// As much of a group as fits is in sight when it is turned to.
func TestTurnsToWholeGroups(t *testing.T) {
	p := open(Group{Name: "one", Items: itemsOf("a", "b", "c")}, Group{Name: "two", Items: itemsOf("d", "e", "f")}, Group{Name: "three", Items: itemsOf("g", "h", "i", "j", "k", "l", "m")})
	for _, want := range []struct{ first, last string }{{"d", "f"}, {"g", "k"}, {"a", "c"}} {
		p.Turn(1)
		got := strings.Join(shown(p), "|")
		if chosen(p) != want.first || !strings.Contains(got, "┃ "+want.first) || !strings.Contains(got, "|  "+want.last+" ") {
			t.Errorf("%s and %s are not in sight: %q", want.first, want.last, got)
		}
	}
}

// What is typed is looked for in all groups; those without it have no heading.
func TestNarrowsAllGroups(t *testing.T) {
	p := open(Group{Name: "days", Items: itemsOf("Saturday", "Sunday")}, Group{Name: "tracks", Items: itemsOf("Rust")}, Group{Name: "people", Items: itemsOf("Satya", "Ada")})
	if got := strings.Join(shown(p), "|"); !strings.Contains(got, "| days|┃ Saturday  0|  Sunday    1| tracks|") {
		t.Errorf("no heading: %q", got)
	}
	typed(p, "sat")
	want := []string{" days", "> «Sat»urday  0", " people", "  «Sat»ya     0"}
	for i, row := range shown(p)[2:6] {
		if row = strings.ReplaceAll(row, "┃", ">"); row != want[i] {
			t.Errorf("row %d is %q, want %q", i, row, want[i])
		}
	}
	if p.Groups() != 2 {
		t.Errorf("%d groups have it", p.Groups())
	}
}

func TestTicks(t *testing.T) {
	p := New()
	p.SetRoom(60, 12, true, text.WcWidth)
	p.Show("filter", "apply (3 talks)", true, "", []Group{{Name: "days", Items: []Item{{Label: "Saturday", Note: "12"}, {Label: "Sunday", Note: " 9", Ticked: true}}}})
	p.Tick(0, 0, true)
	want := []string{
		"╭─ filter days · 2 ticked ────────── 1 of 2 ─╮",
		"│ > type to narrow                           │",
		"│                                            │",
		"│┃ [x] Saturday                           12 │",
		"│  [x] Sunday                              9 │",
		"╰─ enter apply (3 talks) ────────────────────╯",
	}
	if got := shown(p); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("the box is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for _, at := range []struct {
		x, line, item int
		action        bool
	}{{3, 3, 0, false}, {3, 4, 1, false}, {0, 3, -1, false}, {45, 3, -1, false}, {3, 2, -1, false}, {3, 5, -1, true}, {23, 5, -1, true}, {40, 5, -1, false}, {-1, 3, -1, false}} {
		item, _, ok := p.At(at.x, at.line)
		if ok != (at.item >= 0) || ok && item != at.item || p.OnAction(at.x, at.line) != at.action {
			t.Errorf("at %d,%d: item %d %t, action %t", at.x, at.line, item, ok, p.OnAction(at.x, at.line))
		}
	}
}

// A frame that would leave a few cells beside it takes them.
func TestNarrowMargins(t *testing.T) {
	p := New()
	for room, want := range map[int]int{70: leastBox + 2, leastBox + 2 + leastBeside: leastBox + 2, leastBox + 1 + leastBeside: leastBox + 1 + leastBeside, 30: 30} {
		p.SetRoom(room, 12, true, text.WcWidth)
		if got, _ := p.Size(); got != want {
			t.Errorf("in %d cells it takes %d, want %d", room, got, want)
		}
	}
}

// A new count does not throw the user back.
func TestSetGroupsKeepsTheItem(t *testing.T) {
	one := Group{Name: "one", Items: itemsOf("apple", "bean")}
	two := Group{Name: "two", Items: itemsOf("cherry", "date", "fig")}
	p := open(one, two)
	p.Turn(1)
	p.MoveBy(1)
	p.SetGroups("", "", []Group{{Name: "two", Items: itemsOf("fig", "cherry", "date")}})
	if got := chosen(p); got != "date" {
		t.Errorf("the cursor is on %q", got)
	}
	p.SetGroups("", "", []Group{one})
	if got := chosen(p); got != "bean" { // as near as it gets
		t.Errorf("the group is gone and the cursor on %q", got)
	}
	p.SetGroups("", "still counting", nil)
	if _, _, ok := p.Item(); ok || !strings.Contains(strings.Join(shown(p), "\n"), "still counting") {
		t.Errorf("without rows it shows\n%s", strings.Join(shown(p), "\n"))
	}
	p.Turn(1)
	p.MoveBy(1)
}

func TestColumns(t *testing.T) {
	p := open(Group{Name: "n", Items: []Item{{Label: "short", Note: " 9"}, {Label: "会议会议", Note: "10"}, {Label: strings.Repeat("long ", 30), Note: " 1"}}})
	for width, want := range map[int][]string{
		60: {"┃ short" + strings.Repeat(" ", 50) + " 9", "  会议会议" + strings.Repeat(" ", 47) + "10"},
		20: {"┃ short           9", "  会议会议       10", "  long long lo…   1"},
	} {
		p.SetRoom(width, 8, false, text.WcWidth)
		rows := shown(p)[2:]
		for i := range want {
			if rows[i] != want[i] {
				t.Errorf("%d cells wide, row %d is %q, want %q", width, i, rows[i], want[i])
			}
		}
	}
}

func TestAt(t *testing.T) {
	p := open(Group{Items: itemsOf("a", "b", "c", "d", "e", "f", "g", "h")})
	p.ScrollBy(1)
	for line, want := range map[int]int{-1: -1, 0: -1, 1: -1, 2: 1, 7: 6, 8: -1} {
		row, _, ok := p.At(5, line)
		if ok != (want >= 0) || ok && row != want {
			t.Errorf("on line %d: row %d %t, want %d", line, row, ok, want)
		}
	}
}

// Any keys in any window leave a frame of the right size, with a row chosen
// exactly when there is one.
func FuzzPicker(f *testing.F) {
	f.Add("ab\t\x1b[", 20, 5, "Go devroom\nAda\n\nx\ty")
	f.Add("会\t\t\n", 60, 12, "会议会议会议\n👨\u200d👩\u200d👧 family\ne\u0301\u0301")
	f.Add("vv!*\tv#*!", 80, 24, "a\nb\nc\nd")
	f.Add("g>>>>vvvv^^", 3, 1, strings.Repeat("g\n", 40))
	f.Fuzz(func(t *testing.T, keys string, w, h int, content string) {
		w, h = (w&0x7fffffff)%130, (h&0x7fffffff)%40
		rows := itemsOf(strings.Split(strings.ToValidUTF8(strings.NewReplacer("\t", " ", "\r", " ", "\x1b", " ").Replace(content), "?"), "\n")...)
		if strings.ContainsFunc(content, func(r rune) bool { return r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 }) {
			t.Skip("the catalog's text is clean")
		}
		p := New()
		p.SetRoom(w, h, framed(w, h), text.WcWidth)
		groups := []Group{{Name: "first", Items: rows}, {Name: "second"}, {Name: "会议", Items: rows[:1]}}
		p.Show("title", "take", w%2 > 0, "empty", groups)
		for i, r := range keys {
			if i > 60 {
				break
			}
			press(p, r, groups)
			checkFrame(t, p, w, h)
		}
		p.SetRoom(h, w, framed(h, w), text.GraphemeWidth)
		checkFrame(t, p, h, w)
	})
}

func framed(w, h int) bool { return w >= 20 && h >= 5 && w%3 > 0 }

func press(p *Picker, r rune, groups []Group) {
	switch r {
	case '!':
		p.Show("again", "", true, "nothing", nil)
	case '#':
		p.SetGroups("take (1)", "empty", groups[1:])
	case '*':
		p.SetGroups("take (1)", "empty", groups)
	case '\t':
		p.Turn(1)
	case '\n':
		p.Turn(-1)
	case '>':
		p.ScrollBy(1)
	case '<':
		p.ScrollBy(-3)
	case 'v':
		p.MoveBy(2)
	case '^':
		p.MoveBy(-1)
	case '\b':
		p.Type(tea.KeyPressMsg{Code: tea.KeyBackspace})
	default:
		p.Type(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

func checkFrame(t *testing.T, p *Picker, w, h int) {
	t.Helper()
	theme, glyphs := style.New(style.Dark, style.Many), style.NewGlyphs(true)
	rows, x, y := p.View(&theme, &glyphs)
	if width, height := p.Size(); p.framed && width <= w && height <= h {
		w, h = width, height
	}
	if len(rows) != h {
		t.Fatalf("%d rows at %dx%d", len(rows), w, h)
	}
	for i, r := range rows {
		if got := p.method.StringWidth(r); got != w {
			t.Fatalf("row %d at %dx%d takes %d cells: %q", i, w, h, got, r)
		}
	}
	if x < 0 || y < 0 || w > 0 && x >= w || h > 0 && y >= h {
		t.Fatalf("the cursor is at %d,%d in %dx%d", x, y, w, h)
	}
	if _, _, ok := p.Item(); ok != (len(p.shown) > 0) {
		t.Fatalf("chosen: %t, with %d rows", ok, len(p.shown))
	}
}
