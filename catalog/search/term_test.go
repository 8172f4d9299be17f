package search

import "testing"

func TestTerm(t *testing.T) {
	tests := []struct{ value, want string }{
		{"K.1.105", `track:"K.1.105"`},
		{"Go devroom", `track:"Go devroom"`},
		{"云原生", `track:"云原生"`},
		{"a:b|c!", `track:"a:b|c!"`},
		{"--", `track:"--"`},
		{`say "hi"`, `track:say\ "hi"`},
		{`"hi" there`, `track:hi"\ there`},
		{`"hi"`, `track:hi"`},
		{"two  blanks", `track:two\ \ blanks`},
		{" around ", "track:around"},
		{"no\u00a0break", `track:no\ break`},
		{`C:\x`, `track:"C:\x"`},
		{`both "\`, `track:both\ "`},
	}
	for _, test := range tests {
		f := Facet{Key: "track", Values: []FacetValue{{Text: "other"}, {Text: test.value}}}
		if got := f.Term(1); got != test.want {
			t.Errorf("%q is asked for by %s, want %s", test.value, got, test.want)
		}
	}
}

// A fact is asked for whole by itself, and needs quotes for blanks alone.
func TestTermOfAFact(t *testing.T) {
	for value, want := range map[string]string{"en": "lang:en", "pt BR": `lang:"pt BR"`} {
		f := Facet{Key: "lang", Values: []FacetValue{{Text: value}}}
		if got := f.Term(0); got != want {
			t.Errorf("%q is asked for by %s, want %s", value, got, want)
		}
	}
}

func TestAnd(t *testing.T) {
	const term = `track:"Go devroom"`
	tests := []struct{ query, want string }{
		{"", term},
		{"  ", term},
		{"mesh ", "mesh " + term},
		{"a | b", "a | b " + term},
		{`"a b" c`, `"a b" c ` + term},
		{`"open phr`, `"open phr" ` + term},
		{`x !speaker:"open phr `, `x !speaker:"open phr" ` + term},
		{`speaker: "open`, `speaker: "open" ` + term},
		{`5" disk`, `5" disk ` + term},
		{`""x"`, `""x" ` + term},
		{`5"\ "disk`, `5"\ "disk ` + term},
		{`back\`, `back\  ` + term},
		{`mesh track:"Go devroom" x`, `mesh track:"Go devroom" x`},
		{`!track:"Go devroom"`, `!track:"Go devroom" ` + term},
	}
	for _, test := range tests {
		if got := And(test.query, term); got != test.want {
			t.Errorf("%s and the term is %s, want %s", test.query, got, test.want)
		}
	}
}
