package markup

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// FuzzPlainTree holds that HTML read without a parser gives the text that the
// parser's tree gives.
func FuzzPlainTree(f *testing.F) {
	for _, s := range []string{
		`<p>a <a href="https://example.org/?x<y">b</a></p><p>c<br>d<br/>e<br />f</p>`, `<ul><li>a</li> <li><p>b</p><ol><li>c</li></ol></li></ul>`,
		`<div><b><i><b>a</b></i> &amp;lt;p&amp;gt;</b></div>&copy &#13;`, `<p>a<p>b</p></p>`, `<li>a</li>`, `<p><ul></ul></p>`, `<a href="x">a<a href="y">b</a></a>`,
		`<b>a`, `a</b>`, "<p>\x00</p>", `<b><i>a</b></i>`, strings.Repeat("<i>", 600) + "a" + strings.Repeat("</i>", 600),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		root := plainTree(s)
		if root == nil {
			return
		}
		var plain, parsed writer
		plain.children(root, scope{})
		nodes, err := html.ParseFragment(strings.NewReader(onlyElements(s)), &body)
		for _, n := range nodes {
			parsed.node(n, scope{})
		}
		if got, want := plain.b.String(), parsed.b.String(); got != want || err != nil {
			t.Errorf("%q: %q, want %q, %v", s, got, want, err)
		}
	})
}
