package marks

import (
	"os"
	"path/filepath"
	"testing"

	"talks/catalog"
)

// What friends mark is beside the user's marks, follows the talks into another
// catalog, and is never written.
func TestFriends(t *testing.T) {
	folder, c := t.TempDir(), several(4)
	theirs := open(t, filepath.Join(folder, "ada.toml"), c, clock)
	theirs.Set(c.Talks[0], Mark{State: Going, Note: "by\nme"})
	theirs.Set(c.Talks[1], Mark{State: Skip})
	theirs.Set(c.Talks[2], Mark{Seen: true})
	save(t, theirs)
	ada, err := ReadOthers("Ada", filepath.Join(folder, "ada.toml"))
	if err != nil {
		t.Fatal(err)
	}
	bob := NewOthers("Bob", map[*catalog.Talk]Mark{
		{Title: c.Talks[0].Title}: {State: Maybe}, {Title: "Elsewhere"}: {State: Going},
	})
	path := filepath.Join(folder, "marks.toml")
	s := open(t, path, c, clock)
	s.SetFriends([]*Others{ada, bob})
	for range 2 {
		c := several(4)
		s.Bind(c)
		got := s.Friends(c.Talks[0])
		if len(got) != 2 || got[0].String() != "Ada: going; by me" || got[1].String() != "Bob: maybe" {
			t.Errorf("got %v", got)
		}
		for _, talk := range c.Talks[1:] {
			if got := s.Friends(talk); got != nil {
				t.Errorf("%s: got %v", talk.Title, got)
			}
		}
		if s.Of(c.Talks[0]) != (Mark{}) || s.Count() != 0 {
			t.Error("their marks are the user's")
		}
	}
	save(t, s)
	if _, err := os.Stat(path); err == nil {
		t.Error("their marks are written")
	}
	if _, missing := bob.In(c); len(missing) != 1 || missing[0].Title != "Elsewhere" {
		t.Errorf("got %v", missing)
	}
}
