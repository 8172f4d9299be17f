package catalog

import (
	"testing"
	"time"
)

// TestSlots reads slots as a clock in Tokyo shows them, and their days.
func TestSlots(t *testing.T) {
	brussels, tokyo := time.FixedZone("CET", 3600), time.FixedZone("JST", 9*3600)
	at := func(day, hour int, zone *time.Location) time.Time {
		return time.Date(2026, 1, day, hour, 0, 0, 0, zone)
	}
	for _, test := range []struct {
		name          string
		slot          Slot
		inTokyo, date string
	}{
		{"a zone", Slot{Start: at(31, 17, brussels)}, "2026-02-01T01:00", "2026-01-31"},
		{"UTC is a zone", Slot{Start: at(31, 0, time.UTC)}, "2026-01-31T09:00", "2026-01-31"},
		{"no zone", Slot{Start: at(31, 17, Wall())}, "2026-01-31T17:00", "2026-01-31"},
		{"a whole day", Slot{Start: at(31, 17, brussels), AllDay: true}, "2026-01-31T17:00", "2026-01-31"},
		{"a night", Slot{Start: at(31, 1, brussels), Day: at(30, 0, time.UTC)}, "2026-01-31T09:00", "2026-01-30"},
		{"a day alone", Slot{Day: at(30, 0, time.UTC)}, "0001-01-01T09:00", "2026-01-30"},
		{"nothing", Slot{}, "0001-01-01T09:00", "0001-01-01"},
	} {
		if got := test.slot.In(tokyo).Format("2006-01-02T15:04"); got != test.inTokyo {
			t.Errorf("%s: %s in Tokyo, want %s", test.name, got, test.inTokyo)
		}
		if got := test.slot.In(nil); got != test.slot.Start {
			t.Errorf("%s: %v in its own zone, want %v", test.name, got, test.slot.Start)
		}
		if got := test.slot.Date(); got.Format(time.DateOnly) != test.date || got.Location() != time.UTC {
			t.Errorf("%s: of %v, want %s", test.name, got, test.date)
		}
	}
}
