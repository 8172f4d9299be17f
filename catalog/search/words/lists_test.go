package words

import (
	"slices"
	"testing"
)

func TestListsAreInOrder(t *testing.T) {
	for name, list := range map[string]List{"stop words": Stop, "furniture": Furniture, "German words": German} {
		if !slices.IsSorted(list) || len(slices.Compact(slices.Clone(list))) != len(list) {
			t.Errorf("%s are not sorted, or have one twice", name)
		}
	}
	if !Stop.Has("your") || Stop.Has("you'") || !Stop.HasStart("yo") || Stop.HasStart("z") {
		t.Error("a list does not know its words")
	}
}
