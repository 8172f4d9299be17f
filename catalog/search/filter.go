package search

import (
	"context"
	"slices"

	"talks/catalog"
	"talks/catalog/search/facts"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// A Filter is a query whose choices of values of facets can be changed. What else
// the query asks for stays as typed.
type Filter struct {
	typed   string
	choices []choice // later ones of the query first, then those that it lacks
}

// A choice is a condition that asks for one of some values of a facet.
type choice struct {
	key     string
	group   int // of the query, as typed; -1: none
	values  []string
	changed bool
}

// Filter returns a query with the choices that it makes: of the conditions on one
// facet the last that asks for values of it and for nothing else.
func (e *Engine) Filter(ctx context.Context, typed string) Filter {
	f := Filter{typed: typed}
	groups := query.Parse(typed).Groups
	for i, g := range slices.Backward(groups) {
		key := g.Atoms[0].Key
		if f.choice(key) >= 0 {
			continue
		}
		if values := e.chosen(ctx, g); len(values) > 0 {
			f.choices = append(f.choices, choice{key: key, group: i, values: values})
		}
	}
	return f
}

// chosen returns the values of a facet that a group chooses, nil if it asks for
// anything else.
func (e *Engine) chosen(ctx context.Context, g query.Group) []string {
	var chosen []string
	for _, a := range g.Atoms {
		if a.Key == "" || a.Key != g.Atoms[0].Key || a.Not || a.Open || a.IsHalfTyped() {
			return nil
		}
		values := e.meant(ctx, a)
		if len(values) == 0 {
			return nil
		}
		for _, v := range values {
			if !slices.Contains(chosen, v) {
				chosen = append(chosen, v)
			}
		}
	}
	return chosen
}

// meant returns the values of a facet that an atom asks for. Where a talk has one
// value at most, these are all that its hits have; else it is the one that the atom
// spells out.
func (e *Engine) meant(ctx context.Context, a query.Atom) []string {
	if !slices.Contains(facts.FacetKeys(), a.Key) {
		return nil
	}
	r, err := e.Search(ctx, query.Query{Groups: []query.Group{{Atoms: []query.Atom{a}}}})
	if err != nil {
		return nil
	}
	var values []string
	single := a.Key == "day" || a.Key == "track" || a.Key == "room" || a.Key == "lang"
	facet, _ := r.facet(ctx, a.Key)
	for _, v := range facet.Values {
		if single || spells(a, v.Text) {
			values = append(values, v.Text)
		}
	}
	return values
}

// spells reports whether an atom is what asks for a value.
func spells(a query.Atom, value string) bool {
	q := query.Parse(query.Clause(a.Key, value))
	return len(q.Groups) == 1 && words.Fold(q.Groups[0].Atoms[0].Text) == words.Fold(a.Text)
}

// choice is the index of the choice of a facet, -1 where there is none.
func (f Filter) choice(key string) int {
	return slices.IndexFunc(f.choices, func(c choice) bool { return c.key == key })
}

// Has reports whether a value of a facet is chosen.
func (f Filter) Has(key, value string) bool {
	i := f.choice(key)
	return i >= 0 && slices.Contains(f.choices[i].values, value)
}

// Changed reports whether the choices are not those of the query as typed.
func (f Filter) Changed() bool {
	return slices.ContainsFunc(f.choices, func(c choice) bool { return c.changed })
}

// Toggle returns the filter with one value more, or without it if it is chosen.
func (f Filter) Toggle(key, value string) Filter {
	f.choices = slices.Clone(f.choices)
	i := f.choice(key)
	if i < 0 {
		i = len(f.choices)
		f.choices = append(f.choices, choice{key: key, group: -1})
	}
	c := &f.choices[i]
	c.changed = true
	if at := slices.Index(c.values, value); at >= 0 {
		c.values = slices.Delete(slices.Clone(c.values), at, at+1)
	} else {
		c.values = append(slices.Clone(c.values), value)
	}
	return f
}

// String returns the query with what is chosen.
func (f Filter) String() string { return f.without("") }

// without returns the query with what is chosen but for one facet.
func (f Filter) without(key string) string {
	typed := f.typed
	for _, c := range f.choices {
		values := c.values
		if c.key == key {
			values = nil
		} else if !c.changed {
			continue
		}
		switch clause := query.AnyOf(c.key, values...); {
		case c.group >= 0:
			typed = query.Instead(typed, c.group, clause)
		case clause != "":
			typed = query.And(typed, clause)
		}
	}
	return typed
}

// Count returns the number of hits of a filter and the facets to choose from: those
// of its hits, each as if nothing of it were chosen, so that another value can be
// added. A facet of which all have the same is left out. What is chosen, and what was
// offered before, is among them, even if nothing has it any more.
func (e *Engine) Count(ctx context.Context, f Filter, before []facts.Facet) (facets []facts.Facet, hits int, err error) {
	all, err := e.Search(ctx, query.Parse(f.String()))
	if err != nil {
		return nil, 0, err
	}
	for _, key := range facts.FacetKeys() {
		results, chosen := all, []string(nil)
		if i := f.choice(key); i >= 0 {
			if chosen = f.choices[i].values; len(chosen) > 0 {
				if results, err = e.Search(ctx, query.Parse(f.without(key))); err != nil {
					return nil, 0, err
				}
			}
		}
		facet, ok := results.facet(ctx, key)
		if !ok {
			return nil, 0, ctx.Err()
		}
		facet.Keep(before, chosen)
		offered := len(chosen) > 0 || slices.ContainsFunc(before, func(b facts.Facet) bool { return b.Key == key })
		if offered || facet.Parts(results.Len()) {
			facets = append(facets, facet)
		}
	}
	return facets, all.Len(), nil
}

// facet counts the values of a facet that the hits have; ok is false if ctx is
// cancelled.
func (r *Results) facet(ctx context.Context, key string) (f facts.Facet, ok bool) {
	return r.engine.facts.Facet(ctx, key, func(yield func(*catalog.Talk) bool) {
		for i := range r.Len() {
			if !yield(r.Talk(i)) {
				return
			}
		}
	})
}
