package tui

import (
	"os"
	"strings"
	"testing"

	"talks/catalog/search/query"
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

func readmeKeys() string {
	var b strings.Builder
	for _, s := range newKeymap().sections(false) {
		b.WriteString("| " + s.title + " | |\n| --- | --- |\n")
		for _, l := range s.lines {
			keys := strings.Fields(l.keys)
			b.WriteString("| `" + strings.Join(keys, "` `") + "` | " + l.text + " |\n")
		}
		b.WriteString("\n")
	}
	return b.String()
}
