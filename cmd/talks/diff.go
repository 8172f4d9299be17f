package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"talks/catalog"
	"talks/catalog/diff"
	"talks/catalog/export"
	"talks/cmd/talks/hint"
)

const diffAbout = `diff prints what a newer version of a schedule has changed, a talk a line: new,
gone or changed, its id and its title, then when and where it is, or what has
changed. OLD and NEW are read as FILE is by the other commands. A talk is the
same in both if its guid is, else its id or its title. The exit code is 0 for
no difference, 1 for some.`

// diffCommand makes "talks diff", which compares two versions of a schedule.
func diffCommand(s streams) *cobra.Command {
	var asJSON, onlyMarked bool
	var marksFlag string
	c := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Say what a newer schedule has changed",
		Long:  diffAbout,
		RunE: func(_ *cobra.Command, files []string) error {
			if len(files) != 2 {
				return hint.New("diff needs two files", "talks diff OLD NEW")
			}
			older, err := openCatalog(files[:1], s)
			if err != nil {
				return err
			}
			newer, err := openCatalog(files[1:], s)
			if err != nil {
				return err
			}
			d := diff.Compare(older, newer)
			if onlyMarked {
				if err := keepMarked(&d, older, newer, marksFlag, s.err); err != nil {
					return err
				}
			}
			return printDiff(s.out, &d, asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	c.Flags().BoolVar(&onlyMarked, "marked", false, "only the talks that are marked")
	addMarksFlag(c, &marksFlag)
	return c
}

// keepMarked leaves in a difference what is marked, in whichever version.
func keepMarked(d *diff.Difference, older, newer *catalog.Catalog, file string, stderr io.Writer) error {
	store, err := readMarksOf(file, stderr)
	if err != nil {
		return err
	}
	marked := make(map[*catalog.Talk]bool)
	for _, c := range []*catalog.Catalog{older, newer} {
		store.Bind(c)
		here, _ := store.Marked()
		for _, t := range here {
			marked[t] = true
		}
	}
	unmarked := func(t *catalog.Talk) bool { return !marked[t] }
	d.New, d.Gone = slices.DeleteFunc(d.New, unmarked), slices.DeleteFunc(d.Gone, unmarked)
	d.Changed = slices.DeleteFunc(d.Changed, func(p diff.Pair) bool { return !marked[p.Was] && !marked[p.Is] })
	return nil
}

// printDiff prints a difference, and returns the exit code as an error if there
// is one.
func printDiff(w io.Writer, d *diff.Difference, asJSON bool) error {
	write := writeDiff
	if asJSON {
		write = writeDiffJSON
	}
	if err := write(w, d); err != nil {
		return err
	}
	if len(d.New)+len(d.Gone)+len(d.Changed) > 0 {
		return exitCode(exitNothing)
	}
	return nil
}

// writeDiff writes a difference for people and for cut, with a sum at its end.
func writeDiff(w io.Writer, d *diff.Difference) error {
	var lines []string
	add := func(word string, talk *catalog.Talk, more ...string) {
		lines = append(lines, strings.TrimRight(strings.Join(append([]string{word, talk.ID, talk.Title}, more...), "\t"), "\t"))
	}
	for _, t := range d.New {
		add("new", t, export.Start(t), t.Slot.Room)
	}
	for _, t := range d.Gone {
		add("gone", t, export.Start(t), t.Slot.Room)
	}
	for _, p := range d.Changed {
		var changes []string
		for _, c := range p.Changes {
			changes = append(changes, c.String())
		}
		add("changed", p.Is, strings.Join(changes, "; "))
	}
	_, err := fmt.Fprintln(w, strings.Join(append(lines, d.String()), "\n"))
	return err
}

// A diffJSON is a difference as JSON.
type diffJSON struct {
	New     []export.Talk `json:"new"`
	Gone    []export.Talk `json:"gone"`
	Changed []changedJSON `json:"changed"`
}

// A changedJSON is a talk in two versions, and what has changed: "time", "room",
// "title", "speakers", "text".
type changedJSON struct {
	What []string    `json:"what"`
	Was  export.Talk `json:"was"`
	Is   export.Talk `json:"is"`
}

func writeDiffJSON(w io.Writer, d *diff.Difference) error {
	out := diffJSON{New: []export.Talk{}, Gone: []export.Talk{}, Changed: []changedJSON{}}
	for _, t := range d.New {
		out.New = append(out.New, export.NewTalk(t))
	}
	for _, t := range d.Gone {
		out.Gone = append(out.Gone, export.NewTalk(t))
	}
	for _, p := range d.Changed {
		changed := changedJSON{Was: export.NewTalk(p.Was), Is: export.NewTalk(p.Is)}
		for _, c := range p.Changes {
			changed.What = append(changed.What, c.Kind.String())
		}
		out.Changed = append(out.Changed, changed)
	}
	return export.WriteJSON(w, out, "  ")
}
