package search

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"talks/catalog"
	"talks/catalog/search/query"
)

func textSize(talks []*catalog.Talk) int {
	n := 0
	for _, t := range talks {
		for f := range catalog.FieldCount {
			n += len(t.Text(f))
		}
	}
	return n
}

func BenchmarkBuild(b *testing.B) {
	talks := generate(12_000)
	b.SetBytes(int64(textSize(talks)))
	b.ReportAllocs()
	for b.Loop() {
		build(talks)
	}
}

func BenchmarkBuildTitles(b *testing.B) {
	talks := generate(12_000)
	for b.Loop() {
		BuildTitles(&catalog.Catalog{Talks: talks})
	}
}

// BenchmarkKey is a key press: queries of the catalog's own words, typed
// letter by letter.
func BenchmarkKey(b *testing.B) {
	for _, size := range []int{12_000, 50_000, 100_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			talks := generate(size)
			ix := build(talks)
			var queries []query.Query
			for _, k := range typed(talks, 300) {
				queries = append(queries, query.Parse(k))
			}
			took := make([]time.Duration, 0, 1<<16)
			i := 0
			for b.Loop() {
				start := time.Now()
				if _, err := ix.Search(context.Background(), queries[i%len(queries)]); err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(start))
				i++
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds()), "p50-µs")
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
		})
	}
}
