package catalog

import (
	"fmt"
	"hash/maphash"
	"strconv"
	"strings"
	"time"
)

// A folder finds the talk that an earlier document has already: the same id of
// the same conference, or the same title at the same time in no other room.
// Two talks of one document are never the same.
type folder struct {
	byID, byTime, byText map[string]place
	number               int             // of the document at hand
	file                 string          // its name
	here                 map[string]bool // ids that it gives
	seed                 maphash.Seed    // of the hashes in the keys of byText
	conferences          map[string]string
	folds                []fold
}

// A place is where a talk stands in the catalog, and whose it is.
type place struct {
	at, document int
	talk         *Talk
}

// A fold counts the talks of the document at hand that another has too.
type fold struct {
	file        string // the other's
	line, talks int    // the first one's line here, and how many
}

// sameTalk is how far apart two talks of one id may be and still be one that
// was moved, not one of another year.
const sameTalk = 60 * 24 * time.Hour

func (f *folder) open(file string) {
	if f.byID == nil {
		f.byID, f.byTime, f.byText = make(map[string]place), make(map[string]place), make(map[string]place)
		f.seed = maphash.MakeSeed()
		f.conferences = make(map[string]string)
	}
	f.number++
	f.file = file
	f.here = make(map[string]bool)
	f.folds = nil
}

// find gives the index of the talk that t is a later state of.
func (f *folder) find(t *Talk) (at int, found bool) {
	for _, known := range []struct {
		places map[string]place
		key    string
		same   func(a, b *Talk) bool
	}{
		{f.byID, f.idKey(t, t.ID), sameYear},
		{f.byTime, timeKey(t), sameRoom},
		{f.byText, f.textKey(t), sameText},
	} {
		p, ok := known.places[known.key]
		if ok && known.key != "" && p.document != f.number && known.same(p.talk, t) {
			return p.at, true
		}
	}
	return 0, false
}

// keep remembers a talk, which the document gave that id, for later documents.
func (f *folder) keep(t *Talk, id string, at int) {
	p := place{at: at, document: f.number, talk: t}
	f.here[id] = true
	f.byID[f.idKey(t, id)] = p
	f.byTime[timeKey(t)] = p
	f.byText[f.textKey(t)] = p
}

// fold counts a talk that takes an earlier one's place.
func (f *folder) fold(earlier, t *Talk) {
	for i := range f.folds {
		if f.folds[i].file == earlier.Source.File {
			f.folds[i].talks++
			return
		}
	}
	f.folds = append(f.folds, fold{file: earlier.Source.File, line: t.Source.Line, talks: 1})
}

// close says what was folded.
func (f *folder) close() []Problem {
	var problems []Problem
	for _, n := range f.folds {
		talks := "1 talk"
		if n.talks > 1 {
			talks = strconv.Itoa(n.talks) + " talks"
		}
		problems = append(problems, Problem{
			File: f.file, Line: n.line,
			What: fmt.Sprintf("%s also in %s, shown once", talks, n.file),
			Hint: "what is read last counts",
		})
	}
	return problems
}

func (f *folder) idKey(t *Talk, id string) string {
	switch {
	case id == "":
		return ""
	case strings.Contains(id, "@") || len(id) == len("01234567-89ab-cdef-0123-456789abcdef"):
		return id // unique in the world
	case t.Conference == "":
		return ""
	}
	return f.conference(t) + "\n" + id
}

// conference is a number that stands for the name of a talk's conference, which
// may be long, and is on every talk.
func (f *folder) conference(t *Talk) string {
	number, known := f.conferences[t.Conference]
	if !known {
		name := folded(t.Conference)
		if number, known = f.conferences[name]; !known {
			number = strconv.Itoa(len(f.conferences))
			f.conferences[name] = number
		}
		f.conferences[t.Conference] = number
	}
	return number
}

func timeKey(t *Talk) string {
	if t.Slot.Start.IsZero() {
		return ""
	}
	return folded(t.Title) + "\n" + strconv.FormatInt(t.Slot.Start.Unix(), 10)
}

// textKey stands for an abstract by its hash: a copy of it for each talk would
// take as much memory as all the files.
func (f *folder) textKey(t *Talk) string {
	if !t.Slot.Start.IsZero() || t.Abstract == "" {
		return ""
	}
	hash := maphash.String(f.seed, t.Abstract)
	return f.conference(t) + "\n" + folded(t.Title) + "\n" + strconv.FormatUint(hash, 36)
}

func folded(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

func sameYear(a, b *Talk) bool {
	if a.Slot.Start.IsZero() || b.Slot.Start.IsZero() {
		return folded(a.Title) == folded(b.Title)
	}
	return a.Slot.Start.Sub(b.Slot.Start).Abs() <= sameTalk
}

func sameText(a, b *Talk) bool { return a.Abstract == b.Abstract }

func sameRoom(a, b *Talk) bool {
	return a.Slot.Room == "" || b.Slot.Room == "" || folded(a.Slot.Room) == folded(b.Slot.Room)
}
