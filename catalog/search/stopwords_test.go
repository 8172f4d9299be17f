package search

import (
	"slices"
	"testing"
)

func TestWordListsAreInOrder(t *testing.T) {
	for name, list := range map[string]wordList{"stop words": stopWords, "furniture": furniture, "German words": germanWords} {
		if !slices.IsSorted(list.words) || len(slices.Compact(slices.Clone(list.words))) != len(list.words) {
			t.Errorf("%s are not sorted, or have one twice", name)
		}
	}
	for name, list := range map[string]wordList{"stop words": stopWords, "furniture": furniture, "German words": germanWords} {
		longest := 0
		for _, w := range list.words {
			longest = max(longest, len(w))
		}
		if list.longest != longest {
			t.Errorf("the longest of the %s has %d bytes, not %d", name, longest, list.longest)
		}
	}
	if !stopWords.has("your") || stopWords.has("you'") || !stopWords.hasStart("yo") || stopWords.hasStart("z") {
		t.Error("a word list does not know its words")
	}
}
