package query

import (
	"slices"
	"strings"
	"unicode"
)

// Clause returns a value of a field word as it is typed into a query: lang:en,
// track:"Go devroom". Quotes ask for the whole track, room or name, and keep
// blanks and punctuation together. A query knows no quote inside quotes, so a
// value with one is written with a backslash before each blank.
func Clause(key, value string) string {
	switch {
	case !isWholeKey(key) && strings.ContainsFunc(value, isAlphanumeric) && !strings.ContainsFunc(value, unicode.IsSpace) && !strings.ContainsAny(value, `"\`):
		return key + ":" + value
	case strings.Join(strings.Fields(value), " ") == value && !strings.Contains(value, `"`):
		return key + `:"` + value + `"`
	}
	value = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, value)
	value = strings.TrimLeft(value, `" `) // a quote here would begin a phrase
	value = strings.TrimRight(value, `\ `)
	return key + ":" + strings.ReplaceAll(value, " ", `\ `)
}

func isAlphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// AnyOf returns a clause that asks for one of some values of a field word.
func AnyOf(key string, values ...string) string {
	clauses := make([]string, len(values))
	for i, v := range values {
		clauses[i] = Clause(key, v)
	}
	return strings.Join(clauses, " | ")
}

// Instead returns a query, as typed, with a clause in place of its i-th group, or
// without the group if the clause is empty.
func Instead(query string, i int, clause string) string {
	from, to := groupSpan(query, i)
	parts := []string{strings.TrimSpace(query[:from]), clause, strings.TrimSpace(query[to:])}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
}

// groupSpan returns where the i-th group of a query stands, in bytes.
func groupSpan(query string, i int) (from, to int) {
	group, bar := -1, false
	for rest := query; ; {
		token, after := cutToken(rest)
		if token == "" {
			return from, to
		}
		rest = after
		if isBar(token) {
			bar = group >= 0
			continue
		}
		if _, ok := parseAtom(token); !ok {
			continue
		}
		end := len(query) - len(after)
		if !bar {
			if group++; group == i {
				from = end - len(token)
			}
		}
		if group == i {
			to = end
		}
		bar = false
	}
}

// And returns a query that asks for what query asks for and also for clause: it
// appends clause, closes a phrase that is still open, and repeats no clause.
func And(query, clause string) string {
	query = strings.TrimRightFunc(query, unicode.IsSpace)
	for strings.HasSuffix(" "+query, " |") { // to which nothing was typed
		query = strings.TrimRightFunc(query[:len(query)-1], unicode.IsSpace)
	}
	switch {
	case query == "":
		return clause
	case strings.Contains(" "+query+" ", " "+clause+" "):
		return query
	case hasOpenPhrase(query):
		query += `"`
	case strings.HasSuffix(query, `\`):
		query += " " // the backslash takes one blank to itself
	}
	return query + " " + clause
}

// hasOpenPhrase reports whether a query ends inside a quoted phrase.
func hasOpenPhrase(query string) bool {
	for {
		token, rest := cutToken(query)
		if rest == "" {
			a, _ := parseAtom(token)
			return a.Open
		}
		query = rest
	}
}

// WithGroups returns the query with other groups in place of the i-th one.
func (q Query) WithGroups(i int, instead ...Group) Query {
	return Query{Groups: slices.Concat(q.Groups[:i], instead, q.Groups[i+1:])}
}

// Plain returns the words of a group without its quotes and operators, nil if
// it has none of these.
func (g Group) Plain() []Group {
	a := g.Atoms[0]
	if len(g.Atoms) > 1 || a.Not || a.Kind == Word || IsFact(a.Key) {
		return nil
	}
	var plain []Group
	for _, w := range strings.Fields(a.Text) {
		plain = append(plain, Group{Atoms: []Atom{{Key: a.Key, Text: w}}})
	}
	return plain
}

// Replaced returns the query with instead in place of a free word, which is
// given as typed.
func (q Query) Replaced(word, instead string) Query {
	return q.MapWords(func(a Atom, p Piece) string {
		if a.Key == "" && p.Typed == word {
			return instead
		}
		return p.Folded
	})
}

// Without returns the query without some free words, which are given as typed.
func (q Query) Without(list ...string) Query {
	return q.MapWords(func(a Atom, p Piece) string {
		if a.Key == "" && slices.Contains(list, p.Typed) {
			return ""
		}
		return p.Folded
	})
}

// MapWords returns the query with other words in it. It calls instead for each
// free word, in order, and for each word after a field word. Instead returns
// the new word, p.Folded to keep the text as typed, or "" to drop it.
func (q Query) MapWords(instead func(a Atom, p Piece) string) Query {
	var out Query
	for _, g := range q.Groups {
		a := g.Atoms[0]
		if len(g.Atoms) == 1 && !a.Not && a.Kind == Word && !IsFact(a.Key) {
			if a.Text = a.mapWords(instead); strings.TrimSpace(a.Text) == "" {
				continue
			}
			g = Group{Atoms: []Atom{a}}
		}
		out.Groups = append(out.Groups, g)
	}
	return out
}

func (a Atom) mapWords(instead func(a Atom, p Piece) string) string {
	var out strings.Builder
	rest, dropped := 0, false
	pieces := a.Pieces()
	for _, p := range pieces[:min(len(pieces), MaxWords)] {
		end := p.Start + len(p.Typed)
		w := instead(a, p)
		dropped = w == ""
		if w == p.Folded {
			w = a.Text[max(rest, p.Start):end] // pairs of Han overlap
		}
		if w != "" && rest < p.Start && (out.Len() > 0 || rest == 0) {
			out.WriteString(a.Text[rest:p.Start])
		}
		out.WriteString(w)
		rest = end
	}
	if !dropped {
		out.WriteString(a.Text[rest:])
	}
	return out.String()
}
