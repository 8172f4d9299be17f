package search

import (
	"slices"
	"strings"
	"testing"

	"talks/catalog"
)

// A word and what it abbreviates find each other, below the words themselves.
func TestAbbreviations(t *testing.T) {
	talks := []*catalog.Talk{
		{ID: "explains", Title: "Models", Abstract: "A large language model (LLM) answers."},
		{ID: "short", Title: "Prompts", Abstract: "An LLM is asked."},
		{ID: "plural", Title: "Answers", Abstract: "What LLMs say."},
		{ID: "long", Title: "Questions", Abstract: "To train large language models."},
		{ID: "apart", Title: "A large house", Abstract: "The language of a model."},
		{ID: "rest", Title: "Services", Abstract: "Representational state transfer (REST), and the rest."},
		{ID: "other", Title: "Pauses", Abstract: "The rest after the rest."},
		{ID: "act", Title: "The Cyber Resilience Act (CRA)", Abstract: "Law."},
	}
	ix := build(talks)
	for _, c := range []struct{ query, want, marked string }{
		{"large language model", "explains long apart short plural", "Model large language model; large language models; large language model; LLM; LLMs"},
		{"llm", "explains short plural long", "large language model LLM; LLM; LLM; large language models"}, // its plural before its long form
		{"!llm model", "apart long", "model; model"}, // to the letter
		{"!abstract:llm model", "apart", "model"},    // what abstract:llm finds
		{"c", "act", "C C"},                          // and no long form of what begins so
		{"rest", "rest other", "REST rest; rest rest"},
		{"representational state transfer", "rest", "Representational state transfer"}, // not the rest
		{"llm train", "long", "train large language models"},
		{"language", "explains long apart", "language; language; language"},
		{"cyber resilience act", "act", "Cyber Resilience Act"},
		{`"large language model"`, "explains", "large language model"},
		{"'llm", "explains short plural", "LLM; LLM; LLM"},
	} {
		r := find(t, ix, c.query)
		var got, marked []string
		for i := range r.Len() {
			if r.IsNear(i) {
				continue
			}
			h := r.Explain(i)
			got = append(got, h.Talk.ID)
			var texts []string
			for _, s := range h.Spans {
				texts = append(texts, h.Talk.Text(s.Field)[s.Start:s.End])
			}
			marked = append(marked, strings.Join(texts, " "))
		}
		if !slices.Equal(got, strings.Fields(c.want)) {
			t.Errorf("%q finds %v, want %s", c.query, got, c.want)
		}
		if m := strings.Join(marked, "; "); m != c.marked {
			t.Errorf("%q marks %s, want %s", c.query, m, c.marked)
		}
	}
}
