package tui

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden screens anew")

// Whole screens, with «matches» and ⟦the current one⟧ marked.
func TestGoldenScreens(t *testing.T) {
	tests := []struct {
		name  string
		w, h  int
		ascii bool
		keys  []string
	}{
		{name: "start-120x36", w: 120, h: 36},
		{name: "start-80x24", w: 80, h: 24},
		{name: "start-40x12", w: 40, h: 12},
		{name: "start-20x5", w: 20, h: 5},
		{name: "query-120x36", w: 120, h: 36, keys: []string{"/", "c", "o", "s", "t"}},
		{name: "query-80x24", w: 80, h: 24, keys: []string{"/", "e", "b", "p", "f", "n"}},
		{name: "near-100x30", w: 100, h: 30, keys: strings.Split("/load traffic", "")},
		{name: "nothing-80x24", w: 80, h: 24, keys: []string{"/", "z", "q", "x", "j"}},
		{name: "detail-120x36", w: 120, h: 36, keys: []string{"/", "m", "e", "s", "h", "esc", "tab", "n", "n"}},
		{name: "reader-120x36", w: 120, h: 36, keys: []string{"j", "enter"}},
		{name: "reader-40x12", w: 40, h: 12, keys: []string{"j", "enter", "d"}},
		{name: "find-80x24", w: 80, h: 24, keys: []string{"enter", "/", "m", "e", "s", "h"}},
		{name: "help-80x24", w: 80, h: 24, keys: []string{"?"}},
		{name: "ascii-80x24", w: 80, h: 24, ascii: true, keys: []string{"/", "m", "e", "s", "h", "esc", "n"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := drive(t, Options{Catalog: seedCatalog(t), ASCII: test.ascii}, test.w, test.h)
			for _, k := range test.keys {
				if k == "n" && d.m.mode() == inPrompt { // leaves the prompt first
					d.keys("esc")
				}
				d.keys(k)
			}
			checkGolden(t, test.name, d.marked())
		})
	}
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
