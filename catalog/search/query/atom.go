package query

import (
	"slices"
	"strings"
	"unicode"

	"talks/catalog/search/words"
)

// An Atom is one condition of a query: what stands between two blanks, without
// the operators and quotes that tell its kind.
type Atom struct {
	Kind Kind
	Not  bool
	Key  string // the field word before the colon; "" for every field
	Text string // never empty
	Open bool   // a phrase whose closing quote is not typed yet
}

// A Kind tells how the text of an atom is matched.
type Kind uint8

// The kinds of atom.
const (
	Word    Kind = iota // by words, of which slips and endings are tolerated
	Exact               // 'text: anywhere, to the letter
	Bounded             // 'text': the same, between word boundaries
	Start               // ^text: at the start of a field
	End                 // text$: at the end of a field
	Whole               // ^text$: the whole field
	Phrase              // "text": the words in a row
)

// MaxWords is how many words of a query count.
const MaxWords = 16

// A Piece is one word of an atom's text.
type Piece struct {
	Folded string
	Typed  string // as it stands in the text
	Start  int    // in bytes of the text
	Last   bool   // the last word: more of it may be typed
}

// Pieces returns the words of the atom's text.
func (a Atom) Pieces() []Piece {
	var list []Piece
	split := words.Splitter{Query: true}
	split.Split(a.Text, func(t words.Token) {
		list = append(list, Piece{Folded: string(t.Word), Typed: a.Text[t.Start:t.End], Start: t.Start})
	})
	if n := len(list); n > 0 {
		list[n-1].Last = true
	}
	return list
}

// IsHalfTyped reports whether a day, a time or a language may be the start of another
// one: m of monday, f of fr, 20 of a date. If no talk has it, it asks for
// nothing yet.
func (a Atom) IsHalfTyped() bool {
	value := words.Fold(a.Text)
	switch {
	case a.Kind == Phrase && !a.Open:
		return false
	case a.Key == "lang":
		return len(value) < 2
	case IsTime(a.Key):
		return isHalfTime(foldTime(a.Text))
	case a.Key != "day":
		return false
	case strings.HasPrefix(value, "19") || strings.HasPrefix(value, "20"):
		return len(value) < len("2006")
	}
	return len(value) < 3 && slices.ContainsFunc(days(), func(day string) bool { return strings.HasPrefix(day, value) })
}

// WantsWhole reports whether the atom is a quoted value that means the whole
// field if any talk has exactly it: track:"Network" is that track, not every
// track with the word.
func (a Atom) WantsWhole() bool {
	return a.Kind == Phrase && !a.Open && isWholeKey(a.Key)
}

func isWholeKey(key string) bool { return key == "track" || key == "room" || key == "speaker" }

// Stray returns the word before the colon of a free word that looks like a
// field word and is none, as typed: speeker of speeker:torvalds, but nothing
// of https://example.org.
func (a Atom) Stray() (word string, ok bool) {
	word, value, ok := cutColon(a.Text)
	switch {
	case !ok || a.Key != "" || a.Kind != Word && !(a.Not && a.Kind == Exact):
		return "", false
	case len(word) < 2 || strings.ContainsFunc(word, isNoLetter):
		return "", false
	case value == "" || strings.HasPrefix(value, ":") || strings.HasPrefix(value, "/"):
		return "", false
	}
	return word, true
}

func isNoLetter(r rune) bool { return !unicode.IsLetter(r) }

// String returns the atom as it would be typed.
func (a Atom) String() string {
	out := ""
	if a.Not {
		out = "!"
	}
	if a.Key != "" {
		out += a.Key + ":"
	}
	text := strings.ReplaceAll(a.Text, " ", `\ `)
	quoted := "'" + text
	if strings.HasSuffix(text, "$") || strings.HasSuffix(text, `\`) {
		quoted += "$" // or the last sign would be read as an operator, or as half of an escaped blank
	}
	switch a.Kind {
	case Word:
		if a.Not && a.Key == "" {
			return out + quoted
		}
		return out + text
	case Exact:
		if a.Not {
			return out + text
		}
		return out + quoted
	case Bounded:
		return out + "'" + text + "'"
	case Start:
		return out + "^" + text
	case End:
		return out + text + "$"
	case Whole:
		return out + "^" + text + "$"
	}
	if a.Open {
		return out + `"` + a.Text
	}
	return out + `"` + a.Text + `"`
}
