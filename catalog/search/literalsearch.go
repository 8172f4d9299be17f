package search

import (
	"context"
	"strings"

	"talks/catalog/search/index"
	"talks/catalog/search/literal"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// A sought is a literal of a query.
type sought struct {
	atom  query.Atom
	talks []uint32 // that may have it, still to be read
	found set
}

// literalSets returns, for each literal of a query, the talks that have it.
func (s *scratch) literalSets(ctx context.Context, q query.Query) (map[query.Atom]set, error) {
	known := make(map[query.Atom]set)
	var list []sought
	var walk literal.Walk
	for _, g := range q.Groups {
		for _, a := range g.Atoms {
			if l, ok := literal.Of(a); !ok {
				continue
			} else if l.IsInsideWord() {
				known[a] = s.containing(words.Fold(a.Text))
			} else {
				walk.Add(l, a.Fields())
				list = append(list, sought{atom: a, talks: s.mayHave(a.Text)})
			}
		}
	}
	var texts literal.Texts
	for t, talk := range s.ix.Talks {
		if len(list) == 0 || t%256 == 0 && ctx.Err() != nil {
			break
		}
		open := uint32(0)
		for i := range list {
			if x := &list[i]; len(x.talks) > 0 && x.talks[0] == uint32(t) {
				x.talks = x.talks[1:]
				open |= 1 << i
			}
		}
		if open == 0 {
			continue
		}
		texts.Next(talk)
		for i, where := range walk.Read(&texts, open) {
			if where != 0 {
				list[i].found.add(uint32(t), exactValue(where))
			}
		}
	}
	for _, x := range list {
		known[x.atom] = x.found
	}
	return known, ctx.Err()
}

// mayHave returns the talks that have, for each word of a text, some word that
// contains it; all talks if the text has no word to go by.
func (s *scratch) mayHave(text string) []uint32 {
	var found set
	some := false
	split := words.Splitter{Query: true}
	split.Split(text, func(t words.Token) {
		piece := strings.TrimRight(string(t.Word), "+#")
		if len(piece) < 2 || len(piece) >= words.MaxLen {
			return
		}
		if got := s.containing(piece); some {
			found = found.and(got)
		} else {
			found, some = got, true
		}
	})
	if !some {
		found = set{}.not(len(s.ix.Talks), 1)
	}
	return found.talks
}

// containing returns the talks with a word that contains a piece. Words that
// are only parts of others do not count: they are not written so.
func (s *scratch) containing(piece string) set {
	for id := range s.ix.Containing(piece) {
		for _, p := range s.ix.Postings(id) {
			if p.Where()&index.ByItself != 0 && p.Where()&index.ShownFields != 0 {
				s.better(p.Talk(), exactValue(p.Where()&index.ShownFields))
			}
		}
	}
	return s.takeSet()
}
