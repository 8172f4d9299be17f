// Package abbrev finds the abbreviations that a text explains: "large language
// model (LLM)". The letter match is that of Schwartz and Hearst, "A simple
// algorithm for identifying abbreviation definitions in biomedical text" (2003).
package abbrev

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Pair is a short form and what it stands for, as the text writes them.
type Pair struct{ Short, Long string }

// Limits of the paper: a short form has two to ten letters and at most two
// words; the long form has at most moreWords words more than the short form has
// letters, and at most wordsByRune times as many.
const (
	fewestRunes = 2
	mostRunes   = 10
	mostWords   = 2
	moreWords   = 5
	wordsByRune = 2
)

// Find returns the pairs that a text explains, in order.
func Find(text string) []Pair {
	var pairs []Pair
	for at := 0; ; {
		open := strings.IndexByte(text[at:], '(')
		if open < 0 {
			return pairs
		}
		open += at
		at = open + 1
		end := strings.IndexAny(text[at:], "()")
		if end < 0 {
			return pairs
		}
		if text[at+end] == '(' {
			continue
		}
		inside, before := text[at:at+end], clause(text[:open])
		if cut := strings.IndexAny(inside, ";,"); cut >= 0 {
			inside = inside[:cut]
		}
		if p, ok := pair(strings.TrimSpace(inside), before); ok {
			pairs = append(pairs, p)
		}
		at += end
	}
}

// mostBytes is how far before a bracket a long form is looked for.
const mostBytes = 200

// clause returns the end of a text behind its last stop, a comma apart: of "foo.
// A bar" it is "A bar".
func clause(text string) string {
	if len(text) > mostBytes {
		text = text[len(text)-mostBytes:]
		for len(text) > 0 && !utf8.RuneStart(text[0]) {
			text = text[1:]
		}
	}
	if i := strings.LastIndexAny(text, "()[]\n;:!?"); i >= 0 {
		text = text[i+1:]
	}
	if i := strings.LastIndex(text, ". "); i >= 0 {
		text = text[i+2:]
	}
	return strings.TrimSpace(text)
}

// pair reads "before (inside)" in both directions; ok is false if neither
// explains the other.
func pair(inside, before string) (p Pair, ok bool) {
	if isShort(inside) {
		if long := longForm(inside, lastWords(before, utf8.RuneCountInString(inside))); long != "" {
			return Pair{inside, long}, true
		}
	}
	words := strings.Fields(before)
	if len(words) == 0 || len(strings.Fields(inside)) < 2 {
		return Pair{}, false
	}
	short := strings.Trim(words[len(words)-1], `,."'“”‘’`)
	if !isShort(short) {
		return Pair{}, false
	}
	if long := longForm(short, inside); long == inside { // all of it is the long form
		return Pair{short, long}, true
	}
	return Pair{}, false
}

// lastWords returns the end of a text in which the long form of a short form of
// so many letters must be.
func lastWords(text string, letters int) string {
	words := strings.Fields(text)
	most := min(letters+moreWords, letters*wordsByRune)
	return strings.Join(words[max(0, len(words)-most):], " ")
}

// isShort reports whether a text is an abbreviation and no remark in brackets: it
// has two upper-case letters at least, or one and a digit.
func isShort(s string) bool {
	n, upper, digits := 0, 0, 0
	for i, r := range s {
		n++
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsDigit(r):
			digits++
		case !unicode.IsLetter(r) && (i == 0 || !strings.ContainsRune("-/&+. ", r)):
			return false
		}
	}
	return n >= fewestRunes && n <= mostRunes && len(strings.Fields(s)) <= mostWords && upper > 0 && upper+digits >= 2
}

// longForm returns the shortest end of a text that has the letters of a short
// form in order, the first of them at the start of a word; "" if there is none.
func longForm(short, text string) string {
	s, t := []rune(strings.ToLower(short)), []rune(text)
	at := len(t) - 1
	for i := len(s) - 1; i >= 0; i-- {
		if !isAlphanumeric(s[i]) {
			continue
		}
		for at >= 0 && (unicode.ToLower(t[at]) != s[i] || i == 0 && at > 0 && isAlphanumeric(t[at-1])) {
			at--
		}
		if at < 0 {
			return ""
		}
		at--
	}
	at++
	for at > 0 && !unicode.IsSpace(t[at-1]) && t[at-1] != '-' {
		at--
	}
	long := strings.Trim(string(t[at:]), `"'“”‘’,`)
	words := strings.Fields(strings.ReplaceAll(long, "-", " "))
	switch {
	case utf8.RuneCountInString(long) <= len(s), len(words) < 2, len(words) > min(len(s)+moreWords, len(s)*wordsByRune):
		return ""
	}
	for _, w := range words {
		if strings.EqualFold(strings.Trim(w, `"'`), short) {
			return ""
		}
	}
	return long
}

func isAlphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
