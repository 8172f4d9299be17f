package search

import (
	"strings"
	"unicode"
)

// Term returns value i of the facet as it is typed into a query: lang:en,
// track:"Go devroom". Quotes ask for the whole track, room or name, and keep
// blanks and signs together. A query knows no quote inside quotes, so a value
// with one is written with a backslash before each blank.
func (f Facet) Term(i int) string {
	value := f.Values[i].Text
	switch {
	case !(atom{key: f.Key}).meansWhole() && strings.ContainsFunc(value, isAlphanumeric) && !strings.ContainsFunc(value, unicode.IsSpace) && !strings.ContainsAny(value, `"\`):
		return f.Key + ":" + value
	case strings.Join(strings.Fields(value), " ") == value && !strings.Contains(value, `"`):
		return f.Key + `:"` + value + `"`
	}
	value = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, value)
	value = strings.TrimLeft(value, `" `) // a quote here would begin a phrase
	value = strings.TrimRight(value, `\ `)
	return f.Key + ":" + strings.ReplaceAll(value, " ", `\ `)
}

// And returns a query that asks for what query asks for and for term besides.
// It is query with the term behind it; a phrase that is still open is closed,
// and a term that is there already is not repeated.
func And(query, term string) string {
	query = strings.TrimRightFunc(query, unicode.IsSpace)
	switch {
	case query == "":
		return term
	case strings.Contains(" "+query+" ", " "+term+" "):
		return query
	case hasOpenPhrase(query):
		query += `"`
	case strings.HasSuffix(query, `\`):
		query += " " // the backslash takes one blank to itself
	}
	return query + " " + term
}

// hasOpenPhrase says that a query ends inside a quoted phrase. A phrase begins
// with a quote at the start of a token, after an ! and a field word.
func hasOpenPhrase(query string) bool {
	for {
		query = strings.TrimLeftFunc(query, unicode.IsSpace)
		if query == "" {
			return false
		}
		body := strings.TrimPrefix(query, "!")
		if key, value, ok := strings.Cut(body, ":"); ok && !strings.ContainsFunc(key, isNoLetter) {
			body = value
		}
		if phrase, ok := strings.CutPrefix(body, `"`); ok {
			_, rest, closed := strings.Cut(phrase, `"`)
			if !closed {
				return true
			}
			query = rest
			continue
		}
		query = afterToken(body)
	}
}

func isNoLetter(r rune) bool { return !unicode.IsLetter(r) }

// afterToken is what follows the first blank without a backslash before it.
func afterToken(query string) string {
	escaped := false
	for at, r := range query {
		if unicode.IsSpace(r) && (!escaped || r != ' ') {
			return query[at:]
		}
		escaped = r == '\\'
	}
	return ""
}

func isAlphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
