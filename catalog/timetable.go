package catalog

import (
	"cmp"
	"slices"
	"sort"
	"time"
)

// A Timetable is the talks that begin at a known time of day, in order of time.
// It is read-only and safe for many readers.
type Timetable struct{ sessions []session }

// A session is a talk with its time in seconds since 1970; one in Wall is taken
// for UTC, so that it can be compared with others in Wall alone.
type session struct {
	start, end int64
	talk       *Talk
}

// longestGuess is how long a talk may take whose end is not known, in seconds.
const longestGuess = 60 * 60

// longestTalk is how far from the start of a talk Surroundings looks for others,
// in seconds: what lasts longer is an exhibition.
const longestTalk = dayLength

// NewTimetable sorts talks by time.
func NewTimetable(talks []*Talk) *Timetable {
	var tt Timetable
	for _, t := range talks {
		if start := t.Slot.Start; !start.IsZero() && !t.Slot.AllDay {
			at := start.Unix()
			tt.sessions = append(tt.sessions, session{at, at + int64(t.Slot.Duration/time.Second), t})
		}
	}
	slices.SortStableFunc(tt.sessions, func(a, b session) int { return cmp.Compare(a.start, b.start) })
	tt.guessEnds()
	return &tt
}

// guessEnds has a talk whose end is not known take until the next one in its
// place, and no longer than longestGuess.
func (tt *Timetable) guessEnds() {
	type place struct {
		origin Origin
		name   string
		wall   bool
	}
	type following struct{ start, after int64 } // the next start, and the next later than that
	next := make(map[place]following)
	for i := range slices.Backward(tt.sessions) {
		s := &tt.sessions[i]
		at := place{s.talk.Origin(), cmp.Or(s.talk.Slot.Room, s.talk.Slot.Track), IsWall(s.talk.Slot.Start.Location())}
		seen, known := next[at]
		if !known || seen.start != s.start {
			seen = following{s.start, seen.start}
			next[at] = seen
		}
		if s.end == s.start {
			s.end += longestGuess
			if seen.after != 0 {
				s.end = min(s.end, seen.after)
			}
		}
	}
}

// index returns where a talk stands; ok is false if it has no time.
func (tt *Timetable) index(t *Talk) (at int, ok bool) {
	start := t.Slot.Start.Unix()
	for at = tt.from(start); at < len(tt.sessions) && tt.sessions[at].start == start; at++ {
		if tt.sessions[at].talk == t {
			return at, true
		}
	}
	return 0, false
}

// from returns the first session that does not begin before a time.
func (tt *Timetable) from(start int64) int {
	return sort.Search(len(tt.sessions), func(i int) bool { return tt.sessions[i].start >= start })
}

// Duration is how long a talk takes. One whose end is not known takes until the
// next in its room, or of its track where no room is known, and at most an hour.
func (tt *Timetable) Duration(t *Talk) time.Duration {
	if t.Slot.Duration == 0 {
		if at, ok := tt.index(t); ok {
			s := tt.sessions[at]
			return time.Duration(s.end-s.start) * time.Second
		}
	}
	return t.Slot.Duration
}

// Surroundings are the talks around one.
type Surroundings struct {
	// Before and After are the talks in the same room on the same day of the
	// conference; nil where there is none.
	Before, After *Talk

	// Meanwhile are the other talks that run while this one does, in order of
	// time: those that have begun, then those that begin.
	Meanwhile []*Talk
}

// Surroundings returns the talks around t. They are none if it has no time of
// day.
func (tt *Timetable) Surroundings(t *Talk) Surroundings {
	var around Surroundings
	here, ok := tt.index(t)
	if !ok {
		return around
	}
	now := tt.sessions[here]
	for _, s := range slices.Backward(tt.sessions[:tt.from(now.start)]) {
		if s.start < now.start-longestTalk || around.Before != nil {
			break
		}
		if s.talk.sharesRoom(t) {
			around.Before = s.talk
		}
	}
	for _, s := range tt.sessions[tt.from(now.start+1):] {
		if s.start > now.start+longestTalk || around.After != nil {
			break
		}
		if s.talk.sharesRoom(t) {
			around.After = s.talk
		}
	}
	wall := IsWall(t.Slot.Start.Location())
	for _, s := range tt.sessions[tt.from(now.start-longestTalk):] {
		switch {
		case s.start >= now.end:
			return around
		case s.end > now.start && s.talk != t && s.talk != around.Before && s.talk != around.After && IsWall(s.talk.Slot.Start.Location()) == wall:
			around.Meanwhile = append(around.Meanwhile, s.talk)
		}
	}
	return around
}

// sharesRoom reports whether two talks are in one room on one day of a conference.
func (t *Talk) sharesRoom(other *Talk) bool {
	return t.Slot.Room != "" && t.Slot.Room == other.Slot.Room && t.Origin() == other.Origin() && t.Slot.Date().Equal(other.Slot.Date())
}
