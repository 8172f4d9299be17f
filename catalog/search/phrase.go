package search

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"talks/catalog/search/query"
)

// phraseSet gives the talks that have the words of a phrase in a row in one
// field. While the quote is open the last word may be half typed.
func (ix *Index) phraseSet(ctx context.Context, s *scratch, a query.Atom) (set, error) {
	p := newRowPhrase(a)
	if len(p.words) == 0 {
		return ix.letterSet(ctx, s, query.Atom{Kind: query.Exact, Key: a.Key, Text: a.Text})
	}
	for i, w := range p.words {
		from, to := ix.vocabulary.startingWith(w)
		if i < len(p.words)-1 || !p.open {
			to = from
			if _, known := ix.vocabulary.id(w); known {
				to++
			}
		}
		p.from, p.to = append(p.from, from), append(p.to, to)
	}
	var out set
	for t := range ix.withAll(s, p) {
		where := ix.phraseFields(s, p, t) & p.fields
		if where != 0 && p.literal != nil {
			where = p.literal.fields(ix.talks[t], where)
		}
		if where != 0 {
			out.add(t, value(qualityExact, where|wholeBit))
		}
	}
	return out, ctx.Err()
}

// A rowPhrase is words that stand in a row.
type rowPhrase struct {
	words    []string // folded
	from, to []uint32 // by word: the ids it stands for
	open     bool
	fields   uint32
	literal  *literal // for the case, where the phrase asks for it
}

func newRowPhrase(a query.Atom) *rowPhrase {
	p := &rowPhrase{open: a.Open, fields: a.Fields()}
	for _, t := range atomTerms(a, p.fields) {
		p.words = append(p.words, t.word)
	}
	if strings.ContainsFunc(a.Text, unicode.IsUpper) {
		p.literal = newLiteral(query.Exact, a.Text)
	}
	return p
}

// withAll gives the talks that have all words of a phrase, in order.
func (ix *Index) withAll(s *scratch, p *rowPhrase) func(yield func(uint32) bool) {
	var all set
	for i := range p.words {
		got := ix.withWord(s, p.from[i], p.to[i])
		if i == 0 {
			all = got
		} else {
			all = both(all, got)
		}
	}
	return slices.Values(all.talks)
}

// withWord gives the talks that have one of a range of words.
func (ix *Index) withWord(s *scratch, from, to uint32) set {
	if to-from == 1 { // in order already
		var out set
		for _, p := range ix.of(from) {
			out.add(p.talk(), 1)
		}
		return out
	}
	for id := from; id < to; id++ {
		for _, p := range ix.of(id) {
			s.better(p.talk(), 1)
		}
	}
	return s.takeSet()
}

// phraseFields gives the fields of a talk in which the words stand in a row.
func (ix *Index) phraseFields(s *scratch, p *rowPhrase, talk uint32) uint32 {
	var found uint32
	field := uint32(0)
	row := ix.row(s, talk)
	for i, w := range row {
		switch {
		case w&^0xff == fieldMark:
			field = w & 0xff
		case w >= p.from[0] && w < p.to[0] && p.continues(row[i:]):
			found |= 1 << field
		}
	}
	return found
}

// continues says that the row begins with the phrase; parts are passed over.
func (p *rowPhrase) continues(row []uint32) bool {
	next := 0
	for _, w := range row {
		switch {
		case w&^0xff == fieldMark:
			return false
		case w&partBit != 0:
		case w < p.from[next] || w >= p.to[next]:
			return false
		default:
			if next++; next == len(p.words) {
				return true
			}
		}
	}
	return false
}
