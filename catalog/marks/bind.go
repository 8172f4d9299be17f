package marks

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"talks/catalog"
	"talks/catalog/diff"
)

// A binding says which talk has which entry.
type binding struct {
	catalog *catalog.Catalog
	keys    map[*catalog.Talk]string // of the talks of the catalog, and of those that are gone
	gone    []*catalog.Talk          // as they were when they were marked
	marked  int                      // see Count
	skipped map[*catalog.Talk]bool
	notes   map[*catalog.Talk]string
	friends map[*catalog.Talk][]Friend
}

// Bind works out which talks of a catalog are marked: the marks follow the talks
// from an older version of a schedule, as catalog.Match has it. It takes a while,
// in which the store can be used.
func (s *Store) Bind(c *catalog.Catalog) {
	for {
		s.mu.Lock()
		written, changed, version, friends := s.written.entries, maps.Clone(s.changed), s.version, s.friends
		s.mu.Unlock()
		entries := make(map[string]*entry, len(written)+len(changed))
		maps.Copy(entries, written)
		maps.Copy(entries, changed)
		b := bind(entries, c)
		b.friends = bindFriends(friends, c)
		s.mu.Lock()
		if s.version == version {
			s.binding, s.since = b, make(map[*catalog.Talk]string)
			s.marked, s.skipped, s.notes = b.marked, b.skipped, b.notes
			s.noteVersion++
			s.mu.Unlock()
			return
		}
		s.mu.Unlock()
	}
}

// bound returns the catalog that was bound last.
func (s *Store) bound() *catalog.Catalog {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.binding.catalog == nil {
		return &catalog.Catalog{}
	}
	return s.binding.catalog
}

// bind finds the talks of entries in a catalog.
func bind(entries map[string]*entry, c *catalog.Catalog) binding {
	b := binding{catalog: c, keys: make(map[*catalog.Talk]string, len(entries)), skipped: make(map[*catalog.Talk]bool), notes: make(map[*catalog.Talk]string)}
	keys := slices.Sorted(maps.Keys(entries))
	marked := make([]*catalog.Talk, len(keys))
	for i, key := range keys {
		marked[i] = entries[key].talk
	}
	found := catalog.Match(marked, c.Talks, false)
	seasons := seasonsOf(c)
	for i, t := range marked {
		if now := found[t]; now != nil {
			b.keys[now] = keys[i]
			mark := entries[keys[i]].mark
			if mark.isMarked() {
				b.marked++
			}
			if mark.State == Skip {
				b.skipped[now] = true
			}
			if mark.Note != "" {
				b.notes[now] = mark.Note
			}
		} else if seasons.have(t) {
			b.keys[t] = keys[i]
			b.gone = append(b.gone, t)
		}
	}
	slices.SortStableFunc(b.gone, compareTimes)
	return b
}

// seasons are the first and the last start of each conference of a catalog.
type seasons map[string][2]time.Time

func seasonsOf(c *catalog.Catalog) seasons {
	all := make(seasons)
	for _, t := range c.Talks {
		s, start := all[name(t)], t.Slot.Start
		if s[0].IsZero() || !start.IsZero() && start.Before(s[0]) {
			s[0] = start
		}
		if start.After(s[1]) {
			s[1] = start
		}
		all[name(t)] = s
	}
	return all
}

// have reports whether a talk could be expected in the catalog: its conference is
// there, and about the same time.
func (all seasons) have(t *catalog.Talk) bool {
	const near = 60 * 24 * time.Hour
	s, ok := all[name(t)]
	start := t.Slot.Start
	switch {
	case !ok || t.Conference == "":
		return false
	case start.IsZero() || s[0].IsZero():
		return true
	}
	return start.After(s[0].Add(-near)) && start.Before(s[1].Add(near))
}

// name is the name of a talk's conference as it is compared.
func name(t *catalog.Talk) string { return strings.ToLower(t.Conference) }

// keyFor returns the key of a talk, which it has from then on.
func (s *Store) keyFor(t *catalog.Talk) string {
	key, marked := s.since[t]
	if !marked {
		key, marked = s.binding.keys[t]
	}
	if marked {
		return key
	}
	first := keyOf(t)
	key = first
	for n := 2; s.entry(key).talk != nil; n++ { // the same title, or another year's
		key = first + " " + strconv.Itoa(n)
	}
	s.since[t] = key
	s.version++
	return key
}

// Marked returns the talks of the catalog that was bound last that have a mark,
// in its order, and those that had one and are gone from it, as they were when
// they were marked, in the order of their times. It goes through the catalog.
func (s *Store) Marked() (here, gone []*catalog.Talk) {
	s.mu.Lock()
	now := Store{written: s.written, changed: maps.Clone(s.changed), binding: s.binding, since: maps.Clone(s.since)}
	s.mu.Unlock()
	if now.binding.catalog != nil {
		for _, t := range now.binding.catalog.Talks {
			if now.entryOf(t).mark != (Mark{}) {
				here = append(here, t)
			}
		}
	}
	for _, t := range now.binding.gone {
		if now.entryOf(t).mark != (Mark{}) {
			gone = append(gone, t)
		}
	}
	return here, gone
}

// Count returns how many talks of the catalog that was bound last are marked: going,
// maybe, later, or with a note.
func (s *Store) Count() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.marked
}

// recount counts what changes with the mark of a talk.
func (s *Store) recount(t *catalog.Talk, before, after Mark) {
	if slices.Contains(s.binding.gone, t) {
		return
	}
	switch {
	case after.isMarked() && !before.isMarked():
		s.marked++
	case before.isMarked() && !after.isMarked():
		s.marked--
	}
	if (before.State == Skip) != (after.State == Skip) {
		s.skipped = maps.Clone(s.skipped)
		if after.State == Skip {
			s.skipped[t] = true
		} else {
			delete(s.skipped, t)
		}
	}
	if before.Note != after.Note {
		s.noteVersion++
		s.notes = maps.Clone(s.notes)
		if s.notes[t] = after.Note; after.Note == "" {
			delete(s.notes, t)
		}
	}
}

// Has reports whether a talk has a mark: "going", "maybe", "later", "seen", "note";
// "skipped" if it is hidden, by its state or for good; "marked" if it has a note or
// any other state; "changed" if it is marked and has Changes.
func (s *Store) Has(t *catalog.Talk, mark string) bool {
	m := s.Of(t)
	switch mark {
	case "seen":
		return m.Seen
	case "note":
		return m.Note != ""
	case "marked":
		return m.isMarked()
	case "changed":
		return m.isMarked() && s.Changes(t) != nil
	case "skipped":
		return m.State == Skip || s.Hidden().has(t)
	}
	return m.State.String() == mark
}

// Notes returns the notes about talks of the catalog that was bound last, in a map
// that is not changed any more, and a number that other notes have another of.
func (s *Store) Notes() (notes map[*catalog.Talk]string, version int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.notes, s.noteVersion
}

// Hider returns a test whether a talk of the catalog that was bound last is hidden,
// as things are now; nil if none is.
func (s *Store) Hider() func(*catalog.Talk) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	skipped, h := s.skipped, s.hiddenNow()
	if h.Equal(Hidden{}) && len(skipped) == 0 {
		return nil
	}
	return func(t *catalog.Talk) bool { return skipped[t] || h.has(t) }
}

// Gone returns the talks that are marked, as Count has it, and are gone from the catalog
// that was bound last, as Marked does.
func (s *Store) Gone() []*catalog.Talk {
	s.mu.Lock()
	defer s.mu.Unlock()
	var gone []*catalog.Talk
	for _, t := range s.binding.gone {
		if s.entryOf(t).mark.isMarked() {
			gone = append(gone, t)
		}
	}
	return gone
}

// Changes returns what of a talk has changed since its state or its note was set:
// time, room, title, speakers.
func (s *Store) Changes(t *catalog.Talk) []diff.Change {
	s.mu.Lock()
	e := s.entryOf(t)
	s.mu.Unlock()
	if e.mark == (Mark{}) || e.talk.Title == "" {
		return nil
	}
	var list []diff.Change
	for _, c := range diff.Changes(e.talk, t) {
		if c.Kind != diff.Text { // no text is kept
			list = append(list, c)
		}
	}
	return list
}
