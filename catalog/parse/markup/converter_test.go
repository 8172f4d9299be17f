package markup

import (
	"strings"
	"testing"
	"unicode/utf8"

	"talks/catalog/parse/clean"
)

func TestProse(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"nothing", "  \n ", ""},
		{"blanks behind what is dropped", "\x00\u00a0one\u2003\x00", "one"},
		{"plain text", "one\ntwo\r\n\r\n\r\n\r\nthree", "one\ntwo\n\nthree"},
		{"indented like its document", "one\n        two\n\n        three\n          - four", "one\ntwo\n\nthree\n\n- four"},
		{"indented code", "one\n\n    two\n      three", "one\n\ntwo\n  three"},
		{"line ends, escaped twice", `one\r\n\r\ntwo`, "one\n\ntwo"},
		{"a comparison", "a < b && c > d", "a < b && c > d"},
		{"an address in brackets", "write to <user@example.org> or <https://example.org>", "write to user@example.org or https://example.org"},
		{"paragraphs", "<p>one\ntwo</p><p>three</p>", "one two\n\nthree"},
		{"entities", "<p>Users&#39; &amp; R&D &copy; a&nbsp;b</p>", "Users' & R&D © a b"},
		{"entities, escaped twice", "<p>Users&amp;#39; &amp;amp; more</p>", "Users' & more"},
		{"tags, escaped twice", "&lt;p&gt;one&lt;/p&gt;&lt;p&gt;two&lt;/p&gt;", "one\n\ntwo"},
		{"an end tag, escaped twice", "<p>one&lt;/div&gt;</p>", "one"},
		{"entities in code stay", "<p><code>&amp;lt;</code></p>", "&lt;"},
		{"no word glued", "<p>a<br>b<br/>c</p><div>d</div>e<ul><li>f<li>g</ul>h", "a\nb\nc\n\nd\ne\n\n- f\n- g\n\nh"},
		{"no word split", "<p>f<b>oo</b>b<i>a</i>r</p>", "foobar"},
		{"two breaks are a paragraph", "<div>a<br><br><br>b</div>", "a\n\nb"},
		{"a nested list", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>", "- a\n  - b\n- c"},
		{"a loose list", "<ul><li><p>a</p>\n<p>b</p></li>\n\n<li><p>c</p></li></ul>", "- a\n\n  b\n\n- c"},
		{"a list after a blank line", "<ul>\n<li>a\n\n<ul>\n<li>b</li>\n</ul></li>\n\n<li>c</li>\n</ul>", "- a\n  - b\n- c"},
		{"blank lines in html", "<p>a\n\nb\n\n<b>c</b></p>", "a\n\nb\n\nc"},
		{"a plain loose list", "Do:\n\n1. a\n\n2. b", "Do:\n\n1. a\n\n2. b"},
		{"a numbered list", `<ol start="3"><li>a</li><li>b</li></ol>`, "3. a\n4. b"},
		{"code keeps its lines", "<p>x</p><pre><code>if a {\n\tb\n}\n</code></pre><p>y</p>", "x\n\nif a {\n    b\n}\n\ny"},
		{"a link", `<p>see <a href="https://example.org/a">this</a>, not that</p>`, "see this (https://example.org/a), not that"},
		{"a link that says its address", `<p><a href="https://www.example.org/">example.org</a></p>`, "example.org"},
		{"a link to nowhere", `<p><a href="#x">a</a><a href="javascript:alert(1)">b</a></p>`, "ab"},
		{"two links side by side", `<p><a href="u:1">a</a><a href="u:2">b</a></p>`, "a (u:1) b (u:2)"},
		{"no element", "<p>give --version <version> to cat <file>.txt</p>", "give --version <version> to cat <file>.txt"},
		{"a film", `<p>a<video controls src="x.mp4"><source src="y"></video>b</p>`, "ab"},
		{"a word on films", "<p>the <video> tag</p>", "the <video> tag"},
		{"a word processor's", "<p>a<o:p></o:p></p>", "a"},
		{"odd attributes", `<p class='>'/><a title=">" HREF=u:1>a</a><a =x href = 'u:2?b&amp;c=1&copy=2' x>b</a/ y></p>`, "a (u:1) b (u:2?b&c=1&copy=2)"},
		{"odd tags", "<p>1 < 2 <3 </> </ x> a<!-->b<!--->c<!-- <p> -- > -->d<!doctype x>e<?php x?>f</p>", "1 < 2 <3 abcdef"},
		{"a tag that never ends", "<p>a</p><p title='", "a"},
		{"a script", "<p>a<script>b<p></script>c<style>d</style></p>", "ac"},
		{"a word on scripts", "<p>the <script> tag</p>", "the <script> tag"},
		{"scripts in scripts", "<p>a<script></p><script> '<b</script\f>c<SCRIPT/>d</Script >e<style></script></style>f</p>", "acef"},
		{"text in odd elements", "<iframe>a<b>c</b></iframe><p>d<IFRAME src=x></iframe>e &amp;<br>f</p>", "de &\nf"},
		{"a word on frames", "<p>the <IFRAME> tag</p>", "the <IFRAME> tag"},
		{"a comment", "<p>a<!-- b -->c</p>", "ac"},
		{"a table", "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", "a | b\n1 | 2"},
		{"a power", "<p>10<sup>6</sup> the 1<sup>st</sup></p>", "10^6 the 1st"},
		{"a picture", `<p><img src="x.png" alt="a cat"> b</p>`, "a cat b"},
		{"an author's own list", "<p>Plan:\n- one\n- two\n[1] three</p>", "Plan:\n- one\n- two\n[1] three"},
		{"blank lines between lists", "one\n\n<ul>\n<li>two</li>\n</ul>\n\nthree\nfour", "one\n\n- two\n\nthree\nfour"},
		{"markdown", "# Head\n\n*one* **two** `a_b`\n\n* x\n* y\n\n1. z", "Head\n\none two a_b\n\n- x\n- y\n\n1. z"},
		{"a markdown link", "[text](https://example.org) and https://example.org/b", "text (https://example.org) and https://example.org/b"},
		{"markdown lines", "one *a*\ntwo", "one a\ntwo"},
		{"a markdown fence", "x\n\n```\nif a {\n\n  b\n}\n```", "x\n\nif a {\n\n  b\n}"},
		{"a markdown table", "|a|b|\n|-|-|\n|1|2|", "a | b\n1 | 2"},
		{"a picture in markdown", "*a* ![b\nc](x.png) d", "a b\nc d"},
		{"an address of mail in markdown", "*a* b@example.org", "a b@example.org"},
		{"a reference in markdown", "*a*\n[b]\n\n[b]: https://example.org/b", "a\nb (https://example.org/b)"},
		{"escapes in markdown", `\*a\* &amp; R&D \& *b*`, "*a* & R&D & b"},
		{"markdown with a tag", "*a* <b>b</b>\n* c", "a b\n\n- c"},
		{"line breaks of every kind", "<p>a<br>b<br/>c<br />d<BR>e</p>", "a\nb\nc\nd\ne"},
		{"carriage returns", "<p>a\rb\r\rc</p>", "a b\n\nc"},
		{"an escape sequence", "a\x1b[31mb\x07c", "a\ufffd[31mbc"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := new(Converter).Prose(test.in); got != test.want {
				t.Errorf("prose(%q)\n got %q\nwant %q", test.in, got, test.want)
			}
		})
	}
}

func TestOneLine(t *testing.T) {
	for in, want := range map[string]string{
		"  a \n b\u00a0c ":            "a b c",
		"The <video> element":         "The <video> element",
		"<b>Bold</b> &amp; <i>it</i>": "Bold & it",
		"Q&amp;A":                     "Q&A",
		"R&D &notify CSS &sim. x":     "R&D &notify CSS &sim. x",
		"a</p>b":                      "a b",
		"vector<int>":                 "vector<int>",
		"a<br>b<BR/>c":                "a b c",
		"Why <br> is no paragraph":    "Why <br> is no paragraph",
	} {
		if got := Line(in); got != want {
			t.Errorf("Line(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestMostEscapedTwice holds that a hostile text is read a second time in a
// bounded number of pieces.
func TestMostEscapedTwice(t *testing.T) {
	got := new(Converter).Prose(strings.Repeat("<p>a&lt;/p></p>", maxReparse+1))
	if want := strings.Repeat("a\n\n", maxReparse) + "a</p>"; got != want {
		t.Errorf("it ends with %q, want %q", got[max(0, len(got)-20):], want[len(want)-20:])
	}
}

// FuzzProse holds that no markup makes an unclean text.
func FuzzProse(f *testing.F) {
	for _, s := range []string{"<p>a<br>b</p>", "* a\n\n  b\n1. c", "<ul><li>a<pre>b\n", "[a](b) `c` <d>", "&lt;p&gt;&amp;#39;"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := new(Converter).Prose(s)
		if got != clean.Text(got) || got != paragraphs(got) || !utf8.ValidString(got) {
			t.Errorf("prose(%q) = %q", s, got)
		}
		if line := Line(s); line != clean.Line(line) {
			t.Errorf("Line(%q) = %q", s, line)
		}
	})
}

// TestBudget holds that the markup of one document costs a bounded time, and
// that plain texts are read all the same.
func TestBudget(t *testing.T) {
	var c Converter
	text, want := strings.Repeat("<p>a</p>", 1000), strings.TrimSpace(strings.Repeat("a\n\n", 1000))
	if got := c.Prose(text); got != want || c.Unread != 0 {
		t.Errorf("the first text: %.40q, %d unread", got, c.Unread)
	}
	c.spent = maxSpent
	if got := c.Prose(text); got != text || c.Unread != 1 {
		t.Errorf("a text too many: %.40q, %d unread", got, c.Unread)
	}
	if got := c.Prose("a\n\n\nb"); got != "a\n\nb" || c.Unread != 1 {
		t.Errorf("a plain text: %q, %d unread", got, c.Unread)
	}
}
