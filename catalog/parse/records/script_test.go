package records

import (
	"fmt"
	"strings"
	"testing"

	"talks/catalog/parse/parsetest"
	"talks/catalog/parse/records/tree"
)

// TestScripts reads JavaScript files that have talks.
func TestScripts(t *testing.T) {
	var bs []string
	for i := range 99 {
		bs = append(bs, fmt.Sprintf(`%d  "B"`, i+2))
	}
	for _, test := range []struct {
		name, doc string
		want      []string
	}{
		{"konopas", parsetest.File(t, "testdata/convention.js"), []string{
			`3 1 "Opening, it's on" 2024-10-01T19:45 30m0s`,
			`6 2 "Closing" 2024-10-03T18:00`}},
		{"a module", "'use strict';\nmodule.exports = {\n  talks: [\n    { title: 'A', speaker: 'Ada' },\n  ],\n};\n", []string{`4  "A"`}},
		{"typescript", "import { Talk } from './talk';\nimport face from \"./a.png\";\n\nexport const talks: Talk[] = [\n  { title: \"A\", photo: face, speakers: [{ name: \"Ada\", photo: face }], start: new Date('2024-05-01T10:00:00Z'), done: () => { return [1, '}'] }, ...rest, when(x) { return {} } },\n] as const;\nexport default talks;\n",
			[]string{`5  "A" 2024-05-01T10:00Z`}},
		{"a comment over JSON", "/* 2024 */\n{\"talks\": [{\"title\": \"A\", \"speaker\": \"Ada\"}]}", []string{`2  "A"`}},
		{"JSONP", "/**/ show([\n{\"title\": \"A\", \"speaker\": \"Ada\"}, {\"talk\": \"B\", \"speaker\": \"Bob\"}]\n);\n", []string{`2  "A"`, `2  "B"`}},
		{"JSONP without quotes", "show({talks: [{title: 'A', speaker: 'Ada'}]})", []string{`1  "A"`}},
		{"code", "var x = [new Sleep(10)];\nfunction f() {\n  var y = {title: 'A', run: function () {}};\n}\n", []string{": no talks found"}},
		{"JSON that lost a quote", "var program = [{\"title\": \"A\", \"speaker\": \"Ada\", \"start\": \"10:00\"},\n" + strings.Repeat(`{"title": "B", "speaker": "Bob", "start": "11:00"},`+"\n", 99) +
			"{\"title\": \"C, \"speaker\": \"Cyd\", \"start\": \"12:00\"},\n{\"title\": \"D\", \"speaker\": \"Dan\", \"start\": \"12:00\"}];\nvar people = [{\"name\": \"Ada\"}];\n",
			append(append([]string{`1  "A"`}, bs...), `101  "C"`, `102  "D"`, `:101: not well formed, an unexpected "\""`)},
		{"a quote that swallows talks", "var program = [{title: 'A', speaker: 'Ada'},\n{title: x'B', speaker: 'Bob}, {title: 'C', speaker: 'Cyd'},\n{title: 'D', speaker: 'Dan'}];",
			[]string{`1  "A"`, `2  "Bob}, {title:"`, `:2: an expression with a title in it, passed over`, `:3: the file ends in the middle`, `:2: an event without a title, its first words stand in`}},
		{"a bracket of the other kind", "var program = [{title: 'A', speaker: 'Ada'], x];", []string{`1  "A"`, `:1: not well formed, an unexpected "]"`, `:1: the file ends in the middle`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if !tree.IsScript([]byte(test.doc)) {
				t.Error("it is not taken for a script")
			}
			doc := parsetest.Document(ParseScript, test.doc)
			parsetest.Sound(t, &doc)
			parsetest.Same(t, parsetest.Outline(&doc), test.want)
		})
	}
	for _, doc := range []string{"{\"a\": 1}", "A talk\n\nx = [\n\n\nB\n\ny", "Importing\n\nconst", "# A\n\n[x]", "", "//"} {
		if tree.IsScript([]byte(doc)) {
			t.Errorf("%q is taken for a script", doc)
		}
	}
}

// TestScriptTexts holds what a script's convention tells in full.
func TestScriptTexts(t *testing.T) {
	doc := parsetest.Document(ParseScript, parsetest.File(t, "testdata/convention.js"))
	want := []string{
		`1 Opening, it's on @Ada Example ~Wrote it. track:Main room:Hall "A" type:Event 2024-10-01T19:45 30m0s description:x and y`,
		`2 Closing @Ada Example ~Wrote it. room:Hall 2024-10-03T18:00 description:café`,
	}
	for i, line := range parsetest.Told(&doc) {
		if got := strings.ReplaceAll(line, "\u00a0", " "); i >= len(want) || got != want[i] {
			t.Errorf("got %s", got)
		}
	}
}

func TestScriptTruncated(t *testing.T) {
	convention := parsetest.File(t, "testdata/convention.js")
	for n := range convention {
		doc := parsetest.Document(ParseScript, convention[:n])
		parsetest.Sound(t, &doc)
	}
}

func FuzzScript(f *testing.F) {
	parsetest.Fuzz(f, ParseScript, "testdata/convention.js")
}
