package search

import (
	"context"
	"maps"
	"slices"
	"testing"

	"talks/catalog"
	"talks/catalog/search/facts"
	"talks/catalog/search/query"
)

// keptTalks are marks by title, and notes by "note of" and the title.
type keptTalks map[string]string

func (k keptTalks) Has(t *catalog.Talk, mark string) bool { return k[t.Title] == mark }
func (k keptTalks) NoteOf(t *catalog.Talk) string         { return k["note of "+t.Title] }
func (k keptTalks) FriendsOf(*catalog.Talk) string        { return "" }

func (k keptTalks) Hider() func(*catalog.Talk) bool {
	if !slices.Contains(slices.Collect(maps.Values(k)), "skipped") {
		return nil
	}
	return func(t *catalog.Talk) bool { return k[t.Title] == "skipped" }
}

// Conditions on marks go by what the marks are when the query is asked; hidden
// talks are found only by a query that asks for them.
func TestMarksInQueries(t *testing.T) {
	kept := keptTalks{}
	engine := build([]*catalog.Talk{{Title: "Rust one"}, {Title: "Rust two"}, {Title: "Go three"}})
	engine.SetMarks(func() facts.Marks { return kept })
	find := func(typed string, want ...string) {
		t.Helper()
		r, err := engine.Search(context.Background(), query.Parse(typed))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for i := range r.Len() {
			got = append(got, r.Talk(i).Title)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s finds %q, want %q", typed, got, want)
		}
	}
	find("is:going")
	find("rust", "Rust one", "Rust two")
	kept["Rust two"], kept["note of Go three"] = "going", "Ask about Çedilla"
	find("is:going", "Rust two")
	find("is:go", "Rust two")
	find("rust !is:going", "Rust one")
	find("note:cedilla", "Go three")
	find("note:rust")
	kept["Rust one"] = "skipped"
	find("rust", "Rust two")
	find("day:m", "Rust two", "Go three")
	find("!three", "Rust two")
	find("is:skipped", "Rust one")
	find("rust is:skipped | is:going", "Rust one", "Rust two")
}
