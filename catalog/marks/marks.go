// Package marks keeps what the user thinks of talks: states, notes, and what
// is hidden for good. They are kept in one file of TOML, a table a talk, which a
// person can read and edit while programs have it open.
//
// Marks are changed in memory; Save writes them. It merges each change with what
// others have written meanwhile (merge.go), and a change stays in memory until it
// is written (save.go). Which mark belongs to which talk of a catalog is worked out
// by Bind (bind.go).
package marks

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"time"

	"talks/catalog"
	"talks/catalog/parse/clean"
)

// A State says whether the user goes to a talk.
type State uint8

// The states.
const (
	None State = iota
	Going
	Maybe
	Later // to be watched some day
	Skip  // not to be shown
)

// states are their words in the file.
var states = [...]string{"", "going", "maybe", "later", "skip"}

// String returns the word for a state, which is empty for None.
func (s State) String() string { return states[s] }

// A Mark is what is kept of a talk; the zero Mark is none.
type Mark struct {
	State State
	Seen  bool   // it was opened and read
	Note  string // clean text of any number of lines
}

// A Store has the marks of a file. It is safe for many goroutines; none waits for
// a file or for long but in Open, Save and Bind.
type Store struct {
	now    func() time.Time
	opened string     // the file that was asked for
	saving sync.Mutex // held by Save, before mu

	mu      sync.Mutex
	path    string            // see Path
	written contents          // what the file has; it is not changed but replaced
	changed map[string]*entry // by their keys, those that the file does not have yet
	hidden  *Hidden           // the same; nil: what was written
	friends []*Others
	binding binding                  // it is not changed but replaced
	since   map[*catalog.Talk]string // the keys of talks that were marked first since then
	version int                      // how often there were new keys or marks
	marked  int                      // see Count
	skipped map[*catalog.Talk]bool   // it is not changed but replaced
	undo    []change                 // the last one last

	notes       map[*catalog.Talk]string // see Notes
	noteVersion int
}

// contents are what a file says. An entry in it is not changed but replaced.
type contents struct {
	entries map[string]*entry // by their keys
	hidden  Hidden
	other   map[string]any // what else is in the file, as a later version may need it
}

// A change is what Undo puts back: the mark of a talk, or what is hidden.
type change struct {
	key     string
	talk    *catalog.Talk // nil: hidden
	isStray bool          // it is of another catalog than the one that is bound
	mark    Mark
	hidden  Hidden
}

// mostUndone is how many changes Undo can take back.
const mostUndone = 10

// Path returns the file that the marks are written to: the one that was opened
// or, if that cannot be understood, another one beside it.
func (s *Store) Path() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.path
}

// Of returns the mark of a talk of the catalog that was bound last.
func (s *Store) Of(t *catalog.Talk) Mark {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.entryOf(t).mark
}

// entryOf returns the entry of a talk, which is empty if it has none.
func (s *Store) entryOf(t *catalog.Talk) *entry {
	key, marked := s.since[t]
	if !marked {
		if key, marked = s.binding.keys[t]; !marked {
			return &entry{}
		}
	}
	return s.entry(key)
}

// entry returns the entry of a key, which is empty if it has none.
func (s *Store) entry(key string) *entry {
	return cmp.Or(s.changed[key], s.written.entries[key], &entry{})
}

// Set changes the mark of a talk: one of the catalog that was bound last, or one
// that is gone from it. A change of its state or note can be undone, and is made
// to the talk as it is now: Changes begins anew.
func (s *Store) Set(t *catalog.Talk, m Mark) {
	m.Note = strings.TrimSpace(clean.Text(m.Note))
	s.mu.Lock()
	defer s.mu.Unlock()
	key := s.keyFor(t)
	before := s.entry(key).mark
	if before == m {
		return
	}
	if !before.sameBut(m) {
		s.remember(change{key: key, talk: t, mark: before})
	}
	s.put(key, t, m)
}

// sameBut reports whether two marks differ in nothing but Seen.
func (m Mark) sameBut(other Mark) bool { return m.State == other.State && m.Note == other.Note }

// isMarked reports whether the user wants a talk, or has something to say of it.
func (m Mark) isMarked() bool { return m.State != None && m.State != Skip || m.Note != "" }

// remember keeps a change for Undo.
func (s *Store) remember(c change) {
	if len(s.undo) == mostUndone {
		s.undo = slices.Delete(s.undo, 0, 1)
	}
	s.undo = append(s.undo, c)
}

// put changes the entry of a talk. One without a mark stays until it is written,
// as another program may have changed it meanwhile.
func (s *Store) put(key string, t *catalog.Talk, m Mark) {
	before := s.entry(key)
	s.recount(t, before.mark, m)
	s.version++
	e := &entry{talk: before.talk, mark: m, changed: s.now().UTC().Truncate(time.Second), other: before.other}
	if e.talk == nil || e.talk != t && !before.mark.sameBut(m) {
		e.talk = snapshot(t)
	}
	s.changed[key] = e
}

// Hidden returns what is hidden. It must not be changed.
func (s *Store) Hidden() Hidden {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.hiddenNow()
}

// hiddenNow is what is hidden, written or not.
func (s *Store) hiddenNow() Hidden { return *cmp.Or(s.hidden, &s.written.hidden) }

// Hide changes what is hidden, which can be undone.
func (s *Store) Hide(h Hidden) {
	h = Hidden{tidy(h.Tracks), tidy(h.Rooms), tidy(h.Languages)}
	s.mu.Lock()
	defer s.mu.Unlock()
	if before := s.hiddenNow(); !h.Equal(before) {
		s.remember(change{hidden: before})
		s.hidden = &h
	}
}

// Undo takes back the last change of a state, a note or what is hidden, up to the
// last ten. It returns the talk, which is nil if it was what is hidden; ok is
// false if there is nothing to take back.
func (s *Store) Undo() (t *catalog.Talk, ok bool) {
	last, ok := s.undoLast()
	if ok && last.talk != nil && last.isStray {
		s.Bind(s.bound())
	}
	return last.talk, ok
}

func (s *Store) undoLast() (last change, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.undo) == 0 {
		return last, false
	}
	last = s.undo[len(s.undo)-1]
	s.undo = s.undo[:len(s.undo)-1]
	if last.talk == nil {
		s.hidden = &last.hidden
		return last, true
	}
	last.isStray = cmp.Or(s.since[last.talk], s.binding.keys[last.talk]) != last.key
	last.mark.Seen = s.entry(last.key).mark.Seen
	s.put(last.key, last.talk, last.mark)
	return last, true
}

// Unsaved returns how many changes no Save has written: those of talks, and one if
// what is hidden has changed.
func (s *Store) Unsaved() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.opened == "" {
		return 0
	}
	if s.hidden != nil {
		return len(s.changed) + 1
	}
	return len(s.changed)
}
