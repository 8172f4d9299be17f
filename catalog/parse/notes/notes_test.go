package notes

import (
	"slices"
	"testing"

	"talks/catalog/parse/parsetest"
)

// TestOutlines reads small documents, most with a fault.
func TestOutlines(t *testing.T) {
	for _, test := range []struct {
		name, doc string
		want      []string
	}{
		{"notes", "# A\n\nX.\n\n# B\n\n在.", []string{`1  "A"`, `5  "B"`}},
		{"notes without a text", "# A\n# B\nY", []string{`1  "A"`, `2  "B"`}},
		{"a manual", "# thing\n\nIt does things.\n\n## Speed\n\nIt is fast.\n", []string{`: no talks found`}},
		{"a log of changes", "## v1.2.0\n\nx\n\n## v1.1.0\n\ny\n", []string{`: no talks found`}},
		{"a manual of a program named talks", "# talks\n\n## Keys\n\n| key | does |\n| --- | --- |\n\n## Files\n\n```\nx\n```\n\n## Speed\n\nx\n", []string{`: no talks found`}},
		{"comments of a program", "# Copyright of somebody\n# and of others\n\n# Load it.\nx()\n# Say it.\ny()\n# Go.\nz()\n", []string{`: no talks found`}},
		{"a program", "# How it begins\n\nimport os\n\n# How it ends\n\nx()\n", []string{`: no talks found`}},
		{"commands", "# It runs.\ngo run\n\n# It stops.\n! stop\n", []string{`: no talks found`}},
		{"a form", "# Description\n\nSay what.\n\n# To do\n\nTick:\n\n- [ ] done\n", []string{`: no talks found`}},
		{"releases", "# Changelog\n\n# tool 3.79\n\nNew.\n", []string{`: no talks found`}},
		{"a program's name", "# The design of `talks`\n\n## Speed\n\nx\n", []string{`: no talks found`}},
		{"a note", "# Speed\n\nx\n", []string{`: no talks found`}},
		{"a meetup", "# The Go meetup\n\n## Speed\n\nx\n", []string{`3  "Speed"`}},
		{"a speaker", "# Speed\n\n*Ada Example*\n\nx\n", []string{`1  "Speed"`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := parsetest.Document(Parse, test.doc)
			parsetest.Same(t, parsetest.Outline(&doc), test.want)
		})
	}
}

func TestNotes(t *testing.T) {
	doc := parsetest.Document(Parse, parsetest.File(t, "testdata/notes.md"))
	want := []string{`3  "Rust without tears"`, `16  "Go at night"`}
	if got := parsetest.Outline(&doc); !slices.Equal(got, want) || doc.Name != "Notes from a meetup" {
		t.Errorf("got %q of %q", got, doc.Name)
	}
	const text = "It works.\n\n# not a heading\nfn main() {}\n\nLinks\n\nSee the book (https://example.org/book)."
	if got := doc.Talks[0].Abstract; got != text {
		t.Errorf("abstract %q", got)
	}
}

// TestSpeakers reads the lines of names below headings.
func TestSpeakers(t *testing.T) {
	for _, test := range []struct {
		name, doc string
		want      []string
	}{
		{"papers", "### #1: A\n\n### #2: B\n_Ada Example,  Bob van Sample_\n\nx\n\n### #3: C\n_Eve_\ny\n",
			[]string{` #1: A`, ` #2: B @Ada Example @Bob van Sample abstract:x`, ` #3: C @Eve abstract:y`}},
		{"words that say so", "# A\n\n**Speaker:** Ada Example and Bob Sample\n\nx\n\n# B\nby Eve Example\n\ny\n",
			[]string{` A @Ada Example @Bob Sample abstract:x`, ` B @Eve Example abstract:y`}},
		{"emphasis of few", "# A\n\n*Almost Everything*\n\nx\n\n# B\n\nY\n\n# C\n\nz\n",
			[]string{` A abstract:Almost Everything//x`, ` B abstract:Y`, ` C abstract:z`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := parsetest.Document(Parse, test.doc)
			parsetest.Same(t, parsetest.Told(&doc), test.want)
		})
	}
}

func FuzzNotes(f *testing.F) { parsetest.Fuzz(f, Parse, "testdata/notes.md") }
