package query

import "testing"

func TestTerm(t *testing.T) {
	for _, test := range []struct{ key, value, want string }{
		{"track", "K.1.105", `track:"K.1.105"`},
		{"track", "Go devroom", `track:"Go devroom"`},
		{"track", "云原生", `track:"云原生"`},
		{"track", "a:b|c!", `track:"a:b|c!"`},
		{"track", "--", `track:"--"`},
		{"track", `say "hi"`, `track:say\ "hi"`},
		{"track", `"hi" there`, `track:hi"\ there`},
		{"track", `"hi"`, `track:hi"`},
		{"track", "two  blanks", `track:two\ \ blanks`},
		{"track", " around ", "track:around"},
		{"track", "no\u00a0break", `track:no\ break`},
		{"track", `C:\x`, `track:"C:\x"`},
		{"track", `both "\`, `track:both\ "`},
		// a fact is asked for whole by itself, and needs quotes for blanks alone
		{"lang", "en", "lang:en"},
		{"lang", "pt BR", `lang:"pt BR"`},
	} {
		if got := Clause(test.key, test.value); got != test.want {
			t.Errorf("%s %q is asked for by %s, want %s", test.key, test.value, got, test.want)
		}
	}
}

func TestAnd(t *testing.T) {
	const clause = `track:"Go devroom"`
	for _, test := range []struct{ query, want string }{
		{"", clause},
		{"  ", clause},
		{"mesh ", "mesh " + clause},
		{"a | b", "a | b " + clause},
		{`"a b" c`, `"a b" c ` + clause},
		{`"open phr`, `"open phr" ` + clause},
		{`x !speaker:"open phr `, `x !speaker:"open phr" ` + clause},
		{`speaker: "open`, `speaker: "open" ` + clause},
		{`5" disk`, `5" disk ` + clause},
		{`""x"`, `""x" ` + clause},
		{`5"\ "disk`, `5"\ "disk ` + clause},
		{`back\`, `back\  ` + clause},
		{`mesh track:"Go devroom" x`, `mesh track:"Go devroom" x`},
		{`!track:"Go devroom"`, `!track:"Go devroom" ` + clause},
		{"a | ", "a " + clause},
		{"|", clause},
	} {
		if got := And(test.query, clause); got != test.want {
			t.Errorf("%s and the clause is %s, want %s", test.query, got, test.want)
		}
	}
}

func TestInstead(t *testing.T) {
	for _, test := range []struct {
		query  string
		group  int
		clause string
		want   string
	}{
		{"a b c", 1, "x | y", "a x | y c"},
		{"a b c", 0, "", "b c"},
		{"  a  b | c  d", 1, "", "a d"},
		{"a is: b", 1, "x", "a is: x"},
		{`a "b c" d`, 1, "", "a d"},
		{"| a |", 0, "", "| |"},
		{`!"a b" "c`, 0, "x", `x "c`},
		{"a b", 2, "", "a b"},
	} {
		if got := Instead(test.query, test.group, test.clause); got != test.want {
			t.Errorf("%q with %q for group %d is %q, want %q", test.query, test.clause, test.group, got, test.want)
		}
	}
}

func TestReplaced(t *testing.T) {
	for _, c := range []struct{ query, word, instead, want string }{
		{"kubernetes zig", "zig", "git", "kubernetes git"},
		{"Kubernetes zig", "zig", "", "Kubernetes"},
		{"kubeedge kube", "kube", "", "kubeedge"}, // no part of a word
		{"zig kube zig", "zig", "", "kube"},
		{"mesh:zig", "zig", "", "mesh"},
		{"zig:mesh", "zig", "", "mesh"},
		{"(zig)", "zig", "", ""},
		{"(zig)", "zig", "git", "(git)"},
		{"a-b-c", "b", "", "a-c"},
		{"c++? zig", "zig", "", "c++?"},
		{"云原生 zig", "zig", "", "云原生"},
		{`"zig mesh" zig track:zig !zig`, "zig", "", `"zig mesh" track:zig !zig`},
		{"zig | git", "zig", "", "zig | git"},
	} {
		q := Parse(c.query)
		got := q.Replaced(c.word, c.instead).String()
		if c.instead == "" {
			got = q.Without(c.word).String()
		}
		if got != c.want {
			t.Errorf("%q with %q for %q is %q, want %q", c.query, c.instead, c.word, got, c.want)
		}
	}
}
