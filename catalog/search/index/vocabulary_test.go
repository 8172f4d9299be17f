package index

import (
	"slices"
	"testing"

	"talks/catalog/search/match"
)

var vocabulary = []string{
	"break", "breaking", "breakings", "brake", "braking", "gephi", "geffy", "grafana", "graphana", "kbue", "kube", "kubes",
	"mull", "müll", "mülle", "cube", "tube", "ukbe",
}

// What is one slip away is found, whichever half of the word is intact.
func TestOneSlipFrom(t *testing.T) {
	sorted := slices.Sorted(slices.Values(vocabulary))
	v := newVocabulary(sorted)
	for _, word := range append([]string{"breakin", "rbeaking", "breakign", "braeking", "kueb", "mlül"}, sorted...) {
		var found []string
		for id, w := range v.OneSlipFrom(word) {
			if w != v.Word(id) {
				t.Errorf("%s has the id of %s", w, v.Word(id))
			}
			found = append(found, w)
		}
		for _, w := range sorted {
			n := 0
			for _, f := range found {
				if f == w {
					n++
				}
			}
			if away := match.Slips(word, w, 1); n > 1 || away <= 1 && n == 0 {
				t.Errorf("%s is found %d times for %s, %d slips away", w, n, word, away)
			}
		}
	}
}

func TestWordsOfOneKind(t *testing.T) {
	v := newVocabulary(slices.Sorted(slices.Values(vocabulary)))
	words := func(ids []uint32) (list []string) {
		for _, id := range ids {
			list = append(list, v.Word(id))
		}
		return list
	}
	for _, c := range []struct {
		what string
		got  []uint32
		want []string
	}{
		{"said like geffi", v.SaidLike("geffi"), []string{"geffy", "gephi"}},
		{"said like grafanna", v.SaidLike("grafanna"), []string{"grafana", "graphana"}},
		{"said like xyz", v.SaidLike("xyz"), nil},
		{"of the stem of breaks", v.Inflections("breaks"), []string{"break", "breaking", "breakings"}},
		{"ending with ube", v.endingWith("ube"), []string{"cube", "kube", "tube"}},
		{"ending with zebra", v.endingWith("zebra"), nil},
	} {
		if got := words(c.got); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
}
