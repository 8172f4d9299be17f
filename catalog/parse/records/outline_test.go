package records

import (
	"slices"
	"testing"

	"talks/catalog"
	"talks/catalog/parse/parsetest"
)

// TestOutlines reads small documents, most with a fault.
func TestOutlines(t *testing.T) {
	for _, test := range []struct {
		name, doc string
		want      []string
	}{
		{"cut off", "{\"schedule\":{\"conference\":{\"days\":[{\"rooms\":{\"R\":[\n{\"id\":1,\"title\":\"A\"},\n{\"id\":2,\"ti",
			[]string{`2 1 "A"`, `:3: the file ends in the middle`, `:3: an event with neither a title nor a text, left out`}},
		{"odd types", `{"schedule":{"events":[7,{"title":{"de":"A"},"id":{"x":1},"links":"no","persons":[null,{"name":7}],"duration":30,"start":false}]}}`,
			[]string{`1  "A" 30m0s`, `:1: an entry that is no object, left out`}},
		{"a list of submissions", `{"count":1,"results":[{"code":"ABCDEF","title":"A","speakers":[{"code":"X","name":"N"}],"slots":[{"start":"2024-05-01T10:00:00+02:00","end":"2024-05-01T10:30:00+02:00","room":{"name":{"en":"R"}}}]}]}`,
			[]string{`1 ABCDEF "A" 2024-05-01T10:00+02:00 30m0s`}},
		{"talks by day, time and room", `{"schedule":{"2025-11-01":{"510":{},"520":{"12":{"code":"ABC","title":"A","speakers":[{"code":"X","name":"N"}],"resources":[66],
"slots":[{"start":"2025-11-01T08:50:00+01:00","end":"2025-11-01T09:35:00+01:00"}]},
"14":{"speakers":[],"duration":25,"code":"DEF","title":"B"}}}}}`,
			[]string{`1 ABC "A" 2025-11-01T08:50+01:00 45m0s`, `3 DEF "B" 25m0s`}},
		{"a talk by its room, written out", "{\n  \"a\": {\n    \"b\": {\n      \"title\": {\"en\": \"A\"},\n      \"speakers\": []\n    }\n  },\n  \"talks\": [\n    {\"title\": \"B\"}\n  ]\n}",
			[]string{`3  "A"`, `9  "B"`}},
		{"a session of talks", `{"days":{"1":{"title":"S","start":"9:00","talks":[{"id":1,"title":"A"},{"id":2,"title":"B"}]}}}`, []string{`1 1 "A"`, `1 2 "B"`}},
		{"a feed is no talk", `{"title":"F","start":1,"items":[{"id":1,"title":"A"}]}`, []string{`: no talks found`}},
		{"not well formed", "[{\"title\":\"A\",\"abstract\":\"x\"},\n}]", []string{`1  "A"`, `:2: not well formed, an unexpected "}"`}},
		{"lines", "{\"title\":\"A\",\"abstract\":\"x\"}\n{\"title\":\"B\"}\n", []string{`1  "A"`, `2  "B"`}},
		{"a talk cut in two", `{"talks":[{"title":"A","abstract":"x","title":"B"}]}`, []string{`1  "A"`, `:1: one event has twice a "title"`}},
		{"a talk cut in two, where nobody reads", `{"talks":[{"title":"A","seen":1,"abstract":"x","seen":2}]}`, []string{`1  "A"`, `:1: one event has twice a "seen"`}},
		{"talks without a title", `[{"title":"A","abstract":"x"},{"title":"","abstract":"Only a text"}]`,
			[]string{`1  "A"`, `1  "Only a text"`, `:1: an event without a title, its first words stand in`}},
		{"more behind it", "{\"talks\":[{\"title\":\"A\"}]}\n<hr>", []string{`1  "A"`, `:2: not well formed, an unexpected "<"`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := parsetest.Document(Parse, test.doc)
			parsetest.Same(t, parsetest.Outline(&doc), test.want)
		})
	}
}

func TestBiographies(t *testing.T) {
	for name, doc := range map[string]string{
		"in the event": `{"schedule":{"events":[{"title":"A","persons":[{"name":"Ada","biography":"Wrote it."}]}]}}`,
		"in a list":    `{"schedule":{"persons":[{"guid":"x","biography":"Wrote it."}],"events":[{"title":"A","participants":[{"guid":"x","name":"Ada"}]}]}}`,
	} {
		t.Run(name, func(t *testing.T) {
			got := parsetest.Document(Parse, doc)
			want := []catalog.Person{{Name: "Ada", Biography: "Wrote it."}}
			if len(got.Talks) != 1 || !slices.Equal(got.Talks[0].Speakers, want) {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func FuzzJSONTalks(f *testing.F) {
	parsetest.Fuzz(f, Parse, "../testdata/three.json", "../testdata/list.json", "testdata/hackers.json")
}

func BenchmarkJSON(b *testing.B) {
	parsetest.Measure(b, Parse, parsetest.File(b, "../testdata/three.json"), `{"id": 101`, `"type": "slides"}]}`, ",")
}
