package marks

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"talks/catalog"
)

// Others are the marks of somebody else.
type Others struct {
	Name        string
	marks       map[*catalog.Talk]Mark // of talks as they were when they were marked
	oneSchedule bool                   // see catalog.Match
}

// ReadOthers reads somebody's file of marks.
func ReadOthers(name, path string) (*Others, error) {
	c, err := read(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	o := &Others{Name: name, marks: make(map[*catalog.Talk]Mark)}
	for _, e := range c.entries {
		o.marks[e.talk] = e.mark
	}
	return o, nil
}

// NewOthers makes marks of the talks of somebody's own schedule, a calendar, in which
// the conference may have another name or none.
func NewOthers(name string, marks map[*catalog.Talk]Mark) *Others {
	return &Others{Name: name, marks: marks, oneSchedule: true}
}

// In returns the marks that talks of a catalog have, and the talks that could be
// expected in it and are not there, in the order of their times.
func (o *Others) In(c *catalog.Catalog) (found map[*catalog.Talk]Mark, missing []*catalog.Talk) {
	found = make(map[*catalog.Talk]Mark)
	talks := slices.SortedFunc(maps.Keys(o.marks), compareTimes)
	here := catalog.Match(talks, c.Talks, o.oneSchedule)
	seasons := seasonsOf(c)
	for _, t := range talks {
		mark := o.marks[t]
		switch now := here[t]; {
		case mark == Mark{}:
		case now != nil:
			found[now] = mark
		case o.oneSchedule || seasons.have(t):
			missing = append(missing, t)
		}
	}
	return found, missing
}

func compareTimes(a, b *catalog.Talk) int {
	return cmp.Or(a.Slot.Start.Compare(b.Slot.Start), cmp.Compare(a.Title, b.Title))
}

// A Friend is what somebody else thinks of a talk.
type Friend struct {
	Name string
	Mark Mark
}

// String says it in a line: "Ada: going", with their note after it.
func (f Friend) String() string {
	said := []string{f.Mark.State.String(), strings.Join(strings.Fields(f.Mark.Note), " ")}
	return f.Name + ": " + strings.Join(slices.DeleteFunc(said, func(s string) bool { return s == "" }), "; ")
}

// SetFriends has the marks of others shown beside the user's, from the next Bind on.
func (s *Store) SetFriends(friends []*Others) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.friends = friends
}

// Friends returns who else has marked a talk of the catalog that was bound last, but
// for skip, in the order of SetFriends.
func (s *Store) Friends(t *catalog.Talk) []Friend {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.binding.friends[t]
}

// FriendsOf returns the names of those who go to a talk or may.
func (s *Store) FriendsOf(t *catalog.Talk) string {
	var names []string
	for _, f := range s.Friends(t) {
		if f.Mark.State == Going || f.Mark.State == Maybe {
			names = append(names, f.Name)
		}
	}
	return strings.Join(names, " ")
}

// bindFriends finds the talks that others have marked.
func bindFriends(friends []*Others, c *catalog.Catalog) map[*catalog.Talk][]Friend {
	bound := make(map[*catalog.Talk][]Friend)
	for _, o := range friends {
		found, _ := o.In(c)
		for t, mark := range found {
			if mark.isMarked() {
				bound[t] = append(bound[t], Friend{o.Name, mark})
			}
		}
	}
	return bound
}
