package marks

import (
	"cmp"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2"

	"talks/catalog"
	"talks/catalog/parse/clean"
)

// An entry is what the file has of one talk. It is not changed but replaced.
type entry struct {
	talk    *catalog.Talk // as it was when it was marked; see snapshot
	mark    Mark
	changed time.Time      // in UTC, whole seconds
	other   map[string]any // keys of a later version
}

// A table is an entry as it is written.
type table struct {
	Title      string    `toml:"title,omitempty"`
	Conference string    `toml:"conference,omitempty"`
	Start      any       `toml:"start,omitempty"` // a time with or without an offset, or a date
	Minutes    int64     `toml:"minutes,omitempty"`
	Room       string    `toml:"room,omitempty"`
	Speakers   []string  `toml:"speakers,omitempty"`
	State      string    `toml:"state,omitempty"`
	Seen       bool      `toml:"seen,omitempty"`
	Note       string    `toml:"note,omitempty,multiline"`
	Changed    time.Time `toml:"changed,omitzero"`
	ID         string    `toml:"id,omitempty"`
	GUID       string    `toml:"guid,omitempty"`
	Key        string    `toml:"key,omitempty"` // if keyOf gives another one
}

// snapshot is what is kept of a talk: enough to find it in another version of its
// schedule, and to say what has changed.
func snapshot(t *catalog.Talk) *catalog.Talk {
	kept := &catalog.Talk{Title: t.Title, Conference: t.Conference, FileID: t.FileID, GUID: t.GUID}
	kept.Slot = catalog.Slot{Start: t.Slot.Start, AllDay: t.Slot.AllDay, Room: t.Slot.Room}
	if t.Slot.Duration%time.Minute == 0 {
		kept.Slot.Duration = t.Slot.Duration
	}
	for _, p := range t.Speakers {
		kept.Speakers = append(kept.Speakers, catalog.Person{Name: p.Name})
	}
	return kept
}

// table is the entry as it is written.
func (e *entry) table(key string) table {
	t := e.talk
	written := table{
		Title: t.Title, Conference: t.Conference, Minutes: int64(t.Slot.Duration / time.Minute), Room: t.Slot.Room, ID: t.FileID, GUID: t.GUID,
		State: e.mark.State.String(), Seen: e.mark.Seen, Note: e.mark.Note, Changed: e.changed,
	}
	if written.GUID == written.ID {
		written.ID = ""
	}
	if key != keyOf(t) {
		written.Key = key
	}
	for _, p := range t.Speakers {
		written.Speakers = append(written.Speakers, p.Name)
	}
	if start := t.Slot.Start; !start.IsZero() {
		date := toml.LocalDate{Year: start.Year(), Month: int(start.Month()), Day: start.Day()}
		switch {
		case t.Slot.AllDay:
			written.Start = date
		case catalog.IsWall(start.Location()):
			written.Start = toml.LocalDateTime{LocalDate: date, LocalTime: toml.LocalTime{Hour: start.Hour(), Minute: start.Minute(), Second: start.Second()}}
		default:
			written.Start = start
		}
	}
	return written
}

// isEmpty reports whether an entry is not worth a table.
func (e *entry) isEmpty() bool { return e.mark == (Mark{}) && len(e.other) == 0 }

// mostMinutes is longer than any talk, and short enough to be counted.
const mostMinutes = 1 << 20

// newEntry reads a table, whose keys it takes. What is not of the kind that this
// version writes stays as it is.
func newEntry(tree map[string]any) (key string, e *entry) {
	e = &entry{talk: &catalog.Talk{}, other: tree}
	t := e.talk
	t.Title, t.Conference, t.Slot.Room = e.line("title"), e.line("conference"), e.line("room")
	if minutes, ok := e.other["minutes"].(int64); ok && minutes > 0 && minutes < mostMinutes {
		t.Slot.Duration = time.Duration(minutes) * time.Minute
		delete(e.other, "minutes")
	}
	t.GUID = e.line("guid")
	t.FileID = cmp.Or(e.line("id"), t.GUID)
	for _, name := range take[[]any](e.other, "speakers") {
		if name, ok := name.(string); ok {
			t.Speakers = append(t.Speakers, catalog.Person{Name: clean.Line(name)})
		}
	}
	switch start := e.other["start"].(type) {
	case time.Time:
		t.Slot.Start = start
		delete(e.other, "start")
	case toml.LocalDateTime:
		t.Slot.Start = start.AsTime(catalog.Wall())
		delete(e.other, "start")
	case toml.LocalDate:
		t.Slot.Start, t.Slot.AllDay = start.AsTime(catalog.Wall()), true
		delete(e.other, "start")
	}
	for state, word := range states {
		if e.other["state"] == word {
			e.mark.State = State(state)
			delete(e.other, "state")
		}
	}
	e.mark.Seen, e.changed = take[bool](e.other, "seen"), take[time.Time](e.other, "changed")
	e.mark.Note = strings.TrimSpace(clean.Text(take[string](e.other, "note")))
	return cmp.Or(e.line("key"), keyOf(t)), e
}

// line takes a text of one line out of the keys that are left.
func (e *entry) line(key string) string { return clean.Line(take[string](e.other, key)) }

// take takes the value of a key out of a tree if it is of a kind.
func take[T any](tree map[string]any, key string) T {
	value, ok := tree[key].(T)
	if ok {
		delete(tree, key)
	}
	return value
}

// keyOf is the key of a talk: the id that is unique in the world, else its id or
// its title behind its conference.
func keyOf(t *catalog.Talk) string {
	return cmp.Or(t.GlobalID(), t.Conference+"/"+cmp.Or(t.FileID, t.Title))
}
