package search

import (
	"strings"
	"unicode"

	"talks/catalog/search/index"
	"talks/catalog/search/literal"
	"talks/catalog/search/query"
)

// A phrase is words that stand in a row.
type phrase struct {
	words    []string         // folded
	from, to []uint32         // by word: the range of ids that it stands for
	open     bool             // the last word may be half typed
	literal  *literal.Literal // for the case, if the phrase asks for it
}

func newPhrase(a query.Atom) *phrase {
	p := &phrase{open: a.Open}
	for _, t := range atomTerms(a) {
		p.words = append(p.words, t.Word)
	}
	if strings.ContainsFunc(a.Text, unicode.IsUpper) {
		p.literal = literal.New(query.Exact, a.Text)
	}
	return p
}

// phraseSet returns the talks that have the words of a phrase in a row in one
// field.
func (s *scratch) phraseSet(a query.Atom) set {
	p := newPhrase(a)
	var all set
	for i, w := range p.words {
		from, to := s.ix.Only(w)
		if i == len(p.words)-1 && p.open {
			from, to = s.ix.StartingWith(w)
		}
		p.from, p.to = append(p.from, from), append(p.to, to)
		if got := s.withWord(from, to); i == 0 {
			all = got
		} else {
			all = all.and(got)
		}
	}
	var out set
	var texts literal.Texts
	for _, t := range all.talks {
		where := p.fields(s.ix.Row(t)) & a.Fields()
		if where != 0 && p.literal != nil {
			texts.Next(s.ix.Talks[t])
			where = p.literal.Fields(&texts, where)
		}
		if where != 0 {
			out.add(t, exactValue(where))
		}
	}
	return out
}

// withWord returns the talks that have one of a range of words.
func (s *scratch) withWord(from, to uint32) set {
	for id := from; id < to; id++ {
		for _, p := range s.ix.Postings(id) {
			s.better(p.Talk(), 1)
		}
	}
	return s.takeSet()
}

// fields returns the fields in which the words stand in a row, a bit for each.
func (p *phrase) fields(row []index.Entry) uint32 {
	var found, field uint32
	for i, e := range row {
		if f, ok := e.Field(); ok {
			field = 1 << f
		} else if !e.IsPart() && p.begins(row[i:]) {
			found |= field
		}
	}
	return found
}

// begins reports whether a row begins with the phrase; parts are passed over.
func (p *phrase) begins(row []index.Entry) bool {
	next := 0
	for _, e := range row {
		if _, ok := e.Field(); ok {
			return false
		}
		if e.IsPart() {
			continue
		}
		if e.Word() < p.from[next] || e.Word() >= p.to[next] {
			return false
		}
		if next++; next == len(p.words) {
			return true
		}
	}
	return false
}
