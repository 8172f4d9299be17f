package search

import (
	"context"
	"strings"
	"testing"

	"talks/catalog"
)

// What is said of a query over the fixture, remarks parted by "; ".
func said(t *testing.T, ix *Engine, query string) string {
	t.Helper()
	var all []string
	for _, r := range find(t, ix, query).Remarks() {
		all = append(all, strings.TrimSuffix(r.What+" ("+r.Hint+")", " ()"))
	}
	return strings.Join(all, "; ")
}

func TestLongQueriesAreRemarkedOn(t *testing.T) {
	ix := build(fixture())
	for query, want := range map[string]string{
		"mesh":                                 "",
		strings.Repeat("mesh ", 1000):          "the query is too long: only its first 16 words count",
		"mesh" + strings.Repeat(" 'mesh", 500): "the query is too long: only its first 7 words count (at most 6 words may have signs or quotes)",
	} {
		if got := said(t, ix, query); got != want {
			t.Errorf("of %.20q… is said %q, want %q", query, got, want)
		}
	}
}

func TestUnknownValuesAreRemarkedOn(t *testing.T) {
	const (
		possible = "there are is:slides, is:video, is:links, is:abstract, and others"
		days     = "there are day:saturday, day:sunday (2026-01-31 to 2026-02-01)"
	)
	ix := build(fixture())
	for _, c := range []struct{ query, want, said string }{
		{"is:foo", "mesh edge keys costs han broken", "is:foo: no such thing (" + possible + ")"},
		{"mesh !is:foo", "mesh", "is:foo: no such thing (" + possible + ")"},
		{`mesh has:"a b"`, "mesh", `has:"a b": no such thing (there are has:slides, has:video, has:links, has:abstract, and others)`},
		{"day:foo", "", "day:foo: no such day here (" + days + ")"},
		{"day:foo day:foo", "", "day:foo: no such day here (" + days + ")"},
		{"is:w is:w is:x is:y is:z", "mesh edge keys costs han broken", "is:w: no such thing (" + possible + "); is:x: no such thing (" + possible + "); is:y: no such thing (" + possible + ")"},
		{"day:monday mesh", "", "day:monday: no such day here (" + days + ")"},
		{"!day:foo mesh", "mesh", "day:foo: no such day here (" + days + ")"},
		{"day:3", "", "day:3: no such day here (" + days + ")"},
		{"day:2027", "", "day:2027: no such day here (" + days + ")"},
		{`day:"m"`, "", `day:"m": no such day here (` + days + ")"},
		{"lang:fr", "", "lang:fr: no such language here (there are lang:de, lang:en)"},
		{"type:x", "", "type:x: no such type here (no talk here has a type)"},
		{"source:zip", "", "source:zip: no such file here (there is source:talks-2026.txt)"},
		// half typed: nothing is said, and no talk is lost
		{"mesh is:", "mesh", ""},
		{"mesh is:s", "mesh", ""},
		{"mesh is:sl", "mesh", ""},
		{"mesh day:", "mesh", ""},
		{"mesh day:s", "mesh", ""},
		{"mesh day:m", "mesh", ""},
		{"mesh day:mo", "mesh", ""},
		{"mesh !day:mo", "mesh", ""},
		{"mesh day:20", "mesh", ""},
		{"day:20", "mesh edge", ""},
		{"day:19", "mesh edge keys costs han broken", ""},
		{"day:mo | day:sat", "mesh", ""},
		{"mesh lang:f", "mesh", ""},
		{"day:sun", "edge", ""},
		// signs are no words
		{"🚀", "mesh edge keys costs han broken", "🚀: no word to look for ('🚀 looks for the very signs)"},
		{"'🚀", "", ""},
		{"🚀 mesh", "mesh", ""},
		{"( - &", "mesh edge keys costs han broken", ""},
	} {
		if got := ids(find(t, ix, c.query)); got != c.want {
			t.Errorf("%q finds %q, want %q", c.query, got, c.want)
		}
		if got := said(t, ix, c.query); got != c.said {
			t.Errorf("of %q is said %q, want %q", c.query, got, c.said)
		}
	}
}

func TestManyValuesAreNotAllNamed(t *testing.T) {
	var talks []*catalog.Talk
	for _, lang := range []string{"en", "de", "en", "fr", "nl", "ja", "de"} {
		talks = append(talks, &catalog.Talk{Title: "A talk", Language: lang})
	}
	want := "lang:zh: no such language here (there are lang:de, lang:en, lang:fr, lang:ja, and others)"
	if got := said(t, build(talks), "lang:zh"); got != want {
		t.Errorf("said is %q, want %q", got, want)
	}
}

func TestMistypedFieldWords(t *testing.T) {
	const all = "the fields are title: speaker: track: room: day: time: after: before: is: has: lang: abstract: type: conference: source: note: friend:"
	ix := build(fixture())
	for _, c := range []struct{ query, said, first string }{
		{"speeker:müller", "no field speeker: (did you mean speaker:?)", "speaker:müller"},
		{"Speakers:müller", "no field Speakers: (did you mean speaker:?)", "speaker:müller"},
		{`speeker:"van dyk"`, "no field speeker: (did you mean speaker:?)", `speaker:"van dyk"`},
		{"speeker：müller", "no field speeker: (did you mean speaker:?)", "speaker:müller"},
		{"trakc:zzz", "no field trakc: (did you mean track:?)", ""},
		{"dya:sat", "no field dya: (did you mean day:?)", "day:sat"},
		{"language:de", "no field language: (did you mean lang:?)", "lang:de"},
		{"!trakc:go mesh", "no field trakc: (did you mean track:?)", ""},
		{"!author:go mesh", "", ""},
		{`!"dya:x" dya:sat`, "no field dya: (did you mean day:?)", `!"dya:x" day:sat`},
		{"author:giraffe", "no field author: (" + all + ")", ""},
		{"mesh:giraffe", "", "mesh"},      // a title's first word
		{"giraffe://trakc:okapi", "", ""}, // an address
		{"speeker: zzz", "", ""},          // half typed
		{"std::okapi", "", ""},            // a name in a program
	} {
		if got := said(t, ix, c.query); got != c.said {
			t.Errorf("of %q is said %q, want %q", c.query, got, c.said)
		}
		first := ""
		if s := find(t, ix, c.query).Suggestions(context.Background()); len(s) > 0 {
			first = s[0].Query
		}
		if first != c.first {
			t.Errorf("%q suggests %q first, want %q", c.query, first, c.first)
		}
	}
	for query, want := range map[string]bool{"speeker:müller": true, "day:foo": true, "is:foo zzz": false, "!day:foo zzz": false, strings.Repeat("zzz ", 17): false} {
		r := find(t, ix, query)
		if got := r.Remarks(); len(got) != 1 || got[0].Explains != want {
			t.Errorf("%q: remarks %+v, want one that explains: %v", query, got, want)
		}
	}
}

// A misspelt field word is remarked on though talks have the words; any other
// word before a colon is then taken for a word.
func TestMistypedFieldWordsWithHits(t *testing.T) {
	ix := build([]*catalog.Talk{{ID: "vr", Title: "A speaker for Gomes", Abstract: "authors"}})
	for query, want := range map[string]string{
		"spekaer:gomes": "no field spekaer: (did you mean speaker:?)",
		"author:gomes":  "",
	} {
		r := find(t, ix, query)
		if got := said(t, ix, query); got != want || r.Len() != 1 || r.Weak {
			t.Errorf("of %q, which finds %d, is said %q, want %q", query, r.Len(), got, want)
		}
		for _, remark := range r.Remarks() {
			if remark.Explains {
				t.Errorf("%q: the remark explains hits", query)
			}
		}
	}
}
