package facts

import (
	"testing"

	"talks/catalog/search/query"
)

func TestEveryFactHasANoun(t *testing.T) {
	for _, key := range query.Keys() {
		if query.IsFact(key) != (nouns[key] != "") {
			t.Errorf("%s: asks for what?", key)
		}
	}
}
