package order

import (
	"strings"
	"time"

	"talks/catalog"
)

// Day is the day of the conference that a talk belongs to, for a heading: in short
// where there is less room, in letters, than it takes in full.
func Day(t *catalog.Talk, years bool, room int) string {
	date, year := t.Slot.Date(), ""
	if date.IsZero() {
		return "NO TIME"
	}
	if years {
		year = date.Format(" 2006")
	}
	day := date.Format("Monday 2 January") + year
	if len(day) > room {
		day = date.Format("Mon 2 Jan") + year
	}
	return strings.ToUpper(day)
}

// Hour is the full hour before a talk begins, "" if its time is not known.
func Hour(t *catalog.Talk, zone *time.Location) string {
	if t.Slot.Start.IsZero() || t.Slot.AllDay {
		return ""
	}
	return t.Slot.In(zone).Format("15:00")
}
