package parse

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"talks/catalog"
	"talks/catalog/parse/parsetest"
)

// sample reads a document of testdata.
func sample(t testing.TB, name string) catalog.Document {
	t.Helper()
	return Document(name, sampleBytes(t, name))
}

func sampleBytes(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// threeTalks are what three.xml, three.json, list.json and three.ics tell.
func threeTalks(t *testing.T) []catalog.Talk {
	zone, err := time.LoadLocation("Europe/Brussels")
	if err != nil {
		t.Fatal(err)
	}
	at := func(day, hour, minute int) time.Time { return time.Date(2025, 2, day, hour, minute, 0, 0, zone) }
	return []catalog.Talk{
		{
			Title:    "Welcome & opening",
			Abstract: "First paragraph with answers (https://example.org/faq).\n\nSecond one:\n\n- coffee\n- Q&A",
			Speakers: []catalog.Person{{Name: "Ada Example"}, {Name: "Bob O'Sample"}},
			Slot:     catalog.Slot{Start: at(1, 9, 30), Duration: 25 * time.Minute, Room: "Aula & Foyer", Track: "Keynotes"},
			Language: "en", Slides: true,
		},
		{
			Title:    "Größe matters: naïve café code",
			Abstract: "One line.",
			Speakers: []catalog.Person{{Name: "Chloé Beispiel"}},
			Slot:     catalog.Slot{Start: at(1, 10, 0), Duration: time.Hour, Room: "Cellar", Track: "Kernel, low level"},
			Language: "de",
		},
		{
			Title: "Closing",
			Slot:  catalog.Slot{Start: at(2, 17, 0), Duration: 5 * time.Minute, Room: "Cellar"},
		},
	}
}

func TestSameThreeTalks(t *testing.T) {
	want := threeTalks(t)
	for name, format := range map[string]string{
		"three.xml": "pentabarf xml", "three.json": "schedule json", "list.json": "schedule json", "three.ics": "icalendar",
	} {
		t.Run(name, func(t *testing.T) {
			doc := sample(t, name)
			if doc.Format != format || doc.Encoding != "utf-8" || doc.Name != "SampleConf 2025" {
				t.Errorf("format %q, encoding %q, name %q", doc.Format, doc.Encoding, doc.Name)
			}
			if len(doc.Problems) > 0 {
				t.Errorf("problems %v", doc.Problems)
			}
			if len(doc.Talks) != len(want) {
				t.Fatalf("%d talks, want %d", len(doc.Talks), len(want))
			}
			for i, got := range doc.Talks {
				if got.Conference != "SampleConf 2025" || got.Source.File != name || got.Source.Line == 0 {
					t.Errorf("conference %q, source %v", got.Conference, got.Source)
				}
				sameTalk(t, &got, &want[i])
			}
		})
	}
}

// sameTalk compares what every format can tell.
func sameTalk(t *testing.T, got, want *catalog.Talk) {
	t.Helper()
	if !got.Slot.Start.Equal(want.Slot.Start) || got.Slot.Start.Format(time.RFC3339) != want.Slot.Start.Format(time.RFC3339) {
		t.Errorf("%s starts %v, want %v", want.Title, got.Slot.Start, want.Slot.Start)
	}
	var names, wanted []string
	for _, p := range got.Speakers {
		names = append(names, p.Name)
	}
	for _, p := range want.Speakers {
		wanted = append(wanted, p.Name)
	}
	for _, pair := range [][2]any{
		{got.Title, want.Title}, {got.Abstract, want.Abstract}, {got.Description, want.Description}, {names, wanted},
		{got.Slot.Duration, want.Slot.Duration}, {got.Slot.Room, want.Slot.Room}, {got.Slot.Track, want.Slot.Track},
		{got.Language, want.Language}, {got.Slides, want.Slides},
	} {
		if !reflect.DeepEqual(pair[0], pair[1]) {
			t.Errorf("%s: got %q, want %q", want.Title, pair[0], pair[1])
		}
	}
}

// TestOutlines reads small documents of every format, most with a fault.
func TestOutlines(t *testing.T) {
	const event = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\n"
	for _, test := range []struct {
		name, doc string
		want      []string
	}{
		{"xml: day change", `<schedule><conference><city>Brussels</city><day_change>09:00:00</day_change></conference>
<day date="2018-02-03"><event id="1"><title>A</title><start>08:59</start></event></day></schedule>`,
			[]string{`2 1 "A" 2018-02-04T08:59+01:00`}},
		{"xml: no zone", `<schedule><day date="2018-02-03"><event id="1"><title>A</title><start>8:5</start></event></day></schedule>`,
			[]string{`1 1 "A" 2018-02-03T08:05Z`}},
		{"xml: offset of the day", `<schedule><day start="2018-07-03T09:00:00+03:00"><event id="1"><title>A</title><start>10:00</start></event></day></schedule>`,
			[]string{`1 1 "A" 2018-07-03T10:00+03:00`}},
		{"xml: unknown zone", `<schedule><conference><time_zone_name>../../etc</time_zone_name></conference><day date="2018-02-03"><event><title>A</title><start>10:00</start></event></day></schedule>`,
			[]string{`1  "A" 2018-02-03T10:00Z`, `: a time zone that is not known, "../../etc"`}},
		{"xml: entries", `<schedule><day date="2014-07-21"><entry id="1"><category>Keynote</category><start>0930</start><duration>30</duration><title>A</title>
<speakers><speaker id="7"><name>Ada</name><description>Wrote it.</description></speaker></speakers></entry><entry id="2"><title>B</title></day></schedule>`,
			[]string{`1 1 "A" 2014-07-21T09:30Z 30m0s`, `2 2 "B"`, `:2: an event without its end tag`}},
		{"xml: year 0", `<schedule><event><title>A</title><date>0000-01-01T10:00:00Z</date></event></schedule>`,
			[]string{`1  "A"`, `:1: a date that cannot be read, "0000-01-01T10:00:00Z"`}},
		{"xml: year 99999", `<schedule><day date="99999-01-01"><event><title>A</title><start>10:00</start><duration>1e9</duration></event></day></schedule>`,
			[]string{`1  "A"`, `:1: a date that cannot be read, "99999-01-0"`, `:1: a duration that cannot be read, "1e9"`}},
		{"xml: unclosed", "<schedule>\n<event id='1'><title>A</title>\n<event id='2'><title>B<abstract>x</abstract></event>\n<event id='3'><title>C</tit",
			[]string{`2 1 "A"`, `3 2 "B"`, `4 3 "C"`, `:2: an event without its end tag`, `:4: the file ends in the middle of this event`}},
		{"xml: tags in a field", `<schedule><event><title>A <b>b</b> &amp; c</title></event></schedule>`, []string{`1  "A b & c"`}},
		{"xml: an address for a slug", `<schedule><event id="1"><title>A</title><slug>https://example.org/#a</slug><duration>013000</duration></event></schedule>`, []string{`1 1 "A" 1h30m0s`}},
		{"xcal", "<iCalendar xmlns:pentabarf='http://pentabarf.org'><vcalendar><x-wr-calname>C</x-wr-calname><vevent><uid>6@c</uid><pentabarf:event-id>6</pentabarf:event-id>\n" +
			"<pentabarf:title>A</pentabarf:title><dtstart>20250808T113000</dtstart><dtend>20250808T130000</dtend><duration>1.5H</duration><summary>A- B</summary><url>events/6.html</url></vevent>\n<vevent><uid>7@c</uid><summary>B</summary></vevent></vcalendar></iCalendar>",
			[]string{`1 6 "A" 2025-08-08T11:30Z 1h30m0s`, `3 7@c "B"`}},
		{"xml: a web page", `<!DOCTYPE html><html><body>no</body></html>`, []string{`: a web page, not a schedule`}},
		{"xml: nothing", `<?xml version="1.0"?><schedule/>`, []string{`: no talks found`}},
		{"xml: a schema", `<?xml version="1.0"?><xs:schema><xs:element name="event"/></xs:schema>`, []string{`: no schedule that talks knows, its first element is "schema"`}},
		{"xml: a feed of events", `<?xml version="1.0"?><feed><event><title>A</title></event></feed>`, []string{`1  "A"`}},
		{"json: cut off", "{\"schedule\":{\"conference\":{\"days\":[{\"rooms\":{\"R\":[\n{\"id\":1,\"title\":\"A\"},\n{\"id\":2,\"ti",
			[]string{`2 1 "A"`, `:3: the file ends in the middle`}},
		{"json: odd types", `{"schedule":{"events":[7,{"title":{"de":"A"},"id":{"x":1},"links":"no","persons":[null,{"name":7}],"duration":30,"start":false}]}}`,
			[]string{`1  "A" 30m0s`, `:1: an entry that is no object, left out`}},
		{"json: a list of submissions", `{"count":1,"results":[{"code":"ABCDEF","title":"A","speakers":[{"code":"X","name":"N"}],"slots":[{"start":"2024-05-01T10:00:00+02:00","end":"2024-05-01T10:30:00+02:00","room":{"name":{"en":"R"}}}]}]}`,
			[]string{`1 ABCDEF "A" 2024-05-01T10:00+02:00 30m0s`}},
		{"json: talks by day, time and room", `{"schedule":{"2025-11-01":{"510":{},"520":{"12":{"code":"ABC","title":"A","speakers":[{"code":"X","name":"N"}],"resources":[66],
"slots":[{"start":"2025-11-01T08:50:00+01:00","end":"2025-11-01T09:35:00+01:00"}]},
"14":{"speakers":[],"duration":25,"code":"DEF","title":"B"}}}}}`,
			[]string{`1 ABC "A" 2025-11-01T08:50+01:00 45m0s`, `3 DEF "B" 25m0s`}},
		{"json: a talk by its room, written out", "{\n  \"a\": {\n    \"b\": {\n      \"title\": {\"en\": \"A\"},\n      \"speakers\": []\n    }\n  },\n  \"talks\": [\n    {\"title\": \"B\"}\n  ]\n}",
			[]string{`3  "A"`, `9  "B"`}},
		{"json: a session of talks", `{"days":{"1":{"title":"S","start":"9:00","talks":[{"id":1,"title":"A"},{"id":2,"title":"B"}]}}}`, []string{`1 1 "A"`, `1 2 "B"`}},
		{"json: a feed is no talk", `{"title":"F","start":1,"items":[{"id":1,"title":"A"}]}`, []string{`: no talks found`}},
		{"json: not well formed", "[{\"title\":\"A\",\"abstract\":\"x\"},\n}]", []string{`1  "A"`, `:2: not well formed, the rest is left out: an unexpected '}'`}},
		{"json: lines", "{\"title\":\"A\",\"abstract\":\"x\"}\n{\"title\":\"B\"}\n", []string{`1  "A"`, `2  "B"`}},
		{"json: more behind it", "{\"talks\":[{\"title\":\"A\"}]}\n<hr>", []string{`1  "A"`, `:2: not well formed, the rest is left out: an unexpected '<'`}},
		{"ical: all day", event + "DTSTART;VALUE=DATE:20250201\nDTEND;VALUE=DATE:20250202\nEND:VEVENT", []string{`2  "A" 2025-02-01T00:00Z all day 24h0m0s`}},
		{"ical: summer and winter", event + "DTSTART;TZID=/x/Europe/Berlin:20250701T100000\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:B\nDTSTART;TZID=Europe/Berlin:20251201T100000\nEND:VEVENT",
			[]string{`2  "A" 2025-07-01T10:00+02:00`, `6  "B" 2025-12-01T10:00+01:00`}},
		{"ical: unknown zone", event + "DTSTART;TZID=Nowhere:20250701T100000\nEND:VEVENT", []string{`2  "A" 2025-07-01T10:00Z`, `:2: a time zone that is not known, "Nowhere"`}},
		{"ical: an offset for a zone", event + "DTSTART;TZID=\"(UTC+07:00) Bangkok, Hanoi\":20250701T100000\nEND:VEVENT", []string{`2  "A" 2025-07-01T10:00+07:00`}},
		{"ical: year 0", event + "DTSTART:00000101T000000Z\nEND:VEVENT", []string{`2  "A"`, `:2: a date that cannot be read, "00000101T000000Z"`}},
		{"ical: cut off", event + "DESCRIPTION:x", []string{`2  "A"`, `:2: the file ends in the middle of this event`}},
		{"ical: cancelled", event + "STATUS:CANCELLED\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:B\nEND:VEVENT", []string{`6  "B"`, `:2: a cancelled event, left out`}},
		{"ical: pretalx", "BEGIN:VCALENDAR\nPRODID:-//pretalx//example.org//x\nBEGIN:VEVENT\nSUMMARY:A - B - Ann\\, Bob\nEND:VEVENT", []string{`3  "A - B"`}},
		{"ical: in a comment", "<!--\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nDESCRIPTION:x?a&#x3D;b\nEND:VEVENT\nEND:VCALENDAR\n-->\n", []string{`3  "A"`}},
		{"ical: escapes", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:a\\, b\\; c\\\\d\\ne C:\\x\r\n  y\r\nEND:VEVENT\r\n", []string{`2  "a, b; c\\d e C:\\x y"`}},
		{"notes", "# A\n\nx\n\n# B\n\ny", []string{`1  "A"`, `5  "B"`}},
		{"notes without a text", "# A\n# B\ny", []string{`1  "A"`, `2  "B"`, `:1: a heading without a text`}},
		{"latin-1 without a word", "<schedule><event><title>Caf\xe9</title></event></schedule>", []string{"1  \"Caf\ufffd\"", `:1: invalid utf-8 in 1 line, replaced`}},
		{"binary", "\x00\x01\x02\x03\x04", []string{`: a binary file`}},
		{"gzip, damaged", "\x1f\x8b\x08\x00", []string{`: damaged gzip data`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := Document("f", []byte(test.doc))
			if got := parsetest.Outline(&doc); !slices.Equal(got, test.want) {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(test.want, "\n  "))
			}
		})
	}
}

func TestOldPentabarf(t *testing.T) {
	doc := sample(t, "old.xml")
	want := []string{
		`9 7 "Ada on Rails" 2012-02-04T13:30+01:00 30m0s`,
		`26 7 "A night talk about nothing" 2012-02-05T00:30+01:00 25m0s`,
		`:26: an event without a title, its first words stand in`,
		`:33: an event with neither a title nor a text, left out`,
	}
	if got := parsetest.Outline(&doc); !slices.Equal(got, want) {
		t.Errorf("got\n  %s", strings.Join(got, "\n  "))
	}
	ada := doc.Talks[0]
	if ada.Abstract != "Users' freedom\nnow." || ada.Slot.Room != "UD2.218A" || !ada.Slides {
		t.Errorf("abstract %q, room %q, slides %v", ada.Abstract, ada.Slot.Room, ada.Slides)
	}
	links := []catalog.Link{
		{Title: "Video recording", URL: "https://video.example.org/7.webm", Kind: catalog.LinkRecording},
		{Title: "Talk slides (slides)", URL: "https://example.org/7.pdf", Kind: catalog.LinkSlides},
		{URL: "https://example.org/7"},
		{Title: "Submit feedback", URL: "https://example.org/rate", Kind: catalog.LinkFeedback},
	}
	if !slices.Equal(ada.Links, links) {
		t.Errorf("links %v", ada.Links)
	}
}

func TestBiographies(t *testing.T) {
	for name, doc := range map[string]string{
		"after the events":  `<schedule><event><title>A</title><persons><person id="1">Ada</person></persons></event><persons><person id="1"><name>Ada</name><biography>&lt;p&gt;Wrote it.&lt;/p&gt;</biography></person></persons></schedule>`,
		"before the events": `<schedule><persons><person id="1"><name>Ada</name><biography>Wrote it.</biography><extended_biography>Wrote it.</extended_biography></person></persons><event><title>A</title><persons><person id="1">Ada</person></persons></event></schedule>`,
		"in the event":      `{"schedule":{"events":[{"title":"A","persons":[{"name":"Ada","biography":"Wrote it."}]}]}}`,
		"in a list":         `{"schedule":{"persons":[{"guid":"x","biography":"Wrote it."}],"events":[{"title":"A","participants":[{"guid":"x","name":"Ada"}]}]}}`,
	} {
		t.Run(name, func(t *testing.T) {
			got := Document("", []byte(doc))
			want := []catalog.Person{{Name: "Ada", Biography: "Wrote it."}}
			if len(got.Talks) != 1 || !slices.Equal(got.Talks[0].Speakers, want) {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestNotes(t *testing.T) {
	doc := sample(t, "notes.md")
	want := []string{`3  "Rust without tears"`, `16  "Go at night"`}
	if got := parsetest.Outline(&doc); !slices.Equal(got, want) || doc.Name != "Notes from a meetup" {
		t.Errorf("got %q of %q", got, doc.Name)
	}
	const text = "It works.\n\n# not a heading\nfn main() {}\n\nLinks\n\nSee the book (https://example.org/book)."
	if got := doc.Talks[0].Abstract; got != text {
		t.Errorf("abstract %q", got)
	}
}
