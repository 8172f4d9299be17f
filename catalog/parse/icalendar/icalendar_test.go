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
		got = append(got, talk.Title+" "+talk.Conference+" "+talk.Slot.Start.Format("15:04Z07:00"))
	}
	if want := []string{"A C 10:00+02:00", "B  10:00Z", "C D 10:00Z"}; !slices.Equal(got, want) || doc.Name != "C" || len(doc.Problems) > 0 {
		t.Errorf("%q: got %q, want %q, problems %v", doc.Name, got, want, doc.Problems)
	}
}
