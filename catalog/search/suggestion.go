package search

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"talks/catalog"
	"talks/catalog/search/index"
	"talks/catalog/search/match"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// Missing returns the words of the query to blame for a list that is empty or
// has near misses only: those that no talk has together with the rest. It
// searches again when it is first asked.
func (r *Results) Missing() []string {
	r.blame.Do(func() {
		if !r.all && (len(r.order) == 0 || r.relaxed) {
			r.missing = r.findMissing()
		}
	})
	return r.missing
}

// findMissing returns the words that the catalog has nothing for, else those
// that the best of the near misses lacks.
func (r *Results) findMissing() []string {
	s := r.engine.scratches.Get().(*scratch)
	defer r.engine.scratches.Put(s)
	c, _ := s.satisfy(context.Background(), r.Query)
	if c.some && len(c.talks) == 0 {
		return c.blamed
	}
	s.terms = termsOf(r.Query)
	s.findCandidates()
	s.respell()
	if missing := s.unknown(); len(missing) > 0 || len(r.order) == 0 {
		return missing
	}
	return r.lacking(r.Talk(0))
}

// unknown returns the required words, as typed, that the catalog has nothing
// for.
func (s *scratch) unknown() []string {
	var list []string
	for _, i := range s.required() {
		if term := &s.terms[i]; term.from == term.to && !isSplit(s.pairs, i) && !s.isNoted(i) {
			list = append(list, term.typed)
		}
	}
	return list
}

// A Suggestion is another query that finds more, in the canonical notation,
// and how many talks have all of it.
type Suggestion struct {
	Query string
	Count int
}

const (
	maxSuggestions = 4
	maxTries       = 12 // how many searches a list of suggestions takes at most
)

// Suggestions offers what to ask instead of a query that found nothing, or
// near misses only ("did you mean"): a misspelt field word put right; a day or a
// time of day asked for as such; a word replaced by its nearest in the catalog;
// the query without a word, or if that is not enough without all words to blame,
// or one word of it; a condition without its quotes and operators; the query
// without the condition. Words that would be found with a slip are spelt as the
// catalog has them. It takes some searches and is for dead queries only: of
// others it returns nil, as it does when ctx is cancelled.
func (r *Results) Suggestions(ctx context.Context) []Suggestion {
	if r.Len() > 0 && !r.Weak {
		return nil
	}
	o := offers{ctx: ctx, of: r, asked: r.Query.Without(r.stops()...)}
	misspelt := o.tryFields()
	o.tryTimes()
	suspects := r.suspects()
	for _, w := range suspects {
		if w != misspelt {
			for _, instead := range r.engine.nearest(w) {
				o.try(o.asked.Replaced(w, instead).String())
			}
		}
	}
	for _, w := range suspects {
		o.try(o.asked.Without(w).String())
	}
	if missing := r.Missing(); len(o.made) == 0 && len(missing) > 1 { // no word can be spared alone
		o.try(o.asked.Without(missing...).String())
	}
	if len(o.made) == 0 && len(r.terms) > 2 {
		for _, s := range r.terms[:min(len(r.terms), maxSuggestions)] {
			if !s.isOptional() {
				o.try(s.typed)
			}
		}
	}
	for i, g := range r.Query.Groups {
		if !g.IsFree() {
			if plain := g.Plain(); len(plain) > 0 {
				o.try(r.Query.WithGroups(i, plain...).String())
			}
			o.try(r.Query.WithGroups(i).String())
		}
	}
	if ctx.Err() != nil {
		return nil
	}
	return o.made
}

// stops returns the words of the query that do not count, as typed.
func (r *Results) stops() []string {
	var list []string
	for _, t := range r.terms {
		if t.Stop {
			list = append(list, t.typed)
		}
	}
	return list
}

// suspects returns the words to blame, or all of them.
func (r *Results) suspects() []string {
	suspects := r.Missing()
	if len(suspects) == 0 {
		for _, s := range r.terms {
			if !s.isOptional() {
				suspects = append(suspects, s.typed)
			}
		}
	}
	return suspects[:min(len(suspects), maxSuggestions)]
}

// nearest returns the two words of the catalog nearest to one that finds
// nothing: the fewest slips first, then the word of most talks.
func (e *Engine) nearest(w string) []string {
	t := match.NewTerm(words.Fold(w), false)
	limit := 1
	if len(t.Runes) >= 6 {
		limit = 2
	}
	if len(t.Runes) < 4 {
		return nil
	}
	type near struct {
		word         string
		slips, talks int
	}
	var found []near
	for id, word := range e.index.Similar(t.Mask, 0, limit) {
		if n := match.Slips(t.Word, word, limit); n <= limit && word != t.Word && !words.Stop.Has(word) {
			found = append(found, near{word, n, len(e.index.Postings(id))})
		}
	}
	slices.SortStableFunc(found, func(a, b near) int {
		return cmp.Or(cmp.Compare(a.slips, b.slips), cmp.Compare(b.talks, a.talks))
	})
	var list []string
	for _, n := range found[:min(2, len(found))] {
		list = append(list, n.word)
	}
	return list
}

// offers are suggestions in the making.
type offers struct {
	ctx   context.Context
	of    *Results
	asked query.Query // of that, without its stop words
	made  []Suggestion
	tries int
}

// tryFields tries the query with a misspelt field word put right. It returns
// the last of these.
func (o *offers) tryFields() (misspelt string) {
	for i, g := range o.of.Query.Groups {
		typed, ok := g.Atoms[0].Stray()
		if !ok {
			continue
		}
		if near := nearestField(words.Fold(typed)); near != "" {
			clauses := o.of.Query.Clauses()
			for _, colon := range [...]string{":", "："} {
				clauses[i] = strings.Replace(clauses[i], typed+colon, near+":", 1)
			}
			o.try(strings.Join(clauses, " "))
			misspelt = typed
		}
	}
	return misspelt
}

// tryTimes tries the query with its free words that may be days and times of day
// asked for as such.
func (o *offers) tryTimes() {
	clauses := o.of.Query.Clauses()
	for i, g := range o.of.Query.Groups {
		if clause, _ := g.TimeClause(); clause != "" {
			clauses[i] = clause
		}
	}
	o.try(strings.Join(clauses, " "))
}

// try offers a query if it finds something.
func (o *offers) try(text string) {
	found := o.search(text)
	if found == nil {
		return
	}
	if respelled := found.respelled().String(); respelled != text {
		if better := o.search(respelled); better != nil {
			text, found = respelled, better
		}
	}
	is := func(s Suggestion) bool { return s.Query == text }
	if text != o.of.Query.String() && !slices.ContainsFunc(o.made, is) {
		o.made = append(o.made, Suggestion{Query: text, Count: found.Complete()})
	}
}

// search returns what a query finds; nil if it finds nothing, near misses only
// or everything, if it is a single letter, or if enough has been tried.
func (o *offers) search(text string) *Results {
	q := query.Parse(text)
	if q.Empty() || len(text) == 1 || len(o.made) >= maxSuggestions || o.tries >= maxTries || text == o.of.Query.String() {
		return nil
	}
	o.tries++
	found, err := o.of.engine.Search(o.ctx, q)
	if err != nil || found.Len() == 0 || found.Weak || found.all {
		return nil
	}
	return found
}

// respelled returns the query with the catalog's spelling of every word that
// the best hit has only with a slip, or with letters left out.
func (r *Results) respelled() query.Query {
	if r.all || r.Len() == 0 {
		return r.Query
	}
	best := wordsOf(r.Talk(0))
	term := -1
	return r.Query.MapWords(func(a query.Atom, p query.Piece) string {
		t := match.NewTerm(p.Folded, p.Last)
		if a.Key != "" {
			return spelling(t.Word, best, a.Fields(), func(w string) (quality float64, near bool) {
				if q := t.Near(w); q > 0 {
					return q, true
				}
				q, _ := t.Far(w, []rune(w))
				return q, false
			})
		}
		term++
		if term >= len(r.terms) || r.terms[term].isOptional() || isSplit(r.pairs, term) {
			return t.Word
		}
		return spelling(t.Word, best, allFields, func(w string) (quality float64, near bool) {
			q := r.quality(term, w)
			isFar := slices.ContainsFunc(r.far, func(f farWord) bool { return f.term == term && f.word == w })
			return q, q > 0 && !isFar
		})
	})
}

// A fieldWord is a word of a talk, and the field it stands in.
type fieldWord struct {
	word  string
	field catalog.Field
}

func wordsOf(t *catalog.Talk) []fieldWord {
	var list []fieldWord
	var split words.Splitter
	for f := range index.HiddenField + 1 {
		split.Split(index.Text(t, f), func(tok words.Token) {
			list = append(list, fieldWord{string(tok.Word), f})
		})
	}
	return list
}

// spelling returns the best match of a word among those of some fields, or the
// word itself if one of them is near and no other spelling of it.
func spelling(word string, list []fieldWord, fields uint32, quality func(w string) (quality float64, near bool)) string {
	best, bestQuality := word, 0.0
	for _, w := range list {
		if fields>>w.field&1 == 0 {
			continue
		}
		q, near := quality(w.word)
		if near && !isRespelt(word, w.word) {
			return word
		}
		if q > bestQuality {
			best, bestQuality = w.word, q
		}
	}
	return best
}

// isRespelt reports whether two words differ by a slip before their ends, as forms
// of one word do not: kubernets, kubernetes.
func isRespelt(a, b string) bool {
	return !strings.HasPrefix(a, b) && !strings.HasPrefix(b, a) && match.Slips(a, b, 1) == 1
}
