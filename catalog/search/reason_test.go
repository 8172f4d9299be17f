package search

import "testing"

func TestReason(t *testing.T) {
	ix := build(fixture())
	for _, c := range []struct {
		query string
		want  Reason
	}{
		{"", InTitle},
		{"edge", InTitle},
		{"edge devices", InTitle}, // though the body has one of them
		{"devices private", InBody},
		{"edge muller", InNames},
		{"edge zoe private", InBody},
		{"edge zoe dyk private", InNames},
		{"devices track:government", InNames},
		{"kbdg", InTitle},
	} {
		if got := find(t, ix, c.query).Explain(0).Reason; got != c.want {
			t.Errorf("%q: the reason is in %d, want %d", c.query, got, c.want)
		}
	}
}
