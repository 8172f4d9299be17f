package tui

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"talks/catalog"
	"talks/tui/style"
	"talks/tui/text"
)

var update = flag.Bool("update", false, "write the golden screens anew")

// Whole screens, at every size or at one. Keys are parted by blanks; a field that
// begins with a slash is typed.
func TestGoldenScreens(t *testing.T) {
	everySize := []string{"200x50", "120x36", "100x30", "80x24", "60x20", "40x12"}
	for _, test := range []struct {
		name    string
		catalog *catalog.Catalog
		keys    string
		sizes   []string
	}{
		{"seed", seedCatalog(t), "", everySize},
		{"seed", seedCatalog(t), "", []string{"20x5"}},
		{"schedule", twoDays(), "", everySize},
		{"time", twoDays(), "G k k", everySize},
		{"relevance", twoDays(), "/compiler esc G", everySize},
		{"filter", conference(), "t down space d a", everySize},
		{"around", saturday(), "j j j j enter tab tab", everySize},
		{"reader", seedCatalog(t), "j enter", everySize},
		{"nothing", seedCatalog(t), "/zqxj", everySize},
		{"pane", saturday(), "j j j j tab tab tab", []string{"120x36"}},
		{"visit", saturday(), "j j j j enter tab enter", []string{"80x24"}},
		{"links", conference(), "enter o", []string{"80x24"}},
		{"query", seedCatalog(t), "/cost", []string{"120x36"}},
		{"near", seedCatalog(t), "/load space t r a f f i c", []string{"100x30"}},
		{"match", seedCatalog(t), "/mesh esc tab n n", []string{"120x36"}},
		{"find", seedCatalog(t), "enter /mesh", []string{"80x24"}},
		{"marks", twoDays(), "s j s s k", []string{"120x36", "40x12"}},
		{"plan", twoDays(), "s j j s j s s j j s P down", everySize},
		{"help", seedCatalog(t), "?", []string{"80x24"}},
	} {
		for _, size := range test.sizes {
			name := test.name + "-" + size
			t.Run(name, func(t *testing.T) {
				checkGolden(t, name, draw(t, Options{Catalog: test.catalog}, size, test.keys).picture()+
					"== ascii\n"+asASCII(t, Options{Catalog: test.catalog}, size, test.keys))
			})
		}
	}
}

// draw starts a browser in a window of a size and presses keys.
func draw(t *testing.T, o Options, size, keys string) *driver {
	t.Helper()
	var w, h int
	if _, err := fmt.Sscanf(size, "%dx%d", &w, &h); err != nil {
		t.Fatal(err)
	}
	d := drive(t, o, w, h)
	for k := range strings.FieldsSeq(keys) {
		if len(k) > 1 && k[0] == '/' {
			d.typed(k)
		} else {
			d.keys(k)
		}
	}
	return d
}

// picture is the screen as text and, below it, the letters of its paints, each where
// it begins: styles.golden says what they stand for. It fails if a theme draws other
// than the letters say.
func (d *driver) picture() string {
	lines := d.paintedIn(lettered())
	for name, theme := range themes() {
		legend := map[string]string{}
		eachPaint(&theme, func(letter rune, _ string, p *text.Paint) { legend[strconv.Itoa(int(letter))] = code(p.On) })
		for y, line := range d.paintedIn(theme) {
			want := ""
			for _, r := range runs(lines[y]) {
				want += sequence(legend[r.code]) + r.text
			}
			if !slices.Equal(runs(line), runs(want)) {
				d.t.Errorf("%s: row %d is %q, want %q", name, y, line, want)
			}
		}
	}
	styles := ""
	for _, line := range lines {
		letters := ""
		for _, r := range runs(line) {
			letter := "."
			if n, _ := strconv.Atoi(r.code); n > 0 {
				letter = string(rune(n))
			} else if letters == "" {
				letter = " "
			}
			letters += letter + strings.Repeat(" ", d.m.cells(r.text)-1)
		}
		styles += strings.TrimRight(letters, " ") + "\n"
	}
	_, cursor := d.m.screen()
	if cursor != nil {
		styles += fmt.Sprintf("== cursor %d %d\n", cursor.X, cursor.Y)
	}
	return d.screen() + "== styles\n" + styles
}

// paintedIn is the rows of the screen in a theme.
func (d *driver) paintedIn(theme style.Theme) []string {
	defer func(before style.Theme) { d.m.theme, d.m.rows = before, nil }(d.m.theme)
	d.m.theme, d.m.rows = theme, nil
	rows, _ := d.m.screen()
	return rows
}

// A run is text in one style, which the code of its sequence tells.
type run struct{ text, code string }

// runs takes a row apart into what it shows.
func runs(row string) []run {
	var all []run
	on := ""
	for i, piece := range strings.Split(row, "\x1b[") {
		if i > 0 {
			on, piece, _ = strings.Cut(piece, "m")
		}
		switch last := len(all) - 1; {
		case piece == "":
		case last >= 0 && all[last].code == on:
			all[last].text += piece
		default:
			all = append(all, run{piece, on})
		}
	}
	return all
}

// sequence switches on the style of a code; code is the other way round.
func sequence(code string) string { return "\x1b[" + code + "m" }

func code(sequence string) string {
	return strings.TrimSuffix(strings.TrimPrefix(sequence, "\x1b["), "m")
}

// asASCII is the rows of a screen in ASCII, with their numbers, that differ in more
// than glyphs of one cell.
func asASCII(t *testing.T, o Options, size, keys string) string {
	t.Helper()
	like := strings.NewReplacer("│", "|", "─", "-", "━", "=", "┃", ">", "▸", ">", "·", "-", "–", "-", "╭", "+", "╮", "+", "╰", "+", "╯", "+")
	drawn := draw(t, o, size, keys).rows()
	o.ASCII = true
	rows := ""
	for y, row := range draw(t, o, size, keys).rows() {
		if row != like.Replace(drawn[y]) {
			rows += fmt.Sprintf("%d %s\n", y, row)
		}
	}
	return rows
}

// A theme of each kind.
func themes() map[string]style.Theme {
	return map[string]style.Theme{
		"dark": style.New(style.Dark, style.Many), "light": style.New(style.Light, style.Many), "unknown": style.New(style.Unknown, style.Many),
		"dark 16": style.New(style.Dark, style.Sixteen), "light 16": style.New(style.Light, style.Sixteen), "none": style.New(style.Unknown, style.None),
	}
}

// lettered is a theme whose codes are those of letters.
func lettered() style.Theme {
	theme := style.New(style.Dark, style.Many)
	eachPaint(&theme, func(letter rune, _ string, p *text.Paint) {
		*p = text.Paint{On: sequence(strconv.Itoa(int(letter))), Off: sequence("")}
	})
	return theme
}

// eachPaint calls do with every paint of a theme and its letter: the first of its name
// that is free, on the selected row a capital. Left out is Plain elsewhere, which is
// as the terminal is.
func eachPaint(theme *style.Theme, do func(letter rune, name string, p *text.Paint)) {
	all, selected := reflect.ValueOf(theme).Elem(), reflect.ValueOf(theme.OnSelected()).Elem()
	taken := ""
	for i, field := range reflect.VisibleFields(all.Type()) {
		if !field.IsExported() {
			continue
		}
		name := strings.ToLower(field.Name)
		letter := rune(name[strings.IndexFunc(name, func(r rune) bool { return !strings.ContainsRune(taken, r) })])
		taken += string(letter)
		if field.Name != "Plain" {
			do(letter, field.Name, all.Field(i).Addr().Interface().(*text.Paint))
		}
		do(unicode.ToUpper(letter), field.Name+" on the selected row", selected.Field(i).Addr().Interface().(*text.Paint))
	}
}

// What the letters of the golden screens stand for, in each theme.
func TestGoldenStyles(t *testing.T) {
	all := themes()
	names := slices.Sorted(maps.Keys(all))
	rows := map[string]string{}
	var order []string
	for _, name := range names {
		theme := all[name]
		eachPaint(&theme, func(letter rune, paint string, p *text.Paint) {
			head := fmt.Sprintf("%c %-28s", letter, paint)
			if name == names[0] {
				order = append(order, head)
			}
			rows[head] += fmt.Sprintf(" %-36s", code(p.On))
		})
	}
	table := fmt.Sprintf("%-30s", "")
	for _, name := range names {
		table += fmt.Sprintf(" %-36s", name)
	}
	table = strings.TrimRight(table, " ")
	for _, head := range order {
		table += "\n" + strings.TrimRight(head+rows[head], " ")
	}
	checkGolden(t, "styles", table+"\n")
}

func checkGolden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the screen is\n%s\nwant\n%s", got, want)
	}
}
