package notes

import (
	"slices"
	"strings"
	"testing"

	"talks/catalog/parse/parsetest"
)

// TestOutlines reads small documents, most with a fault.
func TestOutlines(t *testing.T) {
	for _, test := range []struct {
		name, doc string
		want      []string
	}{
		{"notes", "# A\n\nx\n\n# B\n\ny", []string{`1  "A"`, `5  "B"`}},
		{"notes without a text", "# A\n# B\ny", []string{`1  "A"`, `2  "B"`, `:1: a heading without a text`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := parsetest.Document(Parse, test.doc)
			if got := parsetest.Outline(&doc); !slices.Equal(got, test.want) {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(test.want, "\n  "))
			}
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

func FuzzNotes(f *testing.F) { parsetest.Fuzz(f, Parse, "testdata/notes.md") }
