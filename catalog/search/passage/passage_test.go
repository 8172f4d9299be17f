package passage

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestBest(t *testing.T) {
	const text = "How costs are cut in all the corners of the cloud with Crane"
	for _, c := range []struct {
		marks []string
		width int
		want  string
	}{
		{[]string{"costs"}, 20, "How costs are cut in"},
		{[]string{"Crane"}, 20, "the cloud with Crane"},
		{[]string{"costs", "Crane"}, 60, text},
		{[]string{"costs", "cloud", "Crane"}, 20, "the cloud with Crane"},
		{[]string{"corners"}, 3, "cor"},
	} {
		var list []Match
		for _, m := range c.marks {
			at := strings.Index(text, m)
			list = append(list, Match{Start: at, End: at + len(m)})
		}
		from, to := Best(text, list, c.width, utf8.RuneCountInString)
		if got := text[from:to]; got != c.want {
			t.Errorf("%v in %d cells: %q, want %q", c.marks, c.width, got, c.want)
		}
	}
}
