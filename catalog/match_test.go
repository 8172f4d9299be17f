package catalog

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestMatch(t *testing.T) {
	const guid, other = "01234567-89ab-cdef-0123-456789abcdef", "11234567-89ab-cdef-0123-456789abcdef"
	talks := func(doc Document) []*Talk { return gather(doc).Talks }
	for _, test := range []struct {
		name          string
		older, newer  []*Talk
		want, wantOne string // pairs of the indexes
	}{
		{"a guid before an id", talks(document("f", "C", guid+" A@9", "9 B@9")), talks(document("g", "C", "9 A@9", guid+" B@9")), "0=1 1=0", "0=1 1=0"},
		{"a guid in any year", talks(document("f", "C", guid+" A")), talks(document("g", "C", guid+" B")), "0=0", "0=0"},
		{"an id, then a title", talks(document("f", "C", "1 A@9", "2 B@9", "3 C@9")), talks(document("g", "c ", "2 A@9", "3 D@9", "4 B@9")), "0=0 1=2 2=1", "0=0 1=2 2=1"},
		{"an id without a conference", talks(document("f", "", "1 A@9", "2 B@9")), talks(document("g", "", "1 C@9", "2 B@9")), "1=1", "0=0 1=1"},
		{"a conference that is renamed", talks(document("f", "C", "1 A@9")), talks(document("g", "D", "1 A@10")), "", "0=0"},
		{"breaks", talks(document("f", "C", "- A@9#R", "- A@9#S", "- A@12#R")), talks(document("g", "C", "- A@12#R", "- A@10#R", "- A@9#S")), "0=1 1=2 2=0", "0=1 1=2 2=0"},
		{"one gone", talks(document("f", "C", "- A@9", "- A@10")), talks(document("g", "C", "- A@10")), "1=0", "1=0"},
		{"other guids, the same title", talks(document("f", "C", guid+" A@9")), talks(document("g", "C", other+" A@9")), "0=0", "0=0"},
	} {
		for _, one := range []bool{false, true} {
			t.Run(fmt.Sprint(test.name, one), func(t *testing.T) {
				pairs := Match(test.older, test.newer, one)
				var got []string
				for i, talk := range test.older {
					if now := pairs[talk]; now != nil {
						got = append(got, fmt.Sprint(i, "=", slices.Index(test.newer, now)))
					}
				}
				want := test.want
				if one {
					want = test.wantOne
				}
				if got := strings.Join(got, " "); got != want {
					t.Errorf("got %q, want %q", got, want)
				}
			})
		}
	}
}

// A file whose talks are all alike takes no longer for it.
func TestMatchAlike(t *testing.T) {
	var talks []*Talk
	for i := range 20_000 {
		talk := &Talk{Title: "A", Conference: "C"}
		talk.Slot.Start = talk.Slot.Start.AddDate(i%100, 0, 0)
		talks = append(talks, talk)
	}
	if got := len(Match(talks, slices.Clone(talks), true)); got != len(talks) {
		t.Errorf("got %d", got)
	}
}
