package search

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"talks/catalog/load"
	"talks/catalog/search/query"
	"talks/seeds"
)

// Two words of every title and of every abstract's start, typed letter by
// letter: each row that is shown has spans and a passage that are in order.
func TestEveryRowWhileTyping(t *testing.T) {
	c, err := load.Builtin(seeds.Files)
	if err != nil {
		t.Fatal(err)
	}
	index := Build(c)
	for _, talk := range c.Talks {
		for _, text := range []string{talk.Title, talk.Abstract[:80]} {
			words := strings.Fields(text)
			for i := 0; i+1 < len(words); i += 2 {
				query := words[i] + " " + words[i+1]
				for end := range query {
					checkRows(t, index, query[:end])
				}
				checkRows(t, index, strings.ToLower(query))
			}
		}
	}
}

func checkRows(t *testing.T, index *Engine, text string) {
	t.Helper()
	r, err := index.Search(context.Background(), query.Parse(text))
	if err != nil {
		t.Fatal(err)
	}
	const width = 44
	for i := range min(r.Len(), 16) {
		hit, last := r.Explain(i), Span{}
		for _, s := range hit.Spans {
			if s.Start >= s.End || s.End > len(hit.Talk.Text(s.Field)) || s.Field == last.Field && s.Start < last.End || s.Field < last.Field {
				t.Fatalf("%q, %s: span %v after %v", text, hit.Talk.ID, s, last)
			}
			last = s
		}
		p := r.Explain(i).Passage(width, utf8.RuneCountInString)
		text := hit.Talk.Text(p.Field)
		if p.Start > p.End || p.End > len(text) || utf8.RuneCountInString(text[p.Start:p.End]) > width {
			t.Fatalf("%q, %s: passage %v", text, hit.Talk.ID, p)
		}
	}
}
