package search

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"talks/catalog"
)

func Debug(ix *Index, q string) {
	s := ix.pool.Get().(*scratch)
	ix.plan(s, Parse(q))
	for i := range s.slots {
		sl := &s.slots[i]
		fmt.Printf("%q exists=%v gated=%v stop=%v maybe=%v pairs=%v\n", sl.word, sl.exists, sl.gated, sl.stop, sl.maybe, s.pairs)
		for k, m := range s.matches[sl.from:sl.to] {
			if k < 12 {
				fmt.Printf("   %s %.3f doubt=%v %d\n", ix.vocabulary.word(m.word), m.quality, m.doubt, len(ix.of(m.word)))
			}
		}
	}
}

func TestDebug(t *testing.T) {
	b, _ := os.ReadFile(os.Getenv("SEEDTXT"))
	var talks []*catalog.Talk
	for _, blk := range strings.Split(string(b), "\n\n\n") {
		h, a, _ := strings.Cut(strings.TrimSpace(blk), "\n\n")
		talks = append(talks, &catalog.Talk{Title: h, Abstract: a})
	}
	ix := Build(talks)
	for _, q := range strings.Split(os.Getenv("Q"), "|") {
		Debug(ix, q)
	}
}
