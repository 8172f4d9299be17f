package search

import (
	"context"
	"testing"

	"talks/catalog"
	"talks/catalog/search/facts"
	"talks/catalog/search/query"
)

func TestQuotedMeansWhole(t *testing.T) {
	var talks []*catalog.Talk
	for _, track := range []string{"Network", "Network Management", "Café", "Go devroom", "云原生 大会"} {
		talks = append(talks, &catalog.Talk{
			Title: "A talk", Slot: catalog.Slot{Track: track, Room: "Room of " + track},
			Speakers: []catalog.Person{{Name: "Jan"}, {Name: "Jan " + track}},
		})
	}
	index := build(talks)
	for text, want := range map[string]int{
		`track:"Network"`:            1,
		`track:"network"`:            1,
		`track:network`:              2,
		`track:"Management"`:         1, // the whole of none, a word of one
		`track:"cafe"`:               1,
		`track:"Network`:             2, // still being typed
		`!track:"Network"`:           4,
		`track:"云原生 大会"`:             1,
		`speaker:"Jan"`:              5,
		`speaker:"Jan Network"`:      1,
		`room:"Room of Go devroom"`:  1,
		`title:"A talk" room:"Room"`: 5,
	} {
		r, err := index.Search(context.Background(), query.Parse(text))
		if err != nil || r.Len() != want {
			t.Errorf("%s finds %d, %v; want %d", text, r.Len(), err, want)
		}
	}
}

// What a facet counts is what its term finds.
func TestFacetCountsWhatItsTermFinds(t *testing.T) {
	talks := generate(400)
	for i, t := range talks {
		t.Slot.Track = []string{"Network", "Network Management", "Networks", "Go", "Go Go"}[i%5]
		t.Slot.Room = []string{"K.1", "K.1.105", "K"}[i%3]
	}
	index := build(talks)
	all, err := index.Search(context.Background(), query.Parse(""))
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range facts.FacetKeys() {
		facet, _ := all.facet(context.Background(), key)
		for _, v := range facet.Values[:min(len(facet.Values), 20)] {
			r, err := index.Search(context.Background(), query.Parse(query.Clause(facet.Key, v.Text)))
			if err != nil || r.Len() != v.Count {
				t.Errorf("%s finds %d, %v; the facet counts %d", query.Clause(facet.Key, v.Text), r.Len(), err, v.Count)
			}
		}
	}
}
