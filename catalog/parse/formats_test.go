package parse

import (
	"os"
	"path/filepath"
	"reflect"
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

// TestOutlines reads small documents, most with a fault.
func TestOutlines(t *testing.T) {
	for _, test := range []struct {
		name, doc string
		want      []string
	}{
		{"latin-1 without a word", "<schedule><event><title>Caf\xe9</title></event></schedule>", []string{"1  \"Caf\ufffd\"", `:1: invalid utf-8 in 1 line, replaced`}},
		{"seed text: latin-1", "Good\n\nCaf\xe9\n\n\nAlso\n\n\xe9", []string{`1  "Good"`, `6  "Also"`, `:3: invalid utf-8 in 2 lines, replaced`}},
		{"a conference without events", "<conference><sessions><session><title>A</title><speaker>Ada</speaker></session>\n<session><title>B</title><speaker>Bob</speaker></session></sessions></conference>",
			[]string{`1  "A"`, `2  "B"`}},
		{"an empty schedule", "<schedule/>", []string{`: no talks found`}},
		{"latin-1 that says utf-8", "<?xml version='1.0' encoding='UTF-8'?>\n<schedule><event><title>Caf\xe9</title></event></schedule>", []string{"2  \"Caf\ufffd\"", `:2: invalid utf-8 in 1 line, replaced`}},
		{"half a letter of shift_jis", "<?xml version='1.0' encoding='Shift_JIS'?>\n<schedule><event><title>\x83e\x83X\x83</title></event></schedule>", []string{"2  \"テス\ufffd\"", `:2: invalid shift_jis in 1 line, replaced`}},
		{"an encoding of ASCII", "<?xml version='1.0' encoding='ISO-2022-JP'?><schedule><event><title>\x1b$B%F%9%H\x1b(B</title></event></schedule>", []string{`1  "テスト"`}},
		{"half a letter of utf-16", "\xff\xfe<\x00a\x00/\x00>\x00\x00\xd8", []string{`: no talks found`, `:1: invalid utf-16le in 1 line, replaced`}},
		{"two byte-order marks", "\ufeff\ufeff<schedule><event><title>A</title></event></schedule>", []string{`1  "A"`}},
		{"a response of HTTP", "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<schedule><event><title>A</title></event></schedule>", []string{`4  "A"`, `:1: the headers of an HTTP response, passed over`}},
		{"a calendar of an old Mac", "BEGIN:VCALENDAR\rBEGIN:VEVENT\rSUMMARY:A\rEND:VEVENT\rEND:VCALENDAR\r", []string{`2  "A"`}},
		{"in upper case", "<SCHEDULE><EVENT ID='1'><TITLE>A</TITLE></EVENT></SCHEDULE>", []string{`1 1 "A"`}},
		{"xml in upper case", "<TALKS><TALK><TITLE>A</TITLE><SPEAKER>Ada</SPEAKER></TALK><TALK><TITLE>B</TITLE><SPEAKER>Bob</SPEAKER></TALK></TALKS>", []string{`1  "A"`, `1  "B"`}},
		{"binary", "\x00\x01\x02\x03\x04", []string{`: a binary file`}},
		{"gzip, damaged", "\x1f\x8b\x08\x00", []string{`: damaged gzip data`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := Document("f", []byte(test.doc))
			parsetest.Same(t, parsetest.Outline(&doc), test.want)
		})
	}
}
