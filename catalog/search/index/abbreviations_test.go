package index

import (
	"slices"
	"testing"

	"talks/catalog"
)

func TestAbbreviations(t *testing.T) {
	ix := Build([]*catalog.Talk{
		{Title: "Large language models (LLMs)", Abstract: "The Cyber Resilience Act (CRA). It is (IT is) so. An LLM."},
		{Title: "A large-language model", Abstract: "Laws: the act, of cyber resilience"},
		{Title: "Large", Abstract: "language model"},
		{Title: "Cyber resilience acts of a large model, a language"},
	})
	for _, c := range []struct {
		short string
		want  []uint32
	}{
		{"llm", []uint32{0, 1}}, {"llms", []uint32{0}}, {"cra", []uint32{0, 3}}, {"it", []uint32{0}},
	} {
		id, _ := ix.ID(c.short)
		var got []uint32
		for _, p := range ix.Postings(id) {
			got = append(got, p.Talk())
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s stands in %v, want %v", c.short, got, c.want)
		}
	}
	llm, _ := ix.ID("llm")
	for _, p := range ix.Postings(llm) {
		if by := p.Where()&ByItself != 0; by != (p.Talk() == 0) {
			t.Errorf("llm stands by itself in talk %d: %v", p.Talk(), by)
		}
	}
}
