package records

import (
	"strings"
	"testing"

	"talks/catalog/parse/parsetest"
)

// TestShapes reads lists of talks in the words of other services, told by what
// their objects tell rather than by who wrote them.
func TestShapes(t *testing.T) {
	for _, test := range []struct {
		name, doc string
		want      []string
	}{
		{"konopas", `{"schemaVersion": 2, "schedule": [
{"id": "1", "title": "Opening", "tags": ["Track:Online", "Division:Programme", "Type:Panel", "Tag:Books"], "date": "2024-10-15", "time": "19:45", "mins": "75", "loc": ["Hall", "2nd floor"], "people": [{"id": "A1", "name": "Ada Example (moderator)"}, {"id": "B2", "name": "Bob Sample"}], "desc": "<p>x</p>", "links": []},
{"id": "2", "title": "Closing", "tags": ["In_English"], "day": "2024-10-16", "time": "9:30", "mins": 30, "loc": [], "people": null, "desc": ""}]}`,
			[]string{"1 Opening @Ada Example (moderator) @Bob Sample track:Online room:Hall, 2nd floor type:Panel 2024-10-15T19:45 1h15m0s description:x",
				"2 Closing track:In_English 2024-10-16T09:30 30m0s"}},
		{"people who name their talks", `{"program": [{"id": "1", "title": "A", "date": "2024-10-15", "time": "10:00", "mins": "60", "loc": ["R"], "desc": "x"}, {"id": "2", "title": "B", "date": "2024-10-15", "time": "11:00", "mins": "60", "loc": ["R"]}],
"people": [{"id": "p1", "name": ["Ada", "Example", "Dr"], "prog": ["1", "2"], "bio": "Wrote it."}, {"id": "p2", "name": ["Bob"], "prog": ["1"], "bio": ""}]}`,
			[]string{"1 A @Dr Ada Example ~Wrote it. @Bob room:R 2024-10-15T10:00 1h0m0s description:x", "2 B @Dr Ada Example ~Wrote it. room:R 2024-10-15T11:00 1h0m0s"}},
		{"conclar, a moment with an offset", `[{"id": "7", "title": "A", "datetime": "2024-08-08T10:00:00+01:00", "mins": 50, "loc": ["R"], "people": [{"id": "p", "name": "Ada"}], "desc": ""}]`,
			[]string{"7 A @Ada room:R 2024-08-08T10:00+01:00 50m0s"}},
		{"hackertracker, as it was", `{"update_date": "2017-07-17T15:57:16", "schedule": [{"who": [{"indexsp": "1", "who": "Zed"}, {"indexsp": "2", "who": "0xy"}], "tool": 0, "id": "k1", "start_date": "2017-07-29T11:20:00", "includes": "Demo", "link": "https://example.org/#k1",
"location": "Track 4", "entry_type": "Official", "description": "x", "end_date": "2017-07-29T12:35:00", "updated_at": "2017-07-10T19:37:57", "title": "A"},
{"who": [], "id": "k2", "start_date": "2017-07-28T20:00:00", "location": null, "entry_type": "Party", "description": "At the pub", "end_date": "2017-07-28T20:00:00", "title": "B"}]}`,
			[]string{"k1 A @Zed @0xy room:Track 4 type:Official 2017-07-29T11:20 1h15m0s description:x <Page https://example.org/#k1 0>", "k2 B type:Party 2017-07-28T20:00 description:At the pub"}},
		{"hackertracker, from Firestore", `[{"id": 51, "title": "A", "begin": "2024-08-09T17:00:00.000-0000", "begin_timestamp": {"seconds": 1723222800, "nanoseconds": 0}, "end_timestamp": {"seconds": 1723225500, "nanoseconds": 0}, "timezone": "America/Los_Angeles",
"location": {"id": 4, "name": "Hall 1", "short_name": "H1"}, "speakers": [{"id": 9, "name": "Ada Example", "title": "Dev", "description": "Wrote it."}], "type": {"id": 2, "name": "Talk", "color": "#fff"}, "description": "x", "conference": "C"}]`,
			[]string{"51 A @Ada Example room:Hall 1 type:Talk 2024-08-09T17:00Z 45m0s description:x"}},
		{"hackertracker, content with sessions", `{"content": [{"id": 3, "title": "A", "description": "x", "people": [{"person_id": 9, "sort_order": 1}], "sessions": [{"session_id": 7, "begin_tsz": "2025-08-08T17:00:00Z", "end_tsz": "2025-08-08T17:45:00Z", "location_id": 4}], "tag_ids": [1]},
{"id": 5, "title": "B", "description": "", "people": [], "sessions": [{"session_id": 8, "begin_tsz": "2025-08-08T18:00:00Z", "end_tsz": "2025-08-08T18:30:00Z", "location_id": 4}]}],
"locations": [{"id": 4, "name": "Hall"}], "speakers": [{"id": 9, "name": "Ada Example", "description": "Wrote it."}]}`,
			[]string{"3 A @Ada Example room:Hall 2025-08-08T17:00Z 45m0s description:x", "5 B room:Hall 2025-08-08T18:00Z 30m0s"}},
		{"guidebook", `{"count": 1, "next": null, "results": [{"id": 4, "name": "A", "guide": 2, "start_time": "2024-05-01T09:00:00+02:00", "end_time": "2024-05-01T10:00:00+02:00", "description_html": "<p>x</p>", "all_day": false, "locations": [{"id": 1, "name": "Hall"}]}]}`,
			[]string{"4 A room:Hall 2024-05-01T09:00+02:00 1h0m0s description:x"}},
		{"swapcard", `{"data": {"plannings": {"nodes": [{"id": "UGx", "title": "A", "beginsAt": "2024-05-01T09:00:00+02:00", "endsAt": "2024-05-01T09:45:00+02:00", "htmlDescription": "<p>x</p>", "type": "Talk", "place": "Hall", "speakers": [{"id": "s", "firstName": "Ada", "lastName": "Example"}]}, {"id": "UGy", "title": "Lunch", "beginsAt": "2024-05-01T12:00:00+02:00", "speakers": []}]}}}`,
			[]string{"UGx A @Ada Example room:Hall type:Talk 2024-05-01T09:00+02:00 45m0s description:x", "UGy Lunch 2024-05-01T12:00+02:00"}},
		{"a title, an id and a track", `[{"id": "a1", "title": "A", "track": "Front"}, {"id": "b2", "title": "B", "track": "Back"}, {"id": "c3", "title": "C", "track": "Front"}]`,
			[]string{"a1 A track:Front", "b2 B track:Back", "c3 C track:Front"}},
		{"times of a day as ranges", `[{"code": "A010", "hall": "A", "title": "A", "name": "Ada Example", "time": "10:40 - 11:20", "category": "Session", "description": "x"}, {"code": "A011", "hall": "A", "title": "B", "time": "11:40〜12:20", "description": "y"}]`,
			[]string{"A010 A track:Session room:A 40m0s description:x", "A011 B room:A 40m0s description:y"}},
		{"dates with slashes", `[{"uid": "C13-1", "title": "A", "description": "x", "speaker": {"name": "Ada Example", "description": "Wrote it."}, "location": "R", "starting_at": "2013/05/29 10:00:00", "ending_at": "2013/05/29 10:30:00"}]`,
			[]string{"C13-1 A @Ada Example room:R 2013-05-29T10:00 30m0s description:x"}},
		{"a timetable of slots", `[{"date": "2024-11-09", "agendas": [{"timeFrom": "11:00", "timeTo": "11:30", "events": [{"title": "A", "stage": "Main", "presenter": "Ada"}, {"title": "B", "stage": "Small", "description": ["x", "y"]}]}]}]`,
			[]string{"a A @Ada room:Main 2024-11-09T11:00 30m0s", "b B room:Small 2024-11-09T11:00 30m0s description:x//y"}},
		{"days by their dates", `{"2024-11-09": [{"time": "8:45 - 9:00am", "title": "A", "speaker": "Ada"}, {"time": "1:00 - 1:30pm", "title": "B", "speaker": "Bob"}, {"times": ["11:30am", "1:00pm"], "title": "C", "speaker": "Cy"}, {"time": "11:30 - 1:00pm", "title": "D", "speaker": "Di"}]}`,
			[]string{"a A @Ada 2024-11-09T08:45 15m0s", "b B @Bob 2024-11-09T13:00 30m0s", "c C @Cy 2024-11-09T11:30 1h30m0s", "d D @Di 2024-11-09T11:30 1h30m0s"}},
		{"breaks in a list of any name", `{"programme": [{"title": "A", "speakers": ["Ada"]}, {"title": "B", "speakers": ["Bob"]}, {"title": "Lunch"}]}`, []string{"a A @Ada", "b B @Bob", "lunch Lunch"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := parsetest.Document(Parse, test.doc)
			parsetest.Sound(t, &doc)
			for i := range doc.Talks {
				if talk := &doc.Talks[i]; talk.ID == "" {
					talk.ID = strings.ToLower(talk.Title)
				}
			}
			parsetest.Same(t, parsetest.Told(&doc), test.want)
		})
	}
}

// TestSeen holds what is said of documents that are no schedules: what they
// have, and nothing that is not so.
func TestSeen(t *testing.T) {
	for doc, want := range map[string]string{
		`[]`: "it has no objects",
		`{}`: "1 object, none with a title",
		`[{"title": "A", "url": "x"}, {"title": "B", "url": "y"}, {"url": "z"}]`:                         "2 objects with a title; none has a time, a text or a person under a name known here",
		`{"items": [{"title": "A", "description": "x"}, {"title": "B"}]}`:                                "2 objects with a title; 1 has a text, none has a time or a person under a name known here",
		`{"items": [{"title": "A", "date": "2025-01-01", "author": "x", "summary": "s", "image": "i"}]}`: "1 object with a title; 1 has a time, 1 has a text, 1 has a person",
		`{"speakers": [{"id": 1, "name": "Ada", "bio": "x"}, {"id": 2, "name": "Bob", "bio": "y"}]}`:     "2 people and no object with a title",
		`{"rooms": [{"id": 1, "name": "R"}]}`:                                                            "2 objects, none with a title",
		`{"type": "object", "properties": {"title": {"type": "string"}}}`:                                "3 objects, none with a title",
	} {
		got := parsetest.Document(Parse, doc)
		if len(got.Talks) != 0 || len(got.Problems) != 1 || got.Problems[0].Hint != want {
			t.Errorf("%s\ngot %d talks, %+v\nwant %s", doc, len(got.Talks), got.Problems, want)
		}
	}
}

// TestConvention counts by hand what testdata/hackers.json has: four talks, one
// of them given by who names it, one past midnight, one with its time and room
// in a session.
func TestConvention(t *testing.T) {
	doc := parsetest.Document(Parse, parsetest.File(t, "testdata/hackers.json"))
	want := []string{
		"k1 All of it @Zed @0xy room:Track 4 type:Official 2017-07-29T11:20 1h15m0s description:How it broke. <Page https://example.org/#k1 0>",
		"k2 Party @Bob Sample type:Party 2017-07-28T20:00 description:At the pub",
		"k3 Late @Ada Example room:Track 1 type:Official 2017-07-29T23:30 45m0s",
		"3 Two rooms @Bob Sample room:Hall 2025-08-08T17:00Z 45m0s description:x",
	}
	parsetest.Same(t, parsetest.Told(&doc), want)
}
