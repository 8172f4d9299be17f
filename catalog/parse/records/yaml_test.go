package records

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"talks/catalog/parse/parsetest"
	"talks/catalog/parse/records/tree"
)

// TestYAMLShapes reads documents in the shapes in which sites and archives keep
// their talks.
func TestYAMLShapes(t *testing.T) {
	for _, test := range []struct {
		name, doc string
		want      []string
	}{
		{"jekyll's data", "-\n  id: 007\n  title: \"A: b\"\n  service: true\n  place: \"R\"\n-\n  id: 8\n  title: 'C'\n  description: |\n    x # y\n\n    z: 1\n  subtype: talk\n  language: en\n  speakers: [Ada Example, \"Bob Sample\"]\n",
			[]string{`007 A: b room:R`, `8 C @Ada Example @Bob Sample type:talk lang:en description:x # y//z: 1`}},
		{"recordings", "# https://example.org\n---\n\n## Day 1\n\n- id: \"a\"\n  title: \"A\"\n  raw_title: \"Conf - A by Ada\"\n  date: \"2024-09-11\"\n  description: |-\n    x\n    y\n  speakers:\n    - Ada Example\n\n# - title: left out\n\n- title: Lightning talks\n  date: 2024-09-11\n  description: ''\n  talks:\n    - title: \"B\"\n      date: 2024-09-11\n      speakers:\n        - Bob Sample\n",
			[]string{`a A @Ada Example 2024-09-11 description:x/y`, ` B @Bob Sample 2024-09-11`}},
		{"an archive", "- title: A\n  speakers:\n  - name: Ada Example\n    slug: ada\n    twitter:\n  abstract: \"<p>x\\\n    \\ y</p>\\n<p>z</p>\"\n",
			[]string{` A @Ada Example abstract:x y//z`}},
		{"a schedule", "title: Conf\ntimezone: Europe/Berlin\ntalks:\n- title: A\n  start: 2025-05-01 10:00\n  duration: 45\n  speaker: Ada Example\n- title: B\n  start: 2025-05-01T11:00:00+02:00\n  abstract: >\n    x\n    y\n",
			[]string{` A @Ada Example 2025-05-01T10:00+02:00 45m0s`, ` B 2025-05-01T11:00+02:00 abstract:x y`}},
		{"a text in quotes that is not indented", "- title: A\n  abstract: \"x\ny: z\"\n- title: B\n  abstract: x\n", []string{` A abstract:x y: z`, ` B abstract:x`}},
		{"two documents", "title: A\nabstract: x\nspeaker: Ada\n---\ntitle: B\nabstract: y\n...\n",
			[]string{` A @Ada abstract:x`, ` B abstract:y`}},
		{"anchors and merges", "common: &c {room: R, duration: 30}\ntalks:\n- <<: *c\n  title: A\n  abstract: &x x\n- <<: [*c, {room: S, track: T}]\n  duration: 10\n  title: B\n  abstract: *x\n",
			[]string{` A room:R 30m0s abstract:x`, ` B track:T room:R 10m0s abstract:x`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if !tree.IsYAML([]byte(test.doc)) {
				t.Error("not taken for YAML")
			}
			doc := parsetest.Document(ParseYAML, test.doc)
			parsetest.Sound(t, &doc)
			parsetest.Same(t, parsetest.Told(&doc), test.want)
		})
	}
}

// TestDamagedYAML holds that a fault costs little more than what it stands in.
func TestDamagedYAML(t *testing.T) {
	const good = "- title: %s\n  abstract: x\n"
	talk := func(title string) string { return fmt.Sprintf(good, title) }
	for _, test := range []struct {
		name, doc string
		want      []string
	}{
		{"a quote that does not end", talk("A") + "- title: B\n  abstract: \"x\n" + talk("C"), []string{`1  "A"`, `3  "B"`, `5  "C"`, `:4: not well formed, found unexpected end of stream`}},
		{"a colon in a text", talk("A") + "- title: B: b\n  abstract: x\n" + talk("C"), []string{`1  "A"`, `3  "B: b"`, `5  "C"`, `:3: not well formed, a colon in a text without quotes`}},
		{"a tab", talk("A") + "- title: B\n\tabstract: x\n" + talk("C"), []string{`1  "A"`, `3  "B"`, `5  "C"`, `:4: not well formed, found a tab character that violates indentation`}},
		{"a list that does not end", "talks:\n  " + strings.ReplaceAll(talk("A"), "\n", "\n  ") + "- title: B\n    abstract: x\n    speakers: [Ada, \n  " + strings.ReplaceAll(talk("C"), "\n", "\n  "), []string{`2  "A"`, `4  "B"`, `7  "C"`, `:6: not well formed, did not find expected node content`}},
		{"an alias without an anchor", talk("A") + "- title: B\n  abstract: *x\n" + talk("C"), []string{`1  "A"`, `3  "B"`, `5  "C"`, `:4: not well formed, unknown anchor 'x' referenced`}},
		{"a line of something else", talk("A") + "oh no\n" + talk("C"), []string{`1  "A"`, `4  "C"`, `:3: not well formed, a line without a name`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := parsetest.Document(ParseYAML, test.doc)
			parsetest.Sound(t, &doc)
			parsetest.Same(t, parsetest.Outline(&doc), test.want)
		})
	}
}

// TestHostileYAML holds that what costs much gives a message, and the rest its
// talks.
func TestHostileYAML(t *testing.T) {
	const talk = "talks:\n- title: A\n  abstract: x\n"
	bomb, merges := "a: &a [x,x,x]\n", "a: &a {x: 1}\n"
	for c := 'b'; c < 'z'; c++ {
		aliases := strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*%c,", c-1), 9), ",")
		bomb += fmt.Sprintf("%c: &%c [%s]\n", c, c, aliases)
		merges += fmt.Sprintf("%c: &%c {<<: [%s], k%c: 1}\n", c, c, aliases, c)
	}
	for name, test := range map[string]struct{ doc, problem string }{
		"a bomb of aliases":   {bomb + talk, ":1: aliases that stand for too much, the rest is left out"},
		"a bomb of merges":    {merges + talk, ":1: aliases that stand for too much, the rest is left out"},
		"an alias of itself":  {"a: &a [*a, *a]\n" + talk, ":1: aliases that stand for too much, the rest is left out"},
		"nested lists":        {talk + "- title: B\n  abstract: " + strings.Repeat("[", 100_000), ":5: not well formed, exceeded max depth of 100"},
		"nested dashes":       {talk + "- title: B\n  abstract:\n    " + strings.Repeat("- ", 100_000), ":6: not well formed, exceeded max depth of 100"},
		"a text that is long": {talk + "- title: B\n  abstract: " + strings.Repeat("x ", (1<<20)), ":5: not well formed, too large"},
	} {
		t.Run(name, func(t *testing.T) {
			doc := parsetest.Document(ParseYAML, test.doc)
			parsetest.Sound(t, &doc)
			if got := parsetest.Outline(&doc); !strings.HasSuffix(got[0], `"A"`) || !slices.Contains(got, test.problem) {
				t.Errorf("got %q", got)
			}
		})
	}
}

// TestLargeYAML reads a document in pieces as it reads it whole.
func TestLargeYAML(t *testing.T) {
	talk := "- title: A\n  abstract: |\n    x\n    - y\n\n  speakers:\n  - Ada Example\n"
	doc := parsetest.Document(ParseYAML, "# talks\ntalks:\n"+strings.Repeat(talk, 1+(1<<20)/len(talk)))
	if len(doc.Problems) > 0 || len(doc.Talks) != 1+(1<<20)/len(talk) {
		t.Fatalf("%d talks, %v", len(doc.Talks), doc.Problems)
	}
	last := doc.Talks[len(doc.Talks)-1]
	if last.Source.Line != 3+7*(len(doc.Talks)-1) || last.Speakers[0].Name != "Ada Example" || last.Abstract != "x\n\n- y" {
		t.Errorf("%+v", last)
	}
}

// yamlOfMuch has most of what YAML has.
const yamlOfMuch = "%YAML 1.2\n---\n# talks\ntalks:\n- &a\n  title: \"A: \\u00e9\"\n  abstract: |-\n    x\n  speakers: [Ada, {name: Bob}]\n" +
	"- <<: *a\n  title: 'B'\n  start: 2025-05-01T10:00:00Z\n  abstract: >+\n    y\n    z\n...\n---\n- title: C\n  ? d\n  : e\n"

func TestTruncatedYAML(t *testing.T) {
	for n := range yamlOfMuch {
		doc := parsetest.Document(ParseYAML, yamlOfMuch[:n])
		parsetest.Sound(t, &doc)
	}
}

func FuzzYAML(f *testing.F) {
	f.Add(yamlOfMuch)
	parsetest.Fuzz(f, ParseYAML)
}

func BenchmarkYAML(b *testing.B) {
	talk := "- title: \"A talk\"\n  date: 2024-09-11\n  description: |-\n" + strings.Repeat("    "+strings.Repeat("Some words of an abstract. ", 3)+"\n", 8) + "  speakers:\n    - Ada Example\n"
	parsetest.Measure(b, ParseYAML, talk, "- title", "Example\n", "")
}

// TestYAMLCutOff holds that a file which ends in the middle of a line and of an
// entry is told from one whose last line has no end.
func TestYAMLCutOff(t *testing.T) {
	entries := strings.Repeat("- title: A\n  speakers: [Ada]\n  room: R\n", 4)
	for doc, want := range map[string]int{
		entries: 0, strings.TrimSpace(entries): 0,
		entries + "- title: B\n  speakers: [Bo": 1, entries + "- title: B\n  speak": 1,
		entries + "- title: B\n  speakers: [Bob]\n": 0,
	} {
		if got := parsetest.Document(ParseYAML, doc); len(got.Talks) < 4 || len(got.Problems) < want || want == 0 && len(got.Problems) > 0 {
			t.Errorf("%q: %d talks, problems %v", doc, len(got.Talks), got.Problems)
		}
	}
}
