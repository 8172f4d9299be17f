package records

import (
	"slices"
	"strings"
	"testing"

	"talks/catalog/parse/parsetest"
)

// TestJSONDays reads schedules whose days and zones tell more than their talks.
func TestJSONDays(t *testing.T) {
	day := func(conference, day, talk string) string {
		return `{"schedule": {"conference": {"title": "C", ` + conference + `"days": [{"index": 0, ` + day + `, "rooms": {"R": [{"id": 1, ` + talk + `, "title": "A"}]}}]}}}`
	}
	for _, test := range []struct{ name, doc, want string }{
		{"a night", day("", `"date": "2025-02-01", "day_start": "2025-02-01T09:00:00+01:00"`, `"date": "2025-02-02T01:00:00+01:00", "start": "01:00"`),
			"1 A room:R 2025-02-02T01:00+01:00 of 2025-02-01"},
		{"a night by the clock", day(`"day_change": "04:00", `, `"date": "2025-02-01"`, `"start": "01:00"`),
			"1 A room:R 2025-02-02T01:00 of 2025-02-01"},
		{"UTC in a zone that has a name", day(`"time_zone_name": "Pacific/Auckland", `, `"date": "2025-02-01"`, `"date": "2025-01-31T21:00:00Z"`),
			"1 A room:R 2025-02-01T10:00+13:00"},
		{"UTC in no zone", day("", `"date": "2025-02-01"`, `"date": "2025-01-31T21:00:00Z"`),
			"1 A room:R 2025-01-31T21:00Z of 2025-02-01"},
		{"no zone", day("", `"date": "2025-02-01"`, `"start": "10:00"`), "1 A room:R 2025-02-01T10:00"},
		{"no date", day("", `"date": "Saturday"`, `"date": "2025-02-01T10:00:00"`), "1 A room:R 2025-02-01T10:00"},
	} {
		doc := parsetest.Document(Parse, test.doc)
		parsetest.Sound(t, &doc)
		if got := parsetest.Told(&doc); !slices.Equal(got, []string{test.want}) {
			t.Errorf("%s: got\n  %s\nwant\n  %s", test.name, strings.Join(got, "\n  "), test.want)
		}
	}
}
