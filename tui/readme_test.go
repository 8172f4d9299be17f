package tui

import (
	"os"
	"slices"
	"strings"
	"testing"

	"talks/catalog/search/query"
	"talks/tui/help"
	"talks/tui/keymap"
)

const readme = "../README.md"

// The README's screen and keys are those of the program; -update writes them.
func TestReadme(t *testing.T) {
	data, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	want := string(data)
	for name, section := range map[string]string{"screen": readmeScreen(t), "keys": readmeKeys(), "syntax": readmeSyntax()} {
		start, end := "<!-- "+name+" -->\n", "<!-- end -->"
		before, rest, found := strings.Cut(want, start)
		_, after, ended := strings.Cut(rest, end)
		if !found || !ended {
			t.Fatalf("the README has no place for its %s", name)
		}
		want = before + start + section + end + after
	}
	if *update {
		if err := os.WriteFile(readme, []byte(want), 0o600); err != nil {
			t.Fatal(err)
		}
	} else if want != string(data) {
		t.Errorf("the README is not true any more; it should read\n%s", want)
	}
}

func readmeScreen(t *testing.T) string {
	d := driveSeed(t, 108, 20)
	d.typed("/cost")
	return "```\n" + d.screen() + "```\n"
}

func readmeSyntax() string {
	var b strings.Builder
	b.WriteString("| query | finds |\n| --- | --- |\n")
	for _, row := range query.Syntax() {
		b.WriteString("| `" + strings.ReplaceAll(row.Notation, "|", "\\|") + "` | " + row.Meaning + " |\n")
	}
	return b.String()
}

// readmeKeys has a table of the keys of the list and one of those that are others in
// the reader, and a line for each other mode. Keys of all modes stand once.
func readmeKeys() string {
	sections := sections(newKeys(), false)
	inAll := func(l keymap.Line) bool {
		return !slices.ContainsFunc(sections, func(s help.Section) bool { return !slices.Contains(s.Lines, l) })
	}
	keys := func(l keymap.Line) string { return "`" + strings.Join(strings.Fields(l.Keys), "` `") + "`" }
	var tables, lines strings.Builder
	table := func(title string, of []keymap.Line) {
		tables.WriteString("| " + title + " | |\n| --- | --- |\n")
		for _, l := range of {
			tables.WriteString("| " + keys(l) + " | " + l.Text + " |\n")
		}
		tables.WriteString("\n")
	}
	line := func(title string, of []keymap.Line) {
		said := make([]string, len(of))
		for i, l := range of {
			said[i] = keys(l) + " " + l.Text
		}
		lines.WriteString(title + ": " + strings.Join(said, "; ") + ".\n\n")
	}
	var before []keymap.Line // of the list, then of the reader
	others := func(of []keymap.Line) []keymap.Line {
		return slices.DeleteFunc(of, func(l keymap.Line) bool { return slices.Contains(before, l) })
	}
	for _, s := range sections {
		own := slices.DeleteFunc(slices.Clone(s.Lines), inAll)
		switch s.Mode {
		case inList:
			table(s.Title, own)
			before = s.Lines
		case inReader:
			table(s.Title+", besides keys that do the same in the list", others(own))
			before = s.Lines
		case inDetail:
			line(s.Title+", besides keys that do the same in the reader", others(own))
		default:
			line(s.Title, own)
		}
	}
	line("Everywhere", slices.DeleteFunc(slices.Clone(sections[0].Lines), func(l keymap.Line) bool { return !inAll(l) }))
	return tables.String() + lines.String()
}
