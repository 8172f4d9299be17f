// Package parsetest serves the tests of the formats.
package parsetest

import (
	"os"
	"strings"
	"testing"

	"talks/catalog"
)

// Document parses a document called "f" as one format.
func Document(parse func(*catalog.Document, []byte), data string) catalog.Document {
	doc := catalog.Document{File: "f"}
	parse(&doc, []byte(data))
	return doc
}

// File reads a file of the tests.
func File(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Fuzz holds a format to what Sound checks, beginning with some files.
func Fuzz(f *testing.F, parse func(*catalog.Document, []byte), files ...string) {
	for _, name := range files {
		f.Add(File(f, name))
	}
	f.Fuzz(func(t *testing.T, data string) {
		doc := Document(parse, data)
		Sound(t, &doc)
	})
}

// Measure benchmarks a format on a document that repeats its part from one mark
// to the end of another, a thousand talks and more.
func Measure(b *testing.B, parse func(*catalog.Document, []byte), doc, from, to, between string) {
	start, end := strings.Index(doc, from), strings.LastIndex(doc, to)+len(to)
	doc = doc[:start] + strings.Repeat(doc[start:end]+between, 999) + doc[start:]
	b.SetBytes(int64(len(doc)))
	b.ReportAllocs()
	for b.Loop() {
		if got := Document(parse, doc); len(got.Talks) < 1000 {
			b.Fatalf("%d talks", len(got.Talks))
		}
	}
}
