package search

import (
	"strings"

	"talks/catalog/search/words"
)

// mostOfSeries is how many sessions of one series the first page of near misses
// shows: they are as near as each other, and hide what else may be meant.
const mostOfSeries = 2

// spreadSeries moves the third and further sessions of a series among the near
// misses behind the first page. All others keep their order.
func (s *scratch) spreadSeries() {
	seen := make(map[string]int)
	var first, later []ranked
	list := s.ranked[:s.looked]
	for _, r := range list {
		if len(first) == mostNear {
			break
		}
		if r.near {
			series := seriesOf(s.ix.Talks[r.talk].Title)
			if seen[series]++; series != "" && seen[series] > mostOfSeries {
				later = append(later, r)
				continue
			}
		}
		first = append(first, r)
	}
	copy(list[copy(list, first):], later)
}

// seriesOf returns a title without what tells the sessions of a series apart:
// numbers and the words that count. It is empty if nothing is left.
func seriesOf(title string) string {
	var kept []string
	split := words.Splitter{Query: true}
	split.Split(title, func(t words.Token) {
		if w := string(t.Word); !strings.ContainsAny(w, "0123456789") && !words.Counting.Has(w) {
			kept = append(kept, w)
		}
	})
	return strings.Join(kept, " ")
}
