package icalendar

import (
	"slices"
	"strings"
	"testing"

	"talks/catalog/parse/parsetest"
)

// TestICalFields reads events as calendars other than ours write them.
func TestICalFields(t *testing.T) {
	for _, test := range []struct {
		name, event string
		want        string
	}{
		{"speakers, with where they are from", "DESCRIPTION:Speakers: Ada Example (House\\, Town)\\, Bob Sample\\n\\nIt works.", "A @Ada Example @Bob Sample abstract:Speakers: Ada Example (House, Town), Bob Sample//It works."},
		{"speakers alone", "DESCRIPTION:Speakers: Ada Example\\, Bob Sample\\n\\nIt works.", "A @Ada Example @Bob Sample abstract:It works."},
		{"one speaker", "DESCRIPTION:Speaker: Ada Example\\nIt works.", "A @Ada Example abstract:It works."},
		{"a colon", "DESCRIPTION:Note: it works.", "A abstract:Note: it works."},
		{"someone invited", "DESCRIPTION:Speaker: Ada\\nx\nATTENDEE;CN=Bob Sample:mailto:b@example.org", "A @Bob Sample abstract:Speaker: Ada/x"},
		{"html besides", "X-ALT-DESC;FMTTYPE=text/html:<html><body><p>x</p><p>y</p></body></html>", "A abstract:x//y"},
		{"html besides a text", "X-ALT-DESC;FMTTYPE=text/html:<b>x</b>\nDESCRIPTION:x", "A abstract:x"},
		{"google's html", "DESCRIPTION:<html-blob>x<br><br>y<ul><li>z</li></ul></html-blob>", "A abstract:x//y//- z"},
		{"google's own words", "DESCRIPTION:x\\n-::~:~::~:~:~:~\\nJoin: https://example.org\\n-::~:~::~:~:~:~\\ny", "A abstract:x//y"},
		{"google's own words alone", "DESCRIPTION:-::~:~::~:~:~:~\\nJoin\\n-::~:~::~:~:~:~", "A"},
		{"quoted-printable", "DESCRIPTION;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Gr=FC=DFe=0D=0Aa =\r\nb", "A abstract:Grüße/a b"},
		{"quoted-printable to the end", "DESCRIPTION;ENCODING=QUOTED-PRINTABLE:a=", "A abstract:a"},
		{"a zone of windows", "DTSTART;TZID=W. Europe Standard Time:20250701T100000", "A 2025-07-01T10:00+02:00"},
		{"lines that are not folded", "DESCRIPTION:One.\nTwo, and no: colon helps.\n- three\nURL:https://example.org\nfour", "A abstract:One./Two, and no: colon helps.//- three < https://example.org 0>"},
		{"a property without its colon", "DESCRIPTION:x\nORGANIZER=\"mailto:a@example.org\"", "A abstract:x"},
		{"no address", "URL:n/a\nDESCRIPTION:x", "A abstract:x"},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := parsetest.Document(Parse, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\n"+test.event+"\nEND:VEVENT\n")
			parsetest.Sound(t, &doc)
			if got, want := parsetest.Told(&doc)[:1], []string{" " + test.want}; !slices.Equal(got, want) {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), want[0])
			}
		})
	}
}

// TestICalCalendars reads three calendars in one file: each has its own name, or
// none, and zone.
func TestICalCalendars(t *testing.T) {
	event := func(title string) string {
		return "BEGIN:VEVENT\nSUMMARY:" + title + "\nDTSTART:20250701T100000\nEND:VEVENT\n"
	}
	doc := parsetest.Document(Parse, ("BEGIN:VCALENDAR\nX-WR-CALNAME:C\nX-WR-TIMEZONE:Romance Standard Time\n" + event("A") + "BEGIN:VTODO\nSUMMARY:No\nEND:VTODO\nEND:VCALENDAR\n" +
		"BEGIN:VCALENDAR\n" + event("B") + "END:VCALENDAR\nBEGIN:VCALENDAR\n" + event("C") + "NAME:D\nEND:VCALENDAR\n"))
	var got []string
	for _, talk := range doc.Talks {
		got = append(got, talk.Title+" "+talk.Conference+" "+talk.Slot.Start.Format("15:04 MST"))
	}
	if want := []string{"A C 10:00 CEST", "B  10:00 local time", "C D 10:00 local time"}; !slices.Equal(got, want) || doc.Name != "C" || len(doc.Problems) > 0 {
		t.Errorf("%q: got %q, want %q, problems %v", doc.Name, got, want, doc.Problems)
	}
}

// TestOutlines reads small documents, most with a fault.
func TestOutlines(t *testing.T) {
	const event = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\n"
	for _, test := range []struct {
		name, doc string
		want      []string
	}{
		{"no BEGIN", event + "END:VEVENT\nUID:2\nSUMMARY:B\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:C\nEND:VEVENT", []string{`2  "A"`, `6  "B"`, `8  "C"`, `:6: an event without its BEGIN`}},
		{"a damaged BEGIN", event + "END:VEVENT\nBEGIN:VEVFNT\nSUMMARY:B\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:C\nEND:VEVENT",
			[]string{`2  "A"`, `8  "C"`, `:7: an END without its BEGIN, "VEVENT"`, `:5: a BEGIN without its END, "VEVFNT"`}},
		{"no END", event + "BEGIN:VEVENT\nSUMMARY:B\nEND:VEVENT", []string{`2  "A"`, `4  "B"`, `:2: a BEGIN without its END, "VEVENT"`}},
		{"two in one", event + "UID:1\nUID:2\nSUMMARY:B\nEND:VEVENT", []string{`2 2 "B"`, `:5: one event has twice a "UID"`, `:6: one event has twice a "SUMMARY"`}},
		{"repeats", event + "RRULE:FREQ=DAILY\nRDATE:20250202T100000\nEND:VEVENT", []string{`2  "A"`, `:2: an event that repeats, shown once`}},
		{"a zone of its own", strings.Replace(event, "BEGIN:VEVENT", "BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:19700101T000000\nRRULE:FREQ=YEARLY\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT", 1) +
			"DTSTART;TZID=X:20250701T100000\nBEGIN:VALARM\nSUMMARY:Soon\nEND:VALARM\nEND:VEVENT", []string{`10  "A" 2025-07-01T10:00+01:00`}},
		{"all day", event + "DTSTART;VALUE=DATE:20250201\nDTEND;VALUE=DATE:20250202\nEND:VEVENT", []string{`2  "A" 2025-02-01 24h0m0s`}},
		{"summer and winter", event + "DTSTART;TZID=/x/Europe/Berlin:20250701T100000\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:B\nDTSTART;TZID=Europe/Berlin:20251201T100000\nEND:VEVENT",
			[]string{`2  "A" 2025-07-01T10:00+02:00`, `6  "B" 2025-12-01T10:00+01:00`}},
		{"unknown zone", event + "DTSTART;TZID=Nowhere:20250701T100000\nEND:VEVENT", []string{`2  "A" 2025-07-01T10:00`, `:2: a time zone that is not known, "Nowhere"`}},
		{"an offset for a zone", event + "DTSTART;TZID=\"(UTC+07:00) Bangkok, Hanoi\":20250701T100000\nEND:VEVENT", []string{`2  "A" 2025-07-01T10:00+07:00`}},
		{"year 0", event + "DTSTART:00000101T000000Z\nEND:VEVENT", []string{`2  "A"`, `:2: a date that cannot be read, "00000101T000000Z"`}},
		{"cut off", event + "DESCRIPTION:x", []string{`2  "A"`, `:2: the file ends in the middle of "VEVENT"`}},
		{"cut off between events", event + "END:VEVENT\n", []string{`2  "A"`, `:1: the file ends in the middle of "VCALENDAR"`}},
		{"cancelled", event + "STATUS:CANCELLED\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:B\nEND:VEVENT", []string{`6  "B"`, `:2: a cancelled event, left out`}},
		{"pretalx", "BEGIN:VCALENDAR\nPRODID:-//pretalx//example.org//x\nBEGIN:VEVENT\nSUMMARY:A - B - Ann\\, Bob\nEND:VEVENT", []string{`3  "A - B"`}},
		{"in a comment", "<!--\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nDESCRIPTION:x?a&#x3D;b\nEND:VEVENT", []string{`3  "A"`}},
		{"escapes", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:a\\, b\\; c\\\\d\\ne C:\\x\r\n  y\r\nEND:VEVENT", []string{`2  "a, b; c\\d e C:\\x y"`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if !strings.HasPrefix(test.name, "cut off") {
				test.doc += "\nEND:VCALENDAR\n"
			}
			doc := parsetest.Document(Parse, test.doc)
			parsetest.Same(t, parsetest.Outline(&doc), test.want)
		})
	}
}

func FuzzICal(f *testing.F) { parsetest.Fuzz(f, Parse, "../testdata/three.ics") }

func BenchmarkICal(b *testing.B) {
	parsetest.Measure(b, Parse, parsetest.File(b, "../testdata/three.ics"), "BEGIN:VEVENT", "END:VEVENT\r\n", "")
}
