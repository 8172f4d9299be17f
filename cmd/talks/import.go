package main

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"strings"
	"time"

	"talks/catalog"
	"talks/catalog/marks"
)

// importMarks marks the talks of the catalog that a file has: another file of marks,
// or a schedule, each talk of which is one to go to. What is marked already keeps
// its state, and both notes are kept.
func importMarks(file string, c *catalog.Catalog, store *marks.Store, s streams) error {
	read := readSchedule
	if strings.HasSuffix(file, ".toml") {
		read = readMarks
	}
	theirs, missing, err := read(file, c, s)
	if err != nil {
		return err
	}
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

// readMarks reads the marks of another file, and those of talks that the catalog
// does not have.
func readMarks(file string, c *catalog.Catalog, _ streams) (map[*catalog.Talk]marks.Mark, []*catalog.Talk, error) {
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		return nil, nil, hinted{what: file + ": no such file"}
	}
	store, err := marks.Open(file, time.Now)
	if err != nil {
		return nil, nil, err
	}
	store.Bind(c)
	here, gone := store.Marked()
	found := make(map[*catalog.Talk]marks.Mark, len(here))
	for _, t := range here {
		found[t] = store.Of(t)
	}
	return found, gone, nil
}

// readSchedule reads a schedule whose talks are marked going or, if a calendar has
// them as tentative, maybe.
func readSchedule(file string, c *catalog.Catalog, s streams) (map[*catalog.Talk]marks.Mark, []*catalog.Talk, error) {
	schedule, err := openCatalog([]string{file}, s)
	if err != nil {
		return nil, nil, err
	}
	var missing []*catalog.Talk
	found := make(map[*catalog.Talk]marks.Mark)
	same := catalog.Match(schedule.Talks, c.Talks, true)
	for _, t := range schedule.Talks {
		state := marks.Going
		if t.Type == "tentative" {
			state = marks.Maybe
		}
		if here := same[t]; here != nil {
			found[here] = marks.Mark{State: state}
		} else {
			missing = append(missing, t)
		}
	}
	return found, missing, nil
}
