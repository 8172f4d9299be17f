package words

import (
	"slices"
	"testing"
)

func TestListsAreInOrder(t *testing.T) {
	for name, list := range map[string]List{"stop words": Stop, "filler": Filler, "German words": German, "counting words": Counting} {
		if !slices.IsSorted(list.words) || len(slices.Compact(slices.Clone(list.words))) != len(list.words) {
			t.Errorf("%s are not sorted, or have one twice", name)
		}
		longest := slices.MaxFunc(list.words, func(a, b string) int { return len(a) - len(b) })
		if len(longest) != list.longest {
			t.Errorf("the longest of the %s has %d bytes, not %d", name, len(longest), list.longest)
		}
	}
	if !Stop.Has("your") || Stop.Has("you'") || !Stop.HasStart("yo") || Stop.HasStart("z") {
		t.Error("a list does not know its words")
	}
}
