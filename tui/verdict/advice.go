package verdict

import (
	"fmt"
	"strings"

	"talks/catalog/search"
)

// How advice is written.
const (
	adviceStart = "did you mean "
	adviceComma = ", "
)

// AdviceLine is what to ask instead of a dead query; tab takes the first of it.
func (s Setting) AdviceLine() string {
	switch {
	case len(s.Advice) == 0 && s.Listed:
		return ""
	case len(s.Advice) == 0:
		return s.Empty + " empties the query"
	}
	suggestions := make([]string, len(s.Advice))
	for i, a := range s.Advice {
		suggestions[i] = suggestion(a)
	}
	return s.adviceKeys() + adviceStart + strings.Join(suggestions, adviceComma) + "?"
}

// adviceKeys are the keys that take the first suggestion: tab, but not in the
// detail, and enter where there is no talk to open.
func (s *Setting) adviceKeys() string {
	switch {
	case !s.Listed && s.Read:
		return "enter: "
	case !s.Listed:
		return "enter, tab: "
	case s.Read:
		return ""
	}
	return "tab: "
}

// suggestion is a query, and how much it finds.
func suggestion(a search.Suggestion) string { return fmt.Sprintf("%s (%d)", a.Query, a.Count) }

// SuggestionAt is the index of the suggestion at a cell of the line, -1 where there
// is none.
func (s Setting) SuggestionAt(x int) int {
	from := len(s.adviceKeys() + adviceStart)
	for i, a := range s.Advice {
		to := from + s.cells(suggestion(a))
		if x >= from && x < to {
			return i
		}
		from = to + len(adviceComma)
	}
	return -1
}
