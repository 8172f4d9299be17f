package seedtext

import (
	"reflect"
	"runtime"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"talks/catalog"
	"talks/catalog/parse/clean"
	"talks/catalog/parse/draft"
	"talks/catalog/parse/parsetest"
)

// A good talk, to stand beside what is tried: a document has at least one.
const good = "Good\n\nText."

func TestText(t *testing.T) {
	type talk = catalog.Talk
	at := func(line int, t talk) talk {
		t.Source = catalog.Source{File: "f", Line: line}
		return t
	}
	goodTalk := at(1, talk{Title: "Good", Abstract: "Text."})
	tests := map[string]struct {
		in       string
		talks    []talk
		problems []string // "line: what"
		name     string   // of the document
	}{
		"one talk":              {in: good, talks: []talk{goodTalk}},
		"byte-order mark":       {in: "\ufeff" + good, talks: []talk{goodTalk}},
		"last newline":          {in: good + "\n", talks: []talk{goodTalk}},
		"blank lines around":    {in: "\n\n\n" + good + "\n\n\n\n", talks: []talk{at(4, goodTalk)}},
		"crlf":                  {in: "Good\r\n\r\nText.\r\n\r\n\r\nB\r\n\r\nb", talks: []talk{goodTalk, at(6, talk{Title: "B", Abstract: "b"})}},
		"cr":                    {in: "Good\r\rText.\r\r\rB\r\rb", talks: []talk{goodTalk, at(6, talk{Title: "B", Abstract: "b"})}},
		"trailing blanks":       {in: "Good  \n \t\nText. \t\n", talks: []talk{goodTalk}},
		"blank line of blanks":  {in: "Good\n\u3000 \nText.", talks: []talk{goodTalk}},
		"full-width blanks":     {in: "\u3000Good\u3000\n\nText.", talks: []talk{goodTalk}},
		"two paragraphs":        {in: "A\n\nfirst\n\nsecond", talks: []talk{at(1, talk{Title: "A", Abstract: "first\n\nsecond"})}},
		"lines in a paragraph":  {in: "A\n\nfirst\n  second\n\n\nB\n\nb", talks: []talk{at(1, talk{Title: "A", Abstract: "first\n  second"}), at(7, talk{Title: "B", Abstract: "b"})}},
		"many blank lines":      {in: "Good\n\nText.\n\n\n\n\n\nB\n\nb", talks: []talk{goodTalk, at(9, talk{Title: "B", Abstract: "b"})}},
		"slides":                {in: "A 下载PPT\n\ntext", talks: []talk{at(1, talk{Title: "A", Abstract: "text", Slides: true})}},
		"slides without blank":  {in: "会议下载PPT \n\ntext", talks: []talk{at(1, talk{Title: "会议", Abstract: "text", Slides: true})}},
		"marker inside":         {in: "下载PPT A\n\n下载PPT", talks: []talk{at(1, talk{Title: "下载PPT A", Abstract: "下载PPT"})}},
		"nothing but a marker":  {in: "下载PPT\n\ntext", talks: []talk{at(1, talk{Title: "下载PPT", Abstract: "text"})}},
		"tab":                   {in: "A\tb\n\nx\ty", talks: []talk{at(1, talk{Title: "A   b", Abstract: "x   y"})}},
		"attribution":           {in: good + "\n© The Conf", talks: []talk{goodTalk}, name: "the"},
		"attribution apart":     {in: good + "\n\n\n\n©2024 Somebody\n\n", talks: []talk{goodTalk}, name: "somebody"},
		"attribution paragraph": {in: good + "\n\n© us", talks: []talk{goodTalk}, name: "us"},
		"not an attribution":    {in: "Good\n\nText.\n\n\n© Law\n\nIt is.", talks: []talk{goodTalk, at(6, talk{Title: "© Law", Abstract: "It is."})}},
		"title alone": {
			in:       good + "\n\n\nLonely\n\n\n",
			talks:    []talk{goodTalk, at(6, talk{Title: "Lonely"})},
			problems: []string{"f:6: a title without an abstract"},
		},
		"abstract alone": {
			in:       good + "\n\n\nB\n\nb\n\n\nC\n\nc\n\n\nfirst line\nsecond",
			talks:    []talk{goodTalk, at(6, talk{Title: "B", Abstract: "b"}), at(11, talk{Title: "C", Abstract: "c"}), at(16, talk{Title: "first line", Abstract: "first line\nsecond"})},
			problems: []string{"f:16: an abstract without a title, its first words stand in"},
		},
		"same title": {
			in:       good + "\n\n\n" + good,
			talks:    []talk{goodTalk, at(6, goodTalk)},
			problems: []string{"f:6: the same title as on line 1"},
		},
		"invalid utf-8": {in: "Good\n\nT\xffxt.", talks: []talk{at(1, talk{Title: "Good", Abstract: "T\ufffdxt."})}},
		"control characters": {
			in:       "Go\x00od\n\nText.\x07\x1b[2J\u009b",
			talks:    []talk{at(1, talk{Title: "Good", Abstract: "Text.\ufffd[2J\ufffd"})},
			problems: []string{"f:1: control characters in 2 lines, taken out"},
		},
		"nothing":       {in: "", problems: []string{"f: no talks found"}},
		"blank":         {in: " \n\n \n", problems: []string{"f: no talks found"}},
		"prose":         {in: "just\nsome\nlines", problems: []string{"f: no talks found"}},
		"one line":      {in: "just a line", problems: []string{"f: no talks found"}},
		"lonely titles": {in: "One\n\n\nTwo\n\n\nThree\n\nText.", problems: []string{"f: no talks found"}},
		"a script":      {in: "#!/bin/sh\n\nset -e\n", problems: []string{"f: no talks found"}},
		"a program":     {in: "/* Copyright */\n\n\nint one;\n\nint two;\n", problems: []string{"f: no talks found"}},
		"a key":         {in: "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQINBF\n", problems: []string{"f: no talks found"}},
		"only a footer": {in: "© nobody", problems: []string{"f: no talks found"}, name: "nobody"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			doc := parsetest.Document(Parse, test.in)
			if len(doc.Talks)+len(test.talks) > 0 && !reflect.DeepEqual(doc.Talks, test.talks) {
				t.Errorf("talks\n %+v\nwant\n %+v", doc.Talks, test.talks)
			}
			var problems []string
			for _, p := range doc.Problems {
				problems = append(problems, p.String())
			}
			if !reflect.DeepEqual(problems, test.problems) {
				t.Errorf("problems %q, want %q", problems, test.problems)
			}
			if doc.Name != test.name {
				t.Errorf("name %q, want %q", doc.Name, test.name)
			}
		})
	}
}

// TestSmallLists reads lists as people type them.
func TestSmallLists(t *testing.T) {
	for name, doc := range map[string]string{
		"wrapped":      "A compiler in a weekend\n\nAda Example shows how a compiler is\nwritten in two days:\n\n- a lexer\n- a parser\n\n\nWhat's new in Go 1.27\n\nMuch.\n",
		"numbered":     "1. Opening\n\nWelcome.\n\n\n2. Closing\n\nGoodbye.\n",
		"Chinese":      "用 Rust 重写一切\n\n　　本次分享介绍如何重写。\n\n　　以及踩过的坑。\n\n\n《红楼梦》与大模型 下载PPT\n\n用大模型分析。\n",
		"Arabic":       "مستقبل البرمجيات\n\nحديث عن المستقبل.\n\n\nالخصوصية\n\nكيف نحمي أنفسنا؟\n",
		"lower case":   "on go\n\nwe talk.\n\n\n.NET without windows\n\nwe talk, too.\n",
		"marks":        "\"Hello\": a talk\n\n'Text'.\n\n\n[Workshop] Why?\n\n(No text yet.)\n",
		"under a name": "My talks\n\n\nOne\n\nText.\n\n\nTwo\n\nText.\n",
	} {
		want := 2 + strings.Count(doc, "My talks")
		if got := parsetest.Document(Parse, doc); len(got.Talks) != want {
			t.Errorf("%s: %d talks, want %d; problems %v", name, len(got.Talks), want, got.Problems)
		}
	}
}

// TestOtherTexts holds that what else has titles, blank lines and texts is no list
// of talks.
func TestOtherTexts(t *testing.T) {
	for name, doc := range map[string]string{
		"a readme":           "It does\n\nThis is a tool that does\nsomething.\n",
		"a readme in parts":  "TOOL\n====\n\nIt does.\n\n\nUse\n---\n\nIt is used.\n",
		"a file of notes":    "The tool can be built to either use one thing or the other for passing messages.\n\nIt is.\n\n\nMore\n\nIt is\nmore.\n",
		"a log of changes":   "tool (1.2-3) unstable\n\n  * New.\n\n\ntool (1.2-2) unstable\n\n  * Old.\n",
		"news":               "Tool 1.1\n\nA release.\n\n\nTool 1.0\n\nThe first release.\n",
		"a book":             "Preface:\n\nIt was.\n\n\n2. The start\n\n2.1. How\n\n\n3. The end\n\n3.1. Why\n",
		"commands":           "A test\n\n$ run\n\n\nAnother\n\n! run\n",
		"a script, in lines": "'use strict'\n\nconst a = 1\n",
		"a licence":          "Copyright (c) 2020 Ada\n\nPermission is granted.\n",
		"an interface":       "TYPES\n\ntype A struct {\n}\n\n\nFUNCTIONS\n\nfunc F()\n",
		"a program":          "one = 1\n\ntwo = 2;\n\n\nthree = {\n\n}\n",
		"compiled, in parts": "\xe3\x00\n\n\x00\x01\n\n\n\x02\n\n\x03\n",
	} {
		if got := parsetest.Document(Parse, doc); len(got.Talks) > 0 {
			t.Errorf("%s: %d talks, the first %q", name, len(got.Talks), got.Talks[0].Title)
		}
	}
}

func TestStandInTitleIsCut(t *testing.T) {
	doc := parsetest.Document(Parse, strings.Repeat(good+"\n\n\n", 3)+strings.Repeat("word ", 40)+"\nmore")
	if got, want := doc.Talks[3].Title, strings.TrimSpace(strings.Repeat("word ", 12))+"…"; got != want {
		t.Errorf("title %q, want %q", got, want)
	}
}

// A document twice as long costs twice as much, not four times: draft.Counted in
// allocations, because blocks, lines and paragraphs each cost some.
func TestTextIsLinear(t *testing.T) {
	allocs := func(talks int) float64 {
		var b strings.Builder
		for i := range talks {
			b.WriteString("Title " + strings.Repeat("x", i%50) + "\n\nfirst\n\nsecond\nthird\n\n\n")
		}
		data := []byte(b.String())
		return testing.AllocsPerRun(3, func() { parsetest.Document(Parse, string(data)) })
	}
	small, large := allocs(500), allocs(2000)
	if large > 4.5*small {
		t.Errorf("%.0f allocations for 500 talks, %.0f for 2000", small, large)
	}
}

// A text is copied twice at most: line by line, and as an abstract.
func TestTextIsCopiedTwice(t *testing.T) {
	data := []byte(strings.Repeat("A title\n\n"+strings.Repeat("The abstract – in words. ", 400)+"\n\n\n", 100))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	doc := catalog.Document{}
	Parse(&doc, data)
	runtime.ReadMemStats(&after)
	if len(doc.Talks) != 100 {
		t.Fatalf("%d talks", len(doc.Talks))
	}
	if got := after.TotalAlloc - before.TotalAlloc; got > uint64(len(data))*9/4 {
		t.Errorf("%d bytes allocated for a text of %d", got, len(data))
	}
}

func FuzzText(f *testing.F) {
	f.Add(seed(f))
	for _, s := range []string{
		"", good, good + "\n\n\nA 下载PPT\n\nb\n© c", "\ufeffA\r\n\r\nb\r\n", "a\nb\n\nc", "A\r\rb\r\r\r\r",
		"A\x1b]52;c;eA==\x07\n\nb\x00\t\u009b2J\u202e\xff", "e" + strings.Repeat("\u0301", 50) + "\n\nx", "A\u2028\u2028\u2028B\n\nb", "B\n\n\n\u2028\u2028x",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc := parsetest.Document(Parse, string(data))
		for _, talk := range doc.Talks {
			checkClean(t, talk.Title, false)
			checkClean(t, talk.Abstract, true)
			if talk.Title == "" {
				t.Errorf("a talk without a title: %+v", talk)
			}
		}
		checkClean(t, doc.Name, false)
		for _, p := range doc.Problems {
			checkClean(t, p.What, false)
		}
	})
}

// checkClean fails for a text that a terminal must not get.
func checkClean(t *testing.T, s string, lineFeeds bool) {
	t.Helper()
	if !utf8.ValidString(s) {
		t.Errorf("invalid UTF-8: %q", s)
	}
	if clean.Text(s) != s {
		t.Errorf("not clean: %q, but %q", s, clean.Text(s))
	}
	for _, r := range s {
		if unicode.IsControl(r) && (r != '\n' || !lineFeeds) {
			t.Errorf("control character %U in %q", r, s)
		}
	}
}

// TestLongSeedText holds what is kept of a title and an abstract.
func TestLongSeedText(t *testing.T) {
	long := strings.Repeat("ä ", draft.MaxText/3+10)
	for name, test := range map[string]struct {
		doc             string
		title, abstract int // most bytes
		problems        int
	}{
		"a title":    {long + "\n\nb\n", draft.MaxLine, 1, 1},
		"a text":     {"A\n\n" + long, 1, draft.MaxText, 1},
		"many lines": {"A\n\n" + strings.Repeat("word\n", draft.MaxText/4), 1, draft.MaxText, 1},
	} {
		t.Run(name, func(t *testing.T) {
			doc := parsetest.Document(Parse, test.doc+"\n\n\n"+good)
			if len(doc.Talks) != 2 {
				t.Fatalf("%d talks, problems %v", len(doc.Talks), doc.Problems)
			}
			title, abstract := len(doc.Talks[0].Title), len(doc.Talks[0].Abstract)
			if title > test.title || title < test.title*9/10 || abstract > test.abstract || abstract < test.abstract*9/10 {
				t.Errorf("a title of %d bytes, an abstract of %d", title, abstract)
			}
			if len(doc.Problems) != test.problems {
				t.Errorf("problems %v", doc.Problems)
			}
		})
	}
}
