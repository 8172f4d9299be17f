package query

import (
	"slices"
	"strings"
	"unicode/utf8"

	"talks/catalog"
)

// AllFields has a bit for every field, and one for the words that belong to
// none.
const AllFields = 1<<(catalog.FieldCount+1) - 1

// textKeys holds the field words that look into the texts of a talk, with a bit
// for each field.
var textKeys = map[string]uint32{
	"title":    1<<catalog.Title | 1<<catalog.Subtitle,
	"speaker":  1 << catalog.Speakers,
	"track":    1 << catalog.Track,
	"room":     1 << catalog.Room,
	"abstract": 1<<catalog.Abstract | 1<<catalog.Description,
}

// Keys returns all field words, the most useful first.
func Keys() []string {
	return []string{
		"title", "speaker", "track", "room", "day", "time", "after", "before", "is", "has", "lang", "abstract", "type", "conference", "source", "note", "friend",
	}
}

// Fields returns the fields in which the atom's text may stand, a bit for
// each.
func (a Atom) Fields() uint32 {
	if a.Key == "" {
		return AllFields
	}
	return textKeys[a.Key]
}

// Filters reports whether the query has a condition on the track or on the room, and
// f is that field.
func (q Query) Filters(f catalog.Field) bool {
	if f != catalog.Track && f != catalog.Room {
		return false
	}
	for _, group := range q.Groups {
		for _, atom := range group.Atoms {
			if atom.Key != "" && atom.Fields() == 1<<f {
				return true
			}
		}
	}
	return false
}

// IsFact reports whether a field word asks for a fact about a talk, which no
// text of it holds: its day, its time, its language, whether it has slides.
func IsFact(key string) bool {
	_, text := textKeys[key]
	return !text && slices.Contains(Keys(), key)
}

// cutKey takes a field word off a token: track:go gives track, go.
func cutKey(token string) (key, value string, ok bool) {
	key, value, ok = cutColon(token)
	key = strings.ToLower(key)
	if ok && slices.Contains(Keys(), key) {
		return key, value, true
	}
	return "", token, false
}

// cutColon cuts a text around its first colon, which may be one of full width,
// as Japanese and Chinese keyboards type it.
func cutColon(text string) (before, after string, ok bool) {
	at := strings.IndexAny(text, ":：")
	if at < 0 {
		return text, "", false
	}
	_, size := utf8.DecodeRuneInString(text[at:])
	return text[:at], text[at+size:], true
}

// What is: may ask for of the time.
const (
	Now  = "now"
	Next = "next"
)

// Skipped is what is: asks for of the talks that are hidden.
const Skipped = "skipped"

// marks are what is: may ask for of the marks of talks, the most useful first;
// has: knows the note alone.
var marks = []string{"going", "maybe", "marked", "later", Skipped, "seen", "changed", "note"}

// Mark returns the mark that is: or has: asks for, "" for none.
func (a Atom) Mark() string {
	if f := a.Feature(); (a.Key == "is" || a.Key == "has") && slices.Contains(marks, f) {
		return f
	}
	return ""
}

// IsKept reports whether it asks for something that is kept of talks: a mark, a note,
// what a friend marks.
func (a Atom) IsKept() bool { return a.Mark() != "" || a.Key == "note" || a.Key == "friend" }

// Features returns what is: or has: may ask for, the most useful first.
func Features(key string) []string {
	features := []string{"slides", "video", "links", "abstract"}
	if key == "has" {
		return append(features, "note")
	}
	return slices.Concat(features, []string{Now, Next}, marks[:len(marks)-1])
}

// Feature completes a half-typed value of is: or has:. It returns "" if nothing
// can be meant.
func (a Atom) Feature() string {
	value := strings.ToLower(a.Text)
	if value == "" {
		return ""
	}
	for _, f := range Features(a.Key) {
		if strings.HasPrefix(f, value) {
			return f
		}
	}
	for _, other := range [...]struct{ name, feature string }{{"recording", "video"}, {"hidden", Skipped}} {
		if strings.HasPrefix(other.name, value) && (a.Key == "is" || other.feature != Skipped) {
			return other.feature
		}
	}
	return ""
}
