package search

import (
	"strings"
	"testing"
)

// What is said of a query over the fixture, remarks parted by "; ".
func said(t *testing.T, ix *Index, query string) string {
	t.Helper()
	var all []string
	for _, r := range find(t, ix, query).Remarks() {
		all = append(all, strings.TrimRight(r.What+" ("+r.Hint, " (")+")")
	}
	return strings.Join(all, "; ")
}

func TestLongQueriesAreRemarkedOn(t *testing.T) {
	const hint = " count (a query has at most 16 words, 6 of them with signs or quotes)"
	ix := Build(fixture())
	for _, c := range []struct{ query, counts string }{
		{"mesh", ""},
		{strings.Repeat("mesh ", maxAtoms), ""},
		{strings.Repeat("mesh ", 1000), "16 words"},
		{strings.Repeat("a-b ", maxSlots), "16 words"},
		{"mesh" + strings.Repeat(" | mesh", 500), "16 words"},
		{"mesh" + strings.Repeat(" 'mesh", 500), "7 words"},
		{strings.Repeat("mesh", 2500), "512 letters"},
		{strings.Repeat("云", 18), "16 words or pairs of signs"},
		{"'" + strings.Repeat("云", 600), "171 letters"}, // the sign is one,
	} {
		want := ""
		if c.counts != "" {
			want = "the query is too long: only its first " + c.counts + hint
		}
		if got := said(t, ix, c.query); got != want {
			t.Errorf("of %.20q… is said %q, want %q", c.query, got, want)
		}
	}
}
