package search

import (
	"context"
	"slices"

	"talks/catalog/search/query"
)

// A filter is the talks that satisfy every condition that no slip may loosen:
// signs, quotes, field words, alternatives. Off, it lets every talk pass.
type filter struct {
	on     bool
	blamed []string // the conditions that no talk satisfies with those before
	set
}

// A set is talks in catalog order, each with a value above zero.
type set struct {
	talks  []uint32
	values []int32
}

func (x *set) add(talk uint32, v int32) {
	x.talks = append(x.talks, talk)
	x.values = append(x.values, v)
}

// factValue is what a condition is worth that has no place in a text: the same
// for all talks.
const factValue = unit / 2

// ranked are the talks of a query that has nothing but conditions.
func (f filter) ranked() []ranked {
	list := make([]ranked, len(f.talks))
	for i, t := range f.talks {
		list[i] = ranked{talk: t, key: uint32(f.values[i]), score: float32(f.values[i]) / unit}
	}
	sortByKey(list)
	return list
}

// filter answers the conditions of a query. The value of a talk is the mean of
// what the conditions are worth in it.
func (ix *Index) filter(ctx context.Context, s *scratch, q query.Query) (filter, error) {
	f := filter{}
	conditions := int32(0)
	known := make(map[query.Atom]set)
	for _, g := range q.Groups {
		if g.IsFree() {
			continue
		}
		got, asked, err := ix.group(ctx, s, g, known)
		if err != nil {
			return f, err
		}
		if !asked {
			continue
		}
		before := len(f.talks)
		if conditions++; !f.on {
			f.on, f.set = true, got
		} else {
			f.set = both(f.set, got)
		}
		if len(f.talks) == 0 && (before > 0 || conditions == 1) {
			f.blamed = []string{query.Query{Groups: []query.Group{g}}.String()}
		}
	}
	for i := range f.values {
		f.values[i] /= conditions
	}
	return f, nil
}

// group gives the talks that satisfy one of the atoms. It asks for nothing
// while all of these are half typed and hold nowhere.
func (ix *Index) group(ctx context.Context, s *scratch, g query.Group, known map[query.Atom]set) (all set, asked bool, err error) {
	for _, a := range g.Atoms {
		got, again := known[a]
		if !again {
			if got, err = ix.atom(ctx, s, a); err != nil {
				return set{}, false, err
			}
			known[a] = got
		}
		if len(got.talks) == 0 && a.IsHalfTyped() {
			continue
		}
		if a.Not {
			got = ix.without(got)
		}
		if asked {
			got = either(all, got)
		}
		all, asked = got, true
	}
	return all, asked, nil
}

func (ix *Index) atom(ctx context.Context, s *scratch, a query.Atom) (set, error) {
	switch {
	case query.IsFact(a.Key):
		return ix.factSet(a), ctx.Err()
	case a.Kind == query.Word:
		return ix.wordSet(s, a), ctx.Err()
	case a.Kind == query.Phrase:
		got, err := ix.phraseSet(ctx, s, a)
		if a.WantsWhole() {
			got = ix.wholes(got, a)
		}
		return got, err
	}
	return ix.letterSet(ctx, s, a)
}

func (ix *Index) factSet(a query.Atom) set {
	var out set
	test := newFactTest(a, ix.talks)
	for i, t := range ix.talks {
		if test.holds(t) {
			out.add(uint32(i), factValue)
		}
	}
	return out
}

// wordSet gives the talks that have all words of the atom, each by the nearest
// tier that any talk satisfies in the atom's fields.
func (ix *Index) wordSet(s *scratch, a query.Atom) set {
	fields := a.Fields()
	var out set
	for i, t := range atomTerms(a, fields) {
		s.matches, s.pairs = s.matches[:0], s.pairs[:0]
		s.slots = append(s.slots[:0], slot{term: t})
		ix.nearMatches(s, 0)
		if s.slots[0].exists && a.Key != "" {
			s.matches = slices.DeleteFunc(s.matches, func(m match) bool { return m.quality < qualityInflected*(1-commonness) })
		}
		if len(s.matches) == 0 && !a.Not {
			ix.farMatches(s, 0)
		}
		s.slots[0].to = len(s.matches)
		s.slots[0].gated = true
		got := ix.take(s)
		if i == 0 {
			out = got
		} else {
			out = both(out, got)
		}
	}
	return out
}

func atomTerms(a query.Atom, fields uint32) []term {
	pieces := a.Pieces()
	pieces = pieces[:min(len(pieces), query.MaxWords)]
	terms := make([]term, len(pieces))
	for i, p := range pieces {
		terms[i] = newTerm(p.Folded, i == len(pieces)-1, fields)
	}
	return terms
}

// take gives the values of the only slot as a set.
func (ix *Index) take(s *scratch) set {
	sl := &s.slots[0]
	for _, m := range s.matches[sl.from:sl.to] {
		for _, p := range ix.postingsOf(m) {
			if p.where()&sl.fields != 0 {
				s.better(p.talk(), value(float64(m.quality), p.where()&(sl.fields|wholeBit)))
			}
		}
	}
	return s.takeSet()
}

// takeSet gives the talks with a value, and clears them.
func (s *scratch) takeSet() set {
	slices.Sort(s.touched)
	var out set
	for _, t := range s.touched {
		out.add(t, s.value[t])
		s.value[t] = 0
	}
	s.touched = s.touched[:0]
	return out
}

// both gives the talks of both sets, with the sum of the values.
func both(x, y set) set {
	var out set
	for i, j := 0, 0; i < len(x.talks) && j < len(y.talks); {
		switch a, b := x.talks[i], y.talks[j]; {
		case a < b:
			i++
		case b < a:
			j++
		default:
			out.add(a, x.values[i]+y.values[j])
			i++
			j++
		}
	}
	return out
}

// either gives the talks of one set or the other, with the greater value.
func either(x, y set) set {
	var out set
	for i, j := 0, 0; i < len(x.talks) || j < len(y.talks); {
		switch {
		case j == len(y.talks) || i < len(x.talks) && x.talks[i] < y.talks[j]:
			out.add(x.talks[i], x.values[i])
			i++
		case i == len(x.talks) || y.talks[j] < x.talks[i]:
			out.add(y.talks[j], y.values[j])
			j++
		default:
			out.add(x.talks[i], max(x.values[i], y.values[j]))
			i++
			j++
		}
	}
	return out
}

// without gives the talks that are not in the set.
func (ix *Index) without(x set) set {
	var out set
	at := 0
	for t := range uint32(len(ix.talks)) {
		if at < len(x.talks) && x.talks[at] == t {
			at++
			continue
		}
		out.add(t, factValue)
	}
	return out
}
