package tui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/catalog/marks"
)

// keeper opens a file of marks the way cmd/talks does.
func keeper(path string) func() (*marks.Store, error) {
	return func() (*marks.Store, error) {
		return marks.Open(path, func() time.Time { return time.Date(2026, 1, 30, 12, 0, 0, 0, time.UTC) })
	}
}

// A talk is marked by a key, that can be seen and taken back, and is there
// tomorrow.
func TestMarks(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "marks.toml")
	o := Options{Catalog: schedule(), Marks: keeper(path)}
	d := drive(t, o, 120, 36)
	d.lacks("marked")
	d.keys("s")
	d.shows("★┃ Apples", "│  ★ going\n", "3 talks · 1 marked", "\n going: Apples\n")
	d.keys("j")
	d.shows("★  Apples", " ┃ Zebras")
	d.keys("s", "s")
	d.shows("☆┃ Zebras", "☆ maybe", "2 marked", "maybe: Zebras")
	d.keys("s")
	d.shows(" ┃ Zebras", "1 marked", "not marked: Zebras")
	d.keys("u")
	d.shows("☆┃ Zebras", "taken back · maybe: Zebras")
	d.keys("u", "u", "u")
	d.shows("taken back · not marked: Apples", "3 talks  ")
	d.keys("u")
	d.shows("nothing to take back")
	d.keys("enter", "s")
	d.shows("★ going", "going: Zebras")

	d = drive(t, o, 120, 36)
	d.shows("  Apples", "★  Zebras", "1 marked")
	if mark := d.m.markOf(d.m.talk(1)); mark != (marks.Mark{State: marks.Going, Seen: true}) {
		t.Errorf("the talk that was read has the mark %v", mark)
	}
	o.ASCII = true
	d = drive(t, o, 120, 36)
	d.keys("j")
	d.shows("*> Zebras", "* going")
}

// What is pressed before the marks are read is done afterwards.
func TestMarksWait(t *testing.T) {
	d := drive(t, Options{Catalog: schedule()}, 120, 36)
	d.hold = true
	d.send(LoadedMsg{Catalog: schedule()})
	d.keys("s")
	d.lacks("★")
	d.release(false)
	d.shows("★┃ Apples", "1 marked")
}

// Marks that cannot be read or written are told, and stay for as long as the
// program runs. They are written as soon as that is possible.
func TestMarksThatCannotBeSaved(t *testing.T) {
	path := filepath.Join(t.TempDir(), "marks.toml")
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	d := drive(t, Options{Catalog: schedule(), Marks: keeper(path)}, 120, 36)
	d.shows("is a folder; marks are kept in memory")
	d.keys("s")
	d.shows("★┃ Apples", "is a folder; marks are kept in memory")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	d.keys("j", "s")
	d.lacks("folder")
	data, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(data), "Apples") || !strings.Contains(string(data), "Zebras") {
		t.Errorf("the file has %q, %v", data, err)
	}
}

// Two browsers with one file see each other's marks when they save their own.
func TestMarksOfTwoBrowsers(t *testing.T) {
	o := Options{Catalog: schedule(), Marks: keeper(filepath.Join(t.TempDir(), "marks.toml"))}
	one, other := drive(t, o, 120, 36), drive(t, o, 120, 36)
	one.keys("s")
	other.keys("j", "s")
	other.shows("★  Apples", "★┃ Zebras", "2 marked")
}

func TestMarksAreNoReasonNotToStart(t *testing.T) {
	d := drive(t, Options{Catalog: schedule(), Marks: func() (*marks.Store, error) {
		store, _ := marks.Open("", time.Now)
		return store, errors.New("no marks today")
	}}, 120, 36)
	d.shows("Apples", "no marks today")
	d.keys("s")
	d.shows("★┃ Apples")
}

// The menu has every state; a word that begins with its key is found nevertheless.
func TestMarkMenu(t *testing.T) {
	d := drive(t, Options{Catalog: schedule()}, 120, 36)
	d.keys("m")
	d.shows("─ mark Apples ─", "┃ going  ", " ★ ", " ▷ ", " now ", "  hide: track Main")
	d.keys("l", "enter")
	d.shows("▷┃ Apples", "later: Apples", "▷ later")
	d.keys("enter", "m", "down", "enter")
	d.isIn(inReader)
	d.shows("☆ maybe")
	d.keys("q", "m", "esc")
	d.isIn(inList)
	d.fast(strings.Split("memory", "")...)
	d.asks("memory")
	d.isIn(inPrompt)
}

// What is skipped is not shown, unless the query asks for it; the cursor stays where
// it is.
func TestSkip(t *testing.T) {
	d := drive(t, Options{Catalog: twoDays()}, 120, 36)
	d.keys("j", "j", "m", "s", "k", "enter")
	d.lacks("\n   Indexes without tears ")
	d.shows("skip: Indexes", "20 talks · 1 hidden", "3 of 19")
	d.selects("Meters that speak")
	d.typed("/indexes")
	d.lacks("   Indexes without tears", "┃ Indexes without tears")
	d.keys("ctrl+u")
	d.typed("is:skipped")
	d.lists("Indexes without tears")
	d.shows("×┃ Indexes")
	d.keys("esc", "u")
	d.shows("taken back", "is:skipped: no talk here has this mark")
	d.keys("esc")
	d.lacks("hidden")
	d.selects("Welcome")
	// In the reader the talk stays until it is left.
	d.keys("enter", "m", "s", "k", "enter")
	d.shows("× skip", "skip: Welcome", "Doors, coffee")
	d.keys("q")
	d.shows("1 of 19", "1 hidden")
}

// Queries ask for marks, and are asked again when one changes.
func TestQueriesForMarks(t *testing.T) {
	d := drive(t, Options{Catalog: schedule()}, 120, 36)
	d.typed("/is:going")
	d.lists()
	d.shows("is:going: no talk here has this mark")
	d.keys("ctrl+u", "esc", "s", "j", "s")
	d.typed("/is:going")
	d.lists("Apples", "Zebras in the kernel")
	d.keys("esc", "g", "s")
	d.lists("Zebras in the kernel")
	d.keys("s")
	d.lists()
	d.keys("u", "u")
	d.lists("Apples", "Zebras in the kernel")
	d.keys("/", "ctrl+u")
	d.typed("is:marked !is:seen ")
	d.lists("Apples", "Zebras in the kernel")
	d.keys("esc", "g", "enter", "q")
	d.lists("Zebras in the kernel")
}

// A schedule that is published anew: what is gone and what has changed is told.
func TestMarksOfANewerSchedule(t *testing.T) {
	path := filepath.Join(t.TempDir(), "marks.toml")
	d := drive(t, Options{Catalog: schedule(), Marks: keeper(path)}, 120, 36)
	d.keys("s", "j", "s")
	talks := schedule().Talks
	moved := *talks[1]
	moved.Slot.Room = "K.1.105"
	if moved.Title != "Apples" {
		t.Fatal(moved.Title)
	}
	d = drive(t, Options{Catalog: catalogOf(moved, *talks[2]), Marks: keeper(path), Query: "is:marked"}, 120, 36)
	d.lists("Apples")
	d.shows("1 marked talk is not in this schedule: Zebras in the kernel", "since it was marked · room: K.1.105, was Janson")
	d.keys("/", "ctrl+u")
	d.typed("is:changed")
	d.lists("Apples")
}

// A note is kept, shown, found by its words, and can be taken back.
func TestNotes(t *testing.T) {
	d := drive(t, Options{Catalog: schedule()}, 120, 36)
	apples := d.m.current()
	d.send(editedMsg{talk: apples, note: "Ask about pears.\x1b[31m\n\nSit in front.\n"})
	d.shows("✎┃ Apples", "note: Ask about pears.", "  Sit in front.", "1 marked", "\n note: Apples")
	d.typed("/front")
	d.lists("Apples")
	d.shows("Janson  note: Ask about pears") // in the row, as no text of the talk has the word
	d.keys("ctrl+u")
	d.typed("note:pears")
	d.lists("Apples")
	d.keys("esc", "s")
	d.shows("★┃ Apples", "★ going", "note: Ask")
	d.keys("u", "u")
	d.shows("note:pears: no such note here")
	d.keys("esc")
	d.send(editedMsg{talk: apples, err: errors.New("vi: exit status 1")})
	d.shows("the note is what it was: vi: exit status 1")
}

// What is marked while more is loaded is marked in what was loaded.
func TestMarksWhileLoading(t *testing.T) {
	schedule := func() *catalog.Catalog {
		return catalogOf(catalog.Talk{Title: "One", Abstract: "A.", Conference: "C"}, catalog.Talk{Title: "Two", Abstract: "B.", Conference: "C"})
	}
	d := drive(t, Options{Catalog: schedule()}, 120, 36)
	before := d.m.current()
	d.hold = true
	d.send(LoadedMsg{Catalog: schedule()}) // its marks are looked for
	d.keys("s")
	d.send(LoadedMsg{Catalog: schedule()})
	d.release(false)
	d.send(editedMsg{talk: before, note: "from an editor"})
	if got, want := d.m.store.Of(d.m.catalog.Talks[0]), (marks.Mark{State: marks.Going, Note: "from an editor"}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// A track, a room or a language is hidden for good, and shown again.
func TestHide(t *testing.T) {
	path := filepath.Join(t.TempDir(), "marks.toml")
	o := Options{Catalog: conference(), Marks: keeper(path)}
	d := drive(t, o, 120, 36)
	all, track := d.m.hits(), d.m.current().Slot.Track
	d.keys("m")
	d.shows("  hide: track "+track, "hide: room ")
	d.typed("track")
	d.keys("enter")
	hidden := all - d.m.hits()
	if hidden == 0 || hidden == all {
		t.Fatalf("%d of %d are hidden", hidden, all)
	}
	d.shows("hidden: track "+track, "u takes it back, is:hidden lists them", catalog.Count(hidden, "hidden", "hidden"))
	d = drive(t, o, 120, 36)
	d.typed("/is:hidden")
	d.keys("esc", "m")
	d.shows("show again: track " + track)
	d.typed("again")
	d.keys("enter")
	d.shows("shown again: track "+track, catalog.Count(hidden, "talk", "talks"))
	d.keys("esc", "u")
	d.shows("taken back · hidden: track "+track, catalog.Count(hidden, "hidden", "hidden"))
	d.keys("u")
	d.shows("nothing to take back")
}

// Where the user has no editor, a note is written on the screen.
func TestNoteOnTheScreen(t *testing.T) {
	d := drive(t, Options{Catalog: schedule()}, 60, 12)
	d.keys("e")
	d.isIn(inNote)
	d.shows("note  Apples", "esc keep the note")
	d.typed("Ask about qPs")
	d.keys("enter")
	d.send(tea.PasteMsg{Content: "two\nlines \x1b[31m" + strings.Repeat("long ", 20)})
	d.shows(" Ask about qPs\n two\n lines", "long long")
	d.keys("esc")
	d.isIn(inList)
	d.shows("✎┃ Apples", "note: Apples")
	d.keys("e")
	d.shows(" Ask about qPs")
	d.typed("!")
	d.m.Left() // as at the end of the program
	if note := d.m.markOf(d.m.current()).Note; !strings.HasPrefix(note, "Ask about qPs\ntwo\nlines") || !strings.HasSuffix(note, "!") || strings.Contains(note, "\x1b") {
		t.Errorf("the note is %q", note)
	}
	d.keys("u", "u")
	d.lacks("✎")
	for _, size := range []tea.WindowSizeMsg{{Width: 20, Height: 5}, {Width: 3, Height: 2}, {Width: 200, Height: 50}} {
		d.keys("e")
		d.send(size)
		d.typed("汉字 e\u0301 👩‍👩‍👧 and so on")
		rows := d.rows()
		if len(rows) != size.Height {
			t.Errorf("%d rows in %v", len(rows), size)
		}
		d.keys("ctrl+s")
	}
}

// What is wrong with the file of marks is said in full, however narrow the window is.
func TestTroubleIsNotCut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a-folder-with-a-long-name", "marks.toml")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("garbage"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := drive(t, Options{Catalog: schedule(), Marks: keeper(path)}, 80, 24)
	rows := d.rows()
	said := strings.Join(rows[len(rows)-mostTrouble:], "")
	if !strings.Contains(strings.ReplaceAll(said, " ", ""), "marksarekeptin") || !strings.HasSuffix(said, "marks-2.toml") {
		t.Errorf("the screen says\n%s", d.screen())
	}
	d.keys("j")
	d.shows("enter open")
	d.lacks("marks-2.toml")
}
