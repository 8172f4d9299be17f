package place

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"talks/tui"
)

func TestPlaces(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state", "talks", "places.json")
	one := tui.Place{Query: "rust", Order: "time", Browsing: "title", Talk: "a-talk", Reading: true, Offset: 7}
	two := tui.Place{Talk: "another"}
	write := func(files string, at tui.Place, asked ...string) {
		t.Helper()
		if err := Write(path, files, at, asked); err != nil {
			t.Fatal(err)
		}
	}
	check := func(files string, want tui.Place, history ...string) {
		t.Helper()
		if at, asked := Read(path, files); at != want || !slices.Equal(asked, history) {
			t.Errorf("%s: got %+v, %q, want %+v, %q", files, at, asked, want, history)
		}
	}
	write("/one", tui.Place{})
	if _, err := os.Stat(filepath.Dir(path)); err == nil {
		t.Error("a file without a place")
	}
	check("/one", tui.Place{})
	write("/one", one, "go", "rust")
	write("/two", two, "go")
	write("", one, "piped")
	check("/one", one, "rust", "go", "piped")
	check("/two", two, "rust", "go", "piped")
	check("", tui.Place{}, "rust", "go", "piped")
	write("/one", tui.Place{})
	check("/one", tui.Place{}, "rust", "go", "piped")
	for i := range 2 * mostQueries {
		write(fmt.Sprint("/", i), two, fmt.Sprint(i))
	}
	if kept := read(path); len(kept.History) != mostQueries || len(kept.Places) != mostPlaces {
		t.Errorf("%d queries, %d places", len(kept.History), len(kept.Places))
	}
	check("/two", tui.Place{}, read(path).History...)
}

// A file that nobody can read is none, and is written anew.
func TestBroken(t *testing.T) {
	for _, broken := range []string{"", "garbage\x00", `{"history": 5}`, `{"history": ["one"], "places": [{"query": [1]}]}`, "[]"} {
		path := filepath.Join(t.TempDir(), "places.json")
		os.WriteFile(path, []byte(broken), 0o600)
		if at, asked := Read(path, "/one"); at != (tui.Place{}) || asked != nil {
			t.Errorf("%q: got %+v, %q", broken, at, asked)
		}
		if err := Write(path, "/one", tui.Place{Query: "go"}, nil); err != nil {
			t.Fatal(err)
		}
		if at, _ := Read(path, "/one"); at.Query != "go" {
			t.Errorf("%q: not overwritten", broken)
		}
	}
	path := filepath.Join(t.TempDir(), "places.json")
	os.WriteFile(path, []byte(`{"history": ["o\u001b[2Jne", ""], "places": [{"files": "/one", "query": "t\u001bwo"}]}`), 0o600)
	if at, asked := Read(path, "/one"); at.Query != "t�wo" && at.Query != "two" || len(asked) != 1 || asked[0] == "o\x1b[2Jne" {
		t.Errorf("got %+v, %q", at, asked)
	}
	folder := t.TempDir()
	if err := Write(folder, "/one", tui.Place{Query: "go"}, nil); err == nil {
		t.Error("a folder was overwritten")
	}
}

// Programs that end at the same time lose nothing of one another.
func TestAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "places.json")
	var all sync.WaitGroup
	const many = 20
	for i := range many {
		all.Go(func() { _ = Write(path, fmt.Sprint("/", i), tui.Place{Query: "go"}, []string{fmt.Sprint(i)}) })
	}
	all.Wait()
	if kept := read(path); len(kept.History) != many || len(kept.Places) != many {
		t.Errorf("%d queries, %d places", len(kept.History), len(kept.Places))
	}
}

func TestOf(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	here, _ := os.Getwd()
	os.WriteFile("a", nil, 0o600)
	if err := os.Mkdir("b", 0o700); err != nil {
		t.Fatal(err)
	}
	a, b := filepath.Join(here, "a"), filepath.Join(here, "b")
	for want, files := range map[string][]string{
		"built-in":                             nil,
		a:                                      {"a"},
		a + string(filepath.ListSeparator) + b: {"b/", "./a", a},
		"":                                     {"a", "-"},
	} {
		if got := Of(files); got != want {
			t.Errorf("%q: got %q, want %q", files, got, want)
		}
	}
	if got := Of([]string{"missing"}); got != "" {
		t.Errorf("got %q", got)
	}
}
