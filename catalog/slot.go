package catalog

import "time"

// A Slot is when and where a talk is given.
type Slot struct {
	// Start is zero where it is not known. It is told in the zone that the
	// file names, or else in Wall.
	Start    time.Time
	Duration time.Duration
	AllDay   bool // Start is a date without a time of day

	// Day is the day of the conference that the file has the talk on, as
	// midnight UTC of its date; zero where the file names no days. A night
	// belongs to the day before, so Start may be of the next date. See Date.
	Day time.Time

	Room  string
	Track string
}

// wall is the name of Wall, with a blank as no zone of the IANA database has it.
const wall = "local time"

// Wall is the zone of a schedule that names none: its times are those of the
// clock on the wall, wherever that hangs. It reads as UTC does, but what is
// told in it is converted to no other zone; see In.
func Wall() *time.Location { return time.FixedZone(wall, 0) }

// IsWall reports whether a zone is Wall.
func IsWall(zone *time.Location) bool { return zone.String() == wall }

// OnWall is what the clock shows at a time, wherever it was read.
func OnWall(t time.Time) time.Time { return time.Unix(onWall(t), 0).In(Wall()) }

// onWall is OnWall in seconds since 1970.
func onWall(t time.Time) int64 {
	_, offset := t.Zone()
	return t.Unix() + int64(offset)
}

const dayLength = 24 * 60 * 60 // in seconds

// DateOf is the date of a time in its own zone, as midnight UTC.
func DateOf(t time.Time) time.Time {
	seconds := onWall(t)
	return time.Unix(seconds-(seconds%dayLength+dayLength)%dayLength, 0).UTC()
}

// In is the start as a clock in a zone shows it. A nil zone is the talk's own;
// a time in Wall and a whole day stay as they are in every zone.
func (s *Slot) In(zone *time.Location) time.Time {
	if zone == nil || s.AllDay || IsWall(s.Start.Location()) {
		return s.Start
	}
	return s.Start.In(zone)
}

// IsNight reports whether a clock in a zone shows the start on another date than
// that of the talk's day of the conference, as it does at night; see In and Date.
func (s *Slot) IsNight(zone *time.Location) bool {
	return !s.Start.IsZero() && !DateOf(s.In(zone)).Equal(s.Date())
}

// Date is the day of its conference that the talk belongs to, as midnight UTC:
// the one that the file has it on or, where the file names no days, the date on
// which it starts in its own zone. It is zero if neither is known.
func (s *Slot) Date() time.Time {
	if !s.Day.IsZero() || s.Start.IsZero() {
		return s.Day
	}
	return DateOf(s.Start)
}

// Clock is the time of day at which the talk starts, as In gives it: from midnight
// of its day of the conference on, so that a night has 24 hours and more. Ok is
// false where no time of day is known.
func (s *Slot) Clock(zone *time.Location) (clock time.Duration, ok bool) {
	if s.Start.IsZero() || s.AllDay {
		return 0, false
	}
	return time.Duration(onWall(s.In(zone))-s.Date().Unix()) * time.Second, true
}
