package search

import (
	"cmp"
	"context"
	"math"
	"slices"
	"sort"
	"strings"

	"talks/catalog/search/index"
	"talks/catalog/search/words"
)

// A ranked is a talk and its score. Until the closer look the key, a sum of
// whole numbers, stands for the score: it does not depend on the order in which
// words were looked up.
type ranked struct {
	talk  uint32
	key   uint32
	score float32
	near  bool // a required word is missing
}

func byScore(a, b ranked) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.talk, b.talk))
}

func byKey(a, b ranked) int {
	return cmp.Or(cmp.Compare(b.key, a.key), cmp.Compare(a.talk, b.talk))
}

// A tally is what a talk has of the terms so far.
type tally struct {
	score   int32 // in steps
	sure    uint8 // how many terms it has, not counting what is only respelt
	allowed bool  // it satisfies the conditions
	hit     bool
}

// mostNear is how many of the first hits may lack a word: a page of them.
const mostNear = 10

// gather ranks the talks that satisfy the conditions and have any of the
// required terms, by their scores, or if none has, those that satisfy the
// conditions. It returns how many have all.
//
// The term that can tell most comes first. Once ten talks score more than all
// remaining terms together could give, a talk that has none of the terms before
// is skipped: it could only be a near miss behind the first ten.
func (s *scratch) gather(ctx context.Context, c conditions) (complete int) {
	s.ranked, s.hits = s.ranked[:0], s.hits[:0]
	for _, t := range c.talks {
		s.tallies[t].allowed = true
	}
	required := s.required()
	if len(required) == 1 && !c.some {
		return s.gatherOne(required[0])
	}
	slices.SortStableFunc(required, func(a, b int) int { return cmp.Compare(s.terms[b].most, s.terms[a].most) })
	closed := false
	for n, i := range required {
		if ctx.Err() != nil {
			break // what is gathered is cleared below, and never shown
		}
		closed = closed || n > 0 && s.tenthBest() > s.mostOf(required[n:])
		sure := s.valueTerm(i, closed)
		for k, t := range s.touched {
			s.count(&s.terms[i], t, k < sure, closed, c.some)
		}
		s.touched = s.touched[:0]
	}
	if len(s.hits) == 0 && c.wanted { // the words are wrong, the conditions are not
		s.hits = append(s.hits, c.talks...)
	}
	for _, t := range s.hits {
		near := int(s.tallies[t].sure) < len(required)
		if !near {
			complete++
		}
		s.ranked = append(s.ranked, ranked{talk: t, key: uint32(s.tallies[t].score), score: float32(s.tallies[t].score) * step, near: near})
		s.tallies[t] = tally{}
	}
	for _, t := range c.talks {
		s.tallies[t] = tally{}
	}
	return complete
}

// gatherOne is gather for a query with one required term. It sums nothing up: of
// one or two letters of a half-typed word most talks are hits.
func (s *scratch) gatherOne(i int) (complete int) {
	complete = s.valueTerm(i, false)
	for k, talk := range s.touched {
		score := s.terms[i].steps(s.value[talk])
		s.value[talk] = 0
		s.ranked = append(s.ranked, ranked{talk: talk, key: uint32(score), score: float32(score) * step, near: k >= complete})
	}
	s.touched = s.touched[:0]
	return complete
}

// count adds to a talk what a term tells of it.
func (s *scratch) count(term *term, talk uint32, sure, closed, conditional bool) {
	v := s.value[talk]
	s.value[talk] = 0
	t := &s.tallies[talk]
	switch {
	case conditional && !t.allowed, closed && !t.hit:
		return
	case !t.hit:
		t.hit = true
		s.hits = append(s.hits, talk)
	}
	t.score += term.steps(v)
	if sure {
		t.sure++
	}
}

// valueTerm gives every talk the best value of what a term may stand for. It
// returns how many of the touched talks, from the first, have the term by more
// than a respelling. If closed, no talks become hits any more, and only those
// that are hits need a value.
func (s *scratch) valueTerm(i int, closed bool) (sure int) {
	term := &s.terms[i]
	few := closed && len(s.hits)*(term.to-term.from)*8 < term.volume
	s.valueCandidates(i, false, few)
	for _, p := range s.pairs {
		if int(p.term) == i {
			s.valuePairs(p)
		}
	}
	s.eachNoted(i, func(talk uint32, share float32) { s.better(talk, max(1, int32(share*unit))) })
	if len(s.terms) == 1 {
		s.valueTitles(term)
	}
	sure = len(s.touched)
	s.valueCandidates(i, true, few)
	return sure
}

// valueCandidates gives the talks the values of a term's candidates, of the
// respelt ones or of the others; if few, only the hits are looked up.
func (s *scratch) valueCandidates(i int, respelt, few bool) {
	term := &s.terms[i]
	for k := term.from; k < term.to; k++ {
		c := &s.candidates[k]
		if c.respelt != respelt {
			continue
		}
		list := s.postings(c)
		if few {
			for _, talk := range s.hits {
				at := sort.Search(len(list), func(i int) bool { return list[i].Talk() >= talk })
				if at < len(list) && list[at].Talk() == talk {
					s.valuePostings(list[at:at+1], c.fields(term), c.odds)
				}
			}
			continue
		}
		s.valuePostings(list, c.fields(term), c.odds)
	}
}

// valuePostings gives the talks of a list the value of a word with some odds.
func (s *scratch) valuePostings(list []index.Posting, fields uint32, odds float32) {
	odds *= unit
	for _, p := range list {
		where, talk := p.Where()&(fields|byItself), p.Talk()
		if where&allFields == 0 {
			continue
		}
		v := max(1, int32(odds*s.weights.of(talk, where)))
		if best := s.value[talk]; best == 0 {
			s.touched = append(s.touched, talk)
		} else if best >= v {
			continue
		}
		s.value[talk] = v
	}
}

// mostOf returns the most that a talk can score by some terms alone.
func (s *scratch) mostOf(terms []int) float64 {
	most := 0.0
	for n, i := range terms {
		most += s.terms[i].most
		if n > 0 {
			most += nearShare * min(s.terms[i].most, s.terms[terms[n-1]].most)
		}
	}
	return most
}

// tenthBest returns the tenth best sum so far, 0 if there are fewer.
func (s *scratch) tenthBest() float64 {
	var best topTen
	for _, talk := range s.hits {
		best.add(float64(s.tallies[talk].score) * step)
	}
	return max(0, best.least())
}

// How many of the best talks are looked at word by word.
const (
	lookCloser  = 400
	lookAtWord  = 120 // if the query has one word, which can be near no other
	lookAtLeast = 20
)

// order sorts the ranked talks, looks closer at the best and sorts these again.
// It ends the closer look when no talk can come into the first ten any more.
func (s *scratch) order() {
	n := lookCloser
	if len(s.terms) == 1 {
		n = lookAtWord
	}
	n = min(len(s.ranked), n)
	selectTop(s.ranked, n)
	top := s.ranked[:n]
	s.link()
	defer s.unlink()
	var best topTen
	// Each two words add at most nearShare times the smaller score of the two.
	// The smaller ones of n-1 such pairs are at most (n-1)/n of all scores.
	most := 1 + nearShare*(1-1/float64(len(s.terms)))
	for i := range top {
		score := float64(top[i].key) * step
		if i >= lookAtLeast && score*most+2*trifle < best.least() {
			n = i
			break
		}
		score = s.judge(top[i].talk)
		top[i].score = float32(score)
		best.add(score)
	}
	slices.SortFunc(top[:n], byScore)
	s.looked = n
}

// dropNear drops the talks behind the tenth place that lack a word, if some do.
func (s *scratch) dropNear(complete int) {
	if complete == len(s.ranked) {
		return
	}
	kept, looked := s.ranked[:0], 0
	for i, r := range s.ranked {
		if i < mostNear || !r.near {
			kept = append(kept, r)
			if i < s.looked {
				looked++
			}
		}
	}
	s.ranked, s.looked = kept, looked
}

// A topTen holds the ten best scores, the best first.
type topTen struct {
	scores [10]float64
	n      int
}

// least returns the tenth best score; everything is better if there are fewer.
func (t *topTen) least() float64 {
	if t.n < len(t.scores) {
		return math.Inf(-1)
	}
	return t.scores[t.n-1]
}

func (t *topTen) add(score float64) {
	if score <= t.least() {
		return
	}
	t.n = min(t.n+1, len(t.scores))
	at := t.n - 1
	for ; at > 0 && t.scores[at-1] < score; at-- {
		t.scores[at] = t.scores[at-1]
	}
	t.scores[at] = score
}

// selectFrom is from how many talks on it is faster to count keys than to sort all
// talks by them.
const selectFrom = 600

// selectTop moves the n best by key to the front, sorted; the others follow in
// any order.
func selectTop(list []ranked, n int) {
	if len(list) < selectFrom || n >= len(list)/2 {
		slices.SortFunc(list, byKey)
		return
	}
	var count [1 << 12]int
	shift := 0
	for k := slices.MaxFunc(list, func(a, b ranked) int { return cmp.Compare(a.key, b.key) }).key; k>>shift >= 1<<12; {
		shift++
	}
	for _, r := range list {
		count[r.key>>shift]++
	}
	least := len(count) - 1
	for have := count[least]; have < n && least > 0; have += count[least] {
		least--
	}
	at := 0
	for i, r := range list {
		if r.key>>shift >= uint32(least) {
			list[i], list[at] = list[at], r
			at++
		}
	}
	slices.SortFunc(list[:at], byKey)
}

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
