package researchr

import (
	"strings"
	"testing"

	"talks/catalog/parse/parsetest"
)

// TestSchedule reads sessions with slots, a session without, a slot without a
// session, and a talk that is held twice. The zone comes last.
func TestSchedule(t *testing.T) {
	doc := parsetest.Document(Parse, parsetest.File(t, "testdata/small.xml"))
	const page = ` <Papers https://2024.example.org/track/papers 0>`
	id := func(digit string) string { return "00000000-0000-4000-8000-00000000000" + digit }
	want := []string{
		id("2") + ` Session: SL Papers - Types @Grace Chair ~Example University track:Papers room:Hotel Example | Hall A type:Session 2024-10-20T09:00+02:00 1h30m0s` + page,
		id("3") + ` Sound & small: a checker that fits a page @Ada B. Example Jr. ~Sample Labs//Ada wrote it. @Mononym track:Papers, Journal First room:Hotel Example | Hall A type:Research Paper` +
			` 2024-10-20T09:00+02:00 25m0s abstract:It is small./It is sound, says Johnson & Johnson. <DOI https://doi.org/10.1145/0000000.0000001 0>` + page,
		id("4") + ` Sound & small: a checker that fits a page track:Papers room:Hotel Example | Online 2024-10-20T23:45+02:00 25m0s` + page,
		id("5") + ` Dinner room:Lakeside type:Session 2024-10-21`,
		` Farewell room:Hall B 2024-10-21T17:00+02:00 15m0s`,
	}
	parsetest.Same(t, parsetest.Told(&doc), want)
	if doc.Name != "SampleLang 2024" {
		t.Errorf("name %q", doc.Name)
	}
}

// TestOutlines reads small documents, most with a fault.
func TestOutlines(t *testing.T) {
	slot := func(id, title string) string {
		return "<timeslot><slot_id>" + id + "</slot_id><event_id>e</event_id><title>" + title + "</title><date>2024/10/20</date><start_time>09:00</start_time><end_time>09:30</end_time></timeslot>\n"
	}
	for _, test := range []struct {
		name, doc string
		want      []string
	}{
		{"no zone but a city", "<event><event_details><title>C</title><location><city>Paris</city></location></event_details>\n" + slot("1", "A") + "</event>",
			[]string{`2 1 "A" 2024-10-20T09:00+02:00 30m0s`}},
		{"unknown zone", "<event>" + slot("1", "A") + "<timezone_id>Mars/Utopia</timezone_id></event>",
			[]string{`1 1 "A" 2024-10-20T09:00 30m0s`, `: a time zone that is not known, "Mars/Utopia"`}},
		{"a session's text that no slot takes", "<event><subevent><subevent_id>s</subevent_id><title>S</title><description>x</description>" + slot("1", "A") + "</subevent></event>",
			[]string{`1 1 "A" 2024-10-20T09:00 30m0s`, `1 s "S"`}},
		{"ends missing", "<event><subevent><title>S</title>" + strings.Replace(slot("1", "A"), "</timeslot>", "", 1) + slot("2", "<b>B</b> &amp; b") + "<subevent><title>T" + slot("3", "C") + "</event>",
			[]string{`1 1 "A" 2024-10-20T09:00 30m0s`, `2 2 "B & b" 2024-10-20T09:00 30m0s`, `3 3 "C" 2024-10-20T09:00 30m0s`,
				`:3: a start tag without its end tag, "title"`, `:1: a start tag without its end tag, "subevent"`,
				`:1: a start tag without its end tag, "timeslot"`, `:3: a start tag without its end tag, "subevent"`}},
		{"cut off", "<event>" + slot("1", "A") + "<timeslot><slot_id>2</slot_id><title>B</title><start_time>09:0",
			[]string{`1 1 "A" 2024-10-20T09:00 30m0s`, `2 2 "B"`, `:2: the file ends in the middle of "start_time"`}},
		{"nothing", "<event><event_details></event_details></event>", []string{`: no talks found`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if !Is([]byte(test.doc)) {
				t.Error("not taken for one")
			}
			doc := parsetest.Document(Parse, test.doc)
			parsetest.Same(t, parsetest.Outline(&doc), test.want)
		})
	}
}

func TestIs(t *testing.T) {
	for doc, want := range map[string]bool{
		"":                                false,
		"<event_details/>":                false,
		"<event><title>A</title></event>": false,
		"<event/>":                        false,
		"<?xml?><!DOCTYPE event [<!ELEMENT title (#PCDATA)>]><event>\n<event_details>": true,
		"<event><subevent>": true,
	} {
		if Is([]byte(doc)) != want {
			t.Errorf("Is(%q) = %v", doc, !want)
		}
	}
}

func FuzzResearchr(f *testing.F) {
	parsetest.Fuzz(f, Parse, "testdata/small.xml")
}
