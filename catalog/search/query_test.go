package search

import (
	"context"
	"strings"
	"testing"
)

func TestQueryString(t *testing.T) {
	for typed, want := range map[string]string{
		"":                     "",
		"  kube   cost ":       "kube cost",
		"'exact":               "'exact",
		"'bounded'":            "'bounded'",
		"^start end$ ^both$":   "^start end$ ^both$",
		"!not !'fuzzy !^start": "!not !'fuzzy !^start",
		"a | b c":              "a | b c",
		"| a | | b |":          "a | b",
		`"two  words`:          `"two words`,
		`"two words"`:          `"two words"`,
		`!"two words" x`:       `!"two words" x`,
		`track:"Go devroom"`:   `track:"Go devroom"`,
		"!TRACK:go":            "!track:go",
		`a\ b`:                 `a\ b`,
		"unknown:word":         "unknown:word",
		"speaker: is:x ! ' ^":  "",
		"$":                    "$",
	} {
		if got := Parse(typed).String(); got != want {
			t.Errorf("%q reads as %q, want %q", typed, got, want)
		}
	}
}

func TestLongQueriesAreCut(t *testing.T) {
	ix := Build(fixture())
	for name, query := range map[string]string{
		"long":  strings.Repeat("mesh", 2500),
		"terms": strings.Repeat("mesh ", 1000),
		"bars":  "mesh" + strings.Repeat(" | mesh", 500),
		"signs": strings.Repeat("!'^", 900),
	} {
		q := Parse(query)
		if !q.Cut() {
			t.Errorf("%s: nothing is cut of %d bytes", name, len(query))
		}
		if len(q.groups) > maxAtoms {
			t.Errorf("%s: %d groups", name, len(q.groups))
		}
		if _, err := ix.Search(context.Background(), q); err != nil {
			t.Error(name, err)
		}
	}
}

// One token may be several words: they count by themselves.
func TestManyWordsAreCut(t *testing.T) {
	for query, want := range map[string]bool{
		"mesh":                                                     false,
		strings.Repeat("a-b ", maxSlots/2):                         false,
		strings.Repeat("a-b ", 1+maxSlots/2):                       true,
		strings.Repeat("云", maxSlots+1):                            false, // as many pairs
		strings.Repeat("云", maxSlots+2):                            true,
		`track:go "` + strings.Repeat("a ", maxSlots) + `" mesh`:   false,
		`track:go "` + strings.Repeat("a ", maxSlots+1) + `" mesh`: true,
		"track:" + strings.Repeat("go/", maxSlots+1):               true,
		"'" + strings.Repeat("go/", maxSlots+1):                    false,
		strings.Repeat("a-b ", maxSlots/2) + "track:a-b":           false,
	} {
		if got := Parse(query).Cut(); got != want {
			t.Errorf("%q: cut %v, want %v", query, got, want)
		}
	}
}

// Each row of the syntax is a query, and each field word has a row.
func TestSyntaxIsTrue(t *testing.T) {
	all := ""
	for _, row := range Syntax() {
		q := Parse(row.Notation)
		if q.Empty() || q.String() != row.Notation {
			t.Errorf("%q reads as %q", row.Notation, q)
		}
		all += row.Notation + " " + row.Meaning + " "
	}
	for key := range textKeys {
		if !strings.Contains(all, key+":") {
			t.Errorf("%s: is not explained", key)
		}
	}
	for _, key := range []string{"day", "lang", "type", "conference", "source", "is", "has"} {
		if !isFactKey(key) || !strings.Contains(all, key+":") {
			t.Errorf("%s: is not explained", key)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, row := range Syntax() {
		f.Add(row.Notation)
	}
	f.Add(`!"a | 'b' track:"x \`)
	f.Add("a\\ \\ b\xff ^$ $ !$ !'")
	f.Add(`\\`)
	f.Fuzz(func(t *testing.T, text string) {
		q := Parse(text)
		once := q.String()
		if q.Cut() || Parse(once).Cut() {
			return // what is left of it may be written longer than a query can be
		}
		if twice := Parse(once).String(); twice != once {
			t.Errorf("%q reads as %q, and that as %q", text, once, twice)
		}
	})
}

func TestNarrows(t *testing.T) {
	for query, want := range map[string]bool{
		"": true, "day:sat": true, "track:go room:main": true, "!kube": true, "speaker:ada | speaker:bob": true, "is:slides !track:go": true,
		"kube": false, "day:sat kube": false, "'kube": false, `"a b"`: false, "title:kube": false, "abstract:kube": false, "speaker:ada | ada": false, "!kube | mesh": false,
	} {
		if got := Parse(query).Narrows(); got != want {
			t.Errorf("%q: %v", query, got)
		}
	}
}
