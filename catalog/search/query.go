package search

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"talks/catalog/search/words"
)

// The most of a query that is read: nobody types more, and a paste must not
// hold up the screen.
const (
	maxQuery    = 512 // bytes
	maxAtoms    = 16
	maxLiterals = 6 // atoms that may have to read the texts themselves
)

// A Query is what the reader typed, taken apart. The zero Query asks for
// everything, in catalog order.
type Query struct {
	groups  []group // a talk must satisfy all
	unknown []atom  // is: and has: of what no talk can be or have; they count for nothing
	counts  string  // of a query that is too long, how much of it counts: "16 words"
	signed  bool    // it is so for its signs and quotes
}

// A group is one or more atoms of which a talk must satisfy one.
type group struct{ atoms []atom }

// An atom is one condition, without the signs that made it one.
type atom struct {
	kind kind
	not  bool
	key  string // the field word before the colon; empty: every field
	text string // never empty
	open bool   // a phrase whose closing quote is not typed yet
}

// A kind says how an atom's text is looked for.
type kind uint8

const (
	kindWord    kind = iota // by the tiers
	kindExact               // 'text: anywhere, to the letter
	kindBounded             // 'text': the same, between word bounds
	kindStart               // ^text: at the start of a field
	kindEnd                 // text$: at its end
	kindWhole               // ^text$: the whole field
	kindPhrase              // "text": the words in a row
)

// Parse takes a query apart. Every text is a query: there is no error. What is
// beyond the limits is left out, and Cut says so.
func Parse(text string) Query {
	q := parse(text)
	if q.wordy() {
		q.counts = countWords(maxSlots)
		if strings.ContainsFunc(text, func(r rune) bool { return words.ClassOf(r) == words.Han }) {
			q.counts += " or pairs of signs"
		}
	}
	return q
}

func parse(text string) Query {
	var q Query
	if len(text) > maxQuery {
		n := maxQuery
		for n > 0 && !utf8.RuneStart(text[n]) {
			n--
		}
		text = text[:n]
		q.counts = fmt.Sprintf("%d letters", utf8.RuneCountInString(text))
	}
	text = strings.ToValidUTF8(text, "\ufffd")
	atoms, literals, bar := 0, 0, false
	for {
		token, rest := cutToken(text)
		if token == "" {
			return q
		}
		text = rest
		if token == "|" {
			bar = len(q.groups) > 0
			continue
		}
		a, ok := parseAtom(token)
		if !ok {
			if a.key != "" && strings.TrimSpace(a.text) != "" {
				q.unknown = append(q.unknown, a)
			}
			continue
		}
		if a.kind != kindWord {
			literals++
		}
		if atoms++; atoms > maxAtoms || literals > maxLiterals {
			q.counts, q.signed = countWords(atoms-1), literals > maxLiterals
			return q
		}
		if n := len(q.groups) - 1; bar {
			q.groups[n].atoms = append(q.groups[n].atoms, a)
		} else {
			q.groups = append(q.groups, group{atoms: []atom{a}})
		}
		bar = false
	}
}

// cutToken takes the first token off a query. Blanks part tokens, but not
// inside a quote that opens a token or follows a field word, nor behind a
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
	escaped := false
	for at, r := range text {
		if unicode.IsSpace(r) && !(escaped && r == ' ') {
			return text[:at], text[at:]
		}
		escaped = r == '\\'
	}
	return text, ""
}

// parseAtom reads one token; ok is false while there is nothing to look for.
func parseAtom(token string) (a atom, ok bool) {
	if strings.HasPrefix(token, "!") {
		a.not = true
		token = token[1:]
	}
	if key, value, isKey := cutKey(token); isKey {
		a.key = key
		token = value
	}
	if !strings.HasSuffix(token, `"`) {
		token = strings.TrimRight(token, `\`) // half of an escaped blank
	}
	if strings.HasPrefix(token, `"`) {
		a.kind = kindPhrase
		a.text = strings.TrimPrefix(token, `"`)
		a.open = !strings.HasSuffix(a.text, `"`)
		a.text = strings.Join(strings.Fields(strings.TrimSuffix(a.text, `"`)), " ")
		return a, a.says() && known(a.key, a.text)
	}
	token = strings.ReplaceAll(token, `\ `, " ")
	switch {
	case a.key != "":
	case a.not:
		a.kind = kindExact
		if strings.HasPrefix(token, "'") {
			a.kind = kindWord
		}
		a.signs(token)
		return a, a.says()
	default:
		a.signs(token)
		return a, a.says()
	}
	a.text = token
	return a, a.says() && known(a.key, a.text)
}

// says is false for blanks, and for accents without a letter: there is nothing
// to compare.
func (a *atom) says() bool { return strings.TrimSpace(words.Fold(a.text)) != "" }

// signs reads fzf's signs around a text, in fzf's order.
func (a *atom) signs(token string) {
	if rest, ok := strings.CutSuffix(token, "$"); ok && token != "$" {
		a.kind, token = kindEnd, rest
	}
	switch {
	case len(token) > 2 && token[0] == '\'' && token[len(token)-1] == '\'':
		a.kind, token = kindBounded, token[1:len(token)-1]
	case strings.HasPrefix(token, "'"):
		if a.not {
			a.kind = kindWord
		} else {
			a.kind = kindExact
		}
		token = token[1:]
	case strings.HasPrefix(token, "^"):
		if a.kind == kindEnd {
			a.kind = kindWhole
		} else {
			a.kind = kindStart
		}
		token = token[1:]
	}
	a.text = token
}

// Empty says that the query asks for nothing in particular.
func (q Query) Empty() bool { return len(q.groups) == 0 }

// Narrows says that the query chooses talks without ranking them: it asks for
// who, where, when and of what kind, or what not, and for no words of a text.
func (q Query) Narrows() bool {
	for _, g := range q.groups {
		for _, a := range g.atoms {
			if !a.not && (a.key == "" || a.key == "title" || a.key == "abstract") {
				return false
			}
		}
	}
	return true
}

// Cut says that the query was longer than what is read, and its end left out.
func (q Query) Cut() bool { return q.counts != "" }

func countWords(n int) string { return fmt.Sprintf("%d words", n) }

// String gives the query in its canonical notation, which Parse reads back.
func (q Query) String() string {
	return strings.Join(q.Terms(), " ")
}

// Terms are the parts of the query that a talk must have all of, each in the
// canonical notation: kube, "private key", go | rust.
func (q Query) Terms() []string {
	terms := make([]string, len(q.groups))
	for i, g := range q.groups {
		atoms := make([]string, len(g.atoms))
		for j, a := range g.atoms {
			atoms[j] = a.String()
		}
		terms[i] = strings.Join(atoms, " | ")
	}
	return terms
}

// String gives the atom as it would be typed.
func (a atom) String() string {
	out := ""
	if a.not {
		out = "!"
	}
	if a.key != "" {
		out += a.key + ":"
	}
	text := strings.ReplaceAll(a.text, " ", `\ `)
	switch a.kind {
	case kindWord:
		if a.not && a.key == "" {
			return out + "'" + text
		}
		return out + text
	case kindExact:
		if a.not {
			return out + text
		}
		return out + "'" + text
	case kindBounded:
		return out + "'" + text + "'"
	case kindStart:
		return out + "^" + text
	case kindEnd:
		return out + text + "$"
	case kindWhole:
		return out + "^" + text + "$"
	}
	if a.open {
		return out + `"` + a.text
	}
	return out + `"` + a.text + `"`
}
