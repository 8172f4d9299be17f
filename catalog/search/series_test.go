package search

import (
	"fmt"
	"strings"
	"testing"

	"talks/catalog"
)

func TestSeriesDoNotFillThePage(t *testing.T) {
	var talks []*catalog.Talk
	for i := range 12 {
		talks = append(talks, &catalog.Talk{ID: fmt.Sprint("s", i), Title: fmt.Sprintf("Lightning talks, day %d", i)})
	}
	talks = append(talks, &catalog.Talk{ID: "own", Title: "A bolt of lightning", Abstract: "quixotic"},
		&catalog.Talk{ID: "other", Title: "All about lightning and its thunder"})
	ix := build(talks)
	for query, want := range map[string]string{
		"lightning zymurgy": "s0 s1 own other s2 s3 s4 s5 s6 s7",     // all lack a word
		"lightning day":     "s0 s1 s2 s3 s4 s5 s6 s7 s8 s9 s10 s11", // these have all
	} {
		if got := ids(find(t, ix, query)); got != want {
			t.Errorf("%q finds %s, want %s", query, got, want)
		}
	}
}

func TestSeriesOf(t *testing.T) {
	for a, b := range map[string]string{
		"Lightning talks 1":   "Lightning Talks, part II",
		"Panel (session 3)":   "Panel",
		"FOSDEM2026: Closing": "Closing",
	} {
		if seriesOf(a) != seriesOf(b) {
			t.Errorf("%q is of the series %q, %q of %q", a, seriesOf(a), b, seriesOf(b))
		}
	}
	if got := seriesOf(strings.Repeat("2026 ", 3)); got != "" {
		t.Errorf("numbers are the series %q", got)
	}
}
