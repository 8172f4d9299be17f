package marks

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"talks/catalog"
)

// clock is a clock that stands.
func clock() time.Time { return time.Date(2026, 1, 20, 8, 0, 0, 0, time.UTC) }

// at is a clock that stands so many minutes later.
func at(minutes int) func() time.Time {
	return func() time.Time { return clock().Add(time.Duration(minutes) * time.Minute) }
}

// gather makes a catalog of talks.
func gather(talks ...catalog.Talk) *catalog.Catalog {
	var b catalog.Builder
	b.Add(catalog.Document{File: "f", Name: "Conf 2026", Talks: slices.Clone(talks)})
	return b.Catalog()
}

// numbered makes a talk with an id of the file.
func numbered(n int) catalog.Talk {
	t := catalog.Talk{ID: fmt.Sprint(n), Title: fmt.Sprint("Talk ", n), Conference: "Conf 2026", Abstract: "Not kept."}
	t.Slot.Start = time.Date(2026, 1, 31, 9, n, 0, 0, time.UTC)
	return t
}

// several makes a catalog of so many talks.
func several(n int) *catalog.Catalog {
	var talks []catalog.Talk
	for i := range n {
		talks = append(talks, numbered(i))
	}
	return gather(talks...)
}

// open opens a file of marks for a catalog.
func open(t *testing.T, path string, c *catalog.Catalog, now func() time.Time) *Store {
	t.Helper()
	s, err := Open(path, now)
	if err != nil {
		t.Fatal(err)
	}
	s.Bind(c)
	return s
}

func save(t *testing.T, s *Store) {
	t.Helper()
	if err := s.Save(context.Background()); err != nil {
		t.Fatal(err)
	}
}

func content(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "talks", "marks.toml")
	guided := numbered(1)
	guided.GUID, guided.Slot.Room = "01234567-89ab-cdef-0123-456789abcdef", "H.1302"
	guided.Speakers = []catalog.Person{{Name: "Ada Example", Biography: "Not kept."}, {Name: "Bo Example"}}
	wall, day := numbered(2), numbered(3)
	wall.Slot.Start = catalog.OnWall(wall.Slot.Start)
	day.Slot.Start, day.Slot.AllDay = time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC), true
	c := gather(guided, wall, day, catalog.Talk{Title: "It's \"untitled\" \\ n", Conference: "Conf 2026"})
	s := open(t, path, c, clock)
	s.Set(c.Talks[0], Mark{State: Going, Note: "Ask: \"why\"?\n\n'''two''' \"\"\"three\"\"\" \\ back\x1b[31m\r\nend\n"})
	s.Set(c.Talks[1], Mark{State: Maybe, Seen: true})
	s.Set(c.Talks[2], Mark{Seen: true})
	s.Set(c.Talks[3], Mark{State: Skip, Note: "one line"})
	s.Hide(Hidden{Tracks: []string{"Lunch", "Ads"}, Languages: []string{"fr"}})
	save(t, s)
	const want = `# The marks of talks. Edit them as you like; talks sorts them, and keeps no comment.

[hidden]
languages = ['fr']
tracks = ['Ads', 'Lunch']

[[talk]]
title = "It's \"untitled\" \\ n"
conference = 'Conf 2026'
state = 'skip'
note = 'one line'
changed = 2026-01-20T08:00:00Z

[[talk]]
title = 'Talk 3'
conference = 'Conf 2026'
start = 2026-01-31
seen = true
changed = 2026-01-20T08:00:00Z
id = '3'

[[talk]]
title = 'Talk 1'
conference = 'Conf 2026'
start = 2026-01-31T09:01:00Z
room = 'H.1302'
speakers = ['Ada Example', 'Bo Example']
state = 'going'
note = """
Ask: "why"?

'''two''' \"\"\"three\"\"\" \\ back�[31m
end"""
changed = 2026-01-20T08:00:00Z
id = '1'
guid = '01234567-89ab-cdef-0123-456789abcdef'

[[talk]]
title = 'Talk 2'
conference = 'Conf 2026'
start = 2026-01-31T09:02:00
state = 'maybe'
seen = true
changed = 2026-01-20T08:00:00Z
id = '2'
`
	if got := content(t, path); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	again := open(t, path, c, clock)
	for _, talk := range c.Talks {
		if got, want := again.Of(talk), s.Of(talk); got != want {
			t.Errorf("%s: got %+v, want %+v", talk.Title, got, want)
		}
		if changes := again.Changes(talk); changes != nil {
			t.Errorf("%s: %v", talk.Title, changes)
		}
	}
	if !again.Hidden().Equal(s.Hidden()) {
		t.Errorf("got %v", again.Hidden())
	}
}

// What a person or a later version has written is kept.
func TestUnknown(t *testing.T) {
	path := filepath.Join(t.TempDir(), "marks.toml")
	c := several(4)
	os.WriteFile(path, []byte("\ufeff"+`# mine
version = 7
[[friend]]
name = 'Bo'
[hidden]
tracks = ['Ads']
people = ['Cy']
[[talk]]
conference = 'Conf 2026'
id = '0'
state = 'must'
rating = {stars = 5, why = 'good'}
seen = 'yes'
[[talk]]
conference = 'Conf 2026'
id = '1'
state = 'going'
note = "red \u001b[31m"
[[talk]]
conference = 'Conf 2026'
id = '2'
[talk.alarm]
minutes = 5
`), 0o644)
	s := open(t, path, c, clock)
	if got := s.Of(c.Talks[1]); got != (Mark{State: Going, Note: "red �[31m"}) {
		t.Errorf("written by hand: got %+v", got)
	}
	s.Set(c.Talks[1], Mark{})
	s.Set(c.Talks[3], Mark{State: Later})
	save(t, s)
	got := content(t, path)
	for _, want := range []string{
		"version = 7\n", "friend = [{name = 'Bo'}]\n", "[hidden]\npeople = ['Cy']\ntracks = ['Ads']\n",
		"rating = {stars = 5, why = 'good'}\nseen = 'yes'\nstate = 'must'\n", "alarm = {minutes = 5}\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
	if strings.Contains(got, "id = '1'") {
		t.Errorf("an unmarked talk stays in\n%s", got)
	}
	s.Set(c.Talks[0], Mark{State: Going, Seen: true})
	save(t, s)
	if got := content(t, path); strings.Contains(got, "must") || !strings.Contains(got, "seen = true\n") || !strings.Contains(got, "stars = 5") {
		t.Errorf("got\n%s", got)
	}
	if _, err := Open(path, clock); err != nil {
		t.Error(err)
	}
}

func TestUndo(t *testing.T) {
	c := several(12)
	s := open(t, filepath.Join(t.TempDir(), "marks.toml"), c, clock)
	if _, ok := s.Undo(); ok {
		t.Error("nothing was undone")
	}
	for _, talk := range c.Talks {
		s.Set(talk, Mark{State: Maybe})
	}
	s.Set(c.Talks[11], Mark{State: Maybe, Seen: true}) // is no step of Undo
	s.Hide(Hidden{Rooms: []string{"A"}})
	if talk, ok := s.Undo(); talk != nil || !ok || len(s.Hidden().Rooms) > 0 {
		t.Errorf("got %v", s.Hidden())
	}
	for i := 11; i > 2; i-- {
		if talk, ok := s.Undo(); talk != c.Talks[i] || !ok {
			t.Fatalf("%d: got %v", i, talk)
		}
	}
	if _, ok := s.Undo(); ok {
		t.Error("an eleventh change was undone")
	}
	here, gone := s.Marked()
	if want := []*catalog.Talk{c.Talks[0], c.Talks[1], c.Talks[2], c.Talks[11]}; !slices.Equal(here, want) || gone != nil {
		t.Errorf("got %v %v", here, gone)
	}
	if got := s.Of(c.Talks[11]); got != (Mark{Seen: true}) {
		t.Errorf("got %+v", got)
	}
}

// Two programs change the same file.
func TestMerge(t *testing.T) {
	note := func(note string) Mark { return Mark{Note: note} }
	for _, test := range []struct {
		name               string
		base, first, later Mark
		want               Mark
	}{
		{"one changes", Mark{State: Going}, Mark{State: Maybe}, Mark{State: Going}, Mark{State: Maybe}},
		{"the other changes", Mark{State: Going}, Mark{State: Going}, Mark{State: Maybe}, Mark{State: Maybe}},
		{"the newest wins", Mark{}, Mark{State: Going}, Mark{State: Skip}, Mark{State: Skip}},
		{"each something else", Mark{State: Going}, Mark{State: Maybe}, Mark{State: Going, Seen: true}, Mark{State: Maybe, Seen: true}},
		{"both take it away", Mark{State: Going}, Mark{}, Mark{}, Mark{}},
		{"one takes it away", Mark{State: Going, Note: "n"}, Mark{}, Mark{State: Going, Note: "n"}, Mark{}},
		{"one takes it away, the other writes", Mark{State: Going}, Mark{}, Mark{State: Going, Note: "n"}, Mark{Note: "n"}},
		{"two notes", note("n"), note("a"), note("b"), note("a\n\n" + bothNotes + "\n\nb")},
		{"a note and more of it", note("n"), note("n a"), note("n a b"), note("n a b")},
		{"a note goes", note("n"), note(""), note("b"), note("b")},
	} {
		for _, turned := range []bool{false, true} { // who saves first
			t.Run(fmt.Sprint(test.name, turned), func(t *testing.T) {
				path, c := filepath.Join(t.TempDir(), "marks.toml"), several(2)
				s := open(t, path, c, clock)
				s.Set(c.Talks[0], test.base)
				s.Set(c.Talks[1], Mark{Seen: true})
				save(t, s)
				a, b := open(t, path, c, at(1)), open(t, path, c, at(2))
				a.Set(c.Talks[0], test.first)
				b.Set(c.Talks[0], test.later)
				if turned {
					a, b = b, a
				}
				save(t, a)
				save(t, b)
				got, want := open(t, path, c, clock).Of(c.Talks[0]), test.want
				if turned && strings.Contains(want.Note, bothNotes) {
					want.Note = "b\n\n" + bothNotes + "\n\na"
				}
				if in := b.Of(c.Talks[0]); got != want || in != want && in != test.base {
					t.Errorf("got %+v in the file, %+v in memory, want %+v", got, b.Of(c.Talks[0]), want)
				}
			})
		}
	}
}

// What others write is taken over, with what was changed while Save wrote.
func TestMergeMany(t *testing.T) {
	path, c := filepath.Join(t.TempDir(), "marks.toml"), several(6)
	a, b := open(t, path, c, clock), open(t, path, c, clock)
	a.Set(c.Talks[0], Mark{State: Going})
	a.Hide(Hidden{Tracks: []string{"A", "B"}})
	save(t, a)
	b.Set(c.Talks[1], Mark{State: Maybe})
	b.Hide(Hidden{Tracks: []string{"C"}})
	save(t, b)
	if got := b.Of(c.Talks[0]); got.State != Going {
		t.Errorf("another's mark is not known: %+v", got)
	}
	a.Hide(Hidden{Tracks: []string{"B"}})
	w := a.begin(false)
	a.Set(c.Talks[2], Mark{State: Skip})
	a.Set(c.Talks[0], Mark{State: Later})
	theirs, err := read(path)
	if err != nil {
		t.Fatal(err)
	}
	w.mergeInto(&theirs)
	data, err := theirs.encode()
	if err != nil || replace(path, data) != nil {
		t.Fatal("not written", err)
	}
	a.finish(w, theirs)
	save(t, a)
	got := open(t, path, c, clock)
	for i, want := range []State{Later, Maybe, Skip, None} {
		if got.Of(c.Talks[i]).State != want || a.Of(c.Talks[i]).State != want && i != 1 {
			t.Errorf("%d: got %v and %v, want %v", i, got.Of(c.Talks[i]), a.Of(c.Talks[i]), want)
		}
	}
	if want := []string{"B", "C"}; !slices.Equal(got.Hidden().Tracks, want) {
		t.Errorf("got %q", got.Hidden().Tracks)
	}
	if a.Unsaved() != 0 {
		t.Error("something waits")
	}
}

// The screen marks talks while Save and Bind run beside it.
func TestBeside(t *testing.T) {
	path, c := filepath.Join(t.TempDir(), "marks.toml"), several(300)
	s, other := open(t, path, c, clock), open(t, path, c, clock)
	done := make(chan error)
	go func() {
		for i := range 40 {
			other.Set(c.Talks[299-i], Mark{State: Skip})
			if err := cmp.Or(other.Save(context.Background()), s.Save(context.Background())); err != nil {
				done <- err
			}
			s.Bind(several(300))
			s.Bind(c)
		}
		close(done)
	}()
	for i, talk := range c.Talks[:200] {
		s.Set(talk, Mark{State: Maybe})
		s.Set(talk, Mark{State: Going, Note: talk.Title})
		if i%50 == 0 {
			s.Marked()
			time.Sleep(time.Millisecond)
		}
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	save(t, s)
	again := open(t, path, c, clock)
	for i, talk := range c.Talks {
		want := Mark{}
		if i < 200 {
			want = Mark{State: Going, Note: talk.Title}
		} else if i >= 260 {
			want = Mark{State: Skip}
		}
		if again.Of(talk) != want || s.Of(talk) != want {
			t.Errorf("%d: got %+v in the file, %+v in memory", i, again.Of(talk), s.Of(talk))
		}
	}
}
