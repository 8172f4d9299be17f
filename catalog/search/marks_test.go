package search

import (
	"context"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"talks/catalog"
	"talks/catalog/search/facts"
	"talks/catalog/search/query"
)

// keptTalks are marks by title, and notes by "note of" and the title.
type keptTalks struct {
	talks   []*catalog.Talk
	byTitle map[string]string
}

func (k keptTalks) Has(t *catalog.Talk, mark string) bool { return k.byTitle[t.Title] == mark }
func (k keptTalks) Notes() (map[*catalog.Talk]string, int) {
	notes := make(map[*catalog.Talk]string)
	for _, t := range k.talks {
		if note := k.byTitle["note of "+t.Title]; note != "" {
			notes[t] = note
		}
	}
	return notes, len(k.byTitle)
}
func (k keptTalks) FriendsOf(*catalog.Talk) string { return "" }

func (k keptTalks) Hider() func(*catalog.Talk) bool {
	if !slices.Contains(slices.Collect(maps.Values(k.byTitle)), "skipped") {
		return nil
	}
	return func(t *catalog.Talk) bool { return k.byTitle[t.Title] == "skipped" }
}

// Conditions on marks go by what the marks are when the query is asked; hidden
// talks are found only by a query that asks for them.
func TestMarksInQueries(t *testing.T) {
	kept := keptTalks{[]*catalog.Talk{{Title: "Rust one"}, {Title: "Rust two"}, {Title: "Go three"}}, make(map[string]string)}
	engine := build(kept.talks)
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
	kept.byTitle["Rust two"], kept.byTitle["note of Go three"] = "going", "Ask about Çedilla"
	find("is:going", "Rust two")
	find("is:go", "Rust two")
	find("rust !is:going", "Rust one")
	find("note:cedilla", "Go three")
	find("note:rust")
	kept.byTitle["Rust one"] = "skipped"
	find("rust", "Rust two")
	find("day:m", "Rust two", "Go three")
	find("!three", "Rust two")
	find("is:skipped", "Rust one")
	find("rust is:skipped | is:going", "Rust one", "Rust two")
}

// A word of a note is found as one of the talk's own, below a title and a text that
// have it, until the note is another.
func TestNotesAreFound(t *testing.T) {
	kept := keptTalks{
		talks:   []*catalog.Talk{{Title: "Rust one"}, {Title: "Two", Abstract: "Bring a banana."}, {Title: "Go three"}, {Title: "Banana four"}, {Title: "Five"}},
		byTitle: map[string]string{"note of Go three": "Ask Çelik about the bananas", "note of Five": "dentist before"},
	}
	engine := build(kept.talks)
	engine.SetMarks(func() facts.Marks { return kept })
	for typed, want := range map[string]string{
		"banana": "Banana four|Two|Go three (note)", "celik": "Go three (note)", "go celik": "Go three (note)", "deN": "Five (note)", "dentists": "Five (note)",
		"go three": "Go three", "rust dentist": "~Rust one|~Five (note)", "title:dentist": "", "dentits": "", "banana title:go": "Go three (note)", "b": "Banana four",
	} {
		r := find(t, engine, typed)
		var got []string
		for i := range r.Len() {
			said := r.Talk(i).Title
			if r.IsNear(i) {
				said = "~" + said
			}
			if h := r.Explain(i); h.Note != "" {
				said += " (note)"
			}
			got = append(got, said)
			if total := r.Breakdown(i).Total(); math.Abs(total-r.Score(i)) > 1e-4 {
				t.Errorf("%s: the parts of %s are %v, its score %v", typed, said, total, r.Score(i))
			}
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s finds %q, want %q", typed, got, want)
		}
		if want != "" && !strings.Contains(want, "~") && len(r.Missing()) > 0 {
			t.Errorf("%s: %q is missing", typed, r.Missing())
		}
	}
	if p := find(t, engine, "celik").Breakdown(0)[0]; p.Field != "note" || p.Word != "celik" || p.Talks != 1 {
		t.Errorf("the part of a note is %+v", p)
	}
	kept.byTitle["another"] = "version"
	delete(kept.byTitle, "note of Five")
	kept.byTitle["note of Two"] = "dentist"
	if got := find(t, engine, "dentist"); got.Len() != 1 || got.Talk(0).Title != "Two" {
		t.Error("an old note is found")
	}
}
