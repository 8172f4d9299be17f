package icalendar

import (
	"testing"
	"time"
)

func TestOffsets(t *testing.T) {
	summer := observance{start: time.Date(1970, 3, 29, 2, 0, 0, 0, time.UTC), offset: 7200}
	summer.set("RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")
	winter := observance{start: time.Date(1970, 10, 25, 3, 0, 0, 0, time.UTC), offset: 3600}
	winter.set("RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for day := range 3 * 365 {
		local := time.Date(2024, 1, 1+day, 12, 0, 0, 0, time.UTC)
		_, want := time.Date(local.Year(), local.Month(), local.Day(), 12, 0, 0, 0, zone).Zone()
		if got := offsetAt([]observance{winter, summer}, local); got != want {
			t.Fatalf("%s: offset %d, want %d", local.Format(time.DateOnly), got, want)
		}
	}
}
