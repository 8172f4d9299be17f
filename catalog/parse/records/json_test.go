package records

import (
	"slices"
	"strings"
	"testing"

	"talks/catalog/parse/parsetest"
)

// TestJSONShapes reads documents in the shapes in which other programs publish
// talks.
func TestJSONShapes(t *testing.T) {
	const ada, session = "11111111-aaaa-4bbb-8ccc-000000000001", `"id": "7", "title": "A", "description": "x\r\n* y", "startsAt": "2025-04-04T09:00:00", "endsAt": "2025-04-04T10:30:00", "isServiceSession": false`
	for _, test := range []struct {
		name, doc, label string
		want             []string
	}{
		{"indico", `{"count": 1, "_type": "HTTPAPIResult", "results": [{"_type": "Conference", "title": "Conf", "startDate": {"date": "2025-09-15", "tz": "UTC", "time": "06:00:00"},
"creator": {"fullName": "Chair, Carl", "id": "1"}, "occurrences": [{"startDT": {"date": "2025-09-15", "tz": "UTC", "time": "11:00:00"}}], "timezone": "Europe/Warsaw",
"contributions": [{"startDate": {"date": "2025-09-17", "tz": "UTC", "time": "14:10:00"}, "endDate": {"date": "2025-09-17", "tz": "UTC", "time": "14:30:00"}, "duration": 20, "id": "12", "speakers": [],
"primaryauthors": [{"last_name": "Example", "first_name": "Ada", "fullName": "Example, Ada", "id": "3"}], "title": "A", "type": null, "_type": "Contribution",
"description": "<p>x</p><p>y</p>", "track": null, "session": "Main", "room": "", "roomFullname": "", "url": "https:\/\/example.org\/12"}]}]}`, "Conf",
			[]string{"12 A @Ada Example track:Main 2025-09-17T16:10+02:00 20m0s description:x//y <Page https://example.org/12 0>"}},
		{"sessionize, by rooms", `[{"date": "2025-04-04T00:00:00", "rooms": [{"id": 3, "name": "R", "sessions": [{` + session + `, "speakers": [{"id": "` + ada + `", "name": "Ada Example"}],
"categories": [{"id": 1, "name": "Track", "categoryItems": [{"id": 4, "name": "Cloud"}]}, {"id": 2, "name": "Session format", "categoryItems": [{"id": 5, "name": "Talk"}]}, {"id": 3, "name": "Level", "categoryItems": [{"id": 6, "name": "Low"}]}], "roomId": 3, "room": "R"}]}],
"timeSlots": [{"slotStart": "09:00:00", "rooms": [{"id": 3, "name": "R", "session": {` + session + `, "speakers": []}}]}]}]`, "",
			[]string{"7 A @Ada Example track:Cloud room:R type:Talk 2025-04-04T09:00 1h30m0s description:x//- y"}},
		{"sessionize, all", `{"sessions": [{` + session + `, "speakers": ["` + ada + `"], "categoryItems": [4, 5], "roomId": 3, "recordingUrl": "https://example.org/v"}],
"speakers": [{"id": "` + ada + `", "firstName": "Ada", "lastName": "Example", "fullName": "Ada Example", "bio": "Wrote *it*.", "tagLine": "Dev", "sessions": [7]}],
"categories": [{"id": 1, "title": "Track", "items": [{"id": 4, "name": "Cloud"}]}, {"id": 2, "title": "Language", "items": [{"id": 5, "name": "English"}]}], "rooms": [{"id": 3, "name": "R"}, {"id": 4, "name": "S"}]}`, "",
			[]string{"7 A @Ada Example ~Wrote it. track:Cloud room:R lang:English 2025-04-04T09:00 1h30m0s description:x//- y <Recording https://example.org/v 2>"}},
		{"sessionize, groups", `[{"groupId": null, "groupName": "All", "sessions": [{"id": "7", "title": "A", "description": null, "startsAt": null, "speakers": [], "questionAnswers": [{"id": 1, "question": "Q", "answer": null}]}]}]`, "",
			[]string{"7 A"}},
		{"sessionize, sessions by id", `{"7": {` + session + `, "speakers": ["` + ada + `"], "roomId": 3}}`, "",
			[]string{"7 A 2025-04-04T09:00 1h30m0s description:x//- y", ":1: speakers that are named by an id alone in 1 talk, left out"}},
		{"opass", `{"sessions": [{"id": "c4d3", "type": "K", "room": "R0", "start": "2025-09-04T12:45:00+08:00", "end": "2025-09-04T14:15:00+08:00", "slide": "https://example.org/s", "record": null, "uri": "https://example.org/c4d3",
"zh": {"title": "论坛", "description": "说明"}, "en": {"title": "Forum", "description": ""}, "speakers": ["ad6c"], "tags": []}],
"speakers": [{"id": "ad6c", "zh": {"name": "邱", "bio": "大家好"}, "en": {"name": "Qiu", "bio": ""}}],
"session_types": [{"id": "K", "zh": {"name": "主题"}, "en": {"name": "Keynote"}}], "rooms": [{"id": "R0", "zh": {"name": "厅"}, "en": {"name": "Hall"}}]}`, "",
			[]string{"c4d3 Forum @Qiu ~大家好 room:Hall type:Keynote 2025-09-04T12:45+08:00 1h30m0s description:说明 <Page https://example.org/c4d3 0> <Slides https://example.org/s 1>"}},
		{"open event", `[{"id": 1, "start_time": "2025-05-05 07:30:00", "end_time": "2025-05-05 08:00:00", "language": null, "long_abstract": "Long.", "short_abstract": "", "microlocation": {"id": 1, "name": "Ground"},
"session_type": {"id": 1, "name": "Workshop"}, "speakers": [{"id": 1, "name": "Ada Example"}], "title": "A", "track": {"id": 1, "name": "Makers"}, "video": "https://example.org/v", "slides": null}]`, "",
			[]string{"1 A @Ada Example track:Makers room:Ground type:Workshop 2025-05-05T07:30 30m0s description:Long. <Recording https://example.org/v 2>"}},
		{"hoverboard", `{"speakers": {"ada-example": {"bio": "Wrote it.", "name": "Ada Example", "title": "Dev", "socials": [{"name": "x"}]}},
"sessions": {"a-talk": {"title": "A", "description": "x", "language": "French", "tags": ["Cloud"], "speakers": ["ada-example"], "presentation": null}},
"schedule": {"2025-06-30": {"date": "2025-06-30", "timeslots": [{"startTime": "10:10", "endTime": "11:01", "sessions": [{"items": ["a-talk"]}, {"items": []}]}], "tracks": [{"title": "Hall"}]}}}`, "",
			[]string{"a-talk A @Ada Example ~Wrote it. track:Cloud room:Hall lang:French 2025-06-30T10:10 51m0s description:x"}},
		{"zookeepr", `{"schedule": [{"conf_key": 12, "name": "A", "kind": "talk", "room": "R", "start": "2025-02-01T09:00:00", "duration": 45, "authors": ["Ada Example"], "abstract": "<p>x</p>", "conf_url": "https://example.org/12", "contact": ["a@example.org"]}]}`, "",
			[]string{"12 A @Ada Example room:R type:talk 2025-02-01T09:00 45m0s abstract:x <Page https://example.org/12 0>"}},
		{"sched", `[{"event_key": "1", "name": "A", "event_start": "2025-06-07 09:30", "event_end": "2025-06-07 10:30", "event_type": "Keynotes", "description": "x<br>y", "speakers": "Ada Example, Bob Sample", "venue": "Hall", "goers": "3"}]`, "",
			[]string{"1 A @Ada Example @Bob Sample room:Hall type:Keynotes 2025-06-07T09:30 1h0m0s description:x/y"}},
		{"google calendar", `{"kind": "calendar#events", "summary": "Conf", "timeZone": "Europe/Berlin", "items": [{"kind": "calendar#event", "id": "x1", "summary": "A", "location": "Hall",
"start": {"dateTime": "2025-05-01T10:00:00", "timeZone": "Europe/Berlin"}, "end": {"dateTime": "2025-05-01T11:00:00", "timeZone": "Europe/Berlin"}}, {"id": "x2", "summary": "B", "start": {"date": "2025-05-02"}, "location": "Hall"}]}`, "Conf",
			[]string{"x1 A room:Hall 2025-05-01T10:00+02:00 1h0m0s", "x2 B room:Hall 2025-05-02"}},
		{"pretalx, not expanded", `{"results": [{"code": "ABCDE", "title": "A", "speakers": ["DEFAB"], "submission_type": 3, "track": 2, "abstract": null, "slots": [77], "content_locale": "en"}]}`, "",
			[]string{"ABCDE A lang:en", ":1: speakers that are named by an id alone in 1 talk, left out"}},
		{"pretalx, rooms and tracks of the same number", `{"tracks": [{"id": 1, "name": {"en": "T"}}], "rooms": [{"id": 1, "name": "R"}], "talks": [{"id": 1, "title": "A", "track": 1, "room": 1}]}`, "",
			[]string{"1 A track:T room:R"}},
		{"a single talk", `{"code": "ABCDE", "title": "A", "abstract": "x", "duration": 2700, "speakers": [{"name": "ada", "full_name": "Ada Example"}], "answers": [{"question": {"title": "Q", "description": "d"}}]}`, "",
			[]string{"ABCDE A @ada 45m0s abstract:x"}},
		{"recordings", `{"description": "x", "duration": 1834, "language": "eng", "recorded": "2025-05-30", "speakers": ["Ada Example"], "title": "A", "videos": [{"type": "youtube", "url": "https://example.org/v"}]}`, "",
			[]string{"a A @Ada Example lang:eng 2025-05-30 30m34s description:x <youtube https://example.org/v 0>"}},
		{"two languages", `[{"id": "j", "title_en": "A", "title_ja": "あ", "description_en": "", "description_ja": "い", "category_en": "biz", "start_datetime": "Fri Mar 10 2023 13:10:00 GMT+0900 (日本標準時)", "start_time": "13:10",
"duration": "Sat Dec 30 1899 00:50:00 GMT+0900", "end_datetime": "Fri Mar 10 2023 14:00:00 GMT+0900 (日本標準時)"}]`, "",
			[]string{"j A track:biz 2023-03-10T13:10+09:00 50m0s description:い"}},
		{"a speaker's name and biography", `[{"title": "A", "name": "Ada Example", "abstract": "x", "description": "y", "bio": "Wrote it."}]`, "",
			[]string{"a A @Ada Example ~Wrote it. abstract:x description:y"}},
		{"a speaker's name and no abstract", `[{"title": "A", "name": "Ada Example", "url": "/talk/a/", "description": "y", "bio": ""}]`, "",
			[]string{"a A @Ada Example description:y"}},
		{"an author by an id of the talk", `[{"t1": {"title": "A", "author": "Ada Example", "bio": "Wrote it.", "duration": "11:05", "abstract": "", "resources": [{"label": "Slides (PDF)", "url": "https://example.org/s"}]}}]`, "",
			[]string{"a A @Ada Example ~Wrote it. 11h5m0s <Slides (PDF) https://example.org/s 1>"}},
		{"breaks among talks", `[{"id": 3, "title": "Pause", "service": "true"}, {"id": 4, "title": "A", "description": "x", "speakers": ["Ada"], "place": "R", "subtype": "talk", "slideUrls": ["https://example.org/s"]}, {"id": 5, "title": "Lunch<BR>12:30"}]`, "",
			[]string{"3 Pause", "4 A @Ada room:R type:talk description:x <Slides https://example.org/s 1>", "5 Lunch 12:30"}},
		{"a list of one's own", `[{"title": "A", "date": "2025-06-01", "event": "C", "location": "Bonn", "slides": "https://example.org/s"}]`, "",
			[]string{"a A room:Bonn 2025-06-01 <Slides https://example.org/s 1>"}},
		{"talks by day and track", `{"day1": [{"id": "s1", "start": "10:00", "title": "A", "speakers": []}], "day2": {"track1": [{"id": "s2", "start": "10:00", "title": "B", "speakers": ["ada"]}]}}`, "",
			[]string{"s1 A", "s2 B @ada"}},
		{"times of an unknown day", `{"talks": [{"name": "A", "time_start": "10:30", "time_end": "11:00", "talk_abstract": "x", "day": 1}, {"title": "B", "start": "23h30", "end": "0h15"}]}`, "",
			[]string{"a A 30m0s abstract:x", "b B 45m0s"}},
		{"a widget's data", `{"talks": [{"code": "SEDEA8", "id": 15, "title": "A", "abstract": "x", "speakers": ["SNKPLF", "MVXLDN"], "track": 69, "room": 54, "start": "2025-08-28T09:30:00+02:00", "end": "2025-08-28T09:50:00+02:00", "duration": 20},
{"id": 16, "title": {"en": "Break"}, "start": "2025-08-28T08:40:00Z", "room": 55}], "speakers": [{"code": "SNKPLF", "name": "Ada"}], "tracks": [{"id": 69, "name": {"en": "T"}}], "rooms": [{"id": 54, "name": {"en": "R"}}, {"id": 55, "name": {"en": "S"}}]}`, "",
			[]string{"15 A @Ada track:T room:R 2025-08-28T09:30+02:00 20m0s abstract:x", "16 Break room:S 2025-08-28T08:40Z", ":1: speakers that are named by an id alone in 1 talk, left out"}},
		{"a date and a time of day", `[{"id": 4, "title": "A", "speaker": "Ada", "start_date": "2025-05-31 16:10:00", "end_date": "2025-05-31 16:30:00", "start_time": "16:10", "end_time": "16:30", "venue": "R", "link": "https://example.org/4", "video": {"recording_lost": null}}]`, "",
			[]string{"4 A @Ada room:R 2025-05-31T16:10 20m0s <Page https://example.org/4 0>"}},
		{"tracks with their talks", `{"name": "Conf", "tracks": [{"name": "T", "talks": [{"title": "A", "speaker": "Ada Example, PhD", "start_date": "2025-05-01", "start_time": "01:30:00 PM", "end_time": "2:00 PM"}]}]}`, "Conf",
			[]string{"a A @Ada Example, PhD track:T 2025-05-01T13:30 30m0s"}},
		{"coordinators, seconds since 1970", `{"talks": [{"event_id": 3, "title": "A", "persons": [{"person_id": 4, "event_role": "speaker", "name": "Ada"}, {"person_id": 1, "event_role": "coordinator", "name": "Carl"}], "conference_room": "R", "start": 1715000000, "end": 1715003600000}]}`, "",
			[]string{"3 A @Ada room:R 2024-05-06T12:53Z 1h0m0s"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := parsetest.Document(Parse, test.doc)
			parsetest.Sound(t, &doc)
			for i := range doc.Talks {
				if talk := &doc.Talks[i]; talk.ID == "" {
					talk.ID = strings.ToLower(talk.Title)
				}
			}
			if got := parsetest.Told(&doc); !slices.Equal(got, test.want) || doc.Name != test.label {
				t.Errorf("%q: got\n  %s\nwant\n  %s", doc.Name, strings.Join(got, "\n  "), strings.Join(test.want, "\n  "))
			}
		})
	}
}

func TestJSONLines(t *testing.T) {
	doc := parsetest.Document(Parse, `{"id": 1, "title": "A", "description": "x"}`+"\n"+`{"id": 2, "title": "B", "description": "y"}`)
	want := []string{"1 A description:x", "2 B description:y"}
	if got := parsetest.Told(&doc); !slices.Equal(got, want) || doc.Name != "" {
		t.Errorf("%q: got %q, want %q", doc.Name, got, want)
	}
}

// TestJSONOfOthers holds that what has titles is not a schedule for that.
func TestJSONOfOthers(t *testing.T) {
	for name, doc := range map[string]string{
		"a package":            `{"name": "x", "version": "1", "description": "d", "author": "A", "scripts": {"start": "node"}, "contributors": [{"name": "A"}], "dependencies": {"title": "1"}}`,
		"a map":                `{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "A", "title": "A", "description": "d", "start_date": "1999"}, "geometry": {"type": "Point", "coordinates": [1, 2]}}]}`,
		"a schema":             `{"title": "T", "description": "d", "type": "object", "properties": {"start": {"type": "string", "title": "S", "description": "d"}, "speakers": {"title": "P", "items": {"title": "x", "description": "y"}}}}`,
		"a feed":               `{"version": "1", "title": "F", "description": "d", "items": [{"id": "1", "title": "A", "content_html": "x", "authors": [{"name": "x"}]}]}`,
		"things":               `[{"userId": 1, "id": 1, "title": "x", "completed": false}]`,
		"people":               `[{"name": "Ada", "title": "Engineer", "bio": "x", "sessions": [{"id": "1", "name": "A"}]}]`,
		"rooms":                `{"results": [{"id": 1, "name": {"en": "R"}, "description": {"en": "d"}, "capacity": 3}]}`,
		"speakers":             `{"results": [{"code": "X", "name": "Ada", "biography": "b", "submissions": ["A"]}]}`,
		"an api":               `{"openapi": "3", "info": {"title": "API", "description": "d"}, "paths": {"/x": {"get": {"summary": "s", "description": "d", "parameters": [{"name": "start", "in": "query"}]}}}}`,
		"test results":         `{"stats": {"start": "2025-01-01T00:00:00Z", "duration": 5}, "tests": [{"title": "adds", "fullTitle": "sum adds", "duration": 2, "err": {}}]}`,
		"a playlist":           `{"name": "P", "tracks": [{"name": "S", "artist": "B"}]}`,
		"search results":       `{"results": [{"title": "A", "url": "https://example.org", "description": "d"}, {"title": "B", "url": "https://example.org/b", "description": "e"}]}`,
		"npm's results":        `{"objects": [{"package": {"name": "a", "version": "1", "description": "d", "date": "2025-01-01T10:00:00.000Z", "links": {}, "author": {"name": "x"}}, "score": {"final": 1}}], "total": 1, "time": "Wed Jan 01 2025 10:00:00 GMT+0000"}`,
		"issues":               `[{"id": 1, "number": 2, "title": "Crash", "user": {"login": "x", "type": "User"}, "labels": [{"name": "bug", "description": "d"}], "milestone": {"title": "1.0", "description": "d", "due_on": "2025-01-01T10:00:00Z"}, "body": "b", "created_at": "2025-01-01T10:00:00Z", "state": "open"}]`,
		"news":                 `[{"by": "x", "id": 8, "score": 3, "time": 1175714200, "title": "A", "type": "story", "url": "https://example.org"}]`,
		"earthquakes":          `{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"mag": 5, "place": "Sea", "time": 1735725600000, "type": "earthquake", "title": "M 5 - Sea"}, "id": "q"}]}`,
		"a blog":               `[{"title": "A", "date": "2025-01-01T10:00:00Z", "author": "x", "tags": ["a"], "description": "d", "slug": "a", "cover": "a.png", "reading": 4}]`,
		"a life":               `{"work": [{"title": "Engineer", "company": "X", "location": "Bonn", "startDate": "2019-01-01", "endDate": "2020-01-01", "description": "d"}, {"title": "Lead", "location": "Bonn", "start": "2018-01", "end": "2019-01", "description": "d"}]}`,
		"projects":             `[{"title": "A", "description": "d", "image": "a.png", "github": "https://example.org/a", "tech": ["Go"]}]`,
		"a translation":        `{"home": {"title": "Our conference", "description": "Come", "speakers": "Speakers", "start": "Start", "abstract": "Abstract", "duration": "Duration"}, "title": "C", "description": "d"}`,
		"chapters":             `{"title": "Film", "chapters": [{"title": "Intro", "start_time": 0.0, "end_time": 60.5}, {"title": "Rest", "start_time": 60.5, "end_time": 1310}]}`,
		"chats":                `{"sessions": [{"id": "s1", "title": "About x", "createdAt": "2025-01-01T10:00:00Z", "messages": []}]}`,
		"tracks of a schedule": `{"schedule": {"tracks": [{"id": 1, "title": "T"}, {"id": 2, "title": "U"}]}}`,
		"films":                `{"films": [{"title": "A", "description": "d", "duration": 90, "category": "Drama", "type": "film", "tags": ["x"]}]}`,
		"songs":                `{"list": [{"title": "A", "track": 3, "artist": "x", "duration": 180}, {"title": "B", "track": "4", "artist": "x", "duration": "3:10"}]}`,
		"an album":             `[{"title": "A", "track": 1, "album": "X"}, {"title": "B", "track": 2, "album": "X"}, {"title": "C", "track": "2", "album": "X"}]`,
		"settings":             `{"editor.fontSize": 12, "workbench": {"title": "x", "description": "d"}, "launch": {"configurations": [{"name": "Run", "program": "main", "type": "go", "start": "x"}]}}`,
		"a conference":         `{"conference": {"title": "C", "start": "2025-01-01", "abstract": "x", "days": []}}`,
	} {
		t.Run(name, func(t *testing.T) {
			got := parsetest.Document(Parse, doc)
			if want := []string{": no talks found"}; !slices.Equal(parsetest.Told(&got), want) {
				t.Errorf("got %q", parsetest.Told(&got))
			}
		})
	}
}
