package facts

import (
	"math"
	"time"

	"talks/catalog"
	"talks/catalog/search/query"
)

// A Clock says what time it is, and where.
type Clock struct {
	// Now is what is:now and day:today go by, for a catalog of these talks; nil:
	// no time that a talk is given. A time in catalog.Wall is what the clock shows
	// wherever a talk is given.
	Now func(talks []*catalog.Talk) time.Time

	// Zone is the one by whose clock time: and the like go; nil: each talk's own.
	Zone *time.Location
}

// timeTest returns the test whether a talk is given at the time of day that an
// atom asks for: runs at that moment, or starts in that hour, after or before it.
func (x *Facts) timeTest(a query.Atom) func(*catalog.Talk) bool {
	asked, ok := a.TimeOfDay()
	from, to := time.Duration(asked.From)*time.Minute, time.Duration(asked.To)*time.Minute
	return func(t *catalog.Talk) bool {
		start, known := t.Slot.Clock(x.Clock.Zone)
		switch {
		case !ok || !known:
			return false
		case a.Key == "after":
			return start >= from
		case a.Key == "before":
			return start < from
		}
		return x.isAt(t, start, from, to) || asked.Night && (x.isAt(t, start, from+day, to+day) || x.isAt(t, start, from-day, to-day))
	}
}

const day = 24 * time.Hour

// isAt reports whether a talk starts in a span of time or, if that is a moment,
// runs then.
func (x *Facts) isAt(t *catalog.Talk, start, from, to time.Duration) bool {
	if from < to {
		return start >= from && start < to
	}
	return start <= from && start+x.catalog.Timetable().Duration(t) > from
}

// nowTest returns the test whether a talk runs now or is next; nil if a feature is
// neither. Next are those that start within an hour or, if none does, first of all.
func (x *Facts) nowTest(feature string) func(*catalog.Talk) bool {
	now := x.now()
	switch feature {
	case query.Now:
		return func(t *catalog.Talk) bool {
			wait, known := until(&t.Slot, now)
			return known && wait <= 0 && wait+x.catalog.Timetable().Duration(t) > 0
		}
	case query.Next:
		first := time.Duration(math.MaxInt64)
		for _, t := range x.catalog.Talks {
			if wait, known := until(&t.Slot, now); known && wait > 0 {
				first = min(first, wait)
			}
		}
		latest := max(first, time.Hour)
		return func(t *catalog.Talk) bool {
			wait, known := until(&t.Slot, now)
			return known && wait > 0 && wait <= latest
		}
	}
	return nil
}

// until is how long it is from a time to the start of a talk. Where one of them
// has no zone, clocks tell.
func until(s *catalog.Slot, now time.Time) (wait time.Duration, known bool) {
	switch {
	case s.Start.IsZero() || s.AllDay:
		return 0, false
	case catalog.IsWall(s.Start.Location()) || catalog.IsWall(now.Location()):
		return catalog.OnWall(s.Start).Sub(catalog.OnWall(now)), true
	}
	return s.Start.Sub(now), true
}

// longestNight is how long a talk may take that keeps its day from ending.
const longestNight = 12 * time.Hour

// dayTest returns the test whether the day of a talk is today or tomorrow, if f
// asks for one of these. As long as the talks of a night are not over, today is
// the day before.
func (x *Facts) dayTest(f *Condition) func(*catalog.Talk) bool {
	ahead := 0
	switch {
	case f.starts(query.Tomorrow):
		ahead = 1
	case !f.starts(query.Today):
		return nil
	}
	now := x.now()
	for _, t := range x.catalog.Talks {
		wait, known := until(&t.Slot, now)
		length := x.catalog.Timetable().Duration(t)
		if known && length <= longestNight && wait+length > 0 && t.Slot.Date().Equal(dateAt(now, &t.Slot).AddDate(0, 0, -1)) {
			ahead--
			break
		}
	}
	return func(t *catalog.Talk) bool { return t.Slot.Date().Equal(dateAt(now, &t.Slot).AddDate(0, 0, ahead)) }
}

// dateAt is the date at a time where a talk is given.
func dateAt(now time.Time, s *catalog.Slot) time.Time {
	if !s.Start.IsZero() && !catalog.IsWall(s.Start.Location()) && !catalog.IsWall(now.Location()) {
		now = now.In(s.Start.Location())
	}
	return catalog.DateOf(now)
}
