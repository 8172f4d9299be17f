package when

import (
	"testing"
	"time"

	"talks/catalog"
)

// TestMoments reads times where no zone is named, where the zone is known by its
// name, and where no more is known of it than its offset.
func TestMoments(t *testing.T) {
	brussels, err := time.LoadLocation("Europe/Brussels")
	if err != nil {
		t.Fatal(err)
	}
	wall, offset := catalog.Wall(), time.FixedZone("", 2*3600)
	for _, test := range []struct {
		written string
		zone    *time.Location
		want    string
		isWall  bool
	}{
		{"2026-01-31T13:40:00", wall, "2026-01-31T13:40:00Z", true},
		{"2026-01-31 13:40", wall, "2026-01-31T13:40:00Z", true},
		{"20260131T134000", wall, "2026-01-31T13:40:00Z", true},
		{"2026-01-31T13:40:00Z", wall, "2026-01-31T13:40:00Z", false},
		{"2026-01-31T13:40:00+00:00", wall, "2026-01-31T13:40:00Z", false},
		{"2026-01-31T13:40:00+0000", wall, "2026-01-31T13:40:00Z", false},
		{"2026-01-31T13:40:00+02:00", wall, "2026-01-31T13:40:00+02:00", false},
		{"Sat, 31 Jan 2026 13:40:00 GMT", wall, "2026-01-31T13:40:00Z", false},
		{"2026-01-31T13:40:00", brussels, "2026-01-31T13:40:00+01:00", false},
		{"2026-01-31T13:40:00Z", brussels, "2026-01-31T14:40:00+01:00", false},
		{"Sat, 31 Jan 2026 13:40:00 CET", brussels, "2026-01-31T13:40:00+01:00", false},
		{"2026-01-31T13:40:00", offset, "2026-01-31T13:40:00+02:00", false},
		{"2026-01-31T13:40:00Z", offset, "2026-01-31T13:40:00Z", false},
	} {
		got, err := Moment(test.written, test.zone)
		if err != nil || got.Format(time.RFC3339) != test.want || catalog.IsWall(got.Location()) != test.isWall {
			t.Errorf("Moment(%q, %v) = %v, %v, want %s, on the wall: %v", test.written, test.zone, got, err, test.want, test.isWall)
		}
	}
}
