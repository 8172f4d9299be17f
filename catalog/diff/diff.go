// Package diff tells what a newer version of a schedule has changed.
package diff

import (
	"fmt"
	"slices"
	"time"

	"talks/catalog"
)

// A Kind says what of a talk has changed.
type Kind uint8

// The kinds of change.
const (
	Time     Kind = iota // its start or its end
	Room                 // its place
	Title                // its name
	Speakers             // who gives it, in whatever order
	Text                 // its subtitle, abstract or description

	Kinds // how many there are
)

// String returns the word for a kind, "time".
func (k Kind) String() string {
	return [...]string{"time", "room", "title", "speakers", "text"}[k]
}

// A Change is what a talk had in the older version and has in the newer, each in
// words on one line; an empty one is not known. Those of a Text are not told.
type Change struct {
	Kind    Kind
	Was, Is string
}

// String returns the change in words: "room: B, was A".
func (c Change) String() string {
	switch {
	case c.Kind == Text:
		return "text changed"
	case c.Was == "":
		return fmt.Sprintf("%s: %s, was open", c.Kind, c.Is)
	case c.Is == "":
		return fmt.Sprintf("%s: open, was %s", c.Kind, c.Was)
	}
	return fmt.Sprintf("%s: %s, was %s", c.Kind, c.Is, c.Was)
}

// Changes returns what differs between two versions of a talk.
func Changes(was, is *catalog.Talk) []Change {
	var list []Change
	add := func(kind Kind, before, after string) {
		if before != after {
			list = append(list, Change{kind, before, after})
		}
	}
	if retimed(&was.Slot, &is.Slot) {
		withEnd := was.Slot.Duration > 0 && is.Slot.Duration > 0
		zone := is.Slot.Start.Location()
		if catalog.IsWall(zone) || is.Slot.Start.IsZero() {
			zone = nil
		}
		add(Time, moment(&was.Slot, zone, withEnd), moment(&is.Slot, nil, withEnd))
	}
	add(Room, was.Slot.Room, is.Slot.Room)
	add(Title, was.Title, is.Title)
	if !slices.Equal(names(was), names(is)) {
		add(Speakers, was.Text(catalog.Speakers), is.Text(catalog.Speakers))
	}
	if was.Subtitle != is.Subtitle || was.Abstract != is.Abstract || was.Description != is.Description {
		list = append(list, Change{Kind: Text})
	}
	return list
}

// retimed reports whether a talk begins or ends at another time. A time without
// a zone is compared with what the clock shows.
func retimed(was, is *catalog.Slot) bool {
	a, b := was.Start, is.Start
	if catalog.IsWall(a.Location()) != catalog.IsWall(b.Location()) {
		a, b = catalog.OnWall(a), catalog.OnWall(b)
	}
	return a.IsZero() != b.IsZero() || !a.Equal(b) || was.AllDay != is.AllDay ||
		was.Duration > 0 && is.Duration > 0 && was.Duration != is.Duration
}

// moment writes a time in a zone, or in its own if that is nil.
func moment(s *catalog.Slot, zone *time.Location, withEnd bool) string {
	start := s.In(zone)
	switch {
	case start.IsZero():
		return ""
	case s.AllDay:
		return start.Format("Mon 2 Jan 2006")
	case withEnd:
		return start.Format("Mon 2 Jan 2006 15:04") + start.Add(s.Duration).Format("-15:04")
	}
	return start.Format("Mon 2 Jan 2006 15:04")
}

// names are the names of a talk's speakers, sorted.
func names(t *catalog.Talk) []string {
	var list []string
	for _, p := range t.Speakers {
		list = append(list, p.Name)
	}
	slices.Sort(list)
	return list
}

// A Pair is one talk in two versions.
type Pair struct {
	Was, Is *catalog.Talk
	Changes []Change
}

// A Difference is what differs between two versions of a schedule: the talks
// that are new and those that have changed, in the order of the newer one, and
// those that are gone, in the order of the older.
type Difference struct {
	New, Gone []*catalog.Talk
	Changed   []Pair
}

// Compare compares two versions of a schedule. See catalog.Match for which talks
// are the same.
func Compare(older, newer *catalog.Catalog) Difference {
	var d Difference
	is := catalog.Match(older.Talks, newer.Talks, true)
	was := make(map[*catalog.Talk]*catalog.Talk, len(is))
	for _, t := range older.Talks {
		if is[t] == nil {
			d.Gone = append(d.Gone, t)
			continue
		}
		was[is[t]] = t
	}
	for _, t := range newer.Talks {
		if was[t] == nil {
			d.New = append(d.New, t)
		} else if changes := Changes(was[t], t); changes != nil {
			d.Changed = append(d.Changed, Pair{was[t], t, changes})
		}
	}
	return d
}

// String says how much differs: "1 new, 0 gone, 2 changed, time 1, room 2".
func (d *Difference) String() string {
	sum := fmt.Sprintf("%d new, %d gone, %d changed", len(d.New), len(d.Gone), len(d.Changed))
	for kind := range Kinds {
		if n := d.Count(kind); n > 0 {
			sum += fmt.Sprintf(", %s %d", kind, n)
		}
	}
	return sum
}

// Count is how many talks a kind of change has met.
func (d *Difference) Count(kind Kind) int {
	n := 0
	for _, p := range d.Changed {
		if slices.ContainsFunc(p.Changes, func(c Change) bool { return c.Kind == kind }) {
			n++
		}
	}
	return n
}
