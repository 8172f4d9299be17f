package main

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"talks/catalog"
	"talks/catalog/marks"
	"talks/catalog/parse/clean"
	"talks/cmd/talks/hint"
)

// importMarks marks the talks of the catalog that others have marked. What is marked
// already keeps its state, and both notes are kept.
func importMarks(file string, c *catalog.Catalog, store *marks.Store, s streams) error {
	others, err := readOthers("", file, s)
	if err != nil {
		return err
	}
	theirs, missing := others.In(c)
	taken := 0
	for _, t := range c.Talks { // in their order
		m := store.Of(t)
		before := m
		m.State = cmp.Or(m.State, theirs[t].State)
		if note := theirs[t].Note; !strings.Contains(m.Note, note) {
			m.Note = strings.TrimSpace(m.Note + "\n\n" + note)
		}
		if m != before {
			store.Set(t, m)
			taken++
		}
	}
	if err := store.Save(context.Background()); err != nil {
		return err
	}
	say(s.err, catalog.Count(taken, "talk is", "talks are")+" marked by "+file, "")
	for _, t := range missing {
		say(s.err, "not in this schedule: "+t.Title, "")
	}
	return nil
}

// addFriendFlag gives a command the flag for the marks of others.
func addFriendFlag(c *cobra.Command, friends *[]string) {
	c.Flags().StringArrayVar(friends, "friend", nil, "show a friend's plan, too: NAME=`FILE`, marks or calendar")
}

// readFriends reads the marks of others. One who has no name is called as the file.
func readFriends(named []string, s streams) ([]*marks.Others, error) {
	var friends []*marks.Others
	for _, friend := range named {
		name, file, ok := strings.Cut(friend, "=")
		if !ok {
			file = friend
			name = strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
		}
		others, err := readOthers(clean.Line(name), file, s)
		if err != nil {
			return nil, err
		}
		friends = append(friends, others)
	}
	return friends, nil
}

// readOthers reads somebody's marks: a file of marks, or a schedule whose talks they go
// to or, if a calendar has them as tentative, may go to.
func readOthers(name, file string, s streams) (*marks.Others, error) {
	if strings.HasSuffix(file, ".toml") {
		if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
			return nil, hint.New(file+": no such file", "")
		}
		return marks.ReadOthers(name, file)
	}
	schedule, err := openCatalog([]string{file}, s)
	if err != nil {
		return nil, err
	}
	theirs := make(map[*catalog.Talk]marks.Mark)
	for _, t := range schedule.Talks {
		theirs[t] = marks.Mark{State: marks.Going}
		if t.Type == "tentative" {
			theirs[t] = marks.Mark{State: marks.Maybe}
		}
	}
	return marks.NewOthers(name, theirs), nil
}
