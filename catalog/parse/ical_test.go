package parse

import (
	"slices"
	"strings"
	"testing"
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
		{"no address", "URL:n/a\nDESCRIPTION:x", "A abstract:x"},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := Document("f", []byte("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\n"+test.event+"\nEND:VEVENT\n"))
			sound(t, &doc)
			if got, want := told(&doc), []string{" " + test.want}; !slices.Equal(got, want) {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), want[0])
			}
		})
	}
}
