package query

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"talks/catalog/search/words"
)

// How much of a query is read: nobody types more, and a pasted text must not
// hold up the screen.
const (
	maxBytes = 512
	maxAtoms = 16

	// MaxOperators is how many atoms may have operators or quotes: these may
	// have to read the texts of all talks.
	MaxOperators = 6
)

// Parse takes a query apart. Every text is a query: there is no error. What
// exceeds the limits is left out, and Counts says how much is left.
func Parse(text string) Query {
	q := parse(text)
	if q.hasManyWords() {
		q.Counts = countWords(MaxWords)
		if strings.ContainsFunc(text, func(r rune) bool { return words.ClassOf(r) == words.Han }) {
			q.Counts += " or pairs of signs"
		}
	}
	return q
}

func parse(text string) Query {
	var q Query
	if len(text) > maxBytes {
		n := maxBytes
		for n > 0 && !utf8.RuneStart(text[n]) {
			n--
		}
		text = text[:n]
		q.Counts = fmt.Sprintf("%d letters", utf8.RuneCountInString(text))
	}
	text = strings.ToValidUTF8(text, "\ufffd")
	atoms, operators, bar := 0, 0, false
	for {
		token, rest := cutToken(text)
		if token == "" {
			return q
		}
		text = rest
		if isBar(token) {
			bar = len(q.Groups) > 0
			continue
		}
		a, ok := parseAtom(token)
		if !ok {
			if a.Key != "" && strings.TrimSpace(a.Text) != "" {
				q.Unknown = append(q.Unknown, a)
			}
			continue
		}
		if a.Kind != Word && !a.WantsWhole() {
			operators++
		}
		if atoms++; atoms > maxAtoms || operators > MaxOperators {
			q.Counts, q.ManyOperators = countWords(atoms-1), operators > MaxOperators
			return q
		}
		if n := len(q.Groups) - 1; bar {
			q.Groups[n].Atoms = append(q.Groups[n].Atoms, a)
		} else {
			q.Groups = append(q.Groups, Group{Atoms: []Atom{a}})
		}
		bar = false
	}
}

// isBar reports whether a token joins the atoms beside it to a group; it may have
// half of an escaped blank.
func isBar(token string) bool { return strings.TrimRight(token, `\`) == "|" }

func countWords(n int) string { return fmt.Sprintf("%d words", n) }

// hasManyWords reports whether the query has more words than count: more free
// ones, or more in one condition that is matched word by word.
func (q Query) hasManyWords() bool {
	free := 0
	for _, g := range q.Groups {
		for _, a := range g.Atoms {
			if a.Kind != Word && a.Kind != Phrase || IsFact(a.Key) {
				continue // compared as a whole
			}
			n := len(a.Pieces())
			if n > MaxWords {
				return true
			}
			if g.IsFree() {
				free += n
			}
		}
	}
	return free > MaxWords
}

// cutToken takes the first token off a query. Blanks separate tokens, except
// inside a quote that opens a token or follows a field word, and after a
// backslash.
func cutToken(text string) (token, rest string) {
	text = strings.TrimLeftFunc(text, unicode.IsSpace)
	body := strings.TrimPrefix(text, "!")
	if _, value, ok := cutKey(body); ok {
		body = value
	}
	if strings.HasPrefix(body, `"`) {
		at := len(text) - len(body) + 1
		if n := strings.IndexByte(text[at:], '"'); n >= 0 {
			return text[:at+n+1], text[at+n+1:]
		}
		return text, ""
	}
	n := len(text) - len(afterToken(text))
	return text[:n], text[n:]
}

// afterToken returns what follows the first word of a text, from a blank that
// has no backslash before it.
func afterToken(text string) string {
	escaped := false
	for at, r := range text {
		if unicode.IsSpace(r) && (!escaped || r != ' ') {
			return text[at:]
		}
		escaped = r == '\\'
	}
	return ""
}

// parseAtom reads one token; ok is false while there is nothing to look for.
func parseAtom(token string) (a Atom, ok bool) {
	if strings.HasPrefix(token, "!") {
		a.Not = true
		token = token[1:]
	}
	if key, value, isKey := cutKey(token); isKey {
		a.Key = key
		token = value
	}
	if !strings.HasSuffix(token, `"`) {
		token = strings.TrimRight(token, `\`) // half of an escaped blank
	}
	if strings.HasPrefix(token, `"`) {
		a.Kind = Phrase
		a.Text = strings.TrimPrefix(token, `"`)
		a.Open = !strings.HasSuffix(a.Text, `"`)
		a.Text = strings.Join(strings.Fields(strings.TrimSuffix(a.Text, `"`)), " ")
		if a.Open {
			a.Text = strings.TrimRight(a.Text, `\ `) // half of an escaped blank
		}
		return a, a.isComparable() && a.isKnown()
	}
	token = strings.ReplaceAll(token, `\ `, " ")
	if a.Key == "" {
		a.readOperators(token)
		return a, a.isComparable()
	}
	a.Text = token
	return a, a.isComparable() && a.isKnown()
}

// isComparable reports whether there is anything to compare: not in blanks,
// nor in accents without a letter.
func (a *Atom) isComparable() bool { return strings.TrimSpace(words.Fold(a.Text)) != "" }

// isKnown reports whether the value can be asked for. A half-typed is: or has:
// asks for nothing yet.
func (a *Atom) isKnown() bool {
	switch a.Key {
	case "is", "has":
		return a.Feature() != ""
	case "time", "after", "before":
		_, ok := a.TimeOfDay()
		return ok
	}
	return true
}

// readOperators reads fzf's operators around a text, in fzf's order. After an
// exclamation mark a text without another operator is meant to the letter, and
// an apostrophe makes it a word.
func (a *Atom) readOperators(token string) {
	plain, quoted := Word, Exact
	if a.Not {
		plain, quoted = Exact, Word
	}
	a.Kind = plain
	if rest, ok := strings.CutSuffix(token, "$"); ok && token != "$" {
		a.Kind, token = End, rest
	}
	switch {
	case len(token) > 2 && token[0] == '\'' && token[len(token)-1] == '\'':
		a.Kind, token = Bounded, token[1:len(token)-1]
	case strings.HasPrefix(token, "'"):
		a.Kind, token = quoted, token[1:]
	case strings.HasPrefix(token, "^"):
		if a.Kind == End {
			a.Kind = Whole
		} else {
			a.Kind = Start
		}
		token = token[1:]
	}
	a.Text = token
}
