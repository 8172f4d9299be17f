package records

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"talks/catalog/parse/parsetest"
)

// documents are 36 talks in the shapes of several services, minified and not.
func documents() map[string]string {
	const talk = `"title": "Talk %[1]d, \"quoted\" and [linked](https://example.org/%[1]d)", "abstract": "First, a line.\r\n\r\n* Then {braces}: a \"list\".\r\n"`
	const people = `[{"id": %[1]d, "name": "Ada %[1]d", "biography": "Wrote \"it\", in 1843."}]`
	shape := func(before, item, after string) string {
		var items []string
		for i := range 36 {
			items = append(items, fmt.Sprintf(item, i))
		}
		return before + strings.Join(items, ", ") + after
	}
	docs := map[string]string{
		"frab":       shape(`{"schedule": {"conference": {"title": "C", "days": [{"date": "2025-02-01", "rooms": {"R": [`, `{"id": %[1]d, "room": "R", `+talk+`, "persons": `+people+`, "links": []}`, `]}}]}}}`),
		"pretalx":    shape(`{"count": 36, "results": [`, `{"code": "T%[1]d", "speakers": `+people+`, `+talk+`, "slots": [{"start": "2025-02-01T10:00:00Z", "room": {"name": {"en": "R"}}}]}`, `]}`),
		"hoverboard": shape(`{"speakers": {"a": {"name": "Ada"}}, "sessions": {`, `"talk-%[1]d": {`+talk+`, "speakers": ["a"]}`, `}}`),
	}
	for _, name := range []string{"frab", "pretalx", "hoverboard"} {
		var indented strings.Builder
		var value json.RawMessage = []byte(docs[name])
		e := json.NewEncoder(&indented)
		e.SetIndent("", "  ")
		if err := e.Encode(value); err != nil {
			panic(err)
		}
		docs[name+", indented"] = indented.String()
	}
	return docs
}

// TestDamage holds that a damaged document keeps nine tenths of the talks that
// one would find by searching for titles, and that losses are told.
func TestDamage(t *testing.T) {
	kinds := map[string]func(r *rand.Rand, doc []byte) []byte{
		"a bit":   func(r *rand.Rand, doc []byte) []byte { return flip(r, doc, 1) },
		"20 bits": func(r *rand.Rand, doc []byte) []byte { return flip(r, doc, 20) },
		"a hole": func(r *rand.Rand, doc []byte) []byte {
			at := r.IntN(len(doc))
			return slices.Delete(doc, at, min(len(doc), at+1+r.IntN(400)))
		},
		"junk": func(r *rand.Rand, doc []byte) []byte {
			return slices.Insert(doc, r.IntN(len(doc)), flip(r, []byte(strings.Repeat("x", 30)), 60)...)
		},
	}
	title := regexp.MustCompile(`"title":\s*("(?:[^"\\]|\\.)*")`)
	for name, doc := range documents() {
		for kind, damage := range kinds {
			t.Run(name+" "+kind, func(t *testing.T) {
				r := rand.New(rand.NewPCG(1, 2))
				kept, searched := 0, 0
				for range 40 {
					data := string(damage(r, []byte(doc)))
					got := parsetest.Document(Parse, data)
					parsetest.Sound(t, &got)
					kept += len(got.Talks)
					searched += len(title.FindAllString(data, -1))
					if len(got.Talks) < 36 && len(got.Problems) == 0 && kind != "a hole" { // two talks may have become one
						t.Errorf("%d talks and no problem: %q", len(got.Talks), data)
					}
				}
				if kept < searched*9/10 {
					t.Errorf("%d talks of %d titles", kept, searched)
				}
			})
		}
	}
}

func flip(r *rand.Rand, doc []byte, bits int) []byte {
	for range bits {
		doc[r.IntN(len(doc))] ^= 1 << r.IntN(8)
	}
	return doc
}
