package marks

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talks/catalog"
)

// says fails a test whose error does not say something.
func says(t *testing.T, err error, want string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("got error %v, want %q", err, want)
	}
}

// What is no file of marks is left as it is; the marks go to another file, in
// which the next program finds them.
func TestGarbage(t *testing.T) {
	for name, garbage := range map[string]string{
		"line 1: ":              "garbage\x00\xff",
		"line 3: ":              "[[talk]]\nstate = 'going'\nnote = \"cut",
		"line 2: ":              "[talk]\n[talk]\n",
		"not a file of marks":   "[package]\nname = 'x'\n",
		"not a file of marks; ": "talk = [5]\n",
		"not a file":            "hidden = 7\n",
	} {
		t.Run(name, func(t *testing.T) {
			path, c := filepath.Join(t.TempDir(), "marks.toml"), several(3)
			second := strings.Replace(path, "marks.toml", "marks-2.toml", 1)
			os.WriteFile(path, []byte(garbage), 0o600)
			s, err := Open(path, clock)
			says(t, err, name)
			says(t, err, "left as it is, marks are kept in "+second)
			s.Bind(c)
			s.Set(c.Talks[0], Mark{State: Going})
			save(t, s)
			again, err := Open(path, clock)
			says(t, err, second)
			again.Bind(c)
			if got := again.Of(c.Talks[0]); got.State != Going {
				t.Errorf("got %+v", got)
			}
			again.Set(c.Talks[1], Mark{State: Maybe})
			save(t, again)
			if got := content(t, path); got != garbage {
				t.Errorf("overwritten with %q", got)
			}
			if _, err := os.Stat(lockOf(path)); err == nil {
				t.Error("a lock is left beside a file that is not written")
			}
			if got := content(t, second); strings.Count(got, "[[talk]]") != 2 || again.Path() != second {
				t.Errorf("got\n%s", got)
			}
		})
	}
}

// A file that is broken while it is open takes no mark with it.
func TestBroken(t *testing.T) {
	path, c := filepath.Join(t.TempDir(), "marks.toml"), several(3)
	s := open(t, path, c, clock)
	s.Set(c.Talks[0], Mark{State: Going})
	s.Hide(Hidden{Rooms: []string{"A"}})
	save(t, s)
	const garbage = "<<<<<<< ours\n"
	os.WriteFile(path, []byte(garbage), 0o600)
	second := strings.Replace(path, "marks.toml", "marks-2.toml", 1)
	os.WriteFile(second, []byte(garbage), 0o600)
	s.Set(c.Talks[1], Mark{State: Maybe})
	says(t, s.Save(context.Background()), "left as it is, marks are kept in "+strings.Replace(path, "marks.toml", "marks-3.toml", 1))
	s.Set(c.Talks[2], Mark{State: Skip})
	save(t, s)
	again, _ := Open(path, clock)
	again.Bind(c)
	for i, want := range []State{Going, Maybe, Skip} {
		if got := again.Of(c.Talks[i]).State; got != want {
			t.Errorf("%d: got %q", i, got)
		}
	}
	if content(t, path) != garbage || content(t, second) != garbage || len(again.Hidden().Rooms) != 1 {
		t.Error("overwritten, or lost")
	}
}

// Marks that cannot be written stay in memory until they can.
func TestUnwritable(t *testing.T) {
	for _, test := range []struct {
		name, want   string
		spoil, mend  func(path string) error
		unreadBefore bool
	}{
		{"a folder instead of the file", "marks.toml: is a folder; marks are kept in memory",
			func(path string) error { return os.MkdirAll(filepath.Join(path, "x"), 0o755) }, os.RemoveAll, true},
		{"a file instead of the folder", "not a directory; marks are kept in memory",
			func(path string) error { return os.WriteFile(filepath.Dir(path), nil, 0o600) },
			func(path string) error { return os.Remove(filepath.Dir(path)) }, true},
		{"a read-only file", "marks.toml: is read-only; marks are kept in memory",
			func(path string) error {
				if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
					return err
				}
				return os.WriteFile(path, []byte("[[talk]]\nid = 'x'\nstate = 'going'\n"), 0o444)
			},
			func(path string) error { return os.Chmod(path, 0o600) }, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			path, c := filepath.Join(t.TempDir(), "talks", "marks.toml"), several(2)
			if err := test.spoil(path); err != nil {
				t.Fatal(err)
			}
			s, err := Open(path, clock)
			if test.unreadBefore {
				says(t, err, test.want)
			}
			s.Bind(c)
			s.Set(c.Talks[0], Mark{State: Going})
			s.Set(c.Talks[1], Mark{State: Maybe})
			says(t, s.Save(context.Background()), test.want)
			if _, err := os.Stat(lockOf(path)); err == nil {
				t.Error("a lock is left beside a file that is not written")
			}
			if s.Unsaved() != 2 || s.Of(c.Talks[1]).State != Maybe {
				t.Error("lost from memory")
			}
			if err := test.mend(path); err != nil {
				t.Fatal(err)
			}
			save(t, s)
			if again := open(t, path, c, clock); s.Unsaved() != 0 || again.Of(c.Talks[0]).State != Going || again.Of(c.Talks[1]).State != Maybe {
				t.Error("not written when it could be")
			}
		})
	}
}

// A file or a folder that vanishes is made again, with all marks.
func TestVanished(t *testing.T) {
	path, c := filepath.Join(t.TempDir(), "talks", "marks.toml"), several(3)
	s := open(t, path, c, clock)
	for i, spoil := range []func() error{
		func() error { return os.RemoveAll(filepath.Dir(path)) },
		func() error { return os.Remove(path) },
		func() error { return os.Truncate(path, 0) },
	} {
		s.Set(c.Talks[i], Mark{State: Going})
		save(t, s)
		if err := spoil(); err != nil {
			t.Fatal(err)
		}
	}
	s.Set(c.Talks[0], Mark{State: Maybe})
	save(t, s)
	again := open(t, path, c, clock)
	for i, want := range []State{Maybe, Going, Going} {
		if got := again.Of(c.Talks[i]).State; got != want {
			t.Errorf("%d: got %q, want %q", i, got, want)
		}
	}
}

// The file may be a link, and who may read it stays.
func TestLink(t *testing.T) {
	folder, c := t.TempDir(), several(2)
	path, file := filepath.Join(folder, "marks.toml"), filepath.Join(folder, "repo", "mine.toml")
	if err := os.Symlink(filepath.Join("repo", "mine.toml"), path); err != nil {
		t.Skip(err)
	}
	s := open(t, path, c, clock)
	for i, mode := range []os.FileMode{0o600, 0o644} {
		s.Set(c.Talks[i], Mark{State: Going})
		save(t, s)
		info, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != mode && filepath.Separator == '/' {
			t.Errorf("got %v, want %v", info.Mode(), mode)
		}
		if err := os.Chmod(file, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if info, err := os.Lstat(path); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is gone", err)
	}
}

// 50,000 marks are read and written, and none is mixed up with another.
func TestMany(t *testing.T) {
	path, c := filepath.Join(t.TempDir(), "marks.toml"), several(50_000)
	s := open(t, path, c, clock)
	for i, talk := range c.Talks {
		s.Set(talk, Mark{State: Going, Note: talk.Title, Seen: i%2 == 0})
	}
	save(t, s)
	again := open(t, path, several(50_000), clock)
	here, gone := again.Marked()
	for _, talk := range here {
		if again.Of(talk).Note != talk.Title {
			t.Fatalf("%s: got %+v", talk.Title, again.Of(talk))
		}
	}
	if len(here) != 50_000 || gone != nil {
		t.Errorf("got %d marks, %d gone", len(here), len(gone))
	}
}

// BenchmarkKey is what a key press costs that marks a talk and asks for all marks
// on a screen, with 50,000 marks.
func BenchmarkKey(b *testing.B) {
	s, err := Open(filepath.Join(b.TempDir(), "marks.toml"), clock)
	if err != nil {
		b.Fatal(err)
	}
	c := several(50_000)
	s.Bind(c)
	for _, talk := range c.Talks {
		s.Set(talk, Mark{State: Going})
	}
	seen := false
	for i := 0; b.Loop(); i++ {
		seen = !seen
		s.Set(c.Talks[i%50_000], Mark{State: Maybe, Seen: seen})
		for _, talk := range c.Talks[:60] {
			s.Of(talk)
		}
	}
}

// BenchmarkSave is what a Save costs beside the screen, with 50,000 marks.
func BenchmarkSave(b *testing.B) {
	s, err := Open(filepath.Join(b.TempDir(), "marks.toml"), clock)
	if err != nil {
		b.Fatal(err)
	}
	c := several(50_000)
	s.Bind(c)
	set := func(talk *catalog.Talk, i int) { s.Set(talk, Mark{State: State(1 + i%4)}) }
	for i, talk := range c.Talks {
		set(talk, i)
	}
	for i := 0; b.Loop(); i++ {
		set(c.Talks[0], i)
		if err := s.Save(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}
