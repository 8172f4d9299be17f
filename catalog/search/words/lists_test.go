package words

import (
	"slices"
	"testing"
)

func TestWordListsAreInOrder(t *testing.T) {
	for name, list := range map[string]List{"stop words": Stop, "furniture": Furniture, "German words": German} {
		if !slices.IsSorted(list.words) || len(slices.Compact(slices.Clone(list.words))) != len(list.words) {
			t.Errorf("%s are not sorted, or have one twice", name)
		}
	}
	for name, list := range map[string]List{"stop words": Stop, "furniture": Furniture, "German words": German} {
		longest := 0
		for _, w := range list.words {
			longest = max(longest, len(w))
		}
		if list.longest != longest {
			t.Errorf("the longest of the %s has %d bytes, not %d", name, longest, list.longest)
		}
	}
	if !Stop.Has("your") || Stop.Has("you'") || !Stop.HasStart("yo") || Stop.HasStart("z") {
		t.Error("a word list does not know its words")
	}
}
