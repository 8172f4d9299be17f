package query

import (
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
		"speaker：gomes":        "speaker:gomes",
		"track：\"Go devroom\"": `track:"Go devroom"`,
		"x：y：z":                "x：y：z",
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
	const many = "mesh "
	for text, want := range map[string]string{
		many:                                                       "",
		strings.Repeat(many, maxAtoms):                             "",
		strings.Repeat("mesh", 2500):                               "512 letters",
		strings.Repeat(many, 1000):                                 "16 words",
		"mesh" + strings.Repeat(" | mesh", 500):                    "16 words",
		"mesh" + strings.Repeat(" 'mesh", 500):                     "7 words",
		strings.Repeat("!'^", 900):                                 "512 letters",
		strings.Repeat("a-b ", MaxWords/2):                         "", // one token may be several words
		strings.Repeat("a-b ", 1+MaxWords/2):                       "16 words",
		strings.Repeat("云", MaxWords+1):                            "", // as many pairs
		strings.Repeat("云", MaxWords+2):                            "16 words or pairs of signs",
		"'" + strings.Repeat("云", 600):                             "171 letters", // the operator is one
		`track:go "` + strings.Repeat("a ", MaxWords) + `" mesh`:   "",
		`track:go "` + strings.Repeat("a ", MaxWords+1) + `" mesh`: "16 words",
		"track:" + strings.Repeat("go/", MaxWords+1):               "16 words",
		"'" + strings.Repeat("go/", MaxWords+1):                    "",
		strings.Repeat("a-b ", MaxWords/2) + "track:a-b":           "",
	} {
		q := Parse(text)
		if q.Counts != want || len(q.Groups) > maxAtoms {
			t.Errorf("%.20q: %q count, in %d groups, want %q", text, q.Counts, len(q.Groups), want)
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
	for _, key := range Keys() {
		if !strings.Contains(all, key+":") {
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
	f.Add(`|\`)
	f.Add(`'$$ !'a$$ 'b\$`)
	f.Fuzz(func(t *testing.T, text string) {
		q := Parse(text)
		once := q.String()
		if q.Counts != "" || Parse(once).Counts != "" {
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
