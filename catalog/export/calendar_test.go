package export

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"

	"talks/catalog"
	"talks/catalog/parse"
)

var made = time.Date(2026, 1, 1, 12, 0, 0, 0, time.FixedZone("", 3600))

// calendarOf is a catalog as a calendar, by what becomes of each event.
func calendarOf(t *testing.T, c *catalog.Catalog, event Event) string {
	t.Helper()
	var events []Event
	for _, talk := range c.Talks {
		if !talk.Slot.Date().IsZero() {
			event.Talk, event.End = talk, End(c, talk)
			events = append(events, event)
		}
	}
	var b bytes.Buffer
	if err := WriteCalendar(&b, events, made); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestCalendar(t *testing.T) {
	cet := time.FixedZone("", 3600)
	c := catalog.Catalog{Talks: []*catalog.Talk{
		{
			ID: "1", GUID: "01234567-89ab-cdef-0123-456789abcdef", Title: `Commas, semicolons; C:\path`, Conference: "C", Abstract: "One.\n\nTwo.",
			Speakers: []catalog.Person{{Name: "Ada Example"}, {Name: "Bob Sample"}}, Links: []catalog.Link{{URL: "ftp://example.org"}, {URL: "https://example.org/ü"}},
			Slot: catalog.Slot{Start: time.Date(2026, 1, 31, 23, 30, 0, 0, cet), Duration: time.Hour, Room: "A;1", Track: "Go, Rust"},
		},
		{ID: "2", Title: "On the wall", Conference: "C", Slot: catalog.Slot{Start: time.Date(2026, 2, 1, 10, 0, 0, 0, catalog.Wall()), Duration: 30 * time.Minute}},
		{ID: "3", Title: "Two days", Conference: "C", Slot: catalog.Slot{Start: time.Date(2026, 2, 2, 0, 0, 0, 0, cet), AllDay: true, Duration: 48 * time.Hour}},
		{ID: "4", Title: "Some time", Conference: "C", Slot: catalog.Slot{Day: time.Date(2026, 2, 3, 0, 0, 0, 0, time.UTC)}},
		{ID: "5", Title: "Some day", Conference: "C"},
	}}
	uid := func(t *catalog.Talk) string { return "UID:" + uidOf(t, make(map[string]bool)) }
	want := `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//talks//talks//EN
X-WR-CALNAME:C
BEGIN:VEVENT
UID:01234567-89ab-cdef-0123-456789abcdef
DTSTAMP:20260101T110000Z
DTSTART:20260131T223000Z
DTEND:20260131T233000Z
SUMMARY:Commas\, semicolons\; C:\\path
LOCATION:A\;1
STATUS:TENTATIVE
CATEGORIES:Go\, Rust
DESCRIPTION:Speakers: Ada Example\, Bob Sample\n\nNote: Bring a pen.\n\nOne
 .\n\nTwo.
URL:https://example.org/%C3%BC
END:VEVENT
BEGIN:VEVENT
` + uid(c.Talks[1]) + `
DTSTAMP:20260101T110000Z
DTSTART:20260201T100000
DTEND:20260201T103000
SUMMARY:On the wall
STATUS:TENTATIVE
DESCRIPTION:Note: Bring a pen.
END:VEVENT
BEGIN:VEVENT
` + uid(c.Talks[2]) + `
DTSTAMP:20260101T110000Z
DTSTART;VALUE=DATE:20260202
DTEND;VALUE=DATE:20260204
SUMMARY:Two days
STATUS:TENTATIVE
DESCRIPTION:Note: Bring a pen.
END:VEVENT
BEGIN:VEVENT
` + uid(c.Talks[3]) + `
DTSTAMP:20260101T110000Z
DTSTART;VALUE=DATE:20260203
SUMMARY:Some time
STATUS:TENTATIVE
DESCRIPTION:Note: Bring a pen.
END:VEVENT
END:VCALENDAR
`
	if got := calendarOf(t, &c, Event{IsTentative: true, Note: "Bring a pen."}); got != strings.ReplaceAll(want, "\n", "\r\n") {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestCalendarReadBack writes a calendar with texts of any kind and length, which
// our own reader and another one must read as they were. Ours takes an abstract for
// Markdown.
func TestCalendarReadBack(t *testing.T) {
	brussels, err := time.LoadLocation("Europe/Brussels")
	if err != nil {
		t.Fatal(err)
	}
	var c catalog.Catalog
	for n := range 120 {
		title := strings.Repeat("x", n) + []string{"é€𝄞漢字", `a\nb, c; d:"e"`, "👩‍👩‍👧‍👧 ok", `\\,;`}[n%4] + strings.Repeat("字", n%50) + " end"
		start := time.Date(2026, 3, 28, 22, 0, 0, 0, brussels).Add(time.Duration(n) * 5 * time.Minute) // the clock is changed
		c.Talks = append(c.Talks, &catalog.Talk{
			ID: fmt.Sprint(n), Title: title, Conference: "Ünï, Conf", Abstract: strings.Repeat("Größe, Maß; 漢字. ", n+1) + "End.\n\nTwo.", Speakers: []catalog.Person{{Name: "Ada Example"}},
			Slot: catalog.Slot{Start: start, Duration: 30 * time.Minute, Room: "R; " + title, Track: "T"},
		})
	}
	written := calendarOf(t, &c, Event{})
	for line := range strings.SplitSeq(written, "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || strings.Contains(line, "\n") {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}

	doc := parse.Document("plan.ics", []byte(written))
	if len(doc.Talks) != len(c.Talks) || len(doc.Problems) > 0 {
		t.Fatalf("%d talks, %v", len(doc.Talks), doc.Problems)
	}
	other, err := ics.ParseCalendar(strings.NewReader(written))
	if err != nil || len(other.Events()) != len(c.Talks) {
		t.Fatal(other, err)
	}
	events := other.Events()
	for i, want := range c.Talks {
		got := doc.Talks[i]
		if got.Title != want.Title || got.Slot.Room != want.Slot.Room || got.Abstract != want.Abstract || got.Conference != want.Conference ||
			got.Text(catalog.Speakers) != "Ada Example" || !got.Slot.Start.Equal(want.Slot.Start) || got.Slot.Start.Location().String() != "Europe/Brussels" || got.Slot.Duration != want.Slot.Duration {
			t.Errorf("we read\n%+v\nwant\n%+v", got, want)
		}
		start, err := events[i].GetStartAt()
		end, endErr := events[i].GetEndAt()
		value := func(p ics.ComponentProperty) string { return events[i].GetProperty(p).Value }
		if err != nil || endErr != nil || !start.Equal(want.Slot.Start) || end.Sub(start) != want.Slot.Duration ||
			value(ics.ComponentPropertySummary) != want.Title || value(ics.ComponentPropertyLocation) != want.Slot.Room ||
			value(ics.ComponentPropertyUniqueId) != got.GUID || value(ics.ComponentPropertyStatus) != "CONFIRMED" {
			t.Errorf("the other reads\n%+v\nwant\n%+v", events[i], want)
		}
	}
}
