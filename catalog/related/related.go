// Package related finds the talks that are near to a talk, and says why.
//
// What two talks share is measured twice. The words (terms.go): a talk is a vector
// with an entry for each stem, (1 + ln of how often the talk has it) times ln(talks
// / talks that have it), and half more for a word of the title; the cosine of two
// vectors tells how much of what is rare both have. The subject (latent.go): up to
// fifty directions in which the words of this catalog go together tell that two talks
// are about one thing though one says container and the other Docker. A score is
// the cosine of the words and half of that of the subjects.
//
// # Measured
//
// On 2026-11-25, of the nearest five of each talk the share that is in its devroom:
// FOSDEM 2018 .432, 2025 .501; 2021 .439 and 2026 .439, which had no part in any
// choice. The words alone, without parts and titles, give .361 on 2018 and .418 on
// 2025. A person took 79 of 87 that are shown of 40 talks (30 of FOSDEM 2018); six
// of the 40 have none.
package related

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"talks/catalog"
	"talks/catalog/search/words"
)

// An Index knows what the talks of a catalog share. It is safe for many readers.
type Index struct {
	talks    []*catalog.Talk
	at       map[*catalog.Talk]int
	terms    map[string]int32 // the stems, each with its number
	byTalk   matrix           // a row for each talk, of length 1
	byTerm   matrix           // a row for each term
	subjects []float32        // of each talk, see subject
}

// A Talk is related to another.
type Talk struct {
	*catalog.Talk
	Words []string // that both have, as this talk writes them; what tells most is first
	Score float64  // how near the two are: 1.5 at most
}

const (
	// minScore is the least score of a talk that is shown. Between .40 and .45 a
	// person took hardly more than every second.
	minScore = .45
	// sameTalk is a cosine of words from which on two talks are one that is given
	// twice.
	sameTalk = .9
	// latentWeight is what the subject counts beside the words.
	latentWeight = .5
	// cancelPace is how many talks are read between two looks at the context.
	cancelPace = 256
)

// Build makes an index of talks, which must not change afterwards, on all cores. The
// only error is that of a cancelled ctx.
func Build(ctx context.Context, talks []*catalog.Talk) (*Index, error) {
	x := &Index{talks: talks, at: make(map[*catalog.Talk]int, len(talks)), terms: make(map[string]int32)}
	r := newTermReader()
	tallies := make(map[int32]tally)
	for i, t := range talks {
		if i%cancelPace == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		x.at[t] = i
		clear(tallies)
		r.read(t, func(stem, _ string, title bool) {
			term, known := x.terms[stem]
			if !known {
				term = int32(len(x.terms))
				x.terms[strings.Clone(stem)] = term
			}
			tallies[term] = tally{tallies[term].count + 1, title || tallies[term].title}
		})
		x.byTalk.addRow(tallies)
	}
	x.byTalk.weigh(len(x.terms))
	x.byTerm = x.byTalk.transposed(len(x.terms))
	return x, x.findSubjects(ctx)
}

// To returns up to n talks that are related to a talk of the index, the nearest
// first. The talk itself is not among them, nor is what has its title or nearly
// all its words: the same talk in another file, or a repeat of it.
func (x *Index) To(t *catalog.Talk, n int) []Talk {
	i, known := x.at[t]
	if !known {
		return nil
	}
	shared := x.shared(i)
	scores := make([]float32, len(shared))
	var near []int
	for o, cosine := range shared {
		scores[o] = cosine + latentWeight*dot(x.subject(i), x.subject(o))
		if scores[o] >= minScore && 0 < cosine && cosine < sameTalk && o != i {
			near = append(near, o)
		}
	}
	slices.SortStableFunc(near, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	titles := map[string]bool{foldTitle(t): true}
	var related []Talk
	for _, o := range near {
		other := x.talks[o]
		if title := foldTitle(other); len(related) < n && !titles[title] {
			titles[title] = true
			related = append(related, Talk{Talk: other, Words: x.reason(i, o), Score: float64(scores[o])})
		}
	}
	return related
}

func foldTitle(t *catalog.Talk) string { return strings.Join(strings.Fields(words.Fold(t.Title)), " ") }

// shared returns for each talk the cosine of its words and those of talk i.
func (x *Index) shared(i int) []float32 {
	sums := make([]float32, len(x.talks))
	terms, weights := x.byTalk.row(i)
	for k, term := range terms {
		talks, theirs := x.byTerm.row(int(term))
		for l, o := range talks {
			sums[o] += weights[k] * theirs[l]
		}
	}
	return sums
}

// maxWords is how many words a reason has.
const maxWords = 4

// reason returns the words that tell most of why talk o is related to talk i.
func (x *Index) reason(i, o int) []string {
	mine, weights := x.byTalk.row(i)
	theirs, theirWeights := x.byTalk.row(o)
	shares := make(map[int32]float32, len(mine)) // of the cosine
	for k, term := range mine {
		if l, both := slices.BinarySearch(theirs, term); both {
			shares[term] = weights[k] * theirWeights[l]
		}
	}
	type word struct {
		written string
		share   float32
	}
	var list []word
	newTermReader().read(x.talks[o], func(stem, written string, _ bool) {
		if term, known := x.terms[stem]; known && shares[term] > 0 {
			list = append(list, word{written, shares[term]})
			delete(shares, term)
		}
	})
	slices.SortStableFunc(list, func(a, b word) int { return cmp.Compare(b.share, a.share) })
	var reason, folded []string
	for _, w := range list {
		f := words.Fold(w.written)
		told := slices.ContainsFunc(folded, func(s string) bool { return strings.Contains(s, f) || strings.Contains(f, s) })
		if len(reason) < maxWords && !told {
			reason, folded = append(reason, w.written), append(folded, f)
		}
	}
	return reason
}
